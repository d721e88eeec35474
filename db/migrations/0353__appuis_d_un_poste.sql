-- What one asked for, and what one answered, is one's own as long as a post of one's is at that place or above it. « Above schools »
-- was anywhere: whoever left a school for an inspection in another département went on reading what was written there of a child.
create or replace function acces.mes_appuis() returns uuid[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(pg_catalog.array_agg(a.id), '{}') from acces.session_vivante() s, confidentiel.appui a
    where a.acad = s.acad and s.agent in (a.demande_par, a.repondant)
      and exists (select from acces.mandats_vivants() m
        where m.etab = a.etab or m.circo = a.circo or m.dept = a.dept
          or (m.etab is null and m.circo is null and m.dept is null and m.role not in ('dpo', 'administrateur', 'communication')))
  $$;
