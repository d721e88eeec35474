-- extraits
select e.id, e.enfant, e.pour, e.cote, e.etat, e.le, e.par, a.prenom, a.nom
  from confidentiel.extrait e join annuaire.agent a on a.acad = e.acad and a.id = e.par
  where e.acad = :acad and e.fil = :fil order by e.le desc, e.id

-- un | nullable: lu_prenom, lu_nom | nonnull: depasse
-- `depasse`: people of the dossier were read as one, or told apart, since it was prepared.
select e.id, e.enfant, e.pour, e.cote, e.base, e.etat, e.contenu, e.empreinte, e.le, e.par, e.lu_le, e.avis, e.remis_le, e.version,
    exists (select from confidentiel.personne_reunie r where r.acad = e.acad and r.fil = e.fil
      and greatest(r.le, r.separee_le) >= e.le) as depasse,
    a.prenom, a.nom, l.prenom as lu_prenom, l.nom as lu_nom
  from confidentiel.extrait e join annuaire.agent a on a.acad = e.acad and a.id = e.par
    left join annuaire.agent l on l.acad = e.acad and l.id = e.lu_par
  where e.acad = :acad and e.fil = :fil and e.id = :id

-- creer
insert into confidentiel.extrait (acad, id, fil, enfant, pour, cote, base, etat, contenu, par, qualite, le)
  values (:acad, :id, :fil, :enfant, :pour, :cote, :base, 'prepare', :contenu, acces.moi(), :qualite, acces.maintenant())
  on conflict do nothing

-- regler
-- Only by whoever prepared it: whoever changes a mask is no second reader.
update confidentiel.extrait set contenu = :contenu, etat = 'prepare', version = version + 1
  where acad = :acad and fil = :fil and id = :id and version = :version and etat in ('prepare', 'refuse') and par = acces.moi()

-- soumettre
update confidentiel.extrait set etat = 'a_relire', version = version + 1
  where acad = :acad and fil = :fil and id = :id and version = :version and etat = 'prepare' and par = acces.moi()

-- relire
update confidentiel.extrait set etat = :etat, contenu = :contenu, empreinte = :empreinte?, avis = :avis?, lu_par = acces.moi(),
    lu_le = acces.maintenant(), version = version + 1
  where acad = :acad and fil = :fil and id = :id and version = :version and etat = 'a_relire' and par <> acces.moi()

-- remettre
update confidentiel.extrait set etat = 'remis', remis_par = acces.moi(), remis_le = acces.maintenant(), version = version + 1
  where acad = :acad and fil = :fil and id = :id and etat = 'relu'
