-- transmissions | nonnull: scellee | nullable: lu_prenom, lu_nom, retiree_prenom, retiree_nom
select t.id, t.destinataire, t.decision, t.gravite, t.parents, t.base, t.jour, t.contenu, t.qualite, t.le, t.par, a.prenom, a.nom,
    t.attente, t.sans_relecture, t.relire_avant, t.feuille is not null as scellee, t.lu_par, t.lu_le, t.avis, t.avis_raison, t.version,
    l.prenom as lu_prenom, l.nom as lu_nom, t.retiree_par, t.retiree_le, t.retiree_raison, r.prenom as retiree_prenom, r.nom as retiree_nom
  from confidentiel.transmission t join annuaire.agent a on a.acad = t.acad and a.id = t.par
    left join annuaire.agent l on l.acad = t.acad and l.id = t.lu_par
    left join annuaire.agent r on r.acad = t.acad and r.id = t.retiree_par
  where t.acad = :acad and t.fil = :fil order by t.le, t.id

-- feuille
-- The sheet as it was sealed with the decision.
select feuille, empreinte from confidentiel.transmission where acad = :acad and fil = :fil and id = :id

-- suites
select s.id, s.transmission, s.issue, s.jour, s.contenu, s.le, a.prenom, a.nom
  from confidentiel.transmission_suite s join annuaire.agent a on a.acad = s.acad and a.id = s.par
  where s.acad = :acad and s.fil = :fil order by s.le, s.id

-- decider
insert into confidentiel.transmission (acad, id, fil, destinataire, decision, gravite, parents, base, jour, contenu, attente, sans_relecture,
    relire_avant, feuille, empreinte, par, qualite, le)
  values (:acad, :id, :fil, :destinataire, :decision, :gravite?, :parents?, :base?, :jour, :contenu, :attente?, :sansRelecture?,
    :relireAvant?, :feuille?, :empreinte?, acces.moi(), :qualite, acces.maintenant())
  on conflict do nothing

-- relire
-- By another person than whoever decided it: what waited is ready or to be done again, what had left stays so, what is withdrawn is read
-- no more.
update confidentiel.transmission set lu_par = acces.moi(), lu_le = acces.maintenant(), avis = :avis, avis_raison = :raison?,
    attente = case when attente = 'a_relire' then case :avis when 'accord' then 'relue' else 'refusee' end end, version = version + 1
  where acad = :acad and fil = :fil and id = :id and version = :version and relire_avant is not null and lu_par is null
    and par <> acces.moi() and attente is distinct from 'retiree'

-- retirer
-- It never leaves: from the version on the screen, whoever reads it or has it leave at the same instant.
update confidentiel.transmission set attente = 'retiree', retiree_par = acces.moi(), retiree_le = acces.maintenant(),
    retiree_raison = :raison, version = version + 1
  where acad = :acad and fil = :fil and id = :id and version = :version and attente in ('a_relire', 'relue', 'refusee')

-- enAttente
-- With its ciphertext, to be carried under the key of another dossier.
select id, destinataire, attente, relire_avant, par, contenu, feuille, empreinte, avis_raison from confidentiel.transmission
  where acad = :acad and fil = :fil and attente in ('a_relire', 'relue', 'refusee') order by le, id for update

-- porter
update confidentiel.transmission set fil = :vers, contenu = :contenu, feuille = :feuille?, avis_raison = :avisRaison?, version = version + 1
  where acad = :acad and fil = :fil and id = :id and attente in ('a_relire', 'relue', 'refusee')

-- voitEncore | nonnull: voit
select coalesce(acces.voit_encore(:acad, :agent, :fil), false) as voit

-- partir
-- What waited leaves: read and agreed to, or with the reason why it cannot wait any longer.
update confidentiel.transmission set attente = null, sans_relecture = :sansRelecture?, relire_avant = :relireAvant, jour = :jour,
    contenu = :contenu, version = version + 1
  where acad = :acad and fil = :fil and id = :id and version = :version
    and (attente = 'relue' or (attente = 'a_relire' and :sansRelecture?::text is not null))

-- suivre
insert into confidentiel.transmission_suite (acad, id, fil, transmission, issue, jour, contenu, par, le)
  values (:acad, :id, :fil, :transmission, :issue, :jour, :contenu, acces.moi(), acces.maintenant())
  on conflict do nothing
