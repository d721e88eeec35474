import type { Borne, Ligne } from './mesure.ts'

const SIGNES = { '>=': '≥', '<=': '≤', '<': '<' }
const SUR = { value: '', ratio: 'rapport ', p95: 'p95 ', p99: 'p99 ' }

/** Three significant digits: what a noisy machine can tell. */
const arrondir = (n: number): number => (Math.abs(n) >= 1000 ? Math.round(n) : Number(n.toPrecision(3)))

/** One object a line; `bound` says each bound, `ok` whether all hold. */
export function enJson(ligne: Ligne, bornes: readonly Borne[], ok: boolean): string {
  const valeurs = Object.fromEntries(Object.entries(ligne).map(([nom, v]) => [nom, typeof v === 'number' ? arrondir(v) : v]))
  const bound = bornes.map((b) => `${b.sur} ${b.sens} ${b.a}`).join(', ') || null
  return JSON.stringify({ ...valeurs, bound, ok })
}

const LARGEURS = [30, 16, 16, 9, 8, 8, 8, 24, 0]
const colonnes = (cases: readonly string[]): string =>
  cases.map((c, rang) => (rang === 0 || rang >= 7 ? c.padEnd(LARGEURS[rang]!) : c.padStart(LARGEURS[rang]!))).join('  ')

export const TITRES = colonnes(['Mesure', 'Valeur', 'Limite', 'Rapport', 'p50 ms', 'p95 ms', 'p99 ms', 'Borne', ''])

const nombre = (n: number | null | undefined): string =>
  n === null || n === undefined ? '–' : arrondir(n).toLocaleString('fr-FR', { maximumFractionDigits: 3 })

export function enTable(ligne: Ligne, bornes: readonly Borne[], ok: boolean): string {
  const bornesDites = bornes.map((b) => `${SUR[b.sur]}${SIGNES[b.sens]} ${nombre(b.a)}`).join(', ')
  return colonnes([
    ligne.name,
    `${nombre(ligne.value)} ${ligne.unit}`,
    ligne.limit === null ? '–' : `${nombre(ligne.limit)} ${ligne.unit}`,
    nombre(ligne.ratio),
    nombre(ligne.p50),
    nombre(ligne.p95),
    nombre(ligne.p99),
    bornesDites || '–',
    bornes.length === 0 ? '' : ok ? 'tenue' : 'MANQUÉE',
  ]).trimEnd()
}
