import { randomUUID } from 'node:crypto'
import type { CleAgent } from './agents.ts'
import { geste, lu } from './gestes.dossier.ts'
import { ouvrirPage, type Champs, type Scene } from './scene.ts'

export const surveiller = (s: Scene, quand: Date, qui: CleAgent, numero: string, quoi: string): Promise<void> =>
  geste('suivi/surveillance')(s, quand, qui, numero, { id: randomUUID(), quoi })

/** Asked of the targeted pupil before they go: no danger, unless the story says so. */
const SURE = { danger: 'non', suicide: 'non', soir: 'oui' }

/** The next checkpoint, in the words of the target. */
export async function noterPoint(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  parole: string,
  mots: string,
  dit: Champs = {},
): Promise<void> {
  const page = await ouvrirPage(s, quand, qui, `/dossiers/${numero}/suivi`)
  const jalon = lu(/name="jalon"[^]*?value="([0-9a-f-]{36})"/, page)
  await geste('suivi/points')(s, quand, qui, numero, { id: randomUUID(), jalon, parole, mots, ...SURE, ...dit })
}

/** The end, with a last word to each report. */
export const clore = (s: Scene, quand: Date, qui: CleAgent, numero: string, dit: Champs): Promise<void> =>
  geste('suivi/cloture')(s, quand, qui, numero, { id: randomUUID(), motif: 'cesse', ...dit })

/** « Ce n’est pas du harcèlement », with what the family and each person who told read. */
export const ecarter = (s: Scene, quand: Date, qui: CleAgent, numero: string, dit: Champs): Promise<void> =>
  geste('suivi/ecart')(s, quand, qui, numero, { id: randomUUID(), ...dit })

export const rouvrir = (s: Scene, quand: Date, qui: CleAgent, numero: string, raison: string): Promise<void> =>
  geste('suivi/reouverture')(s, quand, qui, numero, { id: randomUUID(), raison })
