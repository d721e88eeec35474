-- What was read is signed with what was done: a reading altered, removed or slipped into the past no longer agrees with its anchor.
create table machine.ancre_lectures (
  acad text not null,
  rang integer not null,
  jusque timestamptz not null,
  nombre integer not null,
  empreinte bytea not null,
  primary key (acad, rang),
  foreign key (acad, rang) references machine.ancre
);
comment on table machine.ancre_lectures is 'What an anchor signs of the readings: how many there were since the anchor before, and their digest';
grant select, insert on machine.ancre_lectures to preau_job;

create index consultation_le on confidentiel.consultation (acad, le, id);
create policy ancrage on confidentiel.consultation for select to preau_job using (true);
grant select on confidentiel.consultation to preau_job;
