-- « Leaving a post closes its view the same second » held for mandates, and not for what was given one by one: a member of the équipe who
-- moved to another school still saw the reports of the first, as long as they held any post at all. What is given to somebody of a
-- school is seen as long as they hold a post in that school. In an emergency it is given for a day, whatever the post.
alter table acces.octroi add column etab text;
comment on column acces.octroi.etab is 'Given to somebody of this school: seen as long as they hold a post there. Null: whatever their post';

-- What was given before: to whoever held a post in the school of the thread on that day.
set local role preau_gardien;
update acces.octroi o set etab = f.etab
  from (select acad, id, etab from confidentiel.signalement union all select acad, id, etab from confidentiel.dossier) f
  where f.acad = o.acad and f.id = o.fil and not starts_with(o.motif, 'urgence_')
    and exists (select from annuaire.mandat m where m.acad = o.acad and m.agent = o.agent and m.etab = f.etab and m.du <= o.du);
set local role preau_proprietaire;

-- Giving and taking back is for whoever sees the thread by a mandate. It was asked as « sees it, and was not given it »: somebody who
-- became coordonnateur after it had been given to them could do neither.
create function confidentiel.voit_par_mandat(p_acad text, p_fil uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select p_fil <> all (acces.mes_deports()) and exists (select from (
        select s.acad, s.portee_etab, s.portee_circo, s.portee_dept from confidentiel.signalement s where s.acad = p_acad and s.id = p_fil
        union all
        select d.acad, d.portee_etab, d.portee_circo, d.portee_dept from confidentiel.dossier d where d.acad = p_acad and d.id = p_fil) f
      where f.portee_etab = any (acces.mes_etablissements()) or f.portee_circo = any (acces.mes_circonscriptions())
        or f.portee_dept = any (acces.mes_departements()) or f.acad = any (acces.mes_academies()))
  $$;

-- Never to those whose post reads no situation: communication came after this rule was written.
create or replace function acces.octroyer(p_id uuid, p_fil uuid, p_agent uuid, p_motif text, p_au timestamptz) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_acad text := acces.mon_academie();
  v_etab text;
begin
  if not confidentiel.voit_par_mandat(v_acad, p_fil) then
    return false;
  end if;
  select coalesce((select s.etab from confidentiel.signalement s where s.acad = v_acad and s.id = p_fil),
    (select d.etab from confidentiel.dossier d where d.acad = v_acad and d.id = p_fil)) into v_etab;
  insert into acces.octroi (acad, id, fil, agent, par, motif, du, au, etab)
    select v_acad, p_id, p_fil, p_agent, acces.moi(), p_motif, t.le, p_au, max(m.etab) filter (where m.etab = v_etab)
    from acces.horloge() t join annuaire.mandat m on m.acad = v_acad and m.agent = p_agent
    where m.role not in ('dpo', 'administrateur', 'communication') and m.du <= t.le and (m.au is null or m.au > t.le)
    group by t.le;
  return found;
end
$$;

create or replace function acces.mes_octrois() returns uuid[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(pg_catalog.array_agg(o.fil), '{}') from acces.horloge() t, acces.session_vivante() s, acces.octroi o
    where o.acad = s.acad and o.agent = s.agent and o.du <= t.le and (o.au is null or o.au > t.le)
      and exists (select from acces.mandats_vivants() m where o.etab is null or m.etab = o.etab)
  $$;

-- Is the post still held for which it was given?
create function acces.octroi_vit(p_acad text, p_agent uuid, p_etab text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from acces.horloge() t, annuaire.mandat m
      where m.acad = p_acad and m.agent = p_agent and (p_etab is null or m.etab = p_etab)
        and m.du <= t.le and (m.au is null or m.au > t.le))
  $$;

create or replace function acces.octrois(p_fil uuid)
  returns table (id uuid, agent uuid, prenom text, nom text, motif text, du timestamptz, au timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select o.id, a.id, a.prenom, a.nom, o.motif, o.du, o.au
      from acces.octroi o join annuaire.agent a on a.acad = o.acad and a.id = o.agent
      where o.acad = acces.mon_academie() and o.fil = p_fil and confidentiel.voit_par_mandat(o.acad, p_fil)
        and o.du <= acces.maintenant() and (o.au is null or o.au > acces.maintenant())
        and acces.octroi_vit(o.acad, o.agent, o.etab)
      order by a.nom, a.prenom
  $$;

create or replace function acces.finir_octroi(p_id uuid) returns uuid
  language sql security definer set search_path = ''
  as $$
    update acces.octroi o set au = acces.maintenant()
      where o.acad = acces.mon_academie() and o.id = p_id and (o.au is null or o.au > acces.maintenant())
        and confidentiel.voit_par_mandat(o.acad, o.fil)
      returning o.agent
  $$;

create or replace function acces.fin_de_vue(p_acad text, p_agent uuid, p_fil uuid, p_etab text, p_circo text, p_dept text) returns timestamptz
  language sql stable security definer set search_path = ''
  as $$
    select max(v.fin) from (
      select coalesce(m.au, 'infinity') as fin from annuaire.mandat m
        where m.acad = p_acad and m.agent = p_agent and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
          and case m.role
            when 'chef' then m.etab = p_etab when 'coordonnateur' then m.etab = p_etab when 'ien' then m.circo = p_circo
            when 'referent_departemental' then m.dept = p_dept when 'responsable_departemental' then m.dept = p_dept
            when 'referente_academique' then true when 'responsable_academique' then true else false end
      union all
      select coalesce(o.au, 'infinity') from acces.octroi o
        where o.acad = p_acad and o.agent = p_agent and o.fil = p_fil and o.du <= acces.maintenant()
          and (o.au is null or o.au > acces.maintenant()) and acces.octroi_vit(p_acad, p_agent, o.etab)) v
    where not exists (select from acces.deport x where x.acad = p_acad and x.fil = p_fil and x.agent = p_agent)
  $$;

-- Who sees a thread by a grant is said in the capacity for which it was given.
create or replace function acces.lecteurs(p_fil uuid) returns table (agent uuid, prenom text, nom text, role text)
  language sql stable security definer set search_path = ''
  as $$
    with t as materialized (select acces.maintenant() as le, acces.mon_academie() as acad),
    f as materialized (
      select s.acad, s.portee_etab, s.portee_circo, s.portee_dept from t join confidentiel.signalement s on s.acad = t.acad
        where s.id = p_fil and confidentiel.voit_signalement(s.acad, s.id)
      union all
      select d.acad, d.portee_etab, d.portee_circo, d.portee_dept from t join confidentiel.dossier d on d.acad = t.acad
        where d.id = p_fil and confidentiel.voit_dossier(d.acad, d.id)),
    voient as (
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad and m.etab = f.portee_etab
        where m.role in ('chef', 'coordonnateur')
      union all
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad and m.circo = f.portee_circo
        where m.role = 'ien'
      union all
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad and m.dept = f.portee_dept
        where m.role in ('referent_departemental', 'responsable_departemental')
      union all
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad
        where m.role in ('referente_academique', 'responsable_academique') and m.etab is null and m.circo is null and m.dept is null
      union all
      select m.agent, m.role, m.du, m.au from f cross join t join acces.octroi o on o.acad = f.acad and o.fil = p_fil
          and o.du <= t.le and (o.au is null or o.au > t.le) and not pg_catalog.starts_with(o.motif, 'urgence_')
        join annuaire.mandat m on m.acad = o.acad and m.agent = o.agent and (o.etab is null or m.etab = o.etab))
    select distinct on (a.id) a.id, a.prenom, a.nom, v.role from voient v cross join t
      join annuaire.agent a on a.acad = t.acad and a.id = v.agent
      where v.du <= t.le and (v.au is null or v.au > t.le)
        and not exists (select from acces.deport x where x.acad = a.acad and x.fil = p_fil and x.agent = a.id)
      order by a.id, v.role = 'equipe', v.role
  $$;

grant create on schema acces, confidentiel to preau_gardien;
alter function acces.octroi_vit(text, uuid, text) owner to preau_gardien;
alter function confidentiel.voit_par_mandat(text, uuid) owner to preau_gardien;
revoke create on schema acces, confidentiel from preau_gardien;
revoke all on function acces.octroi_vit(text, uuid, text), confidentiel.voit_par_mandat(text, uuid) from public;
-- octroi_vit, voit_par_mandat: only for the functions above.
