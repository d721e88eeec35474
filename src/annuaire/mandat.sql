-- mandatsDe | nonnull: id, agent, role, du | nullable: type, lieu, dept_lieu
select m.id, m.agent, m.role, m.dept, m.circo, m.etab, m.du, m.au, m.type, m.lieu, m.dept_lieu
  from annuaire.mandat_lieu m
  where m.acad = :acad and m.agent = any (:agents::uuid[])
  order by m.du, m.id

-- unMandat | nonnull: id, agent, role, du, prenom, nom | nullable: type, lieu, dept_lieu
select m.id, m.agent, m.role, m.dept, m.circo, m.etab, m.du, m.au, m.type, m.lieu, m.dept_lieu, a.prenom, a.nom
  from annuaire.mandat_lieu m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = :acad and m.id = :id

-- jeGere | nonnull: oui
select annuaire.je_gere(:role, :dept?) as oui

-- ouvrirMandat | nonnull: resultat
select annuaire.ouvrir_mandat(:id, :agent, :role, :dept?, :circo?, :etab?, :du, :au?) as resultat

-- finirMandat | nonnull: resultat
select annuaire.finir_mandat(:id, :au) as resultat

-- journalDe | nonnull: le, verbe | nullable: prenom, nom
select le, verbe, mandat, prenom, nom from annuaire.journal_de(:agent)

-- listeCirconscriptions
select circo, nom, dept from annuaire.circonscription where acad = :acad and etat = 'ouvert' order by dept, nom

-- poserMandat | nonnull: resultat
select annuaire.poser_mandat(:acad, null, :id, :agent, :role, :dept?, :circo?, :etab?, acces.maintenant(), null) as resultat

-- cloreMandat | nonnull: resultat
select annuaire.clore_mandat(:acad, null, :id, acces.maintenant()) as resultat

-- mandatsVifs | nonnull: id, agent, mail, prenom, nom, role, du | nullable: type, lieu
-- Whoever holds something now or later, for the operator's command.
select m.id, m.agent, a.mail, a.prenom, a.nom, m.role, m.dept, m.circo, m.etab, m.du, m.au, m.type, m.lieu
  from annuaire.mandat_lieu m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = :acad and (m.au is null or m.au > acces.maintenant()) and (:mail?::text is null or a.mail = lower(:mail))
  order by annuaire.plier(a.nom), annuaire.plier(a.prenom), a.id, m.du, m.id

-- poserAcademie
insert into annuaire.academie (acad, nom, zone) values (:acad, :nom, :zone) on conflict do nothing
