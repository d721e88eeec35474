-- A resource says at which parts of a dossier it helps; the dossier shows there what is published, the staff part included.
alter table prevention.version add column etapes text[] not null default '{}' check (array_to_string(etapes, '') ~ '^[a-z]*$');
comment on column prevention.version.etapes is 'Parts of a dossier at which it helps, by the codes of the protocol; « ensemble » is the first page';
create index version_etapes on prevention.version using gin (etapes) where etapes <> '{}';
create index version_remplace on prevention.version (acad, remplace) where remplace is not null;

-- Among what is online and that nothing online replaces: asked on every page of a dossier, so by its own index and past the
-- policies, which would read the whole shelf. Own académie only; what everybody with an account may read.
create function prevention.a_l_etape(p_etape text) returns table (adresse text, titre text, forme text, duree integer)
  language sql stable security definer set search_path = ''
  as $$
    select r.adresse, v.titre, v.forme, v.duree
    from prevention.version v
    join prevention.ressource r on r.acad = v.acad and r.id = v.ressource
    cross join lateral (select p.version, p.du, p.au from prevention.publication p
      where p.acad = v.acad and p.ressource = v.ressource and p.retiree_le is null and p.du <= (select acces.maintenant())
      order by p.du desc, p.numero desc limit 1) p
    where v.etapes <> '{}' and v.etapes @> array[p_etape] and v.acad = (select acces.mon_academie()) and r.genre = 'ressource'
      and p.version = v.id and (p.au is null or p.au > (select acces.maintenant()))
      and not exists (select from prevention.version n
        cross join lateral (select q.version, q.au from prevention.publication q
          where q.acad = n.acad and q.ressource = n.ressource and q.retiree_le is null and q.du <= (select acces.maintenant())
          order by q.du desc, q.numero desc limit 1) q
        where n.acad = v.acad and n.remplace = v.ressource and q.version = n.id
          and (q.au is null or q.au > (select acces.maintenant())))
    order by p.du desc, v.id
    limit 6
  $$;
grant create on schema prevention to preau_gardien;
alter function prevention.a_l_etape(text) owner to preau_gardien;
revoke create on schema prevention from preau_gardien;
revoke all on function prevention.a_l_etape(text) from public;
grant execute on function prevention.a_l_etape(text) to preau_agent;
