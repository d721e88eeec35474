-- Somebody has a link with a person of the situation: they are set aside, by themselves or by somebody who stands above them, and see
-- nothing of it any more, whatever their mandates say. Taking it back is for somebody above; both leave their dates.
create table acces.deport_fini (
  acad text not null,
  fil uuid not null,
  agent uuid not null,
  par uuid,
  motif text not null,
  le timestamptz not null,
  fini_par uuid not null,
  fini_le timestamptz not null,
  primary key (acad, fil, agent, le)
);
comment on table acces.deport_fini is 'Set aside from a date to a date. Insert-only';
grant select, insert on acces.deport_fini to preau_gardien;
grant delete on acces.deport to preau_gardien;

-- Where somebody stands: who may set whom aside.
create function acces.rang(p_agent uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(max(case when m.role = 'responsable_academique' then 4 when m.role = 'referente_academique' then 3
        when m.role in ('responsable_departemental') then 2 when m.role = 'referent_departemental' then 1 else 0 end), 0)
    from annuaire.mandat m cross join (select acces.maintenant() as le, acces.mon_academie() as acad offset 0) t
    where m.acad = t.acad and m.agent = p_agent and m.du <= t.le and (m.au is null or m.au > t.le)
  $$;

-- The thread, and what goes with it: a dossier and its reports are one situation.
create function acces.situation(p_fil uuid) returns uuid[]
  language sql stable security definer set search_path = ''
  as $$
    with d as (
      select p_fil as id union
      select r.dossier from confidentiel.rattachement r where r.acad = acces.mon_academie() and r.fil = p_fil and r.defait_le is null)
    select array(select id from d union
      select r.fil from d join confidentiel.rattachement r on r.acad = acces.mon_academie() and r.dossier = d.id and r.defait_le is null)
  $$;

create function acces.deporter(p_fil uuid, p_agent uuid, p_motif text) returns boolean
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
  v_fils := acces.situation(p_fil);
  insert into acces.deport (acad, fil, agent, par, motif, le)
    select v_acad, f, a.id, acces.moi(), p_motif, acces.maintenant() from unnest(v_fils) f
    join annuaire.agent a on a.acad = v_acad and a.id = p_agent
    on conflict do nothing;
  if not found then
    return false;
  end if;
  update acces.octroi set au = acces.maintenant()
    where acad = v_acad and fil = any (v_fils) and agent = p_agent and (au is null or au > acces.maintenant());
  update confidentiel.signalement set etat = 'recu', pris_par = null, pris_le = null, version = version + 1
    where acad = v_acad and id = any (v_fils) and pris_par = p_agent and etat = 'pris_en_charge';
  update confidentiel.accompagnant set au = acces.maintenant() where acad = v_acad and fil = any (v_fils) and agent = p_agent and au is null;
  return true;
end
$$;

create function acces.relever(p_fil uuid, p_agent uuid) returns boolean
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
  v_fils := acces.situation(p_fil);
  insert into acces.deport_fini (acad, fil, agent, par, motif, le, fini_par, fini_le)
    select d.acad, d.fil, d.agent, d.par, d.motif, d.le, acces.moi(), acces.maintenant() from acces.deport d
    where d.acad = v_acad and d.fil = any (v_fils) and d.agent = p_agent;
  delete from acces.deport where acad = v_acad and fil = any (v_fils) and agent = p_agent;
  return found;
end
$$;

-- Who is set aside: said to those who may take it back.
create function acces.deports_de(p_fil uuid) returns table (agent uuid, prenom text, nom text, motif text, le timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select a.id, a.prenom, a.nom, d.motif, d.le from acces.deport d join annuaire.agent a on a.acad = d.acad and a.id = d.agent
    where d.acad = acces.mon_academie() and d.fil = p_fil
      and (confidentiel.voit_signalement(d.acad, p_fil) or confidentiel.voit_dossier(d.acad, p_fil))
      and acces.rang(acces.moi()) > acces.rang(d.agent)
    order by d.le
  $$;

-- A report that joins the dossier later is the same situation.
create function acces.deporter_avec() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  insert into acces.deport (acad, fil, agent, par, motif, le)
    select d.acad, new.fil, d.agent, d.par, d.motif, acces.maintenant() from acces.deport d
    where d.acad = new.acad and d.fil = new.dossier
    on conflict do nothing;
  return new;
end
$$;

grant create on schema acces to preau_gardien;
alter function acces.rang(uuid) owner to preau_gardien;
alter function acces.situation(uuid) owner to preau_gardien;
alter function acces.deporter(uuid, uuid, text) owner to preau_gardien;
alter function acces.relever(uuid, uuid) owner to preau_gardien;
alter function acces.deports_de(uuid) owner to preau_gardien;
alter function acces.deporter_avec() owner to preau_gardien;
revoke create on schema acces from preau_gardien;
grant update (au) on confidentiel.accompagnant to preau_gardien;
revoke all on function acces.rang(uuid), acces.situation(uuid), acces.deporter(uuid, uuid, text), acces.relever(uuid, uuid),
  acces.deports_de(uuid), acces.deporter_avec() from public;
grant execute on function acces.rang(uuid), acces.deporter(uuid, uuid, text), acces.relever(uuid, uuid), acces.deports_de(uuid) to preau_agent;
-- situation, deporter_avec: only for the functions and the trigger above.
create trigger deporter_avec after insert on confidentiel.rattachement for each row execute function acces.deporter_avec();
