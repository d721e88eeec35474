import type { AgentDb } from '#platform'
import { dateHeure } from '#signalement'
import { accordeon, alerte, badge, definitionListe, html, lienBouton, paragraphes, typo, vide, type Html } from '#ui'
import { mesBrouillons } from '../brouillon/brouillon.ts'
import type { Dossier } from '../dossier.ts'
import type { Saisies } from '../fiche/gestes.ts'
import { onglet } from '../onglet.ts'
import { peut } from '../protocole/peut.ts'
import { ROLES_PERSONNE, type RolePersonne } from '../vocabulaire.ts'
import { BESOINS, INTERPRETES, RAISONS, REPONSES, FAMILLE } from './champs.ts'
import { entretiensDe, nomsDe, personnesDe, type Entretien, type PersonneDuDossier } from './entretien.ts'
import { urgencesDe } from './entretien.form.ts'
import { prevoirEntretien } from './prevoir.page.ts'
import { consigneDanger } from './securite.page.ts'

interface Vue {
  entretiens: Entretien[]
  personnes: PersonneDuDossier[]
  noms: ReadonlyMap<string, string>
  brouillons: ReadonlyMap<string, Date>
}

async function charger(db: AgentDb, o: Dossier): Promise<Vue> {
  const [entretiens, personnes, brouillons] = await Promise.all([entretiensDe(db, o), personnesDe(db, o), mesBrouillons(db, o)])
  return {
    entretiens,
    personnes,
    brouillons,
    noms: await nomsDe(
      db,
      o,
      entretiens.flatMap((e) => e.adultes),
    ),
  }
}

/** « Hugo Marsan et Inès Roca », or who is named when they have no account. */
export const parQui = (e: Entretien, noms: ReadonlyMap<string, string>): string => {
  const dits = e.adultes.flatMap((a) => noms.get(a) ?? [])
  return dits.length > 0 ? dits.join(' et ') : e.presents
}

const mot = (liste: Record<string, { libelle: string } | string>, code: string): string => {
  const m = liste[code]
  return m === undefined ? code : typeof m === 'string' ? m : m.libelle
}

/** Everything that was written about one talk, each kind of text under its own name. */
export function recitDe(e: Entretien, noms: ReadonlyMap<string, string>): Html {
  const lignes: [string, string | Html][] = [
    ['Mené par', parQui(e, noms)],
    ['Étaient là', e.adultes.length > 0 ? e.presents : ''],
    ['Durée', e.duree === '' ? '' : `${e.duree} minutes`],
    ['Langue', e.langue],
    ['Interprète', e.interprete === '' ? '' : mot(INTERPRETES, e.interprete)],
    ['Pas possible', e.raison === '' ? '' : typo(mot(RAISONS, e.raison))],
    ['Ce qui a été tenté', e.explication],
    ['Faits', e.faits],
    ['Mots entendus', e.mots],
    ['Appréciation', e.appreciation],
    [BESOINS[e.role], e.besoins],
    ['Dit de la suite', e.annonce],
    ['La famille dit', e.nomme],
    ['En danger maintenant', mot(REPONSES, e.danger)],
    ['A parlé de mourir, de se faire du mal', mot(REPONSES, e.suicide)],
    ['En sécurité ce soir', mot(REPONSES, e.soir)],
    ['Rentré avec', e.retour],
    ['Famille prévenue le jour même', e.famille === '' ? '' : mot(FAMILLE, e.famille)],
    ['Raison', e.famille_raison],
  ]
  return definitionListe(
    lignes
      .filter(([, texte]) => texte !== '')
      .map(([terme, texte]) => ({ terme, definition: typeof texte === 'string' ? paragraphes(texte) : texte })),
  )
}

const majuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1)

const entretien = (o: Dossier, e: Entretien, v: Vue): Html => {
  const urgences = urgencesDe(e)
  const titre = html`<span
    >${majuscule(dateHeure(e.le))}${e.issue === 'impossible' ? ' : pas possible' : `, ${parQui(e, v.noms)}`}
    ${urgences.length > 0 && badge({ libelle: 'Danger dit', ton: 'erreur', icone: 'alerte' })}
    ${e.version > 1 && badge({ libelle: `Corrigé, version ${e.version}` })}</span
  >`
  return accordeon({
    titre,
    contenu: html`${recitDe(e, v.noms)}
      <p>
        ${lienBouton({ libelle: 'Corriger, voir les versions', url: `/dossiers/${o.d.numero}/entretiens/${e.suite}`, variante: 'tertiaire', petit: true })}
      </p>`,
  })
}

function noter(o: Dossier, p: PersonneDuDossier, role: RolePersonne, v: Vue): Html {
  const forme = `entretiens/avec/${p.id}/${role}`
  const brouillon = v.brouillons.get(forme)
  return html`<p>
    ${lienBouton({
      libelle: brouillon === undefined ? 'Noter un entretien' : 'Reprendre le brouillon',
      precision: `avec ${p.nom}, ${ROLES_PERSONNE[role].libelle.toLowerCase()}`,
      url: `/dossiers/${o.d.numero}/${forme}`,
      variante: brouillon === undefined ? 'secondaire' : 'primaire',
      icone: 'message',
    })}
    ${brouillon !== undefined && html`<small>gardé ${dateHeure(brouillon)}</small>`}
  </p>`
}

function personne(o: Dossier, p: PersonneDuDossier, v: Vue, permis: boolean): Html {
  const siens = v.entretiens.filter((e) => e.personne === p.id)
  const prevu = o.prevus.find((x) => x.nature === 'entretien' && x.objet === p.id)
  return html`<li class="fr-card">
    <div class="fr-card__body preau-pile">
      <h3 class="fr-card__title">${p.nom}</h3>
      <ul class="fr-tags-group">
        ${p.roles.map((r) => html`<li>${badge({ libelle: ROLES_PERSONNE[r].libelle })}</li>`)}
        <li>
          ${
            siens.some((e) => e.issue === 'tenu')
              ? badge({ libelle: 'Entendu', ton: 'succes', icone: 'coche' })
              : siens.length > 0
                ? badge({ libelle: 'Pas possible : la raison est écrite' })
                : badge({ libelle: 'Pas encore entendu', ton: 'attention' })
          }
        </li>
      </ul>
      ${prevu && html`<p>Prévu ${dateHeure(prevu.le)}, par ${prevu.pour === o.moi.agent ? 'vous' : `${prevu.prenom} ${prevu.nom}`}.</p>`}
      <div>${siens.map((e) => entretien(o, e, v))}</div>
      ${permis && p.roles.map((r) => noter(o, p, r, v))}
    </div>
  </li>`
}

/** The latest word of each target on their safety: a danger that nobody has answered by another talk stays on top. */
function dangers(v: Vue): Html[] {
  const cibles = new Set(v.entretiens.filter((e) => e.role === 'cible').map((e) => e.personne))
  return [...cibles].flatMap((id) => {
    const dernier = v.entretiens.find((e) => e.personne === id && e.role === 'cible' && e.issue === 'tenu')
    if (dernier === undefined || urgencesDe(dernier).length === 0) return []
    const nom = v.personnes.find((p) => p.id === id)?.nom ?? ''
    return [consigneDanger(`${nom}, ${dateHeure(dernier.le)}. Rentré avec : ${dernier.retour}`)]
  })
}

function contenu(o: Dossier, v: Vue, s: Saisies): Html {
  const { regle, refus } = peut(o.moi, 'entendre', o.situation)
  const aEntendre = v.personnes.filter((p) => p.roles.length > 0 || v.entretiens.some((e) => e.personne === p.id))
  return html`${dangers(v)}
    <section class="preau-pile" aria-labelledby="entendre-titre" id="entendre">
      <h2 id="entendre-titre">Qui est entendu</h2>
      <p class="preau-discret">${typo('Chacun séparément : une personne, un entretien. L’élève visé d’abord.')}</p>
      ${regle === null && alerte({ type: 'info', texte: typo(refus) })}
      ${
        aEntendre.length === 0
          ? vide({
              titre: 'Personne n’est encore inscrit',
              icone: 'personne',
              action: lienBouton({ libelle: 'Ajouter une personne', url: `/dossiers/${o.d.numero}#inscrire_personne` }),
            })
          : html`<ul class="preau-pile preau-nue">
              ${aEntendre.map((p) => personne(o, p, v, regle !== null))}
            </ul>`
      }
    </section>
    ${regle !== null && prevoirEntretien(o, aEntendre, s)}`
}

/** GET /dossiers/:numero/entretiens */
export const entretiens = onglet<Vue>({
  code: 'entretiens',
  charger,
  contenu,
  faits: {
    entendu: 'L’entretien est noté.',
    danger: 'L’entretien est noté. Un danger est dit : le responsable et le niveau au-dessus sont prévenus. Agissez maintenant.',
    impossible: 'C’est noté : l’entretien n’a pas lieu, et la raison est écrite.',
    prevu: 'L’entretien est prévu.',
    remis: 'L’entretien est remis. La raison est dans les notes du dossier.',
    corrige: 'La correction est gardée. Ce qui était écrit avant reste lisible.',
  },
})
