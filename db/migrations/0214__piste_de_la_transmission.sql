-- A judicial track may say which transmission it comes from.
alter table confidentiel.piste add column transmission uuid,
  add foreign key (acad, transmission) references confidentiel.transmission,
  add constraint piste_transmission check (transmission is null or methode = 'judiciaire');
comment on column confidentiel.piste.transmission is 'What was sent to the prosecutor or told to the police, of which this track is the follow-up';
