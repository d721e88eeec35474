-- offrir
insert into confidentiel.offre (acad, id, fil, nature, de, a, niveau, famille, contenu, faite_le)
  values (:acad, :id, :fil, :nature, acces.moi(), :a, :niveau, :famille, :contenu, acces.maintenant())
  on conflict do nothing

-- offres
select o.id, o.nature, o.de, o.a, o.niveau, o.famille, o.contenu, o.faite_le, o.reponse, o.raison, o.repondue_le,
    d.prenom as de_prenom, d.nom as de_nom, a.prenom as a_prenom, a.nom as a_nom, r.prenom as r_prenom, r.nom as r_nom
  from confidentiel.offre o
  join annuaire.agent d on d.acad = o.acad and d.id = o.de
  join annuaire.agent a on a.acad = o.acad and a.id = o.a
  left join annuaire.agent r on r.acad = o.acad and r.id = o.repondue_par
  where o.acad = :acad and o.fil = :fil order by o.faite_le, o.id

-- repondre
update confidentiel.offre set reponse = :reponse, raison = :raison?, repondue_par = acces.moi(), repondue_le = acces.maintenant()
  where acad = :acad and fil = :fil and id = :id and reponse is null

-- accompagner
insert into confidentiel.accompagnant (acad, id, fil, agent, du)
  values (:acad, :id, :fil, acces.moi(), acces.maintenant()) on conflict do nothing

-- quitter
update confidentiel.accompagnant set au = acces.maintenant() where acad = :acad and fil = :fil and agent = :agent and au is null

-- accompagnants
select c.agent, c.du, a.prenom, a.nom from confidentiel.accompagnant c join annuaire.agent a on a.acad = c.acad and a.id = c.agent
  where c.acad = :acad and c.fil = :fil and c.au is null order by c.du

-- changerNiveau | nonnull: fait
select confidentiel.changer_niveau(:acad, :fil, :niveau, :version) as fait

-- suivreNiveau | nonnull: fil, sorte, de, vers, libre | nullable: etab, circo, dept
-- Each thread that had to move, from where to where; `libre`: it has lost whoever had taken it.
select n.fil, n.sorte, n.de, n.vers, n.libre, s.etab, s.circo, s.dept
  from confidentiel.suivre_niveau(:acad, :dossier) n
  left join confidentiel.signalement s on s.acad = :acad and s.id = n.fil

-- noterPourquoi
insert into confidentiel.note (acad, id, fil, agent, qualite, contenu, le)
  values (:acad, :id, :fil, acces.moi(), :qualite, :contenu, acces.maintenant())

-- absents
-- Away today, and until when: whoever is asked something may not read it.
select agent, au from annuaire.absence where acad = :acad and annulee_le is null and acces.aujourdhui() between du and au

-- rappelerTout
-- The dossier ends: what was asked of somebody needs no answer any more.
update confidentiel.offre set reponse = 'rappelee', repondue_par = acces.moi(), repondue_le = acces.maintenant()
  where acad = :acad and fil = :fil and reponse is null returning id, nature, a
