-- A text message is a way in of its own: a school or a pôle that has a number types what came by it.

alter table confidentiel.signalement drop constraint signalement_canal_check;
alter table confidentiel.signalement add constraint signalement_canal_check check (canal in
  ('site', 'telephone', 'sms', 'papier', 'courrier', 'mail', 'oral', '3018', 'stop_harcelement', 'faits_etablissement', 'questionnaire'));
