-- Resources and pages written in Markdown: each save is a version that never changes, and a publication says which version is
-- online, from when, until when. What is online is computed from the time, never set by a job: nothing can be late.
create table prevention.ressource (
  acad text not null references annuaire.academie,
  id uuid not null,
  genre text not null check (genre in ('ressource', 'page')),
  adresse text not null check (adresse ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(adresse) <= 80),
  tete uuid,
  creee_par uuid not null,
  creee_le timestamptz not null,
  primary key (acad, id),
  unique (acad, genre, adresse),
  foreign key (acad, creee_par) references annuaire.agent
);
comment on column prevention.ressource.tete is 'The version that the next one must follow: whoever began from another is told';

create table prevention.fichier (
  acad text not null,
  id uuid not null,
  empreinte bytea not null check (length(empreinte) = 32),
  type text not null check (type in ('application/pdf', 'image/jpeg', 'video/mp4', 'video/webm')),
  taille bigint not null check (taille between 1 and 524288000),
  nom text not null check (nom <> '' and length(nom) <= 120),
  examen text not null check (examen in ('sans', 'attente', 'sain', 'infecte')),
  examine_le timestamptz,
  depose_par uuid not null,
  depose_le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, depose_par) references annuaire.agent
);
comment on table prevention.fichier is 'The bytes lie in the data folder under their SHA-256; the name is shown, never a path';
comment on column prevention.fichier.examen is 'sans: no antivirus was configured when it came; attente: not seen yet';
create index fichier_attente on prevention.fichier (acad, depose_le) where examen in ('sans', 'attente');

create table prevention.version (
  acad text not null,
  id uuid not null,
  ressource uuid not null,
  rang integer not null check (rang > 0),
  precedente uuid,
  ecartee boolean not null default false,
  par uuid not null,
  le timestamptz not null,
  titre text not null check (titre <> '' and length(titre) <= 120),
  resume text not null check (length(resume) <= 300),
  texte text not null check (length(texte) <= 60000),
  acces text not null check (acces in ('public', 'personnels')),
  forme text not null default '' check (forme ~ '^[a-z_]*$'),
  publics text[] not null default '{}',
  niveaux text[] not null default '{}',
  themes text[] not null default '{}',
  piliers integer[] not null default '{}',
  duree integer check (duree between 1 and 6000),
  falc boolean not null default false,
  licence text not null default '' check (licence ~ '^[a-z_]*$'),
  origine text not null default '' check (length(origine) <= 200),
  lien text not null default '' check (lien = '' or (lien ~ '^https?://[^\s"<>]+$' and length(lien) <= 500)),
  remplace uuid,
  -- Outward addresses of the text and of the resource: what the scheduled check follows.
  liens text[] not null default '{}',
  -- The words of the facets and of the transcripts, which are looked for too.
  mots text not null default '',
  recherche tsvector generated always as (
    setweight(to_tsvector('pg_catalog.french', annuaire.plier(titre)), 'A')
    || setweight(to_tsvector('pg_catalog.french', annuaire.plier(resume)), 'B')
    || setweight(to_tsvector('pg_catalog.french', annuaire.plier(mots)), 'C')
    || setweight(to_tsvector('pg_catalog.french', annuaire.plier(texte)), 'D')) stored,
  primary key (acad, id),
  unique (acad, ressource, rang),
  unique (acad, ressource, id),
  foreign key (acad, ressource) references prevention.ressource,
  foreign key (acad, precedente) references prevention.version (acad, id),
  foreign key (acad, remplace) references prevention.ressource (acad, id),
  foreign key (acad, par) references annuaire.agent
);
comment on table prevention.version is 'What somebody wrote, once: insert-only';
comment on column prevention.version.ecartee is 'Written from a version that was no longer the newest: kept aside, never lost';
create index version_recherche on prevention.version using gin (recherche);

alter table prevention.ressource
  add foreign key (acad, id, tete) references prevention.version (acad, ressource, id);

create table prevention.version_fichier (
  acad text not null,
  version uuid not null,
  fichier uuid not null,
  rang integer not null,
  libelle text not null check (libelle <> '' and length(libelle) <= 120),
  alternative text not null check (length(alternative) <= 30000),
  primary key (acad, version, fichier),
  foreign key (acad, version) references prevention.version,
  foreign key (acad, fichier) references prevention.fichier
);
comment on column prevention.version_fichier.alternative is 'What says the same in words: alternative of a picture, transcript of a film, text of a document';
create index version_fichier_fichier on prevention.version_fichier (acad, fichier);

create table prevention.publication (
  acad text not null,
  id uuid not null,
  numero bigint not null generated always as identity,
  ressource uuid not null,
  version uuid not null,
  du timestamptz not null,
  au timestamptz check (au > du),
  par uuid not null,
  le timestamptz not null,
  retiree_par uuid,
  retiree_le timestamptz,
  primary key (acad, id),
  foreign key (acad, ressource, version) references prevention.version (acad, ressource, id),
  foreign key (acad, par) references annuaire.agent,
  foreign key (acad, retiree_par) references annuaire.agent,
  check ((retiree_par is null) = (retiree_le is null))
);
comment on table prevention.publication is 'Which version is online, from when, until when, by whom; withdrawing is a date too';
create index publication_vive on prevention.publication (acad, ressource, du desc, numero desc) where retiree_le is null;
create index publication_du on prevention.publication (acad, du) where retiree_le is null;
create index publication_au on prevention.publication (acad, au) where retiree_le is null and au is not null;

create table prevention.etagere (
  acad text primary key references annuaire.academie,
  version bigint not null
);
comment on table prevention.etagere is 'Moves with whatever may change what is online: what the kept pages are compared with';

create table prevention.lecture (
  acad text not null,
  ressource uuid not null,
  jour date not null,
  nombre integer not null check (nombre > 0),
  primary key (acad, ressource, jour),
  foreign key (acad, ressource) references prevention.ressource
);
comment on table prevention.lecture is 'How many times a page was opened, a day: no reader, no address, no cookie';

create table prevention.lien (
  acad text not null references annuaire.academie,
  url text not null,
  verifie_le timestamptz,
  etat text not null default 'inconnu' check (etat in ('inconnu', 'vivant', 'ferme', 'mort')),
  constat text not null default '',
  mort_depuis timestamptz,
  prochain_le timestamptz not null,
  primary key (acad, url),
  check ((etat = 'mort') = (mort_depuis is not null))
);
comment on column prevention.lien.etat is 'ferme: the site answers but not to a program (401, 403, 429)';

create table prevention.envoi (
  acad text not null,
  id uuid not null,
  par uuid not null,
  nom text not null check (nom <> '' and length(nom) <= 120),
  taille bigint not null check (taille between 1 and 524288000),
  fichier uuid,
  le timestamptz not null,
  expire_le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, par) references annuaire.agent,
  foreign key (acad, fichier) references prevention.fichier
);
comment on table prevention.envoi is 'A file on its way: how much came is what lies on the disk';

do $$
declare
  t text;
begin
  foreach t in array array['ressource', 'fichier', 'version', 'version_fichier', 'publication', 'etagere', 'lecture', 'lien', 'envoi'] loop
    execute format('alter table prevention.%I enable row level security', t);
    execute format('alter table prevention.%I force row level security', t);
  end loop;
end
$$;

-- The guardian looks past the policies to say what is online.
grant select on prevention.publication, prevention.version, prevention.ressource to preau_gardien;
grant select, insert, update on prevention.etagere, prevention.lecture to preau_gardien;
create policy gardien on prevention.publication for select to preau_gardien using (true);
create policy gardien on prevention.version for select to preau_gardien using (true);
create policy gardien on prevention.ressource for select to preau_gardien using (true);
create policy gardien on prevention.etagere to preau_gardien using (true) with check (true);
create policy gardien on prevention.lecture to preau_gardien using (true) with check (true);

-- The newest publication that has begun and was not withdrawn, unless it has ended: an older one does not come back in its place.
create function prevention.en_ligne() returns table (acad text, ressource uuid, version uuid, acces text, du timestamptz, au timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select d.acad, d.ressource, d.version, v.acces, d.du, d.au
    from (select distinct on (p.acad, p.ressource) p.acad, p.ressource, p.version, p.du, p.au from prevention.publication p
      where p.retiree_le is null and p.du <= (select acces.maintenant())
      order by p.acad, p.ressource, p.du desc, p.numero desc) d
    join prevention.version v on v.acad = d.acad and v.id = d.version
    where d.au is null or d.au > (select acces.maintenant())
  $$;

-- The next instant at which something appears or ends by itself.
create function prevention.prochain(p_acad text) returns timestamptz
  language sql stable security definer set search_path = ''
  as $$
    select least(
      (select min(p.du) from prevention.publication p where p.acad = p_acad and p.retiree_le is null and p.du > (select acces.maintenant())),
      (select min(p.au) from prevention.publication p where p.acad = p_acad and p.retiree_le is null and p.au > (select acces.maintenant())))
  $$;

-- Words, best first, among what is online for whoever asks: a policy would keep the index from being used, so this function
-- says the same by itself. Identifiers only: what they name is read through the policies.
create function prevention.chercher(p_acad text, p_requete text) returns table (version uuid, rang real)
  language sql stable security definer set search_path = ''
  as $$
    select v.id, pg_catalog.ts_rank(v.recherche, q.q) as rang
    from pg_catalog.to_tsquery('pg_catalog.french', p_requete) q (q)
    join prevention.version v on v.acad = p_acad and v.recherche @@ q.q
    where (case when session_user = 'preau_public' then v.acces = 'public' else v.acad = acces.mon_academie() end)
      and exists (select from (
        select p.version, p.au from prevention.publication p
        where p.acad = v.acad and p.ressource = v.ressource and p.retiree_le is null and p.du <= (select acces.maintenant())
        order by p.du desc, p.numero desc limit 1) p
        where p.version = v.id and (p.au is null or p.au > (select acces.maintenant())))
    order by 2 desc, v.id
    limit 2000
  $$;

-- Adds to the counters of the day, in Paris.
create function prevention.compter_lectures(p_acad text, p_ressources uuid[], p_nombres integer[]) returns void
  language sql security definer set search_path = ''
  as $$
    insert into prevention.lecture as l (acad, ressource, jour, nombre)
      select p_acad, r.id, (acces.maintenant() at time zone 'Europe/Paris')::date, sum(n.nombre)::integer
      from unnest(p_ressources, p_nombres) n (ressource, nombre)
      join prevention.ressource r on r.acad = p_acad and r.id = n.ressource
      where n.nombre between 1 and 100000
      group by r.id
    on conflict (acad, ressource, jour) do update set nombre = least(l.nombre::bigint + excluded.nombre, 2000000000)::integer
  $$;

create function prevention.ranger() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  insert into prevention.etagere (acad, version) values (new.acad, 1)
    on conflict (acad) do update set version = etagere.version + 1;
  return null;
end
$$;
create trigger ranger after insert or update on prevention.publication for each row execute function prevention.ranger();
create trigger ranger after update on prevention.fichier for each row execute function prevention.ranger();
create trigger ranger after update of adresse on prevention.ressource for each row
  when (old.adresse is distinct from new.adresse) execute function prevention.ranger();

grant create on schema prevention to preau_gardien;
alter function prevention.en_ligne() owner to preau_gardien;
alter function prevention.chercher(text, text) owner to preau_gardien;
alter function prevention.prochain(text) owner to preau_gardien;
alter function prevention.compter_lectures(text, uuid[], integer[]) owner to preau_gardien;
alter function prevention.ranger() owner to preau_gardien;
revoke create on schema prevention from preau_gardien;
revoke all on function prevention.en_ligne(), prevention.prochain(text), prevention.chercher(text, text),
  prevention.compter_lectures(text, uuid[], integer[]),
  prevention.ranger() from public;
grant execute on function prevention.en_ligne(), prevention.prochain(text), prevention.chercher(text, text),
  prevention.compter_lectures(text, uuid[], integer[])
  to preau_public, preau_agent;
grant execute on function prevention.en_ligne() to preau_job;

-- The public door: what is online for everybody, and never who wrote it.
grant select (acad, id, genre, adresse) on prevention.ressource to preau_public;
grant select (acad, id, ressource, rang, titre, resume, texte, acces, forme, publics, niveaux, themes, piliers, duree, falc, licence,
  origine, lien, remplace, mots, recherche) on prevention.version to preau_public;
grant select on prevention.version_fichier to preau_public;
grant select (acad, id, empreinte, type, taille, nom, examen) on prevention.fichier to preau_public;
grant select on prevention.etagere, prevention.lecture to preau_public, preau_agent;
create policy public on prevention.ressource for select to preau_public
  using (id in (select e.ressource from prevention.en_ligne() e where e.acces = 'public'));
create policy public on prevention.version for select to preau_public
  using (id in (select e.version from prevention.en_ligne() e where e.acces = 'public'));
create policy public on prevention.version_fichier for select to preau_public
  using (version in (select e.version from prevention.en_ligne() e where e.acces = 'public'));
create policy public on prevention.fichier for select to preau_public
  using (exists (select from prevention.version_fichier f where f.acad = fichier.acad and f.fichier = fichier.id));
create policy public on prevention.lecture for select to preau_public
  using (ressource in (select e.ressource from prevention.en_ligne() e where e.acces = 'public'));
create policy tous on prevention.etagere for select to preau_public, preau_agent using (true);

-- Editors: the communication team, the référentes and the responsable of the académie (proposition).
create function acces.je_redige() returns boolean
  language sql stable security definer set search_path = ''
  as $$ select acces.ai_role(array['communication', 'referente_academique', 'responsable_academique']) $$;
grant create on schema acces to preau_gardien;
alter function acces.je_redige() owner to preau_gardien;
revoke create on schema acces from preau_gardien;
revoke all on function acces.je_redige() from public;
grant execute on function acces.je_redige() to preau_agent;

grant select, insert on prevention.ressource, prevention.version, prevention.version_fichier, prevention.publication, prevention.fichier,
  prevention.envoi to preau_agent;
grant select on prevention.lien to preau_agent;
grant update (tete, adresse) on prevention.ressource to preau_agent;
grant update (retiree_par, retiree_le) on prevention.publication to preau_agent;
grant update (fichier) on prevention.envoi to preau_agent;
-- preau_agent: no delete, no version rewritten, no file declared clean after the fact.

create policy agents on prevention.ressource for select to preau_agent
  using (acad = (select acces.mon_academie())
    and ((select acces.je_redige()) or id in (select e.ressource from prevention.en_ligne() e)));
create policy agents on prevention.version for select to preau_agent
  using (acad = (select acces.mon_academie())
    and ((select acces.je_redige()) or id in (select e.version from prevention.en_ligne() e)));
create policy agents on prevention.version_fichier for select to preau_agent
  using (acad = (select acces.mon_academie())
    and ((select acces.je_redige()) or version in (select e.version from prevention.en_ligne() e)));
create policy agents on prevention.fichier for select to preau_agent
  using (acad = (select acces.mon_academie()) and ((select acces.je_redige())
    or exists (select from prevention.version_fichier f where f.acad = fichier.acad and f.fichier = fichier.id)));
create policy agents on prevention.lecture for select to preau_agent
  using (acad = (select acces.mon_academie())
    and ((select acces.je_redige()) or ressource in (select e.ressource from prevention.en_ligne() e)));
create policy redaction on prevention.publication for select to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.je_redige()));
create policy redaction on prevention.lien for select to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.je_redige()));

create policy cree on prevention.ressource for insert to preau_agent
  with check (acad = (select acces.mon_academie()) and (select acces.je_redige()) and creee_par = (select acces.moi()));
create policy avance on prevention.ressource for update to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.je_redige()));
create policy ecrit on prevention.version for insert to preau_agent
  with check (acad = (select acces.mon_academie()) and (select acces.je_redige()) and par = (select acces.moi()));
create policy joint on prevention.version_fichier for insert to preau_agent
  with check (acad = (select acces.mon_academie()) and (select acces.je_redige()));
create policy depose on prevention.fichier for insert to preau_agent
  with check (acad = (select acces.mon_academie()) and (select acces.je_redige()) and depose_par = (select acces.moi()));
create policy publie on prevention.publication for insert to preau_agent
  with check (acad = (select acces.mon_academie()) and (select acces.je_redige()) and par = (select acces.moi()) and retiree_le is null);
create policy retire on prevention.publication for update to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.je_redige()))
  with check (acad = (select acces.mon_academie()) and retiree_par = (select acces.moi()));
create policy sien on prevention.envoi for select to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.je_redige()) and par = (select acces.moi()));
create policy commence on prevention.envoi for insert to preau_agent
  with check (acad = (select acces.mon_academie()) and (select acces.je_redige()) and par = (select acces.moi()));
create policy finit on prevention.envoi for update to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.je_redige()) and par = (select acces.moi()));

-- Jobs: addresses of what is online or being written, the state of links and of files, what is too old. Never a text.
grant usage on schema prevention to preau_job;
grant select (acad, id, tete) on prevention.ressource to preau_job;
grant select (acad, id, liens) on prevention.version to preau_job;
grant select, insert, update, delete on prevention.lien to preau_job;
grant select (acad, id, empreinte, taille, examen, depose_le) on prevention.fichier to preau_job;
grant update (examen, examine_le) on prevention.fichier to preau_job;
grant select (acad, id, expire_le), delete on prevention.envoi to preau_job;
grant select (acad, ressource, jour), delete on prevention.lecture to preau_job;
create policy travaux on prevention.ressource for select to preau_job using (true);
create policy travaux on prevention.version for select to preau_job using (true);
create policy travaux on prevention.lien to preau_job using (true) with check (true);
create policy travaux on prevention.fichier for select to preau_job using (true);
create policy examen on prevention.fichier for update to preau_job using (true) with check (true);
create policy travaux on prevention.envoi for select to preau_job using (true);
create policy efface on prevention.envoi for delete to preau_job using (true);
create policy travaux on prevention.lecture for select to preau_job using (true);
create policy efface on prevention.lecture for delete to preau_job using (true);
