-- lectures | nonnull: agent, prenom, nom, fil, nature, premiere, derniere, fois | nullable: motif, role, lieu, type
-- Who opened this dossier or one of its reports, what they did with it, why when they had to say it, and in what capacity the last
-- time. The policies say which of these threads the reader of this page sees.
select c.agent, a.prenom, a.nom, c.fil, c.nature, c.motif, c.premiere, c.derniere, c.fois, m.role, m.lieu, m.type
  from (
    select agent, fil, nature, motif, min(le) as premiere, max(le) as derniere, count(*)::int as fois
      from confidentiel.consultation where acad = :acad and fil = any (:fils::uuid[]) and nature <> 'motif'
      group by agent, fil, nature, motif) c
  join annuaire.agent a on a.acad = :acad and a.id = c.agent
  left join lateral (
    select l.role, l.lieu, l.type from annuaire.mandat_lieu l
    where l.acad = :acad and l.agent = c.agent and l.du <= c.derniere and (l.au is null or l.au > c.derniere)
    order by l.du, l.id limit 1) m on true
  order by c.derniere desc, a.nom, c.nature limit 300
