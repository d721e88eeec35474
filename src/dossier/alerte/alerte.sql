-- academies
select acad from annuaire.academie order by acad

-- reglages
select distinct on (code) code, valeur, raison from annuaire.reglage where acad = :acad order by code, le desc

-- veille
-- Tomorrow it will be due: whoever is responsible. A step told for another due date counts for nothing.
with dus as (
    update confidentiel.dossier d set alerte = 1, alerte_pour = d.echeance
    where d.acad = :acad and d.echeance > :maintenant and d.echeance < :demain
      and (d.alerte_pour is distinct from d.echeance or d.alerte < 1)
    returning d.acad, d.id, d.responsable)
insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', id, responsable, :maintenant, :maintenant from dus

-- retard
with dus as (
    update confidentiel.dossier d set alerte = 2, alerte_pour = d.echeance
    where d.acad = :acad and d.echeance <= :maintenant and (d.alerte_pour is distinct from d.echeance or d.alerte < 2)
      and (:ouvert::boolean or (d.urgences <> '{}' and d.protege_le is null))
    returning d.acad, d.id, d.responsable)
insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', id, responsable, :maintenant, :maintenant from dus

-- monter
-- Still late: one level up, with a fact. `pas` 3 is the circonscription, 4 the département, 5 the académie. A danger that nothing
-- protects from is counted in real hours (`dangers`), everything else in school days (`limites`), on school days only.
with dus as (
    update confidentiel.dossier d set alerte = :pas::smallint
    where d.acad = :acad and d.echeance <= :maintenant and d.alerte_pour = d.echeance and d.alerte < :pas::smallint
      and case :pas::smallint
        when 3 then d.niveau = 'etablissement' and d.circo is not null
        when 4 then d.niveau in ('etablissement', 'circonscription')
        else d.niveau <> 'academie' end
      and d.echeance <= (case when d.urgences <> '{}' and d.protege_le is null then :dangers::timestamptz[] else :limites::timestamptz[] end)[
        case when :pas::smallint = 3 then 1
          when :pas::smallint = 4 then case when d.niveau = 'etablissement' and d.circo is not null then 2 else 1 end
          when d.niveau = 'departement' then 1
          when d.niveau = 'etablissement' and d.circo is not null then 3
          else 2 end]
    returning d.acad, d.id, d.etab, d.circo, d.dept, d.echeance),
  faits as (
    insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, detail, precedent, empreinte)
      select acad, id, 0, 'dossier.alerter', null, 'systeme', '-infinity',
        jsonb_build_object('niveau', :niveau::text, 'echeance', echeance), '', '' from dus)
insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', id, :niveau, etab, circo, dept, :maintenant, :maintenant from dus

-- prevusVeille
with dus as (
    update confidentiel.prevu p set alerte = 1, alerte_pour = p.le
    where p.acad = :acad and p.issue is null and p.le > :maintenant and p.le < :demain
      and (p.alerte_pour is distinct from p.le or p.alerte < 1)
    returning p.acad, p.fil, p.pour)
insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', fil, pour, :maintenant, :maintenant from dus

-- prevusRetard
with dus as (
    update confidentiel.prevu p set alerte = 2, alerte_pour = p.le
    where p.acad = :acad and p.issue is null and p.le <= :maintenant and (p.alerte_pour is distinct from p.le or p.alerte < 2)
    returning p.acad, p.fil, p.pour)
insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', fil, pour, :maintenant, :maintenant from dus

-- appuisRetard
-- Support that was asked for and is late: the level that was asked, and whoever had taken it.
with dus as (
    update confidentiel.appui a set alerte = 1, alerte_pour = a.echeance
    where a.acad = :acad and a.echeance <= :maintenant and (a.alerte_pour is distinct from a.echeance or a.alerte < 1)
    returning a.acad, a.id, a.vers, a.etab, a.circo, a.dept, a.repondant)
insert into machine.courriel (id, acad, modele, fil, agent, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', id, null, vers, etab, circo, dept, :maintenant, :maintenant from dus
  union all
  select gen_random_uuid(), acad, 'rappel', id, repondant, null, null, null, null, :maintenant, :maintenant from dus where repondant is not null

-- appuisMonter
-- Still late: the académie.
with dus as (
    update confidentiel.appui a set alerte = 2
    where a.acad = :acad and a.alerte_pour = a.echeance and a.alerte = 1 and a.vers = 'departement' and a.echeance <= :limite
    returning a.acad, a.id, a.etab, a.circo, a.dept)
insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', id, 'academie', etab, circo, dept, :maintenant, :maintenant from dus

-- heriter
-- Read, ready to leave or to be mended, and whoever decided it sees the dossier no more: whoever answers for it is expected to.
with perdus as (
    update confidentiel.prevu p set pour = d.responsable from confidentiel.dossier d
    where p.acad = :acad and p.issue is null and p.nature = 'transmission_relue' and d.acad = p.acad and d.id = p.fil
      and d.responsable <> p.pour
      and acces.fin_de_vue(p.acad, p.pour, p.fil, d.portee_etab, d.portee_circo, d.portee_dept) is null
    returning p.acad, p.fil, p.objet, p.pour),
  faits as (
    insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, detail, precedent, empreinte)
      select acad, fil, 0, 'dossier.heriter', null, 'systeme', '-infinity',
        jsonb_build_object('transmission', objet, 'vers', pour), '', '' from perdus)
insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'nouveau', fil, pour, :maintenant, :maintenant from perdus
