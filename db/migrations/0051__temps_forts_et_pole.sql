-- Every temps fort has its public page; the pôle says on its own page who it is and how to reach it.
alter table prevention.temps_fort add column theme text not null default '' check (length(theme) <= 200);
comment on column prevention.temps_fort.theme is 'What this year is about, in the organisers’ words; empty when there is none';
grant select (theme) on prevention.temps_fort to preau_public;
grant update (theme) on prevention.temps_fort to preau_agent;
-- A page of ours, or another site’s.
alter table prevention.temps_fort drop constraint temps_fort_palmares_url_check;
alter table prevention.temps_fort add constraint temps_fort_palmares_url_check
  check (palmares_url = '' or palmares_url ~ '^https://[^\s"<>]+$' or palmares_url ~ '^/[a-z0-9][a-z0-9/-]*$');
-- The year in the address of a page says one edition.
create unique index temps_fort_adresse on prevention.temps_fort (acad, code, (extract(year from jour)));

create table prevention.pole (
  acad text primary key references annuaire.academie,
  telephone text not null default '' check (length(telephone) <= 40),
  mail text not null default '' check (length(mail) <= 120),
  rattachement text not null default '' check (length(rattachement) <= 300),
  presidence text not null default '' check (length(presidence) <= 200),
  membres text[] not null default '{}',
  themes text[] not null default '{}',
  par uuid not null,
  le timestamptz not null,
  version integer not null default 1,
  foreign key (acad, par) references annuaire.agent
);
comment on table prevention.pole is 'What the pôle says of itself: its desk, and the functions of its comité de pilotage. No row: what circulars say of every pôle';
comment on column prevention.pole.membres is 'Functions, never names';
grant select (acad, telephone, mail, rattachement, presidence, membres, themes) on prevention.pole to preau_public;
grant select, insert, update on prevention.pole to preau_agent;
alter table prevention.pole enable row level security;
alter table prevention.pole force row level security;
create policy public on prevention.pole for select to preau_public using (true);
create policy agents on prevention.pole for select to preau_agent using (acad = (select acces.mon_academie()));
create policy ecrit on prevention.pole for insert to preau_agent with check (acad = (select acces.mon_academie())
  and par = (select acces.moi()) and (select acces.ai_role(array['responsable_academique', 'referente_academique'])));
create policy change on prevention.pole for update to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.ai_role(array['responsable_academique', 'referente_academique'])))
  with check (acad = (select acces.mon_academie()) and par = (select acces.moi()));
create trigger paraitre after insert or update on prevention.pole for each row execute function prevention.paraitre();

-- A name is public only since its bearer said so; ended by the same person, or with the last mandate at the pôle.
alter table annuaire.agent add column nom_public_le timestamptz;
comment on column annuaire.agent.nom_public_le is 'Since when this person agrees to be named on the public page of the pôle. Null: not';
alter table annuaire.journal drop constraint journal_verbe_check;
alter table annuaire.journal add constraint journal_verbe_check
  check (verbe in ('agent.creer', 'mandat.ouvrir', 'mandat.finir', 'nom.publier', 'nom.taire'));
grant update (nom_public_le) on annuaire.agent to preau_gardien;
create trigger paraitre after update on annuaire.agent for each row
  when (old.nom_public_le is distinct from new.nom_public_le) execute function prevention.paraitre();

create function annuaire.publier_mon_nom(p_oui boolean) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  update annuaire.agent a set nom_public_le = case when p_oui then acces.maintenant() end
    where a.acad = acces.mon_academie() and a.id = acces.moi() and (a.nom_public_le is not null) <> p_oui;
  if not found then return false; end if;
  insert into annuaire.journal (acad, verbe, par, agent, le)
    values (acces.mon_academie(), case when p_oui then 'nom.publier' else 'nom.taire' end, acces.moi(), acces.moi(), acces.maintenant());
  return true;
end
$$;

create function annuaire.noms_publics(p_acad text) returns table (role text, dept text, prenom text, nom text)
  language sql stable security definer set search_path = ''
  as $$
    select distinct m.role, m.dept, a.prenom, a.nom from annuaire.mandat m
    join annuaire.agent a on a.acad = m.acad and a.id = m.agent
    where m.acad = p_acad and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
      and m.role in ('responsable_academique', 'referente_academique', 'responsable_departemental', 'referent_departemental')
      and a.nom_public_le is not null
    order by 1, 2, 4, 3
  $$;

grant create on schema annuaire to preau_gardien;
alter function annuaire.publier_mon_nom(boolean) owner to preau_gardien;
alter function annuaire.noms_publics(text) owner to preau_gardien;
revoke create on schema annuaire from preau_gardien;
revoke all on function annuaire.publier_mon_nom(boolean), annuaire.noms_publics(text) from public;
grant execute on function annuaire.publier_mon_nom(boolean) to preau_agent;
grant execute on function annuaire.noms_publics(text) to preau_public;
