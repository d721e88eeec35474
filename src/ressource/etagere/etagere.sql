-- etat | nonnull: version
-- Moves with whatever may change what is online; no row before the first publication.
select coalesce((select version from prevention.etagere where acad = :acad), 0) as version

-- prochain | nullable: le
select prevention.prochain(:acad) as le

-- enLigne | nonnull: du, lectures, a_revoir_le | nullable: au
-- What is online for whoever asks: the policies choose, the newest first.
select v.id, v.ressource, r.genre, r.adresse, v.rang, v.titre, v.resume, v.acces, v.forme, v.publics, v.niveaux, v.themes, v.piliers,
    v.duree, v.falc, v.licence, v.origine, v.lien, v.remplace, e.du, e.au, r.a_revoir_le::text as a_revoir_le,
    coalesce((select sum(l.nombre)::int from prevention.lecture l where l.acad = v.acad and l.ressource = v.ressource
      and l.jour > :depuis::date), 0) as lectures
  from prevention.en_ligne() e
  join prevention.version v on v.acad = e.acad and v.id = e.version
  join prevention.ressource r on r.acad = v.acad and r.id = v.ressource
  where v.acad = :acad
  order by e.du desc, v.id

-- chercher | nonnull: version
select version from prevention.chercher(:acad, :requete)

-- compter
select prevention.compter_lectures(:acad, :ressources::uuid[], :nombres::integer[])
