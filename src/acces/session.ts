import { createHash, randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import {
  clock,
  lecture,
  MINUTE,
  question,
  SansSession,
  transaction,
  type AgentDb,
  type Base,
  type Env,
  type Maison,
} from '#platform'
import * as sql from './session.sql.ts'

export interface Mandat {
  id: string
  role: string
  dept: string | null
  circo: string | null
  etab: string | null
  /** Type of the school (`ecole`, `college`…), when there is one. */
  type: string | null
  /** Name of the place; null for the whole académie. */
  lieu: string | null
  du: Date
  au: Date | null
}

/** The agent of this request, as the database sees them. */
export interface Moi {
  acad: string
  agent: string
  prenom: string
  nom: string
  mail: string
  mandats: Mandat[]
  /** Threads that were given to them one by one. The policies decide; this only says where to look. */
  octrois: string[]
  finitLe: Date
}

export interface EnvAgent extends Env {
  Variables: Env['Variables'] & { moi: Moi; jeton: string }
}
export type CtxAgent = Context<EnvAgent>

/** 32 random bytes in hexadecimal: the browser holds it, the database only its SHA-256. */
export const nouveauJeton = (): string => randomBytes(32).toString('hex')
export const empreinteDe = (jeton: string): Buffer => createHash('sha256').update(Buffer.from(jeton, 'hex')).digest()

const nomDuCookie = (m: Maison): string => (m.config.origine.startsWith('https:') ? '__Host-preau' : 'preau')

export function poserCookie(c: Context, m: Maison, jeton: string): void {
  setCookie(c, nomDuCookie(m), jeton, {
    httpOnly: true,
    secure: m.config.origine.startsWith('https:'),
    sameSite: 'Lax',
    path: '/',
    maxAge: 12 * 3600,
  })
}
export const oterCookie = (c: Context, m: Maison): void =>
  void deleteCookie(c, nomDuCookie(m), { path: '/', secure: m.config.origine.startsWith('https:') })

export function jetonDe(c: Context, m: Maison): string | null {
  const jeton = getCookie(c, nomDuCookie(m))
  return jeton !== undefined && /^[0-9a-f]{64}$/.test(jeton) ? jeton : null
}

/** Who holds this token now, or null: unknown, ended, closed, or without any mandate left. */
export const lireSession = async (m: Maison, jeton: string): Promise<Moi | null> =>
  (await presenter(m, empreinteDe(jeton)))?.moi ?? null

/** An agent, and word for word what the database said of them. */
interface Vu {
  moi: Moi
  dit: string
}

/** `connu`, if nothing of them has changed since. */
async function presenter(m: Maison, empreinte: Buffer, connu?: Vu): Promise<Vu | null> {
  const [s] = await question(m.base, 'agent', sql.presenter, { empreinte })
  if (s === undefined || s.mandats === null) return null
  const dit = JSON.stringify(s)
  if (connu?.dit === dit) return connu
  const { acad, agent, prenom, nom, mail, octrois, finit_le } = s
  const mandats = (s.mandats as (Omit<Mandat, 'du' | 'au'> & { du: string; au: string | null })[]).map((x) => ({
    ...x,
    du: new Date(x.du),
    au: x.au === null ? null : new Date(x.au),
  }))
  return { moi: { acad, agent, prenom, nom, mail, mandats, octrois, finitLe: finit_le }, dit }
}

/** So many agents at work at once; beyond, whoever has been away longest is asked for again before their page. */
const CONNUS = 1000
/** Well within the thirty minutes after which an idle session ends. */
const FRAIS = 20 * MINUTE
const connus = new WeakMap<Base, Map<string, { vu: Vu; le: number }>>()

/** Who held this session a moment ago; `apprendre` keeps who holds it now. */
function memoireDe(m: Maison, empreinte: Buffer): { connu: Vu | undefined; apprendre: (vu: Vu | null) => Vu | null } {
  const tous = connus.get(m.base) ?? new Map<string, { vu: Vu; le: number }>()
  connus.set(m.base, tous)
  const cle = empreinte.toString('base64')
  const maintenant = clock.now().getTime()
  const tenu = tous.get(cle)
  const frais = tenu !== undefined && Math.abs(maintenant - tenu.le) < FRAIS && tenu.vu.moi.finitLe.getTime() > maintenant
  const apprendre = (vu: Vu | null): Vu | null => {
    tous.delete(cle)
    if (vu !== null) tous.set(cle, { vu, le: maintenant })
    if (tous.size > CONNUS) tous.delete(tous.keys().next().value!)
    return vu
  }
  return { connu: frais ? tenu.vu : undefined, apprendre }
}

/**
 * The agents' door: no session, nothing else runs. A reading begins as who held this session last time while the database is
 * asked who holds it now: one wait less before each page. Its policies judge by the session itself, and nothing is sent before
 * that answer: when something changed, what was read is thrown away and `refaire` reads again.
 */
export const porteAgents =
  (refaire: (c: CtxAgent) => Response | Promise<Response>): MiddlewareHandler<EnvAgent> =>
  async (c, next) => {
    const m = c.get('maison')
    const jeton = jetonDe(c, m)
    if (jeton === null) throw new SansSession()
    c.set('jeton', jeton)
    const empreinte = empreinteDe(jeton)
    const { connu, apprendre } = memoireDe(m, empreinte)
    const presente = presenter(m, empreinte, connu).then(apprendre)
    if (connu === undefined || c.req.method !== 'GET') {
      const vu = await presente
      if (vu === null) throw new SansSession()
      c.set('moi', vu.moi)
      return next()
    }
    c.set('moi', connu.moi)
    const [vu] = await Promise.all([presente, next()])
    if (vu === connu) return
    void c.res.body?.cancel()
    c.res = undefined
    c.res = await refaire(c)
  }

/** One transaction as this agent. The only way for a handler to query what agents see. */
export const enTantQue = <T>(c: CtxAgent, work: (db: AgentDb) => Promise<T>): Promise<T> =>
  transaction(c.get('maison').base, 'agent', { session: c.get('jeton') }, work)

/** The same, for a page that asks for all it shows at once: see `lecture`. */
export const lireEnTantQue = <T>(c: CtxAgent, work: (db: AgentDb) => Promise<T>): Promise<T> =>
  lecture(c.get('maison').base, 'agent', { session: c.get('jeton') }, work)

/** Posts that decide less, after those that decide (S03): a second post never takes away what the first one lets do. */
const DECIDE_MOINS: Readonly<Record<string, number>> = {
  coordonnateur: 1,
  equipe: 2,
  communication: 3,
  dpo: 3,
  administrateur: 3,
}

/** The capacity in which somebody acts on a place: of the mandates that cover it, the lowest that decides. */
export function qualite(moi: Moi, lieu: { etab: string; circo: string | null; dept: string }): string {
  const portee = (m: Mandat): number =>
    m.etab !== null
      ? m.etab === lieu.etab
        ? 1
        : 9
      : m.circo !== null
        ? m.circo === lieu.circo
          ? 2
          : 9
        : m.dept !== null
          ? m.dept === lieu.dept
            ? 3
            : 9
          : 4
  const rang = (m: Mandat): number => (portee(m) === 9 ? 100 : 0) + 10 * (DECIDE_MOINS[m.role] ?? 0) + portee(m)
  const [premier] = [...moi.mandats].sort((a, b) => rang(a) - rang(b))
  return premier?.role ?? 'inconnu'
}
