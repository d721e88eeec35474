-- A report typed by an agent may have a return code too: the person on the phone can then come back like anybody.
grant insert on acces.suivi to preau_gardien;

-- Only on a report that this very agent has just typed, and only one code for each: the key of the table holds that.
create function acces.poser_suivi(p_empreinte bytea, p_fil uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not exists (select from confidentiel.signalement s
    where s.acad = acces.mon_academie() and s.id = p_fil and s.saisi_par = acces.moi()) then
    return false;
  end if;
  insert into acces.suivi (empreinte, acad, signalement, cree_le)
    values (p_empreinte, acces.mon_academie(), p_fil, acces.maintenant()) on conflict do nothing;
  return found;
end
$$;

grant create on schema acces to preau_gardien;
alter function acces.poser_suivi(bytea, uuid) owner to preau_gardien;
revoke create on schema acces from preau_gardien;
revoke all on function acces.poser_suivi(bytea, uuid) from public;
grant execute on function acces.poser_suivi(bytea, uuid) to preau_agent;
