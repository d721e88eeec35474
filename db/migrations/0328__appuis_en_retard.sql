-- A request for support that waits too long is told, once a step, like a dossier: the level that was asked, then the académie.
alter table confidentiel.appui
  add column alerte smallint not null default 0 check (alerte between 0 and 2),
  add column alerte_pour timestamptz;
comment on column confidentiel.appui.alerte is 'Last step told: 1 late, to the level that was asked; 2 the académie';
comment on column confidentiel.appui.alerte_pour is 'The due date that this step was about: with another one, nothing has been told yet';
-- The job sees when and whose, never what.
grant select (etat, vers, etab, circo, dept, repondant, echeance, alerte, alerte_pour) on confidentiel.appui to preau_job;
grant update (alerte, alerte_pour) on confidentiel.appui to preau_job;
create policy alertes on confidentiel.appui for update to preau_job using (true) with check (true);

-- Whoever stands in for somebody away finds those dates too, as long as it lasts.
create or replace function acces.evenements(p_empreinte bytea) returns table (id uuid, nature text, le timestamptz)
  language plpgsql security definer set search_path = ''
  as $$
declare
  v acces.agenda;
begin
  update acces.agenda a set lu_le = acces.maintenant()
    where a.empreinte = p_empreinte and a.revoque_le is null and exists (
      select from annuaire.mandat m where m.acad = a.acad and m.agent = a.agent
        and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant()))
    returning * into v;
  if v.empreinte is null then
    return;
  end if;
  return query
    with tenus as materialized (
      select v.agent as agent, 'infinity'::timestamptz as avant
      union all
      select b.agent, (b.au + 1)::timestamp at time zone 'Europe/Paris' from annuaire.absence b
        where b.acad = v.acad and b.remplacant = v.agent and b.annulee_le is null and acces.aujourdhui() between b.du and b.au)
    select v.agent, 'agenda', v.cree_le
    union all
    select d.id, 'echeance', d.echeance from tenus t join confidentiel.dossier d on d.acad = v.acad and d.responsable = t.agent
      where d.echeance < t.avant
        and not exists (select from acces.deport x where x.acad = d.acad and x.fil = d.id and x.agent = v.agent)
    union all
    select p.id, p.nature, p.le from tenus t join confidentiel.prevu p on p.acad = v.acad and p.pour = t.agent
      where p.issue is null and p.le < t.avant
        and not exists (select from acces.deport x where x.acad = p.acad and x.fil = p.fil and x.agent = v.agent)
    union all
    select a.id, 'visite', a.rendez_vous from tenus t join confidentiel.appui a on a.acad = v.acad and a.repondant = t.agent
      where a.etat = 'pris' and a.rendez_vous < t.avant;
end
$$;
