// Generated from ecrire.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type PoserAcademieRow = {}
export const poserAcademie: Statement<{ acad: string; nom: string; zone: string }, PoserAcademieRow> = {
  name: 'annuaire.import.ecrire.poserAcademie',
  text: `insert into annuaire.academie (acad, nom, zone) values ($1, $2, $3) on conflict do nothing`,
  params: ['acad', 'nom', 'zone'],
}

export type PoserDepartementsRow = {}
export const poserDepartements: Statement<{ lot: object }, PoserDepartementsRow> = {
  name: 'annuaire.import.ecrire.poserDepartements',
  text: `insert into annuaire.departement (acad, dept, nom)
  select acad, dept, nom from jsonb_populate_recordset(null::annuaire.departement, $1::jsonb -> 'lignes')
  on conflict do nothing`,
  params: ['lot'],
}

export type PoserCirconscriptionsRow = { circo: string }
export const poserCirconscriptions: Statement<{ lot: object }, PoserCirconscriptionsRow> = {
  name: 'annuaire.import.ecrire.poserCirconscriptions',
  text: `insert into annuaire.circonscription (acad, circo, dept, nom)
  select acad, circo, dept, nom from jsonb_populate_recordset(null::annuaire.circonscription, $1::jsonb -> 'lignes')
  on conflict do nothing
  returning circo`,
  params: ['lot'],
}

export type PoserBassinsRow = { bassin: string }
export const poserBassins: Statement<{ lot: object }, PoserBassinsRow> = {
  name: 'annuaire.import.ecrire.poserBassins',
  text: `insert into annuaire.bassin (acad, bassin, nom)
  select acad, bassin, nom from jsonb_populate_recordset(null::annuaire.bassin, $1::jsonb -> 'lignes')
  on conflict do nothing
  returning bassin`,
  params: ['lot'],
}

/** A key that a line lacks is a column that the file lacks: what is known stays. */
export type PoserEtablissementsRow = { etab: string; nom: string; nouveau: boolean; rouvert: boolean; deplace: boolean; colonnes: string[] }
export const poserEtablissements: Statement<{ lot: object }, PoserEtablissementsRow> = {
  name: 'annuaire.import.ecrire.poserEtablissements',
  text: `with lu as (
  select l.acad, l.etab, l.dept, l.nom, l.type, l.secteur, l.etat,
    coalesce(l.nature, e.nature, '') as nature, coalesce(l.contrat, e.contrat, '') as contrat, coalesce(l.tutelle, e.tutelle, '') as tutelle,
    coalesce(l.adresse, e.adresse, '') as adresse, coalesce(l.code_postal, e.code_postal, '') as code_postal,
    coalesce(l.code_commune, e.code_commune, '') as code_commune, coalesce(l.commune, e.commune, '') as commune,
    coalesce(l.telephone, e.telephone, '') as telephone, coalesce(l.mail, e.mail, '') as mail, coalesce(l.web, e.web, '') as web,
    nullif(coalesce(l.circo, e.circo, ''), '') as circo, nullif(coalesce(l.bassin, e.bassin, ''), '') as bassin,
    e as avant
  from jsonb_populate_recordset(null::annuaire.etablissement, $1::jsonb -> 'lignes') l
  left join annuaire.etablissement e on e.acad = l.acad and e.etab = l.etab
), autre as (
  select * from lu
  where (avant).etab is null
    or (dept, nom, type, secteur, etat, nature, contrat, tutelle, adresse, code_postal, code_commune, commune, telephone, mail, web, circo, bassin)
    is distinct from ((avant).dept, (avant).nom, (avant).type, (avant).secteur, (avant).etat, (avant).nature, (avant).contrat, (avant).tutelle,
      (avant).adresse, (avant).code_postal, (avant).code_commune, (avant).commune, (avant).telephone, (avant).mail, (avant).web,
      (avant).circo, (avant).bassin)
), ecrit as (
  insert into annuaire.etablissement (acad, etab, dept, nom, type, secteur, etat, nature, contrat, tutelle, adresse, code_postal,
      code_commune, commune, telephone, mail, web, circo, bassin)
    select acad, etab, dept, nom, type, secteur, etat, nature, contrat, tutelle, adresse, code_postal,
      code_commune, commune, telephone, mail, web, circo, bassin from autre
  on conflict (acad, etab) do update set dept = excluded.dept, nom = excluded.nom, type = excluded.type, secteur = excluded.secteur,
    etat = excluded.etat, ferme_le = null, nature = excluded.nature, contrat = excluded.contrat, tutelle = excluded.tutelle,
    adresse = excluded.adresse, code_postal = excluded.code_postal, code_commune = excluded.code_commune, commune = excluded.commune,
    telephone = excluded.telephone, mail = excluded.mail, web = excluded.web, circo = excluded.circo, bassin = excluded.bassin
)
select etab, nom, (avant).etab is null as nouveau, coalesce((avant).etat = 'ferme', false) as rouvert,
    coalesce(type = 'ecole' and (avant).circo <> circo, false) as deplace,
    case when (avant).etab is null then '{}' else array(
      select n.key from jsonb_each(to_jsonb(autre) - 'avant') n where n.value is distinct from to_jsonb(avant) -> n.key order by n.key
    ) end as colonnes
  from autre`,
  params: ['lot'],
}

/** The line of its own gives the name; a circonscription that is back is open again. Its number alone is no name: what is known stays. */
export type NommerCirconscriptionsRow = { circo: string }
export const nommerCirconscriptions: Statement<{ lot: object }, NommerCirconscriptionsRow> = {
  name: 'annuaire.import.ecrire.nommerCirconscriptions',
  text: `update annuaire.circonscription c set nom = l.nom, dept = l.dept, etat = 'ouvert'
  from (select x.acad, x.circo, x.dept, case when x.nom = x.circo then k.nom else x.nom end as nom
      from jsonb_populate_recordset(null::annuaire.circonscription, $1::jsonb -> 'lignes') x
      join annuaire.circonscription k on k.acad = x.acad and k.circo = x.circo) l
  where c.acad = l.acad and c.circo = l.circo and (c.nom, c.dept, c.etat) is distinct from (l.nom, l.dept, 'ouvert')
  returning c.circo`,
  params: ['lot'],
}

export type NommerBassinsRow = { bassin: string }
export const nommerBassins: Statement<{ lot: object }, NommerBassinsRow> = {
  name: 'annuaire.import.ecrire.nommerBassins',
  text: `update annuaire.bassin b set nom = l.nom
  from jsonb_populate_recordset(null::annuaire.bassin, $1::jsonb -> 'lignes') l
  where b.acad = l.acad and b.bassin = l.bassin and b.nom <> l.nom and l.nom <> l.bassin
  returning b.bassin`,
  params: ['lot'],
}

export type CompterOuvertsRow = { ouverts: number }
export const compterOuverts: Statement<{ acad: string }, CompterOuvertsRow> = {
  name: 'annuaire.import.ecrire.compterOuverts',
  text: `select count(*)::int as ouverts from annuaire.etablissement where acad = $1 and etat <> 'ferme'`,
  params: ['acad'],
}

export type FermerEtablissementsRow = { etab: string; nom: string }
export const fermerEtablissements: Statement<{ jour: string; acad: string; presents: readonly string[] }, FermerEtablissementsRow> = {
  name: 'annuaire.import.ecrire.fermerEtablissements',
  text: `update annuaire.etablissement e set etat = 'ferme', ferme_le = $1::date
  where e.acad = $2 and e.etat <> 'ferme' and not exists (select from unnest($3::text[]) p where p = e.etab)
  returning e.etab, e.nom`,
  params: ['jour', 'acad', 'presents'],
}

/** One that a school still names stays open, whatever the file says. */
export type FermerCirconscriptionsRow = { circo: string }
export const fermerCirconscriptions: Statement<{ acad: string; presentes: readonly string[] }, FermerCirconscriptionsRow> = {
  name: 'annuaire.import.ecrire.fermerCirconscriptions',
  text: `update annuaire.circonscription c set etat = 'ferme'
  where c.acad = $1 and c.etat = 'ouvert' and not exists (select from unnest($2::text[]) p where p = c.circo)
    and not exists (select from annuaire.etablissement e where e.acad = c.acad and e.circo = c.circo and e.etat <> 'ferme')
  returning c.circo`,
  params: ['acad', 'presentes'],
}

/** Posts still held in schools that are closed: they go on reading what happened there. */
export type FonctionsAFinirRow = { etab: string; nom: string; fonctions: number }
export const fonctionsAFinir: Statement<{ acad: string }, FonctionsAFinirRow> = {
  name: 'annuaire.import.ecrire.fonctionsAFinir',
  text: `select e.etab, e.nom, count(*)::int as fonctions from annuaire.etablissement e join annuaire.mandat m on m.acad = e.acad and m.etab = e.etab
  where e.acad = $1 and e.etat = 'ferme' and (m.au is null or m.au > acces.maintenant())
  group by e.etab, e.nom order by e.etab`,
  params: ['acad'],
}

/** What lies in schools that have changed circonscription goes with them. */
export type SuivreCirconscriptionsRow = { signalements: number; dossiers: number }
export const suivreCirconscriptions: Statement<{ acad: string }, SuivreCirconscriptionsRow> = {
  name: 'annuaire.import.ecrire.suivreCirconscriptions',
  text: `select signalements, dossiers from confidentiel.suivre_circonscriptions($1)`,
  params: ['acad'],
}

export type AnalyserRow = {}
export const analyser: Statement<{}, AnalyserRow> = {
  name: 'annuaire.import.ecrire.analyser',
  text: `analyze annuaire.etablissement, annuaire.circonscription, annuaire.bassin`,
  params: [],
}

/** A bulk load leaves its trigrams in the pending list of the index, which every search then reads through. */
export type RangerIndexRow = { pages: number }
export const rangerIndex: Statement<{}, RangerIndexRow> = {
  name: 'annuaire.import.ecrire.rangerIndex',
  text: `select gin_clean_pending_list('annuaire.etablissement_recherche') as pages`,
  params: [],
}
