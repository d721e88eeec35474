-- jeTiens | nonnull: agent
select unnest(acces.je_tiens()) as agent

-- ouvrir | nonnull: agent, mode
-- Those whose desk I keep, and what goes before every list of this page: its plans are the same whoever asks, and looking for better
-- ones each time took longer than reading the page.
with plans as materialized (select set_config('plan_cache_mode', 'force_generic_plan', true) as mode)
  select unnest(acces.je_tiens()) as agent, plans.mode from plans

-- miens | nonnull: retard, qualifie
-- What waits for me in dossiers that I answer for, soonest first.
select d.id, d.numero, d.etat, d.echeance, d.urgences, d.version, d.responsable, e.nom as ecole, e.commune, d.echeance <= :maintenant as retard,
    d.etat = 'evaluation' and exists (select from confidentiel.qualification q where q.acad = d.acad and q.fil = d.id) as qualifie
  from (select * from confidentiel.dossier d
    where d.acad = :acad and d.responsable = any (:agents::uuid[]) and d.echeance is not null and d.echeance < :avant
    order by d.echeance, d.id limit 60) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  order by d.echeance, d.id

-- comptes | nonnull: ouverts, retard, nouveaux
select count(*)::int as ouverts, count(*) filter (where d.echeance <= :maintenant)::int as retard,
    count(*) filter (where d.etat in ('recu', 'rouvert'))::int as nouveaux
  from confidentiel.dossier d where d.acad = :acad and d.responsable = any (:agents::uuid[]) and d.echeance is not null

-- nouveaux
-- Handed to me and not yet taken in charge.
select d.id, d.numero, d.etat, d.echeance, d.urgences, d.version, e.nom as ecole, e.commune
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = :acad and d.responsable = any (:agents::uuid[]) and d.echeance is not null and d.etat in ('recu', 'rouvert')
  order by d.echeance, d.id limit 30

-- promis
-- What I promised, or what is asked of me.
select p.id, p.nature, p.objet, p.le, p.pour, d.numero, e.nom as ecole
  from (select * from confidentiel.prevu p where p.acad = :acad and p.pour = any (:agents::uuid[]) and p.issue is null and p.le < :avant
    order by p.le, p.id limit 60) p
  join confidentiel.dossier d on d.acad = p.acad and d.id = p.fil
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  order by p.le, p.id

-- attendus
-- What others promised in the dossiers that I answer for.
select p.id, p.nature, p.objet, p.le, p.pour, d.numero, e.nom as ecole, a.prenom, a.nom
  from confidentiel.dossier d
  join confidentiel.prevu p on p.acad = d.acad and p.fil = d.id and p.issue is null and p.pour <> all (:agents::uuid[])
  join annuaire.agent a on a.acad = p.acad and a.id = p.pour
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = :acad and d.responsable = any (:agents::uuid[]) and d.echeance is not null
  order by p.le, p.id limit 30

-- appels
-- Notes in which a colleague called me, not read yet.
select m.note, m.le, d.numero, e.nom as ecole, a.prenom, a.nom
  from (select * from confidentiel.mention m where m.acad = :acad and m.agent = :moi and m.lue_le is null order by m.le limit 30) m
  join confidentiel.dossier d on d.acad = m.acad and d.id = m.fil
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent a on a.acad = m.acad and a.id = m.par
  order by m.le

-- visites
-- Support that somebody waits for or that I give: who comes, when. What a colleague had taken comes to all of the level that was asked
-- once it is late, or once they hold no post any more; what was done for somebody who has left, to those of their place.
select p.id, p.nature, p.etat, p.echeance, p.rendez_vous, p.repondant, p.demande_par, e.nom as ecole, a.prenom, a.nom,
    r.prenom as r_prenom, r.nom as r_nom
  from confidentiel.appui p
  join annuaire.agent a on a.acad = p.acad and a.id = p.demande_par
  left join annuaire.agent r on r.acad = p.acad and r.id = p.repondant
  left join annuaire.etablissement e on e.acad = p.acad and e.etab = p.etab
  where p.acad = :acad and p.etat in ('demande', 'pris', 'fait')
    and (p.repondant = any (:agents::uuid[]) or (p.etat = 'fait' and p.demande_par = :moi)
      or (p.etat in ('demande', 'pris') and p.demande_par = :moi and p.echeance <= :maintenant)
      or ((p.etat = 'demande' or (p.etat = 'pris' and p.demande_par <> :moi and (p.echeance <= :maintenant
            or not exists (select from annuaire.mandat m where m.acad = p.acad and m.agent = p.repondant and m.du <= :maintenant
              and (m.au is null or m.au > :maintenant)))))
          and ((p.vers = 'departement' and p.dept = any (:depts::text[])) or p.acad = any (:acads::text[])))
      or (p.etat = 'fait' and p.repondant <> :moi
          and (p.portee_etab = any (:etabs::text[]) or p.portee_circo = any (:circos::text[]) or p.portee_dept = any (:depts::text[]))
          and not exists (select from annuaire.mandat m where m.acad = p.acad and m.agent = p.demande_par and m.du <= :maintenant
            and (m.au is null or m.au > :maintenant))))
  order by coalesce(p.rendez_vous, p.echeance), p.id limit 30

-- suivis
-- Those that I follow with whoever answers for them, and those that were handed to me, for a part of the work.
select d.id, d.numero, d.etat, d.echeance, d.urgences, e.nom as ecole, e.commune, a.prenom, a.nom
  from confidentiel.dossier d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent a on a.acad = d.acad and a.id = d.responsable
  where d.acad = :acad and d.echeance is not null and d.responsable <> all (:agents::uuid[])
    and d.id in (
      select c.fil from confidentiel.accompagnant c where c.acad = :acad and c.agent = :moi and c.au is null
      union all select unnest((select acces.mes_octrois())::uuid[]))
  order by d.echeance, d.id limit 30

-- remontes | nonnull: id, numero, etat, urgences, niveau
-- Late enough below me that it is mine to ask. `t`: the instants of the first, second and third level above (limites.ts); a danger is
-- told sooner, and was noted when it was.
select d.id, d.numero, d.etat, d.echeance, d.urgences, d.niveau, e.nom as ecole, e.commune, a.prenom, a.nom
  from (
    (select d.* from confidentiel.dossier d
      where d.acad = :acad and d.portee_circo = any (:circos::text[]) and d.echeance <= :maintenant and d.niveau = 'etablissement'
        and (d.echeance <= (:t::timestamptz[])[1] or (d.alerte >= 3 and d.alerte_pour = d.echeance))
      order by d.echeance limit 30)
    union all
    (select d.* from confidentiel.dossier d
      where d.acad = :acad and d.portee_dept = any (:depts::text[]) and d.echeance <= :maintenant and d.niveau in ('etablissement', 'circonscription')
        and (d.echeance <= (:t::timestamptz[])[case when d.niveau = 'etablissement' and d.circo is not null then 2 else 1 end]
          or (d.alerte >= 4 and d.alerte_pour = d.echeance))
      order by d.echeance limit 30)
    union all
    (select d.* from confidentiel.dossier d
      where d.acad = any (:acads::text[]) and d.echeance <= :maintenant and d.niveau <> 'academie'
        and (d.echeance <= (:t::timestamptz[])[case when d.niveau = 'departement' then 1 when d.niveau = 'etablissement' and d.circo is not null then 3 else 2 end]
          or (d.alerte >= 5 and d.alerte_pour = d.echeance))
      order by d.echeance limit 30)) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent a on a.acad = d.acad and a.id = d.responsable
  where d.responsable <> all (:agents::uuid[])
  order by d.echeance, d.id limit 30

-- ecartes | nonnull: id, numero
-- « N'est pas du harcèlement », decided by a school alone, and nobody of the level above has read it since: the circonscription for an
-- école, else the département.
select d.id, d.numero, d.clos_le, d.urgences, e.nom as ecole, e.commune, a.prenom, a.nom
  from (
    select d.* from confidentiel.dossier d
      where d.acad = :acad and d.etat = 'ecarte' and d.niveau = 'etablissement' and d.clos_le > :depuis
        and (d.portee_circo = any (:circos::text[]) or (d.circo is null and d.portee_dept = any (:depts::text[])))) d
  join confidentiel.fait f on f.acad = d.acad and f.fil = d.id and f.verbe = 'dossier.ecarter' and f.le >= d.clos_le and f.qualite = 'chef'
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent a on a.acad = d.acad and a.id = f.par
  where not exists (
    select from confidentiel.consultation c join annuaire.mandat m on m.acad = c.acad and m.agent = c.agent
      where c.acad = d.acad and c.fil = d.id and c.le > d.clos_le
        and (m.circo = d.circo or (d.circo is null and m.dept = d.dept)) and m.du <= c.le and (m.au is null or m.au > c.le))
  order by d.clos_le, d.id limit 30

-- orphelins | nonnull: fil, genre, qui, raison
select fil, genre, qui, raison, jusqu_a from confidentiel.a_reattribuer(:horizon)
