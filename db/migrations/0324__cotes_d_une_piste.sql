-- A shared concern has its own sides. A pupil seen among the group of one that is ended may be the target of the next one: the talks
-- that were held keep the side of their own concern, the new ones take the side of the new concern. Within each, one side a pupil.
alter table confidentiel.rencontre drop constraint rencontre_acad_fil_personne_cote_fkey;
alter table confidentiel.eleve_cote drop constraint eleve_cote_pkey, drop constraint eleve_cote_acad_fil_personne_cote_key;
alter table confidentiel.eleve_cote add column piste uuid;
insert into confidentiel.eleve_cote (acad, fil, piste, personne, cote)
  select distinct acad, fil, piste, personne, cote from confidentiel.rencontre;
delete from confidentiel.eleve_cote where piste is null;
alter table confidentiel.eleve_cote
  alter column piste set not null,
  add primary key (acad, fil, piste, personne),
  add unique (acad, fil, piste, personne, cote),
  add foreign key (acad, fil, piste) references confidentiel.piste (acad, fil, id);
alter table confidentiel.rencontre
  add foreign key (acad, fil, piste, personne, cote) references confidentiel.eleve_cote (acad, fil, piste, personne, cote);
comment on table confidentiel.eleve_cote is
  'On which side a pupil is seen in one shared concern: targeted, or of the group (presumed authors, witnesses)';

-- A talk of the dossier looks at the sides of the shared concern that runs, not at those of an earlier one.
create or replace function confidentiel.cotes_de_lentretien() returns trigger
  language plpgsql set search_path = ''
  as $$
begin
  if new.issue <> 'tenu' then
    return new;
  end if;
  perform confidentiel.verrouiller_cotes(new.fil);
  if exists (
    select from confidentiel.piste p join confidentiel.intervenant i on i.acad = p.acad and i.fil = p.fil
    where p.acad = new.acad and p.fil = new.fil and p.methode = 'mpp' and p.issue is null and i.agent = any (new.adultes)
      and (i.cote = case new.role when 'cible' then 'groupe' when 'auteur_presume' then 'cible' end
        or exists (
          select from confidentiel.eleve_cote c
          where c.acad = p.acad and c.fil = p.fil and c.piste = p.id and c.personne = new.personne and c.cote <> i.cote))) then
    raise exception 'entretien: an adult of the shared concern sees the other side' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
