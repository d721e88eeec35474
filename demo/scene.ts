import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import {
  clock,
  closeBase,
  openBase,
  ouvrirJournal,
  transaction,
  urlDePorte,
  type Config,
  type Env,
  type Maison,
  type Trousseau,
} from '#platform'
import { empreinteDe, nouveauJeton } from '#acces'
import { createApp } from '../src/app.ts'
import * as connexion from '../src/acces/connexion/connexion.sql.ts'
import { nouveauBrouillon, REPONSES_VIDES, type Brouillon, type Reponses } from '../src/signalement/depot/brouillon.ts'
import { deposer, preuvesDuDepot } from '../src/signalement/depot/deposer.ts'
import { mettreEnAttente, nettoyer } from '../src/signalement/depot/pieces.ts'
import { accesParCode, avecCode } from '../src/signalement/suivi/acces.ts'
import { ecrire, lireDialogue } from '../src/signalement/suivi/fil.ts'
import type { Agent, CleAgent } from './agents.ts'
import { secretDe, type CodeConnu } from './codes.ts'
import { ETABLISSEMENTS, type Ecole } from './etablissements.ts'
import { champsCaches, phraseDeRefus } from './navigateur.ts'

/** Where the stories happen: the real application, in the hands of the invented people, at the time that is told. */
export interface Scene {
  maison: Maison
  app: Hono<Env>
  agents: ReadonlyMap<string, Agent>
}

/** Commits that do not wait for the disk: the last act of the loading does, and makes all those before it sure. */
function sansAttente(url: string): string {
  const u = new URL(url)
  u.searchParams.set('options', '-c synchronous_commit=off')
  return u.href
}

export function ouvrirScene(config: Config, url: string, trousseau: Trousseau, agents: readonly Agent[]): Scene {
  const base = openBase((door) => sansAttente(urlDePorte(url, trousseau, door)))
  const maison: Maison = { config, base, trousseau, journal: ouvrirJournal('silent') }
  return { maison, app: createApp(maison), agents: new Map(agents.map((a) => [a.cle, a])) }
}

export const fermerScene = (s: Scene): Promise<void> => closeBase(s.maison.base)

interface Depot {
  /** Gives the report a code that stays the same. */
  code?: CodeConnu
  langue?: string
  images?: readonly Buffer[]
}

/** Somebody tells, through the public door. */
export async function raconter(s: Scene, quand: Date, ecole: Ecole, dit: Partial<Reponses>, o: Depot = {}): Promise<Brouillon> {
  clock.set(quand)
  const { base, trousseau, config } = s.maison
  const neuf = nouveauBrouillon()
  const secret = o.code === undefined ? neuf.secret : secretDe(o.code).toString('base64')
  const brouillon = { ...neuf, secret, r: { ...REPONSES_VIDES, etab: ETABLISSEMENTS[ecole].etab, ...dit } }
  const { images } = await nettoyer(
    (o.images ?? []).map((octets) => ({ octets })),
    5,
  )
  await transaction(base, 'public', preuvesDuDepot(trousseau, config.academie, brouillon), async (db) => {
    await mettreEnAttente(db, config.academie, brouillon, images)
    await deposer(db, trousseau, config.academie, brouillon, o.langue ?? 'fr')
  })
  return brouillon
}

/** The reporter comes back with the code and reads; writes when there is something to say. */
export async function revenir(s: Scene, quand: Date, b: Brouillon, texte = ''): Promise<void> {
  clock.set(quand)
  const { trousseau, config } = s.maison
  const acces = accesParCode(trousseau, config.academie, Buffer.from(b.secret, 'base64'))
  await avecCode(s.maison, acces, (db) => lireDialogue(db, trousseau, config.academie))
  if (texte !== '')
    await avecCode(s.maison, acces, (db) => ecrire(db, trousseau, config.academie, { id: randomUUID(), texte, images: [] }))
}

/** A sign-in, for the time of one act: the identity provider is not asked, the directory is. */
async function commeAgent<T>(s: Scene, cle: CleAgent, travail: (cookie: string) => Promise<T>): Promise<T> {
  const agent = s.agents.get(cle)
  if (agent === undefined) throw new Error(`the demonstration has no ${cle}`)
  const jeton = nouveauJeton()
  const empreinte = empreinteDe(jeton)
  const qui = { acad: s.maison.config.academie, sub: agent.sub, mail: agent.mail, empreinte, jeton: Buffer.alloc(0) }
  await transaction(s.maison.base, 'seuil', {}, (db) => db.one(connexion.ouvrirSession, qui))
  try {
    return await travail(`${s.maison.config.origine.startsWith('https:') ? '__Host-' : ''}preau=${jeton}`)
  } finally {
    await transaction(s.maison.base, 'seuil', {}, (db) => db.one(connexion.fermerSession, { empreinte }))
  }
}

async function lirePage(s: Scene, chemin: string, Cookie: string): Promise<string> {
  const r = await s.app.request(chemin, { headers: { Cookie } })
  if (r.status !== 200) throw new Error(`demonstration: GET ${chemin} answered ${r.status}`)
  return r.text()
}

/** An agent opens a page and reads it. */
export function ouvrirPage(s: Scene, quand: Date, qui: CleAgent, chemin: string): Promise<string> {
  clock.set(quand)
  return commeAgent(s, qui, (cookie) => lirePage(s, chemin, cookie))
}

export type Champs = Readonly<Record<string, string | readonly string[]>>

/** An agent opens a page, fills one of its forms and sends it. @returns where the application leads them next. */
export function remplir(s: Scene, quand: Date, qui: CleAgent, chemin: string, action: string, champs: Champs): Promise<string> {
  clock.set(quand)
  return commeAgent(s, qui, async (Cookie) => {
    const corps = new URLSearchParams(champsCaches(await lirePage(s, chemin, Cookie), action))
    for (const [nom, dit] of Object.entries(champs)) {
      corps.delete(nom)
      for (const un of [dit].flat() as string[]) corps.append(nom, un)
    }
    const r = await s.app.request(action, { method: 'POST', body: corps, headers: { Cookie } })
    if (r.status !== 303) throw new Error(`demonstration: ${qui}, POST ${action}: ${r.status} ${phraseDeRefus(await r.text())}`)
    return r.headers.get('Location') ?? ''
  })
}
