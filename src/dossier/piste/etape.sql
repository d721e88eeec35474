-- poser
insert into confidentiel.piste_etape (acad, id, fil, piste, etape, jour, jours, personne, parole, contenu, par, le)
  values (:acad, :id, :fil, :piste, :etape, :jour, :jours?, :personne?, :parole?, :contenu, acces.moi(), acces.maintenant())
  on conflict do nothing
