import { Conflit, Introuvable, page, Refus, type AgentDb } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent } from '#acces'
import { lireEnvoi, un, type Envoi } from '../envoi.ts'
import { adresse, editionDe, enChamps, idDe, lireInstant, lireMoment, ou, type Ou } from './creneau.ts'
import { pageDeplacer } from './deplacer.page.ts'
import * as sql from './visite.sql.ts'

/** @throws Introuvable when there is no such slot, or when it has begun: nobody can be told in time. */
async function creneauDe(db: AgentDb, o: Ou, id: string): Promise<sql.CreneauxRow> {
  const [c] = (await db.all(sql.creneaux, { ...o })).filter((x) => x.id === id)
  if (c === undefined || !c.aVenir) throw new Introuvable()
  return c
}

async function montrer(c: CtxAgent, o: Ou, id: string, envoi?: Envoi, refus?: Refus): Promise<Response> {
  const d = await enTantQue(c, async (db) => {
    const [edition, creneau, reservations] = await Promise.all([
      editionDe(db, o),
      creneauDe(db, o, id),
      db.all(sql.reservations, { ...o }),
    ])
    return { edition, creneau, classes: reservations.filter((r) => r.creneau === id) }
  })
  const contenu = pageDeplacer({
    ...d,
    adresse: adresse(o),
    envoi: envoi ?? enChamps(d.creneau.debut),
    ...(refus && { refus: refus.message }),
  })
  const titre = 'Déplacer un créneau'
  const filAriane = [
    { libelle: 'Les journées', url: '/actions/journees' },
    { libelle: 'Visites de l’exposition', url: `${adresse(o)}/visites` },
    { libelle: titre },
  ]
  return page(c, cadre(c, { titre, courant: '/actions', filAriane, contenu }), refus?.statut ?? 200)
}

/** GET /actions/journees/:annee/:code/visites/:id/deplacement */
export const formulaireDeplacer = (c: CtxAgent): Promise<Response> => montrer(c, ou(c, '/:id/deplacement'), idDe(c))

const ISSUES: Readonly<Record<string, () => Refus>> = {
  pris: () => new Refus('Une visite commence déjà à ce moment.'),
  devance: () => new Conflit('Ce créneau vient d’être déplacé. Rien n’a été remplacé : relisez, puis recommencez.'),
}

/** The day and the hour; the length stays. */
async function deplacer(db: AgentDb, o: Ou, id: string, envoi: Envoi): Promise<void> {
  const { minutes } = await creneauDe(db, o, id)
  const { debut } = lireMoment({ ...envoi, minutes: [String(minutes)] }, await editionDe(db, o))
  const { issue } = await db.one(sql.deplacer, { id, de: lireInstant(un(envoi, 'de')) ?? new Date(0), debut })
  const refus = ISSUES[issue ?? 'devance']
  if (refus !== undefined) throw refus()
  await db.run(sql.prevenirDeplacees, { acad: o.acad, id })
}

/** POST /actions/journees/:annee/:code/visites/:id/deplacement: the schools that come are written to, and keep it or give it up. */
export async function deplacerCreneau(c: CtxAgent): Promise<Response> {
  const [o, id] = [ou(c, '/:id/deplacement'), idDe(c)]
  const envoi = await lireEnvoi(c)
  try {
    await enTantQue(c, (db) => deplacer(db, o, id, envoi))
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    return montrer(c, o, id, envoi, e)
  }
  return flash(c, `${adresse(o)}/visites`, 'deplace')
}
