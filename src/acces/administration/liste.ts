import { clock, jourAParis, page } from '#platform'
import {
  avisCalendrier,
  estRole,
  lireCalendrier,
  lireDepartement,
  listeDepartements,
  listerAgents,
  mandatsDe,
  type FiltreAgents,
} from '#annuaire'
import { cadre } from '../menu.ts'
import { enTantQue, type CtxAgent } from '../session.ts'
import { depts } from './droits.ts'
import { FAITS } from './faits.ts'
import { pageListe } from './liste.page.ts'

const ETATS = ['actifs', 'anciens', 'tous'] as const

function lireFiltre(c: CtxAgent): FiltreAgents {
  const q = c.req.query()
  const rang = Number(q.page ?? 1)
  return {
    acad: c.get('moi').acad,
    le: clock.now(),
    depts: depts(c.get('moi')),
    q: (q.q ?? '').trim().slice(0, 100),
    role: q.role !== undefined && estRole(q.role) ? q.role : null,
    dept: lireDepartement(q.territoire),
    etat: ETATS.find((e) => e === q.etat) ?? 'actifs',
    page: Number.isInteger(rang) && rang >= 1 && rang <= 1000 ? rang : 1,
  }
}

/** GET /administration: the agents and what they hold. */
export async function lister(c: CtxAgent): Promise<Response> {
  c.set('motif', '/administration')
  const filtre = lireFiltre(c)
  const contenu = await enTantQue(c, async (db) => {
    const [agents, departements, calendrier] = await Promise.all([
      listerAgents(db, filtre),
      listeDepartements(db, filtre.acad),
      lireCalendrier(db, filtre.acad),
    ])
    const mandats = await mandatsDe(
      db,
      filtre.acad,
      agents.map((a) => a.id),
    )
    return pageListe({ filtre, agents, mandats, departements, avis: avisCalendrier(calendrier, jourAParis(filtre.le)) })
  })
  return page(c, cadre(c, { titre: 'Agents et mandats', courant: '/administration', contenu, faits: FAITS }))
}
