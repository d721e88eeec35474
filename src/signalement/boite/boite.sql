-- boite | nonnull: nouveau | nullable: prenom, nom
-- The scope predicate is repeated so that indexes serve it; the policies stay for safety. One reference to the table: each one
-- asks the session's scope anew. What costs a call a row (unread messages) is asked for the rows of the page only.
with page as materialized (
  select s.acad, s.id, s.recu_le, s.etat, s.echeance, s.canal, s.declarant, s.quoi, s.urgences, s.niveau, s.pris_par, s.clos_le,
      s.clos_motif, s.repondu_le, e.nom as ecole, e.type, e.commune, s.dept, (s.urgences = '{}')::int as apres,
      coalesce(s.echeance, s.clos_le) as date_cle
    from confidentiel.signalement s join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
    where s.acad = :acad and s.etat = any (:etats::text[])
      and (s.portee_etab = any (:etabs::text[]) or s.portee_circo = any (:circos::text[]) or s.portee_dept = any (:depts::text[])
        or s.acad = any (:acads::text[]) or s.id = any ((select acces.mes_octrois())::uuid[]))
      and (not :libres or s.pris_par is null)
      and (:pris?::uuid is null or s.pris_par = :pris)
      and (:avant?::timestamptz is null or s.echeance < :avant)
      and (:dept?::text is null or s.dept = :dept)
      and (:type?::text is null or e.type = :type)
      and (:canal?::text is null or s.canal = :canal)
      and (:apresDate?::timestamptz is null or case when :clos
        then (coalesce(s.echeance, s.clos_le), s.id) < (:apresDate, :apresId?::uuid)
        else ((s.urgences = '{}')::int, s.echeance, s.id) > (:apresRang?::int, :apresDate, :apresId) end)
    order by case when :clos then 0 else (s.urgences = '{}')::int end, case when :clos then s.clos_le end desc, s.echeance,
      case when :clos then s.id end desc, s.id
    limit :n
)
select p.id, p.recu_le, p.etat, p.echeance, p.canal, p.declarant, p.quoi, p.urgences, p.niveau, p.pris_par, p.clos_le, p.clos_motif,
    p.repondu_le, p.ecole, p.type, p.commune, p.dept, a.prenom, a.nom,
    exists (select from confidentiel.message m where m.acad = p.acad and m.fil = p.id and m.auteur = 'declarant' and m.lu_le is null) as nouveau
  from page p left join annuaire.agent a on a.acad = p.acad and a.id = p.pris_par
  order by case when :clos then 0 else p.apres end, case when :clos then p.date_cle end desc, case when not :clos then p.date_cle end,
    case when :clos then p.id end desc, p.id

-- comptes | nonnull: a_prendre, a_moi, en_retard, tous
-- What waits, in this agent's scope.
select count(*) filter (where s.pris_par is null)::int as a_prendre, count(*) filter (where s.pris_par = :moi)::int as a_moi,
    count(*) filter (where s.echeance < :maintenant)::int as en_retard, count(*)::int as tous
  from confidentiel.signalement s
  where s.acad = :acad and s.etat in ('recu', 'pris_en_charge')
    and (s.portee_etab = any (:etabs::text[]) or s.portee_circo = any (:circos::text[]) or s.portee_dept = any (:depts::text[])
      or s.acad = any (:acads::text[]) or s.id = any ((select acces.mes_octrois())::uuid[]))
