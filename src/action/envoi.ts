import { lireFormulaire } from '#platform'
import type { CtxAgent } from '#acces'

/** The fields of a form, as sent; a NUL or broken letters are refused before anything reads them. */
export type Envoi = Readonly<Record<string, readonly string[]>>

export const lireEnvoi = async (c: CtxAgent): Promise<Envoi> => Object.fromEntries((await lireFormulaire(c)).champs)

export const un = (envoi: Envoi, nom: string): string => (Object.hasOwn(envoi, nom) ? (envoi[nom]![0] ?? '').trim() : '')
export const tous = (envoi: Envoi, nom: string): readonly string[] => (Object.hasOwn(envoi, nom) ? envoi[nom]! : [])

/** The version on the page that was sent; what is none is the version of nothing. */
export const versionDe = (texte: string): number => (/^\d{1,9}$/.test(texte) ? Number(texte) : -1)
