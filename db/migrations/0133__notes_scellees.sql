-- Notes under a professional secret: read by the profession of their author only, and the database holds it.

-- What somebody is by profession, beside their mandates: dated, given by the administrator, never to oneself.
create table annuaire.profession (
  acad text not null,
  id uuid not null,
  agent uuid not null,
  profession text not null check (profession in ('infirmier', 'medecin', 'assistant_social', 'psychologue')),
  par uuid not null,
  du timestamptz not null,
  au timestamptz,
  primary key (acad, id),
  foreign key (acad, agent) references annuaire.agent,
  foreign key (acad, par) references annuaire.agent,
  check (au is null or au >= du)
);
comment on table annuaire.profession is 'Professions bound to a secret of their own (L411-3 CASF, R4312-4 and R4127-4 CSP). One at a time';
create unique index profession_vivante on annuaire.profession (acad, agent) where au is null;
grant select, insert on annuaire.profession to preau_gardien;
grant update (au) on annuaire.profession to preau_gardien;
grant select on annuaire.profession to preau_agent;

alter table annuaire.journal drop constraint journal_verbe_check;
alter table annuaire.journal add constraint journal_verbe_check
  check (verbe in ('agent.creer', 'mandat.ouvrir', 'mandat.finir', 'nom.publier', 'nom.taire', 'profession.donner', 'profession.finir'));

create function acces.ma_profession() returns text
  language sql stable security definer set search_path = ''
  as $$
    select p.profession from acces.horloge() t, acces.session_vivante() s, annuaire.profession p
    where p.acad = s.acad and p.agent = s.agent and p.du <= t.le and (p.au is null or p.au > t.le)
      and exists (select from acces.mandats_vivants())
  $$;

-- Gives a profession, or takes the present one away (p_profession null). The administrator alone, and not for oneself.
create function annuaire.donner_profession(p_id uuid, p_agent uuid, p_profession text) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_acad text := acces.mon_academie();
begin
  if not acces.ai_role(array['administrateur']) then
    return 'refuse';
  end if;
  if p_agent = acces.moi() then
    return 'soi';
  end if;
  perform from annuaire.agent a where a.acad = v_acad and a.id = p_agent for update;
  if not found then
    return 'inconnu';
  end if;
  if exists (select from annuaire.profession p where p.acad = v_acad and p.agent = p_agent and p.au is null
    and p.profession is not distinct from p_profession) then
    return 'deja';
  end if;
  update annuaire.profession p set au = acces.maintenant() where p.acad = v_acad and p.agent = p_agent and p.au is null;
  if found then
    insert into annuaire.journal (acad, verbe, par, agent, le)
      values (v_acad, 'profession.finir', acces.moi(), p_agent, acces.maintenant());
  end if;
  if p_profession is not null then
    insert into annuaire.profession (acad, id, agent, profession, par, du)
      values (v_acad, p_id, p_agent, p_profession, acces.moi(), acces.maintenant());
    insert into annuaire.journal (acad, verbe, par, agent, le)
      values (v_acad, 'profession.donner', acces.moi(), p_agent, acces.maintenant());
  end if;
  return 'fait';
end
$$;

grant create on schema acces, annuaire to preau_gardien;
alter function acces.ma_profession() owner to preau_gardien;
alter function annuaire.donner_profession(uuid, uuid, text) owner to preau_gardien;
revoke create on schema acces, annuaire from preau_gardien;
revoke all on function acces.ma_profession(), annuaire.donner_profession(uuid, uuid, text) from public;
grant execute on function acces.ma_profession() to preau_agent, preau_gardien;
grant execute on function annuaire.donner_profession(uuid, uuid, text) to preau_agent;

create table confidentiel.note_scellee (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  agent uuid not null,
  profession text not null,
  qualite text not null,
  contenu bytea not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, agent) references annuaire.agent
);
comment on table confidentiel.note_scellee is 'Read by whoever has the profession of its author and sees the dossier; by nobody else, whatever the mandate. Insert-only';
create index note_scellee_fil on confidentiel.note_scellee (acad, fil, le);
alter table confidentiel.note_scellee enable row level security;
alter table confidentiel.note_scellee force row level security;
create policy gardien on confidentiel.note_scellee to preau_gardien using (true) with check (true);
grant select, insert on confidentiel.note_scellee to preau_agent;
grant select on confidentiel.note_scellee to preau_gardien;

-- What is shared is written for whom it is shared with: the note itself stays sealed (L226-2-2 CASF: strictly what is necessary).
create table confidentiel.note_partage (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  note uuid not null,
  profession text not null,
  avec uuid not null,
  famille text not null check (famille in ('informee', 'contraire')),
  contenu bytea not null,
  par uuid not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, note) references confidentiel.note_scellee,
  foreign key (acad, avec) references annuaire.agent,
  foreign key (acad, par) references annuaire.agent
);
comment on table confidentiel.note_partage is 'Part of a sealed note, given to one person, for a reason, the family told or not. Insert-only';
create index note_partage_fil on confidentiel.note_partage (acad, fil, le);
alter table confidentiel.note_partage enable row level security;
alter table confidentiel.note_partage force row level security;
create policy gardien on confidentiel.note_partage to preau_gardien using (true) with check (true);
grant select, insert on confidentiel.note_partage to preau_agent;
grant select on confidentiel.note_partage to preau_gardien;

-- Whoever sees the thread, and then the profession: written with whichever of the two says it in this database (see 0190).
do $$
declare
  vois text := 'confidentiel.je_vois(acad, fil)';
  t text;
begin
  foreach t in array array['note_scellee', 'note_partage'] loop
    if to_regprocedure('confidentiel.je_vois(text, uuid)') is null then
      execute 'select confidentiel.condition_fil($1)' into vois using format('confidentiel.%I', t)::regclass;
    end if;
    execute format(
      'create policy agents on confidentiel.%I to preau_agent using (%s and (%s profession = (select acces.ma_profession())))
        with check (%s and profession = (select acces.ma_profession()) and %I = (select acces.moi()))',
      t, vois, case t when 'note_partage' then 'avec = (select acces.moi()) or' else '' end, vois,
      case t when 'note_partage' then 'par' else 'agent' end);
  end loop;
end
$$;

-- That a sealed note exists may already say too much: its facts stay in the chain, and are read by the same profession only.
create policy scelles on confidentiel.fait as restrictive for select to preau_agent
  using (verbe not in ('dossier.sceller', 'dossier.partager_scellee') or detail ->> 'profession' = (select acces.ma_profession()));
