// Generated from planter.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** What became of an earlier loading: « commencée », « finie », or no row. */
export type EtatRow = { etat: string }
export const etat: Statement<{}, EtatRow> = {
  name: '...demo.planter.etat',
  text: `select empreinte as etat from migration.faite where nom = 'demonstration'`,
  params: [],
}

export type NoterRow = {}
export const noter: Statement<{ etat: string }, NoterRow> = {
  name: '...demo.planter.noter',
  text: `insert into migration.faite (nom, empreinte) values ('demonstration', $1)
  on conflict (nom) do update set empreinte = excluded.empreinte, le = excluded.le`,
  params: ['etat'],
}

export type HabiteeRow = { habitee: boolean }
export const habitee: Statement<{}, HabiteeRow> = {
  name: '...demo.planter.habitee',
  text: `select exists (select from annuaire.academie) as habitee`,
  params: [],
}

/** Only ever after a loading of the demonstration that did not end: everything in these schemas is then its own. */
export type ViderRow = {}
export const vider: Statement<{}, ViderRow> = {
  name: '...demo.planter.vider',
  text: `do $$
declare
  noms text;
begin
  select string_agg(format('%I.%I', schemaname, tablename), ', ') into noms from pg_tables
    where schemaname in ('annuaire', 'acces', 'confidentiel', 'machine', 'prevention') and (schemaname, tablename) <> ('acces', 'instance')
      and tableowner = 'preau_proprietaire';
  execute 'truncate ' || noms;
end
$$`,
  params: [],
}

export type PlanterAcademieRow = {}
export const planterAcademie: Statement<{ acad: string; nom: string; zone: string }, PlanterAcademieRow> = {
  name: '...demo.planter.planterAcademie',
  text: `insert into annuaire.academie (acad, nom, zone) values ($1, $2, $3)`,
  params: ['acad', 'nom', 'zone'],
}

export type PlanterDepartementsRow = {}
export const planterDepartements: Statement<{ lot: object }, PlanterDepartementsRow> = {
  name: '...demo.planter.planterDepartements',
  text: `insert into annuaire.departement (acad, dept, nom)
  select acad, dept, nom from jsonb_populate_recordset(null::annuaire.departement, $1::jsonb -> 'lignes')`,
  params: ['lot'],
}

export type PlanterCirconscriptionsRow = {}
export const planterCirconscriptions: Statement<{ lot: object }, PlanterCirconscriptionsRow> = {
  name: '...demo.planter.planterCirconscriptions',
  text: `insert into annuaire.circonscription (acad, circo, dept, nom)
  select acad, circo, dept, nom from jsonb_populate_recordset(null::annuaire.circonscription, $1::jsonb -> 'lignes')`,
  params: ['lot'],
}

export type PlanterEtablissementsRow = {}
export const planterEtablissements: Statement<{ lot: object }, PlanterEtablissementsRow> = {
  name: '...demo.planter.planterEtablissements',
  text: `insert into annuaire.etablissement (acad, etab, dept, nom, type, nature, secteur, contrat, commune, code_postal, circo, telephone, mail)
  select acad, etab, dept, nom, type, nature, secteur, contrat, commune, code_postal, circo, telephone, mail
  from jsonb_populate_recordset(null::annuaire.etablissement, $1::jsonb -> 'lignes')`,
  params: ['lot'],
}

export type PlanterAgentsRow = {}
export const planterAgents: Statement<{ lot: object }, PlanterAgentsRow> = {
  name: '...demo.planter.planterAgents',
  text: `insert into annuaire.agent (acad, id, nom, prenom, mail, cree_le)
  select acad, id, nom, prenom, mail, cree_le from jsonb_populate_recordset(null::annuaire.agent, $1::jsonb -> 'lignes')`,
  params: ['lot'],
}

export type PlanterMandatsRow = {}
export const planterMandats: Statement<{ lot: object }, PlanterMandatsRow> = {
  name: '...demo.planter.planterMandats',
  text: `insert into annuaire.mandat (acad, id, agent, role, dept, circo, etab, du, au)
  select acad, id, agent, role, dept, circo, etab, du, au from jsonb_populate_recordset(null::annuaire.mandat, $1::jsonb -> 'lignes')`,
  params: ['lot'],
}

/** The mails of the stories left in their time: none of them is sent today. */
export type CourrielsPartisRow = {}
export const courrielsPartis: Statement<{ avant: Date }, CourrielsPartisRow> = {
  name: '...demo.planter.courrielsPartis',
  text: `update machine.courriel set envoye_le = cree_le where envoye_le is null and cree_le < $1`,
  params: ['avant'],
}
