-- fichier
-- Whatever the policies let this door see: the public one, the files of what is online for everybody.
select id, empreinte, type, taille, nom, examen from prevention.fichier where acad = :acad and id = :id

-- deposer
insert into prevention.fichier (acad, id, empreinte, type, taille, nom, balise, examen, examine_le, depose_par, depose_le)
  values (:acad, :id, :empreinte, :type, :taille, :nom, :balise, :examen, case when :examen in ('sain', 'infecte') then acces.maintenant() end,
    acces.moi(), acces.maintenant())

-- commencer
insert into prevention.envoi (acad, id, par, nom, taille, le, expire_le)
  values (:acad, :id, acces.moi(), :nom, :taille, acces.maintenant(), acces.maintenant() + interval '24 hours') on conflict do nothing

-- envoi
select id, nom, taille, fichier from prevention.envoi where acad = :acad and id = :id and expire_le > acces.maintenant()

-- finir
update prevention.envoi set fichier = :fichier where acad = :acad and id = :id and fichier is null

-- aExaminer
select f.acad, f.id, f.empreinte, f.taille from prevention.fichier f where f.examen in ('sans', 'attente') order by f.depose_le limit 50

-- examiner
update prevention.fichier set examen = :examen, examine_le = :le where acad = :acad and id = :id and examen in ('sans', 'attente')

-- envoisPerimes
delete from prevention.envoi where expire_le < :maintenant returning acad, id

-- lecturesAnciennes
delete from prevention.lecture where jour < :avant::date

-- orphelins
-- Sent and never joined to anything: the policy says the same by itself.
delete from prevention.fichier f where f.depose_le < :avant
    and not exists (select from prevention.version_fichier v where v.acad = f.acad and v.fichier = f.id)
    and not exists (select from prevention.envoi e where e.acad = f.acad and e.fichier = f.id)
  returning f.acad, f.id

-- empreintes
-- All the bytes that a row still names.
select distinct empreinte from prevention.fichier
