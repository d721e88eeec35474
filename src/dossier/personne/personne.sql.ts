// Generated from personne.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type AjouterRow = {}
export const ajouter: Statement<{ acad: string; id: string; fil: string; identite: Uint8Array }, AjouterRow> = {
  name: 'dossier.personne.personne.ajouter',
  text: `insert into confidentiel.personne (acad, id, fil, identite) values ($1, $2, $3, $4) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'identite'],
}

export type ModifierRow = {}
export const modifier: Statement<{ identite: Uint8Array; acad: string; fil: string; id: string; version: number }, ModifierRow> = {
  name: 'dossier.personne.personne.modifier',
  text: `update confidentiel.personne set identite = $1, version = version + 1
  where acad = $2 and fil = $3 and id = $4 and version = $5`,
  params: ['identite', 'acad', 'fil', 'id', 'version'],
}

export type PoserRoleRow = {}
export const poserRole: Statement<{ acad: string; id: string; fil: string; personne: string; role: string; du: string }, PoserRoleRow> = {
  name: 'dossier.personne.personne.poserRole',
  text: `insert into confidentiel.personne_role (acad, id, fil, personne, role, du) values ($1, $2, $3, $4, $5, $6)`,
  params: ['acad', 'id', 'fil', 'personne', 'role', 'du'],
}

/** As they were noted until now. */
export type GarderRow = {}
export const garder: Statement<{ acad: string; id: string; fil: string; personne: string; contenu: Uint8Array }, GarderRow> = {
  name: 'dossier.personne.personne.garder',
  text: `insert into confidentiel.identite_avant (acad, id, fil, personne, contenu, par, le)
  values ($1, $2, $3, $4, $5, (select acces.moi()), (select acces.maintenant()))`,
  params: ['acad', 'id', 'fil', 'personne', 'contenu'],
}

export type AvantsRow = { id: string; personne: string; contenu: Buffer }
export const avants: Statement<{ acad: string; fil: string }, AvantsRow> = {
  name: 'dossier.personne.personne.avants',
  text: `select id, personne, contenu from confidentiel.identite_avant where acad = $1 and fil = $2 order by le, id`,
  params: ['acad', 'fil'],
}

export type FinirRoleRow = {}
export const finirRole: Statement<{ au: string; acad: string; fil: string; id: string }, FinirRoleRow> = {
  name: 'dossier.personne.personne.finirRole',
  text: `update confidentiel.personne_role set au = $1 where acad = $2 and fil = $3 and id = $4 and au is null and du <= $1::date`,
  params: ['au', 'acad', 'fil', 'id'],
}

export type PoserJetonsRow = {}
export const poserJetons: Statement<{ acad: string; etab: string; fil: string; jetons: readonly Uint8Array[] }, PoserJetonsRow> = {
  name: 'dossier.personne.personne.poserJetons',
  text: `insert into confidentiel.jeton_nom (acad, etab, fil, jeton)
  select $1, $2, $3, j from unnest($4::bytea[]) j on conflict do nothing`,
  params: ['acad', 'etab', 'fil', 'jetons'],
}

export type OterJetonsRow = {}
export const oterJetons: Statement<{ acad: string; fil: string }, OterJetonsRow> = {
  name: 'dossier.personne.personne.oterJetons',
  text: `delete from confidentiel.jeton_nom where acad = $1 and fil = $2`,
  params: ['acad', 'fil'],
}

/** Nobody else corrects it before this transaction ends. */
export type TenueRow = { identite: Buffer; version: number }
export const tenue: Statement<{ acad: string; fil: string; id: string }, TenueRow> = {
  name: 'dossier.personne.personne.tenue',
  text: `select identite, version from confidentiel.personne where acad = $1 and fil = $2 and id = $3 for update`,
  params: ['acad', 'fil', 'id'],
}

/** Zero rows: this entry is read as another already. */
export type ReunirRow = {}
export const reunir: Statement<{ acad: string; id: string; fil: string; de: string; vers: string }, ReunirRow> = {
  name: 'dossier.personne.personne.reunir',
  text: `insert into confidentiel.personne_reunie (acad, id, fil, de, vers, par, le)
  values ($1, $2, $3, $4, $5, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'de', 'vers'],
}

export type SeparerRow = {}
export const separer: Statement<{ acad: string; fil: string; id: string }, SeparerRow> = {
  name: 'dossier.personne.personne.separer',
  text: `update confidentiel.personne_reunie set separee_par = acces.moi(), separee_le = acces.maintenant()
  where acad = $1 and fil = $2 and id = $3 and separee_le is null`,
  params: ['acad', 'fil', 'id'],
}

/** What stands against reading them as one: one answers for the other; they are seen on two sides of one shared concern; a talk is planned with the one that would no longer be named. */
export type EmpechementsRow = { liees: boolean; cotes: boolean; prevue: boolean }
export const empechements: Statement<{ acad: string; fil: string; toutes: readonly string[]; autres: readonly string[] }, EmpechementsRow> = {
  name: 'dossier.personne.personne.empechements',
  text: `select
  exists (select from confidentiel.lien l where l.acad = $1 and l.fil = $2 and l.au is null
    and l.enfant = any ($3::uuid[]) and l.responsable = any ($3::uuid[])) as liees,
  exists (select from confidentiel.eleve_cote c
    where c.acad = $1 and c.fil = $2 and c.personne = any ($3::uuid[])
    group by c.piste having count(distinct c.cote) > 1) as cotes,
  exists (select from confidentiel.rencontre r where r.acad = $1 and r.fil = $2 and r.constat is null
    and r.personne = any ($4::uuid[])) as prevue`,
  params: ['acad', 'fil', 'toutes', 'autres'],
}
