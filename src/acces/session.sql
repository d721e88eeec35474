-- toucher
select acad, agent, finit_le, inactive_le from acces.toucher_session(:empreinte)

-- identite
select prenom, nom, mail from annuaire.agent where acad = (select acces.mon_academie()) and id = (select acces.moi())

-- mandats | nonnull: id, role, du | nullable: type
-- With the name of their place: the school, the circonscription or the département; null for the whole académie.
select m.id, m.role, m.dept, m.circo, m.etab, m.du, m.au, e.type, coalesce(e.nom, c.nom, d.nom) as lieu
  from acces.mes_mandats() m
  left join annuaire.etablissement e on e.acad = m.acad and e.etab = m.etab
  left join annuaire.circonscription c on c.acad = m.acad and c.circo = m.circo
  left join annuaire.departement d on d.acad = m.acad and d.dept = m.dept
  order by m.du, m.id
