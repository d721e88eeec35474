-- ecole
select etab, nom, type, commune, dept, circo from annuaire.etablissement where acad = :acad and etab = :etab and etat <> 'ferme'

-- miennes
-- The schools where this agent holds a post: the short list of a head or a coordonnateur.
select etab, nom, commune from annuaire.etablissement where acad = :acad and etab = any (:etabs::text[]) and etat <> 'ferme' order by nom

-- accueil | nonnull: dept, type, niveau
select dept, circo, type, niveau from annuaire.accueil(:acad, :etab, :saufEtablissement)

-- inserer
-- Zero rows: this very form has been sent already.
insert into confidentiel.signalement (acad, id, dept, circo, etab, niveau, canal, langue, declarant, quoi, lieux, depuis, frequence,
    auteurs, informes, danger, urgences, contenu, faits_du, faits_au, saisi_par, recu_le, echeance, contact)
  values (:acad, :id, :dept, :circo?, :etab, :niveau, :canal, 'fr', :declarant, :quoi, :lieux, :depuis?, :frequence?,
    :auteurs?, :informes, :danger?, :urgences, :contenu, :faitsDu?, :faitsAu?, acces.moi(), acces.maintenant(), :echeance, :contact)
  on conflict do nothing

-- poserJetons
insert into confidentiel.jeton_nom (acad, etab, fil, jeton)
  select :acad, :etab, :fil, j from unnest(:jetons::bytea[]) j on conflict do nothing

-- poserSuivi | nonnull: fait
select acces.poser_suivi(:empreinte, :fil) as fait

-- monter
select confidentiel.monter_niveau(:acad, :id, :echeance, 1, false) as niveau
