-- noter
-- Zero rows: this very talk had been written already.
insert into confidentiel.entretien (acad, id, fil, suite, version, personne, role, issue, adultes, contenu, le, par, qualite, ecrit_le)
  values (:acad, :id, :fil, :suite, :version, :personne, :role, :issue, :adultes, :contenu, :le, (select acces.moi()), :qualite,
    (select acces.maintenant()))
  on conflict do nothing

-- derniers
-- Each talk as it reads now.
select * from (
  select distinct on (e.suite) e.id, e.suite, e.version, e.personne, e.role, e.issue, e.adultes, e.contenu, e.le, e.par, e.ecrit_le,
      a.prenom, a.nom
    from confidentiel.entretien e join annuaire.agent a on a.acad = e.acad and a.id = e.par
    where e.acad = :acad and e.fil = :fil order by e.suite, e.version desc) d
  order by d.le desc, d.id desc

-- versions
-- One talk as it was written each time, newest first.
select e.id, e.suite, e.version, e.personne, e.role, e.issue, e.adultes, e.contenu, e.le, e.par, e.ecrit_le, a.prenom, a.nom
  from confidentiel.entretien e join annuaire.agent a on a.acad = e.acad and a.id = e.par
  where e.acad = :acad and e.fil = :fil and e.suite = :suite order by e.version desc

-- adultes | nonnull: id, prenom, nom
-- Who may have led a talk: whoever sees the dossier, and the équipe ressource of its school.
select a.id, a.prenom, a.nom from annuaire.agent a
  where a.acad = :acad and (a.id in (select l.agent from acces.lecteurs(:fil) l)
    or a.id in (select m.agent from annuaire.mandat m where m.acad = :acad and m.etab = :etab and m.role in ('equipe', 'coordonnateur', 'chef')
      and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())))
  order by a.nom, a.prenom, a.id

-- noms
select id, prenom, nom from annuaire.agent where acad = :acad and id = any (:ids::uuid[])
