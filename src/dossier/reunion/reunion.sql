-- reunir
insert into confidentiel.reunion (acad, id, fil, vers, signalements, par, le)
  values (:acad, :id, :fil, :vers, :signalements, acces.moi(), acces.maintenant()) on conflict do nothing

-- vivante
select r.id, r.vers, r.signalements, r.le, d.numero from confidentiel.reunion r
  join confidentiel.dossier d on d.acad = r.acad and d.id = r.vers
  where r.acad = :acad and r.fil = :fil and r.defaite_le is null

-- defaire
update confidentiel.reunion set defaite_le = acces.maintenant() where acad = :acad and fil = :fil and id = :id and defaite_le is null

-- reunis
select d.numero from confidentiel.reunion r join confidentiel.dossier d on d.acad = r.acad and d.id = r.fil
  where r.acad = :acad and r.vers = :dossier and r.defaite_le is null order by r.le

-- attaches
select fil from confidentiel.rattachement where acad = :acad and dossier = :dossier and defait_le is null order by le
