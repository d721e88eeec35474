// Generated from cotes.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Whom an agent has already heard in the talks of the dossier, and in which role. */
export type EntendusRow = { role: string; personne: string }
export const entendus: Statement<{ acad: string; fil: string; agent: string }, EntendusRow> = {
  name: 'dossier.piste.cotes.entendus',
  text: `select distinct e.role, e.personne from confidentiel.entretien e
  where e.acad = $1 and e.fil = $2 and e.issue = 'tenu' and $3::uuid = any (e.adultes)
    and not exists (select from confidentiel.entretien s where s.acad = e.acad and s.suite = e.suite and s.version > e.version)`,
  params: ['acad', 'fil', 'agent'],
}

/** Adults of a running shared concern, those who left it too. */
export type DelEquipeRow = { id: string; agent: string | null; cote: string; identite: Buffer }
export const delEquipe: Statement<{ acad: string; fil: string }, DelEquipeRow> = {
  name: 'dossier.piste.cotes.delEquipe',
  text: `select i.id, i.agent, i.cote, i.identite from confidentiel.intervenant i
  where i.acad = $1 and i.fil = $2
    and exists (select from confidentiel.piste p where p.acad = i.acad and p.fil = i.fil and p.methode = 'mpp' and p.issue is null)`,
  params: ['acad', 'fil'],
}

/** On which side of the running shared concern a pupil was already planned or seen, under any of their entries. */
export type PlaceeRow = { cote: string }
export const placee: Statement<{ acad: string; fil: string; personnes: readonly string[] }, PlaceeRow> = {
  name: 'dossier.piste.cotes.placee',
  text: `select distinct c.cote from confidentiel.eleve_cote c
  join confidentiel.piste p on p.acad = c.acad and p.fil = c.fil and p.id = c.piste and p.issue is null
  where c.acad = $1 and c.fil = $2 and c.personne = any ($3::uuid[])`,
  params: ['acad', 'fil', 'personnes'],
}
