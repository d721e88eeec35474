import { Empechement, jourAParis, JOUR } from '#platform'
import { ACADEMIES } from '../academies.ts'
import { LigneRefusee } from '../import/codes.ts'
import { placerColonnes, type Colonnes } from '../import/entete.ts'
import { plier } from '../plier.ts'
import type { Ligne } from './bilan.ts'
import { anneeScolaireDe, jourDeSemaine, libelleAnnee, plusJours } from './jours.ts'

/** The two files of the ministry and of Etalab, as they are exported and as their interface names their columns. */
const COLONNES = {
  libelle: 'description',
  population: 'population',
  debut: 'date_de_debut start_date date_debut',
  fin: 'date_de_fin end_date date_fin',
  academies: 'academies academie location localisation',
  zones: 'zones zone',
  jour: 'date',
  ferie: 'nom_jour_ferie',
} as const
type Colonne = keyof typeof COLONNES
export type Champs = (colonne: Colonne) => string | undefined

export type Lecture =
  | { sorte: 'ligne'; lue: Ligne; avis?: string }
  | { sorte: 'ailleurs' }
  | { sorte: 'horsChamp'; motif: string }

export interface Format {
  entete: Colonnes<Colonne>
  lire(champs: Champs, acad: string): Lecture
}

/** @throws Empechement when the file is neither of the two. */
export function formatDe(noms: readonly string[]): Format {
  const entete = placerColonnes(noms, COLONNES)
  const a = (...colonnes: Colonne[]): boolean => colonnes.every((c) => entete.places.has(c))
  if (a('jour', 'ferie')) return { entete, lire: lireFerie }
  if (a('libelle', 'debut', 'fin') && (a('academies') || a('zones'))) return { entete, lire: lireVacances }
  throw new Empechement(
    `Ce fichier n’est ni le calendrier scolaire (description, date de début, date de fin, académies ou zones) ni les jours fériés (date, nom_jour_ferie). Sa première ligne est « ${noms.join(' | ').slice(0, 160)} ».`,
  )
}

const nomPlie = (nom: string): string =>
  plier(nom)
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replace(/^(?:la|zone) /, '')

/** Corsica and overseas have no zone: only their name is theirs. */
const aUneZone = (acad: string): boolean => acad < '27' || acad === '70'

function estDIci(champs: Champs, acad: string): boolean {
  const noms = (champs('academies') ?? '').split(/[,;|]/).map(nomPlie).filter(Boolean)
  if (noms.length > 0) return noms.includes(nomPlie(ACADEMIES[acad]!.nom))
  const zones = (champs('zones') ?? '').split(/[,;|]/).map(nomPlie)
  return zones.includes(aUneZone(acad) ? plier(ACADEMIES[acad]!.zone) : nomPlie(ACADEMIES[acad]!.nom))
}

/**
 * Departure is « après la classe » of the day written, return « le matin » of the day written (education.gouv.fr): the first day
 * without class is the next one, unless the departure is a Saturday or a Sunday. A « pont » writes its own day.
 */
function lireVacances(champs: Champs, acad: string): Lecture {
  if (!estDIci(champs, acad)) return { sorte: 'ailleurs' }
  const population = plier(champs('population') ?? '')
  if (!['', '-', nomPlie(ACADEMIES[acad]!.nom)].includes(population) && !population.includes('eleves'))
    return { sorte: 'horsChamp', motif: `pour « ${champs('population')} » seulement` }
  const libelle = champs('libelle') ?? ''
  const nature = natureDe(libelle)
  if (nature === 'rentree') return { sorte: 'horsChamp', motif: 'rentrées, qui ont classe' }
  const debut = lireJour('date de début', champs('debut'))
  if (nature === 'sansFin') return jusquALaFin(libelle, debut)
  const reprise = lireJour('date de fin', champs('fin'))
  const du = nature === 'jours' || [0, 6].includes(jourDeSemaine(debut)) ? debut : plusJours(debut, 1)
  const au = nature === 'jours' && reprise === debut ? debut : plusJours(reprise, -1)
  if (au < du) throw new LigneRefusee(`la reprise (${reprise}) ne vient pas après le départ (${debut})`)
  if (Date.parse(au) - Date.parse(du) > 100 * JOUR) throw new LigneRefusee(`plus de cent jours sans classe, du ${du} au ${au}`)
  return { sorte: 'ligne', lue: { genre: 'vacances', annee: libelleAnnee(anneeScolaireDe(du)), du, au, libelle } }
}

function natureDe(libelle: string): 'vacances' | 'sansFin' | 'jours' | 'rentree' {
  const mots = plier(libelle)
  if (/\b(?:pre)?-?rentree\b/.test(mots)) return 'rentree'
  if (/^debut\b/.test(mots)) return 'sansFin'
  if (/\bvacances\b|^conges?\b/.test(mots)) return 'vacances'
  if (/^(?:ponts?|fetes?|jours?|journees?|carnaval|mi-careme|abolition|commemoration)\b/.test(mots)) return 'jours'
  throw new LigneRefusee(`« ${libelle} » n’est ni des vacances, ni un pont, ni une rentrée : on ne sait pas s’il y a classe`)
}

/** « Début des Vacances d’Été »: the return is not yet published. The school year ends on 31 August. */
function jusquALaFin(libelle: string, debut: string): Lecture {
  const annee = anneeScolaireDe(debut)
  const du = [0, 6].includes(jourDeSemaine(debut)) ? debut : plusJours(debut, 1)
  const lue: Ligne = { genre: 'vacances', annee: libelleAnnee(annee), du, au: `${annee + 1}-08-31`, libelle }
  return {
    sorte: 'ligne',
    lue,
    avis: `La rentrée de septembre ${annee + 1} n’est pas dans le fichier : les vacances sont comptées jusqu’au 31 août.`,
  }
}

/** Public holidays of the whole of France but for Alsace and Moselle, and overseas, which have some of their own. */
const zoneDesFeries = (acad: string): string =>
  acad === '15' ? 'alsace moselle' : acad === '27' || aUneZone(acad) ? 'metropole' : nomPlie(ACADEMIES[acad]!.nom)

function lireFerie(champs: Champs, acad: string): Lecture {
  const zone = nomPlie(champs('zones') ?? '')
  if (zone !== '' && zone !== zoneDesFeries(acad)) return { sorte: 'ailleurs' }
  const jour = lireJour('date', champs('jour'))
  const libelle = champs('ferie') ?? ''
  if (libelle === '') throw new LigneRefusee('nom du jour férié absent')
  return { sorte: 'ligne', lue: { genre: 'ferie', annee: jour.slice(0, 4), du: jour, au: jour, libelle } }
}

/**
 * `2026-10-17`, `17/10/2026`, or an instant: the open data writes midnight in France as `2026-10-16T22:00:00+00:00`, whose
 * first ten characters are the day before. An instant without an offset is the clock of France.
 */
export function lireJour(nom: string, texte = ''): string {
  const francais = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(texte)
  const jour = francais === null ? texte.slice(0, 10) : `${francais[3]}-${francais[2]}-${francais[1]}`
  const suite = francais === null ? texte.slice(10) : ''
  const instant = new Date(`${jour}T00:00:00Z`)
  const vrai = /^\d{4}-\d{2}-\d{2}$/.test(jour) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(jour)
  const heure = /^(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(suite)
  if (!vrai || heure === null) throw new LigneRefusee(`${nom} « ${texte} » : ce n’est pas une date`)
  if (heure[2] === undefined) return jour
  const decalage = heure[2] === 'Z' ? 'Z' : `${heure[2].slice(0, 3)}:${heure[2].slice(-2)}`
  const dit = new Date(`${jour}T${heure[1]}${decalage}`)
  if (Number.isNaN(dit.getTime())) throw new LigneRefusee(`${nom} « ${texte} » : ce n’est pas une heure`)
  return jourAParis(dit)
}
