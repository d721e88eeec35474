-- The desk of whoever follows dossiers: absences, what has lost its person, the fortnightly review, a calendar feed.

create table annuaire.absence (
  acad text not null,
  id uuid not null,
  agent uuid not null,
  du date not null,
  au date not null,
  remplacant uuid,
  par uuid not null,
  le timestamptz not null,
  annulee_le timestamptz,
  primary key (acad, id),
  foreign key (acad, agent) references annuaire.agent,
  foreign key (acad, remplacant) references annuaire.agent,
  foreign key (acad, par) references annuaire.agent,
  check (au >= du),
  check (remplacant <> agent)
);
comment on table annuaire.absence is 'When somebody is away, both days included, and who stands in: never why';
create index absence_agent on annuaire.absence (acad, agent, au) where annulee_le is null;
create index absence_remplacant on annuaire.absence (acad, remplacant, au) where annulee_le is null;
grant select on annuaire.absence to preau_agent, preau_job, preau_gardien;
grant insert, update (annulee_le) on annuaire.absence to preau_gardien;

create function acces.aujourdhui() returns date
  language sql stable security definer set search_path = ''
  as $$ select (acces.maintenant() at time zone 'Europe/Paris')::date $$;

-- One sets one's own absence; whoever manages one of the agent's posts may too.
create function annuaire.gere_absences(p_agent uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select p_agent = acces.moi() or exists (
      select from annuaire.mandat_lieu m where m.acad = acces.mon_academie() and m.agent = p_agent
        and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant()) and annuaire.je_gere(m.role, m.dept_lieu))
  $$;

create function annuaire.absenter(p_id uuid, p_agent uuid, p_du date, p_au date, p_remplacant uuid) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_acad text := acces.mon_academie();
begin
  if annuaire.gere_absences(p_agent) is not true then
    return 'inconnu';
  end if;
  if p_au < p_du or p_au < acces.aujourdhui() then
    return 'dates';
  end if;
  if p_remplacant = p_agent or (p_remplacant is not null and not exists (
    select from annuaire.mandat m where m.acad = v_acad and m.agent = p_remplacant and m.role not in ('dpo', 'administrateur', 'communication')
      and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant()))) then
    return 'remplacant';
  end if;
  if exists (select from annuaire.absence a where a.acad = v_acad and a.agent = p_agent and a.annulee_le is null and a.id <> p_id
    and a.du <= p_au and a.au >= p_du) then
    return 'deja';
  end if;
  insert into annuaire.absence (acad, id, agent, du, au, remplacant, par, le)
    values (v_acad, p_id, p_agent, p_du, p_au, p_remplacant, acces.moi(), acces.maintenant()) on conflict do nothing;
  return 'fait';
end
$$;

create function annuaire.revenir(p_id uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  update annuaire.absence a set annulee_le = acces.maintenant()
    where a.acad = acces.mon_academie() and a.id = p_id and a.annulee_le is null and annuaire.gere_absences(a.agent);
  return found;
end
$$;

-- Whose desk I keep today: mine, and those of the absent whom I replace.
create function acces.je_tiens() returns uuid[]
  language sql stable security definer set search_path = ''
  as $$
    select pg_catalog.array_append(coalesce(pg_catalog.array_agg(a.agent), '{}'), acces.moi()) from annuaire.absence a
    where a.acad = acces.mon_academie() and a.remplacant = acces.moi() and a.annulee_le is null
      and acces.aujourdhui() between a.du and a.au
  $$;

-- When this agent stops seeing a thread of that place: null, not at all today; infinity, no end is known.
create function acces.fin_de_vue(p_acad text, p_agent uuid, p_fil uuid, p_etab text, p_circo text, p_dept text) returns timestamptz
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
          and (o.au is null or o.au > acces.maintenant())
          and exists (select from annuaire.mandat m where m.acad = p_acad and m.agent = p_agent
            and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant()))) v
    where not exists (select from acces.deport x where x.acad = p_acad and x.fil = p_fil and x.agent = p_agent)
  $$;

-- What has lost its person, or will before `p_horizon`, in what the caller sees: this list must be empty.
create function confidentiel.a_reattribuer(p_horizon timestamptz)
  returns table (fil uuid, genre text, qui uuid, raison text, jusqu_a timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    with je as materialized (
      select acces.mon_academie() as acad, acces.mes_etablissements() as etabs, acces.mes_circonscriptions() as circos,
        acces.mes_departements() as depts, acces.mes_academies() as acads, acces.mes_deports() as deports, acces.aujourdhui() as jour),
    ouverts as (
      select d.acad, d.id, 'dossier' as genre, d.responsable as qui, d.portee_etab, d.portee_circo, d.portee_dept
        from confidentiel.dossier d, je
        where d.acad = je.acad and d.echeance is not null and d.id <> all (je.deports)
          and (d.portee_etab = any (je.etabs) or d.portee_circo = any (je.circos) or d.portee_dept = any (je.depts) or d.acad = any (je.acads))
      union all
      select s.acad, s.id, 'signalement', s.pris_par, s.portee_etab, s.portee_circo, s.portee_dept from confidentiel.signalement s, je
        where s.acad = je.acad and s.etat = 'pris_en_charge' and s.id <> all (je.deports)
          and (s.portee_etab = any (je.etabs) or s.portee_circo = any (je.circos) or s.portee_dept = any (je.depts) or s.acad = any (je.acads))),
    -- One look for each person and place, not for each dossier; what was granted one by one is looked at below.
    places as materialized (
      select p.*, (
        select max(coalesce(m.au, 'infinity')) from annuaire.mandat m
          where m.acad = p.acad and m.agent = p.qui and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
            and case m.role
              when 'chef' then m.etab = p.portee_etab when 'coordonnateur' then m.etab = p.portee_etab
              when 'ien' then m.circo = p.portee_circo
              when 'referent_departemental' then m.dept = p.portee_dept when 'responsable_departemental' then m.dept = p.portee_dept
              when 'referente_academique' then true when 'responsable_academique' then true else false end) as fin,
        exists (select from annuaire.absence a, je where a.acad = p.acad and a.agent = p.qui and a.annulee_le is null
          and je.jour between a.du and a.au) as absent
      from (select distinct acad, qui, portee_etab, portee_circo, portee_dept from ouverts) p),
    suspects as (
      select o.*, p.fin, p.absent, exists (
          select from acces.deport x where x.acad = o.acad and x.fil = o.id and x.agent = o.qui) as ecarte
        from ouverts o join places p on p.acad = o.acad and p.qui = o.qui and p.portee_etab is not distinct from o.portee_etab
          and p.portee_circo is not distinct from o.portee_circo and p.portee_dept is not distinct from o.portee_dept),
    dits as (
      select s.id, s.genre, s.qui, case
          when s.ecarte then 'ecarte'
          when v.fin is null then 'parti'
          when s.absent and not exists (
            select from annuaire.absence a, je where a.acad = s.acad and a.agent = s.qui and a.annulee_le is null
              and je.jour between a.du and a.au and a.remplacant is not null
              and acces.fin_de_vue(s.acad, a.remplacant, s.id, s.portee_etab, s.portee_circo, s.portee_dept) is not null
              and not exists (select from annuaire.absence r where r.acad = a.acad and r.agent = a.remplacant and r.annulee_le is null
                and je.jour between r.du and r.au)) then 'absent'
          when v.fin < p_horizon then 'bientot' end as raison,
        nullif(v.fin, 'infinity') as jusqu_a
      from suspects s cross join lateral (
        select case when s.ecarte or s.fin >= p_horizon then s.fin
          else acces.fin_de_vue(s.acad, s.qui, s.id, s.portee_etab, s.portee_circo, s.portee_dept) end as fin) v
      where s.ecarte or s.absent or s.fin is null or s.fin < p_horizon)
    select d.id, d.genre, d.qui, d.raison, d.jusqu_a from dits d where d.raison is not null
  $$;

-- The review under way of each agent: begun once, taken up where it was left.
create table acces.revue (
  acad text not null,
  agent uuid not null,
  perimetre text not null check (perimetre in ('miens', 'tous')),
  commencee_le timestamptz not null,
  primary key (acad, agent),
  foreign key (acad, agent) references annuaire.agent
);
grant select, insert, update on acces.revue to preau_gardien;

create function acces.ma_revue() returns acces.revue
  language sql stable security definer set search_path = ''
  as $$ select r from acces.revue r where r.acad = acces.mon_academie() and r.agent = acces.moi() $$;

create function acces.commencer_revue(p_perimetre text) returns timestamptz
  language sql security definer set search_path = ''
  as $$
    insert into acces.revue (acad, agent, perimetre, commencee_le)
      values (acces.mon_academie(), acces.moi(), p_perimetre, acces.maintenant())
      on conflict (acad, agent) do update set perimetre = excluded.perimetre, commencee_le = excluded.commencee_le
      returning commencee_le
  $$;

-- A calendar feed: who has its address reads dates, and nothing else. One address an agent, revoked at will.
create table acces.agenda (
  empreinte bytea primary key check (length(empreinte) = 32),
  acad text not null,
  agent uuid not null,
  cree_le timestamptz not null,
  lu_le timestamptz,
  revoque_le timestamptz,
  foreign key (acad, agent) references annuaire.agent
);
comment on column acces.agenda.empreinte is 'SHA-256 of the secret in the address; the secret itself is never stored';
create unique index agenda_vif on acces.agenda (acad, agent) where revoque_le is null;
grant select, insert, update on acces.agenda to preau_gardien;

create function acces.mon_agenda() returns table (cree_le timestamptz, lu_le timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select a.cree_le, a.lu_le from acces.agenda a
    where a.acad = acces.mon_academie() and a.agent = acces.moi() and a.revoque_le is null
  $$;

create function acces.fermer_agenda() returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  update acces.agenda a set revoque_le = acces.maintenant()
    where a.acad = acces.mon_academie() and a.agent = acces.moi() and a.revoque_le is null;
  return found;
end
$$;

create function acces.ouvrir_agenda(p_empreinte bytea) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if acces.moi() is null then
    return false;
  end if;
  perform acces.fermer_agenda();
  insert into acces.agenda (empreinte, acad, agent, cree_le) values (p_empreinte, acces.mon_academie(), acces.moi(), acces.maintenant());
  return true;
end
$$;

-- For the public door: the dates of whoever gave this address away; nothing once revoked, or once they hold no post.
create function acces.evenements(p_empreinte bytea) returns table (id uuid, nature text, le timestamptz)
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
    select v.agent, 'agenda', v.cree_le
    union all
    select d.id, 'echeance', d.echeance from confidentiel.dossier d
      where d.acad = v.acad and d.responsable = v.agent and d.echeance is not null
        and not exists (select from acces.deport x where x.acad = d.acad and x.fil = d.id and x.agent = v.agent)
    union all
    select p.id, p.nature, p.le from confidentiel.prevu p
      where p.acad = v.acad and p.pour = v.agent and p.issue is null
        and not exists (select from acces.deport x where x.acad = p.acad and x.fil = p.fil and x.agent = v.agent)
    union all
    select a.id, 'visite', a.rendez_vous from confidentiel.appui a
      where a.acad = v.acad and a.repondant = v.agent and a.etat = 'pris' and a.rendez_vous is not null;
end
$$;

grant create on schema acces, annuaire, confidentiel to preau_gardien;
do $$
declare
  f text;
begin
  foreach f in array array['acces.aujourdhui()', 'annuaire.gere_absences(uuid)', 'annuaire.absenter(uuid, uuid, date, date, uuid)',
    'annuaire.revenir(uuid)', 'acces.je_tiens()', 'acces.fin_de_vue(text, uuid, uuid, text, text, text)',
    'confidentiel.a_reattribuer(timestamptz)', 'acces.ma_revue()', 'acces.commencer_revue(text)', 'acces.mon_agenda()',
    'acces.fermer_agenda()', 'acces.ouvrir_agenda(bytea)', 'acces.evenements(bytea)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('alter function %s owner to preau_gardien', f);
    if f not in ('acces.evenements(bytea)', 'acces.fin_de_vue(text, uuid, uuid, text, text, text)') then
      execute format('grant execute on function %s to preau_agent', f);
    end if;
  end loop;
end
$$;
revoke create on schema acces, annuaire, confidentiel from preau_gardien;
grant execute on function acces.evenements(bytea) to preau_public;
