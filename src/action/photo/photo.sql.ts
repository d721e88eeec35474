// Generated from photo.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Those that are still there, without their bytes. */
export type PhotosDeRow = { id: string; alternative: string; reconnus: string; droit: string; largeur: number; hauteur: number; accord_le: Date | null; publiee_le: Date | null }
export const photosDe: Statement<{ acad: string; action: string }, PhotosDeRow> = {
  name: 'action.photo.photo.photosDe',
  text: `select p.id, p.alternative, p.reconnus, p.droit, p.largeur, p.hauteur, p.accord_le, p.publiee_le from prevention.photo p
  where p.acad = $1 and p.action = $2 and p.retiree_le is null order by p.deposee_le, p.id`,
  params: ['acad', 'action'],
}

export type OctetsPhotoRow = { octets: Buffer | null }
export const octetsPhoto: Statement<{ petite: boolean; acad: string; id: string; action: string }, OctetsPhotoRow> = {
  name: 'action.photo.photo.octetsPhoto',
  text: `select case when $1 then petite else grande end as octets from prevention.photo
  where acad = $2 and id = $3 and action = $4 and retiree_le is null`,
  params: ['petite', 'acad', 'id', 'action'],
}

export type DeposerRow = {}
export const deposer: Statement<{ id: string; largeur: number; hauteur: number; empreinte: Uint8Array; petite: Uint8Array; grande: Uint8Array; acad: string; action: string; auPlus: number }, DeposerRow> = {
  name: 'action.photo.photo.deposer',
  text: `insert into prevention.photo (acad, id, action, etab, dept, largeur, hauteur, empreinte, petite, grande, deposee_par, deposee_le)
  select a.acad, $1, a.id, a.etab, a.dept, $2, $3, $4, $5, $6, acces.moi(), acces.maintenant()
  from prevention.action a where a.acad = $7 and a.id = $8
    and (select count(*) from prevention.photo p where p.acad = a.acad and p.action = a.id and p.retiree_le is null) < $9::int
  on conflict do nothing`,
  params: ['id', 'largeur', 'hauteur', 'empreinte', 'petite', 'grande', 'acad', 'action', 'auPlus'],
}

export type PreciserRow = {}
export const preciser: Statement<{ alternative: string; reconnus: string; accord: boolean; acad: string; id: string; action: string }, PreciserRow> = {
  name: 'action.photo.photo.preciser',
  text: `update prevention.photo set alternative = $1, reconnus = $2,
    accord_par = case when $3 then acces.moi() end, accord_le = case when $3 then acces.maintenant() end
  where acad = $4 and id = $5 and action = $6 and publiee_le is null and retiree_le is null`,
  params: ['alternative', 'reconnus', 'accord', 'acad', 'id', 'action'],
}

/** Those that were on the screen of whoever publishes, and whose rights and words are there. */
export type PublierPhotosRow = {}
export const publierPhotos: Statement<{ acad: string; action: string; ids: readonly string[] }, PublierPhotosRow> = {
  name: 'action.photo.photo.publierPhotos',
  text: `update prevention.photo set publiee_par = acces.moi(), publiee_le = acces.maintenant()
  where acad = $1 and action = $2 and id = any ($3::uuid[]) and droit <> 'attente' and alternative <> ''
    and publiee_le is null and retiree_le is null`,
  params: ['acad', 'action', 'ids'],
}

export type RetirerPhotoRow = {}
export const retirerPhoto: Statement<{ acad: string; id: string; action: string }, RetirerPhotoRow> = {
  name: 'action.photo.photo.retirerPhoto',
  text: `update prevention.photo set retiree_par = acces.moi(), retiree_le = acces.maintenant(), petite = null, grande = null,
    publiee_par = null, publiee_le = null
  where acad = $1 and id = $2 and action = $3 and retiree_le is null`,
  params: ['acad', 'id', 'action'],
}
