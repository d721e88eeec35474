-- publiees
-- The first one published first.
select g.version, g.contenu, g.raison, g.du, g.le, a.prenom, a.nom
  from annuaire.grille g join annuaire.agent a on a.acad = g.acad and a.id = g.par
  where g.acad = :acad order by g.le, length(g.version), g.version

-- brouillon
select b.contenu, b.depuis, b.revision, b.le, a.prenom, a.nom
  from annuaire.grille_brouillon b join annuaire.agent a on a.acad = b.acad and a.id = b.par
  where b.acad = :acad

-- ecrire | nonnull: fait
select annuaire.ecrire_grille(:contenu, :depuis, :revision) as fait

-- abandonner | nonnull: fait
select annuaire.abandonner_grille(:revision) as fait

-- publier
select annuaire.publier_grille(:revision, :raison, :du) as version
