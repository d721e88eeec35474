-- semer
-- Every outward address of what is online or is being written; those that nobody cites any more go.
insert into prevention.lien (acad, url, prochain_le)
  select distinct v.acad, u.url, :maintenant::timestamptz from prevention.version v cross join lateral unnest(v.liens) u (url)
  where (v.acad, v.id) in (select r.acad, r.tete from prevention.ressource r union select e.acad, e.version from prevention.en_ligne() e)
  on conflict do nothing

-- oublier
delete from prevention.lien l where not exists (
  select from prevention.version v where v.acad = l.acad and l.url = any (v.liens)
    and (v.acad, v.id) in (select r.acad, r.tete from prevention.ressource r union select e.acad, e.version from prevention.en_ligne() e))

-- prendre
-- Those whose time has come; another worker that comes meanwhile leaves them.
update prevention.lien set prochain_le = :repris
  where (acad, url) in (select acad, url from prevention.lien where prochain_le <= :maintenant order by prochain_le limit :combien
    for update skip locked)
  returning acad, url, etat, mort_depuis

-- noter
update prevention.lien set etat = :etat, constat = :constat, verifie_le = :le, mort_depuis = :mortDepuis?::timestamptz, prochain_le = :prochain
  where acad = :acad and url = :url
