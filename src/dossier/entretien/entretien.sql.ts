// Generated from entretien.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Zero rows: this very talk had been written already. */
export type NoterRow = {}
export const noter: Statement<{ acad: string; id: string; fil: string; suite: string; version: number; personne: string; role: string; issue: string; adultes: readonly string[]; contenu: Uint8Array; le: Date; qualite: string }, NoterRow> = {
  name: 'dossier.entretien.entretien.noter',
  text: `insert into confidentiel.entretien (acad, id, fil, suite, version, personne, role, issue, adultes, contenu, le, par, qualite, ecrit_le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, (select acces.moi()), $12,
    (select acces.maintenant()))
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'suite', 'version', 'personne', 'role', 'issue', 'adultes', 'contenu', 'le', 'qualite'],
}

/** Each talk as it reads now. */
export type DerniersRow = { id: string; suite: string; version: number; personne: string; role: string; issue: string; adultes: string[]; contenu: Buffer; le: Date; par: string; ecrit_le: Date; prenom: string; nom: string }
export const derniers: Statement<{ acad: string; fil: string }, DerniersRow> = {
  name: 'dossier.entretien.entretien.derniers',
  text: `select * from (
  select distinct on (e.suite) e.id, e.suite, e.version, e.personne, e.role, e.issue, e.adultes, e.contenu, e.le, e.par, e.ecrit_le,
      a.prenom, a.nom
    from confidentiel.entretien e join annuaire.agent a on a.acad = e.acad and a.id = e.par
    where e.acad = $1 and e.fil = $2 order by e.suite, e.version desc) d
  order by d.le desc, d.id desc`,
  params: ['acad', 'fil'],
}

/** One talk as it was written each time, newest first. */
export type VersionsRow = { id: string; suite: string; version: number; personne: string; role: string; issue: string; adultes: string[]; contenu: Buffer; le: Date; par: string; ecrit_le: Date; prenom: string; nom: string }
export const versions: Statement<{ acad: string; fil: string; suite: string }, VersionsRow> = {
  name: 'dossier.entretien.entretien.versions',
  text: `select e.id, e.suite, e.version, e.personne, e.role, e.issue, e.adultes, e.contenu, e.le, e.par, e.ecrit_le, a.prenom, a.nom
  from confidentiel.entretien e join annuaire.agent a on a.acad = e.acad and a.id = e.par
  where e.acad = $1 and e.fil = $2 and e.suite = $3 order by e.version desc`,
  params: ['acad', 'fil', 'suite'],
}

/** Who may have led a talk: whoever sees the dossier, and the équipe ressource of its school. */
export type AdultesRow = { id: string; prenom: string; nom: string }
export const adultes: Statement<{ acad: string; fil: string; etab: string }, AdultesRow> = {
  name: 'dossier.entretien.entretien.adultes',
  text: `select a.id, a.prenom, a.nom from annuaire.agent a
  where a.acad = $1 and (a.id in (select l.agent from acces.lecteurs($2) l)
    or a.id in (select m.agent from annuaire.mandat m where m.acad = $1 and m.etab = $3 and m.role in ('equipe', 'coordonnateur', 'chef')
      and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())))
  order by a.nom, a.prenom, a.id`,
  params: ['acad', 'fil', 'etab'],
}

export type NomsRow = { id: string; prenom: string; nom: string }
export const noms: Statement<{ acad: string; ids: readonly string[] }, NomsRow> = {
  name: 'dossier.entretien.entretien.noms',
  text: `select id, prenom, nom from annuaire.agent where acad = $1 and id = any ($2::uuid[])`,
  params: ['acad', 'ids'],
}
