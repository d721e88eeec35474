import { clock, csv, estUuid, Introuvable, MINUTE, page, plus, Refus, repondre, uuidv7, type AgentDb } from '#platform'
import { cadre, debutDeJour, enTantQue, flash, isoJour, type CtxAgent } from '#acces'
import { tientPublication } from '../action.ts'
import { lireEnvoi, un, type Envoi } from '../envoi.ts'
import { estCle, TEMPS_FORTS } from '../vocabulaire.ts'
import { quandVisite } from './dire.ts'
import { pageOrganiser } from './organiser.page.ts'
import * as sql from './visite.sql.ts'

const FAITS = {
  ouvert: 'Le créneau est ouvert aux classes.',
  ferme: 'Le créneau ne se réserve plus. Les visites déjà prises restent.',
  rouvert: 'Le créneau se réserve de nouveau.',
  annulee: 'La visite est annulée, et l’établissement est prévenu par courriel.',
}

export interface Ou {
  acad: string
  annee: number
  code: string
}

/** @throws Introuvable for whoever does not publish, and for an edition that cannot be. */
function ou(c: CtxAgent, suite: string): Ou {
  c.set('motif', `/actions/journees/:annee/:code/visites${suite}`)
  const [annee, code] = [c.req.param('annee')!, c.req.param('code')!]
  if (!tientPublication(c.get('moi')) || !/^20\d{2}$/.test(annee) || !estCle(TEMPS_FORTS, code)) throw new Introuvable()
  return { acad: c.get('moi').acad, annee: Number(annee), code }
}
const adresse = (o: Ou): string => `/actions/journees/${o.annee}/${o.code}`

async function editionDe(db: AgentDb, o: Ou): Promise<sql.EditionRow> {
  const e = await db.maybe(sql.edition, { ...o })
  if (e === null) throw new Introuvable()
  return e
}

async function montrer(c: CtxAgent, o: Ou, envoi: Envoi = {}, refus?: Refus): Promise<Response> {
  const d = await enTantQue(c, async (db) => {
    const [edition, creneaux, reservations] = await Promise.all([
      editionDe(db, o),
      db.all(sql.creneaux, { ...o }),
      db.all(sql.reservations, { ...o }),
    ])
    return { edition, creneaux, reservations }
  })
  const titre = 'Visites de l’exposition'
  return page(
    c,
    cadre(c, {
      titre,
      courant: '/actions',
      filAriane: [
        { libelle: 'Actions', url: '/actions' },
        { libelle: 'Les journées', url: '/actions/journees' },
        { libelle: titre },
      ],
      contenu: pageOrganiser({ ...d, adresse: adresse(o), envoi, ...(refus && { refus: refus.message }) }),
      faits: FAITS,
    }),
    refus?.statut ?? 200,
  )
}

/** GET /actions/journees/:annee/:code/visites */
export const lireOrganisation = (c: CtxAgent): Promise<Response> => montrer(c, ou(c, ''))

interface Ouverture {
  debut: Date
  minutes: number
  places: number
}
function lireOuverture(envoi: Envoi, e: sql.EditionRow): Ouverture {
  const jour = un(envoi, 'jour')
  const minuit = debutDeJour(jour)
  const h = /^([01]?\d|2[0-3])[:h]([0-5]\d)?$/.exec(un(envoi, 'heure').replaceAll(' ', ''))
  const [minutes, places] = [Number(un(envoi, 'minutes')), Number(un(envoi, 'places'))]
  if (e.expo_du === null) throw new Refus('Cette journée n’a pas d’exposition : donnez d’abord ses dates et son lieu.', 422)
  if (minuit === null) throw new Refus('Donnez le jour de la visite.', 422)
  if (jour < e.expo_du || jour > e.expo_au!) throw new Refus('L’exposition n’est pas ouverte ce jour-là.', 422)
  if (h === null) throw new Refus('Écrivez l’heure comme ceci : 10:30.', 422)
  if (!Number.isInteger(minutes) || minutes < 10 || minutes > 480)
    throw new Refus('Une visite dure de 10 minutes à 8 heures.', 422)
  if (!Number.isInteger(places) || places < 1 || places > 1000)
    throw new Refus('Dites combien d’élèves peuvent venir, de 1 à 1 000.', 422)
  const debut = plus(minuit, (Number(h[1]) * 60 + Number(h[2] ?? 0)) * MINUTE)
  if (debut <= clock.now()) throw new Refus('Ce moment est déjà passé.', 422)
  return { debut, minutes, places }
}

/** POST /actions/journees/:annee/:code/visites */
export async function ouvrirCreneau(c: CtxAgent): Promise<Response> {
  const o = ou(c, '')
  const envoi = await lireEnvoi(c)
  try {
    await enTantQue(c, async (db) => {
      const v = lireOuverture(envoi, await editionDe(db, o))
      if ((await db.run(sql.ouvrir, { ...o, id: uuidv7(), ...v })) === 0) throw new Refus('Une visite commence déjà à ce moment.')
    })
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    return montrer(c, o, envoi, e)
  }
  return flash(c, `${adresse(o)}/visites`, 'ouvert')
}

const idDe = (c: CtxAgent): string => {
  const id = c.req.param('id')!
  if (!estUuid(id)) throw new Introuvable()
  return id
}

/** POST /actions/journees/:annee/:code/visites/:id/fermeture */
export async function fermerCreneau(c: CtxAgent): Promise<Response> {
  const o = ou(c, '/:id/fermeture')
  const id = idDe(c)
  const ferme = un(await lireEnvoi(c), 'ferme') === 'oui'
  if ((await enTantQue(c, (db) => db.run(sql.fermer, { ...o, id, ferme }))) === 0) throw new Introuvable()
  return flash(c, `${adresse(o)}/visites`, ferme ? 'ferme' : 'rouvert')
}

/** POST /actions/journees/:annee/:code/visites/:id/annulation: the organisers cancel, and the school is written to. */
export async function annulerPourElle(c: CtxAgent): Promise<Response> {
  const o = ou(c, '/:id/annulation')
  const id = idDe(c)
  await enTantQue(c, async (db) => {
    const siennes = await db.all(sql.reservations, { ...o })
    const etab = siennes.some((r) => r.id === id) ? (await db.one(sql.annuler, { id })).etab : null
    if (etab === null) throw new Introuvable()
    await db.run(sql.prevenirEcole, { id: uuidv7(), acad: o.acad, etab })
  })
  return flash(c, `${adresse(o)}/visites`, 'annulee')
}

/** GET /actions/journees/:annee/:code/visites.csv: the list for the door of the exhibition. */
export async function exporterVisites(c: CtxAgent): Promise<Response> {
  const o = ou(c, '.csv')
  const lignes = await enTantQue(c, (db) => db.all(sql.reservations, { ...o }))
  const corps = csv([
    ['Jour', 'Visite', 'Établissement', 'Commune', 'UAI', 'Téléphone', 'Niveau', 'Élèves'],
    ...lignes.map((r) => [isoJour(r.debut), quandVisite(r), r.ecole, r.commune, r.etab, r.telephone, r.niveau, r.eleves]),
  ])
  return repondre(c, corps, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="visites-${o.annee}-${o.code}.csv"`,
  })
}
