import { classes, html, type Html } from '#ui'
import { planDe } from './carte.plans.ts'
import type { ParDepartement } from './chiffres.ts'

const COTE = 104
const PAS = 112
/** The width of the picture, whatever the plan: a square is as large for one département as for eight. */
const LARGEUR = 3 * PAS

/** Four shades: nothing, fewer than a third of the most, fewer than two thirds, the rest. The number is written in each. */
export const teinte = (n: number, max: number): number => (n === 0 ? 0 : Math.min(3, 1 + Math.floor((3 * (n - 1)) / max)))

function case_(d: ParDepartement, [colonne, rang]: readonly [number, number], marge: number, max: number): Html {
  const x = marge + colonne * PAS + 4
  const y = rang * PAS + 4
  const [haut, bas] = d.nom.length > 12 ? couper(d.nom) : [d.nom, '']
  return html`<g class="${classes('preau-tuile', `preau-tuile--${teinte(d.ecoles, max)}`)}">
    <rect x="${x}" y="${y}" width="${COTE}" height="${COTE}" rx="10" />
    <text class="preau-tuile__nombre" x="${x + COTE / 2}" y="${y + 46}">${d.ecoles}</text>
    <text x="${x + COTE / 2}" y="${y + 70}">${haut}</text>
    ${bas && html`<text x="${x + COTE / 2}" y="${y + 87}">${bas}</text>`}
  </g>`
}

/** At the hyphen nearest to the middle. */
function couper(nom: string): [string, string] {
  const coupes = [...nom.matchAll(/-/g)].map((m) => m.index + 1)
  const ici = coupes.toSorted((a, b) => Math.abs(a - nom.length / 2) - Math.abs(b - nom.length / 2))[0] ?? nom.length
  return [nom.slice(0, ici), nom.slice(ici)]
}

/** A square for each département, at its place among its neighbours. Nothing when it is not known: the table says it all anyway. */
export function carte(departements: readonly ParDepartement[]): Html | undefined {
  const plan = planDe(departements.map((d) => d.dept))
  if (departements.length === 0 || plan === undefined) return undefined
  const max = Math.max(1, ...departements.map((d) => d.ecoles))
  const dits = departements.map((d) => `${d.nom}\u00a0: ${d.ecoles}`).join(', ')
  const marge = (LARGEUR - plan.colonnes * PAS) / 2
  return html`<svg
    class="preau-tuiles"
    viewBox="0 0 ${LARGEUR} ${plan.rangs * PAS}"
    role="img"
    aria-labelledby="carte-titre carte-texte"
  >
    <title id="carte-titre">Écoles et établissements participants, par département</title>
    <desc id="carte-texte">${dits}.</desc>
    ${departements.map((d) => case_(d, plan.places.get(d.dept)!, marge, max))}
  </svg>`
}
