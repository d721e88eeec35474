// Generated from alerte.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type AcademiesRow = { acad: string }
export const academies: Statement<{}, AcademiesRow> = {
  name: 'dossier.alerte.alerte.academies',
  text: `select acad from annuaire.academie order by acad`,
  params: [],
}

export type ReglagesRow = { code: string; valeur: string; raison: string }
export const reglages: Statement<{ acad: string }, ReglagesRow> = {
  name: 'dossier.alerte.alerte.reglages',
  text: `select distinct on (code) code, valeur, raison from annuaire.reglage where acad = $1 order by code, le desc`,
  params: ['acad'],
}

/** Tomorrow it will be due: whoever is responsible. A step told for another due date counts for nothing. */
export type VeilleRow = {}
export const veille: Statement<{ acad: string; maintenant: Date; demain: Date }, VeilleRow> = {
  name: 'dossier.alerte.alerte.veille',
  text: `with dus as (
    update confidentiel.dossier d set alerte = 1, alerte_pour = d.echeance
    where d.acad = $1 and d.echeance > $2 and d.echeance < $3
      and (d.alerte_pour is distinct from d.echeance or d.alerte < 1)
    returning d.acad, d.id, d.responsable)
insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', id, responsable, $2, $2 from dus`,
  params: ['acad', 'maintenant', 'demain'],
}

export type RetardRow = {}
export const retard: Statement<{ acad: string; maintenant: Date; ouvert: boolean }, RetardRow> = {
  name: 'dossier.alerte.alerte.retard',
  text: `with dus as (
    update confidentiel.dossier d set alerte = 2, alerte_pour = d.echeance
    where d.acad = $1 and d.echeance <= $2 and (d.alerte_pour is distinct from d.echeance or d.alerte < 2)
      and ($3::boolean or (d.urgences <> '{}' and d.protege_le is null))
    returning d.acad, d.id, d.responsable)
insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', id, responsable, $2, $2 from dus`,
  params: ['acad', 'maintenant', 'ouvert'],
}

/** Still late: one level up, with a fact. `pas` 3 is the circonscription, 4 the département, 5 the académie. A danger that nothing protects from is counted in real hours (`dangers`), everything else in school days (`limites`), on school days only. */
export type MonterRow = {}
export const monter: Statement<{ pas: number; acad: string; maintenant: Date; dangers: readonly Date[]; limites: readonly Date[]; niveau: string }, MonterRow> = {
  name: 'dossier.alerte.alerte.monter',
  text: `with dus as (
    update confidentiel.dossier d set alerte = $1::smallint
    where d.acad = $2 and d.echeance <= $3 and d.alerte_pour = d.echeance and d.alerte < $1::smallint
      and case $1::smallint
        when 3 then d.niveau = 'etablissement' and d.circo is not null
        when 4 then d.niveau in ('etablissement', 'circonscription')
        else d.niveau <> 'academie' end
      and d.echeance <= (case when d.urgences <> '{}' and d.protege_le is null then $4::timestamptz[] else $5::timestamptz[] end)[
        case when $1::smallint = 3 then 1
          when $1::smallint = 4 then case when d.niveau = 'etablissement' and d.circo is not null then 2 else 1 end
          when d.niveau = 'departement' then 1
          when d.niveau = 'etablissement' and d.circo is not null then 3
          else 2 end]
    returning d.acad, d.id, d.etab, d.circo, d.dept, d.echeance),
  faits as (
    insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, detail, precedent, empreinte)
      select acad, id, 0, 'dossier.alerter', null, 'systeme', '-infinity',
        jsonb_build_object('niveau', $6::text, 'echeance', echeance), '', '' from dus)
insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', id, $6, etab, circo, dept, $3, $3 from dus`,
  params: ['pas', 'acad', 'maintenant', 'dangers', 'limites', 'niveau'],
}

export type PrevusVeilleRow = {}
export const prevusVeille: Statement<{ acad: string; maintenant: Date; demain: Date }, PrevusVeilleRow> = {
  name: 'dossier.alerte.alerte.prevusVeille',
  text: `with dus as (
    update confidentiel.prevu p set alerte = 1, alerte_pour = p.le
    where p.acad = $1 and p.issue is null and p.le > $2 and p.le < $3
      and (p.alerte_pour is distinct from p.le or p.alerte < 1)
    returning p.acad, p.fil, p.pour)
insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', fil, pour, $2, $2 from dus`,
  params: ['acad', 'maintenant', 'demain'],
}

export type PrevusRetardRow = {}
export const prevusRetard: Statement<{ acad: string; maintenant: Date }, PrevusRetardRow> = {
  name: 'dossier.alerte.alerte.prevusRetard',
  text: `with dus as (
    update confidentiel.prevu p set alerte = 2, alerte_pour = p.le
    where p.acad = $1 and p.issue is null and p.le <= $2 and (p.alerte_pour is distinct from p.le or p.alerte < 2)
    returning p.acad, p.fil, p.pour)
insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', fil, pour, $2, $2 from dus`,
  params: ['acad', 'maintenant'],
}

/** Support that was asked for and is late: the level that was asked, and whoever had taken it. */
export type AppuisRetardRow = {}
export const appuisRetard: Statement<{ acad: string; maintenant: Date }, AppuisRetardRow> = {
  name: 'dossier.alerte.alerte.appuisRetard',
  text: `with dus as (
    update confidentiel.appui a set alerte = 1, alerte_pour = a.echeance
    where a.acad = $1 and a.echeance <= $2 and (a.alerte_pour is distinct from a.echeance or a.alerte < 1)
    returning a.acad, a.id, a.vers, a.etab, a.circo, a.dept, a.repondant)
insert into machine.courriel (id, acad, modele, fil, agent, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', id, null, vers, etab, circo, dept, $2, $2 from dus
  union all
  select gen_random_uuid(), acad, 'rappel', id, repondant, null, null, null, null, $2, $2 from dus where repondant is not null`,
  params: ['acad', 'maintenant'],
}

/** Still late: the académie. */
export type AppuisMonterRow = {}
export const appuisMonter: Statement<{ acad: string; limite: Date; maintenant: Date }, AppuisMonterRow> = {
  name: 'dossier.alerte.alerte.appuisMonter',
  text: `with dus as (
    update confidentiel.appui a set alerte = 2
    where a.acad = $1 and a.alerte_pour = a.echeance and a.alerte = 1 and a.vers = 'departement' and a.echeance <= $2
    returning a.acad, a.id, a.etab, a.circo, a.dept)
insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'rappel', id, 'academie', etab, circo, dept, $3, $3 from dus`,
  params: ['acad', 'limite', 'maintenant'],
}

/** Read, ready to leave or to be mended, and whoever decided it sees the dossier no more: whoever answers for it is expected to. */
export type HeriterRow = {}
export const heriter: Statement<{ acad: string; maintenant: Date }, HeriterRow> = {
  name: 'dossier.alerte.alerte.heriter',
  text: `with perdus as (
    update confidentiel.prevu p set pour = d.responsable from confidentiel.dossier d
    where p.acad = $1 and p.issue is null and p.nature = 'transmission_relue' and d.acad = p.acad and d.id = p.fil
      and d.responsable <> p.pour
      and acces.fin_de_vue(p.acad, p.pour, p.fil, d.portee_etab, d.portee_circo, d.portee_dept) is null
    returning p.acad, p.fil, p.objet, p.pour),
  faits as (
    insert into confidentiel.fait (acad, fil, rang, verbe, par, qualite, le, detail, precedent, empreinte)
      select acad, fil, 0, 'dossier.heriter', null, 'systeme', '-infinity',
        jsonb_build_object('transmission', objet, 'vers', pour), '', '' from perdus)
insert into machine.courriel (id, acad, modele, fil, agent, cree_le, prochain_le)
  select gen_random_uuid(), acad, 'nouveau', fil, pour, $2, $2 from perdus`,
  params: ['acad', 'maintenant'],
}
