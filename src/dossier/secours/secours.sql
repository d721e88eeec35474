-- ouvrir | nullable: fil
-- Null: no such dossier, or not so for this person; never told apart.
select acces.ouvrir_en_urgence(:id, :numero, :motif) as fil

-- consulter
insert into confidentiel.consultation (acad, id, fil, agent, nature, le)
  values (:acad, :id, :fil, acces.moi(), 'urgence', acces.maintenant())
