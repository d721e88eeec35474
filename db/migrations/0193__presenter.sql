-- Every page of an agent begins here. The hour was asked six times, the session written to or not by a statement of its own, and
-- the place of each post joined whatever its kind: half of what a list costs. One reading of each, and the same answer.
create or replace function acces.presenter(p_empreinte bytea)
  returns table (acad text, agent uuid, finit_le timestamptz, inactive_le timestamptz, prenom text, nom text, mail text,
    mandats jsonb, octrois uuid[])
  language plpgsql security definer set search_path = ''
  as $$
#variable_conflict use_column
declare
  v_le timestamptz;
  v record;
begin
  select le into v_le from acces.horloge();
  -- Into variables: joined, the planner would count on a thousand sessions, and read all the agents for them.
  select s.acad, s.agent, s.finit_le, s.vue_le into v from acces.session s
    where s.empreinte = p_empreinte and s.close_le is null and s.finit_le > v_le and s.vue_le > v_le - interval '30 minutes';
  if not found then return; end if;
  if v.vue_le <= v_le - interval '1 minute' then
    update acces.session s set vue_le = v_le
      where s.empreinte = p_empreinte and s.close_le is null and s.vue_le < v_le;
    v.vue_le := v_le;
  end if;
  return query
    select v.acad, v.agent, v.finit_le, v.vue_le + interval '30 minutes', a.prenom, a.nom, a.mail,
      (select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('id', m.id, 'role', m.role, 'dept', m.dept, 'circo', m.circo, 'etab', m.etab,
          'type', e.type, 'lieu', coalesce(e.nom,
            case when m.circo is not null then (select c.nom from annuaire.circonscription c where c.acad = m.acad and c.circo = m.circo) end,
            case when m.dept is not null then (select d.nom from annuaire.departement d where d.acad = m.acad and d.dept = m.dept) end),
          'du', m.du, 'au', m.au) order by m.du, m.id)
        from annuaire.mandat m
        left join annuaire.etablissement e on e.acad = m.acad and e.etab = m.etab
        where m.acad = v.acad and m.agent = v.agent and m.du <= v_le and (m.au is null or m.au > v_le)),
      (select coalesce(pg_catalog.array_agg(o.fil), '{}') from acces.octroi o
        where o.acad = v.acad and o.agent = v.agent and o.du <= v_le and (o.au is null or o.au > v_le))
    from annuaire.agent a where a.acad = v.acad and a.id = v.agent;
end
$$;
drop function acces.toucher_session(bytea);
