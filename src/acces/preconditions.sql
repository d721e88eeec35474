-- tablesMalProtegees | nonnull: nom, manque
-- Confidential tables whose rows are not protected by forced policies.
select t.nom, t.manque from (
  select n.nspname || '.' || c.relname as nom,
    case when not c.relrowsecurity then 'politiques éteintes'
      when not c.relforcerowsecurity then 'politiques non forcées'
      when not exists (select from pg_policy p where p.polrelid = c.oid) then 'aucune politique' end as manque
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('confidentiel', 'prevention') and c.relkind in ('r', 'p')) t
where t.manque is not null

-- faites
select nom from migration.faite

-- pouvoirs | nonnull: nom, super, contourne, membre, possede
-- What the role of this connection could do beyond its grants.
select r.rolname::text as nom, r.rolsuper as super, r.rolbypassrls as contourne,
  exists (select from pg_auth_members m where m.member = r.oid) as membre,
  exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relowner = r.oid and n.nspname !~ '^pg_') as possede
from pg_roles r where r.rolname = current_user
