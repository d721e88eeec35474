-- compter | nonnull: n
-- What waits for somebody: each kind of place with the states whose next step is theirs there.
select count(*)::int as n from prevention.action a
  where a.acad = :acad and ((a.etab = any (:etabs::text[]) and a.etat = any (:ecole::text[]))
    or (a.dept = any (:depts::text[]) and a.etat = any (:departement::text[]))
    or a.etat = any (:partout::text[]))
