-- dire
-- Sent twice, it is told once.
insert into confidentiel.consultation (acad, id, fil, agent, nature, motif, mots, le)
  values (:acad, :id, :fil, acces.moi(), 'motif', :motif, :mots?, acces.maintenant()) on conflict do nothing

-- dits
select c.id, c.agent, c.motif, c.mots, c.le, a.prenom, a.nom
  from confidentiel.consultation c join annuaire.agent a on a.acad = c.acad and a.id = c.agent
  where c.acad = :acad and c.fil = :fil and c.nature = 'motif' order by c.le desc limit 100
