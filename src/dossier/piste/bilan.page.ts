import { enTete, html, tableau, typo, vide, type Html } from '#ui'
import { rangees, SEUIL, type Compte, type Rangee } from './bilan.comptes.ts'
import { DUREES, METHODES, PAROLES, type Methode, type Parole } from './methodes.ts'

const TYPES = { ecole: 'École', college: 'Collège', lycee: 'Lycée', erea: 'EREA' }
const POINTS = { suivi_1: 'Après une semaine', suivi_2: 'Après un mois', suivi_3: 'Après trois mois' }
const CODES = Object.keys(PAROLES) as Parole[]

const nombre = (n: number | null): Html | string => (n === null ? html`<span class="preau-discret">caché</span>` : String(n))

function table(legende: string, rangs: Record<string, string>, comptes: readonly Compte[]): Html {
  const lignes = rangees(comptes, Object.keys(METHODES), Object.keys(rangs))
  if (lignes.length === 0) return html`<p class="preau-discret">${typo('Rien encore.')}</p>`
  const ligne = (r: Rangee) => ({
    cellules: [METHODES[r.methode as Methode].libelle, rangs[r.rang]!, ...CODES.map((c) => nombre(r.cases[c])), nombre(r.total)],
  })
  return tableau({
    legende,
    legendeMasquee: true,
    dense: true,
    colonnes: [
      { libelle: 'Méthode' },
      { libelle: 'Quand ou où' },
      ...CODES.map((c) => ({ libelle: PAROLES[c].libelle, fin: true })),
      { libelle: 'En tout', fin: true },
    ],
    lignes: lignes.map(ligne),
  })
}

/** Counts only: no school, no name, no rank. */
export function pageBilan(d: { fins: Compte[]; durees: Compte[]; points: Compte[] }): Html {
  const sections: [string, string, Record<string, string>, Compte[]][] = [
    ['fin', 'À la fin de la piste', TYPES, d.fins],
    ['suite', 'Plus tard, aux points de suivi', POINTS, d.points],
    [
      'duree',
      'Selon le temps que cela durait avant',
      Object.fromEntries(Object.entries(DUREES).map(([k, v]) => [k, v.libelle])),
      d.durees,
    ],
  ]
  return html`<div class="preau-pile">
    ${enTete({
      titre: 'Ce qui marche, dit par les élèves visés',
      texte: typo(
        `Une piste, et ce que l’élève visé dit quand elle finit, puis aux points de suivi. Les nombres de 1 à ${SEUIL - 1} sont cachés. Comparer demande de la prudence : les situations confiées à une méthode ne ressemblent pas à celles d’une autre.`,
      ),
    })}
    ${d.fins.length === 0 && vide({ titre: 'Aucune piste n’est encore finie.' })}
    ${sections.map(
      ([id, titre, rangs, comptes]) =>
        html`<section class="preau-pile" aria-labelledby="${id}">
          <h2 id="${id}">${titre}</h2>
          ${table(titre, rangs, comptes)}
        </section>`,
    )}
    <p><a href="/dossiers/fidelite">Ce qui se fait du protocole</a></p>
  </div>`
}
