import type { Departement } from '#annuaire'
import { enTete, html, tableau, typo, type Html } from '#ui'
import { part } from '../bilan/compter.ts'
import { libelleAnnee, NIVEAUX } from '../vocabulaire.ts'
import { INDICATEURS, indicateursDe, type EcoleSuivie, type Indicateur } from './indicateurs.ts'
import { SEUIL, taire } from './petits.ts'

export interface Couverture {
  annee: number
  courante: number
  departements: readonly Departement[]
  ecoles: readonly EcoleSuivie[]
  /** Whether the figures of this département (null: of all) lead to their schools. */
  mene: (dept: string | null) => boolean
}

interface Groupe {
  nom: string
  dept: string | null
  ecoles: readonly EcoleSuivie[]
}

export const adresseEcoles = (q: Readonly<Record<string, string | number | null>>): string => {
  const dites = Object.entries(q).flatMap(([k, v]): [string, string][] => (v === null || v === '' ? [] : [[k, String(v)]]))
  return `/actions/couverture/ecoles?${new URLSearchParams(dites)}`
}

/** A figure leads to the schools behind it, for whoever follows them; for others, a small one is hidden. */
function colonne(c: Couverture, type: string, groupes: readonly Groupe[], quoi: Indicateur): (Html | string)[] {
  const comptes = groupes.map((g) => ({ n: g.ecoles.filter((e) => e.a[quoi]).length, sur: g.ecoles.length }))
  const dits = taire(comptes.slice(0, c.departements.length))
  return groupes.map((g, i) => {
    const { n, sur } = comptes[i]!
    const texte = `${n} (${part(n, sur)})`
    if (c.mene(g.dept)) {
      const url = adresseEcoles({ annee: c.annee, type, dept: g.dept, quoi })
      return html`<a href="${url}" aria-label="${g.nom}, ${INDICATEURS[quoi]} : ${texte}">${texte}</a>`
    }
    return (g.dept === null ? dits.somme : dits.lignes[i]) === null ? html`<span class="preau-discret">caché</span>` : texte
  })
}

function tableDe(c: Couverture, type: string, libelle: string): Html | undefined {
  const siennes = c.ecoles.filter((e) => e.type === type)
  if (siennes.length === 0) return undefined
  const groupes: Groupe[] = c.departements.map((d) => ({ ...d, ecoles: siennes.filter((e) => e.dept === d.dept) }))
  if (groupes.length > 1) groupes.push({ nom: 'Ensemble', dept: null, ecoles: siennes })
  const quoi = indicateursDe(type)
  const colonnes = quoi.map((q) => colonne(c, type, groupes, q))
  return tableau({
    legende: libelle,
    dense: true,
    colonnes: [
      { libelle: 'Département' },
      { libelle: 'Ouverts', fin: true },
      ...quoi.map((q) => ({ libelle: INDICATEURS[q], fin: true })),
    ],
    lignes: groupes.map((g, i) => ({ cellules: [g.nom, g.ecoles.length, ...colonnes.map((x) => x[i]!)] })),
  })
}

const explication = (c: Couverture): string =>
  [...c.departements.map((d) => d.dept), null].every((d) => c.mene(d))
    ? 'Ce que chaque établissement a déclaré de lui-même et de ses actions. Un nombre mène à ses établissements.'
    : `Combien d’établissements, jamais lesquels : ce que chacun a déclaré de lui-même et de ses actions. Les nombres de 1 à ${SEUIL - 1}, et ceux qui les diraient, sont cachés.`

export const pageCouverture = (c: Couverture): Html =>
  html`<div class="preau-pile">
    ${enTete({ titre: typo(`Le programme dans les établissements, ${libelleAnnee(c.annee)}`), texte: typo(explication(c)) })}
    <p class="preau-discret">
      ${c.annee < c.courante && html`<a href="/actions/couverture">Cette année</a> · `}
      <a href="/actions/couverture?annee=${c.annee - 1}">${libelleAnnee(c.annee - 1)}</a>
    </p>
    ${Object.entries(NIVEAUX).map(([type, libelle]) => tableDe(c, type, libelle))}
  </div>`
