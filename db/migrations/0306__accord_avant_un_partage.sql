-- Before a dossier goes from one person to another: what the family, and the child, know of it and say. Never silent, never a condition:
-- the legal basis is the mission (art. 6(1)(e)), and a missing agreement does not stop the protection of a child.
alter table confidentiel.offre add column famille text not null default 'non_dit'
  check (famille in ('accord', 'informee', 'refus', 'non_demande', 'non_dit'));
alter table confidentiel.offre alter column famille drop default;
comment on column confidentiel.offre.famille is 'What the family of the target knows and says; non_dit: made before it was asked. The reason is in contenu';
alter table confidentiel.appui add column famille text check (famille in ('accord', 'informee', 'refus', 'non_demande', 'non_dit'));
update confidentiel.appui set famille = 'non_dit' where dossier is not null;
-- Without a dossier no child is named: nothing is asked.
alter table confidentiel.appui add constraint appui_famille check ((dossier is null) = (famille is null));
comment on column confidentiel.appui.famille is 'The same, of a request about a dossier';
