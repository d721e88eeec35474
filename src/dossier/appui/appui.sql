-- demander
-- Zero rows: this very request was sent already.
insert into confidentiel.appui (acad, id, dept, circo, etab, niveau, dossier, nature, vers, famille, contenu, demande_par, demande_le, echeance)
  values (:acad, :id, :dept?, :circo?, :etab?, :niveau, :dossier?, :nature, :vers, :famille?, :contenu, acces.moi(), acces.maintenant(), :echeance)
  on conflict do nothing

-- parId | nonnull: demandeur_parti
select a.id, a.dept, a.circo, a.etab, a.niveau, a.dossier, a.nature, a.vers, a.famille, a.contenu, a.demande_par, a.demande_le, a.etat, a.echeance,
    a.repondant, a.pris_le, a.rendez_vous, a.fait_le, a.fait, a.clos_le, a.utile, a.version,
    d.prenom as de_prenom, d.nom as de_nom, r.prenom as r_prenom, r.nom as r_nom, e.nom as ecole, e.commune, o.numero,
    not exists (select from annuaire.mandat m where m.acad = a.acad and m.agent = a.demande_par and m.du <= acces.maintenant()
      and (m.au is null or m.au > acces.maintenant())
      and (m.etab = a.etab or m.circo = a.circo or m.dept = a.dept or (m.etab is null and m.circo is null and m.dept is null)))
      as demandeur_parti
  from confidentiel.appui a
  join annuaire.agent d on d.acad = a.acad and d.id = a.demande_par
  left join annuaire.agent r on r.acad = a.acad and r.id = a.repondant
  left join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  left join confidentiel.dossier o on o.acad = a.acad and o.id = a.dossier
  where a.acad = :acad and a.id = :id

-- liste
-- What is not over first, by due date; the scope is repeated so that an index serves it.
select a.id, a.nature, a.vers, a.etat, a.echeance, a.demande_par, a.demande_le, a.rendez_vous, d.prenom as de_prenom, d.nom as de_nom,
    r.prenom as r_prenom, r.nom as r_nom, e.nom as ecole, e.commune, o.numero
  from confidentiel.appui a
  join annuaire.agent d on d.acad = a.acad and d.id = a.demande_par
  left join annuaire.agent r on r.acad = a.acad and r.id = a.repondant
  left join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  left join confidentiel.dossier o on o.acad = a.acad and o.id = a.dossier
  where a.acad = :acad and (a.etat <> 'clos' or :clos)
    and (a.portee_etab = any (:etabs::text[]) or a.portee_circo = any (:circos::text[]) or a.portee_dept = any (:depts::text[])
      or a.acad = any (:acads::text[]) or a.demande_par = :moi or a.repondant = :moi)
  order by a.clos_le desc nulls first, (a.etat = 'fait'), a.echeance, a.id limit 100

-- duDossier
select p.id, p.nature, p.etat, p.echeance, p.demande_le, p.demande_par, r.prenom as r_prenom, r.nom as r_nom
  from confidentiel.appui p left join annuaire.agent r on r.acad = p.acad and r.id = p.repondant
  where p.acad = :acad and p.dossier = :dossier order by p.demande_le

-- prendre
update confidentiel.appui
  set etat = 'pris', repondant = acces.moi(), pris_le = acces.maintenant(), echeance = :echeance, rendez_vous = :rendezVous?, version = version + 1
  where acad = :acad and id = :id and version = :version and etat in ('demande', 'pris')

-- faire
update confidentiel.appui set etat = 'fait', fait = :fait, fait_le = acces.maintenant(), echeance = null, version = version + 1
  where acad = :acad and id = :id and version = :version and etat = 'pris'

-- clore
update confidentiel.appui set etat = 'clos', utile = :utile, clos_le = acces.maintenant(), echeance = null, version = version + 1
  where acad = :acad and id = :id and version = :version and etat <> 'clos'

-- redemander
update confidentiel.appui set etat = 'pris', echeance = :echeance, version = version + 1
  where acad = :acad and id = :id and version = :version and etat = 'fait'

-- echanges
select n.id, n.qualite, n.contenu, n.le, n.agent, a.prenom, a.nom from confidentiel.note n
  join annuaire.agent a on a.acad = n.acad and a.id = n.agent
  where n.acad = :acad and n.fil = :fil order by n.le, n.id

-- ecrire
insert into confidentiel.note (acad, id, fil, agent, qualite, contenu, le)
  values (:acad, :id, :fil, acces.moi(), :qualite, :contenu, acces.maintenant()) on conflict do nothing

-- lieu
select dept, circo from annuaire.etablissement where acad = :acad and etab = :etab?
union all
select dept, circo from annuaire.circonscription where acad = :acad and :etab?::text is null and circo = :circo?
