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
  const lignes = await enTantQue(c, (db) =>
    db.all(sql.consultations, {
      depuis: plus(clock.now(), -demande.jours * JOUR),
      agent: demande.agent,
      fil: demande.fil,
      debut: (demande.page - 1) * 100,
    }),
  )
  return page(c, cadre(c, { titre: 'Journal des consultations', courant: '/journal', contenu: pageJournal(demande, lignes) }))
}

export const journal = new Hono<EnvAgent>().get('/', lireJournal)
