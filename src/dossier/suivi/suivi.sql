-- ecrire
-- Zero rows: this very form had been received already.
insert into confidentiel.suivi (acad, id, fil, nature, objet, jour, contenu, par, qualite, le)
  values (:acad, :id, :fil, :nature, :objet?, :jour, :contenu, acces.moi(), :qualite, acces.maintenant()) on conflict do nothing

-- recu
select 1 as la from confidentiel.suivi where acad = :acad and id = :id and fil = :fil

-- ecrits
select s.id, s.nature, s.objet, s.jour, s.contenu, s.le, a.prenom, a.nom
  from confidentiel.suivi s join annuaire.agent a on a.acad = s.acad and a.id = s.par
  where s.acad = :acad and s.fil = :fil order by s.le, s.id

-- rattaches
select s.id, s.recu_le, s.etat, s.declarant, s.contact, s.langue
  from confidentiel.rattachement r join confidentiel.signalement s on s.acad = r.acad and s.id = r.fil
  where r.acad = :acad and r.dossier = :dossier and r.defait_le is null order by s.recu_le, s.id

-- ailleurs | nonnull: n
-- Open reports of this dossier that the reader may not see.
select confidentiel.rattaches_ailleurs(:acad, :dossier) as n

-- signalement
select s.id, s.recu_le, s.etat, s.declarant, s.contact, s.langue, s.niveau, s.urgences, s.quoi
  from confidentiel.signalement s where s.acad = :acad and s.id = :id

-- persister
update confidentiel.dossier set persiste_le = acces.maintenant() where acad = :acad and id = :id and persiste_le is null

-- apaiser
update confidentiel.dossier set persiste_le = null where acad = :acad and id = :id and persiste_le is not null

-- mesures
select m.id, m.nature, m.contenu, m.du, m.au, m.garde from confidentiel.mesure m
  where m.acad = :acad and m.fil = :fil and m.nature <> 'aucune' order by m.le, m.id

-- garder
update confidentiel.mesure set au = :au, garde = :garde
  where acad = :acad and fil = :fil and id = :id and nature <> 'aucune' and garde is null and (au is null or au > :jour::date)

-- dites
select mesure, signalement from confidentiel.mesure_dite where acad = :acad and fil = :fil and fini_le is null

-- dire
insert into confidentiel.mesure_dite (acad, id, fil, mesure, signalement, par, le)
  values (:acad, :id, :fil, :mesure, :signalement, acces.moi(), acces.maintenant()) on conflict do nothing

-- taire
update confidentiel.mesure_dite set fini_par = acces.moi(), fini_le = acces.maintenant()
  where acad = :acad and fil = :fil and mesure = :mesure and signalement = :signalement and fini_le is null
