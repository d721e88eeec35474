import { menerABien, type AgentDb } from '#platform'
import type { CtxAgent } from '#acces'
import { Incomplet, type Ouvert } from './ouvert.ts'

/** The fields of a form, as sent. */
export type Envoi = Readonly<Record<string, string>>

/** What was done: the code of the sentence to say, and where. */
export interface Suite {
  fait: string
  url?: string
}

export type Verbe = (db: AgentDb, o: Ouvert, envoi: Envoi) => Promise<Suite>

export async function lireEnvoi(c: CtxAgent): Promise<Envoi> {
  const corps = await menerABien(() => c.req.parseBody())
  return Object.fromEntries(Object.entries(corps).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v.trim()]] : [])))
}

/** The version of the report on the page that was sent. */
export const versionDe = (envoi: Envoi): number => (/^\d{1,9}$/.test(envoi.version ?? '') ? Number(envoi.version) : -1)

export const MESSAGE_MAX = 4000

/** A message that must be there, and not too long. */
export function texteDe(envoi: Envoi, champ: string, vide: string): string {
  const texte = envoi[champ] ?? ''
  if (texte === '') throw new Incomplet({ champ, message: vide })
  if (texte.length > MESSAGE_MAX)
    throw new Incomplet({ champ, message: `Ce message est trop long : ${texte.length} signes, pour ${MESSAGE_MAX} au plus.` })
  return texte
}

/** A beginning of a letter whose gaps were left open, however the dots are typed; an ellipsis that ends a word is none. */
export const troue = (texte: string): boolean => /(^|\s)(…|\.\.\.)/.test(texte)

/** What a person who told will read: a beginning of modeles.ts whose gaps were left open never leaves. */
export function lettreDe(envoi: Envoi, champ: string, vide: string): string {
  const texte = texteDe(envoi, champ, vide)
  if (troue(texte)) throw new Incomplet({ champ, message: 'Complétez les passages marqués « … », ou retirez-les.' })
  return texte
}

/** Why a report goes up: closed words, so that the fact holds no narrative. */
export const MOTIFS_MONTER = {
  gravite: { libelle: 'La gravité dépasse ce que ce niveau peut faire' },
  adulte: { libelle: 'Un adulte est mis en cause' },
  plusieurs: { libelle: 'Plusieurs établissements sont concernés' },
  conflit: { libelle: 'Conflit d’intérêts : je ne peux pas m’en occuper' },
  persiste: { libelle: 'Ce qui a été fait n’a pas suffi' },
  absence: { libelle: 'Personne n’est disponible à ce niveau' },
} as const
