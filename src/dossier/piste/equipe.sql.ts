// Generated from equipe.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type AjouterRow = {}
export const ajouter: Statement<{ acad: string; id: string; fil: string; cote: string; agent: string | null; identite: Uint8Array; jeton: Uint8Array }, AjouterRow> = {
  name: 'dossier.piste.equipe.ajouter',
  text: `insert into confidentiel.intervenant (acad, id, fil, cote, agent, identite, jeton, par, le)
  values ($1, $2, $3, $4, $5, $6, $7, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'cote', 'agent', 'identite', 'jeton'],
}

export type RetirerRow = {}
export const retirer: Statement<{ acad: string; fil: string; id: string }, RetirerRow> = {
  name: 'dossier.piste.equipe.retirer',
  text: `update confidentiel.intervenant set retire_le = acces.maintenant() where acad = $1 and fil = $2 and id = $3 and retire_le is null`,
  params: ['acad', 'fil', 'id'],
}

export type RevenirRow = {}
export const revenir: Statement<{ acad: string; fil: string; id: string }, RevenirRow> = {
  name: 'dossier.piste.equipe.revenir',
  text: `update confidentiel.intervenant set retire_le = null where acad = $1 and fil = $2 and id = $3 and retire_le is not null`,
  params: ['acad', 'fil', 'id'],
}

/** Only an adult who has seen nobody and is to see nobody: the keys of `rencontre` hold it too. */
export type ChangerCoteRow = {}
export const changerCote: Statement<{ cote: string; acad: string; fil: string; id: string }, ChangerCoteRow> = {
  name: 'dossier.piste.equipe.changerCote',
  text: `update confidentiel.intervenant i set cote = $1
  where i.acad = $2 and i.fil = $3 and i.id = $4 and i.cote <> $1
    and not exists (select from confidentiel.rencontre r where r.acad = i.acad and r.fil = i.fil and r.intervenant = i.id)`,
  params: ['cote', 'acad', 'fil', 'id'],
}

/** Whoever leaves has no talk ahead any more: the pupils are planned anew. */
export type DelierPrevuesRow = {}
export const delierPrevues: Statement<{ jour: string; acad: string; fil: string; id: string }, DelierPrevuesRow> = {
  name: 'dossier.piste.equipe.delierPrevues',
  text: `update confidentiel.rencontre set constat = 'annulee', tenue_le = $1, note_par = acces.moi(), note_le = acces.maintenant()
  where acad = $2 and fil = $3 and intervenant = $4 and constat is null`,
  params: ['jour', 'acad', 'fil', 'id'],
}

/** Who may be of the team: whoever sees the dossier, and the équipe ressource of its school. */
export type AdultesRow = { agent: string; prenom: string; nom: string; chef: boolean }
export const adultes: Statement<{ fil: string; acad: string; etab: string }, AdultesRow> = {
  name: 'dossier.piste.equipe.adultes',
  text: `select a.id as agent, a.prenom, a.nom, coalesce(bool_or(x.role = 'chef'), false) as chef from (
    select l.agent, l.role from acces.lecteurs($1) l
    union all
    select m.agent, m.role from annuaire.mandat m where m.acad = $2 and m.etab = $3 and m.role in ('equipe', 'coordonnateur', 'chef')
      and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())) x
  join annuaire.agent a on a.acad = $2 and a.id = x.agent
  group by a.id, a.prenom, a.nom order by a.nom, a.prenom, a.id`,
  params: ['fil', 'acad', 'etab'],
}
