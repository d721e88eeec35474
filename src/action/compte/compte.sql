-- compteRendu
select texte, eleves, publie_le, version from prevention.compte_rendu where acad = :acad and action = :action

-- rendre
insert into prevention.compte_rendu (acad, action, etab, texte, eleves, par, le)
  values (:acad, :action, :etab, :texte, :eleves?::integer, acces.moi(), acces.maintenant()) on conflict do nothing

-- reprendreCompte
-- Written again, it waits for a look again.
update prevention.compte_rendu set texte = :texte, eleves = :eleves?::integer, par = acces.moi(), le = acces.maintenant(), publie_par = null,
    publie_le = null, version = version + 1
  where acad = :acad and action = :action and version = :version

-- publierCompte
update prevention.compte_rendu set publie_par = acces.moi(), publie_le = acces.maintenant()
  where acad = :acad and action = :action and version = :version and publie_le is null
