import { jourIso, LIEUX, liste, QUOI } from '#signalement'
import type { Noms } from '../masque/personnes.ts'

const mots = (codes: readonly string[], l: Record<string, { libelle: string }>): string =>
  liste([...new Set(codes)].map((c) => l[c]?.libelle ?? c))

/** What the attached reports say in closed lists: no word of anybody. */
export const natureDes = (n: Noms): string =>
  mots(
    n.rapports.flatMap((r) => r.quoi),
    QUOI,
  )
export const lieuxDes = (n: Noms): string =>
  mots(
    n.rapports.flatMap((r) => r.lieux),
    LIEUX,
  )

/** Under which numbers the 3018 told it to us. */
export const references3018 = (n: Noms): string[] => [
  ...new Set(n.rapports.filter((r) => r.canal === '3018' && r.contenu.reference !== '').map((r) => r.contenu.reference)),
]

/** « du 3 nov. au 7 nov. »; empty when no report says a date. */
export function datesDes(n: Noms): string {
  const du = n.rapports.flatMap((r) => r.faits_du ?? []).sort()[0]
  const au = n.rapports
    .flatMap((r) => r.faits_au ?? r.faits_du ?? [])
    .sort()
    .at(-1)
  if (du === undefined || au === undefined) return ''
  return du === au ? `le ${jourIso(du)}` : `du ${jourIso(du)} au ${jourIso(au)}`
}
