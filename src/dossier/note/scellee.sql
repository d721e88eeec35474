-- maProfession
select acces.ma_profession() as profession

-- notes
select n.id, n.profession, n.contenu, n.le, a.prenom, a.nom
  from confidentiel.note_scellee n join annuaire.agent a on a.acad = n.acad and a.id = n.agent
  where n.acad = :acad and n.fil = :fil order by n.le, n.id

-- partages
select p.id, p.note, p.profession, p.avec, p.famille, p.contenu, p.le, a.prenom, a.nom, v.prenom as avec_prenom, v.nom as avec_nom
  from confidentiel.note_partage p join annuaire.agent a on a.acad = p.acad and a.id = p.par
    join annuaire.agent v on v.acad = p.acad and v.id = p.avec
  where p.acad = :acad and p.fil = :fil order by p.le, p.id

-- sceller
insert into confidentiel.note_scellee (acad, id, fil, agent, profession, qualite, contenu, le)
  values (:acad, :id, :fil, acces.moi(), :profession, :qualite, :contenu, acces.maintenant()) on conflict do nothing

-- partager
insert into confidentiel.note_partage (acad, id, fil, note, profession, avec, famille, contenu, par, le)
  values (:acad, :id, :fil, :note, :profession, :avec, :famille, :contenu, acces.moi(), acces.maintenant()) on conflict do nothing
