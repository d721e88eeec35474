-- Whoever is set aside from a situation is set aside from all of it. A dossier and its reports were one situation; a report taken out
-- of one dossier into another one, two dossiers that become one, a dossier that follows a pupil to another school are the same people
-- too, and showed them again to whoever has a link with one of them.
grant select on confidentiel.reunion, confidentiel.transfert to preau_gardien;
create index transfert_vers on confidentiel.transfert (acad, vers) where vers is not null;

create function acces.situation(p_acad text, p_fil uuid) returns uuid[]
  language sql stable security definer set search_path = ''
  as $$
    with recursive s (id) as (
      select p_fil
      union
      select l.id from s cross join lateral (
        select r.dossier as id from confidentiel.rattachement r where r.acad = p_acad and r.fil = s.id and r.defait_le is null
        union all
        select r.fil from confidentiel.rattachement r where r.acad = p_acad and r.dossier = s.id and r.defait_le is null
        union all
        select u.vers from confidentiel.reunion u where u.acad = p_acad and u.fil = s.id and u.defaite_le is null
        union all
        select u.fil from confidentiel.reunion u where u.acad = p_acad and u.vers = s.id and u.defaite_le is null
        union all
        select t.vers from confidentiel.transfert t where t.acad = p_acad and t.fil = s.id and t.vers is not null
        union all
        select t.fil from confidentiel.transfert t where t.acad = p_acad and t.vers = s.id) l)
    select array(select s.id from s)
  $$;

-- Nothing of these threads is theirs any more: what was granted one by one, what they had taken, what they followed.
create function acces.oter_la_main(p_acad text, p_fils uuid[], p_agent uuid) returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  update acces.octroi set au = acces.maintenant()
    where acad = p_acad and fil = any (p_fils) and agent = p_agent and (au is null or au > acces.maintenant());
  update confidentiel.signalement set etat = 'recu', pris_par = null, pris_le = null, version = version + 1
    where acad = p_acad and id = any (p_fils) and pris_par = p_agent and etat = 'pris_en_charge';
  update confidentiel.accompagnant set au = acces.maintenant() where acad = p_acad and fil = any (p_fils) and agent = p_agent and au is null;
end
$$;

create or replace function acces.deporter(p_fil uuid, p_agent uuid, p_motif text) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_acad text := acces.mon_academie();
  v_fils uuid[];
begin
  if not (confidentiel.voit_signalement(v_acad, p_fil) or confidentiel.voit_dossier(v_acad, p_fil))
    or not (p_agent = acces.moi() or acces.rang(acces.moi()) > acces.rang(p_agent)) then
    return false;
  end if;
  v_fils := acces.situation(v_acad, p_fil);
  insert into acces.deport (acad, fil, agent, par, motif, le)
    select v_acad, f, a.id, acces.moi(), p_motif, acces.maintenant() from unnest(v_fils) f
    join annuaire.agent a on a.acad = v_acad and a.id = p_agent
    on conflict do nothing;
  if not found then
    return false;
  end if;
  perform acces.oter_la_main(v_acad, v_fils, p_agent);
  return true;
end
$$;

-- Taken back in what the caller sees of it: elsewhere, it is for whoever stands above there.
create or replace function acces.relever(p_fil uuid, p_agent uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_acad text := acces.mon_academie();
  v_fils uuid[];
begin
  if not (confidentiel.voit_signalement(v_acad, p_fil) or confidentiel.voit_dossier(v_acad, p_fil))
    or acces.rang(acces.moi()) <= acces.rang(p_agent) then
    return false;
  end if;
  select array_agg(f) into v_fils from unnest(acces.situation(v_acad, p_fil)) f
    where confidentiel.voit_signalement(v_acad, f) or confidentiel.voit_dossier(v_acad, f);
  insert into acces.deport_fini (acad, fil, agent, par, motif, le, fini_par, fini_le)
    select d.acad, d.fil, d.agent, d.par, d.motif, d.le, acces.moi(), acces.maintenant() from acces.deport d
    where d.acad = v_acad and d.fil = any (v_fils) and d.agent = p_agent;
  delete from acces.deport where acad = v_acad and fil = any (v_fils) and agent = p_agent;
  return found;
end
$$;

-- Whatever joins a situation becomes a part of it, on both sides. A dossier whose responsable is set aside so is among what must be
-- handed to somebody (confidentiel.a_reattribuer).
create or replace function acces.deporter_avec() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_fils uuid[] := acces.situation(new.acad, new.fil);
  d record;
begin
  for d in
    select distinct on (x.agent) x.agent, x.par, x.motif from acces.deport x
      where x.acad = new.acad and x.fil = any (v_fils) order by x.agent, x.le
  loop
    insert into acces.deport (acad, fil, agent, par, motif, le)
      select new.acad, f, d.agent, d.par, d.motif, acces.maintenant() from unnest(v_fils) f
      on conflict do nothing;
    if found then
      perform acces.oter_la_main(new.acad, v_fils, d.agent);
    end if;
  end loop;
  return new;
end
$$;

drop function acces.situation(uuid);
grant create on schema acces to preau_gardien;
alter function acces.situation(text, uuid) owner to preau_gardien;
alter function acces.oter_la_main(text, uuid[], uuid) owner to preau_gardien;
revoke create on schema acces from preau_gardien;
revoke all on function acces.situation(text, uuid), acces.oter_la_main(text, uuid[], uuid) from public;
-- situation, oter_la_main: only for the functions and the triggers here.
create trigger deporter_avec after insert on confidentiel.reunion for each row execute function acces.deporter_avec();
create trigger deporter_avec after insert on confidentiel.transfert for each row execute function acces.deporter_avec();

-- What was joined before today.
insert into acces.deport (acad, fil, agent, par, motif, le)
  select distinct on (d.acad, f, d.agent) d.acad, f, d.agent, d.par, d.motif, d.le
  from acces.deport d cross join lateral unnest(acces.situation(d.acad, d.fil)) f
  order by d.acad, f, d.agent, d.le
  on conflict do nothing;
