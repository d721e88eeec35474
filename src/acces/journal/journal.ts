import { Hono } from 'hono'
import { clock, estUuid, Introuvable, JOUR, page, plus } from '#platform'
import { cadre } from '../menu.ts'
import { enTantQue, type CtxAgent, type EnvAgent } from '../session.ts'
import * as sql from './journal.sql.ts'
import { pageJournal, PERIODES, type Demande } from './journal.page.ts'

const CONTROLE = ['dpo', 'responsable_academique']
const uuidOuRien = (texte: string | undefined): string | null => (texte !== undefined && estUuid(texte) ? texte : null)

function lireDemande(c: CtxAgent): Demande {
  const jours = Number(c.req.query('jours') ?? 30)
  const rang = Number(c.req.query('page') ?? 1)
  return {
    jours: PERIODES.includes(jours) ? jours : 30,
    agent: uuidOuRien(c.req.query('agent')),
    fil: uuidOuRien(c.req.query('fil')),
    page: Number.isInteger(rang) && rang >= 1 && rang <= 200 ? rang : 1,
  }
}

/** GET /journal: who opened which report or dossier, when. Identifiers and functions, no name, no content. */
async function lireJournal(c: CtxAgent): Promise<Response> {
  c.set('motif', '/journal')
  if (!c.get('moi').mandats.some((m) => CONTROLE.includes(m.role))) throw new Introuvable()
  const demande = lireDemande(c)
  const { agent, fil } = demande
  const depuis = plus(clock.now(), -demande.jours * JOUR)
  const [lignes, secours] = await enTantQue(c, (db) =>
    Promise.all([
      db.all(sql.consultations, { depuis, agent, fil, debut: (demande.page - 1) * 100 }),
      db.all(sql.secours, { depuis }),
    ]),
  )
  const siens = secours.filter((s) => (agent === null || s.agent === agent) && (fil === null || s.fil === fil))
  const contenu = pageJournal(demande, lignes, siens)
  return page(c, cadre(c, { titre: 'Journal des consultations', courant: '/journal', contenu }))
}

export const journal = new Hono<EnvAgent>().get('/', lireJournal)
