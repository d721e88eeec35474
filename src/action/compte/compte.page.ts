import { clock } from '#platform'
import { accordeon, badge, bouton, champTexte, champZone, html, paragraphes, typo, type Html } from '#ui'
import { un } from '../envoi.ts'
import type { Fiche } from '../fiche/fiche.ts'
import { peut } from '../protocole/peut.ts'
import { isoJour } from '../quand.ts'

const version = (f: Fiche): Html =>
  html`<input type="hidden" name="version" value="${f.compte === null ? '' : f.compte.version}" />`

function formulaire(f: Fiche): Html {
  const retour = f.retour?.forme === 'compte-rendu' ? f.retour : undefined
  return accordeon({
    titre: f.compte === null ? 'Raconter ce qui a été fait' : 'Modifier le compte rendu',
    ouvert: f.compte === null || retour !== undefined,
    contenu: html`<form class="preau-pile" method="post" action="/actions/${f.a.id}/compte-rendu" novalidate>
      ${version(f)}
      ${champZone({ nom: 'compte', libelle: 'Ce qui a été fait', aide: typo('Lu par tous une fois publié : ni nom, ni situation d’un élève.'), lignes: 4, valeur: retour ? un(retour.envoi, 'compte') : (f.compte?.texte ?? ''), ...(retour && { erreur: typo(retour.refus) }) })}
      ${champTexte({ nom: 'eleves', libelle: 'Combien d’élèves étaient là', facultatif: '(à peu près)', inputmode: 'numeric', largeur: 'court', valeur: retour ? un(retour.envoi, 'eleves') : String(f.compte?.eleves ?? f.a.effectif ?? '') })}
      ${bouton({ libelle: 'Enregistrer', variante: 'secondaire' })}
    </form>`,
  })
}

/** Once the day has come: what the school tells of it, and whether the public page tells it too. */
export function compteRendu(f: Fiche): Html | undefined {
  const ecrit = peut(f.moi, 'rendrecompte', f.a) !== null && f.a.du <= isoJour(clock.now())
  if (f.compte === null && !ecrit) return undefined
  const attend = f.compte !== null && f.compte.publie_le === null
  return html`<section class="preau-pile" aria-labelledby="compte-rendu">
    <h2 id="compte-rendu">Après le jour</h2>
    ${
      f.compte !== null &&
      html`<p>
          ${attend ? badge({ libelle: 'Attend d’être publié', ton: 'info' }) : badge({ libelle: 'Publié', ton: 'succes' })}
        </p>
        ${paragraphes(typo(f.compte.texte))}
        ${f.compte.eleves !== null && html`<p class="preau-discret">${typo(`${f.compte.eleves} élèves`)}</p>`}`
    }
    ${
      attend &&
      peut(f.moi, 'publiercompte', f.a) !== null &&
      html`<form method="post" action="/actions/${f.a.id}/compte-rendu/publication">
        ${version(f)} ${bouton({ libelle: 'Publier ce compte rendu', icone: 'coche' })}
      </form>`
    }
    ${ecrit && formulaire(f)}
  </section>`
}
