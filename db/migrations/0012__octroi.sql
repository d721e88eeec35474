-- An individual grant is for somebody whose post deals with situations: not for who keeps the directory or the journal.
create or replace function acces.octroyer(p_id uuid, p_fil uuid, p_agent uuid, p_motif text, p_au timestamptz) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not (confidentiel.voit_signalement(acces.mon_academie(), p_fil) or confidentiel.voit_dossier(acces.mon_academie(), p_fil))
    or p_fil = any (acces.mes_octrois()) then
    return false;
  end if;
  insert into acces.octroi (acad, id, fil, agent, par, motif, du, au)
    select acces.mon_academie(), p_id, p_fil, a.id, acces.moi(), p_motif, acces.maintenant(), p_au
    from annuaire.agent a where a.acad = acces.mon_academie() and a.id = p_agent
      and exists (select from annuaire.mandat m where m.acad = a.acad and m.agent = a.id and m.role not in ('dpo', 'administrateur')
        and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant()));
  return found;
end
$$;
