// Generated from liens.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Every outward address of what is online or is being written; those that nobody cites any more go. */
export type SemerRow = {}
export const semer: Statement<{ maintenant: Date }, SemerRow> = {
  name: 'ressource.liens.liens.semer',
  text: `insert into prevention.lien (acad, url, prochain_le)
  select distinct v.acad, u.url, $1::timestamptz from prevention.version v cross join lateral unnest(v.liens) u (url)
  where (v.acad, v.id) in (select r.acad, r.tete from prevention.ressource r union select e.acad, e.version from prevention.en_ligne() e)
  on conflict do nothing`,
  params: ['maintenant'],
}

export type OublierRow = {}
export const oublier: Statement<{}, OublierRow> = {
  name: 'ressource.liens.liens.oublier',
  text: `delete from prevention.lien l where not exists (
  select from prevention.version v where v.acad = l.acad and l.url = any (v.liens)
    and (v.acad, v.id) in (select r.acad, r.tete from prevention.ressource r union select e.acad, e.version from prevention.en_ligne() e))`,
  params: [],
}

/** Those whose time has come; another worker that comes meanwhile leaves them. */
export type PrendreRow = { acad: string; url: string; etat: string; mort_depuis: Date | null }
export const prendre: Statement<{ repris: Date; maintenant: Date; combien: number }, PrendreRow> = {
  name: 'ressource.liens.liens.prendre',
  text: `update prevention.lien set prochain_le = $1
  where (acad, url) in (select acad, url from prevention.lien where prochain_le <= $2 order by prochain_le limit $3
    for update skip locked)
  returning acad, url, etat, mort_depuis`,
  params: ['repris', 'maintenant', 'combien'],
}

export type NoterRow = {}
export const noter: Statement<{ etat: string; constat: string; le: Date; mortDepuis: Date | null; prochain: Date; acad: string; url: string }, NoterRow> = {
  name: 'ressource.liens.liens.noter',
  text: `update prevention.lien set etat = $1, constat = $2, verifie_le = $3, mort_depuis = $4::timestamptz, prochain_le = $5
  where acad = $6 and url = $7`,
  params: ['etat', 'constat', 'le', 'mortDepuis', 'prochain', 'acad', 'url'],
}
