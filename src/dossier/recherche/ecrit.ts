import type { Onglet } from '../protocole/protocole.ts'

/** One text that somebody wrote in a dossier, and where it is read. */
export interface Ecrit {
  partie: Onglet
  titre: string
  /** When it was written, or the day that it tells of, as `2026-11-22`. */
  le: Date | string
  par: string
  texte: string
  /** Under the address of the dossier. */
  ou: string
  /** What has a key and a page of its own (an attached report, a request for support): its thread, its address, what it is. */
  ailleurs?: { fil: string; url: string; libelle: string }
}

export const nom = (x: { prenom: string | null; nom: string | null }): string => [x.prenom, x.nom].filter(Boolean).join(' ')

const minuscule = (texte: string): string => texte.charAt(0).toLowerCase() + texte.slice(1)

/** Each text under its own name, as its page shows them: facts, words heard and appreciation never run into one (3.15). */
export const dits = (ou: Omit<Ecrit, 'texte'>, ...lignes: readonly (readonly [quoi: string, texte: string])[]): Ecrit[] =>
  lignes
    .filter(([, texte]) => texte !== '')
    .map(([quoi, texte]) => ({ ...ou, titre: quoi === '' ? ou.titre : `${ou.titre} : ${minuscule(quoi)}`, texte }))
