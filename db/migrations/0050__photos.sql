-- Photographs of actions. Each carries the state of its image rights; without it, it is never published. Withdrawn, its bytes are
-- destroyed in the same statement: nothing is left to serve, whatever asks.
create table prevention.photo (
  acad text not null,
  id uuid not null,
  action uuid not null,
  etab text not null,
  dept text not null,
  alternative text not null default '' check (length(alternative) <= 300),
  reconnus text not null default 'inconnu' check (reconnus in ('inconnu', 'personne', 'eleves', 'adultes', 'tous')),
  accord_par uuid,
  accord_le timestamptz,
  droit text not null generated always as
    (case when reconnus = 'personne' then 'personne' when reconnus <> 'inconnu' and accord_le is not null then 'accord' else 'attente' end) stored,
  largeur integer not null check (largeur > 0),
  hauteur integer not null check (hauteur > 0),
  empreinte bytea not null,
  petite bytea,
  grande bytea,
  deposee_par uuid not null,
  deposee_le timestamptz not null,
  publiee_par uuid,
  publiee_le timestamptz,
  retiree_par uuid,
  retiree_le timestamptz,
  primary key (acad, id),
  foreign key (acad, action) references prevention.action,
  foreign key (acad, etab) references annuaire.etablissement,
  foreign key (acad, accord_par) references annuaire.agent,
  foreign key (acad, deposee_par) references annuaire.agent,
  foreign key (acad, publiee_par) references annuaire.agent,
  foreign key (acad, retiree_par) references annuaire.agent,
  check ((accord_le is null) = (accord_par is null)),
  check ((publiee_le is null) = (publiee_par is null)),
  check ((retiree_le is null) = (retiree_par is null)),
  -- Withdrawn is destroyed.
  check ((retiree_le is null) = (grande is not null) and (retiree_le is null) = (petite is not null)),
  -- Never published without its image rights and its words, nor once withdrawn.
  check (publiee_le is null or (droit <> 'attente' and alternative <> '' and retiree_le is null))
);
comment on table prevention.photo is 'A photograph of an action, drawn anew without place nor device, and sealed';
comment on column prevention.photo.reconnus is 'Who can be recognised: never a name';
comment on column prevention.photo.accord_le is 'When the school attested that it holds the written agreement of all of them';
comment on column prevention.photo.droit is 'The state of its image rights: nobody recognisable, everybody agreed, or still waiting';
create index photo_action on prevention.photo (acad, action, deposee_le);
-- The same picture is not put twice on one action.
create unique index photo_unique on prevention.photo (acad, action, empreinte) where retiree_le is null;

grant select (acad, id, action, alternative, droit, largeur, hauteur, petite, grande, deposee_le, publiee_le, retiree_le) on prevention.photo to preau_public;
grant select, insert on prevention.photo to preau_agent;
grant update (alternative, reconnus, accord_par, accord_le, petite, grande, publiee_par, publiee_le, retiree_par, retiree_le) on prevention.photo to preau_agent;
-- preau_agent: a photograph never changes action, and no delete: that there was one stays told.

alter table prevention.photo enable row level security;
alter table prevention.photo force row level security;
create policy public on prevention.photo for select to preau_public
  using (publiee_le is not null and retiree_le is null and droit <> 'attente'
    and exists (select from prevention.action a where a.acad = photo.acad and a.id = photo.action));
-- A picture whose authorisations are missing stays inside the school.
create policy ecole on prevention.photo for select to preau_agent
  using (etab = any ((select acces.mes_etablissements())::text[]));
create policy au_dessus on prevention.photo for select to preau_agent
  using ((droit <> 'attente' or retiree_le is not null)
    and exists (select from prevention.action a where a.acad = photo.acad and a.id = photo.action));
create policy depose on prevention.photo for insert to preau_agent
  with check (etab = any ((select acces.mes_etablissements())::text[]) and deposee_par = (select acces.moi()) and publiee_le is null
    and exists (select from prevention.action a where a.acad = photo.acad and a.id = photo.action and a.etab = photo.etab and a.dept = photo.dept));
-- The school says its rights until it is published; then it can only be withdrawn.
create policy precise on prevention.photo for update to preau_agent
  using (etab = any ((select acces.mes_etablissements())::text[]) and publiee_le is null and retiree_le is null)
  with check (etab = any ((select acces.mes_etablissements())::text[]) and publiee_le is null);
create policy publie on prevention.photo for update to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication'])) and droit <> 'attente' and retiree_le is null)
  with check (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication'])) and publiee_par = (select acces.moi()));
create policy retire on prevention.photo for update to preau_agent
  using (retiree_le is null and (etab = any ((select acces.mes_etablissements())::text[]) or dept = any ((select acces.mes_departements())::text[])
    or (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication'])))))
  with check (retiree_par = (select acces.moi()) and publiee_le is null);

create trigger paraitre after update on prevention.photo for each row
  when (old.publiee_le is distinct from new.publiee_le) execute function prevention.paraitre();
