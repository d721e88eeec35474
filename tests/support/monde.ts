import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import {
  clock,
  MINUTE,
  closeBase,
  openBase,
  ouvrirJournal,
  transaction,
  urlDePorte,
  lireConfig,
  type Env,
  type Maison,
} from '#platform'
import { empreinteDe, nouveauJeton } from '#acces'
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { nouvelleBase, trousseauDeTest, type Modele } from './postgres.ts'

/** Check letter of a UAI (annuaire de l'éducation): the number modulo 23 in an alphabet without I, O and Q. */
export const uai = (chiffres: string): string => chiffres + 'ABCDEFGHJKLMNPRSTUVWXYZ'[Number(chiffres) % 23]

/** Two territories that mirror each other, so that a leak from one to the other has somewhere to go. */
export const ECOLES = {
  tilleuls: { etab: uai('0319001'), dept: '031', circo: null, nom: 'Collège Les Tilleuls', type: 'college', commune: 'Valbrune' },
  saules: {
    etab: uai('0319002'),
    dept: '031',
    circo: null,
    nom: 'Collège Les Saules',
    type: 'college',
    commune: 'Montclar-le-Vieux',
  },
  glycines: {
    etab: uai('0319003'),
    dept: '031',
    circo: uai('0319900'),
    nom: 'École élémentaire Les Glycines',
    type: 'ecole',
    commune: 'Valbrune',
  },
  pruniers: {
    etab: uai('0819001'),
    dept: '081',
    circo: null,
    nom: 'Collège Les Pruniers',
    type: 'college',
    commune: 'Rocaverde',
  },
  ormes: {
    etab: uai('0819002'),
    dept: '081',
    circo: uai('0819900'),
    nom: 'École Les Ormes',
    type: 'ecole',
    commune: 'Rocaverde',
  },
} as const
export type Ecole = keyof typeof ECOLES

/** One agent for each role and place: their key says what they hold. */
export const AGENTS = {
  chefTilleuls: { prenom: 'Claire', nom: 'Vidal', role: 'chef', etab: 'tilleuls' },
  coordoTilleuls: { prenom: 'Hugo', nom: 'Marsan', role: 'coordonnateur', etab: 'tilleuls' },
  equipeTilleuls: { prenom: 'Inès', nom: 'Roca', role: 'equipe', etab: 'tilleuls' },
  chefSaules: { prenom: 'Paul', nom: 'Ferrand', role: 'chef', etab: 'saules' },
  directriceGlycines: { prenom: 'Nadia', nom: 'Bel', role: 'chef', etab: 'glycines' },
  ien31: { prenom: 'Luc', nom: 'Andrieu', role: 'ien', circo: uai('0319900') },
  referent31: { prenom: 'Sarah', nom: 'Costa', role: 'referent_departemental', dept: '031' },
  responsable31: { prenom: 'Marc', nom: 'Dupuy', role: 'responsable_departemental', dept: '031' },
  chefPruniers: { prenom: 'Anne', nom: 'Soler', role: 'chef', etab: 'pruniers' },
  ien81: { prenom: 'Rémi', nom: 'Gau', role: 'ien', circo: uai('0819900') },
  referent81: { prenom: 'Jeanne', nom: 'Pons', role: 'referent_departemental', dept: '081' },
  referenteAcademique: { prenom: 'Élise', nom: 'Moreau', role: 'referente_academique' },
  responsableAcademique: { prenom: 'Denis', nom: 'Lacaze', role: 'responsable_academique' },
  communication: { prenom: 'Zoé', nom: 'Prat', role: 'communication' },
  dpo: { prenom: 'Ève', nom: 'Martel', role: 'dpo' },
  administrateur: { prenom: 'Théo', nom: 'Blanc', role: 'administrateur' },
} as const satisfies Record<string, { prenom: string; nom: string; role: string; etab?: Ecole; circo?: string; dept?: string }>
export type NomAgent = keyof typeof AGENTS
export const NOMS_AGENTS = Object.keys(AGENTS) as NomAgent[]

type Champs = Record<string, string | readonly string[]>

export interface Monde {
  maison: Maison
  app: Hono<Env>
  /** Administration URL: tests plant and look with it; the application never has it. */
  url: string
  agents: Record<NomAgent, string>
  /** A new session for this agent, as its token. */
  session(nom: NomAgent): Promise<string>
  /** GET as this agent (or as nobody). Where a dossier asks why it is opened, they say it, and go on: as people do. */
  lire(chemin: string, nom?: NomAgent): Promise<Response>
  /** POST a form as this agent (or as nobody), the same way. */
  envoyer(chemin: string, champs: Champs, nom?: NomAgent): Promise<Response>
  /** GET, or POST when there are fields, and nothing more: for what is about that question. */
  essayer(chemin: string, nom?: NomAgent, champs?: Champs): Promise<Response>
  /** SQL as the server's administrator: only to plant or to look, never for what is under test. */
  admin<R extends pg.QueryResultRow>(sql: string, args?: unknown[]): Promise<R[]>
  finirMandat(nom: NomAgent): Promise<void>
  /** One more post for this agent: now, or since some days. Gives back what ends it. */
  ajouterMandat(
    nom: NomAgent,
    role: string,
    lieu: { etab?: string; circo?: string; dept?: string },
    depuisJours?: number,
  ): Promise<() => Promise<void>>
  /** Moves the clock; everybody signs in anew, as they would on another day. */
  aller(quand: Date): void
  fermer(): Promise<void>
}

/** A fresh world: an académie, two départements, five schools, sixteen agents, the real school calendar; the clock stands at `maintenant`. */
export async function nouveauMonde(maintenant = new Date('2026-11-10T09:00:00+01:00')): Promise<Monde> {
  clock.set(maintenant)
  const base = await nouvelleBase(PEUPLE)
  const donnees = mkdtempSync(join(tmpdir(), 'preau-monde-'))
  const config = lireConfig({ PREAU_ENV: 'test', PREAU_JOURNAL: 'silent', PORT: '3000', PREAU_DONNEES: donnees })
  const maison: Maison = {
    config,
    base: openBase((door) => urlDePorte(base.url, trousseauDeTest, door)),
    trousseau: trousseauDeTest,
    journal: ouvrirJournal('silent'),
  }
  const client = new pg.Client({ connectionString: base.url })
  await client.connect()
  const agents = await lesAgents(client)
  const app = createApp(maison)
  const sessions = new Map<NomAgent, { jeton: string; ouverte: number }>()
  const session = async (nom: NomAgent): Promise<string> => {
    const jeton = nouveauJeton()
    await transaction(maison.base, 'seuil', {}, (db) =>
      db.run(
        {
          name: 'test.ouvrir',
          text: 'select acces.ouvrir_session($1, $2, $3, $4, null, $5)',
          params: ['a', 's', 'm', 'e', 'd'],
        } as never,
        { a: '16', s: `sub-${nom}`, m: 'x@exemple.fr', e: empreinteDe(jeton), d: '12 hours' } as never,
      ),
    )
    return jeton
  }
  const entetes = async (nom?: NomAgent): Promise<Record<string, string>> => {
    if (nom === undefined) return {}
    const connue = sessions.get(nom)
    // A test that moves the clock signs in anew, as people do.
    const neuve = connue === undefined || Math.abs(clock.now().getTime() - connue.ouverte) > 20 * MINUTE
    const s = neuve ? { jeton: await session(nom), ouverte: clock.now().getTime() } : connue
    sessions.set(nom, s)
    return { Cookie: `preau=${s.jeton}` }
  }
  const essayer: Monde['essayer'] = async (chemin, nom, champs) => {
    if (champs === undefined) return app.request(chemin, { headers: await entetes(nom) })
    const corps = new URLSearchParams()
    for (const [k, v] of Object.entries(champs)) for (const un of typeof v === 'string' ? [v] : v) corps.append(k, un)
    return app.request(chemin, {
      method: 'POST',
      body: corps,
      headers: { ...(await entetes(nom)), 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  }
  const aller: Monde['essayer'] = async (chemin, nom, champs) => {
    const r = await essayer(chemin, nom, champs)
    const pourquoi = r.status === 403 ? /action="(\/dossiers\/[\dA-Z-]+\/motif)"/.exec(await r.clone().text()) : null
    if (pourquoi === null) return r
    await essayer(pourquoi[1]!, nom, { id: randomUUID(), motif: 'prevenu' })
    return essayer(chemin, nom, champs)
  }
  return {
    maison,
    app,
    url: base.url,
    agents,
    session,
    lire: (chemin, nom) => aller(chemin, nom),
    envoyer: (chemin, champs, nom) => aller(chemin, nom, champs),
    essayer,
    admin: async (sql, args = []) => (await client.query(sql, args)).rows as never,
    finirMandat: async (nom) =>
      void (await client.query('update annuaire.mandat set au = $2 where agent = $1', [agents[nom], clock.now()])),
    ajouterMandat: async (nom, role, { etab, circo, dept }, depuisJours = 0) => {
      const id = randomUUID()
      await client.query(
        `insert into annuaire.mandat (acad, id, agent, role, dept, circo, etab, du) values ('16', $1, $2, $3, $4, $5, $6, $7::timestamptz - $8 * interval '1 day')`,
        [id, agents[nom], role, dept ?? null, circo ?? null, etab ?? null, clock.now(), depuisJours],
      )
      return async () => void (await client.query('update annuaire.mandat set au = $2 where id = $1', [id, clock.now()]))
    },
    aller: (quand) => {
      clock.set(quand)
      sessions.clear()
    },
    fermer: async () => {
      await client.end()
      await closeBase(maison.base)
      await base.fermer()
      rmSync(donnees, { recursive: true, force: true })
      clock.set(null)
    },
  }
}

/** Its people, schools and calendar are the same for every test: planted once a run. */
const PEUPLE: Modele = {
  nom: 'monde',
  remplir: async (url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await peupler(client)
    await client.end()
    const { planterCalendrier } = await import('../../demo/planter.ts')
    await planterCalendrier(url)
  },
}

async function lesAgents(c: pg.Client): Promise<Record<NomAgent, string>> {
  const { rows } = await c.query<{ id: string; cle: string }>(`select id, substr(sub, 5) as cle from annuaire.agent`)
  return Object.fromEntries(rows.map(({ cle, id }) => [cle, id])) as Record<NomAgent, string>
}

async function peupler(c: pg.Client): Promise<void> {
  await c.query(`insert into annuaire.academie values ('16', 'Toulouse', 'C');
    insert into annuaire.departement values ('16', '031', 'Haute-Garonne'), ('16', '081', 'Tarn');
    insert into annuaire.circonscription (acad, circo, dept, nom) values ('16', '${uai('0319900')}', '031', 'Valbrune'), ('16', '${uai('0819900')}', '081', 'Rocaverde')`)
  for (const e of Object.values(ECOLES))
    await c.query(
      `insert into annuaire.etablissement (acad, etab, dept, circo, nom, type, secteur, commune, code_postal) values ('16', $1, $2, $3, $4, $5, 'public', $6, $7)`,
      [e.etab, e.dept, e.circo, e.nom, e.type, e.commune, `${e.dept.slice(1)}900`],
    )
  const debut = '2026-09-01T00:00:00+02:00'
  for (const [cle, a] of Object.entries(AGENTS) as [
    NomAgent,
    { prenom: string; nom: string; role: string; etab?: Ecole; circo?: string; dept?: string },
  ][]) {
    const id = randomUUID()
    await c.query(
      `insert into annuaire.agent (acad, id, sub, nom, prenom, mail, cree_le) values ('16', $1, $2, $3, $4, $5, $6)`,
      [id, `sub-${cle}`, a.nom, a.prenom, `${cle.toLowerCase()}@exemple.fr`, debut],
    )
    await c.query(
      `insert into annuaire.mandat (acad, id, agent, role, dept, circo, etab, du) values ('16', $1, $2, $3, $4, $5, $6, $7)`,
      [randomUUID(), id, a.role, a.dept ?? null, a.circo ?? null, a.etab === undefined ? null : ECOLES[a.etab].etab, debut],
    )
  }
}
