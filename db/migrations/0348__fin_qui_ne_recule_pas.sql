-- Ending a mandate could put off an end that was written already: a post prolonged by the one act that nobody refuses to oneself, without
-- the rule that nobody gives a mandate to oneself. An end moves nearer, never further; to go on, a new mandate is given.
create or replace function annuaire.clore_mandat(p_acad text, p_par uuid, p_mandat uuid, p_au timestamptz) returns text
  language plpgsql set search_path = ''
  as $$
declare
  v annuaire.mandat;
begin
  select * into v from annuaire.mandat m where m.acad = p_acad and m.id = p_mandat for update;
  if v.id is null then
    return 'inconnu';
  end if;
  if v.au <= acces.maintenant() then
    return 'deja_fini';
  end if;
  if v.au < p_au then
    return 'finit_avant';
  end if;
  -- The past is not rewritten: what was seen under a mandate was seen under it. One that has not begun never begins.
  update annuaire.mandat m set au = greatest(p_au, acces.maintenant(), v.du) where m.acad = p_acad and m.id = p_mandat;
  insert into annuaire.journal (acad, verbe, par, agent, mandat, le)
    values (p_acad, 'mandat.finir', p_par, v.agent, p_mandat, acces.maintenant());
  return 'fait';
end
$$;
