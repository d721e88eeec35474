-- uneAction
select a.id, a.etab, a.dept, a.circo, a.annee, a.temps_fort, a.titre, a.texte, a.du, a.au, a.type, a.publics, a.niveaux, a.effectif,
    a.duree, a.atteints, a.partenaires, a.pilier, a.etat, a.declaree_par, a.declaree_le, a.publiee_le, a.motif_refus, a.version,
    e.nom as ecole, e.commune, e.type as "typeEcole", d.nom as "deptNom"
  from prevention.action a
  join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  join annuaire.departement d on d.acad = a.acad and d.dept = a.dept
  where a.acad = :acad and a.id = :id

-- pas
select p.verbe, p.le, p.motif, g.prenom, g.nom from prevention.action_pas p
  join annuaire.agent g on g.acad = p.acad and g.id = p.par
  where p.acad = :acad and p.action = :action order by p.le, p.id

-- commentaires
select c.le, c.texte, c.par, g.prenom, g.nom from prevention.commentaire c
  join annuaire.agent g on g.acad = c.acad and g.id = c.par
  where c.acad = :acad and c.action = :action order by c.le, c.id

-- mesEcoles
select e.etab, e.nom, e.commune, e.type, e.dept, e.circo from annuaire.etablissement e
  where e.acad = :acad and e.etab = any (:etabs::text[]) and e.etat <> 'ferme' order by e.nom

-- editions
select annee, code, jour, theme, introduction, deroule, kit, expo_titre, expo_du, expo_au, expo_lieu, palmares_url, publie_le, version
  from prevention.temps_fort where acad = :acad order by jour desc

-- declarer
insert into prevention.action (acad, id, etab, dept, circo, annee, temps_fort, titre, texte, du, au, type, publics, niveaux, effectif,
    duree, atteints, partenaires, pilier, declaree_par, declaree_le)
  select e.acad, :id, e.etab, e.dept, e.circo, :annee, :tempsFort?::text, :titre, :texte, :du, :au, :type, :publics, :niveaux,
    :effectif?::integer, :duree?::integer, :atteints::jsonb, :partenaires, :pilier?::integer, acces.moi(), acces.maintenant()
  from annuaire.etablissement e where e.acad = :acad and e.etab = :etab
  on conflict (acad, id) do nothing

-- modifier
update prevention.action set annee = :annee, temps_fort = :tempsFort?::text, titre = :titre, texte = :texte, du = :du, au = :au, type = :type,
    publics = :publics, niveaux = :niveaux, effectif = :effectif?::integer, duree = :duree?::integer, atteints = :atteints::jsonb, partenaires = :partenaires, pilier = :pilier?::integer,
    version = version + 1
  where acad = :acad and id = :id and version = :version

-- avancer
-- The one statement that moves an action: its version is the one that was on the screen.
update prevention.action set etat = :etat, version = version + 1,
    proposee_par = case when :etat = 'proposee' then acces.moi() else proposee_par end,
    proposee_le = case when :etat = 'proposee' then acces.maintenant() else proposee_le end,
    validee_par = case when :etat = 'validee' then acces.moi() else validee_par end,
    validee_le = case when :etat = 'validee' then acces.maintenant() else validee_le end,
    publiee_par = case when :etat = 'publiee' then acces.moi() end,
    publiee_le = case when :etat = 'publiee' then acces.maintenant() end,
    motif_refus = case when :etat = 'refusee' then :motif::text else '' end
  where acad = :acad and id = :id and version = :version

-- noter
insert into prevention.action_pas (acad, action, verbe, par, le, motif)
  values (:acad, :action, :verbe, acces.moi(), acces.maintenant(), :motif)

-- commenter
insert into prevention.commentaire (acad, id, action, par, le, texte)
  values (:acad, :id, :action, acces.moi(), acces.maintenant(), :texte) on conflict do nothing

-- poserEdition
insert into prevention.temps_fort (acad, annee, code, jour, theme, introduction, deroule, kit, expo_titre, expo_du, expo_au,
    expo_lieu, palmares_url, publie_le)
  values (:acad, :annee, :code, :jour, :theme, :introduction, :deroule, :kit, :expoTitre, :expoDu?::date, :expoAu?::date, :expoLieu, :palmares,
    case when :publier then acces.maintenant() end)
  on conflict do nothing

-- changerEdition
update prevention.temps_fort set jour = :jour, theme = :theme, introduction = :introduction, deroule = :deroule, kit = :kit, expo_titre = :expoTitre, expo_du = :expoDu?::date,
    expo_au = :expoAu?::date, expo_lieu = :expoLieu, palmares_url = :palmares,
    publie_le = case when :publier then coalesce(publie_le, acces.maintenant()) end, version = version + 1
  where acad = :acad and annee = :annee and code = :code and version = :version
