-- « Un adulte est mis en cause » may be understood later than the form: in the narrative, in the dialogue, on the phone. A report handed up
-- for that reason keeps the rule of those that said so at once: past the circonscription to the département, never back to a school
-- whose adults it may name, and a reason to come first. What the reporter answered is not rewritten.
create function confidentiel.adulte_en_cause(p_auteurs text, p_urgences text[]) returns boolean
  language sql immutable set search_path = ''
  as $$ select p_auteurs is not distinct from 'adulte' or 'adulte_mis_en_cause' = any (p_urgences) $$;

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
  select a.dept, a.circo, a.niveau into v_dept, v_circo, v_niveau
    from annuaire.accueil(p_acad, p_etab, (select confidentiel.adulte_en_cause(s.auteurs, s.urgences)
      from confidentiel.signalement s where s.acad = p_acad and s.id = p_fil)) a;
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

drop function confidentiel.monter_niveau(text, uuid, timestamptz, integer);
-- `p_adulte`: it goes up because an adult of the school is named.
create function confidentiel.monter_niveau(p_acad text, p_fil uuid, p_echeance timestamptz, p_version integer, p_adulte boolean) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  s confidentiel.signalement;
  v_niveau text;
  v_adulte boolean;
begin
  if not confidentiel.voit_signalement(p_acad, p_fil) then
    return null;
  end if;
  select * into s from confidentiel.signalement where acad = p_acad and id = p_fil for update;
  if s.version <> p_version or s.etat = 'clos' or s.niveau = 'academie' then
    return null;
  end if;
  v_adulte := p_adulte or confidentiel.adulte_en_cause(s.auteurs, s.urgences);
  v_niveau := case
    when s.niveau = 'etablissement' and not v_adulte and s.circo is not null and exists (
      select from annuaire.mandat m where m.acad = p_acad and m.circo = s.circo and m.role = 'ien'
        and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())) then 'circonscription'
    when s.niveau in ('etablissement', 'circonscription') and exists (
      select from annuaire.mandat m where m.acad = p_acad and m.dept = s.dept
        and m.role in ('referent_departemental', 'responsable_departemental')
        and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())) then 'departement'
    else 'academie' end;
  update confidentiel.signalement
    set niveau = v_niveau, etat = 'recu', pris_par = null, pris_le = null, echeance = p_echeance, version = version + 1,
      urgences = case when p_adulte and 'adulte_mis_en_cause' <> all (urgences) then urgences || 'adulte_mis_en_cause'::text else urgences end
    where acad = p_acad and id = p_fil;
  perform acces.finir_octrois(p_acad, p_fil);
  return v_niveau;
end
$$;

grant create on schema confidentiel to preau_gardien;
alter function confidentiel.monter_niveau(text, uuid, timestamptz, integer, boolean) owner to preau_gardien;
revoke create on schema confidentiel from preau_gardien;
revoke all on function confidentiel.monter_niveau(text, uuid, timestamptz, integer, boolean),
  confidentiel.adulte_en_cause(text, text[]) from public;
grant execute on function confidentiel.monter_niveau(text, uuid, timestamptz, integer, boolean) to preau_agent;
grant execute on function confidentiel.adulte_en_cause(text, text[]) to preau_gardien;
