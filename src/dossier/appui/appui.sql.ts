// Generated from appui.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Zero rows: this very request was sent already. */
export type DemanderRow = {}
export const demander: Statement<{ acad: string; id: string; dept: string | null; circo: string | null; etab: string | null; niveau: string; dossier: string | null; nature: string; vers: string; famille: string | null; contenu: Uint8Array; echeance: Date }, DemanderRow> = {
  name: 'dossier.appui.appui.demander',
  text: `insert into confidentiel.appui (acad, id, dept, circo, etab, niveau, dossier, nature, vers, famille, contenu, demande_par, demande_le, echeance)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, acces.moi(), acces.maintenant(), $12)
  on conflict do nothing`,
  params: ['acad', 'id', 'dept', 'circo', 'etab', 'niveau', 'dossier', 'nature', 'vers', 'famille', 'contenu', 'echeance'],
}

export type ParIdRow = { id: string; dept: string | null; circo: string | null; etab: string | null; niveau: string; dossier: string | null; nature: string; vers: string; famille: string | null; contenu: Buffer; demande_par: string; demande_le: Date; etat: string; echeance: Date | null; repondant: string | null; pris_le: Date | null; rendez_vous: Date | null; fait_le: Date | null; fait: Buffer | null; clos_le: Date | null; utile: string | null; version: number; de_prenom: string; de_nom: string; r_prenom: string; r_nom: string; ecole: string; commune: string; numero: string; demandeur_parti: boolean }
export const parId: Statement<{ acad: string; id: string }, ParIdRow> = {
  name: 'dossier.appui.appui.parId',
  text: `select a.id, a.dept, a.circo, a.etab, a.niveau, a.dossier, a.nature, a.vers, a.famille, a.contenu, a.demande_par, a.demande_le, a.etat, a.echeance,
    a.repondant, a.pris_le, a.rendez_vous, a.fait_le, a.fait, a.clos_le, a.utile, a.version,
    d.prenom as de_prenom, d.nom as de_nom, r.prenom as r_prenom, r.nom as r_nom, e.nom as ecole, e.commune, o.numero,
    not exists (select from annuaire.mandat m where m.acad = a.acad and m.agent = a.demande_par and m.du <= acces.maintenant()
      and (m.au is null or m.au > acces.maintenant())
      and (m.etab = a.etab or m.circo = a.circo or m.dept = a.dept or (m.etab is null and m.circo is null and m.dept is null)))
      as demandeur_parti
  from confidentiel.appui a
  join annuaire.agent d on d.acad = a.acad and d.id = a.demande_par
  left join annuaire.agent r on r.acad = a.acad and r.id = a.repondant
  left join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  left join confidentiel.dossier o on o.acad = a.acad and o.id = a.dossier
  where a.acad = $1 and a.id = $2`,
  params: ['acad', 'id'],
}

/** What is not over first, by due date; the scope is repeated so that an index serves it. */
export type ListeRow = { id: string; nature: string; vers: string; etat: string; echeance: Date | null; demande_par: string; demande_le: Date; rendez_vous: Date | null; de_prenom: string; de_nom: string; r_prenom: string; r_nom: string; ecole: string; commune: string; numero: string }
export const liste: Statement<{ acad: string; clos: boolean; etabs: readonly string[]; circos: readonly string[]; depts: readonly string[]; acads: readonly string[]; moi: string }, ListeRow> = {
  name: 'dossier.appui.appui.liste',
  text: `select a.id, a.nature, a.vers, a.etat, a.echeance, a.demande_par, a.demande_le, a.rendez_vous, d.prenom as de_prenom, d.nom as de_nom,
    r.prenom as r_prenom, r.nom as r_nom, e.nom as ecole, e.commune, o.numero
  from confidentiel.appui a
  join annuaire.agent d on d.acad = a.acad and d.id = a.demande_par
  left join annuaire.agent r on r.acad = a.acad and r.id = a.repondant
  left join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  left join confidentiel.dossier o on o.acad = a.acad and o.id = a.dossier
  where a.acad = $1 and (a.etat <> 'clos' or $2)
    and (a.portee_etab = any ($3::text[]) or a.portee_circo = any ($4::text[]) or a.portee_dept = any ($5::text[])
      or a.acad = any ($6::text[]) or a.demande_par = $7 or a.repondant = $7)
  order by a.clos_le desc nulls first, (a.etat = 'fait'), a.echeance, a.id limit 100`,
  params: ['acad', 'clos', 'etabs', 'circos', 'depts', 'acads', 'moi'],
}

export type DuDossierRow = { id: string; nature: string; etat: string; echeance: Date | null; demande_le: Date; demande_par: string; r_prenom: string; r_nom: string }
export const duDossier: Statement<{ acad: string; dossier: string }, DuDossierRow> = {
  name: 'dossier.appui.appui.duDossier',
  text: `select p.id, p.nature, p.etat, p.echeance, p.demande_le, p.demande_par, r.prenom as r_prenom, r.nom as r_nom
  from confidentiel.appui p left join annuaire.agent r on r.acad = p.acad and r.id = p.repondant
  where p.acad = $1 and p.dossier = $2 order by p.demande_le`,
  params: ['acad', 'dossier'],
}

export type PrendreRow = {}
export const prendre: Statement<{ echeance: Date; rendezVous: Date | null; acad: string; id: string; version: number }, PrendreRow> = {
  name: 'dossier.appui.appui.prendre',
  text: `update confidentiel.appui
  set etat = 'pris', repondant = acces.moi(), pris_le = acces.maintenant(), echeance = $1, rendez_vous = $2, version = version + 1
  where acad = $3 and id = $4 and version = $5 and etat in ('demande', 'pris')`,
  params: ['echeance', 'rendezVous', 'acad', 'id', 'version'],
}

export type FaireRow = {}
export const faire: Statement<{ fait: Uint8Array; acad: string; id: string; version: number }, FaireRow> = {
  name: 'dossier.appui.appui.faire',
  text: `update confidentiel.appui set etat = 'fait', fait = $1, fait_le = acces.maintenant(), echeance = null, version = version + 1
  where acad = $2 and id = $3 and version = $4 and etat = 'pris'`,
  params: ['fait', 'acad', 'id', 'version'],
}

export type CloreRow = {}
export const clore: Statement<{ utile: string; acad: string; id: string; version: number }, CloreRow> = {
  name: 'dossier.appui.appui.clore',
  text: `update confidentiel.appui set etat = 'clos', utile = $1, clos_le = acces.maintenant(), echeance = null, version = version + 1
  where acad = $2 and id = $3 and version = $4 and etat <> 'clos'`,
  params: ['utile', 'acad', 'id', 'version'],
}

export type RedemanderRow = {}
export const redemander: Statement<{ echeance: Date; acad: string; id: string; version: number }, RedemanderRow> = {
  name: 'dossier.appui.appui.redemander',
  text: `update confidentiel.appui set etat = 'pris', echeance = $1, version = version + 1
  where acad = $2 and id = $3 and version = $4 and etat = 'fait'`,
  params: ['echeance', 'acad', 'id', 'version'],
}

export type EchangesRow = { id: string; qualite: string; contenu: Buffer; le: Date; agent: string; prenom: string; nom: string }
export const echanges: Statement<{ acad: string; fil: string }, EchangesRow> = {
  name: 'dossier.appui.appui.echanges',
  text: `select n.id, n.qualite, n.contenu, n.le, n.agent, a.prenom, a.nom from confidentiel.note n
  join annuaire.agent a on a.acad = n.acad and a.id = n.agent
  where n.acad = $1 and n.fil = $2 order by n.le, n.id`,
  params: ['acad', 'fil'],
}

export type EcrireRow = {}
export const ecrire: Statement<{ acad: string; id: string; fil: string; qualite: string; contenu: Uint8Array }, EcrireRow> = {
  name: 'dossier.appui.appui.ecrire',
  text: `insert into confidentiel.note (acad, id, fil, agent, qualite, contenu, le)
  values ($1, $2, $3, acces.moi(), $4, $5, acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'qualite', 'contenu'],
}

export type LieuRow = { dept: string | null; circo: string | null }
export const lieu: Statement<{ acad: string; etab: string | null; circo: string | null }, LieuRow> = {
  name: 'dossier.appui.appui.lieu',
  text: `select dept, circo from annuaire.etablissement where acad = $1 and etab = $2
union all
select dept, circo from annuaire.circonscription where acad = $1 and $2::text is null and circo = $3`,
  params: ['acad', 'etab', 'circo'],
}
