import { lireUai, PILIERS, plier } from '#annuaire'
import { lireDeclaration, type Declaree, type Saisie } from '../declaration/declaration.form.ts'
import { anneeScolaire, libelleAnnee, PUBLICS, TEMPS_FORTS, TYPES } from '../vocabulaire.ts'
import type { Champs } from './colonnes.ts'

/** What is known before the first line: schools, and the days that may be named. */
export interface Connu {
  /** School → its type. */
  ecoles: ReadonlyMap<string, string>
  ailleurs: ReadonlySet<string>
  jours: readonly { annee: number; code: string }[]
}

export type Lecture = { etab: string; valeurs: Declaree } | { motif: string }

/** A code or its label, however it is accented and written; null when it is neither. */
function codeDe(liste: Readonly<Record<string, string>>, dit: string): string | null {
  const cle = plier(dit).replace(/\s+/g, ' ').trim()
  return Object.keys(liste).find((code) => plier(code) === cle || plier(liste[code]!) === cle) ?? null
}

const morceaux = (texte: string): string[] =>
  texte
    .split(/[|,;\n]/)
    .map((m) => m.trim())
    .filter((m) => m !== '')

/** `2026-11-05`, or as French spreadsheets write it. What is no day stays as it is, and is refused later with its sentence. */
function jourIso(texte: string): string {
  const [, jour, mois, annee] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(texte) ?? []
  return jour === undefined
    ? texte.replace(/[ T]00:00(:00)?$/, '')
    : `${annee}-${mois!.padStart(2, '0')}-${jour.padStart(2, '0')}`
}

class Illisible extends Error {}
const exiger = (vrai: boolean, motif: string): void => {
  if (!vrai) throw new Illisible(motif)
}

function pilierDe(dit: string): string {
  if (dit === '' || /^[1-8]$/.test(dit)) return dit
  const rang = PILIERS.findIndex((p) => plier(p) === plier(dit.replace(/^[1-8]\s*[.):-]\s*/, '')))
  exiger(rang !== -1, `le pilier « ${dit} » n’existe pas : donnez un nombre de 1 à 8`)
  return String(rang + 1)
}

/** One year for the day and for its temps fort: « 2026-2027 », or the year it begins. */
function tempsFortDe(dit: string, annee: string, du: string, jours: Connu['jours']): string {
  if (dit === '' || plier(dit) === 'aucun') return ''
  const code = codeDe(TEMPS_FORTS, dit)
  exiger(code !== null, `le temps fort « ${dit} » n’existe pas : ${Object.values(TEMPS_FORTS).join(', ')}, ou rien`)
  const an = annee === '' ? anneeScolaire(du) : Number(/^(20\d{2})/.exec(annee)?.[1] ?? NaN)
  exiger(!Number.isNaN(an), `l’année « ${annee} » ne se lit pas : écrivez 2026-2027`)
  exiger(
    jours.some((j) => j.code === code && j.annee === an),
    `« ${TEMPS_FORTS[code as keyof typeof TEMPS_FORTS]} » n’a pas de jour enregistré pour ${libelleAnnee(an)}`,
  )
  return `${an}.${code}`
}

function saisieDe(champs: Champs, etab: string, jours: Connu['jours']): Saisie {
  const du = jourIso(champs('du'))
  const type = codeDe(TYPES, champs('type'))
  exiger(type !== null, `la forme « ${champs('type')} » n’existe pas`)
  const publics = morceaux(champs('publics')).map((p) => {
    const code = codeDe(PUBLICS, p)
    exiger(code !== null, `le public « ${p} » n’existe pas`)
    return code!
  })
  return {
    id: '',
    version: '',
    etab,
    titre: champs('titre'),
    texte: champs('texte'),
    temps_fort: tempsFortDe(champs('tempsFort'), champs('annee'), du, jours),
    du,
    au: jourIso(champs('au')),
    type: type!,
    publics,
    niveaux: morceaux(champs('niveaux')),
    effectif: champs('effectif').replace(/[\s\u00a0\u202f]/g, ''),
    duree: champs('duree').replace(/\s*min(utes)?$/i, ''),
    atteints: {},
    partenaires: champs('partenaires'),
    pilier: pilierDe(champs('pilier')),
  }
}

function ecoleDe(dit: string, connu: Connu): string {
  const lu = lireUai(dit)
  if ('faute' in lu) throw new Illisible(lu.faute)
  const { uai } = lu
  exiger(!connu.ailleurs.has(uai), `l’établissement ${uai} n’est pas de votre territoire`)
  exiger(connu.ecoles.has(uai), `l’établissement ${uai} n’est pas dans l’annuaire, ou il est fermé`)
  return uai
}

/** One line, by the same rules as the form; or why not. */
export function lireLigne(champs: Champs, connu: Connu): Lecture {
  try {
    const etab = ecoleDe(champs('uai'), connu)
    const saisie = saisieDe(champs, etab, connu.jours)
    const { valeurs, erreurs } = lireDeclaration(saisie, connu.ecoles.get(etab)!, connu.jours, anneeScolaire)
    return valeurs === null ? { motif: erreurs.map((e) => e.message).join(' ') } : { etab, valeurs }
  } catch (e) {
    if (e instanceof Illisible) return { motif: e.message }
    throw e
  }
}
