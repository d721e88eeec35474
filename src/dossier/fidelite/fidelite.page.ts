import { dateHeure } from '#signalement'
import { badge, enTete, html, tableau, typo, type Html } from '#ui'
import { SEUIL } from '../piste/bilan.comptes.ts'
import { DELAIS } from '../protocole/delais.ts'
import { sourceDite } from '../sources.ts'
import { ETAPES, type Etat, type EtapeVue } from './etapes.ts'

const DIT: Record<Etat, Html> = {
  fait: badge({ libelle: 'Fait', ton: 'succes', icone: 'coche' }),
  tard: badge({ libelle: 'Fait, en retard', ton: 'attention', icone: 'horloge' }),
  venir: badge({ libelle: 'À venir' }),
  absent: badge({ libelle: 'Pas fait', ton: 'erreur', icone: 'alerte' }),
}

/** Of one dossier: what was prescribed, what happened. It says what is missing, and judges nobody. */
export const pageEtapes = (etapes: readonly EtapeVue[]): Html =>
  html`<h2>Ce que le protocole demande</h2>
    <p>
      ${typo('Chaque étape depuis la dernière ouverture du dossier, dans l’ordre. Un retard s’explique dans une note ; il ne s’efface pas.')}
    </p>
    ${tableau({
      legende: 'Les étapes du protocole',
      legendeMasquee: true,
      dense: true,
      colonnes: ['Étape', 'Où elle en est', 'Faite', 'Attendue avant'].map((libelle) => ({ libelle })),
      lignes: etapes.map((e) => ({
        cellules: [
          html`${typo(ETAPES[e.code].libelle)}
            <span class="fr-hint-text">${typo(sourceDite(DELAIS[ETAPES[e.code].delai].source))}</span>`,
          DIT[e.etat],
          e.le === null ? '' : dateHeure(e.le),
          e.avant === null ? '' : dateHeure(e.avant),
        ],
      })),
    })}`

/** What is counted of all dossiers: the bounds are wide enough that nobody is late by a weekend. */
const COMPTEES = {
  prise_en_charge: 'Prise en charge en vingt-quatre heures',
  protection: 'Protection, ou la raison écrite, dans les quatre jours',
  entretien: 'L’élève visé vraiment entendu avant que la situation soit qualifiée',
  famille: 'Famille de l’élève visé informée dans les huit jours',
  regards: 'La grille remplie par deux adultes au moins avant de clore l’évaluation',
  decision: 'Quinze jours après le début d’une piste : une décision écrite',
  suivi_1: 'Le point d’une semaine',
  suivi_2: 'Le point d’un mois',
  suivi_3: 'Le point de trois mois',
} as const
export type Comptee = keyof typeof COMPTEES

export interface Compte {
  code: string
  faites: number
  sur: number
}

/** Under five on either side could be one child, or one school: hidden. */
export const cache = (c: Compte): boolean =>
  c.sur < SEUIL || (c.faites > 0 && c.faites < SEUIL) || (c.faites < c.sur && c.sur - c.faites < SEUIL)

const ligne = (code: Comptee, c: Compte) => ({
  cellules: [
    typo(COMPTEES[code]),
    ...(c.sur === 0
      ? ['', '', '']
      : cache(c)
        ? [
            html`<span class="preau-discret">caché</span>`,
            c.sur < SEUIL ? html`<span class="preau-discret">caché</span>` : String(c.sur),
            '',
          ]
        : [String(c.faites), String(c.sur), `${Math.round((100 * c.faites) / c.sur)} %`]),
  ],
})

/** Which prescribed steps really happen, in all dossiers of the territory: no school, no name, no rank. */
export const pageFidelite = (comptes: readonly Compte[], depuis: string): Html =>
  html`<div class="preau-pile">
    ${enTete({
      titre: 'Ce qui se fait du protocole',
      texte: typo(
        `Les dossiers ouverts depuis le ${depuis}. Une étape compte quand son temps est passé. Les nombres de 1 à ${SEUIL - 1}, et ceux qui les diraient, sont cachés. Une étape qui manque souvent se règle avec les équipes : du temps, une formation, une personne.`,
      ),
    })}
    ${tableau({
      legende: 'Les étapes du protocole, faites sur attendues',
      legendeMasquee: true,
      dense: true,
      colonnes: [
        { libelle: 'Étape' },
        { libelle: 'Faite', fin: true },
        { libelle: 'Attendue', fin: true },
        { libelle: 'Part', fin: true },
      ],
      lignes: (Object.keys(COMPTEES) as Comptee[]).map((code) =>
        ligne(code, comptes.find((c) => c.code === code) ?? { code, faites: 0, sur: 0 }),
      ),
    })}
    <p><a href="/dossiers/methodes">Ce qui marche, dit par les élèves visés</a></p>
  </div>`
