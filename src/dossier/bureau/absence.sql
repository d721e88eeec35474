-- gere | nonnull: oui
select annuaire.gere_absences(:agent) as oui

-- absences
select b.id, b.du, b.au, r.prenom, r.nom
  from annuaire.absence b left join annuaire.agent r on r.acad = b.acad and r.id = b.remplacant
  where b.acad = :acad and b.agent = :agent and b.annulee_le is null and b.au >= acces.aujourdhui() order by b.du

-- remplacants | nonnull: id, prenom, nom, role
-- Colleagues of the same places, and those above: who could see what this agent sees.
select distinct on (a.nom, a.prenom, a.id) a.id, a.prenom, a.nom, m.role
  from annuaire.mandat_lieu s
  join annuaire.mandat_lieu m on m.acad = s.acad and m.agent <> s.agent and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
    and (m.etab = s.etab or m.circo = s.circo or (m.dept is not null and m.dept = s.dept_lieu) or m.role in ('referente_academique', 'responsable_academique'))
    and m.role not in ('dpo', 'administrateur', 'communication', 'equipe')
  join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where s.acad = :acad and s.agent = :agent and s.du <= acces.maintenant() and (s.au is null or s.au > acces.maintenant())
  order by a.nom, a.prenom, a.id, m.role

-- nomDe
select prenom, nom from annuaire.agent where acad = :acad and id = :agent

-- absenter | nonnull: resultat
select annuaire.absenter(:id, :agent, :du, :au, :remplacant?) as resultat

-- revenir | nonnull: oui
select annuaire.revenir(:id) as oui
