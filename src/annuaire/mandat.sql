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
select annuaire.poser_mandat(:acad, null, :id, :agent, :role, :dept?, :circo?, :etab?, :du, null) as resultat

-- cloreMandat | nonnull: resultat
select annuaire.clore_mandat(:acad, null, :id, :au) as resultat

-- parMail
select id from annuaire.agent where acad = :acad and mail = lower(:mail)
