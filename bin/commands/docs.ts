import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { CODES_ROLES, ROLES, type CodeRole } from '#annuaire'
import type { Protocole, Regle, Verbe } from '../../src/dossier/protocole/protocole.ts'
import { PROTOCOLE_COURANT } from '../../src/dossier/protocole/peut.ts'
import { avecBaseVide } from '../../tests/support/postgres.ts'
import { AVERTISSEMENT, libelle, liste, page, tableau } from '../docs/markdown.ts'
import { panne } from '../docs/panne.ts'
import { protocole } from '../docs/protocole.ts'

export const resume = 'engendre les pages de docs/ que disent le code et une base neuve'
export const aide = `Usage : preau docs

Crée une base vide, y passe toutes les migrations, demande à la base ce qu’elle ouvre à chaque rôle et à chaque porte,
lit la table du protocole et les numéros d’urgence, et écrit docs/confidentialite.md, docs/protocole.md et docs/panne.html.
À lancer après tout changement d’un rôle, d’un droit, du protocole ou d’un numéro ; npm test vérifie que c’est fait.`

export async function run(): Promise<void> {
  await avecBaseVide(async ({ url }) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    for (const [chemin, texte] of await genererDocs(client)) {
      mkdirSync(join(process.cwd(), dirname(chemin)), { recursive: true })
      writeFileSync(join(process.cwd(), chemin), texte)
      console.log(chemin)
    }
    await client.end()
  })
}

/** The generated pages: path → text. `client` is a superuser of a freshly migrated database, which is left as it was. */
export async function genererDocs(client: pg.Client): Promise<Map<string, string>> {
  return new Map([
    ['docs/confidentialite.md', await confidentialite(client)],
    ['docs/protocole.md', protocole(PROTOCOLE_COURANT)],
    ['docs/panne.html', panne()],
  ])
}

// ---------------------------------------------------------------------------------------------- confidentialite.md

async function confidentialite(client: pg.Client): Promise<string> {
  const [roles, droits, gardees] = [await ouvertures(client), await droitsDesPortes(client), await fonctionsGardees(client)]
  return page(
    AVERTISSEMENT,
    '# Qui peut voir quoi, qui peut faire quoi',
    `Cette page n’est pas une intention : chaque tableau est lu dans une base neuve, ou dans la table du protocole que l’application
exécute. Un essai échoue quand elle n’est plus à jour.`,
    '## Ce que chaque fonction ouvre',
    `Une fonction (un mandat) vaut sur un territoire, d’une date à une date. Elle s’éteint à la seconde de sa fin. Quel que soit
le rôle, une personne déportée d’une situation (conflit d’intérêts) n’en voit plus rien. Un signalement qui met un adulte
en cause est tenu par le département ou par l’académie : ni l’établissement ni la circonscription ne le voient.`,
    tableau(
      ['Rôle', 'Territoire', 'Ce qu’il voit'],
      CODES_ROLES.map((r) => [libelle(r), NIVEAUX[ROLES[r].niveau], ROLES[r].voit]),
    ),
    '## Ce que la base répond à chaque rôle',
    `Dans une base d’essai, une personne de chaque rôle ouvre une session et demande tous les signalements, sans aucun filtre :
les politiques par ligne répondent seules. « Confié » : remis à cette personne en particulier, jusqu’à une date.`,
    tableau(
      ['Rôle', ...CAS, 'Journal des consultations', 'Fonctions qu’il peut ouvrir ou finir'],
      CODES_ROLES.map((r) => [libelle(r), ...roles[r].vus, roles[r].journal ? 'oui' : '–', liste(roles[r].gere)]),
    ),
    `Nul ne s’attribue une fonction à soi-même. Un responsable départemental n’agit que dans son département. La base honore ce qui est
confié à qui que ce soit de l’académie ; l’écran, lui, ne propose que l’équipe ressource de l’établissement.`,
    '## Ce que chaque rôle peut faire d’un dossier',
    `Du protocole ${PROTOCOLE_COURANT.version} : un acte est possible à qui voit le dossier par sa fonction. Une personne à qui il a été confié le lit.`,
    actesParRole(PROTOCOLE_COURANT),
    '## Ce que chaque porte peut toucher dans la base',
    `Chaque porte a son propre compte de connexion, sans aucun lien avec les autres : \`public\` (déclarants), \`agent\` (agents connectés),
\`seuil\` (ouverture et fermeture des sessions), \`job\` (courriels, rappels, ancres, ménage), \`pilotage\` et \`enquete\` (encore sans usage).
**L** lire, **É** écrire une ligne nouvelle, **M** modifier, **E** effacer ; entre parenthèses, les seules colonnes permises.
« Lignes » : une politique, forcée même pour le propriétaire, choisit en plus les lignes.`,
    tableau(
      ['Table', 'Lignes', ...PORTES],
      droits.map((d) => [`\`${d.nom}\``, d.politique ? 'oui' : '–', ...PORTES.map((p) => d.droits[p] || '–')]),
    ),
    '## Les fonctions qui regardent au-delà des politiques',
    `Elles appartiennent au rôle \`preau_gardien\`, qui ne peut pas se connecter. Chacune vérifie d’abord la session, ou ne rend qu’un fait sans contenu.`,
    tableau(
      ['Fonction', 'Portes qui peuvent l’appeler'],
      gardees.map((f) => [`\`${f.nom}\``, f.portes.join(', ') || 'aucune : seulement depuis une autre']),
    ),
  )
}

const NIVEAUX = {
  etablissement: 'un établissement',
  circonscription: 'une circonscription',
  departement: 'un département',
  academie: 'l’académie',
} as const

const PORTES = ['public', 'agent', 'seuil', 'job', 'pilotage', 'enquete'] as const

interface Ouverture {
  vus: string[]
  journal: boolean
  gere: string[]
}

const MONDE = `insert into annuaire.academie values ('16', 'Essai', 'C');
  insert into annuaire.departement values ('16', '031', 'Ici'), ('16', '081', 'Ailleurs');
  insert into annuaire.circonscription (acad, circo, dept, nom) values ('16', '0311234E', '031', 'Ici');
  insert into annuaire.etablissement (acad, etab, dept, circo, nom, type, secteur)
    values ('16', '0310001A', '031', '0311234E', 'Ici', 'ecole', 'public'), ('16', '0810001A', '081', null, 'Ailleurs', 'college', 'public');
  insert into confidentiel.signalement (acad, id, dept, circo, etab, niveau, canal, declarant, contenu, recu_le, echeance)
    select '16', ('00000000-0000-7000-8000-00000000000' || n)::uuid, dept, circo, etab, niveau, 'site', 'inconnu', '', now(), now()
    from (values (1, '031', '0311234E', '0310001A', 'etablissement'), (2, '031', '0311234E', '0310001A', 'departement'),
      (3, '081', null, '0810001A', 'etablissement'), (4, '081', null, '0810001A', 'etablissement')) t (n, dept, circo, etab, niveau)`
/** The reports of MONDE, in order. */
const CAS = [
  'Signalement d’une école de son territoire',
  'Le même, un adulte mis en cause',
  'D’un autre département',
  'D’un autre département, confié',
]
const AGENT = '00000000-0000-7000-8000-0000000000aa'
/** The columns of a mandate's place, at each level of MONDE. */
const PLACES = {
  etablissement: { etab: '0310001A', circo: null, dept: null },
  circonscription: { etab: null, circo: '0311234E', dept: null },
  departement: { etab: null, circo: null, dept: '031' },
  academie: { etab: null, circo: null, dept: null },
} as const

/** Puts a person of each role in a world of two schools, asks the database as that person, and undoes everything. */
async function ouvertures(client: pg.Client): Promise<Record<CodeRole, Ouverture>> {
  const reponses: [CodeRole, Ouverture][] = []
  await client.query('begin')
  await client.query(MONDE)
  for (const role of CODES_ROLES) {
    await client.query('savepoint role')
    await client.query(
      `insert into annuaire.agent (acad, id, nom, prenom, mail, cree_le) values ('16', $1, 'E', 'E', 'e@exemple.fr', now())`,
      [AGENT],
    )
    await nommer(client, role)
    reponses.push([role, await ouverture(client)])
    await client.query('rollback to savepoint role')
  }
  await client.query('rollback')
  return Object.fromEntries(reponses) as Record<CodeRole, Ouverture>
}

async function nommer(client: pg.Client, role: CodeRole): Promise<void> {
  const { etab, circo, dept } = PLACES[ROLES[role].niveau]
  await client.query(
    `insert into annuaire.mandat (acad, id, agent, role, dept, circo, etab, du)
     values ('16', gen_random_uuid(), $1, $2, $3, $4, $5, now() - interval '1 hour')`,
    [AGENT, role, dept, circo, etab],
  )
  await client.query(
    `insert into acces.octroi (acad, id, fil, agent, par, motif, du)
     values ('16', gen_random_uuid(), '00000000-0000-7000-8000-000000000004', $1, $1, 'essai', now() - interval '1 hour')`,
    [AGENT],
  )
  await client.query(
    `insert into acces.session (empreinte, acad, agent, ouverte_le, vue_le, finit_le)
     values (sha256('\\x00'), '16', $1, now(), now(), now() + interval '1 hour')`,
    [AGENT],
  )
}

/** As the agents' door, with the session and nothing else: the policies answer. */
async function ouverture(client: pg.Client): Promise<Ouverture> {
  await client.query(`set local role preau_agent; set local preau.session = '00'`)
  const { rows } = await client.query(
    `select acces.ai_role(array['dpo', 'responsable_academique']) as journal,
       array(select right(id::text, 1)::int from confidentiel.signalement order by 1) as vus,
       array(select r from unnest($1::text[]) with ordinality u (r, n) where annuaire.je_gere(r, '031') order by n) as gere`,
    [CODES_ROLES],
  )
  const { journal, vus, gere } = rows[0]
  return {
    journal,
    vus: CAS.map((_, i) => (vus.includes(i + 1) ? 'oui' : '–')),
    gere: gere.length === CODES_ROLES.length ? ['toutes'] : gere.map((code: CodeRole) => libelle(code).toLowerCase()),
  }
}

interface DroitsDeTable {
  nom: string
  politique: boolean
  droits: Record<string, string>
}

async function droitsDesPortes(client: pg.Client): Promise<DroitsDeTable[]> {
  const { rows: tables } =
    await client.query(`select c.oid::int, n.nspname || '.' || c.relname as nom, c.relforcerowsecurity as politique
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'v') and n.nspname in ('annuaire', 'acces', 'confidentiel', 'prevention', 'machine', 'pilotage', 'enquete') order by 2`)
  const lignes: DroitsDeTable[] = []
  for (const { oid, nom, politique } of tables) {
    const droits: Record<string, string> = {}
    for (const p of PORTES) droits[p] = await droitsDe(client, oid, `preau_${p}`)
    lignes.push({ nom, politique, droits })
  }
  return lignes
}

const LETTRES = { SELECT: 'L', INSERT: 'É', UPDATE: 'M', DELETE: 'E' } as const

async function droitsDe(client: pg.Client, table: number, role: string): Promise<string> {
  const { rows } = await client.query(
    `select p.droit, has_table_privilege($2, $1::oid, p.droit) as entier,
       case when p.droit = 'DELETE' then '{}' else array(select a.attname::text from pg_attribute a
         where a.attrelid = $1::oid and a.attnum > 0 and not a.attisdropped and has_column_privilege($2, $1::oid, a.attnum, p.droit) order by a.attnum) end as colonnes
     from unnest($3::text[]) with ordinality p (droit, n) order by n`,
    [table, role, Object.keys(LETTRES)],
  )
  return rows
    .filter((r) => r.entier || r.colonnes.length > 0)
    .map((r) => LETTRES[r.droit as keyof typeof LETTRES] + (r.entier ? '' : ` (${r.colonnes.join(', ')})`))
    .join(' · ')
}

async function fonctionsGardees(client: pg.Client): Promise<{ nom: string; portes: string[] }[]> {
  const { rows } = await client.query(
    `select n.nspname || '.' || p.proname as nom,
       array(select x from unnest($1::text[]) with ordinality u (x, i) where has_function_privilege('preau_' || x, p.oid, 'execute') order by i) as portes
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname in ('annuaire', 'acces', 'confidentiel', 'prevention') order by 1`,
    [PORTES],
  )
  return rows
}

function actesParRole(p: Protocole): string {
  const verbes = (Object.keys(p.refus) as Verbe[]).map((verbe) => {
    const regles = Object.values(p.regles).flatMap((r): Regle[] => (r[verbe] === undefined ? [] : [r[verbe]]))
    return [regles[0]!.bouton, (r: CodeRole): boolean => regles.some((x) => x.roles.includes(r))] as const
  })
  return tableau(
    ['Acte', ...CODES_ROLES.map(libelle)],
    verbes.map(([bouton, peut]) => [bouton, ...CODES_ROLES.map((r) => (peut(r) ? 'oui' : '–'))]),
  )
}
