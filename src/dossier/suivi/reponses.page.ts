import { DECLARANTS, jour, registreDe, type Registre } from '#signalement'
import { alerte, champZone, html, typo, type Html } from '#ui'
import type { Saisies } from '../fiche/gestes.ts'
import type { Rattache } from './rattaches.ts'

const LANGUES: Record<string, string> = { en: 'anglais', ar: 'arabe' }

/** What to know before writing to this person. */
const avant = (r: Rattache): Html | undefined => {
  const dits = [
    r.langue in LANGUES && `Cette personne a écrit en ${LANGUES[r.langue]} : faites traduire, jamais par un enfant.`,
    r.contact === 'aucun' && 'Cette personne n’a pas gardé de code : ce mot reste ici, dites-le-lui aussi de vive voix.',
  ].filter(Boolean)
  return dits.length === 0 ? undefined : alerte({ type: 'info', texte: typo(dits.join(' ')) })
}

const qui = (r: Rattache): string => DECLARANTS[r.declarant as keyof typeof DECLARANTS].libelle.toLowerCase()

/** One field for the answer to one report. */
export const champReponse = (s: Saisies, forme: string, nom: string, r: Rattache, modeles: Record<Registre, string>): Html =>
  html`${avant(r)}
  ${champZone({
    nom,
    libelle: `Réponse au signalement du ${jour(r.recu_le)} (${qui(r)})`,
    aide: 'Elle part dans son dialogue. Mots simples, personne d’autre n’est nommé. Complétez les « … ».',
    lignes: 10,
    valeur: s.valeur(forme, nom, modeles[registreDe(r.declarant)]),
    ...s.erreur(nom),
  })}`

/** The answer to each person who told and has no last word yet. */
export const reponses = (s: Saisies, forme: string, a: readonly Rattache[], modeles: Record<Registre, string>): Html =>
  html`${a.map((r) => champReponse(s, forme, `mot_${r.id}`, r, modeles))}`
