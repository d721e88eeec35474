-- Who may open and end mandates, and the trace of it. The rules stand here, so that no screen can step around them.

-- A mandate with its place: the département it lies in, its name, the type of its school.
create view annuaire.mandat_lieu with (security_invoker = true) as
  select m.*, coalesce(m.dept, e.dept, c.dept) as dept_lieu, coalesce(e.nom, c.nom, d.nom) as lieu, e.type
  from annuaire.mandat m
  left join annuaire.etablissement e on e.acad = m.acad and e.etab = m.etab
  left join annuaire.circonscription c on c.acad = m.acad and c.circo = m.circo
  left join annuaire.departement d on d.acad = m.acad and d.dept = m.dept;
grant select on annuaire.mandat_lieu to preau_gardien, preau_agent;

create table annuaire.journal (
  acad text not null,
  id uuid not null default gen_random_uuid(),
  verbe text not null check (verbe in ('agent.creer', 'mandat.ouvrir', 'mandat.finir')),
  par uuid,
  agent uuid not null,
  mandat uuid,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, par) references annuaire.agent,
  foreign key (acad, agent) references annuaire.agent,
  foreign key (acad, mandat) references annuaire.mandat
);
comment on table annuaire.journal is 'Who opened or ended which mandate, when. Insert-only, identifiers only';
comment on column annuaire.journal.par is 'Null: the operator of the machine, by command';
create index journal_agent on annuaire.journal (acad, agent, le);
grant select, insert on annuaire.journal to preau_gardien;
grant insert on annuaire.agent, annuaire.mandat to preau_gardien;
grant update (au) on annuaire.mandat to preau_gardien;
-- No update, no delete of the journal for anybody; no delete of an agent or a mandate.

-- May the caller open or end this mandate? An administrateur any; a responsable académique any but those who administer
-- and those who control; a responsable départemental those of schools, circonscriptions and référents of the département.
create function annuaire.je_gere(p_role text, p_dept text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select acces.ai_role(array['administrateur'])
      or (acces.ai_role(array['responsable_academique']) and p_role not in ('administrateur', 'dpo'))
      or (p_role in ('chef', 'coordonnateur', 'equipe', 'ien', 'referent_departemental') and exists (
        select from acces.mes_mandats() m where m.role = 'responsable_departemental' and m.dept = p_dept))
  $$;

-- What follows without « je_ » in its name checks everything but the caller: for the guardian and the operator's command.
create function annuaire.poser_agent(p_acad text, p_par uuid, p_id uuid, p_prenom text, p_nom text, p_mail text)
  returns table (resultat text, agent uuid)
  language plpgsql set search_path = ''
  as $$
begin
  insert into annuaire.agent (acad, id, prenom, nom, mail, cree_le)
    values (p_acad, p_id, p_prenom, p_nom, pg_catalog.lower(p_mail), acces.maintenant())
    on conflict (acad, mail) do nothing;
  if found then
    insert into annuaire.journal (acad, verbe, par, agent, le) values (p_acad, 'agent.creer', p_par, p_id, acces.maintenant());
    return query select 'fait', p_id;
  else
    return query select 'mail_pris', a.id from annuaire.agent a where a.acad = p_acad and a.mail = pg_catalog.lower(p_mail);
  end if;
end
$$;

create function annuaire.poser_mandat(
    p_acad text, p_par uuid, p_id uuid, p_agent uuid, p_role text, p_dept text, p_circo text, p_etab text, p_du timestamptz, p_au timestamptz)
  returns text
  language plpgsql set search_path = ''
  as $$
begin
  -- One at a time for an agent: two administrators who open the same mandate at once make one.
  perform from annuaire.agent a where a.acad = p_acad and a.id = p_agent for update;
  if not found then
    return 'agent_inconnu';
  end if;
  if p_au <= p_du then
    return 'dates';
  end if;
  if exists (select from annuaire.etablissement e where e.acad = p_acad and e.etab = p_etab and e.etat = 'ferme')
    or exists (select from annuaire.circonscription c where c.acad = p_acad and c.circo = p_circo and c.etat = 'ferme') then
    return 'ferme';
  end if;
  if exists (
    select from annuaire.mandat m where m.acad = p_acad and m.agent = p_agent and m.role = p_role
      and (m.dept, m.circo, m.etab) is not distinct from (p_dept, p_circo, p_etab)
      and m.du < coalesce(p_au, 'infinity') and p_du < coalesce(m.au, 'infinity')) then
    return 'deja';
  end if;
  insert into annuaire.mandat (acad, id, agent, role, dept, circo, etab, du, au)
    values (p_acad, p_id, p_agent, p_role, p_dept, p_circo, p_etab, p_du, p_au);
  insert into annuaire.journal (acad, verbe, par, agent, mandat, le)
    values (p_acad, 'mandat.ouvrir', p_par, p_agent, p_id, acces.maintenant());
  return 'fait';
exception
  when foreign_key_violation or check_violation then
    return 'territoire';
end
$$;

create function annuaire.clore_mandat(p_acad text, p_par uuid, p_mandat uuid, p_au timestamptz) returns text
  language plpgsql set search_path = ''
  as $$
declare
  v annuaire.mandat;
begin
  select * into v from annuaire.mandat m where m.acad = p_acad and m.id = p_mandat for update;
  if v.id is null then
    return 'inconnu';
  end if;
  if v.au <= acces.maintenant() then
    return 'deja_fini';
  end if;
  -- The past is not rewritten: what was seen under a mandate was seen under it. One that has not begun never begins.
  update annuaire.mandat m set au = greatest(p_au, acces.maintenant(), v.du) where m.acad = p_acad and m.id = p_mandat;
  insert into annuaire.journal (acad, verbe, par, agent, mandat, le)
    values (p_acad, 'mandat.finir', p_par, v.agent, p_mandat, acces.maintenant());
  return 'fait';
end
$$;

-- The verbs of the screens: the caller is the agent of the session.
create function annuaire.creer_agent(p_id uuid, p_prenom text, p_nom text, p_mail text) returns table (resultat text, agent uuid)
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not acces.ai_role(array['administrateur', 'responsable_academique', 'responsable_departemental']) then
    return query select 'refuse', null::uuid;
  else
    return query select * from annuaire.poser_agent(acces.mon_academie(), acces.moi(), p_id, p_prenom, p_nom, p_mail);
  end if;
end
$$;

create function annuaire.ouvrir_mandat(
    p_id uuid, p_agent uuid, p_role text, p_dept text, p_circo text, p_etab text, p_du timestamptz, p_au timestamptz)
  returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_acad text := acces.mon_academie();
  v_dept text;
begin
  -- Nobody gives a mandate to oneself: whoever keeps the directory would otherwise open the reports to oneself.
  if p_agent = acces.moi() then
    return 'soi';
  end if;
  v_dept := coalesce(p_dept,
    (select e.dept from annuaire.etablissement e where e.acad = v_acad and e.etab = p_etab),
    (select c.dept from annuaire.circonscription c where c.acad = v_acad and c.circo = p_circo));
  if annuaire.je_gere(p_role, v_dept) is not true then
    return 'refuse';
  end if;
  return annuaire.poser_mandat(v_acad, acces.moi(), p_id, p_agent, p_role, p_dept, p_circo, p_etab, p_du, p_au);
end
$$;

create function annuaire.finir_mandat(p_mandat uuid, p_au timestamptz) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_acad text := acces.mon_academie();
  v annuaire.mandat_lieu;
begin
  select * into v from annuaire.mandat_lieu m where m.acad = v_acad and m.id = p_mandat;
  if v.id is null or annuaire.je_gere(v.role, v.dept_lieu) is not true then
    return 'inconnu';
  end if;
  return annuaire.clore_mandat(v_acad, acces.moi(), p_mandat, p_au);
end
$$;

create function annuaire.journal_de(p_agent uuid)
  returns table (le timestamptz, verbe text, mandat uuid, prenom text, nom text)
  language sql stable security definer set search_path = ''
  as $$
    select j.le, j.verbe, j.mandat, a.prenom, a.nom
    from annuaire.journal j left join annuaire.agent a on a.acad = j.acad and a.id = j.par
    where j.acad = acces.mon_academie() and j.agent = p_agent
      and acces.ai_role(array['administrateur', 'responsable_academique', 'responsable_departemental'])
    order by j.le desc, j.id
  $$;

do $$
declare
  f text;
begin
  execute 'grant create on schema annuaire to preau_gardien';
  foreach f in array array['je_gere(text, text)', 'creer_agent(uuid, text, text, text)',
    'ouvrir_mandat(uuid, uuid, text, text, text, text, timestamptz, timestamptz)', 'finir_mandat(uuid, timestamptz)', 'journal_de(uuid)'] loop
    execute format('revoke all on function annuaire.%s from public', f);
    execute format('grant execute on function annuaire.%s to preau_agent', f);
    execute format('alter function annuaire.%s owner to preau_gardien', f);
  end loop;
  foreach f in array array['poser_agent(text, uuid, uuid, text, text, text)',
    'poser_mandat(text, uuid, uuid, uuid, text, text, text, text, timestamptz, timestamptz)', 'clore_mandat(text, uuid, uuid, timestamptz)'] loop
    execute format('revoke all on function annuaire.%s from public', f);
    execute format('grant execute on function annuaire.%s to preau_gardien', f);
  end loop;
  execute 'revoke create on schema annuaire from preau_gardien';
end
$$;
