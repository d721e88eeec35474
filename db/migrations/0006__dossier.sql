-- What moves a report out of one's own sight, and who sees a thread. Each function asks first whether the caller sees it.

-- When a report changes hands, what was granted to a colleague of the old place ends with it.
create function acces.finir_octrois(p_acad text, p_fil uuid) returns void
  language sql security definer set search_path = ''
  as $$
    update acces.octroi set au = acces.maintenant()
    where acad = p_acad and fil = p_fil and (au is null or au > acces.maintenant())
  $$;

create or replace function confidentiel.reorienter(p_acad text, p_fil uuid, p_etab text, p_echeance timestamptz, p_version integer)
  returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_dept text;
  v_circo text;
  v_niveau text;
begin
  if not confidentiel.voit_signalement(p_acad, p_fil) then
    return false;
  end if;
  -- « auteurs » may be unanswered: then no adult is named, and the school itself receives.
  select a.dept, a.circo, a.niveau into v_dept, v_circo, v_niveau
    from annuaire.accueil(p_acad, p_etab,
      (select coalesce(s.auteurs = 'adulte', false) from confidentiel.signalement s where s.acad = p_acad and s.id = p_fil)) a;
  if v_dept is null then
    return false;
  end if;
  update confidentiel.signalement s
    set etab = p_etab, dept = v_dept, circo = v_circo, niveau = v_niveau, etat = 'recu', pris_par = null, pris_le = null,
      echeance = p_echeance, version = s.version + 1
    where s.acad = p_acad and s.id = p_fil and s.version = p_version and s.etat <> 'clos';
  if not found then
    return false;
  end if;
  update confidentiel.jeton_nom set etab = p_etab where acad = p_acad and fil = p_fil;
  perform acces.finir_octrois(p_acad, p_fil);
  return true;
end
$$;

-- Hand a report to the level above: the lowest one, above today's, where somebody holds a post. Returns that level, or null.
create function confidentiel.monter_niveau(p_acad text, p_fil uuid, p_echeance timestamptz, p_version integer) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  s confidentiel.signalement;
  v_niveau text;
begin
  if not confidentiel.voit_signalement(p_acad, p_fil) then
    return null;
  end if;
  select * into s from confidentiel.signalement where acad = p_acad and id = p_fil for update;
  if s.version <> p_version or s.etat = 'clos' or s.niveau = 'academie' then
    return null;
  end if;
  v_niveau := case
    when s.niveau = 'etablissement' and s.auteurs is distinct from 'adulte' and s.circo is not null and exists (
      select from annuaire.mandat m where m.acad = p_acad and m.circo = s.circo and m.role = 'ien'
        and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())) then 'circonscription'
    when s.niveau in ('etablissement', 'circonscription') and exists (
      select from annuaire.mandat m where m.acad = p_acad and m.dept = s.dept
        and m.role in ('referent_departemental', 'responsable_departemental')
        and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())) then 'departement'
    else 'academie' end;
  update confidentiel.signalement
    set niveau = v_niveau, etat = 'recu', pris_par = null, pris_le = null, echeance = p_echeance, version = version + 1
    where acad = p_acad and id = p_fil;
  perform acces.finir_octrois(p_acad, p_fil);
  return v_niveau;
end
$$;

-- Who sees this thread today, for whoever sees it too: to hand it over, and to say who reads.
create function acces.lecteurs(p_fil uuid) returns table (agent uuid, prenom text, nom text, role text)
  language sql stable security definer set search_path = ''
  as $$
    with f as (
      select s.acad, s.portee_etab, s.portee_circo, s.portee_dept from confidentiel.signalement s
        where s.acad = acces.mon_academie() and s.id = p_fil and confidentiel.voit_signalement(s.acad, s.id)
      union all
      select d.acad, d.portee_etab, d.portee_circo, d.portee_dept from confidentiel.dossier d
        where d.acad = acces.mon_academie() and d.id = p_fil and confidentiel.voit_dossier(d.acad, d.id)),
    vivants as (
      select m.* from annuaire.mandat m
        where m.acad = acces.mon_academie() and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())),
    voient as (
      select m.agent, m.role from f join vivants m on m.acad = f.acad and (
        (m.role in ('chef', 'coordonnateur') and m.etab = f.portee_etab)
        or (m.role = 'ien' and m.circo = f.portee_circo)
        or (m.role in ('referent_departemental', 'responsable_departemental') and m.dept = f.portee_dept)
        or m.role in ('referente_academique', 'responsable_academique'))
      union
      select m.agent, m.role from f join acces.octroi o on o.acad = f.acad and o.fil = p_fil
          and o.du <= acces.maintenant() and (o.au is null or o.au > acces.maintenant())
        join vivants m on m.acad = o.acad and m.agent = o.agent)
    select distinct on (a.id) a.id, a.prenom, a.nom, v.role from voient v
      join annuaire.agent a on a.acad = acces.mon_academie() and a.id = v.agent
      where not exists (select from acces.deport x where x.acad = a.acad and x.fil = p_fil and x.agent = a.id)
      order by a.id, v.role
  $$;

grant create on schema acces, confidentiel to preau_gardien;
alter function acces.finir_octrois(text, uuid) owner to preau_gardien;
alter function acces.lecteurs(uuid) owner to preau_gardien;
alter function confidentiel.monter_niveau(text, uuid, timestamptz, integer) owner to preau_gardien;
revoke create on schema acces, confidentiel from preau_gardien;
revoke all on function acces.finir_octrois(text, uuid), acces.lecteurs(uuid),
  confidentiel.monter_niveau(text, uuid, timestamptz, integer) from public;
grant execute on function acces.lecteurs(uuid), confidentiel.monter_niveau(text, uuid, timestamptz, integer) to preau_agent;
-- finir_octrois: only for the functions above.

-- A list looks for what is still to be done; a name leads to its threads.
create index dossier_responsable on confidentiel.dossier (acad, responsable, ouvert_le desc);
