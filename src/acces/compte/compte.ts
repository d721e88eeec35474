import { Hono } from 'hono'
import { Introuvable, lireFormulaire, page } from '#platform'
import { cadre, flash } from '../menu.ts'
import { enTantQue, type CtxAgent, type EnvAgent, type Moi } from '../session.ts'
import { pageCompte } from './compte.page.ts'
import * as sql from './compte.sql.ts'

/** The posts that the public page of the pôle counts: only who holds one is asked whether to be named there. */
const AU_POLE = ['responsable_academique', 'referente_academique', 'responsable_departemental', 'referent_departemental']
const estAuPole = (moi: Moi): boolean => moi.mandats.some((m) => AU_POLE.includes(m.role))

const FAITS = {
  nom_public: 'Votre nom paraît maintenant sur la page du pôle. Vous pouvez l’en retirer ici à tout moment.',
  nom_tu: 'Votre nom ne paraît pas sur la page du pôle.',
}

/** GET /compte: what the agent holds, what they agreed to, and until when this session lasts. */
async function monCompte(c: CtxAgent): Promise<Response> {
  c.set('motif', '/compte')
  const moi = c.get('moi')
  const nomPublic = estAuPole(moi) ? (await enTantQue(c, (db) => db.one(sql.monNom))).nom_public_le !== null : undefined
  return page(c, cadre(c, { titre: 'Mon compte', courant: '/compte', contenu: pageCompte(moi, nomPublic), faits: FAITS }))
}

/** POST /compte/nom: one's own name only, and it can be taken back. */
async function choisirNom(c: CtxAgent): Promise<Response> {
  c.set('motif', '/compte/nom')
  if (!estAuPole(c.get('moi'))) throw new Introuvable()
  const oui = (await lireFormulaire(c)).un('public') === 'oui'
  await enTantQue(c, (db) => db.one(sql.publierMonNom, { oui }))
  return flash(c, '/compte', oui ? 'nom_public' : 'nom_tu')
}

export const compte = new Hono<EnvAgent>().get('/', monCompte).post('/nom', choisirNom)

/** GET /session/prolonger: coming through the door was the touch. */
export const session = new Hono<EnvAgent>().get('/prolonger', (c) => {
  c.set('motif', '/session/prolonger')
  return c.body(null, 204)
})
