-- poserCle
insert into confidentiel.cle (acad, fil, version, emballee) values (:acad, :fil, :version, :emballee)

-- lireCle
select version, emballee, detruite_le from confidentiel.cle where acad = :acad and fil = :fil

-- lireCles
select fil, version, emballee from confidentiel.cle where acad = :acad and fil = any (:fils::uuid[])

-- inscrire
-- rang, chain and date are set by the trigger
insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, detail, precedent, empreinte)
  values (:acad, :fil, 0, :verbe, :par?, :qualite, '-infinity', :detail, '', '')

-- faitsDuFil | nullable: prenom, nom
select f.rang, f.verbe, f.par, f.qualite, f.le, f.detail, a.prenom, a.nom
  from confidentiel.fait f left join annuaire.agent a on a.acad = f.acad and a.id = f.par
  where f.acad = :acad and f.fil = :fil
  order by f.rang

-- consulter
insert into confidentiel.consultation (acad, id, fil, agent, nature, le)
  values (:acad, :id, :fil, (select acces.moi()), :nature, (select acces.maintenant()))

-- consulterUneFois
-- Once per agent, thread and ten minutes: a page reloaded is the same reading; a clock that was ahead hides none.
insert into confidentiel.consultation (acad, id, fil, agent, nature, le)
  select :acad, :id, :fil, acces.moi(), 'lecture', acces.maintenant()
  where not exists (select from confidentiel.consultation c where c.acad = :acad and c.fil = :fil and c.agent = acces.moi()
    and c.nature = 'lecture' and c.le > acces.maintenant() - interval '10 minutes' and c.le <= acces.maintenant())
