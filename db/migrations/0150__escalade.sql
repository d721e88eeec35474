-- A dossier is passed or shared as an offer: somebody takes it, or says why not, or it is called back. Until then nothing changes
-- hands, so that it is never between two people.
create table confidentiel.offre (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  nature text not null check (nature in ('passer', 'partager')),
  de uuid not null,
  a uuid not null,
  niveau text not null check (niveau in ('etablissement', 'circonscription', 'departement', 'academie')),
  contenu bytea not null,
  faite_le timestamptz not null,
  reponse text check (reponse in ('acceptee', 'refusee', 'rappelee')),
  raison bytea,
  repondue_par uuid,
  repondue_le timestamptz,
  primary key (acad, id),
  foreign key (acad, de) references annuaire.agent,
  foreign key (acad, a) references annuaire.agent,
  constraint offre_repondue check ((reponse is null) = (repondue_par is null) and (reponse is null) = (repondue_le is null)),
  constraint offre_refusee check ((reponse = 'refusee') <= (raison is not null))
);
comment on table confidentiel.offre is 'Who asks whom to take a dossier, or to follow it too. Answered once; the database holds one open offer of a kind';
comment on column confidentiel.offre.niveau is 'Where the person asked stands: a colleague of the same place may answer for them';
create unique index offre_ouverte on confidentiel.offre (acad, fil, nature) where reponse is null;
create index offre_a on confidentiel.offre (acad, a) where reponse is null;
select confidentiel.proteger_fil('confidentiel.offre');
grant select, insert on confidentiel.offre to preau_agent;
grant update (reponse, raison, repondue_par, repondue_le) on confidentiel.offre to preau_agent;
grant select on confidentiel.offre to preau_gardien;

-- Who follows a dossier beside the person responsible for it. Ending is a date.
create table confidentiel.accompagnant (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  agent uuid not null,
  du timestamptz not null,
  au timestamptz,
  primary key (acad, id),
  foreign key (acad, agent) references annuaire.agent
);
create unique index accompagnant_vivant on confidentiel.accompagnant (acad, fil, agent) where au is null;
create index accompagnant_agent on confidentiel.accompagnant (acad, agent) where au is null;
select confidentiel.proteger_fil('confidentiel.accompagnant');
grant select, insert on confidentiel.accompagnant to preau_agent;
grant update (au) on confidentiel.accompagnant to preau_agent;
grant select on confidentiel.accompagnant to preau_gardien;

-- Two dossiers about the same facts: one of them says so, and may be told apart again.
create table confidentiel.reunion (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  vers uuid not null,
  signalements uuid[] not null,
  par uuid not null,
  le timestamptz not null,
  defaite_le timestamptz,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, vers) references confidentiel.dossier,
  check (fil <> vers)
);
comment on table confidentiel.reunion is '`fil` is the same situation as `vers`. `signalements`: what was attached to `fil`, to give it back';
create unique index reunion_vivante on confidentiel.reunion (acad, fil) where defaite_le is null;
create index reunion_vers on confidentiel.reunion (acad, vers);
select confidentiel.proteger_fil('confidentiel.reunion');
grant select, insert on confidentiel.reunion to preau_agent;
grant update (defaite_le) on confidentiel.reunion to preau_agent;

-- A pupil who changes school: the dossier that follows them names the one it comes from.
create table confidentiel.transfert (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  vers uuid,
  ailleurs bytea,
  continue_ici boolean not null,
  par uuid not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, vers) references confidentiel.dossier,
  constraint transfert_ou check ((vers is null) = (ailleurs is not null))
);
comment on column confidentiel.transfert.ailleurs is 'Another académie, or a school that is not in the directory: encrypted JSON';
create index transfert_fil on confidentiel.transfert (acad, fil);
select confidentiel.proteger_fil('confidentiel.transfert');
grant select, insert on confidentiel.transfert to preau_agent;

-- An adult of the school is implicated: the level above takes the dossier out of the school's sight, or gives it back. Only upwards
-- of where one stands oneself would be blind: whoever does it keeps seeing it.
create function confidentiel.changer_niveau(p_acad text, p_fil uuid, p_niveau text, p_version integer) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  d confidentiel.dossier;
begin
  if not confidentiel.voit_dossier(p_acad, p_fil) then
    return false;
  end if;
  select * into d from confidentiel.dossier where acad = p_acad and id = p_fil;
  if not (p_niveau in ('etablissement', 'departement') and (d.dept = any (acces.mes_departements()) or d.acad = any (acces.mes_academies()))
    or p_niveau = 'academie' and d.acad = any (acces.mes_academies())) then
    return false;
  end if;
  update confidentiel.dossier set niveau = p_niveau, version = version + 1
    where acad = p_acad and id = p_fil and version = p_version and niveau <> p_niveau;
  if not found then
    return false;
  end if;
  perform acces.finir_octrois(p_acad, p_fil);
  return true;
end
$$;
grant create on schema confidentiel to preau_gardien;
alter function confidentiel.changer_niveau(text, uuid, text, integer) owner to preau_gardien;
revoke create on schema confidentiel from preau_gardien;
revoke all on function confidentiel.changer_niveau(text, uuid, text, integer) from public;
grant execute on function confidentiel.changer_niveau(text, uuid, text, integer) to preau_agent;
