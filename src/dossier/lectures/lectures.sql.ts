// Generated from lectures.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Who opened this dossier or one of its reports, what they did with it, why when they had to say it, and in what capacity the last time. The policies say which of these threads the reader of this page sees. */
export type LecturesRow = { agent: string; prenom: string; nom: string; fil: string; nature: string; motif: string | null; premiere: Date; derniere: Date; fois: number; role: string | null; lieu: string | null; type: string | null }
export const lectures: Statement<{ acad: string; fils: readonly string[] }, LecturesRow> = {
  name: 'dossier.lectures.lectures.lectures',
  text: `select c.agent, a.prenom, a.nom, c.fil, c.nature, c.motif, c.premiere, c.derniere, c.fois, m.role, m.lieu, m.type
  from (
    select agent, fil, nature, motif, min(le) as premiere, max(le) as derniere, count(*)::int as fois
      from confidentiel.consultation where acad = $1 and fil = any ($2::uuid[]) and nature <> 'motif'
      group by agent, fil, nature, motif) c
  join annuaire.agent a on a.acad = $1 and a.id = c.agent
  left join lateral (
    select l.role, l.lieu, l.type from annuaire.mandat_lieu l
    where l.acad = $1 and l.agent = c.agent and l.du <= c.derniere and (l.au is null or l.au > c.derniere)
    order by l.du, l.id limit 1) m on true
  order by c.derniere desc, a.nom, c.nature limit 300`,
  params: ['acad', 'fils'],
}
