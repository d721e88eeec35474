-- ouvrir | nullable: fil
-- Null: no such dossier, or not so for this person; never told apart.
select acces.ouvrir_en_urgence(:id, :numero, :motif) as fil

-- consulter
insert into confidentiel.consultation (acad, id, fil, agent, nature, le)
  values (:acad, :id, :fil, acces.moi(), 'urgence', acces.maintenant())

-- acces | nonnull: id, fil, numero, ecole, agent, prenom, nom, motif, du, a_moi, dabord
-- Of one dossier, or all those that I have to look at: who opened it in an emergency, and what was said of it since.
select id, fil, numero, ecole, agent, prenom, nom, motif, du, au, avis, a_moi, dabord from acces.secours(:fil?)

-- regarder
insert into confidentiel.secours_regard (acad, id, fil, octroi, agent, avis, contenu, par, qualite, le)
  values (:acad, :id, :fil, :octroi, :agent, :avis, :contenu, acces.moi(), :qualite, acces.maintenant())
  on conflict (acad, octroi) do nothing

-- regards
select octroi, avis, contenu, id, le from confidentiel.secours_regard where acad = :acad and fil = :fil
