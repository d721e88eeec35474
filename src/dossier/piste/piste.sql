-- pistes
select p.id, p.methode, p.type, p.duree_avant, p.contre, p.contenu, p.engagee_le, p.parole, p.issue, p.finie_le, p.version, p.transmission,
    a.prenom, a.nom
  from confidentiel.piste p join annuaire.agent a on a.acad = p.acad and a.id = p.engagee_par
  where p.acad = :acad and p.fil = :fil order by p.engagee_le, p.id

-- decisions
select x.id, x.piste, x.decision, x.parole, x.sanction, x.quantite, x.sursis, x.personne, x.contenu, x.le, a.prenom, a.nom
  from confidentiel.piste_decision x join annuaire.agent a on a.acad = x.acad and a.id = x.par
  where x.acad = :acad and x.fil = :fil order by x.le, x.id

-- etapes
select x.id, x.piste, x.etape, x.jour, x.jours, x.personne, x.parole, x.contenu, a.prenom, a.nom
  from confidentiel.piste_etape x join annuaire.agent a on a.acad = x.acad and a.id = x.par
  where x.acad = :acad and x.fil = :fil order by x.jour, x.le, x.id

-- intervenants
select id, cote, agent, identite, jeton, retire_le from confidentiel.intervenant where acad = :acad and fil = :fil order by le, id

-- cotes
-- Those of the shared concern that runs: an earlier one had its own, which its talks keep.
select c.personne, c.cote from confidentiel.eleve_cote c
  join confidentiel.piste p on p.acad = c.acad and p.fil = c.fil and p.id = c.piste and p.issue is null
  where c.acad = :acad and c.fil = :fil

-- rencontres
select r.id, r.piste, r.personne, r.intervenant, r.cote, r.jour, to_char(r.debut, 'HH24:MI') as debut, r.duree, r.lieu, r.constat,
    r.suite, r.contenu, r.tenue_le, r.note_par, a.prenom, a.nom
  from confidentiel.rencontre r left join annuaire.agent a on a.acad = r.acad and a.id = r.note_par
  where r.acad = :acad and r.fil = :fil order by coalesce(r.tenue_le, r.jour), r.debut, r.id

-- secteur
select secteur from annuaire.etablissement where acad = :acad and etab = :etab

-- quoi | nonnull: quoi
-- What the attached reports tell: it speaks for or against a method.
select distinct q.quoi from confidentiel.rattachement r
  join confidentiel.signalement s on s.acad = r.acad and s.id = r.fil cross join unnest(s.quoi) as q (quoi)
  where r.acad = :acad and r.dossier = :dossier and r.defait_le is null

-- transmises
-- What was transmitted: a judicial track may come from it.
select id, destinataire, jour from confidentiel.transmission where acad = :acad and fil = :fil and decision = 'oui' and attente is null order by jour, id
