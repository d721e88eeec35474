import { estUuid } from '#platform'
import { lireDepartement } from '#annuaire'
import { CANAUX, codes } from '../vocabulaire.ts'

/** What a list address may say. Anything else is ignored: an old bookmark still opens. */
export const VUES = {
  tous: 'En cours',
  a_prendre: 'À prendre',
  a_moi: 'Pris par moi',
  en_retard: 'En retard',
  clos: 'Clos',
} as const
export type Vue = keyof typeof VUES

export const TYPES_ECOLE = { ecole: 'Écoles', college: 'Collèges', lycee: 'Lycées', erea: 'EREA' } as const

/** Where the next page begins: after this row, in the order of the list. */
export interface Cle {
  rang: number
  date: Date
  id: string
}

export interface Filtres {
  vue: Vue
  dept: string | null
  type: string | null
  canal: string | null
  apres: Cle | null
}

const parmi = <T extends string>(liste: readonly T[], valeur: string | undefined): T | null =>
  liste.find((v) => v === valeur) ?? null

export function lireCle(texte: string | undefined): Cle | null {
  const [rang, ms, id] = (texte ?? '').split('.')
  const date = new Date(Number(ms))
  if (id === undefined || !estUuid(id) || Number.isNaN(date.getTime()) || (rang !== '0' && rang !== '1')) return null
  return { rang: Number(rang), date, id }
}

export const ecrireCle = (c: Cle): string => `${c.rang}.${c.date.getTime()}.${c.id}`

export const lireFiltres = (q: (nom: string) => string | undefined): Filtres => ({
  vue: parmi(Object.keys(VUES) as Vue[], q('vue')) ?? 'tous',
  dept: lireDepartement(q('dept')),
  type: parmi(Object.keys(TYPES_ECOLE), q('type')),
  canal: parmi(codes(CANAUX), q('canal')),
  apres: lireCle(q('apres')),
})

/** The address of the list with some filters changed; the key of the page only when it is given. */
export function urlBoite(f: Filtres, change: Partial<Filtres> = {}): string {
  const { vue, dept, type, canal, apres } = { ...f, apres: null, ...change }
  const q = new URLSearchParams()
  if (vue !== 'tous') q.set('vue', vue)
  if (dept !== null) q.set('dept', dept)
  if (type !== null) q.set('type', type)
  if (canal !== null) q.set('canal', canal)
  if (apres !== null) q.set('apres', ecrireCle(apres))
  const recherche = q.toString()
  return recherche === '' ? '/boite' : `/boite?${recherche}`
}
