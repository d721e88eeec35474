-- A closed exchange is not a closed ear: the reporter who writes again, or says that it is not better, opens it anew.
-- The public door may not change the state of a report; this function may, for the one report whose code was shown.
create function acces.rouvrir(p_echeance timestamptz) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  update confidentiel.signalement s
    set etat = 'recu', pris_par = null, pris_le = null, clos_par = null, clos_le = null, clos_motif = null, rappel_le = null,
      echeance = p_echeance, version = s.version + 1
    where s.id = (select acces.mon_signalement()) and s.etat = 'clos';
  return found;
end
$$;
grant create on schema acces to preau_gardien;
alter function acces.rouvrir(timestamptz) owner to preau_gardien;
revoke create on schema acces from preau_gardien;
revoke all on function acces.rouvrir(timestamptz) from public;
grant execute on function acces.rouvrir(timestamptz) to preau_public;

-- What adults of the team write to each other about a report. Apart from the dialogue, in a table that the public door has
-- no right on: no mistake of a page can show it to the reporter.
create table confidentiel.note (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  agent uuid not null,
  qualite text not null,
  contenu bytea not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, agent) references annuaire.agent
);
comment on table confidentiel.note is 'Between agents, never for the reporter. Insert-only';
create index note_fil on confidentiel.note (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.note');
grant select, insert on confidentiel.note to preau_agent;
grant select on confidentiel.note to preau_gardien;
