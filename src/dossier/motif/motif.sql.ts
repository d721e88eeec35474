// Generated from motif.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Sent twice, it is told once. */
export type DireRow = {}
export const dire: Statement<{ acad: string; id: string; fil: string; motif: string; mots: Uint8Array | null }, DireRow> = {
  name: 'dossier.motif.motif.dire',
  text: `insert into confidentiel.consultation (acad, id, fil, agent, nature, motif, mots, le)
  values ($1, $2, $3, acces.moi(), 'motif', $4, $5, acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'motif', 'mots'],
}

export type DitsRow = { id: string; agent: string; motif: string | null; mots: Buffer | null; le: Date; prenom: string; nom: string }
export const dits: Statement<{ acad: string; fil: string }, DitsRow> = {
  name: 'dossier.motif.motif.dits',
  text: `select c.id, c.agent, c.motif, c.mots, c.le, a.prenom, a.nom
  from confidentiel.consultation c join annuaire.agent a on a.acad = c.acad and a.id = c.agent
  where c.acad = $1 and c.fil = $2 and c.nature = 'motif' order by c.le desc limit 100`,
  params: ['acad', 'fil'],
}
