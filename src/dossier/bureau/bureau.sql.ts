// Generated from bureau.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type JeTiensRow = { agent: string }
export const jeTiens: Statement<{}, JeTiensRow> = {
  name: 'dossier.bureau.bureau.jeTiens',
  text: `select unnest(acces.je_tiens()) as agent`,
  params: [],
}

/** Those whose desk I keep, and what goes before every list of this page: its plans are the same whoever asks, and looking for better ones each time took longer than reading the page. */
export type OuvrirRow = { agent: string; mode: string }
export const ouvrir: Statement<{}, OuvrirRow> = {
  name: 'dossier.bureau.bureau.ouvrir',
  text: `with plans as materialized (select set_config('plan_cache_mode', 'force_generic_plan', true) as mode)
  select unnest(acces.je_tiens()) as agent, plans.mode from plans`,
  params: [],
}

/** What waits for me in dossiers that I answer for, soonest first. */
export type MiensRow = { id: string; numero: string; etat: string; echeance: Date | null; urgences: string[]; version: number; responsable: string; ecole: string; commune: string; retard: boolean; qualifie: boolean }
export const miens: Statement<{ maintenant: Date; acad: string; agents: readonly string[]; avant: Date }, MiensRow> = {
  name: 'dossier.bureau.bureau.miens',
  text: `select d.id, d.numero, d.etat, d.echeance, d.urgences, d.version, d.responsable, e.nom as ecole, e.commune, d.echeance <= $1 as retard,
    d.etat = 'evaluation' and exists (select from confidentiel.qualification q where q.acad = d.acad and q.fil = d.id) as qualifie
  from (select * from confidentiel.dossier d
    where d.acad = $2 and d.responsable = any ($3::uuid[]) and d.echeance is not null and d.echeance < $4
    order by d.echeance, d.id limit 60) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  order by d.echeance, d.id`,
  params: ['maintenant', 'acad', 'agents', 'avant'],
}

export type ComptesRow = { ouverts: number; retard: number; nouveaux: number }
export const comptes: Statement<{ maintenant: Date; acad: string; agents: readonly string[] }, ComptesRow> = {
  name: 'dossier.bureau.bureau.comptes',
  text: `select count(*)::int as ouverts, count(*) filter (where d.echeance <= $1)::int as retard,
    count(*) filter (where d.etat in ('recu', 'rouvert'))::int as nouveaux
  from confidentiel.dossier d where d.acad = $2 and d.responsable = any ($3::uuid[]) and d.echeance is not null`,
  params: ['maintenant', 'acad', 'agents'],
}

/** Handed to me and not yet taken in charge. */
export type NouveauxRow = { id: string; numero: string; etat: string; echeance: Date | null; urgences: string[]; version: number; ecole: string; commune: string }
export const nouveaux: Statement<{ acad: string; agents: readonly string[] }, NouveauxRow> = {
  name: 'dossier.bureau.bureau.nouveaux',
  text: `select d.id, d.numero, d.etat, d.echeance, d.urgences, d.version, e.nom as ecole, e.commune
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = $1 and d.responsable = any ($2::uuid[]) and d.echeance is not null and d.etat in ('recu', 'rouvert')
  order by d.echeance, d.id limit 30`,
  params: ['acad', 'agents'],
}

/** What I promised, or what is asked of me. */
export type PromisRow = { id: string; nature: string; objet: string | null; le: Date; pour: string; numero: string; ecole: string }
export const promis: Statement<{ acad: string; agents: readonly string[]; avant: Date }, PromisRow> = {
  name: 'dossier.bureau.bureau.promis',
  text: `select p.id, p.nature, p.objet, p.le, p.pour, d.numero, e.nom as ecole
  from (select * from confidentiel.prevu p where p.acad = $1 and p.pour = any ($2::uuid[]) and p.issue is null and p.le < $3
    order by p.le, p.id limit 60) p
  join confidentiel.dossier d on d.acad = p.acad and d.id = p.fil
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  order by p.le, p.id`,
  params: ['acad', 'agents', 'avant'],
}

/** What others promised in the dossiers that I answer for. */
export type AttendusRow = { id: string; nature: string; objet: string | null; le: Date; pour: string; numero: string; ecole: string; prenom: string; nom: string }
export const attendus: Statement<{ agents: readonly string[]; acad: string }, AttendusRow> = {
  name: 'dossier.bureau.bureau.attendus',
  text: `select p.id, p.nature, p.objet, p.le, p.pour, d.numero, e.nom as ecole, a.prenom, a.nom
  from confidentiel.dossier d
  join confidentiel.prevu p on p.acad = d.acad and p.fil = d.id and p.issue is null and p.pour <> all ($1::uuid[])
  join annuaire.agent a on a.acad = p.acad and a.id = p.pour
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = $2 and d.responsable = any ($1::uuid[]) and d.echeance is not null
  order by p.le, p.id limit 30`,
  params: ['agents', 'acad'],
}

/** Notes in which a colleague called me, not read yet. */
export type AppelsRow = { note: string; le: Date; numero: string; ecole: string; prenom: string; nom: string }
export const appels: Statement<{ acad: string; moi: string }, AppelsRow> = {
  name: 'dossier.bureau.bureau.appels',
  text: `select m.note, m.le, d.numero, e.nom as ecole, a.prenom, a.nom
  from (select * from confidentiel.mention m where m.acad = $1 and m.agent = $2 and m.lue_le is null order by m.le limit 30) m
  join confidentiel.dossier d on d.acad = m.acad and d.id = m.fil
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent a on a.acad = m.acad and a.id = m.par
  order by m.le`,
  params: ['acad', 'moi'],
}

/** Support that somebody waits for or that I give: who comes, when. What a colleague had taken comes to all of the level that was asked once it is late, or once they hold no post any more; what was done for somebody who has left, to those of their place. */
export type VisitesRow = { id: string; nature: string; etat: string; echeance: Date | null; rendez_vous: Date | null; repondant: string | null; demande_par: string; ecole: string; prenom: string; nom: string; r_prenom: string; r_nom: string }
export const visites: Statement<{ acad: string; agents: readonly string[]; moi: string; maintenant: Date; depts: readonly string[]; acads: readonly string[]; etabs: readonly string[]; circos: readonly string[] }, VisitesRow> = {
  name: 'dossier.bureau.bureau.visites',
  text: `select p.id, p.nature, p.etat, p.echeance, p.rendez_vous, p.repondant, p.demande_par, e.nom as ecole, a.prenom, a.nom,
    r.prenom as r_prenom, r.nom as r_nom
  from confidentiel.appui p
  join annuaire.agent a on a.acad = p.acad and a.id = p.demande_par
  left join annuaire.agent r on r.acad = p.acad and r.id = p.repondant
  left join annuaire.etablissement e on e.acad = p.acad and e.etab = p.etab
  where p.acad = $1 and p.etat in ('demande', 'pris', 'fait')
    and (p.repondant = any ($2::uuid[]) or (p.etat = 'fait' and p.demande_par = $3)
      or (p.etat in ('demande', 'pris') and p.demande_par = $3 and p.echeance <= $4)
      or ((p.etat = 'demande' or (p.etat = 'pris' and p.demande_par <> $3 and (p.echeance <= $4
            or not exists (select from annuaire.mandat m where m.acad = p.acad and m.agent = p.repondant and m.du <= $4
              and (m.au is null or m.au > $4)))))
          and ((p.vers = 'departement' and p.dept = any ($5::text[])) or p.acad = any ($6::text[])))
      or (p.etat = 'fait' and p.repondant <> $3
          and (p.portee_etab = any ($7::text[]) or p.portee_circo = any ($8::text[]) or p.portee_dept = any ($5::text[]))
          and not exists (select from annuaire.mandat m where m.acad = p.acad and m.agent = p.demande_par and m.du <= $4
            and (m.au is null or m.au > $4))))
  order by coalesce(p.rendez_vous, p.echeance), p.id limit 30`,
  params: ['acad', 'agents', 'moi', 'maintenant', 'depts', 'acads', 'etabs', 'circos'],
}

/** Those that I follow with whoever answers for them, and those that were handed to me, for a part of the work. */
export type SuivisRow = { id: string; numero: string; etat: string; echeance: Date | null; urgences: string[]; ecole: string; commune: string; prenom: string; nom: string }
export const suivis: Statement<{ acad: string; agents: readonly string[]; moi: string }, SuivisRow> = {
  name: 'dossier.bureau.bureau.suivis',
  text: `select d.id, d.numero, d.etat, d.echeance, d.urgences, e.nom as ecole, e.commune, a.prenom, a.nom
  from confidentiel.dossier d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent a on a.acad = d.acad and a.id = d.responsable
  where d.acad = $1 and d.echeance is not null and d.responsable <> all ($2::uuid[])
    and d.id in (
      select c.fil from confidentiel.accompagnant c where c.acad = $1 and c.agent = $3 and c.au is null
      union all select unnest((select acces.mes_octrois())::uuid[]))
  order by d.echeance, d.id limit 30`,
  params: ['acad', 'agents', 'moi'],
}

/** Late enough below me that it is mine to ask. `t`: the instants of the first, second and third level above (limites.ts); a danger is told sooner, and was noted when it was. */
export type RemontesRow = { id: string; numero: string; etat: string; echeance: Date | null; urgences: string[]; niveau: string; ecole: string; commune: string; prenom: string; nom: string }
export const remontes: Statement<{ acad: string; circos: readonly string[]; maintenant: Date; t: readonly Date[]; depts: readonly string[]; acads: readonly string[]; agents: readonly string[] }, RemontesRow> = {
  name: 'dossier.bureau.bureau.remontes',
  text: `select d.id, d.numero, d.etat, d.echeance, d.urgences, d.niveau, e.nom as ecole, e.commune, a.prenom, a.nom
  from (
    (select d.* from confidentiel.dossier d
      where d.acad = $1 and d.portee_circo = any ($2::text[]) and d.echeance <= $3 and d.niveau = 'etablissement'
        and (d.echeance <= ($4::timestamptz[])[1] or (d.alerte >= 3 and d.alerte_pour = d.echeance))
      order by d.echeance limit 30)
    union all
    (select d.* from confidentiel.dossier d
      where d.acad = $1 and d.portee_dept = any ($5::text[]) and d.echeance <= $3 and d.niveau in ('etablissement', 'circonscription')
        and (d.echeance <= ($4::timestamptz[])[case when d.niveau = 'etablissement' and d.circo is not null then 2 else 1 end]
          or (d.alerte >= 4 and d.alerte_pour = d.echeance))
      order by d.echeance limit 30)
    union all
    (select d.* from confidentiel.dossier d
      where d.acad = any ($6::text[]) and d.echeance <= $3 and d.niveau <> 'academie'
        and (d.echeance <= ($4::timestamptz[])[case when d.niveau = 'departement' then 1 when d.niveau = 'etablissement' and d.circo is not null then 3 else 2 end]
          or (d.alerte >= 5 and d.alerte_pour = d.echeance))
      order by d.echeance limit 30)) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent a on a.acad = d.acad and a.id = d.responsable
  where d.responsable <> all ($7::uuid[])
  order by d.echeance, d.id limit 30`,
  params: ['acad', 'circos', 'maintenant', 't', 'depts', 'acads', 'agents'],
}

/** « N'est pas du harcèlement », decided by a school alone, and nobody of the level above has read it since: the circonscription for an école, else the département. */
export type EcartesRow = { id: string; numero: string; clos_le: Date | null; urgences: string[]; ecole: string; commune: string; prenom: string; nom: string }
export const ecartes: Statement<{ acad: string; depuis: Date; circos: readonly string[]; depts: readonly string[] }, EcartesRow> = {
  name: 'dossier.bureau.bureau.ecartes',
  text: `select d.id, d.numero, d.clos_le, d.urgences, e.nom as ecole, e.commune, a.prenom, a.nom
  from (
    select d.* from confidentiel.dossier d
      where d.acad = $1 and d.etat = 'ecarte' and d.niveau = 'etablissement' and d.clos_le > $2
        and (d.portee_circo = any ($3::text[]) or (d.circo is null and d.portee_dept = any ($4::text[])))) d
  join confidentiel.fait f on f.acad = d.acad and f.fil = d.id and f.verbe = 'dossier.ecarter' and f.le >= d.clos_le and f.qualite = 'chef'
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent a on a.acad = d.acad and a.id = f.par
  where not exists (
    select from confidentiel.consultation c join annuaire.mandat m on m.acad = c.acad and m.agent = c.agent
      where c.acad = d.acad and c.fil = d.id and c.le > d.clos_le
        and (m.circo = d.circo or (d.circo is null and m.dept = d.dept)) and m.du <= c.le and (m.au is null or m.au > c.le))
  order by d.clos_le, d.id limit 30`,
  params: ['acad', 'depuis', 'circos', 'depts'],
}

export type OrphelinsRow = { fil: string; genre: string; qui: string; raison: string; jusqu_a: Date | null }
export const orphelins: Statement<{ horizon: Date }, OrphelinsRow> = {
  name: 'dossier.bureau.bureau.orphelins',
  text: `select fil, genre, qui, raison, jusqu_a from confidentiel.a_reattribuer($1)`,
  params: ['horizon'],
}
