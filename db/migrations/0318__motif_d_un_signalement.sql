-- A report joined to a dossier is read for the motive told of that dossier, and its consultation says so, like those of the dossier itself.
-- Which dossier that is, for the reader of now: null, they have a part in the report or in the dossier, or there is none that they see.
create function acces.dossier_couvrant(p_acad text, p_signalement uuid) returns uuid
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  s record;
  v_dossier uuid;
begin
  select x.pris_par, x.saisi_par, x.portee_etab, x.portee_circo into s
    from confidentiel.signalement x where x.acad = p_acad and x.id = p_signalement;
  if not found or coalesce(s.portee_etab = any (acces.mes_etablissements()) or s.portee_circo = any (acces.mes_circonscriptions())
    or s.saisi_par = acces.moi() or p_signalement = any (acces.mes_octrois()) or s.pris_par = any (acces.je_tiens()), false) then
    return null;
  end if;
  select r.dossier into v_dossier from confidentiel.rattachement r
    where r.acad = p_acad and r.fil = p_signalement and r.defait_le is null and confidentiel.voit_dossier(r.acad, r.dossier);
  if v_dossier is null or acces.a_part(p_acad, v_dossier) then
    return null;
  end if;
  return v_dossier;
end
$$;

-- The number of the dossier whose cover comes first; null, the report opens at once.
create function acces.signalement_a_motiver(p_acad text, p_signalement uuid) returns text
  language sql stable security definer set search_path = ''
  as $$
    select d.numero from confidentiel.dossier d
      where d.acad = p_acad and d.id = acces.dossier_couvrant(p_acad, p_signalement) and acces.motif_en_cours(p_acad, d.id) is null
  $$;

create or replace function confidentiel.motiver() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_dossier uuid;
begin
  -- Whoever plants or moves rows without a session reads nothing.
  if acces.moi() is null then
    return new;
  end if;
  if exists (select from confidentiel.dossier d where d.acad = new.acad and d.id = new.fil) then
    if new.nature <> 'motif' and not acces.a_part(new.acad, new.fil) then
      v_dossier := new.fil;
    end if;
  elsif exists (select from confidentiel.signalement s where s.acad = new.acad and s.id = new.fil) then
    v_dossier := acces.dossier_couvrant(new.acad, new.fil);
  else
    return new;
  end if;
  if new.agent <> acces.moi() or new.le > acces.maintenant() then
    raise exception 'a consultation is written by its reader, when it happens' using errcode = 'insufficient_privilege';
  end if;
  if new.nature = 'motif' then
    return new;
  end if;
  new.motif := null;
  if v_dossier is null then
    return new;
  end if;
  new.motif := acces.motif_en_cours(new.acad, v_dossier);
  if new.motif is null then
    raise exception 'no reading without a motive' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

grant create on schema acces to preau_gardien;
alter function acces.dossier_couvrant(text, uuid) owner to preau_gardien;
alter function acces.signalement_a_motiver(text, uuid) owner to preau_gardien;
revoke create on schema acces from preau_gardien;
revoke all on function acces.dossier_couvrant(text, uuid), acces.signalement_a_motiver(text, uuid) from public;
grant execute on function acces.signalement_a_motiver(text, uuid) to preau_agent;
