import { clock, HEURE, instantAParis, JOUR, plus } from '#platform'
import { jourDe } from '#signalement'
import { finDeJournee } from '../echeance.ts'

/** What a reminder on several dossiers is for: a short list that says what most are, and one's own words (proposition). */
export const MOTIFS_REPERE = {
  etablissement: 'Appeler l’établissement',
  vacances: 'Faire le point avant les vacances',
  comite: 'À voir en comité',
  autre: 'Autre chose',
} as const

export const POUR_REPERE = {
  moi: 'Moi',
  responsable: 'La personne responsable de chaque dossier',
} as const

/** When the dated reminders of a dossier (its tasks) fall due: what the list may be filtered on. */
export const QUAND_REPERE = {
  retard: 'Date dépassée',
  jour: 'Pour aujourd’hui',
  semaine: 'Dans les 7 jours',
  tous: 'Il y en a un',
} as const
export type QuandRepere = keyof typeof QUAND_REPERE

/** From this instant to before that one; null: whatever they are. A task is due at the end of its working day. */
export function bornesRepere(quand: QuandRepere | null): { de: Date; a: Date } | null {
  if (quand === null) return null
  const jour = jourDe(clock.now())
  const matin = instantAParis(jour, 0)
  // From noon to noon: a day of 23 hours is a day.
  const semaine = jourDe(plus(instantAParis(jour, 12 * HEURE), 7 * JOUR))
  const apres = (dernier: string): Date => plus(finDeJournee(dernier), 1)
  return {
    retard: { de: new Date(0), a: clock.now() },
    jour: { de: matin, a: apres(jour) },
    semaine: { de: matin, a: apres(semaine) },
    tous: { de: new Date(0), a: new Date('9999-12-31T00:00:00Z') },
  }[quand]
}

/** The value of a box: the number, and the id that the task will have. */
export const ecrireCoche = (numero: string, id: string): string => `${numero}_${id}`
export function lireCoche(valeur: string): { numero: string; id: string } {
  const [numero = '', id = ''] = valeur.split('_')
  return { numero, id }
}
