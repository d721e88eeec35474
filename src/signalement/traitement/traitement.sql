-- signalement | nullable: pris_prenom, pris_nom, clos_prenom, clos_nom, saisi_prenom, saisi_nom
-- `a_motiver`: the dossier that it is joined to, when this agent has no part in either and has told no motive yet.
select acces.signalement_a_motiver(s.acad, s.id) as a_motiver, s.id, s.dept, s.circo, s.etab, s.niveau, s.canal, s.langue, s.declarant, s.quoi, s.lieux, s.depuis, s.frequence, s.auteurs,
    s.informes, s.danger, s.urgences, s.contenu, s.faits_du, s.faits_au, s.recu_le, s.etat, s.echeance, s.pris_par, s.pris_le,
    s.lu_le, s.repondu_le, s.clos_le, s.clos_motif, s.contact, s.version,
    e.nom as ecole, e.type, e.commune, e.telephone,
    p.prenom as pris_prenom, p.nom as pris_nom, c.prenom as clos_prenom, c.nom as clos_nom, i.prenom as saisi_prenom, i.nom as saisi_nom
  from confidentiel.signalement s
  join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
  left join annuaire.agent p on p.acad = s.acad and p.id = s.pris_par
  left join annuaire.agent c on c.acad = s.acad and c.id = s.clos_par
  left join annuaire.agent i on i.acad = s.acad and i.id = s.saisi_par
  where s.acad = :acad and s.id = :id

-- messages | nullable: prenom, nom
select m.id, m.auteur, m.agent, m.qualite, m.contenu, m.envoye_le, m.lu_le, a.prenom, a.nom
  from confidentiel.message m left join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = :acad and m.fil = :fil order by m.envoye_le, m.id

-- pieces
select id, type, taille, largeur, hauteur, depose_le from confidentiel.piece where acad = :acad and fil = :fil order by depose_le, id

-- piece
-- `a_motiver`: as for its report.
select acces.signalement_a_motiver(s.acad, s.id) as a_motiver, p.type, p.copie
  from confidentiel.piece p join confidentiel.signalement s on s.acad = p.acad and s.id = p.fil
  where p.acad = :acad and p.fil = :fil and p.id = :id

-- lire
update confidentiel.signalement set lu_le = acces.maintenant() where acad = :acad and id = :id and lu_le is null

-- lireMessages
update confidentiel.message set lu_le = acces.maintenant() where acad = :acad and fil = :fil and auteur = 'declarant' and lu_le is null

-- prendre
update confidentiel.signalement
  set etat = 'pris_en_charge', pris_par = acces.moi(), pris_le = acces.maintenant(), echeance = :echeance, version = version + 1
  where acad = :acad and id = :id and version = :version and etat <> 'clos'

-- ecrire
insert into confidentiel.message (acad, id, fil, auteur, agent, qualite, contenu, envoye_le)
  values (:acad, :id, :fil, 'agent', acces.moi(), :qualite, :contenu, acces.maintenant()) on conflict do nothing

-- repondu
update confidentiel.signalement set repondu_le = acces.maintenant(), echeance = :echeance, version = version + 1
  where acad = :acad and id = :id and version = :version and etat = 'pris_en_charge'

-- clore
update confidentiel.signalement
  set etat = 'clos', clos_par = acces.moi(), clos_le = acces.maintenant(), clos_motif = :motif, echeance = null,
    repondu_le = acces.maintenant(), contact = case contact when 'mail' then 'code' else contact end, version = version + 1
  where acad = :acad and id = :id and version = :version and etat <> 'clos'

-- reorienter | nonnull: fait
select confidentiel.reorienter(:acad, :id, :etab, :echeance, :version) as fait

-- accueil | nonnull: dept, type, niveau
-- Where a report of this school is received.
select dept, circo, type, niveau from annuaire.accueil(:acad, :etab, :saufEtablissement)

-- ecole
select etab, nom, type, commune, dept, circo from annuaire.etablissement where acad = :acad and etab = :etab and etat <> 'ferme'

-- monter
-- `adulte`: because an adult of the school is named, which the form had not said.
select confidentiel.monter_niveau(:acad, :id, :echeance, :version, :adulte) as niveau

-- octroyer | nonnull: fait
select acces.octroyer(:id, :fil, :agent, :motif, null) as fait

-- lecteurs | nonnull: agent, prenom, nom, role
select agent, prenom, nom, role from acces.lecteurs(:fil) order by nom, prenom

-- ouvertures | nonnull: agent, prenom, nom, derniere, fois
-- Who opened it or one of its pictures, the last time of each first.
select c.agent, a.prenom, a.nom, max(c.le) as derniere, count(*)::int as fois
  from confidentiel.consultation c join annuaire.agent a on a.acad = c.acad and a.id = c.agent
  where c.acad = :acad and c.fil = :fil group by c.agent, a.prenom, a.nom order by derniere desc, a.nom limit 100

-- equipe
-- The school's own équipe ressource: who may be given one report.
select a.id, a.prenom, a.nom, m.role from annuaire.mandat m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = :acad and m.etab = :etab and m.role in ('equipe', 'coordonnateur') and m.du <= acces.maintenant()
    and (m.au is null or m.au > acces.maintenant()) order by a.nom, a.prenom

-- rattache
select d.id, d.numero, d.etat from confidentiel.rattachement r join confidentiel.dossier d on d.acad = r.acad and d.id = r.dossier
  where r.acad = :acad and r.fil = :fil and r.defait_le is null

-- notes | nonnull: prenom, nom
-- Between agents: the public door has no right on this table.
select n.id, n.qualite, n.contenu, n.le, a.prenom, a.nom from confidentiel.note n join annuaire.agent a on a.acad = n.acad and a.id = n.agent
  where n.acad = :acad and n.fil = :fil order by n.le, n.id

-- noter
-- Zero rows: this very note had been written already.
insert into confidentiel.note (acad, id, fil, agent, qualite, contenu, le)
  values (:acad, :id, :fil, (select acces.moi()), :qualite, :contenu, (select acces.maintenant())) on conflict do nothing

-- changerUrgences
-- Lifted or put back; an urgent one is due sooner, never later than it was.
update confidentiel.signalement set urgences = :urgences, echeance = least(echeance, :echeance?::timestamptz), version = version + 1
  where acad = :acad and id = :id and version = :version and etat <> 'clos'
