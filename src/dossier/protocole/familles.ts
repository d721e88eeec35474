import type { Vu } from './prealables.ts'

type Detail = Readonly<Record<string, unknown>>

/**
 * Does everybody who must know it know that the dossier of this child ends? Both holders of parental authority, or for each why not
 * (invariant 2; S59: both get the same information). A rule against a contact has its written reason already; a pupil of age decides
 * alone; a second guardian who does not exist is written too.
 */
export function finDite(v: Vu, enfant: string): boolean {
  const dits = v.faits
    .filter((f) => f.verbe === 'dossier.informer_famille')
    .map((f) => f.detail as Detail)
    .filter((d) => d.enfant === enfant && d.issue !== 'tente')
  if (dits.some((d) => d.motif === 'majeur')) return true
  const deLaFin = dits.filter((d) => d.sujet === 'fin')
  const titulaires = v.liens.filter((l) => l.enfant === enfant && l.autorite)
  const sus = titulaires.every((l) => l.regle !== 'libre' || deLaFin.some((d) => d.personne === l.responsable))
  const absent = dits.some((d) => d.personne === null && (d.motif === 'seul' || d.sujet === 'fin'))
  return sus && (titulaires.length >= 2 || absent)
}

/** The pupils who are targets today. */
export const ciblesDe = (v: Vu): string[] => [
  ...new Set(v.roles.filter((r) => r.role === 'cible' && (r.au === null || r.au >= v.jour)).map((r) => r.personne)),
]
