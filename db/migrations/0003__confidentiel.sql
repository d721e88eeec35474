-- Reports, dossiers and all below. Narratives, names, messages and files are ciphertext; what is in the clear is what sorts,
-- counts and routes. Every table is protected by a policy generated here: see proteger().
create schema confidentiel;
grant usage on schema confidentiel to preau_gardien, preau_public, preau_agent, preau_job;

-- A « fil » is a report or a dossier: it has one data key, one chain of facts, and policies that all look alike.
-- proteger_portee: the row carries its scope itself.
create function confidentiel.proteger_portee(nom regclass) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', nom);
  execute format('alter table %s force row level security', nom);
  execute format($p$
    create policy agents on %s to preau_agent
      using (
        (portee_etab = any ((select acces.mes_etablissements())::text[])
          or portee_circo = any ((select acces.mes_circonscriptions())::text[])
          or portee_dept = any ((select acces.mes_departements())::text[])
          or acad = any ((select acces.mes_academies())::text[])
          or id = any ((select acces.mes_octrois())::uuid[]))
        and id <> all ((select acces.mes_deports())::uuid[]))
    $p$, nom);
  execute format('create policy gardien on %s to preau_gardien using (true) with check (true)', nom);
end
$$;

-- proteger_fil: the row belongs to a thread (column `fil`), and is seen by whoever sees the thread.
create function confidentiel.proteger_fil(nom regclass) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', nom);
  execute format('alter table %s force row level security', nom);
  execute format('create policy agents on %s to preau_agent using (confidentiel.je_vois(acad, fil))', nom);
  execute format('create policy gardien on %s to preau_gardien using (true) with check (true)', nom);
end
$$;

-- ouvrir_au_public: the door of the reporter. One code, one report, nothing else.
create function confidentiel.ouvrir_au_public(nom regclass, colonne text) returns void
  language plpgsql as $$
begin
  execute format(
    'create policy declarant on %s to preau_public using (%I = (select acces.mon_signalement())) with check (%I = (select acces.mon_signalement()))',
    nom, colonne, colonne);
end
$$;

create table confidentiel.signalement (
  acad text not null,
  id uuid not null,
  dept text not null,
  circo text,
  etab text not null,
  niveau text not null check (niveau in ('etablissement', 'circonscription', 'departement', 'academie')),
  portee_etab text generated always as (case when niveau = 'etablissement' then etab end) stored,
  portee_circo text generated always as (case when niveau in ('etablissement', 'circonscription') then circo end) stored,
  portee_dept text generated always as (case when niveau <> 'academie' then dept end) stored,
  canal text not null check (canal in ('site', 'telephone', 'papier', 'courrier', 'mail', 'oral', '3018', 'stop_harcelement', 'faits_etablissement', 'questionnaire')),
  langue text not null default 'fr',
  declarant text not null check (declarant in ('victime', 'temoin', 'parent', 'professionnel', 'autre', 'inconnu')),
  quoi text[] not null default '{}',
  lieux text[] not null default '{}',
  depuis text,
  frequence text,
  auteurs text,
  informes text[] not null default '{}',
  danger text check (danger in ('oui', 'non')),
  urgences text[] not null default '{}',
  contenu bytea not null,
  faits_du date,
  faits_au date,
  saisi_par uuid,
  recu_le timestamptz not null,
  etat text not null default 'recu' check (etat in ('recu', 'pris_en_charge', 'clos')),
  echeance timestamptz,
  pris_par uuid,
  pris_le timestamptz,
  lu_le timestamptz,
  repondu_le timestamptz,
  clos_par uuid,
  clos_le timestamptz,
  clos_motif text,
  contact text not null default 'code' check (contact in ('code', 'mail', 'aucun')),
  rappel_le timestamptz,
  version integer not null default 1,
  primary key (acad, id),
  foreign key (acad, etab) references annuaire.etablissement,
  foreign key (acad, dept) references annuaire.departement,
  foreign key (acad, saisi_par) references annuaire.agent,
  foreign key (acad, pris_par) references annuaire.agent,
  foreign key (acad, clos_par) references annuaire.agent,
  -- Never without an owner and a due date: the level holds it until a person does, and only the end takes the date away.
  constraint signalement_echeance check ((etat = 'clos') = (echeance is null)),
  constraint signalement_pris check ((pris_par is null) = (pris_le is null) and (etat = 'recu') <= (pris_par is null)
    and (etat = 'pris_en_charge') <= (pris_par is not null)),
  constraint signalement_clos check ((etat = 'clos') = (clos_le is not null and clos_par is not null and clos_motif is not null)),
  check (faits_au is null or faits_du is null or faits_au >= faits_du)
);
comment on column confidentiel.signalement.urgences is 'Why it comes first (danger_immediat, suicide, arme…), from the answers given: a reason, never a score';
comment on column confidentiel.signalement.contenu is 'Narrative, names, wishes: encrypted JSON';
comment on column confidentiel.signalement.niveau is 'The lowest level that holds it; the levels above see it too';
comment on column confidentiel.signalement.echeance is 'When the next act is due';
create index signalement_etab on confidentiel.signalement (acad, portee_etab, etat, echeance);
create index signalement_circo on confidentiel.signalement (acad, portee_circo, etat, echeance) where portee_circo is not null;
create index signalement_dept on confidentiel.signalement (acad, portee_dept, etat, echeance);
create index signalement_echeance on confidentiel.signalement (acad, etat, echeance);

create table confidentiel.dossier (
  acad text not null,
  id uuid not null,
  numero text not null check (numero ~ '^[0-9AB]{2,3}-[0-9]{4}-[0-9A-Z]{6}$'),
  dept text not null,
  circo text,
  etab text not null,
  niveau text not null check (niveau in ('etablissement', 'circonscription', 'departement', 'academie')),
  portee_etab text generated always as (case when niveau = 'etablissement' then etab end) stored,
  portee_circo text generated always as (case when niveau in ('etablissement', 'circonscription') then circo end) stored,
  portee_dept text generated always as (case when niveau <> 'academie' then dept end) stored,
  protocole text not null,
  etat text not null check (etat in ('recu', 'pris_en_charge', 'protege', 'evaluation', 'traitement', 'surveillance', 'clos')),
  urgences text[] not null default '{}',
  responsable uuid not null,
  echeance timestamptz,
  ouvert_par uuid not null,
  ouvert_le timestamptz not null,
  pris_le timestamptz,
  protege_le timestamptz,
  clos_le timestamptz,
  resume bytea not null,
  version integer not null default 1,
  primary key (acad, id),
  unique (acad, numero),
  foreign key (acad, etab) references annuaire.etablissement,
  foreign key (acad, dept) references annuaire.departement,
  foreign key (acad, responsable) references annuaire.agent,
  foreign key (acad, ouvert_par) references annuaire.agent,
  constraint dossier_echeance check ((etat = 'clos') = (echeance is null)),
  constraint dossier_clos check ((etat = 'clos') = (clos_le is not null))
);
comment on column confidentiel.dossier.numero is 'Département, first year of the school year, and six drawn signs: not to be guessed by counting';
comment on column confidentiel.dossier.responsable is 'Always one person';
create index dossier_etab on confidentiel.dossier (acad, portee_etab, ouvert_le desc);
create index dossier_circo on confidentiel.dossier (acad, portee_circo, ouvert_le desc) where portee_circo is not null;
create index dossier_dept on confidentiel.dossier (acad, portee_dept, ouvert_le desc);
create index dossier_acad on confidentiel.dossier (acad, ouvert_le desc);

select confidentiel.proteger_portee('confidentiel.signalement');
select confidentiel.proteger_portee('confidentiel.dossier');
select confidentiel.ouvrir_au_public('confidentiel.signalement', 'id');

-- Seen as the caller sees: security invoker, so that the policies of the two tables above decide.
create function confidentiel.je_vois(p_acad text, p_fil uuid) returns boolean
  language sql stable set search_path = ''
  as $$
    select exists (select from confidentiel.signalement s where s.acad = p_acad and s.id = p_fil)
      or exists (select from confidentiel.dossier d where d.acad = p_acad and d.id = p_fil)
  $$;

create table confidentiel.cle (
  acad text not null,
  fil uuid not null,
  version smallint not null,
  emballee bytea,
  detruite_le timestamptz,
  primary key (acad, fil),
  check ((emballee is null) = (detruite_le is not null))
);
comment on table confidentiel.cle is 'One data key a thread, wrapped by the key of the académie. Erasing a thread is destroying its key';
select confidentiel.proteger_fil('confidentiel.cle');
select confidentiel.ouvrir_au_public('confidentiel.cle', 'fil');

create table confidentiel.chaine (
  acad text not null,
  fil uuid not null,
  rang integer not null,
  tete bytea not null check (length(tete) = 32),
  primary key (acad, fil)
);
comment on table confidentiel.chaine is 'The head of each chain of facts: written by the trigger on fait, by nobody else';
select confidentiel.proteger_fil('confidentiel.chaine');

create table confidentiel.fait (
  acad text not null,
  fil uuid not null,
  rang integer not null,
  verbe text not null,
  par uuid,
  qualite text not null,
  le timestamptz not null,
  detail jsonb not null default '{}',
  precedent bytea not null,
  empreinte bytea not null,
  primary key (acad, fil, rang)
);
comment on table confidentiel.fait is 'What was done, by whom, when. Insert-only; identifiers and choices, never a name or a narrative';
comment on column confidentiel.fait.qualite is 'In what capacity: declarant, chef, referent_departemental…, systeme';
comment on column confidentiel.fait.empreinte is 'SHA-256 over the row and the one before it in the same thread';
select confidentiel.proteger_fil('confidentiel.fait');
select confidentiel.ouvrir_au_public('confidentiel.fait', 'fil');

-- What is hashed: each field preceded by its length in bytes, so that no two rows can read the same.
create function confidentiel.empreinte_fait(
  p_acad text, p_fil uuid, p_rang integer, p_verbe text, p_par uuid, p_qualite text, p_le timestamptz, p_detail jsonb, p_precedent bytea)
  returns bytea language sql immutable parallel safe set search_path = ''
  as $$
    select pg_catalog.sha256(p_precedent || pg_catalog.convert_to(pg_catalog.string_agg(
      pg_catalog.octet_length(champ) || ':' || champ, '' order by n), 'UTF8'))
    from pg_catalog.unnest(array[p_acad, p_fil::text, p_rang::text, p_verbe, coalesce(p_par::text, ''), p_qualite,
      (extract(epoch from p_le) * 1000000)::bigint::text, p_detail::text]) with ordinality as t (champ, n)
  $$;

create function confidentiel.enchainer() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  c confidentiel.chaine;
begin
  insert into confidentiel.chaine (acad, fil, rang, tete)
    values (new.acad, new.fil, 0, pg_catalog.sha256(new.fil::text::bytea)) on conflict do nothing;
  select * into c from confidentiel.chaine where acad = new.acad and fil = new.fil for update;
  new.rang := c.rang + 1;
  new.precedent := c.tete;
  new.le := acces.maintenant();
  new.empreinte := confidentiel.empreinte_fait(
    new.acad, new.fil, new.rang, new.verbe, new.par, new.qualite, new.le, new.detail, new.precedent);
  update confidentiel.chaine set rang = new.rang, tete = new.empreinte where acad = new.acad and fil = new.fil;
  return new;
end
$$;
create trigger enchainer before insert on confidentiel.fait for each row execute function confidentiel.enchainer();

create function confidentiel.refuser_modification() returns trigger
  language plpgsql as $$ begin raise exception 'fait: insert-only'; end $$;
create trigger inalterable before update or delete on confidentiel.fait for each row execute function confidentiel.refuser_modification();

create table confidentiel.consultation (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  agent uuid not null,
  nature text not null check (nature in ('lecture', 'piece', 'impression', 'export', 'recherche')),
  le timestamptz not null,
  primary key (acad, id)
);
comment on table confidentiel.consultation is 'Who read what, and when. Insert-only';
create index consultation_fil on confidentiel.consultation (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.consultation');

create table confidentiel.jeton_nom (
  acad text not null,
  etab text not null,
  fil uuid not null,
  jeton bytea not null check (length(jeton) = 16),
  primary key (acad, fil, jeton)
);
comment on table confidentiel.jeton_nom is 'Blind index of names: keyed hashes of normalised words. Says that two threads may speak of the same person, never of whom';
create index jeton_nom_jeton on confidentiel.jeton_nom (acad, jeton);
select confidentiel.proteger_fil('confidentiel.jeton_nom');
select confidentiel.ouvrir_au_public('confidentiel.jeton_nom', 'fil');

create table confidentiel.message (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  auteur text not null check (auteur in ('declarant', 'agent')),
  agent uuid,
  qualite text not null,
  contenu bytea not null,
  envoye_le timestamptz not null,
  lu_le timestamptz,
  primary key (acad, id),
  foreign key (acad, agent) references annuaire.agent,
  check ((auteur = 'agent') = (agent is not null))
);
create index message_fil on confidentiel.message (acad, fil, envoye_le);
select confidentiel.proteger_fil('confidentiel.message');
select confidentiel.ouvrir_au_public('confidentiel.message', 'fil');

create table confidentiel.piece (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  type text not null,
  taille integer not null check (taille > 0),
  largeur integer not null,
  hauteur integer not null,
  empreinte bytea not null check (length(empreinte) = 32),
  original bytea not null,
  copie bytea not null,
  depose_le timestamptz not null,
  primary key (acad, id)
);
comment on column confidentiel.piece.original is 'As received, encrypted, sealed: no page serves it';
comment on column confidentiel.piece.copie is 'Decoded and encoded anew, encrypted: what people see';
create index piece_fil on confidentiel.piece (acad, fil, depose_le);
select confidentiel.proteger_fil('confidentiel.piece');
select confidentiel.ouvrir_au_public('confidentiel.piece', 'fil');

create table confidentiel.piece_en_attente (
  acad text not null,
  id uuid not null,
  brouillon uuid not null,
  type text not null,
  taille integer not null,
  largeur integer not null,
  hauteur integer not null,
  empreinte bytea not null,
  original bytea not null,
  copie bytea not null,
  expire_le timestamptz not null,
  primary key (acad, id)
);
comment on table confidentiel.piece_en_attente is 'Pictures of a report not sent yet, under the key of the draft, which only the reporter''s page holds';
create index piece_en_attente_brouillon on confidentiel.piece_en_attente (acad, brouillon);
create index piece_en_attente_expire on confidentiel.piece_en_attente (expire_le);
alter table confidentiel.piece_en_attente enable row level security;
alter table confidentiel.piece_en_attente force row level security;
create policy brouillon on confidentiel.piece_en_attente to preau_public
  using (brouillon = nullif(current_setting('preau.brouillon', true), '')::uuid)
  with check (brouillon = nullif(current_setting('preau.brouillon', true), '')::uuid);
create policy purge on confidentiel.piece_en_attente for all to preau_job using (true);

create table confidentiel.rattachement (
  acad text not null,
  fil uuid not null,
  dossier uuid not null,
  par uuid not null,
  le timestamptz not null,
  defait_le timestamptz,
  defait_par uuid,
  primary key (acad, fil, dossier, le),
  foreign key (acad, fil) references confidentiel.signalement,
  foreign key (acad, dossier) references confidentiel.dossier
);
comment on table confidentiel.rattachement is 'A report (fil) belongs to a dossier, from a date; undone by a date';
create unique index rattachement_vivant on confidentiel.rattachement (acad, fil) where defait_le is null;
create index rattachement_dossier on confidentiel.rattachement (acad, dossier);
select confidentiel.proteger_fil('confidentiel.rattachement');

create table confidentiel.personne (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  identite bytea not null,
  version integer not null default 1,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier
);
comment on table confidentiel.personne is 'A person of one dossier (fil). Name, class, link: encrypted JSON';
create index personne_fil on confidentiel.personne (acad, fil);
select confidentiel.proteger_fil('confidentiel.personne');

create table confidentiel.personne_role (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  personne uuid not null,
  role text not null check (role in ('cible', 'auteur_presume', 'temoin', 'soutien', 'responsable_legal', 'professionnel')),
  du date not null,
  au date,
  primary key (acad, id),
  foreign key (acad, personne) references confidentiel.personne,
  check (au is null or au >= du)
);
comment on table confidentiel.personne_role is 'A role per person AND period: today''s presumed author may have been last year''s target';
create index personne_role_fil on confidentiel.personne_role (acad, fil);
select confidentiel.proteger_fil('confidentiel.personne_role');

create table confidentiel.mesure (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  nature text not null,
  contenu bytea not null,
  du date not null,
  au date,
  par uuid not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, par) references annuaire.agent,
  check (au is null or au >= du)
);
comment on table confidentiel.mesure is 'A protection measure, or nature = aucune with the written reason for none';
create index mesure_fil on confidentiel.mesure (acad, fil);
select confidentiel.proteger_fil('confidentiel.mesure');

-- The sealed contact of a reporter: no agent can read it, only the mail job, and it is gone at closure.
create table acces.contact (
  acad text not null,
  signalement uuid not null,
  adresse bytea not null,
  primary key (acad, signalement)
);
grant select (acad, signalement), insert, delete on acces.contact to preau_public;
grant select, delete on acces.contact to preau_job;
grant select (acad, signalement), delete on acces.contact to preau_gardien;
alter table acces.contact enable row level security;
alter table acces.contact force row level security;
create policy declarant on acces.contact to preau_public
  using (signalement = (select acces.mon_signalement())) with check (signalement = (select acces.mon_signalement()));
create policy courrier on acces.contact to preau_job using (true);
create policy gardien on acces.contact to preau_gardien using (true);

-- Grants. What is absent is meant.
grant select, insert on confidentiel.signalement, confidentiel.cle, confidentiel.fait, confidentiel.jeton_nom,
  confidentiel.message, confidentiel.piece to preau_public;
grant update (lu_le) on confidentiel.message to preau_public;
grant update (contact, echeance, urgences, version) on confidentiel.signalement to preau_public;
grant select, insert, delete on confidentiel.piece_en_attente to preau_public;
-- preau_public: no dossier, no person, no measure, no consultation; no update of what was said; no delete.
grant select, insert on confidentiel.signalement, confidentiel.dossier, confidentiel.cle, confidentiel.fait, confidentiel.consultation,
  confidentiel.jeton_nom, confidentiel.message, confidentiel.piece, confidentiel.rattachement, confidentiel.personne,
  confidentiel.personne_role, confidentiel.mesure to preau_agent;
grant select on confidentiel.chaine to preau_agent;
grant update (niveau, etat, echeance, pris_par, pris_le, lu_le, repondu_le, clos_par, clos_le, clos_motif, contact, version)
  on confidentiel.signalement to preau_agent;
grant update (niveau, etat, urgences, responsable, echeance, pris_le, protege_le, clos_le, resume, version) on confidentiel.dossier to preau_agent;
grant update (lu_le) on confidentiel.message to preau_agent;
grant update (defait_le, defait_par) on confidentiel.rattachement to preau_agent;
grant update (identite, version) on confidentiel.personne to preau_agent;
grant update (au) on confidentiel.personne_role, confidentiel.mesure to preau_agent;
grant delete on confidentiel.jeton_nom to preau_agent;
-- preau_agent: no delete elsewhere; no update of a narrative, a message, a fact or a consultation.
grant select (acad, id, expire_le), delete on confidentiel.piece_en_attente to preau_job;
grant select, insert, update on all tables in schema confidentiel to preau_gardien;
revoke update, delete on confidentiel.fait, confidentiel.consultation from preau_gardien;

grant execute on function confidentiel.je_vois(text, uuid) to preau_agent;
do $$ begin
  revoke all on function confidentiel.proteger_portee(regclass), confidentiel.proteger_fil(regclass),
    confidentiel.ouvrir_au_public(regclass, text), confidentiel.enchainer() from public;
end $$;

-- A new report or dossier: the agent who writes it must see it. With the row's own policy as its check, one cannot plant
-- a thread in somebody else's territory, nor push one there: reorienter does that, for the guardian, on what the caller sees.
create function confidentiel.reorienter(p_acad text, p_fil uuid, p_etab text, p_echeance timestamptz, p_version integer)
  returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_dept text;
  v_circo text;
  v_niveau text;
begin
  select a.dept, a.circo, a.niveau into v_dept, v_circo, v_niveau
    from annuaire.accueil(p_acad, p_etab, (select s.auteurs = 'adulte' from confidentiel.signalement s where s.acad = p_acad and s.id = p_fil)) a;
  if v_dept is null or not confidentiel.voit_signalement(p_acad, p_fil) then
    return false;
  end if;
  update confidentiel.signalement s
    set etab = p_etab, dept = v_dept, circo = v_circo, niveau = v_niveau, etat = 'recu', pris_par = null, pris_le = null,
      echeance = p_echeance, version = s.version + 1
    where s.acad = p_acad and s.id = p_fil and s.version = p_version and s.etat <> 'clos';
  return found;
end
$$;

-- What the agent of this session may see of a report, asked by the guardian (the policies speak of the caller, who is the guardian there).
create function confidentiel.voit_signalement(p_acad text, p_fil uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from confidentiel.signalement s where s.acad = p_acad and s.id = p_fil
      and (s.portee_etab = any (acces.mes_etablissements()) or s.portee_circo = any (acces.mes_circonscriptions())
        or s.portee_dept = any (acces.mes_departements()) or s.acad = any (acces.mes_academies()) or s.id = any (acces.mes_octrois()))
      and s.id <> all (acces.mes_deports()))
  $$;

create function confidentiel.voit_dossier(p_acad text, p_fil uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from confidentiel.dossier s where s.acad = p_acad and s.id = p_fil
      and (s.portee_etab = any (acces.mes_etablissements()) or s.portee_circo = any (acces.mes_circonscriptions())
        or s.portee_dept = any (acces.mes_departements()) or s.acad = any (acces.mes_academies()) or s.id = any (acces.mes_octrois()))
      and s.id <> all (acces.mes_deports()))
  $$;

-- Give one thread to one person: only what one sees by mandate, only to a colleague of the same académie.
create function acces.octroyer(p_id uuid, p_fil uuid, p_agent uuid, p_motif text, p_au timestamptz) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not (confidentiel.voit_signalement(acces.mon_academie(), p_fil) or confidentiel.voit_dossier(acces.mon_academie(), p_fil))
    or p_fil = any (acces.mes_octrois()) then
    return false;
  end if;
  insert into acces.octroi (acad, id, fil, agent, par, motif, du, au)
    select acces.mon_academie(), p_id, p_fil, a.id, acces.moi(), p_motif, acces.maintenant(), p_au
    from annuaire.agent a where a.acad = acces.mon_academie() and a.id = p_agent;
  return found;
end
$$;

create function acces.effacer_contact(p_fil uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not confidentiel.voit_signalement(acces.mon_academie(), p_fil) then
    return false;
  end if;
  delete from acces.contact where acad = acces.mon_academie() and signalement = p_fil;
  return found;
end
$$;

-- Who looked and who acted, for the DPO and the responsable académique: identifiers and dates, no content.
create function acces.journal_consultations(p_depuis timestamptz, p_limite integer)
  returns table (le timestamptz, agent uuid, fil uuid, nature text)
  language sql stable security definer set search_path = ''
  as $$
    select c.le, c.agent, c.fil, c.nature from confidentiel.consultation c
    where c.acad = acces.mon_academie() and acces.ai_role(array['dpo', 'responsable_academique']) and c.le >= p_depuis
    order by c.le desc limit p_limite
  $$;

grant create on schema acces, confidentiel to preau_gardien;
do $$
declare
  f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('acces', 'confidentiel') and p.prosecdef and p.proowner = (select oid from pg_roles where rolname = 'preau_proprietaire') loop
    execute format('alter function %s owner to preau_gardien', f);
    execute format('revoke all on function %s from public', f);
    if f::text not like '%enchainer%' and f::text not like '%voit_%' then
      execute format('grant execute on function %s to preau_agent', f);
    end if;
  end loop;
end
$$;
revoke create on schema acces, confidentiel from preau_gardien;
grant execute on function confidentiel.empreinte_fait(text, uuid, integer, text, uuid, text, timestamptz, jsonb, bytea) to preau_gardien;
