-- academies
select acad from annuaire.academie order by acad

-- rappeler
-- The date has passed: those who hold the report, and the person who has it. rappel_le is the date of the step already told,
-- so that each is told once, and a new date begins anew.
with dus as (
    update confidentiel.signalement s set rappel_le = s.echeance
    where s.acad = :acad and s.etat in ('recu', 'pris_en_charge') and s.echeance <= :maintenant
      and (s.rappel_le is null or s.rappel_le < s.echeance)
    returning s.acad, s.id, s.niveau, s.etab, s.circo, s.dept, s.pris_par)
insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, agent, cree_le, prochain_le)
  select gen_random_uuid(), d.acad, 'rappel', d.id, d.niveau, d.etab, d.circo, d.dept, null::uuid, :maintenant, :maintenant from dus d
  union all
  select gen_random_uuid(), d.acad, 'rappel', d.id, null, null, null, null, d.pris_par, :maintenant, :maintenant from dus d
    where d.pris_par is not null

-- rappelerAuDessus
-- A day later still nothing: one level up. For an école that is the circonscription, whose inspector may be away too: another day, and the
-- département is told, as it is at once for a collège. `pas`: how many levels above the one that holds it.
with dus as (
    update confidentiel.signalement s set rappel_le = s.echeance + :pas::int * interval '24 hours'
    where s.acad = :acad and s.etat in ('recu', 'pris_en_charge') and s.echeance <= :maintenant::timestamptz - :pas * interval '24 hours'
      and s.rappel_le >= s.echeance + (:pas - 1) * interval '24 hours' and s.rappel_le < s.echeance + :pas * interval '24 hours'
      and (:pas = 1 or (s.niveau = 'etablissement' and s.circo is not null))
    returning s.acad, s.id, s.niveau, s.etab, s.circo, s.dept)
insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), d.acad, 'rappel', d.id,
    case when :pas = 1 and d.niveau = 'etablissement' and d.circo is not null then 'circonscription'
      when d.niveau in ('etablissement', 'circonscription') then 'departement' else 'academie' end,
    d.etab, d.circo, d.dept, :maintenant, :maintenant from dus d
