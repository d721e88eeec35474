-- signalements
-- The reports of a dossier, with what they say in the clear and what they hold sealed.
select s.id, s.canal, s.contenu, s.quoi, s.lieux, s.faits_du, s.faits_au, s.recu_le
  from confidentiel.rattachement r join confidentiel.signalement s on s.acad = r.acad and s.id = r.fil
  where r.acad = :acad and r.dossier = :dossier and r.defait_le is null order by s.recu_le
