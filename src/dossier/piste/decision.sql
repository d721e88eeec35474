-- consigner
insert into confidentiel.piste_decision (acad, id, fil, piste, decision, parole, sanction, quantite, sursis, personne, contenu, par, le)
  values (:acad, :id, :fil, :piste, :decision, :parole, :sanction?, :quantite?, :sursis, :personne?, :contenu, acces.moi(), acces.maintenant())
  on conflict do nothing

-- decider
-- The track that was on the screen, still running: two people deciding at once, the second is told.
update confidentiel.piste set version = version + 1, parole = :parole, issue = :issue?::text,
    finie_le = case when :issue?::text is null then null else acces.maintenant() end,
    finie_par = case when :issue?::text is null then null else acces.moi() end
  where acad = :acad and fil = :fil and id = :id and issue is null and version = :version
