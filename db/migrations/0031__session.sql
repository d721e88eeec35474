-- Who is there, in one statement instead of a transaction of three: the session (told that it was used), the person, the posts
-- that they hold now with the name of their place, and the threads that were given to them one by one.
create function acces.presenter(p_empreinte bytea)
  returns table (acad text, agent uuid, finit_le timestamptz, inactive_le timestamptz, prenom text, nom text, mail text,
    mandats jsonb, octrois uuid[])
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_acad text;
  v_agent uuid;
  v_finit_le timestamptz;
  v_inactive_le timestamptz;
  v_le timestamptz := acces.maintenant();
begin
  -- Into variables: joined, the planner would count on a thousand sessions, and read all the agents for them.
  select s.acad, s.agent, s.finit_le, s.inactive_le into v_acad, v_agent, v_finit_le, v_inactive_le from acces.toucher_session(p_empreinte) s;
  return query
    select v_acad, v_agent, v_finit_le, v_inactive_le, a.prenom, a.nom, a.mail,
      (select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('id', m.id, 'role', m.role, 'dept', m.dept, 'circo', m.circo, 'etab', m.etab,
          'type', e.type, 'lieu', coalesce(e.nom, c.nom, d.nom), 'du', m.du, 'au', m.au) order by m.du, m.id)
        from annuaire.mandat m
        left join annuaire.etablissement e on e.acad = m.acad and e.etab = m.etab
        left join annuaire.circonscription c on c.acad = m.acad and c.circo = m.circo
        left join annuaire.departement d on d.acad = m.acad and d.dept = m.dept
        where m.acad = v_acad and m.agent = v_agent and m.du <= v_le and (m.au is null or m.au > v_le)),
      (select coalesce(pg_catalog.array_agg(o.fil), '{}') from acces.octroi o
        where o.acad = v_acad and o.agent = v_agent and o.du <= v_le and (o.au is null or o.au > v_le))
    from annuaire.agent a where a.acad = v_acad and a.id = v_agent;
end
$$;
grant create on schema acces to preau_gardien;
alter function acces.presenter(bytea) owner to preau_gardien;
revoke create on schema acces from preau_gardien;
revoke all on function acces.presenter(bytea) from public;
grant execute on function acces.presenter(bytea) to preau_agent;
grant execute on function acces.toucher_session(bytea) to preau_gardien;
