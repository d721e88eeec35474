// Generated from traitement.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** `a_motiver`: the dossier that it is joined to, when this agent has no part in either and has told no motive yet. */
export type SignalementRow = { a_motiver: string | null; id: string; dept: string; circo: string | null; etab: string; niveau: string; canal: string; langue: string; declarant: string; quoi: string[]; lieux: string[]; depuis: string | null; frequence: string | null; auteurs: string | null; informes: string[]; danger: string | null; urgences: string[]; contenu: Buffer; faits_du: string | null; faits_au: string | null; recu_le: Date; etat: string; echeance: Date | null; pris_par: string | null; pris_le: Date | null; lu_le: Date | null; repondu_le: Date | null; clos_le: Date | null; clos_motif: string | null; contact: string; version: number; ecole: string; type: string; commune: string; telephone: string; pris_prenom: string | null; pris_nom: string | null; clos_prenom: string | null; clos_nom: string | null; saisi_prenom: string | null; saisi_nom: string | null }
export const signalement: Statement<{ acad: string; id: string }, SignalementRow> = {
  name: 'signalement.traitement.traitement.signalement',
  text: `select acces.signalement_a_motiver(s.acad, s.id) as a_motiver, s.id, s.dept, s.circo, s.etab, s.niveau, s.canal, s.langue, s.declarant, s.quoi, s.lieux, s.depuis, s.frequence, s.auteurs,
    s.informes, s.danger, s.urgences, s.contenu, s.faits_du, s.faits_au, s.recu_le, s.etat, s.echeance, s.pris_par, s.pris_le,
    s.lu_le, s.repondu_le, s.clos_le, s.clos_motif, s.contact, s.version,
    e.nom as ecole, e.type, e.commune, e.telephone,
    p.prenom as pris_prenom, p.nom as pris_nom, c.prenom as clos_prenom, c.nom as clos_nom, i.prenom as saisi_prenom, i.nom as saisi_nom
  from confidentiel.signalement s
  join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
  left join annuaire.agent p on p.acad = s.acad and p.id = s.pris_par
  left join annuaire.agent c on c.acad = s.acad and c.id = s.clos_par
  left join annuaire.agent i on i.acad = s.acad and i.id = s.saisi_par
  where s.acad = $1 and s.id = $2`,
  params: ['acad', 'id'],
}

export type MessagesRow = { id: string; auteur: string; agent: string | null; qualite: string; contenu: Buffer; envoye_le: Date; lu_le: Date | null; prenom: string | null; nom: string | null }
export const messages: Statement<{ acad: string; fil: string }, MessagesRow> = {
  name: 'signalement.traitement.traitement.messages',
  text: `select m.id, m.auteur, m.agent, m.qualite, m.contenu, m.envoye_le, m.lu_le, a.prenom, a.nom
  from confidentiel.message m left join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = $1 and m.fil = $2 order by m.envoye_le, m.id`,
  params: ['acad', 'fil'],
}

export type PiecesRow = { id: string; type: string; taille: number; largeur: number; hauteur: number; depose_le: Date }
export const pieces: Statement<{ acad: string; fil: string }, PiecesRow> = {
  name: 'signalement.traitement.traitement.pieces',
  text: `select id, type, taille, largeur, hauteur, depose_le from confidentiel.piece where acad = $1 and fil = $2 order by depose_le, id`,
  params: ['acad', 'fil'],
}

/** `a_motiver`: as for its report. */
export type PieceRow = { a_motiver: string | null; type: string; copie: Buffer }
export const piece: Statement<{ acad: string; fil: string; id: string }, PieceRow> = {
  name: 'signalement.traitement.traitement.piece',
  text: `select acces.signalement_a_motiver(s.acad, s.id) as a_motiver, p.type, p.copie
  from confidentiel.piece p join confidentiel.signalement s on s.acad = p.acad and s.id = p.fil
  where p.acad = $1 and p.fil = $2 and p.id = $3`,
  params: ['acad', 'fil', 'id'],
}

export type LireRow = {}
export const lire: Statement<{ acad: string; id: string }, LireRow> = {
  name: 'signalement.traitement.traitement.lire',
  text: `update confidentiel.signalement set lu_le = acces.maintenant() where acad = $1 and id = $2 and lu_le is null`,
  params: ['acad', 'id'],
}

export type LireMessagesRow = {}
export const lireMessages: Statement<{ acad: string; fil: string }, LireMessagesRow> = {
  name: 'signalement.traitement.traitement.lireMessages',
  text: `update confidentiel.message set lu_le = acces.maintenant() where acad = $1 and fil = $2 and auteur = 'declarant' and lu_le is null`,
  params: ['acad', 'fil'],
}

export type PrendreRow = {}
export const prendre: Statement<{ echeance: Date; acad: string; id: string; version: number }, PrendreRow> = {
  name: 'signalement.traitement.traitement.prendre',
  text: `update confidentiel.signalement
  set etat = 'pris_en_charge', pris_par = acces.moi(), pris_le = acces.maintenant(), echeance = $1, version = version + 1
  where acad = $2 and id = $3 and version = $4 and etat <> 'clos'`,
  params: ['echeance', 'acad', 'id', 'version'],
}

export type EcrireRow = {}
export const ecrire: Statement<{ acad: string; id: string; fil: string; qualite: string; contenu: Uint8Array }, EcrireRow> = {
  name: 'signalement.traitement.traitement.ecrire',
  text: `insert into confidentiel.message (acad, id, fil, auteur, agent, qualite, contenu, envoye_le)
  values ($1, $2, $3, 'agent', acces.moi(), $4, $5, acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'qualite', 'contenu'],
}

export type ReponduRow = {}
export const repondu: Statement<{ echeance: Date; acad: string; id: string; version: number }, ReponduRow> = {
  name: 'signalement.traitement.traitement.repondu',
  text: `update confidentiel.signalement set repondu_le = acces.maintenant(), echeance = $1, version = version + 1
  where acad = $2 and id = $3 and version = $4 and etat = 'pris_en_charge'`,
  params: ['echeance', 'acad', 'id', 'version'],
}

export type CloreRow = {}
export const clore: Statement<{ motif: string; acad: string; id: string; version: number }, CloreRow> = {
  name: 'signalement.traitement.traitement.clore',
  text: `update confidentiel.signalement
  set etat = 'clos', clos_par = acces.moi(), clos_le = acces.maintenant(), clos_motif = $1, echeance = null,
    repondu_le = acces.maintenant(), contact = case contact when 'mail' then 'code' else contact end, version = version + 1
  where acad = $2 and id = $3 and version = $4 and etat <> 'clos'`,
  params: ['motif', 'acad', 'id', 'version'],
}

export type ReorienterRow = { fait: boolean }
export const reorienter: Statement<{ acad: string; id: string; etab: string; echeance: Date; version: number }, ReorienterRow> = {
  name: 'signalement.traitement.traitement.reorienter',
  text: `select confidentiel.reorienter($1, $2, $3, $4, $5) as fait`,
  params: ['acad', 'id', 'etab', 'echeance', 'version'],
}

/** Where a report of this school is received. */
export type AccueilRow = { dept: string; circo: string | null; type: string; niveau: string }
export const accueil: Statement<{ acad: string; etab: string; saufEtablissement: boolean }, AccueilRow> = {
  name: 'signalement.traitement.traitement.accueil',
  text: `select dept, circo, type, niveau from annuaire.accueil($1, $2, $3)`,
  params: ['acad', 'etab', 'saufEtablissement'],
}

export type EcoleRow = { etab: string; nom: string; type: string; commune: string; dept: string; circo: string | null }
export const ecole: Statement<{ acad: string; etab: string }, EcoleRow> = {
  name: 'signalement.traitement.traitement.ecole',
  text: `select etab, nom, type, commune, dept, circo from annuaire.etablissement where acad = $1 and etab = $2 and etat <> 'ferme'`,
  params: ['acad', 'etab'],
}

/** `adulte`: because an adult of the school is named, which the form had not said. */
export type MonterRow = { niveau: string | null }
export const monter: Statement<{ acad: string; id: string; echeance: Date; version: number; adulte: boolean }, MonterRow> = {
  name: 'signalement.traitement.traitement.monter',
  text: `select confidentiel.monter_niveau($1, $2, $3, $4, $5) as niveau`,
  params: ['acad', 'id', 'echeance', 'version', 'adulte'],
}

export type OctroyerRow = { fait: boolean }
export const octroyer: Statement<{ id: string; fil: string; agent: string; motif: string }, OctroyerRow> = {
  name: 'signalement.traitement.traitement.octroyer',
  text: `select acces.octroyer($1, $2, $3, $4, null) as fait`,
  params: ['id', 'fil', 'agent', 'motif'],
}

export type LecteursRow = { agent: string; prenom: string; nom: string; role: string }
export const lecteurs: Statement<{ fil: string }, LecteursRow> = {
  name: 'signalement.traitement.traitement.lecteurs',
  text: `select agent, prenom, nom, role from acces.lecteurs($1) order by nom, prenom`,
  params: ['fil'],
}

/** Who opened it or one of its pictures, the last time of each first. */
export type OuverturesRow = { agent: string; prenom: string; nom: string; derniere: Date; fois: number }
export const ouvertures: Statement<{ acad: string; fil: string }, OuverturesRow> = {
  name: 'signalement.traitement.traitement.ouvertures',
  text: `select c.agent, a.prenom, a.nom, max(c.le) as derniere, count(*)::int as fois
  from confidentiel.consultation c join annuaire.agent a on a.acad = c.acad and a.id = c.agent
  where c.acad = $1 and c.fil = $2 group by c.agent, a.prenom, a.nom order by derniere desc, a.nom limit 100`,
  params: ['acad', 'fil'],
}

/** The school's own équipe ressource: who may be given one report. */
export type EquipeRow = { id: string; prenom: string; nom: string; role: string }
export const equipe: Statement<{ acad: string; etab: string }, EquipeRow> = {
  name: 'signalement.traitement.traitement.equipe',
  text: `select a.id, a.prenom, a.nom, m.role from annuaire.mandat m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = $1 and m.etab = $2 and m.role in ('equipe', 'coordonnateur') and m.du <= acces.maintenant()
    and (m.au is null or m.au > acces.maintenant()) order by a.nom, a.prenom`,
  params: ['acad', 'etab'],
}

export type RattacheRow = { id: string; numero: string; etat: string }
export const rattache: Statement<{ acad: string; fil: string }, RattacheRow> = {
  name: 'signalement.traitement.traitement.rattache',
  text: `select d.id, d.numero, d.etat from confidentiel.rattachement r join confidentiel.dossier d on d.acad = r.acad and d.id = r.dossier
  where r.acad = $1 and r.fil = $2 and r.defait_le is null`,
  params: ['acad', 'fil'],
}

/** Between agents: the public door has no right on this table. */
export type NotesRow = { id: string; qualite: string; contenu: Buffer; le: Date; prenom: string; nom: string }
export const notes: Statement<{ acad: string; fil: string }, NotesRow> = {
  name: 'signalement.traitement.traitement.notes',
  text: `select n.id, n.qualite, n.contenu, n.le, a.prenom, a.nom from confidentiel.note n join annuaire.agent a on a.acad = n.acad and a.id = n.agent
  where n.acad = $1 and n.fil = $2 order by n.le, n.id`,
  params: ['acad', 'fil'],
}

/** Zero rows: this very note had been written already. */
export type NoterRow = {}
export const noter: Statement<{ acad: string; id: string; fil: string; qualite: string; contenu: Uint8Array }, NoterRow> = {
  name: 'signalement.traitement.traitement.noter',
  text: `insert into confidentiel.note (acad, id, fil, agent, qualite, contenu, le)
  values ($1, $2, $3, (select acces.moi()), $4, $5, (select acces.maintenant())) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'qualite', 'contenu'],
}

/** Lifted or put back; an urgent one is due sooner, never later than it was. */
export type ChangerUrgencesRow = {}
export const changerUrgences: Statement<{ urgences: readonly string[]; echeance: Date | null; acad: string; id: string; version: number }, ChangerUrgencesRow> = {
  name: 'signalement.traitement.traitement.changerUrgences',
  text: `update confidentiel.signalement set urgences = $1, echeance = least(echeance, $2::timestamptz), version = version + 1
  where acad = $3 and id = $4 and version = $5 and etat <> 'clos'`,
  params: ['urgences', 'echeance', 'acad', 'id', 'version'],
}
