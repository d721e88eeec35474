-- aRelire | nonnull: genre, id, le, numero, ecole, prenom, nom, a_moi | nullable: avant, destinataire, attente
-- What others prepared or sent and that waits for a second reader, in what the caller may see; an extract has no date. `a_moi`: nobody
-- nearer than the caller could read it. The scope is repeated so that an index serves it.
select x.genre, x.id, x.le, x.avant, x.destinataire, x.attente, d.numero, s.nom as ecole, a.prenom, a.nom,
    coalesce(d.portee_etab = any (:etabs::text[]), false) or coalesce(
      acces.niveau_lecteur(d.acad, d.id, d.portee_etab, d.portee_circo, d.portee_dept, x.par)
        >= case when d.portee_circo = any (:circos::text[]) then 2 when d.portee_dept = any (:depts::text[]) then 3 else 4 end, true) as a_moi
  from (
    select 'extrait' as genre, e.acad, e.fil, e.id, e.le, e.par, null::timestamptz as avant, null::text as destinataire, e.etat as attente
      from confidentiel.extrait e where e.acad = :acad and e.etat = 'a_relire' and e.par <> :moi
    union all
    select 'transmission', t.acad, t.fil, t.id, t.le, t.par, t.relire_avant, t.destinataire, t.attente
      from confidentiel.transmission t
      where t.acad = :acad and t.relire_avant is not null and t.lu_par is null and t.par <> :moi and t.attente is distinct from 'retiree') x
  join confidentiel.dossier d on d.acad = x.acad and d.id = x.fil
  join annuaire.etablissement s on s.acad = d.acad and s.etab = d.etab
  join annuaire.agent a on a.acad = x.acad and a.id = x.par
  where d.portee_etab = any (:etabs::text[]) or d.portee_circo = any (:circos::text[]) or d.portee_dept = any (:depts::text[])
    or d.acad = any (:acads::text[])
  order by a_moi desc, x.avant nulls last, x.le, x.id limit 200
