import { randomUUID } from 'node:crypto'
import type { Brouillon } from '../src/signalement/depot/brouillon.ts'
import type { CleAgent } from './agents.ts'
import { ETABLISSEMENTS, type Ecole } from './etablissements.ts'
import { agentDe, envoyer, ouvrirPage, versionVue, type Champs, type Scene } from './scene.ts'

/** A report of the stories: left at the public door, or written down by an agent. */
export type Signalement = Pick<Brouillon, 'id'>

/** Reading, which the reporter is told of. Once for each agent: the next acts find the page open. */
export async function lire(s: Scene, quand: Date, qui: CleAgent, { id }: Signalement): Promise<void> {
  if (s.lus.has(`${qui} ${id}`)) return
  s.lus.add(`${qui} ${id}`)
  await ouvrirPage(s, quand, qui, `/signalements/${id}`)
}

const geste =
  (forme: string) =>
  async (s: Scene, quand: Date, qui: CleAgent, b: Signalement, champs: Champs = {}): Promise<void> => {
    await lire(s, quand, qui, b)
    const version = await versionVue(s, quand, qui, { signalement: b.id })
    await envoyer(s, quand, qui, `/signalements/${b.id}/${forme}`, { version, ...champs })
  }

export const prendre = geste('prise-en-charge')

export const repondre = (s: Scene, quand: Date, qui: CleAgent, b: Signalement, texte: string): Promise<void> =>
  geste('reponses')(s, quand, qui, b, { message: randomUUID(), texte })

export const clore = (s: Scene, quand: Date, qui: CleAgent, b: Signalement, motif: string, dernier: string): Promise<void> =>
  geste('cloture')(s, quand, qui, b, { message: randomUUID(), motif, dernier })

export const monter = (s: Scene, quand: Date, qui: CleAgent, b: Signalement, raison: string): Promise<void> =>
  geste('niveau')(s, quand, qui, b, { raison })

export const confier = (s: Scene, quand: Date, qui: CleAgent, b: Signalement, a: CleAgent): Promise<void> =>
  geste('octrois')(s, quand, qui, b, { agent: agentDe(s, a).id })

export const reorienter = (s: Scene, quand: Date, qui: CleAgent, b: Signalement, vers: Ecole): Promise<void> =>
  geste('reorientation')(s, quand, qui, b, { etab: ETABLISSEMENTS[vers].etab })

/** An agent types what came by telephone, on paper or from another platform. No return code: nobody would have it. */
export async function saisir(s: Scene, quand: Date, qui: CleAgent, ecole: Ecole, dit: Champs): Promise<Signalement> {
  const id = randomUUID()
  await envoyer(s, quand, qui, '/signalements/nouveau', { id, etab: ETABLISSEMENTS[ecole].etab, code: 'non', ...dit })
  return { id }
}
