-- By what right something left the house, as it was invoked on that day: with each decision to transmit, and each extract.
alter table confidentiel.transmission add column base text check (length(base) between 1 and 400);
comment on column confidentiel.transmission.base is 'The right invoked when it was transmitted, in the words of that day; null: not transmitted, or noted before';
alter table confidentiel.extrait add column base text not null default 'autorite' check (base in ('autorite', 'acces'));
comment on column confidentiel.extrait.base is 'Given to a holder of parental authority, or as the right of access of the person concerned (RGPD 15)';
