// Generated from stats.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type LusATempsRow = { auMoins: number | null; auPlus: number | null }
export const lusATemps: Statement<{ acad: string; du: string; au: string }, LusATempsRow> = {
  name: 'site.stats.stats.lusATemps',
  text: `select au_moins as "auMoins", au_plus as "auPlus" from confidentiel.part_lus_a_temps($1, $2, $3)`,
  params: ['acad', 'du', 'au'],
}

export type AvisDonnesRow = { trouve: string; nombre: number | null }
export const avisDonnes: Statement<{ acad: string; du: string; au: string }, AvisDonnesRow> = {
  name: 'site.stats.stats.avisDonnes',
  text: `select trouve, nombre from prevention.avis_donnes($1, $2, $3)`,
  params: ['acad', 'du', 'au'],
}

/** What was published, by school year: numbers, never a school. */
export type ParAnneeRow = { annee: number; actions: number; ecoles: number }
export const parAnnee: Statement<{ acad: string }, ParAnneeRow> = {
  name: 'site.stats.stats.parAnnee',
  text: `select annee, count(*)::int as actions, count(distinct etab)::int as ecoles from prevention.action
  where acad = $1 and etat = 'publiee' group by annee order by annee desc limit 4`,
  params: ['acad'],
}
