-- An exhibition is visited by classes: slots with so many places, booked by a school for a class. A level and a number, never a name.
create table prevention.creneau (
  acad text not null,
  id uuid not null,
  annee integer not null,
  code text not null,
  debut timestamptz not null,
  minutes integer not null check (minutes between 10 and 480),
  places integer not null check (places between 1 and 1000),
  pris integer not null default 0,
  ferme_le timestamptz,
  par uuid not null,
  le timestamptz not null,
  primary key (acad, id),
  unique (acad, annee, code, debut),
  foreign key (acad, annee, code) references prevention.temps_fort (acad, annee, code),
  foreign key (acad, par) references annuaire.agent,
  -- The last guard, whatever the program does: two who book at the same instant cannot both have the last place.
  constraint creneau_plein check (pris between 0 and places)
);
comment on column prevention.creneau.pris is 'Pupils booked: moved by reserver() and annuler_visite() alone';
comment on column prevention.creneau.ferme_le is 'No new booking since; those that are stay';

create table prevention.reservation (
  acad text not null,
  id uuid not null,
  creneau uuid not null,
  etab text not null,
  niveau text not null check (niveau ~ '^[A-Za-z0-9]{1,4}$'),
  eleves integer not null check (eleves between 1 and 200),
  par uuid not null,
  le timestamptz not null,
  annulee_par uuid,
  annulee_le timestamptz,
  primary key (acad, id),
  foreign key (acad, creneau) references prevention.creneau,
  foreign key (acad, etab) references annuaire.etablissement,
  foreign key (acad, par) references annuaire.agent,
  foreign key (acad, annulee_par) references annuaire.agent,
  check ((annulee_par is null) = (annulee_le is null))
);
create index reservation_creneau on prevention.reservation (acad, creneau) where annulee_le is null;
create index reservation_etab on prevention.reservation (acad, etab);

do $$
declare
  t text;
begin
  foreach t in array array['creneau', 'reservation'] loop
    execute format('alter table prevention.%I enable row level security', t);
    execute format('alter table prevention.%I force row level security', t);
  end loop;
end
$$;
grant select (acad, id, annee, code, debut, minutes, places, pris, ferme_le) on prevention.creneau to preau_public;
grant select, insert on prevention.creneau to preau_agent;
grant update (places, ferme_le) on prevention.creneau to preau_agent;
grant select on prevention.reservation to preau_agent;
grant select, update on prevention.creneau to preau_gardien;
grant select, insert, update on prevention.reservation to preau_gardien;
grant select on prevention.temps_fort to preau_gardien;
create policy gardien on prevention.creneau to preau_gardien using (true) with check (true);
create policy gardien on prevention.reservation to preau_gardien using (true) with check (true);
create policy gardien on prevention.temps_fort for select to preau_gardien using (true);
create policy public on prevention.creneau for select to preau_public using (exists (
  select from prevention.temps_fort t where t.acad = creneau.acad and t.annee = creneau.annee and t.code = creneau.code and t.publie_le is not null));
create policy agents on prevention.creneau for select to preau_agent using (acad = (select acces.mon_academie()));
create policy ouvre on prevention.creneau for insert to preau_agent with check (acad = (select acces.mon_academie())
  and (select acces.ai_role(array['communication'])) and par = (select acces.moi()) and pris = 0);
create policy change on prevention.creneau for update to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication'])));
create policy ecole on prevention.reservation for select to preau_agent
  using (etab = any ((select acces.mes_etablissements())::text[]));
create policy organise on prevention.reservation for select to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication'])));
create trigger paraitre after insert or update on prevention.creneau for each row execute function prevention.paraitre();

-- Books for a class. « fait », or why not: « complet », « ferme ». The same form sent twice books once; two at the same instant wait
-- for each other on the row of the slot.
create function prevention.reserver(p_id uuid, p_creneau uuid, p_etab text, p_niveau text, p_eleves integer) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  c prevention.creneau;
begin
  if not (p_etab = any (acces.mes_etablissements())) then return 'ferme'; end if;
  select * into c from prevention.creneau where acad = acces.mon_academie() and id = p_creneau for update;
  if not found or c.ferme_le is not null or c.debut <= acces.maintenant() or not exists (
    select from prevention.temps_fort t where t.acad = c.acad and t.annee = c.annee and t.code = c.code and t.publie_le is not null)
    then return 'ferme'; end if;
  if exists (select from prevention.reservation r where r.acad = c.acad and r.id = p_id) then return 'fait'; end if;
  if c.pris + p_eleves > c.places then return 'complet'; end if;
  insert into prevention.reservation (acad, id, creneau, etab, niveau, eleves, par, le)
    values (c.acad, p_id, c.id, p_etab, p_niveau, p_eleves, acces.moi(), acces.maintenant());
  update prevention.creneau set pris = pris + p_eleves where acad = c.acad and id = c.id;
  return 'fait';
end
$$;

-- Gives the places back: the school itself, or the organisers; before the visit. @returns the school, null when there was nothing to cancel.
create function prevention.annuler_visite(p_id uuid) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  r prevention.reservation;
begin
  update prevention.reservation v set annulee_par = acces.moi(), annulee_le = acces.maintenant()
    where v.acad = acces.mon_academie() and v.id = p_id and v.annulee_le is null
      and (v.etab = any (acces.mes_etablissements()) or acces.ai_role(array['communication']))
      and exists (select from prevention.creneau c where c.acad = v.acad and c.id = v.creneau and c.debut > acces.maintenant())
    returning * into r;
  if not found then return null; end if;
  update prevention.creneau set pris = pris - r.eleves where acad = r.acad and id = r.creneau;
  return r.etab;
end
$$;
grant create on schema prevention to preau_gardien;
alter function prevention.reserver(uuid, uuid, text, text, integer) owner to preau_gardien;
alter function prevention.annuler_visite(uuid) owner to preau_gardien;
revoke create on schema prevention from preau_gardien;
revoke all on function prevention.reserver(uuid, uuid, text, text, integer), prevention.annuler_visite(uuid) from public;
grant execute on function prevention.reserver(uuid, uuid, text, text, integer), prevention.annuler_visite(uuid) to preau_agent;
