import { uuidv7, type AgentDb } from '#platform'
import { dateHeure } from '#signalement'
import {
  accordeon,
  alerte,
  bouton,
  champListe,
  champTexte,
  champZone,
  definitionListe,
  groupeBoutons,
  html,
  lienBouton,
  paragraphes,
  typo,
  vide,
  type Html,
} from '#ui'
import { mesBrouillons } from '../brouillon/brouillon.ts'
import type { Dossier } from '../dossier.ts'
import { entretiensDe } from '../entretien/entretien.ts'
import { consigneDanger } from '../entretien/securite.page.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { onglet } from '../onglet.ts'
import { peut } from '../protocole/peut.ts'
import { comparaison } from './compare.page.ts'
import { regards } from './comparer.ts'
import { evaluationsDe, type Evaluation } from './evaluation.ts'
import { QUALIFICATIONS, type CodeQualification } from './mots.ts'
import { qualificationsDe, type Qualification } from './qualifier.ts'
import { avisBrouillon, champsBrouillon, etatBrouillon, garder } from '../brouillon/brouillon.page.ts'

interface Vue {
  evaluations: Evaluation[]
  qualifications: Qualification[]
  /** How families named it in their talks, newest first. */
  familles: { dit: string; le: Date }[]
  brouillon: Date | undefined
}

async function charger(db: AgentDb, o: Dossier): Promise<Vue> {
  const [evaluations, qualifications, entretiens, brouillons] = await Promise.all([
    evaluationsDe(db, o),
    qualificationsDe(db, o),
    entretiensDe(db, o),
    mesBrouillons(db, o),
  ])
  const familles = entretiens.filter((e) => e.nomme !== '').map((e) => ({ dit: e.nomme, le: e.le }))
  return { evaluations, qualifications, familles, brouillon: brouillons.get('evaluation/grille') }
}

const evaluer = (o: Dossier, v: Vue): Html => {
  const { regle, refus } = peut(o.moi, 'evaluer', o.situation)
  if (regle === null) return alerte({ type: 'info', texte: typo(refus) })
  return html`<p>
    ${lienBouton({
      libelle: v.brouillon === undefined ? regle.bouton : 'Reprendre votre grille',
      url: `/dossiers/${o.d.numero}/evaluation/grille`,
      icone: 'fichier',
      variante: v.evaluations.length === 0 || v.brouillon !== undefined ? 'primaire' : 'secondaire',
    })}
    ${v.brouillon !== undefined && html`<small>brouillon gardé ${dateHeure(v.brouillon)}</small>`}
  </p>`
}

const grilles = (o: Dossier, v: Vue): Html => {
  const r = regards(v.evaluations)
  return html`<section class="preau-pile" aria-labelledby="evaluer-titre" id="evaluer">
    <h2 id="evaluer-titre">Les regards des adultes</h2>
    <p class="preau-discret">
      ${typo('Chacun remplit la grille de son côté, et de nouveau à chaque revue. On compare ; on n’additionne rien.')}
    </p>
    ${
      r.length === 0
        ? vide({
            titre: 'Aucune grille remplie',
            texte: 'Deux regards valent mieux qu’un : proposez-la à un professeur, à la vie scolaire, au périscolaire.',
            icone: 'fichier',
          })
        : comparaison(r)
    }
    ${r.length === 1 && html`<p>${typo('Un seul regard pour l’instant : demandez celui d’un autre adulte.')}</p>`}
    ${evaluer(o, v)}
  </section>`
}

const dite = (q: Qualification): Html =>
  definitionListe([
    {
      terme: 'Qualification',
      definition: html`<strong>${QUALIFICATIONS[q.qualification as CodeQualification].libelle}</strong>`,
    },
    { terme: 'La famille dit', definition: q.mots_famille === '' ? 'Pas encore demandé' : paragraphes(q.mots_famille) },
    { terme: 'Pourquoi', definition: paragraphes(q.raison) },
    { terme: 'Par', definition: `${q.prenom} ${q.nom}, ${dateHeure(q.le)}` },
  ])

const formulaire = (o: Dossier, v: Vue, s: Saisies, libelle: string): Html =>
  html`${avisBrouillon(o, 'evaluation', s)}
    <form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/evaluation/qualification" novalidate>
      ${champsBrouillon(o, 'evaluation', s)} ${cache('version', o.d.version)}
      ${cache('id', s.valeur('qualifier', 'id') || uuidv7())}
      ${champListe({
        nom: 'qualification',
        libelle: 'Comment la situation est qualifiée',
        vide: 'Choisir…',
        options: Object.entries(QUALIFICATIONS).map(([valeur, q]) => ({ valeur, libelle: q.libelle })),
        valeur: s.valeur('qualifier', 'qualification'),
        ...s.erreur('qualification'),
      })}
      ${champZone({ nom: 'raison', libelle: 'Pourquoi', aide: 'Ce qui a été entendu, ce que disent les grilles, ce qui reste incertain.', lignes: 5, valeur: s.valeur('qualifier', 'raison'), ...s.erreur('raison') })}
      ${champTexte({
        nom: 'mots_famille',
        libelle: 'Comment la famille le nomme',
        facultatif: '(si elle l’a dit)',
        aide: 'Ses mots restent à côté de la qualification, même s’ils sont différents.',
        valeur: s.valeur('qualifier', 'mots_famille', v.qualifications[0]?.mots_famille || v.familles[0]?.dit || ''),
        ...s.erreur('mots_famille'),
      })}
      ${etatBrouillon} ${groupeBoutons([bouton({ libelle }), garder(o)])}
    </form>`

function qualification(o: Dossier, v: Vue, s: Saisies): Html {
  const { regle, refus } = peut(o.moi, 'qualifier', o.situation)
  const [derniere, ...avant] = v.qualifications
  return html`<section class="preau-pile" aria-labelledby="qualifier-titre" id="qualifier">
    <h2 id="qualifier-titre">Qualification</h2>
    <p class="preau-discret">${typo('Protéger n’attend pas de qualifier, et qualifier n’est pas sanctionner.')}</p>
    ${derniere && dite(derniere)}
    ${
      regle === null
        ? alerte({ type: 'info', texte: typo(refus) })
        : accordeon({
            titre: derniere === undefined ? regle.bouton : 'Qualifier autrement',
            ouvert: derniere === undefined || s.reprise('qualifier'),
            contenu: formulaire(o, v, s, regle.bouton),
          })
    }
    ${avant.length > 0 && accordeon({ titre: `Qualifications d’avant (${avant.length})`, contenu: html`${avant.map(dite)}` })}
  </section>`
}

function contenu(o: Dossier, v: Vue, s: Saisies): Html {
  const derniere = v.evaluations.at(-1)
  return html`${
    derniere?.reponses.danger === 'oui' &&
    consigneDanger(`La dernière grille, ${dateHeure(derniere.le)}, dit un danger. Remplissez-la de nouveau quand il est écarté.`)
  }
  ${grilles(o, v)} ${qualification(o, v, s)}`
}

/** GET /dossiers/:numero/evaluation */
export const evaluation = onglet<Vue>({
  code: 'evaluation',
  charger,
  contenu,
  brouillon: () => 'evaluation',
  brouillonDe: 'qualifier',
  faits: {
    evalue: 'Votre grille est envoyée.',
    danger:
      'Votre grille est envoyée. Un danger est dit : le responsable et le niveau au-dessus sont prévenus. Agissez maintenant.',
    qualifie: 'La qualification est notée, avec sa raison.',
  },
})
