-- professionDe
select p.profession, p.du from annuaire.profession p where p.acad = :acad and p.agent = :agent and p.au is null

-- donnerProfession | nonnull: resultat
select annuaire.donner_profession(:id, :agent, :profession?) as resultat
