import { z } from 'zod'
import { AUTEURS, codes, DECLARANTS, DEPUIS, FREQUENCE, INFORMES, LIEUX, QUOI } from '../vocabulaire.ts'
import type { Reponses } from './brouillon.ts'

/** The screens, in order. The first is not a question of the count: danger comes before everything. */
export const ETAPES = ['danger', 'qui', 'ecole', 'quoi', 'quand', 'ou', 'personnes', 'aide', 'reponse', 'resume'] as const
export type Etape = (typeof ETAPES)[number]
export const estEtape = (s: string): s is Etape => (ETAPES as readonly string[]).includes(s)
/** Questions shown as « Question 3 sur 8 ». */
export const QUESTIONS: readonly Etape[] = ETAPES.slice(1, 9)

export const suivante = (e: Etape): Etape => ETAPES[Math.min(ETAPES.indexOf(e) + 1, ETAPES.length - 1)]!
export const precedente = (e: Etape): Etape => ETAPES[Math.max(ETAPES.indexOf(e) - 1, 0)]!

export const RECIT_MAX = 10_000
export const TEXTE_MAX = 2_000

interface Lu {
  un(nom: string): string
  tous(nom: string): readonly string[]
}

const parmi = (liste: readonly string[], valeur: string): string => (liste.includes(valeur) ? valeur : '')
const plusieurs = (liste: readonly string[], valeurs: readonly string[]): string[] =>
  liste.filter((code) => valeurs.includes(code))
// Never cut: a text that is too long comes back whole, with the sentence that says so.
const texte = (f: Lu, nom: string): string => f.un(nom).trim()

/**
 * The answers of one screen. A value that is not in its list is as if it had not been given: it can only come from a form
 * that somebody altered, and a child's own answers must never be lost for it. A choice cannot be unmade in a browser: its
 * absence only says that the screen did not show it.
 */
export function lireEtape(etape: Etape, f: Lu, r: Reponses): Reponses {
  switch (etape) {
    case 'danger':
      return { ...r, danger: (parmi(['oui', 'non'], f.un('danger')) || r.danger) as Reponses['danger'] }
    case 'qui':
      return { ...r, declarant: (parmi(codes(DECLARANTS), f.un('declarant')) || r.declarant) as Reponses['declarant'] }
    case 'ecole':
      return { ...r, etab: f.un('etab') || r.etab }
    case 'quoi':
      return { ...r, quoi: plusieurs(codes(QUOI), f.tous('quoi')), recit: texte(f, 'recit') }
    case 'quand':
      return { ...r, depuis: parmi(codes(DEPUIS), f.un('depuis')), frequence: parmi(codes(FREQUENCE), f.un('frequence')) }
    case 'ou':
      return { ...r, lieux: plusieurs(codes(LIEUX), f.tous('lieux')) }
    case 'personnes':
      return { ...r, auteurs: parmi(codes(AUTEURS), f.un('auteurs')), cible: texte(f, 'cible'), noms: texte(f, 'noms') }
    case 'aide':
      return {
        ...r,
        informes: plusieurs(codes(INFORMES), f.tous('informes')),
        essais: texte(f, 'essais'),
        souhait: texte(f, 'souhait'),
      }
    case 'reponse':
      return lireReponse(f, r)
    case 'resume':
      return r
  }
}

function lireReponse(f: Lu, r: Reponses): Reponses {
  const contact = (parmi(['code', 'mail', 'adulte', 'aucun'], f.un('contact')) || 'code') as Reponses['contact']
  return {
    ...r,
    contact,
    mail: contact === 'mail' ? texte(f, 'mail') : '',
    adulte: contact === 'adulte' ? texte(f, 'adulte') : '',
  }
}

export type Erreurs = Partial<Record<'etab' | 'mail' | ChampLibre, true>>
type ChampLibre = 'recit' | 'noms' | 'cible' | 'essais' | 'souhait' | 'adulte'

export const LONGUEURS: Record<ChampLibre, number> = {
  recit: RECIT_MAX,
  noms: TEXTE_MAX,
  cible: TEXTE_MAX,
  essais: TEXTE_MAX,
  souhait: TEXTE_MAX,
  adulte: TEXTE_MAX,
}

/** The texts that are longer than the form takes. */
export function tropLongs(r: Reponses): Erreurs {
  const erreurs: Erreurs = {}
  for (const [nom, max] of Object.entries(LONGUEURS) as [ChampLibre, number][]) if (r[nom].length > max) erreurs[nom] = true
  return erreurs
}

/** A draft travels as one value of a form: with a text that is too long it could never be sent again, not even once shortened. */
export const sansTropLongs = (r: Reponses): Reponses => ({
  ...r,
  ...Object.fromEntries(Object.keys(tropLongs(r)).map((nom) => [nom, ''])),
})

/**
 * What must be mended before going on: the school at its screen, an address that could not receive mail, an adult who is not named, a
 * text too long.
 */
export function verifier(etape: Etape, r: Reponses): Erreurs {
  const erreurs = tropLongs(r)
  if ((etape === 'ecole' || etape === 'resume') && r.etab === '') erreurs.etab = true
  if (etape !== 'reponse' && etape !== 'resume') return erreurs
  if (r.contact === 'mail' && !z.email().safeParse(r.mail).success) erreurs.mail = true
  if (r.contact === 'adulte' && r.adulte.trim() === '') erreurs.adulte = true
  return erreurs
}

/** The screen where each error is mended. */
export const ETAPE_DE: Record<keyof Erreurs, Etape> = {
  etab: 'ecole',
  mail: 'reponse',
  recit: 'quoi',
  noms: 'personnes',
  cible: 'personnes',
  essais: 'aide',
  souhait: 'aide',
  adulte: 'reponse',
}
