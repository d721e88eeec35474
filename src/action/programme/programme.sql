-- annees
-- What one school declared of itself, the newest year first.
select annee, effectifs, ambassadeurs, parents, charte_le, version from prevention.programme
  where acad = :acad and etab = :etab order by annee desc

-- poser
insert into prevention.programme (acad, etab, annee, dept, circo, effectifs, ambassadeurs, parents, charte_le, par, le)
  select e.acad, e.etab, :annee, e.dept, e.circo, :effectifs::jsonb, :ambassadeurs?::integer, :parents?::integer, :charteLe?::date,
    acces.moi(), acces.maintenant()
  from annuaire.etablissement e where e.acad = :acad and e.etab = :etab
  on conflict do nothing

-- changer
update prevention.programme set effectifs = :effectifs::jsonb, ambassadeurs = :ambassadeurs?::integer, parents = :parents?::integer,
    charte_le = :charteLe?::date, par = acces.moi(), le = acces.maintenant(), version = version + 1
  where acad = :acad and etab = :etab and annee = :annee and version = :version

-- seances
-- What counts as hours of a year: declared to the département and with a duration. A draft, or what was sent back, does not.
select etab, niveaux, duree, atteints, au from prevention.action
  where acad = :acad and annee = :annee and duree is not null and etat in ('proposee', 'validee', 'publiee')
    and (:toute::boolean or etab = any (:etabs::text[]) or circo = any (:circos::text[]) or dept = any (:depts::text[]))

-- declares | nullable: charteLe
-- Every school of a territory that is open, with what it declared of this year; a charter of an earlier year still binds.
select e.etab, e.nom, e.commune, e.type, e.dept, p.effectifs, p.ambassadeurs, p.parents,
    (select max(q.charte_le) from prevention.programme q where q.acad = e.acad and q.etab = e.etab) as "charteLe"
  from annuaire.etablissement e
  left join prevention.programme p on p.acad = e.acad and p.etab = e.etab and p.annee = :annee
  where e.acad = :acad and e.etat <> 'ferme' and (:toute::boolean or e.dept = any (:depts::text[]) or e.circo = any (:circos::text[]))
