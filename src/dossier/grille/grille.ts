import { Hono } from 'hono'
import { clock, Conflit, Introuvable, page, plus, JOUR, Refus, type AgentDb } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent, type EnvAgent } from '#acces'
import { jourDe } from '#signalement'
import { lireEnvoi, retourDe, type Envoi } from '../agir.ts'
import { jourSaisi, texte } from '../champs.ts'
import { Incomplet } from '../dossier.ts'
import { GRILLE_NATIONALE } from '../evaluation/grilles.ts'
import type { Retour } from '../fiche/fiche.ts'
import { litReglages, regleReglages } from '../reglages/droits.ts'
import * as sql from './grille.sql.ts'
import { pageApercu, pageGrille } from './grille.page.ts'
import { ajouter, deplacer, enGrille, enModele, memes, reformuler, retirer, type Modele } from './modele.ts'
import { grillesDe, nomVersion, type Grilles } from './versions.ts'

/** The next version as it is being written. */
export interface Brouillon extends Omit<sql.BrouillonRow, 'contenu'> {
  modele: Modele
}

async function brouillonDe(db: AgentDb, acad: string): Promise<Brouillon | null> {
  const b = await db.maybe(sql.brouillon, { acad })
  if (b === null) return null
  const { contenu, ...reste } = b
  return { ...reste, modele: contenu as unknown as Modele }
}

async function ecran(c: CtxAgent, retour?: Retour, statut: 200 | 409 | 422 = 200): Promise<Response> {
  const { acad } = c.get('moi')
  const [grilles, brouillon] = await enTantQue(c, (db) => Promise.all([grillesDe(db, acad), brouillonDe(db, acad)]))
  const contenu = pageGrille({ grilles, brouillon, peutEcrire: regleReglages(c), retour })
  return page(
    c,
    cadre(c, { titre: 'La grille d’évaluation', courant: '/reglages', filAriane: ARIANE, contenu, faits: FAITS }),
    statut,
  )
}

const ICI = '/reglages/grille'
const REGLAGES = { libelle: 'Réglages', url: '/reglages' }
const ARIANE = [REGLAGES, { libelle: 'La grille d’évaluation' }]
const FAITS = {
  commencee: 'Une nouvelle version est en préparation. Personne ne la remplit avant qu’elle soit publiée.',
  changee: 'C’est changé, dans la version en préparation.',
  abandonnee: 'La version en préparation est abandonnée. Rien n’a changé pour les équipes.',
  publiee: 'La nouvelle version est publiée. Les grilles déjà remplies gardent la leur.',
}

function exigerLecteur(c: CtxAgent): void {
  if (!litReglages(c)) throw new Introuvable()
}

/** GET /reglages/grille */
function lire(c: CtxAgent): Promise<Response> {
  c.set('motif', ICI)
  exigerLecteur(c)
  return ecran(c)
}

/** GET /reglages/grille/apercu: a version as whoever fills it will read it; without one, the version being written. */
async function apercu(c: CtxAgent): Promise<Response> {
  c.set('motif', `${ICI}/apercu`)
  exigerLecteur(c)
  const { acad } = c.get('moi')
  const version = c.req.query('version')
  const [grilles, brouillon] = await enTantQue(c, (db) => Promise.all([grillesDe(db, acad), brouillonDe(db, acad)]))
  const connue = version === GRILLE_NATIONALE.version || grilles.publiees.some((p) => p.version === version)
  if (version === undefined ? brouillon === null : !connue) throw new Introuvable()
  const grille = version === undefined ? enGrille('', brouillon!.modele) : grilles.de(version)
  const contenu = pageApercu(grille, version === undefined ? 'La version en préparation' : nomVersion(version))
  const filAriane = [REGLAGES, { libelle: 'La grille d’évaluation', url: ICI }, { libelle: 'Aperçu' }]
  return page(c, cadre(c, { titre: 'Aperçu de la grille', courant: '/reglages', filAriane, contenu, script: ['axes.js'] }))
}

const CHANGEE = 'Quelqu’un a changé cette version pendant que vous écriviez. Relisez-la, puis recommencez.'
const exigerFait = (fait: boolean): void => {
  if (!fait) throw new Conflit(CHANGEE)
}

interface Travail {
  grilles: Grilles
  brouillon: Brouillon | null
}
/** Does it, and says where to come back. */
type Geste = (db: AgentDb, t: Travail, envoi: Envoi, c: CtxAgent) => Promise<{ fait: keyof typeof FAITS; ou?: string }>

/** One form, one change; by whoever settles the local choices. Refused, the page comes back with why and what was typed. */
const agir =
  (forme: string, geste: Geste) =>
  async (c: CtxAgent): Promise<Response> => {
    c.set('motif', `${ICI}/${forme}`)
    exigerLecteur(c)
    if (!regleReglages(c)) throw new Refus('Seul le responsable académique change la grille de l’académie.')
    const envoi = await lireEnvoi(c)
    try {
      const { fait, ou } = await enTantQue(c, async (db) => {
        const { acad } = c.get('moi')
        const [grilles, brouillon] = await Promise.all([grillesDe(db, acad), brouillonDe(db, acad)])
        return geste(db, { grilles, brouillon }, envoi, c)
      })
      return flash(c, `${ICI}${ou ?? ''}`, fait)
    } catch (e) {
      if (!(e instanceof Refus)) throw e
      return ecran(c, retourDe(forme, envoi, e), e.statut as 409 | 422)
    }
  }

/** The draft that was on the screen, and no other. @throws Conflit */
function tenu({ brouillon }: Travail, envoi: Envoi): Brouillon {
  if (brouillon === null) throw new Conflit('Cette version vient d’être publiée ou abandonnée. Relisez la page.')
  if (envoi.revision !== String(brouillon.revision)) throw new Conflit(CHANGEE)
  return brouillon
}

const commencer: Geste = async (db, { grilles }, envoi) => {
  const depuis = envoi.depuis ?? ''
  const nationale = depuis === GRILLE_NATIONALE.version
  const modele = nationale ? enModele(GRILLE_NATIONALE) : grilles.publiees.find((p) => p.version === depuis)?.modele
  if (modele === undefined) throw new Incomplet({ champ: 'depuis', message: 'Choisissez de quelle version partir.' })
  const { fait } = await db.one(sql.ecrire, { contenu: modele, depuis, revision: 0 })
  if (!fait) throw new Conflit('Une version est déjà en préparation : elle est ici, à tous ceux qui règlent la grille.')
  return { fait: 'commencee', ou: '#preparer' }
}

/** A change of the draft: what it becomes, and where the eye goes back to. */
const changer =
  (change: (m: Modele, envoi: Envoi, c: CtxAgent, g: Grilles) => { modele: Modele; ou: string }): Geste =>
  async (db, t, envoi, c) => {
    const b = tenu(t, envoi)
    const { modele, ou } = change(b.modele, envoi, c, t.grilles)
    exigerFait((await db.one(sql.ecrire, { contenu: modele, depuis: b.depuis, revision: b.revision })).fait)
    return { fait: 'changee', ou }
  }

const mots = changer((m, envoi, c) => {
  const code = c.req.param('code')!
  return { modele: reformuler(m, code, envoi), ou: `#q-${code}` }
})
const retrait = changer((m, _envoi, c) => ({ modele: retirer(m, c.req.param('code')!), ou: '#preparer' }))
const place = changer((m, envoi, c) => {
  const code = c.req.param('code')!
  return { modele: deplacer(m, code, envoi.sens === 'haut' ? 'haut' : 'bas'), ou: `#q-${code}` }
})
const ajout = changer((m, envoi, _c, g) => {
  const code = g.codeNeuf(m)
  return { modele: ajouter(m, /^\d$/.test(envoi.axe ?? '') ? Number(envoi.axe) : -1, code, envoi), ou: `#q-${code}` }
})

const abandonner: Geste = async (db, t, envoi) => {
  exigerFait((await db.one(sql.abandonner, { revision: tenu(t, envoi).revision })).fait)
  return { fait: 'abandonnee' }
}

/** From a day on, today at the earliest; with its reason; and never the same as before. */
const publier: Geste = async (db, t, envoi) => {
  const b = tenu(t, envoi)
  if (memes(b.modele, t.grilles.derniere))
    throw new Refus('Cette version demande exactement la même chose que la dernière publiée.', 422)
  const raison = texte(envoi, 'raison', 2000, 'Écrivez la raison : elle est gardée, et lue par ceux qui voient les réglages.')
  const du = jourSaisi(envoi, 'du', true)
  const [auj, fin] = [jourDe(clock.now()), jourDe(plus(clock.now(), 365 * JOUR))]
  if (du < auj)
    throw new Incomplet({ champ: 'du', message: 'Ce jour est passé : une grille ne change pas ce qui est déjà rempli.' })
  if (du > fin) throw new Incomplet({ champ: 'du', message: 'Choisissez un jour dans l’année qui vient.' })
  const { version } = await db.one(sql.publier, { revision: b.revision, raison, du })
  exigerFait(version !== null)
  return { fait: 'publiee' }
}

/** /reglages/grille */
export const routesGrille = new Hono<EnvAgent>()
  .get('/', lire)
  .get('/apercu', apercu)
  .post('/brouillon', agir('brouillon', commencer))
  .post('/questions', agir('questions', ajout))
  .post('/questions/:code', agir('questions/:code', mots))
  .post('/questions/:code/retrait', agir('questions/:code/retrait', retrait))
  .post('/questions/:code/place', agir('questions/:code/place', place))
  .post('/abandon', agir('abandon', abandonner))
  .post('/publication', agir('publication', publier))
