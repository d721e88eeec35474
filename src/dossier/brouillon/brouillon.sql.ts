// Generated from brouillon.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Kept when nothing else was kept meanwhile (`serie` is the one that the form was filled from), or when the author insists. A late word of a form that was sent since brings nothing back. */
export type GarderRow = { serie: number; garde_le: Date }
export const garder: Statement<{ acad: string; fil: string; forme: string; contenu: Uint8Array; serie: number; force: boolean }, GarderRow> = {
  name: 'dossier.brouillon.brouillon.garder',
  text: `insert into confidentiel.brouillon (acad, fil, agent, forme, contenu, serie, garde_le)
  select $1, $2, (select acces.moi()), $3, $4, 1, (select acces.maintenant())
    where $5 = 0 or $6 or exists (select from confidentiel.brouillon b
      where b.acad = $1 and b.fil = $2 and b.agent = (select acces.moi()) and b.forme = $3)
  on conflict (acad, fil, agent, forme) do update
    set contenu = excluded.contenu, serie = confidentiel.brouillon.serie + 1, garde_le = excluded.garde_le
    where confidentiel.brouillon.serie = $5 or $6
  returning serie, garde_le`,
  params: ['acad', 'fil', 'forme', 'contenu', 'serie', 'force'],
}

export type MienRow = { contenu: Buffer; serie: number; garde_le: Date }
export const mien: Statement<{ acad: string; fil: string; forme: string }, MienRow> = {
  name: 'dossier.brouillon.brouillon.mien',
  text: `select contenu, serie, garde_le from confidentiel.brouillon
  where acad = $1 and fil = $2 and agent = (select acces.moi()) and forme = $3`,
  params: ['acad', 'fil', 'forme'],
}

export type MiensRow = { forme: string; garde_le: Date }
export const miens: Statement<{ acad: string; fil: string }, MiensRow> = {
  name: 'dossier.brouillon.brouillon.miens',
  text: `select forme, garde_le from confidentiel.brouillon where acad = $1 and fil = $2 and agent = (select acces.moi()) order by garde_le desc`,
  params: ['acad', 'fil'],
}

export type OublierRow = {}
export const oublier: Statement<{ acad: string; fil: string; forme: string }, OublierRow> = {
  name: 'dossier.brouillon.brouillon.oublier',
  text: `delete from confidentiel.brouillon where acad = $1 and fil = $2 and agent = (select acces.moi()) and forme = $3`,
  params: ['acad', 'fil', 'forme'],
}
