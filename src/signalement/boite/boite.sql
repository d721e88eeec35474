-- boite | nonnull: nouveau | nullable: prenom, nom
-- One branch a level: the scope predicate is repeated for speed, the policies stay for safety.
with portee as (
  select s.id from confidentiel.signalement s where s.acad = :acad and s.portee_etab = any (:etabs::text[]) and s.etat = any (:etats::text[])
  union
  select s.id from confidentiel.signalement s where s.acad = :acad and s.portee_circo = any (:circos::text[]) and s.etat = any (:etats::text[])
  union
  select s.id from confidentiel.signalement s where s.acad = :acad and s.portee_dept = any (:depts::text[]) and s.etat = any (:etats::text[])
  union
  select s.id from confidentiel.signalement s where s.acad = :acad and s.acad = any (:acads::text[]) and s.etat = any (:etats::text[])
  union
  select s.id from confidentiel.signalement s where s.acad = :acad and s.id = any ((select acces.mes_octrois())::uuid[]) and s.etat = any (:etats::text[])
), page as (
  select s.*, (s.urgences = '{}')::int as apres, coalesce(s.echeance, s.clos_le) as date_cle
  from portee p join confidentiel.signalement s on s.acad = :acad and s.id = p.id
)
select s.id, s.recu_le, s.etat, s.echeance, s.canal, s.declarant, s.quoi, s.urgences, s.niveau, s.pris_par, s.clos_le, s.clos_motif,
    s.repondu_le, e.nom as ecole, e.type, e.commune, s.dept, a.prenom, a.nom,
    exists (select from confidentiel.message m where m.acad = s.acad and m.fil = s.id and m.auteur = 'declarant' and m.lu_le is null) as nouveau
  from page s
  join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
  left join annuaire.agent a on a.acad = s.acad and a.id = s.pris_par
  where (not :libres or s.pris_par is null)
    and (:pris?::uuid is null or s.pris_par = :pris)
    and (:avant?::timestamptz is null or s.echeance < :avant)
    and (:dept?::text is null or s.dept = :dept)
    and (:type?::text is null or e.type = :type)
    and (:canal?::text is null or s.canal = :canal)
    and (:apresDate?::timestamptz is null or case when :clos
      then (s.date_cle, s.id) < (:apresDate?, :apresId?)
      else (s.apres, s.date_cle, s.id) > (:apresRang?::int, :apresDate, :apresId?::uuid) end)
  order by case when :clos then 0 else s.apres end, case when :clos then s.date_cle end desc, case when not :clos then s.date_cle end,
    case when :clos then s.id end desc, s.id
  limit :n

-- comptes | nonnull: a_prendre, a_moi, en_retard, tous
-- What waits, in this agent's scope.
select count(*) filter (where s.pris_par is null)::int as a_prendre, count(*) filter (where s.pris_par = :moi)::int as a_moi,
    count(*) filter (where s.echeance < :maintenant)::int as en_retard, count(*)::int as tous
  from confidentiel.signalement s
  where s.acad = :acad and s.etat in ('recu', 'pris_en_charge')
    and (s.portee_etab = any (:etabs::text[]) or s.portee_circo = any (:circos::text[]) or s.portee_dept = any (:depts::text[])
      or s.acad = any (:acads::text[]) or s.id = any ((select acces.mes_octrois())::uuid[]))
