// Generated from rapprochement.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Other threads that share names with this one, among what the agent sees. */
export type MemesNomsRow = { fil: string; communs: Buffer[] }
export const memesNoms: Statement<{ acad: string; jetons: readonly Uint8Array[]; fil: string }, MemesNomsRow> = {
  name: 'signalement.rapprochement.rapprochement.memesNoms',
  text: `select j.fil, array_agg(j.jeton) as communs
  from confidentiel.jeton_nom j
  where j.acad = $1 and j.jeton = any ($2::bytea[]) and j.fil <> $3
  group by j.fil order by count(*) desc limit 20`,
  params: ['acad', 'jetons', 'fil'],
}

/** By their names in common, or because the school and the period are the same; those that have ended too: what comes back after the end opens them anew, or is explained. */
export type DossiersRow = { id: string; numero: string; etab: string; etat: string; ouvert_le: Date; ecole: string; commune: string }
export const dossiers: Statement<{ acad: string; ids: readonly string[]; etab: string; du: Date; au: Date }, DossiersRow> = {
  name: 'signalement.rapprochement.rapprochement.dossiers',
  text: `select d.id, d.numero, d.etab, d.etat, d.ouvert_le, e.nom as ecole, e.commune
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = $1 and d.etat <> 'doublon'
    and (d.id = any ($2::uuid[]) or (d.etab = $3 and d.ouvert_le between $4 and $5))
  order by d.id = any ($2::uuid[]) desc, d.ouvert_le desc limit 20`,
  params: ['acad', 'ids', 'etab', 'du', 'au'],
}

export type SignalementsRow = { id: string; etab: string; etat: string; recu_le: Date; quoi: string[]; ecole: string; commune: string }
export const signalements: Statement<{ acad: string; id: string; ids: readonly string[]; etab: string; du: Date; au: Date }, SignalementsRow> = {
  name: 'signalement.rapprochement.rapprochement.signalements',
  text: `select s.id, s.etab, s.etat, s.recu_le, s.quoi, e.nom as ecole, e.commune
  from confidentiel.signalement s join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
  where s.acad = $1 and s.id <> $2
    and (s.id = any ($3::uuid[]) or (s.etab = $4 and s.recu_le between $5 and $6))
  order by s.id = any ($3::uuid[]) desc, s.recu_le desc limit 20`,
  params: ['acad', 'id', 'ids', 'etab', 'du', 'au'],
}
