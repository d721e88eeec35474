import { accordeon, badge, bouton, champCases, champChoix, champFichiers, champTexte, html, typo, type Html } from '#ui'
import type { Fiche } from '../fiche/fiche.ts'
import { peut } from '../protocole/peut.ts'
import { PHOTO_TYPES, PHOTOS_MAX } from './images.ts'
import { DROITS, RECONNUS, saisieDroits, type Droit } from './photo.form.ts'
import type { PhotosDeRow } from './photo.sql.ts'

const erreurDe = (f: Fiche, forme: string): { erreur?: string } =>
  f.retour?.forme === forme ? { erreur: typo(f.retour.refus) } : {}

export const photoPrete = (p: PhotosDeRow): boolean => p.droit !== 'attente' && p.alternative !== ''

function etatDe(p: PhotosDeRow): Html {
  if (p.publiee_le !== null) return html`${badge({ libelle: 'Publiée', ton: 'succes' })} ${badge(DROITS[p.droit as Droit])}`
  return html`${p.alternative === '' ? badge({ libelle: 'À décrire', ton: 'attention' }) : ''} ${badge(DROITS[p.droit as Droit])}`
}

function droits(f: Fiche, p: PhotosDeRow): Html {
  const forme = `droits ${p.id}`
  const s = f.retour?.forme === forme ? saisieDroits(f.retour.envoi, p.id) : { ...p, accord: p.accord_le !== null }
  return html`<form class="preau-pile" method="post" action="/actions/${f.a.id}/photos/${p.id}/droits" novalidate>
    ${champTexte({ nom: `alternative_${p.id}`, libelle: 'Ce que montre la photo', aide: 'Lu à voix haute à qui ne la voit pas. Exemple : Une fresque de mains bleues sur le mur du préau', valeur: s.alternative, requis: true, ...erreurDe(f, forme) })}
    ${champChoix({ nom: `reconnus_${p.id}`, libelle: 'Qui peut-on reconnaître ?', enLigne: true, valeur: s.reconnus, options: Object.entries(RECONNUS).map(([valeur, libelle]) => ({ valeur, libelle: typo(libelle) })) })}
    ${champCases({ nom: `accord_${p.id}`, libelle: 'Autorisations écrites', enLigne: true, valeurs: s.accord ? ['oui'] : [], options: [{ valeur: 'oui', libelle: 'Nous gardons celle de chaque personne reconnaissable ; pour un mineur, celle de ses responsables légaux' }] })}
    ${bouton({ libelle: 'Enregistrer', variante: 'secondaire', precision: 'cette photo' })}
  </form>`
}

const retrait = (f: Fiche, p: PhotosDeRow): Html =>
  accordeon({
    titre: 'Retirer cette photo',
    ouvert: f.retour?.forme === `retrait ${p.id}`,
    contenu: html`<form class="preau-pile" method="post" action="/actions/${f.a.id}/photos/${p.id}/retrait">
      <p>L’image est effacée tout de suite, ici et sur la page publique. L’action reste.</p>
      ${bouton({ libelle: 'Retirer et effacer', variante: 'danger', precision: 'cette photo' })}
    </form>`,
  })

function carte(f: Fiche, p: PhotosDeRow): Html {
  const { moi, a } = f
  const publiable = p.publiee_le === null && photoPrete(p) && peut(moi, 'publierphoto', a) !== null
  return html`<li class="preau-photo" id="photo-${p.id}">
    <img
      src="/actions/${a.id}/photos/${p.id}/petite"
      alt="${p.alternative === '' ? 'Photo qui n’est pas encore décrite' : p.alternative}"
      width="${p.largeur}"
      height="${p.hauteur}"
      loading="lazy"
    />
    <div class="preau-pile">
      <p>${etatDe(p)}</p>
      ${
        p.publiee_le === null && peut(moi, 'photographier', a) !== null
          ? droits(f, p)
          : p.alternative !== '' && html`<p>${typo(p.alternative)}</p>`
      }
      ${
        publiable &&
        html`<form method="post" action="/actions/${a.id}/photos/${p.id}/publication">
          ${bouton({ libelle: 'Publier cette photo', icone: 'coche' })}
        </form>`
      }
      ${peut(moi, 'retirerphoto', a) !== null && retrait(f, p)}
    </div>
  </li>`
}

const ajout = (f: Fiche): Html =>
  html`<form class="preau-pile" method="post" action="/actions/${f.a.id}/photos" enctype="multipart/form-data" novalidate>
    ${champFichiers({ nom: 'photos', libelle: 'Ajouter des photos', aide: `${PHOTOS_MAX} au plus, 10 Mo chacune (JPEG, PNG ou WebP). Le lieu et l’appareil cachés dans l’image sont enlevés.`, accepte: PHOTO_TYPES, plusieurs: true, ...erreurDe(f, 'photos') })}
    ${bouton({ libelle: 'Ajouter ces photos', variante: 'secondaire', icone: 'image' })}
  </form>`

/** The photographs of an action, each with the state of its image rights. */
export function photosDeLaFiche(f: Fiche): Html | undefined {
  const ajoute = peut(f.moi, 'photographier', f.a) !== null
  if (!ajoute && f.photos.length === 0) return undefined
  return html`<section class="preau-pile" aria-labelledby="photos-titre">
    <h2 id="photos-titre">Photos</h2>
    <p>Une photo n’est publiée que décrite, et si personne n’est reconnaissable ou si chacun a donné son autorisation écrite.</p>
    ${
      f.photos.length > 0 &&
      html`<ul class="preau-liste-nue preau-pile">
        ${f.photos.map((p) => carte(f, p))}
      </ul>`
    }
    ${ajoute && f.photos.length < PHOTOS_MAX && ajout(f)}
  </section>`
}
