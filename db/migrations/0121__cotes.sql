-- The adult who sees the target never sees the authors: also across the talks of the dossier (entretien) and the team of its shared
-- concern (intervenant). The program says it with a sentence first; this holds when two people write at once.

-- Both sides of the rule take the same lock: neither passes while the other has not ended.
create function confidentiel.verrouiller_cotes(p_fil uuid) returns void
  language sql set search_path = ''
  as $$ select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('cotes ' || p_fil::text, 0)) $$;

create function confidentiel.cotes_de_lequipe() returns trigger
  language plpgsql set search_path = ''
  as $$
begin
  if new.agent is null then
    return new;
  end if;
  perform confidentiel.verrouiller_cotes(new.fil);
  if exists (
    select from confidentiel.entretien e
    where e.acad = new.acad and e.fil = new.fil and e.issue = 'tenu' and new.agent = any (e.adultes)
      and e.role = case new.cote when 'cible' then 'auteur_presume' else 'cible' end
      and not exists (select from confidentiel.entretien s where s.acad = e.acad and s.suite = e.suite and s.version > e.version)) then
    raise exception 'intervenant: this adult has heard the other side' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger cotes before insert or update of cote on confidentiel.intervenant
  for each row execute function confidentiel.cotes_de_lequipe();

create function confidentiel.cotes_de_lentretien() returns trigger
  language plpgsql set search_path = ''
  as $$
begin
  if new.issue <> 'tenu' or new.role not in ('cible', 'auteur_presume') then
    return new;
  end if;
  perform confidentiel.verrouiller_cotes(new.fil);
  if exists (
      select from confidentiel.piste p
      where p.acad = new.acad and p.fil = new.fil and p.methode = 'mpp' and p.issue is null)
    and exists (
      select from confidentiel.intervenant i
      where i.acad = new.acad and i.fil = new.fil and i.agent = any (new.adultes)
        and i.cote = case new.role when 'cible' then 'groupe' else 'cible' end) then
    raise exception 'entretien: an adult of the shared concern sees the other side' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger cotes before insert on confidentiel.entretien
  for each row execute function confidentiel.cotes_de_lentretien();
