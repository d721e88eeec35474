import { clock, estUuid, Introuvable, MINUTE, plus, Refus, type AgentDb } from '#platform'
import { debutDeJour, isoJour, type CtxAgent } from '#acces'
import { tientPublication } from '../action.ts'
import { un, type Envoi } from '../envoi.ts'
import { estCle, TEMPS_FORTS } from '../vocabulaire.ts'
import * as sql from './visite.sql.ts'

export interface Ou {
  acad: string
  annee: number
  code: string
}

/** @throws Introuvable for whoever does not publish, and for an edition that cannot be. */
export function ou(c: CtxAgent, suite: string): Ou {
  c.set('motif', `/actions/journees/:annee/:code/visites${suite}`)
  const [annee, code] = [c.req.param('annee')!, c.req.param('code')!]
  if (!tientPublication(c.get('moi')) || !/^20\d{2}$/.test(annee) || !estCle(TEMPS_FORTS, code)) throw new Introuvable()
  return { acad: c.get('moi').acad, annee: Number(annee), code }
}
export const adresse = (o: Ou): string => `/actions/journees/${o.annee}/${o.code}`

/** @throws Introuvable when there is no such edition. */
export async function editionDe(db: AgentDb, o: Ou): Promise<sql.EditionRow> {
  const e = await db.maybe(sql.edition, { ...o })
  if (e === null) throw new Introuvable()
  return e
}

/** @throws Introuvable for what is no identifier. */
export const idDe = (c: CtxAgent): string => {
  const id = c.req.param('id')!
  if (!estUuid(id)) throw new Introuvable()
  return id
}

export interface Moment {
  debut: Date
  minutes: number
}

/** When a visit begins and how long it lasts (minutes). @throws Refus when it is not within the exhibition, or is past. */
export function lireMoment(envoi: Envoi, e: sql.EditionRow): Moment {
  const jour = un(envoi, 'jour')
  const minuit = debutDeJour(jour)
  const h = /^([01]?\d|2[0-3])[:h]([0-5]\d)?$/.exec(un(envoi, 'heure').replaceAll(' ', ''))
  const minutes = Number(un(envoi, 'minutes'))
  if (e.expo_du === null) throw new Refus('Cette journée n’a pas d’exposition : donnez d’abord ses dates et son lieu.', 422)
  if (minuit === null) throw new Refus('Donnez le jour de la visite.', 422)
  if (jour < e.expo_du || jour > e.expo_au!) throw new Refus('L’exposition n’est pas ouverte ce jour-là.', 422)
  if (h === null) throw new Refus('Écrivez l’heure comme ceci : 10:30.', 422)
  if (!Number.isInteger(minutes) || minutes < 10 || minutes > 480)
    throw new Refus('Une visite dure de 10 minutes à 8 heures.', 422)
  const debut = plus(minuit, (Number(h[1]) * 60 + Number(h[2] ?? 0)) * MINUTE)
  if (debut <= clock.now()) throw new Refus('Ce moment est déjà passé.', 422)
  return { debut, minutes }
}

const HEURE = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' })

/** The fields of the form, filled with the moment as it is. */
export const enChamps = (debut: Date): Envoi => ({ jour: [isoJour(debut)], heure: [HEURE.format(debut)] })

/** An instant as a form carries it, to be compared with what the database has. @returns null for what is none. */
export const lireInstant = (texte: string): Date | null => (/^\d{10,15}$/.test(texte) ? new Date(Number(texte)) : null)
