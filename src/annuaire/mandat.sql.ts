// Generated from mandat.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type MandatsDeRow = { id: string; agent: string; role: string; dept: string | null; circo: string | null; etab: string | null; du: Date; au: Date | null; type: string | null; lieu: string | null; dept_lieu: string | null }
export const mandatsDe: Statement<{ acad: string; agents: readonly string[] }, MandatsDeRow> = {
  name: 'annuaire.mandat.mandatsDe',
  text: `select m.id, m.agent, m.role, m.dept, m.circo, m.etab, m.du, m.au, m.type, m.lieu, m.dept_lieu
  from annuaire.mandat_lieu m
  where m.acad = $1 and m.agent = any ($2::uuid[])
  order by m.du, m.id`,
  params: ['acad', 'agents'],
}

export type UnMandatRow = { id: string; agent: string; role: string; dept: string | null; circo: string | null; etab: string | null; du: Date; au: Date | null; type: string | null; lieu: string | null; dept_lieu: string | null; prenom: string; nom: string }
export const unMandat: Statement<{ acad: string; id: string }, UnMandatRow> = {
  name: 'annuaire.mandat.unMandat',
  text: `select m.id, m.agent, m.role, m.dept, m.circo, m.etab, m.du, m.au, m.type, m.lieu, m.dept_lieu, a.prenom, a.nom
  from annuaire.mandat_lieu m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = $1 and m.id = $2`,
  params: ['acad', 'id'],
}

export type JeGereRow = { oui: boolean }
export const jeGere: Statement<{ role: string; dept: string | null }, JeGereRow> = {
  name: 'annuaire.mandat.jeGere',
  text: `select annuaire.je_gere($1, $2) as oui`,
  params: ['role', 'dept'],
}

export type OuvrirMandatRow = { resultat: string }
export const ouvrirMandat: Statement<{ id: string; agent: string; role: string; dept: string | null; circo: string | null; etab: string | null; du: Date; au: Date | null }, OuvrirMandatRow> = {
  name: 'annuaire.mandat.ouvrirMandat',
  text: `select annuaire.ouvrir_mandat($1, $2, $3, $4, $5, $6, $7, $8) as resultat`,
  params: ['id', 'agent', 'role', 'dept', 'circo', 'etab', 'du', 'au'],
}

export type FinirMandatRow = { resultat: string }
export const finirMandat: Statement<{ id: string; au: Date }, FinirMandatRow> = {
  name: 'annuaire.mandat.finirMandat',
  text: `select annuaire.finir_mandat($1, $2) as resultat`,
  params: ['id', 'au'],
}

export type JournalDeRow = { le: Date; verbe: string; mandat: string | null; prenom: string | null; nom: string | null }
export const journalDe: Statement<{ agent: string }, JournalDeRow> = {
  name: 'annuaire.mandat.journalDe',
  text: `select le, verbe, mandat, prenom, nom from annuaire.journal_de($1)`,
  params: ['agent'],
}

export type ListeCirconscriptionsRow = { circo: string; nom: string; dept: string }
export const listeCirconscriptions: Statement<{ acad: string }, ListeCirconscriptionsRow> = {
  name: 'annuaire.mandat.listeCirconscriptions',
  text: `select circo, nom, dept from annuaire.circonscription where acad = $1 and etat = 'ouvert' order by dept, nom`,
  params: ['acad'],
}

export type PoserMandatRow = { resultat: string }
export const poserMandat: Statement<{ acad: string; id: string; agent: string; role: string; dept: string | null; circo: string | null; etab: string | null }, PoserMandatRow> = {
  name: 'annuaire.mandat.poserMandat',
  text: `select annuaire.poser_mandat($1, null, $2, $3, $4, $5, $6, $7, acces.maintenant(), null) as resultat`,
  params: ['acad', 'id', 'agent', 'role', 'dept', 'circo', 'etab'],
}

export type CloreMandatRow = { resultat: string }
export const cloreMandat: Statement<{ acad: string; id: string }, CloreMandatRow> = {
  name: 'annuaire.mandat.cloreMandat',
  text: `select annuaire.clore_mandat($1, null, $2, acces.maintenant()) as resultat`,
  params: ['acad', 'id'],
}

/** Whoever holds something now or later, for the operator's command. */
export type MandatsVifsRow = { id: string; agent: string; mail: string; prenom: string; nom: string; role: string; dept: string | null; circo: string | null; etab: string | null; du: Date; au: Date | null; type: string | null; lieu: string | null }
export const mandatsVifs: Statement<{ acad: string; mail: string | null }, MandatsVifsRow> = {
  name: 'annuaire.mandat.mandatsVifs',
  text: `select m.id, m.agent, a.mail, a.prenom, a.nom, m.role, m.dept, m.circo, m.etab, m.du, m.au, m.type, m.lieu
  from annuaire.mandat_lieu m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = $1 and (m.au is null or m.au > acces.maintenant()) and ($2::text is null or a.mail = lower($2))
  order by annuaire.plier(a.nom), annuaire.plier(a.prenom), a.id, m.du, m.id`,
  params: ['acad', 'mail'],
}

export type PoserAcademieRow = {}
export const poserAcademie: Statement<{ acad: string; nom: string; zone: string }, PoserAcademieRow> = {
  name: 'annuaire.mandat.poserAcademie',
  text: `insert into annuaire.academie (acad, nom, zone) values ($1, $2, $3) on conflict do nothing`,
  params: ['acad', 'nom', 'zone'],
}
