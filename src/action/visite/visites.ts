import { estUuid, Introuvable, page, Refus, uuidv7, type AgentDb } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent, type Moi } from '#acces'
import { etabsDe, tientEcole } from '../action.ts'
import { mesEcoles } from '../action.sql.ts'
import { lireEnvoi, un, type Envoi } from '../envoi.ts'
import { niveauxDe } from '../vocabulaire.ts'
import { lireInstant } from './creneau.ts'
import { pageVisites, type Visites } from './visites.page.ts'
import * as sql from './visite.sql.ts'

const FAITS = {
  reservee: 'La visite est réservée pour votre classe.',
  acceptee: 'Votre visite est à ce nouveau moment.',
  annulee: 'La visite est annulée : les places sont rendues.',
}

async function charger(db: AgentDb, moi: Moi): Promise<Pick<Visites, 'ecoles' | 'creneaux' | 'miennes'>> {
  const etabs = etabsDe(moi)
  const [ecoles, creneaux, miennes] = await Promise.all([
    db.all(mesEcoles, { acad: moi.acad, etabs }),
    db.all(sql.aVenir, { acad: moi.acad }),
    db.all(sql.mesVisites, { acad: moi.acad, etabs }),
  ])
  return { ecoles, creneaux, miennes }
}

function exigerEcole(c: CtxAgent, motif: string): Moi {
  c.set('motif', motif)
  const moi = c.get('moi')
  if (!tientEcole(moi)) throw new Introuvable()
  return moi
}

async function montrer(c: CtxAgent, envoi: Envoi = {}, refus?: Refus): Promise<Response> {
  const d = await enTantQue(c, (db) => charger(db, c.get('moi')))
  return page(
    c,
    cadre(c, {
      titre: 'Visites de l’exposition',
      courant: '/actions',
      filAriane: [{ libelle: 'Actions', url: '/actions' }, { libelle: 'Visites de l’exposition' }],
      contenu: pageVisites({ ...d, id: uuidv7(), envoi, ...(refus && { refus: refus.message }) }),
      faits: FAITS,
    }),
    refus?.statut ?? 200,
  )
}

/** GET /actions/visites */
export async function lireVisites(c: CtxAgent): Promise<Response> {
  exigerEcole(c, '/actions/visites')
  return montrer(c)
}

const COMPLET = 'Il ne reste pas assez de places à ce moment : choisissez-en un autre, ou amenez moins d’élèves.'
const DEPLACE = 'Ce moment vient de changer. Rien n’est réservé : regardez la nouvelle heure, puis réservez si elle vous va.'
const FERME = 'Cette visite ne se réserve plus : choisissez un autre moment.'

async function reserverPour(db: AgentDb, moi: Moi, envoi: Envoi): Promise<void> {
  const ecoles = await db.all(mesEcoles, { acad: moi.acad, etabs: etabsDe(moi) })
  const ecole = ecoles.length === 1 && un(envoi, 'etab') === '' ? ecoles[0] : ecoles.find((e) => e.etab === un(envoi, 'etab'))
  if (ecole === undefined) throw new Refus('Vous ne réservez pas pour cet établissement.', 422)
  const [creneau, niveau, nombre, id] = ['creneau', 'niveau', 'eleves', 'id'].map((n) => un(envoi, n)) as [
    string,
    string,
    string,
    string,
  ]
  const [idCreneau = '', instant = ''] = creneau.split('.')
  const debut = lireInstant(instant)
  if (!estUuid(idCreneau) || debut === null) throw new Refus('Choisissez le moment de la visite.', 422)
  if (!niveauxDe(ecole.type).includes(niveau)) throw new Refus('Choisissez le niveau de la classe.', 422)
  if (!/^\d{1,3}$/.test(nombre) || Number(nombre) < 1 || Number(nombre) > 200)
    throw new Refus('Écrivez combien d’élèves viennent, comme 26. Une classe à la fois.', 422)
  const { issue } = await db.one(sql.reserver, {
    id: estUuid(id) ? id : uuidv7(),
    creneau: idCreneau,
    debut,
    etab: ecole.etab,
    niveau,
    eleves: Number(nombre),
  })
  if (issue !== 'fait') throw new Refus(issue === 'complet' ? COMPLET : issue === 'deplace' ? DEPLACE : FERME)
}

/** POST /actions/visites: a class, its level and how many; nobody’s name. */
export async function reserver(c: CtxAgent): Promise<Response> {
  const moi = exigerEcole(c, '/actions/visites')
  const envoi = await lireEnvoi(c)
  try {
    await enTantQue(c, (db) => reserverPour(db, moi, envoi))
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    return montrer(c, envoi, e)
  }
  return flash(c, '/actions/visites', 'reservee')
}

const ENCORE = 'Ce moment vient encore de changer. Regardez la nouvelle heure, puis gardez-la ou rendez vos places.'

async function accepter(db: AgentDb, moi: Moi, id: string, debut: Date): Promise<void> {
  const siennes = await db.all(sql.mesVisites, { acad: moi.acad, etabs: etabsDe(moi) })
  if (!siennes.some((v) => v.id === id)) throw new Introuvable()
  if (!(await db.one(sql.accepter, { id, debut })).fait) throw new Refus(ENCORE)
}

/** POST /actions/visites/:id/acceptation: the slot was moved, and the class still comes. */
export async function accepterVisite(c: CtxAgent): Promise<Response> {
  const moi = exigerEcole(c, '/actions/visites/:id/acceptation')
  const id = c.req.param('id')!
  const debut = lireInstant(un(await lireEnvoi(c), 'debut'))
  if (!estUuid(id) || debut === null) throw new Introuvable()
  try {
    await enTantQue(c, (db) => accepter(db, moi, id, debut))
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    return montrer(c, {}, e)
  }
  return flash(c, '/actions/visites', 'acceptee')
}

/** POST /actions/visites/:id/annulation */
export async function annulerVisite(c: CtxAgent): Promise<Response> {
  const moi = exigerEcole(c, '/actions/visites/:id/annulation')
  const id = c.req.param('id')!
  if (!estUuid(id)) throw new Introuvable()
  const fait = await enTantQue(c, async (db) => {
    const siennes = await db.all(sql.mesVisites, { acad: moi.acad, etabs: etabsDe(moi) })
    return siennes.some((v) => v.id === id) && (await db.one(sql.annuler, { id })).etab !== null
  })
  if (!fait) throw new Introuvable()
  return flash(c, '/actions/visites', 'annulee')
}
