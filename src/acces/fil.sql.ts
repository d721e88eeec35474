// Generated from fil.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type PoserCleRow = {}
export const poserCle: Statement<{ acad: string; fil: string; version: number; emballee: Uint8Array }, PoserCleRow> = {
  name: 'acces.fil.poserCle',
  text: `insert into confidentiel.cle (acad, fil, version, emballee) values ($1, $2, $3, $4)`,
  params: ['acad', 'fil', 'version', 'emballee'],
}

export type LireCleRow = { version: number; emballee: Buffer | null; detruite_le: Date | null }
export const lireCle: Statement<{ acad: string; fil: string }, LireCleRow> = {
  name: 'acces.fil.lireCle',
  text: `select version, emballee, detruite_le from confidentiel.cle where acad = $1 and fil = $2`,
  params: ['acad', 'fil'],
}

export type LireClesRow = { fil: string; version: number; emballee: Buffer | null }
export const lireCles: Statement<{ acad: string; fils: readonly string[] }, LireClesRow> = {
  name: 'acces.fil.lireCles',
  text: `select fil, version, emballee from confidentiel.cle where acad = $1 and fil = any ($2::uuid[])`,
  params: ['acad', 'fils'],
}

/** rang, chain and date are set by the trigger */
export type InscrireRow = {}
export const inscrire: Statement<{ acad: string; fil: string; verbe: string; par: string | null; qualite: string; detail: object }, InscrireRow> = {
  name: 'acces.fil.inscrire',
  text: `insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, detail, precedent, empreinte)
  values ($1, $2, 0, $3, $4, $5, '-infinity', $6, '', '')`,
  params: ['acad', 'fil', 'verbe', 'par', 'qualite', 'detail'],
}

export type FaitsDuFilRow = { rang: number; verbe: string; par: string | null; qualite: string; le: Date; detail: unknown; prenom: string | null; nom: string | null }
export const faitsDuFil: Statement<{ acad: string; fil: string }, FaitsDuFilRow> = {
  name: 'acces.fil.faitsDuFil',
  text: `select f.rang, f.verbe, f.par, f.qualite, f.le, f.detail, a.prenom, a.nom
  from confidentiel.fait f left join annuaire.agent a on a.acad = f.acad and a.id = f.par
  where f.acad = $1 and f.fil = $2
  order by f.rang`,
  params: ['acad', 'fil'],
}

export type ConsulterRow = {}
export const consulter: Statement<{ acad: string; id: string; fil: string; nature: string }, ConsulterRow> = {
  name: 'acces.fil.consulter',
  text: `insert into confidentiel.consultation (acad, id, fil, agent, nature, le)
  values ($1, $2, $3, (select acces.moi()), $4, (select acces.maintenant()))`,
  params: ['acad', 'id', 'fil', 'nature'],
}

/** Once per agent, thread and ten minutes: a page reloaded is the same reading; a clock that was ahead hides none. */
export type ConsulterUneFoisRow = {}
export const consulterUneFois: Statement<{ acad: string; id: string; fil: string }, ConsulterUneFoisRow> = {
  name: 'acces.fil.consulterUneFois',
  text: `insert into confidentiel.consultation (acad, id, fil, agent, nature, le)
  select $1, $2, $3, acces.moi(), 'lecture', acces.maintenant()
  where not exists (select from confidentiel.consultation c where c.acad = $1 and c.fil = $3 and c.agent = acces.moi()
    and c.nature = 'lecture' and c.le > acces.maintenant() - interval '10 minutes' and c.le <= acces.maintenant())`,
  params: ['acad', 'id', 'fil'],
}
