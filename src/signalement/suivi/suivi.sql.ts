// Generated from suivi.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** The policy leaves one row at the most: the report whose code this transaction has shown. */
export type MonSignalementRow = { acad: string; id: string; dept: string; circo: string | null; etab: string; niveau: string; etat: string; langue: string; declarant: string; danger: string | null; quoi: string[]; lieux: string[]; depuis: string | null; frequence: string | null; auteurs: string | null; informes: string[]; urgences: string[]; recu_le: Date; echeance: Date | null; lu_le: Date | null; pris_le: Date | null; pris_par: string | null; repondu_le: Date | null; clos_le: Date | null; rappel_le: Date | null; contact: string; contenu: Buffer; nom: string; type: string; prispar: string | null; lupar: string | null }
export const monSignalement: Statement<{ acad: string }, MonSignalementRow> = {
  name: 'signalement.suivi.suivi.monSignalement',
  text: `select s.acad, s.id, s.dept, s.circo, s.etab, s.niveau, s.etat, s.langue, s.declarant, s.danger, s.quoi, s.lieux, s.depuis, s.frequence, s.auteurs, s.informes, s.urgences, s.recu_le, s.echeance, s.lu_le, s.pris_le,
    s.pris_par, s.repondu_le, s.clos_le, s.rappel_le, s.contact, s.contenu, e.nom, e.type,
    (select f.qualite from confidentiel.fait f where f.acad = s.acad and f.fil = s.id and f.verbe in ('signalement.prendre', 'signalement.reprendre') order by f.rang desc limit 1) as prispar,
    (select f.qualite from confidentiel.fait f where f.acad = s.acad and f.fil = s.id and f.verbe = 'signalement.lire' order by f.rang limit 1) as lupar
  from confidentiel.signalement s join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
  where s.acad = $1 and s.id = (select acces.mon_signalement())`,
  params: ['acad'],
}

/** One at a time: who answers twice at the same instant is read once. */
export type VerrouillerRow = { id: string }
export const verrouiller: Statement<{ acad: string }, VerrouillerRow> = {
  name: 'signalement.suivi.suivi.verrouiller',
  text: `select id from confidentiel.signalement where acad = $1 and id = (select acces.mon_signalement()) for update`,
  params: ['acad'],
}

/** The fingerprint of the first fact: it proves when this report came, and nothing of what it says. */
export type EmpreinteRow = { empreinte: string }
export const empreinte: Statement<{ acad: string }, EmpreinteRow> = {
  name: 'signalement.suivi.suivi.empreinte',
  text: `select encode(f.empreinte, 'hex') as empreinte from confidentiel.fait f
  where f.acad = $1 and f.fil = (select acces.mon_signalement()) order by f.rang limit 1`,
  params: ['acad'],
}

export type MessagesRow = { id: string; auteur: string; qualite: string; contenu: Buffer; envoye_le: Date; lu_le: Date | null }
export const messages: Statement<{ acad: string; fil: string }, MessagesRow> = {
  name: 'signalement.suivi.suivi.messages',
  text: `select id, auteur, qualite, contenu, envoye_le, lu_le from confidentiel.message where acad = $1 and fil = $2 order by envoye_le, id`,
  params: ['acad', 'fil'],
}

export type LireMessagesRow = {}
export const lireMessages: Statement<{ le: Date; acad: string; fil: string }, LireMessagesRow> = {
  name: 'signalement.suivi.suivi.lireMessages',
  text: `update confidentiel.message set lu_le = $1 where acad = $2 and fil = $3 and auteur = 'agent' and lu_le is null`,
  params: ['le', 'acad', 'fil'],
}

/** Zero rows: this very message has arrived already. */
export type EcrireRow = {}
export const ecrire: Statement<{ acad: string; id: string; fil: string; contenu: Uint8Array; le: Date }, EcrireRow> = {
  name: 'signalement.suivi.suivi.ecrire',
  text: `insert into confidentiel.message (acad, id, fil, auteur, agent, qualite, contenu, envoye_le)
  values ($1, $2, $3, 'declarant', null, 'declarant', $4, $5) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'contenu', 'le'],
}

export type DejaJointeRow = { id: string }
export const dejaJointe: Statement<{ acad: string; id: string }, DejaJointeRow> = {
  name: 'signalement.suivi.suivi.dejaJointe',
  text: `select id from confidentiel.piece where acad = $1 and id = $2`,
  params: ['acad', 'id'],
}

export type AvancerEcheanceRow = {}
export const avancerEcheance: Statement<{ echeance: Date; urgences: readonly string[]; acad: string; fil: string }, AvancerEcheanceRow> = {
  name: 'signalement.suivi.suivi.avancerEcheance',
  text: `update confidentiel.signalement set echeance = least(echeance, $1), urgences = $2, version = version + 1
  where acad = $3 and id = $4 and etat <> 'clos'`,
  params: ['echeance', 'urgences', 'acad', 'fil'],
}

export type CompterPiecesRow = { n: number }
export const compterPieces: Statement<{ acad: string; fil: string }, CompterPiecesRow> = {
  name: 'signalement.suivi.suivi.compterPieces',
  text: `select count(*) as n from confidentiel.piece where acad = $1 and fil = $2`,
  params: ['acad', 'fil'],
}

export type OublierContactRow = {}
export const oublierContact: Statement<{ acad: string; fil: string }, OublierContactRow> = {
  name: 'signalement.suivi.suivi.oublierContact',
  text: `delete from acces.contact where acad = $1 and signalement = $2`,
  params: ['acad', 'fil'],
}

export type NoterSansContactRow = {}
export const noterSansContact: Statement<{ acad: string; fil: string }, NoterSansContactRow> = {
  name: 'signalement.suivi.suivi.noterSansContact',
  text: `update confidentiel.signalement set contact = 'code', version = version + 1 where acad = $1 and id = $2`,
  params: ['acad', 'fil'],
}

export type RouvrirRow = { rouvert: boolean }
export const rouvrir: Statement<{ echeance: Date }, RouvrirRow> = {
  name: 'signalement.suivi.suivi.rouvrir',
  text: `select acces.rouvrir($1) as rouvert`,
  params: ['echeance'],
}

export type AvisRow = { verbe: string; detail: unknown }
export const avis: Statement<{ acad: string; fil: string }, AvisRow> = {
  name: 'signalement.suivi.suivi.avis',
  text: `select f.verbe, f.detail from confidentiel.fait f
  where f.acad = $1 and f.fil = $2 and f.verbe in ('signalement.avis', 'signalement.dire_aide') order by f.rang`,
  params: ['acad', 'fil'],
}

/** A code and a day, nothing else, for the dossier of the one report whose code was shown. */
export type EtapesRow = { code: string; le: string }
export const etapes: Statement<{}, EtapesRow> = {
  name: 'signalement.suivi.suivi.etapes',
  text: `select code, le from acces.mes_etapes()`,
  params: [],
}
