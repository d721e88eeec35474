// Generated from transmission.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type TransmissionsRow = { id: string; destinataire: string; decision: string; gravite: number | null; parents: string | null; base: string | null; jour: string; contenu: Buffer; qualite: string; le: Date; prenom: string; nom: string }
export const transmissions: Statement<{ acad: string; fil: string }, TransmissionsRow> = {
  name: 'dossier.transmission.transmission.transmissions',
  text: `select t.id, t.destinataire, t.decision, t.gravite, t.parents, t.base, t.jour, t.contenu, t.qualite, t.le, a.prenom, a.nom
  from confidentiel.transmission t join annuaire.agent a on a.acad = t.acad and a.id = t.par
  where t.acad = $1 and t.fil = $2 order by t.le, t.id`,
  params: ['acad', 'fil'],
}

export type SuitesRow = { id: string; transmission: string; issue: string; jour: string; contenu: Buffer; le: Date; prenom: string; nom: string }
export const suites: Statement<{ acad: string; fil: string }, SuitesRow> = {
  name: 'dossier.transmission.transmission.suites',
  text: `select s.id, s.transmission, s.issue, s.jour, s.contenu, s.le, a.prenom, a.nom
  from confidentiel.transmission_suite s join annuaire.agent a on a.acad = s.acad and a.id = s.par
  where s.acad = $1 and s.fil = $2 order by s.le, s.id`,
  params: ['acad', 'fil'],
}

export type DeciderRow = {}
export const decider: Statement<{ acad: string; id: string; fil: string; destinataire: string; decision: string; gravite: number | null; parents: string | null; base: string | null; jour: string; contenu: Uint8Array; qualite: string }, DeciderRow> = {
  name: 'dossier.transmission.transmission.decider',
  text: `insert into confidentiel.transmission (acad, id, fil, destinataire, decision, gravite, parents, base, jour, contenu, par, qualite, le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, acces.moi(), $11, acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'destinataire', 'decision', 'gravite', 'parents', 'base', 'jour', 'contenu', 'qualite'],
}

export type SuivreRow = {}
export const suivre: Statement<{ acad: string; id: string; fil: string; transmission: string; issue: string; jour: string; contenu: Uint8Array }, SuivreRow> = {
  name: 'dossier.transmission.transmission.suivre',
  text: `insert into confidentiel.transmission_suite (acad, id, fil, transmission, issue, jour, contenu, par, le)
  values ($1, $2, $3, $4, $5, $6, $7, acces.moi(), acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'transmission', 'issue', 'jour', 'contenu'],
}
