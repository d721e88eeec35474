import type { Brouillon } from '../src/signalement/depot/brouillon.ts'
import type { CleAgent } from './agents.ts'
import { ETABLISSEMENTS, type Ecole } from './etablissements.ts'
import { ouvrirPage, remplir, type Champs, type Scene } from './scene.ts'

/** A report of the stories: left at the public door, or written down by an agent. */
export type Signalement = Pick<Brouillon, 'id'>

const page = (b: Signalement): string => `/signalements/${b.id}`

const geste =
  (forme: string) =>
  (s: Scene, quand: Date, qui: CleAgent, b: Signalement, champs: Champs = {}): Promise<string> =>
    remplir(s, quand, qui, page(b), `${page(b)}/${forme}`, champs)

/** Reading, which the reporter is told of. */
export const lire = (s: Scene, quand: Date, qui: CleAgent, b: Signalement): Promise<string> => ouvrirPage(s, quand, qui, page(b))

export const prendre = geste('prise-en-charge')

export const repondre = (s: Scene, quand: Date, qui: CleAgent, b: Signalement, texte: string): Promise<string> =>
  geste('reponses')(s, quand, qui, b, { texte })

export const clore = (s: Scene, quand: Date, qui: CleAgent, b: Signalement, motif: string, dernier: string): Promise<string> =>
  geste('cloture')(s, quand, qui, b, { motif, dernier })

export const monter = (s: Scene, quand: Date, qui: CleAgent, b: Signalement, raison: string): Promise<string> =>
  geste('niveau')(s, quand, qui, b, { raison })

export function confier(s: Scene, quand: Date, qui: CleAgent, b: Signalement, a: CleAgent): Promise<string> {
  const agent = s.agents.get(a)
  if (agent === undefined) throw new Error(`the demonstration has no ${a}`)
  return geste('octrois')(s, quand, qui, b, { agent: agent.id })
}

/** Looks the right school up, then sends the report there. */
export const reorienter = (s: Scene, quand: Date, qui: CleAgent, b: Signalement, vers: Ecole): Promise<string> =>
  remplir(s, quand, qui, `${page(b)}/reorientation?q=${ETABLISSEMENTS[vers].etab}`, `${page(b)}/reorientation`, {
    etab: ETABLISSEMENTS[vers].etab,
  })

/** An agent types what came by telephone, on paper or from another platform. No return code: nobody would have it. */
export async function saisir(s: Scene, quand: Date, qui: CleAgent, ecole: Ecole, dit: Champs): Promise<Signalement> {
  const { etab } = ETABLISSEMENTS[ecole]
  const vers = await remplir(s, quand, qui, '/signalements/nouveau', '/signalements/nouveau', { etab, code: 'non', ...dit })
  const id = /^\/signalements\/([0-9a-f-]{36})/.exec(vers)?.[1]
  if (id === undefined) throw new Error(`demonstration: ${vers} was not expected`)
  return { id }
}
