-- membres
-- The équipe ressource of the school: who may be handed one dossier.
select a.id, a.prenom, a.nom from annuaire.mandat m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = :acad and m.etab = :etab and m.role = 'equipe' and m.du <= acces.maintenant()
    and (m.au is null or m.au > acces.maintenant()) order by a.nom, a.prenom

-- octrois | nonnull: id, agent, prenom, nom, motif, du
select id, agent, prenom, nom, motif, du, au from acces.octrois(:fil)

-- octroyer | nonnull: fait
select acces.octroyer(:id, :fil, :agent, :motif, :au) as fait

-- finir
select acces.finir_octroi(:id) as agent
