import { csv, Introuvable, page, Refus, repondre, uuidv7 } from '#platform'
import { cadre, enTantQue, flash, isoJour, type CtxAgent } from '#acces'
import { lireEnvoi, un, type Envoi } from '../envoi.ts'
import { adresse, editionDe, idDe, lireMoment, ou, type Moment, type Ou } from './creneau.ts'
import { aChange, quandVisite } from './dire.ts'
import { pageOrganiser } from './organiser.page.ts'
import * as sql from './visite.sql.ts'

const FAITS = {
  ouvert: 'Le créneau est ouvert aux classes.',
  ferme: 'Le créneau ne se réserve plus. Les visites déjà prises restent.',
  deplace: 'Le créneau est déplacé. Les établissements qui l’ont réservé sont prévenus par courriel.',
  rouvert: 'Le créneau se réserve de nouveau.',
  annulee: 'La visite est annulée, et l’établissement est prévenu par courriel.',
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

interface Ouverture extends Moment {
  places: number
}

function lireOuverture(envoi: Envoi, e: sql.EditionRow): Ouverture {
  const moment = lireMoment(envoi, e)
  const places = Number(un(envoi, 'places'))
  if (!Number.isInteger(places) || places < 1 || places > 1000)
    throw new Refus('Dites combien d’élèves peuvent venir, de 1 à 1 000.', 422)
  return { ...moment, places }
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
    ['Jour', 'Visite', 'Établissement', 'Commune', 'UAI', 'Téléphone', 'Niveau', 'Élèves', 'Moment accepté'],
    ...lignes.map((r) => [
      isoJour(r.debut),
      quandVisite(r),
      r.ecole,
      r.commune,
      r.etab,
      r.telephone,
      r.niveau,
      r.eleves,
      aChange(r) ? 'pas encore' : 'oui',
    ]),
  ])
  return repondre(c, corps, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="visites-${o.annee}-${o.code}.csv"`,
  })
}
