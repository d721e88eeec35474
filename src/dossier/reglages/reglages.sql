-- histoire
-- Every choice of the académie, the latest first.
select r.code, r.valeur, r.raison, r.le, a.prenom, a.nom
  from annuaire.reglage r join annuaire.agent a on a.acad = r.acad and a.id = r.par
  where r.acad = :acad order by r.le desc, r.code

-- regler | nonnull: fait
select annuaire.regler(:code, :valeur, :raison) as fait
