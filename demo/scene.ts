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
import type { Langue } from '#ui'
import { createApp } from '../src/app.ts'
import * as connexion from '../src/acces/connexion/connexion.sql.ts'
import * as dossier from '../src/dossier/dossier.sql.ts'
import { nouveauBrouillon, REPONSES_VIDES, type Brouillon, type Reponses } from '../src/signalement/depot/brouillon.ts'
import { deposer, preuvesDuDepot } from '../src/signalement/depot/deposer.ts'
import { mettreEnAttente, nettoyer } from '../src/signalement/depot/pieces.ts'
import { accesParCode, avecCode } from '../src/signalement/suivi/acces.ts'
import { ecrire, lireDialogue } from '../src/signalement/suivi/fil.ts'
import * as traitement from '../src/signalement/traitement/traitement.sql.ts'
import type { Agent, CleAgent } from './agents.ts'
import { secretDe, type CodeConnu } from './codes.ts'
import { ETABLISSEMENTS, type Ecole } from './etablissements.ts'

/** Where the stories happen: the real application, in the hands of the invented people, at the time that is told. */
export interface Scene {
  maison: Maison
  app: Hono<Env>
  agents: ReadonlyMap<string, Agent>
  /** Who has opened what already. */
  lus: Set<string>
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
  return { maison, app: createApp(maison), agents: new Map(agents.map((a) => [a.cle, a])), lus: new Set() }
}

export const fermerScene = (s: Scene): Promise<void> => closeBase(s.maison.base)

interface Depot {
  /** Gives the report a code that stays the same. */
  code?: CodeConnu
  langue?: Langue
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

export function agentDe(s: Scene, cle: CleAgent): Agent {
  const agent = s.agents.get(cle)
  if (agent === undefined) throw new Error(`the demonstration has no ${cle}`)
  return agent
}

/** A sign-in, for the time of one act: the identity provider is not asked, the directory is. */
async function commeAgent<T>(s: Scene, cle: CleAgent, travail: (cookie: string, jeton: string) => Promise<T>): Promise<T> {
  const agent = agentDe(s, cle)
  const jeton = nouveauJeton()
  const empreinte = empreinteDe(jeton)
  const qui = { acad: s.maison.config.academie, sub: agent.sub, mail: agent.mail, empreinte, jeton: Buffer.alloc(0) }
  await transaction(s.maison.base, 'seuil', {}, (db) => db.one(connexion.ouvrirSession, qui))
  try {
    return await travail(`${s.maison.config.origine.startsWith('https:') ? '__Host-' : ''}preau=${jeton}`, jeton)
  } finally {
    await transaction(s.maison.base, 'seuil', {}, (db) => db.one(connexion.fermerSession, { empreinte }))
  }
}

/** An agent opens a page and reads it; a dossier where nothing was handed to them asks why, and they were told of it. */
export function ouvrirPage(s: Scene, quand: Date, qui: CleAgent, chemin: string): Promise<string> {
  clock.set(quand)
  return commeAgent(s, qui, async (Cookie) => {
    const lire = async (): Promise<Response> => s.app.request(chemin, { headers: { Cookie } })
    let r = await lire()
    const pourquoi = r.status === 403 ? /action="(\/dossiers\/[\dA-Z-]+\/motif)"/.exec(await r.clone().text()) : null
    if (pourquoi !== null) {
      const body = new URLSearchParams({ id: randomUUID(), motif: 'prevenu' })
      await s.app.request(pourquoi[1]!, { method: 'POST', body, headers: { Cookie } })
      r = await lire()
    }
    if (r.status !== 200) throw new Error(`demonstration: ${qui}, GET ${chemin}: ${r.status}`)
    return r.text()
  })
}

export type Champs = Readonly<Record<string, string | readonly string[]>>

/** What is on the screen of this agent: the version that a form would send back. */
export function versionVue(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  fil: { signalement: string } | { numero: string },
): Promise<string> {
  clock.set(quand)
  const ou = { acad: s.maison.config.academie, moi: agentDe(s, qui).id, etabs: [], circos: [] }
  return commeAgent(s, qui, (_, session) =>
    transaction(s.maison.base, 'agent', { session }, async (db) => {
      const vu =
        'numero' in fil
          ? await db.one(dossier.parNumero, { ...ou, numero: fil.numero })
          : await db.one(traitement.signalement, { ...ou, id: fil.signalement })
      return String(vu.version)
    }),
  )
}

/** An agent sends a form. @returns where the application leads them next. */
export function envoyer(s: Scene, quand: Date, qui: CleAgent, action: string, champs: Champs): Promise<string> {
  clock.set(quand)
  return commeAgent(s, qui, async (Cookie) => {
    const body = new URLSearchParams()
    for (const [nom, dit] of Object.entries(champs)) for (const un of [dit].flat()) body.append(nom, un as string)
    const r = await s.app.request(action, { method: 'POST', body, headers: { Cookie } })
    if (r.status !== 303) throw new Error(`demonstration: ${qui}, POST ${action}: ${r.status} ${phraseDeRefus(await r.text())}`)
    return r.headers.get('Location') ?? ''
  })
}

/** An agent joins a file to a form. @returns where the application leads them next. */
export function joindre(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  action: string,
  champ: string,
  octets: Buffer,
  nom = 'photo.jpg',
  champs: Readonly<Record<string, string>> = {},
): Promise<string> {
  clock.set(quand)
  return commeAgent(s, qui, async (Cookie) => {
    const body = new FormData()
    for (const [n, v] of Object.entries(champs)) body.append(n, v)
    body.append(champ, new Blob([new Uint8Array(octets)]), nom)
    const r = await s.app.request(action, { method: 'POST', body, headers: { Cookie } })
    if (r.status !== 303) throw new Error(`demonstration: ${qui}, POST ${action}: ${r.status} ${phraseDeRefus(await r.text())}`)
    return r.headers.get('Location') ?? ''
  })
}

/** What an error page says, without its tags. */
const phraseDeRefus = (html: string): string =>
  html
    .slice(html.indexOf('role="alert"'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300)
