-- deposerCourriel
insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, agent, cree_le, prochain_le)
  values (:id, :acad, :modele, :fil, :niveau?, :etab?, :circo?, :dept?, :agent?, :le, :le)
