// Generated from import.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Two imports at once would each take the other's lines for new ones. */
export type VerrouillerRow = { pg_advisory_xact_lock: null | null }
export const verrouiller: Statement<{}, VerrouillerRow> = {
  name: 'action.import.import.verrouiller',
  text: `select pg_advisory_xact_lock(5272299)`,
  params: [],
}

export type EcolesRow = { etab: string; type: string }
export const ecoles: Statement<{ acad: string; toute: boolean; depts: readonly string[] }, EcolesRow> = {
  name: 'action.import.import.ecoles',
  text: `select etab, type from annuaire.etablissement
  where acad = $1 and etat <> 'ferme' and ($2::boolean or dept = any ($3::text[]))`,
  params: ['acad', 'toute', 'depts'],
}

/** Schools that exist and are not this person's to speak for. */
export type AilleursRow = { etab: string }
export const ailleurs: Statement<{ acad: string; toute: boolean; depts: readonly string[] }, AilleursRow> = {
  name: 'action.import.import.ailleurs',
  text: `select etab from annuaire.etablissement where acad = $1 and etat <> 'ferme' and not ($2::boolean or dept = any ($3::text[]))`,
  params: ['acad', 'toute', 'depts'],
}

export type DejaRow = { etab: string; annee: number; temps_fort: string | null; du: string; titre: string }
export const deja: Statement<{ acad: string }, DejaRow> = {
  name: 'action.import.import.deja',
  text: `select etab, annee, temps_fort, du, titre from prevention.action where acad = $1`,
  params: ['acad'],
}

/** Asked of the lines that seem new, when an agent imports: a school's drafts are not theirs to read. */
export type EnBrouillonRow = { oui: boolean }
export const enBrouillon: Statement<{ acad: string; etab: string; annee: number; tempsFort: string | null; du: string; titre: string }, EnBrouillonRow> = {
  name: 'action.import.import.enBrouillon',
  text: `select prevention.est_en_brouillon($1, $2, $3, $4::text, $5, $6) as oui`,
  params: ['acad', 'etab', 'annee', 'tempsFort', 'du', 'titre'],
}

export type GarderRow = {}
export const garder: Statement<{ acad: string; id: string; octets: Uint8Array }, GarderRow> = {
  name: 'action.import.import.garder',
  text: `insert into prevention.import_garde (acad, par, id, octets, expire_le)
  values ($1, acces.moi(), $2, $3, acces.maintenant() + interval '2 hours')
  on conflict (acad, par) do update set id = excluded.id, octets = excluded.octets, expire_le = excluded.expire_le`,
  params: ['acad', 'id', 'octets'],
}

export type GardeRow = { octets: Buffer }
export const garde: Statement<{ acad: string; id: string }, GardeRow> = {
  name: 'action.import.import.garde',
  text: `select octets from prevention.import_garde where acad = $1 and id = $2 and expire_le > acces.maintenant()`,
  params: ['acad', 'id'],
}

export type JoursFortsRow = { annee: number; code: string }
export const joursForts: Statement<{ acad: string }, JoursFortsRow> = {
  name: 'action.import.import.joursForts',
  text: `select annee, code from prevention.temps_fort where acad = $1`,
  params: ['acad'],
}

export type PoserRow = {}
export const poser: Statement<{ id: string; annee: number; tempsFort: string | null; titre: string; texte: string; du: string; au: string; type: string; publics: readonly string[]; niveaux: readonly string[]; effectif: number | null; partenaires: string; pilier: number | null; par: string; acad: string; etab: string }, PoserRow> = {
  name: 'action.import.import.poser',
  text: `insert into prevention.action (acad, id, etab, dept, circo, annee, temps_fort, titre, texte, du, au, type, publics, niveaux, effectif,
    partenaires, pilier, etat, declaree_par, declaree_le, proposee_par, proposee_le)
  select e.acad, $1, e.etab, e.dept, e.circo, $2, $3::text, $4, $5, $6, $7, $8, $9, $10,
    $11::integer, $12, $13::integer, 'proposee', $14, acces.maintenant(), $14, acces.maintenant()
  from annuaire.etablissement e where e.acad = $15 and e.etab = $16`,
  params: ['id', 'annee', 'tempsFort', 'titre', 'texte', 'du', 'au', 'type', 'publics', 'niveaux', 'effectif', 'partenaires', 'pilier', 'par', 'acad', 'etab'],
}

export type NoterImportRow = {}
export const noterImport: Statement<{ acad: string; action: string; par: string }, NoterImportRow> = {
  name: 'action.import.import.noterImport',
  text: `insert into prevention.action_pas (acad, action, verbe, par, le) values ($1, $2, 'action.importer', $3, acces.maintenant())`,
  params: ['acad', 'action', 'par'],
}

/** Who the operator acts for: an agent with a mandate today that may gather the actions of others. */
export type AuteurRow = { id: string; toute: boolean; depts: string[] | null }
export const auteur: Statement<{ acad: string; mail: string }, AuteurRow> = {
  name: 'action.import.import.auteur',
  text: `select a.id, coalesce(bool_or(m.role = 'communication'), false) as toute,
    array_agg(distinct m.dept) filter (where m.dept is not null) as depts
  from annuaire.agent a join annuaire.mandat m on m.acad = a.acad and m.agent = a.id
  where a.acad = $1 and a.mail = lower($2::text) and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
    and m.role in ('communication', 'referent_departemental', 'responsable_departemental')
  group by a.id`,
  params: ['acad', 'mail'],
}
