-- Whoever sees a dossier through a département or the académie and has no part in it says why before reading it. The purpose is written
-- with the consultations, and the consultation is refused without one: the page asks, and the log does not let itself be got around.
alter table confidentiel.consultation add column motif text, add column mots bytea;
comment on column confidentiel.consultation.motif is 'Why it was read: told by those who have no part in the dossier, and repeated on each of their readings; null, a reader who has one';
comment on column confidentiel.consultation.mots is 'Their own words, encrypted, when the list did not say it';
alter table confidentiel.consultation drop constraint consultation_nature_check;
alter table confidentiel.consultation
  add constraint consultation_nature_check check (nature in ('lecture', 'piece', 'impression', 'export', 'recherche', 'urgence', 'motif')),
  add constraint consultation_motif_check check (motif in ('appui', 'prevenu', 'remplacement', 'revue', 'demande', 'autre', 'suite')),
  -- « suite » is said by nobody: a part that ended a few hours ago.
  add constraint consultation_motif_dit check (case when nature = 'motif' then coalesce(motif <> 'suite', false) else mots is null end),
  add constraint consultation_mots_dits check (not (nature = 'motif' and motif = 'autre') or mots is not null);

-- To have a part in a dossier: its school or circonscription, an individual grant, having opened it, answering for it, following it, being
-- asked, supporting, being expected or called there by somebody else, or keeping the desk of somebody who is. Seeing it because it lies in
-- one's département or académie is none.
create function acces.a_part(p_acad text, p_fil uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  d record;
  miens uuid[];
begin
  select x.portee_etab, x.portee_circo, x.responsable, x.ouvert_par into d from confidentiel.dossier x where x.acad = p_acad and x.id = p_fil;
  if not found then
    return false;
  end if;
  miens := acces.je_tiens();
  return coalesce(d.responsable = any (miens) or d.ouvert_par = acces.moi()
    or d.portee_etab = any (acces.mes_etablissements()) or d.portee_circo = any (acces.mes_circonscriptions())
    or p_fil = any (acces.mes_octrois()), false)
    or exists (select from confidentiel.accompagnant c where c.acad = p_acad and c.fil = p_fil and c.agent = any (miens) and c.au is null)
    or exists (select from confidentiel.offre o where o.acad = p_acad and o.fil = p_fil and o.a = any (miens) and o.reponse is null)
    or exists (select from confidentiel.appui a
      where a.acad = p_acad and a.dossier = p_fil and a.repondant = any (miens) and a.etat in ('pris', 'fait'))
    -- What one has planned for oneself opens nothing.
    or exists (select from confidentiel.prevu p where p.acad = p_acad and p.fil = p_fil and p.pour = any (miens) and p.issue is null
      and p.prevu_par <> acces.moi())
    or exists (select from confidentiel.mention n where n.acad = p_acad and n.fil = p_fil and n.agent = any (miens) and n.lue_le is null
      and n.par <> acces.moi())
    or exists (select from confidentiel.intervenant i where i.acad = p_acad and i.fil = p_fil and i.agent = acces.moi() and i.retire_le is null);
end
$$;

-- How long a motive holds, for one person and one dossier: src/dossier/protocole/delais.ts has the bounds.
create function acces.motif_vaut() returns interval
  language sql stable security definer set search_path = ''
  as $$
    select pg_catalog.make_interval(hours => coalesce((select r.valeur::int from annuaire.reglage r
      where r.acad = acces.mon_academie() and r.code = 'delai.motif_lecture' and r.valeur ~ '^[0-9]{1,2}$' order by r.le desc limit 1), 12))
  $$;

-- The motive that covers a reading now: told within that time; or « suite », when one read it as somebody who had a part a few hours ago.
create function acces.motif_en_cours(p_acad text, p_fil uuid) returns text
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(c.motif, 'suite') from confidentiel.consultation c
      where c.acad = p_acad and c.fil = p_fil and c.agent = acces.moi() and (c.nature = 'motif' or c.motif is null)
        and c.le > acces.maintenant() - acces.motif_vaut()
      order by c.le desc limit 1
  $$;

-- Asked by the page before anything is read.
create function acces.doit_dire_pourquoi(p_acad text, p_fil uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
begin
  return not acces.a_part(p_acad, p_fil) and acces.motif_en_cours(p_acad, p_fil) is null;
end
$$;

create function confidentiel.motiver() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  -- Only dossiers; whoever plants or moves rows without a session reads nothing.
  if acces.moi() is null or not exists (select from confidentiel.dossier d where d.acad = new.acad and d.id = new.fil) then
    return new;
  end if;
  if new.agent <> acces.moi() or new.le > acces.maintenant() then
    raise exception 'a consultation is written by its reader, when it happens' using errcode = 'insufficient_privilege';
  end if;
  if new.nature = 'motif' then
    return new;
  end if;
  new.motif := null;
  if acces.a_part(new.acad, new.fil) then
    return new;
  end if;
  new.motif := acces.motif_en_cours(new.acad, new.fil);
  if new.motif is null then
    raise exception 'no reading without a motive' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
grant create on schema acces, confidentiel to preau_gardien;
alter function acces.a_part(text, uuid) owner to preau_gardien;
alter function acces.motif_vaut() owner to preau_gardien;
alter function acces.motif_en_cours(text, uuid) owner to preau_gardien;
alter function acces.doit_dire_pourquoi(text, uuid) owner to preau_gardien;
alter function confidentiel.motiver() owner to preau_gardien;
revoke all on function acces.a_part(text, uuid), acces.motif_vaut(), acces.motif_en_cours(text, uuid),
  acces.doit_dire_pourquoi(text, uuid), confidentiel.motiver() from public;
grant execute on function acces.doit_dire_pourquoi(text, uuid) to preau_agent;

-- The journal says it too.
drop function acces.journal_consultations(timestamptz, integer);
create function acces.journal_consultations(p_depuis timestamptz, p_limite integer)
  returns table (le timestamptz, agent uuid, fil uuid, nature text, motif text)
  language sql stable security definer set search_path = ''
  as $$
    select c.le, c.agent, c.fil, c.nature, c.motif from confidentiel.consultation c
    where c.acad = acces.mon_academie() and acces.ai_role(array['dpo', 'responsable_academique']) and c.le >= p_depuis
    order by c.le desc limit p_limite
  $$;
alter function acces.journal_consultations(timestamptz, integer) owner to preau_gardien;
revoke all on function acces.journal_consultations(timestamptz, integer) from public;
grant execute on function acces.journal_consultations(timestamptz, integer) to preau_agent;
revoke create on schema acces, confidentiel from preau_gardien;
create trigger motiver before insert on confidentiel.consultation for each row execute function confidentiel.motiver();
