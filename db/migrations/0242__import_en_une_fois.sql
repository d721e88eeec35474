-- A spreadsheet of actions that has just been tried, kept for two hours (proposition) so that its author imports it without
-- choosing it again. One an agent, theirs alone.
create table prevention.import_garde (
  acad text not null,
  par uuid not null,
  id uuid not null,
  octets bytea not null check (length(octets) <= 5242880),
  expire_le timestamptz not null,
  primary key (acad, par),
  foreign key (acad, par) references annuaire.agent
);
comment on table prevention.import_garde is 'A spreadsheet tried and not yet imported: for its author, two hours at most';
alter table prevention.import_garde enable row level security;
alter table prevention.import_garde force row level security;
grant select, insert, update on prevention.import_garde to preau_agent;
create policy sien on prevention.import_garde to preau_agent
  using (acad = (select acces.mon_academie()) and par = (select acces.moi()))
  with check (acad = (select acces.mon_academie()) and par = (select acces.moi()));
grant select (expire_le), delete on prevention.import_garde to preau_job;
create policy efface on prevention.import_garde to preau_job using (true);

-- Does a school hold this very action as a draft? Yes or no, to those who import for it: a draft itself is the school's alone.
create policy gardien_lit on prevention.action for select to preau_gardien using (true);
grant select (acad, etab, dept, annee, temps_fort, titre, du, etat) on prevention.action to preau_gardien;
create function prevention.est_en_brouillon(p_acad text, p_etab text, p_annee integer, p_temps_fort text, p_du date, p_titre text)
  returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from prevention.action a
      where a.acad = p_acad and a.acad = acces.mon_academie() and a.etab = p_etab and a.etat = 'brouillon' and a.annee = p_annee
        and a.temps_fort is not distinct from p_temps_fort and a.du = p_du
        and annuaire.plier(pg_catalog.regexp_replace(a.titre, '\s+', ' ', 'g')) = annuaire.plier(pg_catalog.regexp_replace(p_titre, '\s+', ' ', 'g'))
        and (a.dept = any (acces.mes_departements()) or acces.ai_role(array['communication'])))
  $$;
grant create on schema prevention to preau_gardien;
alter function prevention.est_en_brouillon(text, text, integer, text, date, text) owner to preau_gardien;
revoke create on schema prevention from preau_gardien;
revoke all on function prevention.est_en_brouillon(text, text, integer, text, date, text) from public;
grant execute on function prevention.est_en_brouillon(text, text, integer, text, date, text) to preau_agent;
