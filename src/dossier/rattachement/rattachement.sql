-- rattacher
insert into confidentiel.rattachement (acad, fil, dossier, par, le)
  values (:acad, :fil, :dossier, acces.moi(), acces.maintenant()) on conflict do nothing

-- vivant
select d.id, d.numero from confidentiel.rattachement r join confidentiel.dossier d on d.acad = r.acad and d.id = r.dossier
  where r.acad = :acad and r.fil = :fil and r.defait_le is null

-- detacher
update confidentiel.rattachement set defait_le = acces.maintenant(), defait_par = acces.moi()
  where acad = :acad and fil = :fil and dossier = :dossier and defait_le is null
