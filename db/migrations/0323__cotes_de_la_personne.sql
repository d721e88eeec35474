-- The side is the one of the pupil, not only of the role in which they are heard: a targeted pupil heard once more as a witness is
-- still the targeted pupil.
create or replace function confidentiel.cotes_de_lentretien() returns trigger
  language plpgsql set search_path = ''
  as $$
begin
  if new.issue <> 'tenu' then
    return new;
  end if;
  perform confidentiel.verrouiller_cotes(new.fil);
  if exists (
      select from confidentiel.piste p
      where p.acad = new.acad and p.fil = new.fil and p.methode = 'mpp' and p.issue is null)
    and exists (
      select from confidentiel.intervenant i
      where i.acad = new.acad and i.fil = new.fil and i.agent = any (new.adultes)
        and (i.cote = case new.role when 'cible' then 'groupe' when 'auteur_presume' then 'cible' end
          or exists (
            select from confidentiel.eleve_cote c
            where c.acad = new.acad and c.fil = new.fil and c.personne = new.personne and c.cote <> i.cote))) then
    raise exception 'entretien: an adult of the shared concern sees the other side' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
