-- redacteurs
-- Who may answer for a resource: those who write today.
select distinct a.id, a.prenom, a.nom from annuaire.mandat m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = :acad and m.role in ('communication', 'referente_academique', 'responsable_academique')
    and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
  order by a.nom, a.prenom, a.id

-- revoir
update prevention.ressource set garant = :garant, a_revoir_le = :aRevoirLe, revue_le = acces.maintenant() where acad = :acad and id = :id
