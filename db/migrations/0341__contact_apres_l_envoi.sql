-- Somebody goes back after sending and asks for the mail only then: the address is sealed and kept as at the sending, for the one
-- report whose code is shown; the mail that the page promises then leaves.
create function acces.garder_contact(p_adresse bytea) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  update confidentiel.signalement s set contact = 'mail', version = s.version + 1
    where s.id = (select acces.mon_signalement()) and s.etat <> 'clos' and s.contact <> 'mail';
  if not found then
    return false;
  end if;
  insert into acces.contact (acad, signalement, adresse)
    select s.acad, s.id, p_adresse from confidentiel.signalement s where s.id = (select acces.mon_signalement())
    on conflict do nothing;
  return true;
end
$$;
grant create on schema acces to preau_gardien;
alter function acces.garder_contact(bytea) owner to preau_gardien;
revoke create on schema acces from preau_gardien;
revoke all on function acces.garder_contact(bytea) from public;
grant execute on function acces.garder_contact(bytea) to preau_public;
