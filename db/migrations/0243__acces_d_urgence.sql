-- A child is in danger now, and nobody who sees the dossier can be reached: whoever has its number opens it for a day, with a motive,
-- and everybody concerned is told. Never past a conflict of interest, and never from the place that a dossier was taken out of sight of.
alter table confidentiel.consultation drop constraint consultation_nature_check;
alter table confidentiel.consultation add constraint consultation_nature_check
  check (nature in ('lecture', 'piece', 'impression', 'export', 'recherche', 'urgence'));

create function acces.ouvrir_en_urgence(p_id uuid, p_numero text, p_motif text) returns uuid
  language plpgsql security definer set search_path = ''
  as $$
declare
  d confidentiel.dossier;
begin
  select * into d from confidentiel.dossier x where x.acad = acces.mon_academie() and x.numero = p_numero;
  if not found or d.id = any (acces.mes_deports())
    or not exists (select from acces.mandats_vivants() m
      where m.role in ('chef', 'coordonnateur', 'ien', 'referent_departemental', 'responsable_departemental')
        or (m.role = 'equipe' and m.etab = d.etab))
    -- Held above this place: a report that names an adult of a school is not read there, whatever the hurry.
    or exists (select from acces.mandats_vivants() m
      where (d.niveau <> 'etablissement' and m.etab = d.etab)
        or (d.niveau in ('departement', 'academie') and m.circo = d.circo)
        or (d.niveau = 'academie' and m.dept = d.dept))
    -- Two at a time: an emergency is one child, not a search.
    or (select count(*) from acces.octroi o where o.acad = d.acad and o.agent = acces.moi()
      and pg_catalog.starts_with(o.motif, 'urgence_') and o.au > acces.maintenant()) >= 2 then
    return null;
  end if;
  insert into acces.octroi (acad, id, fil, agent, par, motif, du, au)
    values (d.acad, p_id, d.id, acces.moi(), acces.moi(), 'urgence_' || p_motif, acces.maintenant(), acces.maintenant() + interval '24 hours');
  return d.id;
end
$$;
grant create on schema acces, confidentiel to preau_gardien;
alter function acces.ouvrir_en_urgence(uuid, text, text) owner to preau_gardien;
revoke all on function acces.ouvrir_en_urgence(uuid, text, text) from public;
grant execute on function acces.ouvrir_en_urgence(uuid, text, text) to preau_agent;

-- Whoever opened it so is a passing reader: nobody may make them answer for it, nor call them in a note.
create or replace function acces.lecteurs(p_fil uuid) returns table (agent uuid, prenom text, nom text, role text)
  language sql stable security definer set search_path = ''
  as $$
    with t as materialized (select acces.maintenant() as le, acces.mon_academie() as acad),
    f as materialized (
      select s.acad, s.portee_etab, s.portee_circo, s.portee_dept from t join confidentiel.signalement s on s.acad = t.acad
        where s.id = p_fil and confidentiel.voit_signalement(s.acad, s.id)
      union all
      select d.acad, d.portee_etab, d.portee_circo, d.portee_dept from t join confidentiel.dossier d on d.acad = t.acad
        where d.id = p_fil and confidentiel.voit_dossier(d.acad, d.id)),
    voient as (
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad and m.etab = f.portee_etab
        where m.role in ('chef', 'coordonnateur')
      union all
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad and m.circo = f.portee_circo
        where m.role = 'ien'
      union all
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad and m.dept = f.portee_dept
        where m.role in ('referent_departemental', 'responsable_departemental')
      union all
      select m.agent, m.role, m.du, m.au from f join annuaire.mandat m on m.acad = f.acad
        where m.role in ('referente_academique', 'responsable_academique') and m.etab is null and m.circo is null and m.dept is null
      union all
      select m.agent, m.role, m.du, m.au from f cross join t join acces.octroi o on o.acad = f.acad and o.fil = p_fil
          and o.du <= t.le and (o.au is null or o.au > t.le) and not pg_catalog.starts_with(o.motif, 'urgence_')
        join annuaire.mandat m on m.acad = o.acad and m.agent = o.agent)
    select distinct on (a.id) a.id, a.prenom, a.nom, v.role from voient v cross join t
      join annuaire.agent a on a.acad = t.acad and a.id = v.agent
      where v.du <= t.le and (v.au is null or v.au > t.le)
        and not exists (select from acces.deport x where x.acad = a.acad and x.fil = p_fil and x.agent = a.id)
      order by a.id, v.role
  $$;

-- What was handed one by one shrinks by itself: with its date, with a change of level, and with the end of the dossier.
create function confidentiel.fermer_octrois() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform acces.finir_octrois(new.acad, new.id);
  return new;
end
$$;
alter function confidentiel.fermer_octrois() owner to preau_gardien;
revoke all on function confidentiel.fermer_octrois() from public;
revoke create on schema acces, confidentiel from preau_gardien;
create trigger fermer_octrois after update of etat on confidentiel.dossier for each row
  when (new.etat in ('clos', 'ecarte', 'doublon', 'transfere') and old.etat is distinct from new.etat)
  execute function confidentiel.fermer_octrois();
