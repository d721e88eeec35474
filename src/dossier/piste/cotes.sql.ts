// Generated from cotes.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Which side an agent has already heard, in the talks of the dossier. */
export type EntendusRow = { role: string }
export const entendus: Statement<{ acad: string; fil: string; agent: string }, EntendusRow> = {
  name: 'dossier.piste.cotes.entendus',
  text: `select distinct e.role from confidentiel.entretien e
  where e.acad = $1 and e.fil = $2 and e.issue = 'tenu' and $3::uuid = any (e.adultes) and e.role in ('cible', 'auteur_presume')
    and not exists (select from confidentiel.entretien s where s.acad = e.acad and s.suite = e.suite and s.version > e.version)`,
  params: ['acad', 'fil', 'agent'],
}

/** Adults of a running shared concern among these. */
export type DelEquipeRow = { agent: string | null; cote: string; prenom: string; nom: string }
export const delEquipe: Statement<{ acad: string; fil: string; agents: readonly string[] }, DelEquipeRow> = {
  name: 'dossier.piste.cotes.delEquipe',
  text: `select i.agent, i.cote, a.prenom, a.nom from confidentiel.intervenant i join annuaire.agent a on a.acad = i.acad and a.id = i.agent
  where i.acad = $1 and i.fil = $2 and i.agent = any ($3::uuid[])
    and exists (select from confidentiel.piste p where p.acad = i.acad and p.fil = i.fil and p.methode = 'mpp' and p.issue is null)`,
  params: ['acad', 'fil', 'agents'],
}
