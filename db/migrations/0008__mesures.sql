-- What measuring asked for: the same answers, sooner.

-- Where a report goes. The mandates of the whole académie were read, and the clock asked for each, at every report (7 to 10 ms
-- with 5 000 mandates): the indexes of mandat lead to the few of this school, its circonscription and its département.
create or replace function annuaire.accueil(p_acad text, p_etab text, p_sauf_etablissement boolean)
  returns table (dept text, circo text, type text, niveau text)
  language sql stable security definer set search_path = ''
  as $$
    select e.dept, e.circo, e.type, case
      when not p_sauf_etablissement and exists (
        select from annuaire.mandat m where m.acad = e.acad and m.etab = e.etab and m.role in ('chef', 'coordonnateur')
          and m.du <= t.le and (m.au is null or m.au > t.le)) then 'etablissement'
      when not p_sauf_etablissement and exists (
        select from annuaire.mandat m where m.acad = e.acad and m.circo = e.circo and m.role = 'ien'
          and m.du <= t.le and (m.au is null or m.au > t.le)) then 'circonscription'
      when exists (
        select from annuaire.mandat m where m.acad = e.acad and m.dept = e.dept
          and m.role in ('referent_departemental', 'responsable_departemental')
          and m.du <= t.le and (m.au is null or m.au > t.le)) then 'departement'
      else 'academie' end
    from annuaire.etablissement e cross join (select acces.maintenant() as le offset 0) t
    where e.acad = p_acad and e.etab = p_etab and e.etat <> 'ferme'
  $$;
