-- Captions of a film: a WebVTT file that names the film. A PDF says whether it is tagged: a film needs its transcript or its
-- captions before it is published, a PDF its tags or its text.
alter table prevention.fichier drop constraint fichier_type_check;
alter table prevention.fichier add constraint fichier_type_check
  check (type in ('application/pdf', 'image/jpeg', 'video/mp4', 'video/webm', 'text/vtt'));
alter table prevention.fichier add column balise boolean not null default false;
comment on column prevention.fichier.balise is 'A PDF with a structure tree, marked and with a language: a screen reader can follow it';
alter table prevention.version_fichier add column pour uuid, add column langue text not null default '' check (langue ~ '^[a-z]{0,2}$');
alter table prevention.version_fichier add foreign key (acad, version, pour) references prevention.version_fichier (acad, version, fichier);
comment on column prevention.version_fichier.pour is 'Captions: the film of the same version that they go with';
