import type { fr } from './fr.ts'

/**
 * How the form speaks: to the child concerned, to a child who tells for another, to a parent, to a professional or anybody else.
 * The witness's path is as short as the victim's: the same screens, other words.
 */
export type Registre = 'moi' | 'camarade' | 'parent' | 'pro'

/** Every language has exactly the keys of the French one: a missing one does not compile. */
export type Textes = typeof fr

/** What a language says otherwise to some of its readers. */
export type Partiel<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { [K in keyof T]?: Partiel<T[K]> }
      : T
