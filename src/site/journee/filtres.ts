import { NIVEAUX, PUBLICS, TYPES } from '#action'
import type { Action } from './donnees.ts'

export interface Filtres {
  dept: string
  niveau: string
  type: string
  public: string
  page: number
}
export type NomFiltre = 'dept' | 'niveau' | 'type' | 'public'
export const NOMS: readonly NomFiltre[] = ['dept', 'niveau', 'type', 'public']

const parmi = (liste: Readonly<Record<string, string>>, code: string): string => (Object.hasOwn(liste, code) ? code : '')

/** What an address may say. Anything else is ignored: the pages kept stay as few as the choices. */
export function lireFiltres(q: (nom: string) => string | undefined, depts: readonly string[]): Filtres {
  const dept = q('dept') ?? ''
  const page = q('page') ?? ''
  return {
    dept: depts.includes(dept) ? dept : '',
    niveau: parmi(NIVEAUX, q('niveau') ?? ''),
    type: parmi(TYPES, q('type') ?? ''),
    public: parmi(PUBLICS, q('public') ?? ''),
    page: /^[1-9]\d?$/.test(page) ? Number(page) : 1,
  }
}

export const filtrer = (actions: readonly Action[], f: Filtres): Action[] =>
  actions.filter(
    (a) =>
      (f.dept === '' || a.dept === f.dept) &&
      (f.niveau === '' || a.typeEcole === f.niveau) &&
      (f.type === '' || a.type === f.type) &&
      (f.public === '' || a.publics.includes(f.public)),
  )

/** The same question written one way only: the key of a kept page, and the address of a link. */
export function requete(f: Filtres, change: Partial<Filtres> = {}): string {
  const v = { ...f, page: 1, ...change }
  const q = new URLSearchParams()
  for (const nom of NOMS) if (v[nom] !== '') q.set(nom, v[nom])
  if (v.page > 1) q.set('page', String(v.page))
  const texte = q.toString()
  return texte === '' ? '' : `?${texte}`
}
