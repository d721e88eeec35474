-- reunir
insert into confidentiel.reunion (acad, id, fil, vers, signalements, transmissions, par, le)
  values (:acad, :id, :fil, :vers, :signalements, :transmissions, acces.moi(), acces.maintenant()) on conflict do nothing

-- vivante
select r.id, r.vers, r.signalements, r.transmissions, r.le, d.numero from confidentiel.reunion r
  join confidentiel.dossier d on d.acad = r.acad and d.id = r.vers
  where r.acad = :acad and r.fil = :fil and r.defaite_le is null

-- defaire
update confidentiel.reunion set defaite_le = acces.maintenant() where acad = :acad and fil = :fil and id = :id and defaite_le is null

-- reunis
select d.numero from confidentiel.reunion r join confidentiel.dossier d on d.acad = r.acad and d.id = r.fil
  where r.acad = :acad and r.vers = :dossier and r.defaite_le is null order by r.le

-- attaches
select fil from confidentiel.rattachement where acad = :acad and dossier = :dossier and defait_le is null order by le

-- dits | nonnull: quoi
-- What these reports tell, all together.
select distinct q.quoi from confidentiel.signalement s cross join unnest(s.quoi) as q (quoi)
  where s.acad = :acad and s.id = any (:fils::uuid[])

-- semblables
-- Other dossiers that hold every part of a name, in what the agent sees.
select d.numero, d.etat, d.ouvert_le, e.nom as ecole
  from (
    select j.fil from confidentiel.jeton_nom j
    where j.acad = :acad and j.jeton = any (:jetons::bytea[]) and j.fil <> :fil
    group by j.fil having count(*) = :n::int limit 20) j
  join confidentiel.dossier d on d.acad = :acad and d.id = j.fil
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.etat not in ('doublon', 'transfere') order by d.ouvert_le desc, d.id limit 5
