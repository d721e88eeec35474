import { clock, HEURE, JOUR, jourAParis, MINUTE } from '#platform'
import { badge, premier, type Html, type Moment } from '#ui'

const ZONE = 'Europe/Paris'
const format = (o: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat('fr-FR', { timeZone: ZONE, ...o })

/** Asking Intl costs far more than a look in a map, and a list asks it a hundred times for words that do not change within a slice. */
function parTranche(ms: number, f: Intl.DateTimeFormat): (d: Date) => string {
  const dits = new Map<number, string>()
  return (d) => {
    const tranche = Math.floor(d.getTime() / ms)
    const dit = dits.get(tranche)
    if (dit !== undefined) return dit
    if (dits.size >= 10_000) dits.clear()
    const mots = premier(f.format(d))
    dits.set(tranche, mots)
    return mots
  }
}

// A day begins at a full hour, in France as in universal time.
const HEURES = parTranche(MINUTE, format({ hour: 'numeric', minute: '2-digit' }))
const COURT = parTranche(HEURE, format({ day: 'numeric', month: 'short' }))
const LONG = parTranche(HEURE, format({ day: 'numeric', month: 'short', year: 'numeric' }))

/** The day in France, as `2026-11-22`. */
export const jourDe = jourAParis

/** « 9 h », « 17 h 42 ». */
const heure = (d: Date): string => {
  const [h, m] = HEURES(d).split(':')
  return m === '00' ? `${Number(h)}\u00a0h` : `${Number(h)}\u00a0h\u00a0${m}`
}

/** « 4 nov. », « 1er déc. », with the year when it is not this one. */
export const jour = (d: Date, maintenant = clock.now()): string =>
  (jourDe(d).slice(0, 4) === jourDe(maintenant).slice(0, 4) ? COURT : LONG)(d)

/** A date without time (`2026-11-22`) in words. */
export const jourIso = (iso: string): string => jour(new Date(`${iso}T12:00:00Z`))

function jourRelatif(d: Date, maintenant: Date): string {
  const ecart = Math.round((Date.parse(jourDe(d)) - Date.parse(jourDe(maintenant))) / JOUR)
  return { '-1': 'hier', '0': 'aujourd’hui', '1': 'demain' }[String(ecart)] ?? `le ${jour(d, maintenant)}`
}

/** « hier à 17 h 42 ». */
export const dateHeure = (d: Date, maintenant = clock.now()): string => `${jourRelatif(d, maintenant)} à ${heure(d)}`

/** « le 28 nov. 2026 à 8 h 07 »: on paper, which is read on another day. */
export const surPapier = (d: Date): string => `le ${LONG(d)} à ${heure(d)}`

export const moment = (d: Date): Moment => ({ iso: d.toISOString(), libelle: dateHeure(d) })

export const ilYA = (ms: number): string => {
  if (ms < HEURE) return `${Math.max(1, Math.round(ms / MINUTE))}\u00a0min`
  if (ms < 2 * JOUR) return `${Math.round(ms / HEURE)}\u00a0h`
  return `${Math.round(ms / JOUR)}\u00a0jours`
}

export interface Delai {
  libelle: string
  ton: 'erreur' | 'attention' | 'neutre'
}

/** Cut after a comma only. */
const insecable = (texte: string): string => texte.replaceAll(/(?<!,) /g, '\u00a0')

/** When something is due, in words: « En retard de 3 h », « Avant 17 h », « Avant demain 9 h ». */
export function delai(echeance: Date, maintenant = clock.now()): Delai {
  const reste = echeance.getTime() - maintenant.getTime()
  if (reste < 0) return { libelle: insecable(`En retard de ${ilYA(-reste)}`), ton: 'erreur' }
  const jourDit = jourRelatif(echeance, maintenant)
  const libelle = jourDit === 'aujourd’hui' ? `Avant ${heure(echeance)}` : `Avant ${jourDit}, ${heure(echeance)}`
  return { libelle: insecable(libelle), ton: reste < 6 * HEURE ? 'attention' : 'neutre' }
}

/** Late stands out by its words and its sign; the colour only repeats them. */
export function badgeDelai(echeance: Date): Html {
  const { libelle, ton } = delai(echeance)
  return badge({ libelle, ton, icone: ton === 'erreur' ? 'alerte' : 'horloge' })
}

/** « Dans la cour · Aux toilettes »: the labels hold commas of their own. */
export const liste = (mots: readonly string[]): string => mots.join(' · ')
