-- monSignalement | nonnull: nom, type | nullable: prispar, lupar
-- The policy leaves one row at the most: the report whose code this transaction has shown.
select s.acad, s.id, s.dept, s.circo, s.etab, s.niveau, s.etat, s.langue, s.declarant, s.danger, s.quoi, s.lieux, s.depuis, s.frequence, s.auteurs, s.informes, s.urgences, s.recu_le, s.echeance, s.lu_le, s.pris_le,
    s.pris_par, s.repondu_le, s.clos_le, s.rappel_le, s.contact, s.contenu, e.nom, e.type,
    (select f.qualite from confidentiel.fait f where f.acad = s.acad and f.fil = s.id and f.verbe in ('signalement.prendre', 'signalement.reprendre') order by f.rang desc limit 1) as prispar,
    (select f.qualite from confidentiel.fait f where f.acad = s.acad and f.fil = s.id and f.verbe = 'signalement.lire' order by f.rang limit 1) as lupar
  from confidentiel.signalement s join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
  where s.acad = :acad and s.id = (select acces.mon_signalement())

-- verrouiller
-- One at a time: who answers twice at the same instant is read once.
select id from confidentiel.signalement where acad = :acad and id = (select acces.mon_signalement()) for update

-- empreinte | nonnull: empreinte
-- The fingerprint of the first fact: it proves when this report came, and nothing of what it says.
select encode(f.empreinte, 'hex') as empreinte from confidentiel.fait f
  where f.acad = :acad and f.fil = (select acces.mon_signalement()) order by f.rang limit 1

-- messages
select id, auteur, qualite, contenu, envoye_le, lu_le from confidentiel.message where acad = :acad and fil = :fil order by envoye_le, id

-- lireMessages
update confidentiel.message set lu_le = :le where acad = :acad and fil = :fil and auteur = 'agent' and lu_le is null

-- ecrire
-- Zero rows: this very message has arrived already.
insert into confidentiel.message (acad, id, fil, auteur, agent, qualite, contenu, envoye_le)
  values (:acad, :id, :fil, 'declarant', null, 'declarant', :contenu, :le) on conflict do nothing

-- dejaJointe
select id from confidentiel.piece where acad = :acad and id = :id

-- avancerEcheance
update confidentiel.signalement set echeance = least(echeance, :echeance), urgences = :urgences, version = version + 1
  where acad = :acad and id = :fil and etat <> 'clos'

-- compterPieces | nonnull: n
select count(*) as n from confidentiel.piece where acad = :acad and fil = :fil

-- oublierContact
delete from acces.contact where acad = :acad and signalement = :fil

-- noterSansContact
update confidentiel.signalement set contact = 'code', version = version + 1 where acad = :acad and id = :fil

-- rouvrir | nonnull: rouvert
select acces.rouvrir(:echeance) as rouvert

-- avis
select f.verbe, f.detail from confidentiel.fait f
  where f.acad = :acad and f.fil = :fil and f.verbe in ('signalement.avis', 'signalement.dire_aide') order by f.rang

-- etapes | nonnull: code, le
-- A code and a day, nothing else, for the dossier of the one report whose code was shown.
select code, le from acces.mes_etapes()
