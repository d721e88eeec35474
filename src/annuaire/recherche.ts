import type { Db } from '#platform'
import type { TypeEtablissement } from './nature.ts'
import { lexiqueDe } from './recherche.lexique.ts'
import { lireDemande, REQUIS_AU_PLUS, type Demande } from './recherche.mots.ts'
import * as sql from './recherche.sql.ts'
import { lettreUai, lireUai } from './uai.ts'

export interface RechercheEtablissement {
  acad: string
  texte: string
  limite?: number
  type?: TypeEtablissement
  dept?: string
}
export type EtablissementTrouve = sql.TrouverRow

/** Of a town that has more, these are shown first. */
export const TROUVEES_MAX = 10

/** With so many schools, nobody needs to be told of others that sound alike. */
const ASSEZ = 3

type Filtre = { acad: string; types: TypeEtablissement[]; dept: string | null; limite: number }

/**
 * Open schools by number, name, town or postal code: accents, order and abbreviations do not matter, and when no school bears
 * the words as they are, their mistakes are forgiven; then some of the words are enough.
 */
export async function chercherEtablissements(db: Db, recherche: RechercheEtablissement): Promise<EtablissementTrouve[]> {
  const { acad, texte, limite = TROUVEES_MAX, type, dept = null } = recherche
  const filtre: Filtre = { acad, types: type === undefined ? [] : [type], dept, limite }
  const etab = uaiDe(texte)
  if (etab !== null) return db.all(sql.trouverUai, { ...filtre, etab })
  const demande = lireDemande(texte)
  if (demande.requis.length === 0) return []
  const exacts = await trouver(db, avecType(filtre, demande), demande, demande.requis.map(motif))
  if (exacts.length >= ASSEZ) return exacts
  const autour = await chercherAutour(db, filtre, demande, exacts.length === 0)
  return [...exacts, ...autour.filter((a) => exacts.every((e) => e.etab !== a.etab))].slice(0, limite)
}

/** With the mistakes forgiven. `large`: then without the kind that was asked for, and then with some of the words. */
async function chercherAutour(db: Db, filtre: Filtre, demande: Demande, large: boolean): Promise<EtablissementTrouve[]> {
  const lexique = await lexiqueDe(db, filtre.acad)
  const corriges = demande.requis.map((mot) => lexique.proches(mot)).filter((mots) => mots.length > 0)
  const corrige = corriges.length < demande.requis.length || corriges.some((mots, i) => mots.join() !== demande.requis[i])
  if (corriges.length === 0 || corriges.length * 2 < demande.requis.length || !(corrige || large)) return []
  const motifs = corriges.map((mots) => `\\m(${mots.join('|')})`)
  for (const f of large ? [avecType(filtre, demande), filtre] : [avecType(filtre, demande)]) {
    const trouves = await trouver(db, f, demande, motifs)
    if (trouves.length > 0) return trouves
  }
  if (!large || motifs.length < 2) return []
  const phrase = corriges.map((mots) => mots[0]).join(' ')
  return db.all(sql.trouverPartie, { ...filtre, motifs, phrase })
}

const uaiDe = (texte: string): string | null => {
  const lu = lireUai(texte)
  if ('uai' in lu) return lu.uai
  // Seven digits alone: the letter follows from them.
  const chiffres = texte.replace(/\s/g, '')
  return /^\d{7}$/.test(chiffres) ? chiffres + lettreUai(chiffres) : null
}

const motif = (mot: string): string => `\\m${mot}`
/** A kind that words name holds unless the form has already chosen one. */
const avecType = (f: Filtre, d: Demande): Filtre => (f.types.length > 0 ? f : { ...f, types: d.types })

/** Two letters hold no trigram: only a space before them gives the index something to look for. */
function trouver(db: Db, filtre: Filtre, demande: Demande, motifs: string[]): Promise<EtablissementTrouve[]> {
  const courts = demande.requis.filter((mot) => mot.length < 3)
  const longs = motifs.filter((m) => !courts.includes(m.slice(2)))
  const [m1, m2, m3, m4, m5] = Array.from({ length: REQUIS_AU_PLUS }, (_, i) => longs[i] ?? '') as [
    string,
    string,
    string,
    string,
    string,
  ]
  const court = courts.length === 0 ? '%' : `% ${courts[0]}%`
  const plus = [...motifs.map((m) => `${m}\\M`), ...demande.facultatifs.map(motif)]
  return db.all(sql.trouver, { ...filtre, m1, m2, m3, m4, m5, court, plus, natures: demande.natures })
}
