// Generated from dossier.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** `a_motiver`: seen without any part in it, and no motive told yet. Most readers have one by their post, which the first line tells. */
export type ParNumeroRow = { a_motiver: boolean; resp_mail: string; revu_le: Date | null; id: string; numero: string; dept: string; circo: string | null; etab: string; niveau: string; protocole: string; etat: string; urgences: string[]; responsable: string; echeance: Date | null; ouvert_le: Date; pris_le: Date | null; protege_le: Date | null; clos_le: Date | null; persiste_le: Date | null; resume: Buffer; version: number; ecole: string; type: string; commune: string; telephone: string; resp_prenom: string; resp_nom: string; ouvert_prenom: string; ouvert_nom: string }
export const parNumero: Statement<{ moi: string; etabs: readonly string[]; circos: readonly string[]; acad: string; numero: string }, ParNumeroRow> = {
  name: 'dossier.dossier.parNumero',
  text: `select case when d.responsable = $1 or d.ouvert_par = $1 or d.portee_etab = any ($2::text[]) or d.portee_circo = any ($3::text[])
      then false else acces.doit_dire_pourquoi(d.acad, d.id) end as a_motiver,
    r.mail as resp_mail, d.revu_le, d.id, d.numero, d.dept, d.circo, d.etab, d.niveau, d.protocole, d.etat, d.urgences, d.responsable, d.echeance, d.ouvert_le,
    d.pris_le, d.protege_le, d.clos_le, d.persiste_le, d.resume, d.version, e.nom as ecole, e.type, e.commune, e.telephone,
    r.prenom as resp_prenom, r.nom as resp_nom, o.prenom as ouvert_prenom, o.nom as ouvert_nom
  from confidentiel.dossier d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  join annuaire.agent o on o.acad = d.acad and o.id = d.ouvert_par
  where d.acad = $4 and d.numero = $5`,
  params: ['moi', 'etabs', 'circos', 'acad', 'numero'],
}

export type PersonnesRow = { id: string; identite: Buffer; version: number }
export const personnes: Statement<{ acad: string; fil: string }, PersonnesRow> = {
  name: 'dossier.dossier.personnes',
  text: `select id, identite, version from confidentiel.personne where acad = $1 and fil = $2 order by id`,
  params: ['acad', 'fil'],
}

export type RolesRow = { id: string; personne: string; role: string; du: string; au: string | null }
export const roles: Statement<{ acad: string; fil: string }, RolesRow> = {
  name: 'dossier.dossier.roles',
  text: `select id, personne, role, du, au from confidentiel.personne_role where acad = $1 and fil = $2 order by du, id`,
  params: ['acad', 'fil'],
}

/** Entries that are read as another, today. */
export type ReuniesRow = { id: string; de: string; vers: string }
export const reunies: Statement<{ acad: string; fil: string }, ReuniesRow> = {
  name: 'dossier.dossier.reunies',
  text: `select id, de, vers from confidentiel.personne_reunie where acad = $1 and fil = $2 and separee_le is null order by le, id`,
  params: ['acad', 'fil'],
}

export type LiensEnBrefRow = { enfant: string; responsable: string; autorite: boolean; regle: string }
export const liensEnBref: Statement<{ acad: string; fil: string }, LiensEnBrefRow> = {
  name: 'dossier.dossier.liensEnBref',
  text: `select enfant, responsable, autorite, regle from confidentiel.lien where acad = $1 and fil = $2 and au is null`,
  params: ['acad', 'fil'],
}

export type MesuresRow = { id: string; nature: string; contenu: Buffer; du: string; au: string | null; le: Date; prenom: string; nom: string }
export const mesures: Statement<{ acad: string; fil: string }, MesuresRow> = {
  name: 'dossier.dossier.mesures',
  text: `select m.id, m.nature, m.contenu, m.du, m.au, m.le, a.prenom, a.nom
  from confidentiel.mesure m join annuaire.agent a on a.acad = m.acad and a.id = m.par
  where m.acad = $1 and m.fil = $2 order by m.le, m.id`,
  params: ['acad', 'fil'],
}

export type RattachementsRow = { id: string; recu_le: Date; quoi: string[]; etat: string; canal: string; declarant: string; echeance: Date | null; le: Date }
export const rattachements: Statement<{ acad: string; dossier: string }, RattachementsRow> = {
  name: 'dossier.dossier.rattachements',
  text: `select s.id, s.recu_le, s.quoi, s.etat, s.canal, s.declarant, s.echeance, r.le
  from confidentiel.rattachement r join confidentiel.signalement s on s.acad = r.acad and s.id = r.fil
  where r.acad = $1 and r.dossier = $2 and r.defait_le is null order by s.recu_le`,
  params: ['acad', 'dossier'],
}

export type LecteursRow = { agent: string; prenom: string; nom: string; role: string }
export const lecteurs: Statement<{ fil: string }, LecteursRow> = {
  name: 'dossier.dossier.lecteurs',
  text: `select agent, prenom, nom, role from acces.lecteurs($1) order by nom, prenom`,
  params: ['fil'],
}

export type MesuresEnBrefRow = { nature: string; du: string; au: string | null; gardee: boolean }
export const mesuresEnBref: Statement<{ acad: string; fil: string }, MesuresEnBrefRow> = {
  name: 'dossier.dossier.mesuresEnBref',
  text: `select nature, du, au, garde is not null as gardee from confidentiel.mesure where acad = $1 and fil = $2`,
  params: ['acad', 'fil'],
}

export type ReglagesRow = { code: string; valeur: string; raison: string }
export const reglages: Statement<{ acad: string }, ReglagesRow> = {
  name: 'dossier.dossier.reglages',
  text: `select distinct on (code) code, valeur, raison from annuaire.reglage where acad = $1 order by code, le desc`,
  params: ['acad'],
}

/** The one statement that moves a dossier. Its state is the one that the table looked at; its version, when it is given, the one that was on the screen: what only adds a row beside the others gives none, and merges. */
export type AvancerRow = {}
export const avancer: Statement<{ etat: string; echeance: Date | null; responsable: string | null; acad: string; id: string; avant: string; version: number | null }, AvancerRow> = {
  name: 'dossier.dossier.avancer',
  text: `update confidentiel.dossier
  set etat = $1, version = version + 1,
    echeance = case when $1 in ('clos', 'ecarte', 'doublon', 'transfere') then null else coalesce($2::timestamptz, echeance) end,
    responsable = coalesce($3::uuid, responsable),
    pris_le = case when $1 not in ('recu', 'rouvert') then coalesce(pris_le, acces.maintenant()) else pris_le end,
    protege_le = case when $1 not in ('recu', 'pris_en_charge', 'rouvert') then coalesce(protege_le, acces.maintenant()) else protege_le end,
    clos_le = case when $1 in ('clos', 'ecarte', 'doublon', 'transfere') then coalesce(clos_le, acces.maintenant()) end
  where acad = $4 and id = $5 and etat = $6 and ($7::integer is null or version = $7)`,
  params: ['etat', 'echeance', 'responsable', 'acad', 'id', 'avant', 'version'],
}

export type AjouterUrgencesRow = {}
export const ajouterUrgences: Statement<{ urgences: readonly string[]; acad: string; id: string }, AjouterUrgencesRow> = {
  name: 'dossier.dossier.ajouterUrgences',
  text: `update confidentiel.dossier set urgences = (select array_agg(distinct u) from unnest(urgences || $1::text[]) u)
  where acad = $2 and id = $3 and not urgences @> $1::text[]`,
  params: ['urgences', 'acad', 'id'],
}

export type OterUrgenceRow = {}
export const oterUrgence: Statement<{ urgence: string; acad: string; id: string }, OterUrgenceRow> = {
  name: 'dossier.dossier.oterUrgence',
  text: `update confidentiel.dossier set urgences = array_remove(urgences, $1::text)
  where acad = $2 and id = $3 and $1::text = any (urgences)`,
  params: ['urgence', 'acad', 'id'],
}

export type NumeroDeRow = { numero: string }
export const numeroDe: Statement<{ acad: string; id: string }, NumeroDeRow> = {
  name: 'dossier.dossier.numeroDe',
  text: `select numero from confidentiel.dossier where acad = $1 and id = $2`,
  params: ['acad', 'id'],
}
