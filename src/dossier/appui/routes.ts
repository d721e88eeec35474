import { Hono } from 'hono'
import { estUuid, Introuvable, page, Refus, uuidv7 } from '#platform'
import { cadre, consulterUneFois, enTantQue, flash, type CtxAgent, type EnvAgent } from '#acces'
import { libelleRole } from '#annuaire'
import { porteeDe } from '#signalement'
import { champListe, enTete, html, typo, type Html } from '#ui'
import { lireEnvoi, retourDe } from '../agir.ts'
import { Incomplet } from '../dossier.ts'
import { refus, Saisies } from '../fiche/gestes.ts'
import {
  appuiDe,
  cloreAppui,
  demander,
  ecrireAppui,
  faireAppui,
  peutDemander,
  placeDe,
  postesDe,
  prendreAppui,
  redemander,
  type ActeAppui,
} from './appui.ts'
import { champsAppui, pageAppui, pageListeAppuis } from './appui.page.ts'
import * as sql from './appui.sql.ts'

const ARIANE = { libelle: 'Demandes d’appui', url: '/appuis' }

async function liste(c: CtxAgent): Promise<Response> {
  c.set('motif', '/appuis')
  const moi = c.get('moi')
  if (!peutDemander(moi)) throw new Introuvable()
  const clos = c.req.query('finies') === 'oui'
  const lignes = await enTantQue(c, (db) => db.all(sql.liste, { ...porteeDe(moi), moi: moi.agent, clos }))
  return page(c, cadre(c, { titre: 'Demandes d’appui', courant: '/appuis', contenu: pageListeAppuis(lignes, moi.agent, clos) }))
}

/** Asked of those who hold several posts only. */
function champPoste(c: CtxAgent, s: Saisies): Html | undefined {
  const postes = postesDe(c.get('moi'))
  if (postes.length < 2) return undefined
  const dire = (p: (typeof postes)[number]): string => [libelleRole(p.role, p.type), p.lieu].filter((x) => x !== null).join(', ')
  return champListe({
    nom: 'poste',
    libelle: 'Depuis quel poste',
    vide: 'Choisir…',
    valeur: s.valeur('nouvelle', 'poste'),
    options: postes.map((p) => ({ valeur: p.id, libelle: typo(dire(p)) })),
    ...s.erreur('poste'),
  })
}

function formulaire(c: CtxAgent, s: Saisies) {
  return cadre(c, {
    titre: 'Demander un appui',
    courant: '/appuis',
    filAriane: [ARIANE, { libelle: 'Demander' }],
    contenu: html`<div class="preau-pile">
      ${refus(s.retour)}
      ${enTete({ titre: 'Demander un appui', texte: 'Sur un dossier, demandez-le plutôt depuis sa page : tout y est déjà.' })}
      ${champsAppui(
        '/appuis/nouvelle',
        s.valeur('nouvelle', 'id') || uuidv7(),
        (n) => s.valeur('nouvelle', n),
        (n) => s.erreur(n),
        champPoste(c, s),
      )}
    </div>`,
  })
}

function nouvelle(c: CtxAgent): Response | Promise<Response> {
  c.set('motif', '/appuis/nouvelle')
  if (!peutDemander(c.get('moi'))) throw new Introuvable()
  return page(c, formulaire(c, new Saisies(undefined)))
}

async function envoyer(c: CtxAgent): Promise<Response> {
  c.set('motif', '/appuis/nouvelle')
  const moi = c.get('moi')
  if (!peutDemander(moi)) throw new Introuvable()
  const envoi = await lireEnvoi(c)
  try {
    const id = envoi.id ?? ''
    if (!estUuid(id)) throw new Incomplet({ champ: 'quoi', message: 'Rechargez la page, puis renvoyez.' })
    await enTantQue(c, async (db) =>
      demander(db, c.get('maison').trousseau, moi, { id, place: await placeDe(db, moi, envoi.poste), dossier: null }, envoi),
    )
    return flash(c, `/appuis/${id}`, 'demande')
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    return page(c, formulaire(c, new Saisies(retourDe('nouvelle', envoi, e))), e.statut)
  }
}

const FAITS = {
  demande: 'Votre demande est partie.',
  pris: 'C’est noté, et la personne qui demande le sait.',
  ecrit: 'Votre message est parti.',
  fait: 'C’est noté. La personne qui a demandé dira si c’est fini.',
  clos: 'Cette demande est finie.',
  redemande: 'La demande repart.',
}

async function afficher(c: CtxAgent, s: Saisies) {
  const o = await enTantQue(c, async (db) => {
    const lu = await appuiDe(db, c.get('maison').trousseau, c.get('moi'), c.req.param('id')!)
    await consulterUneFois(db, lu.acad, lu.a.id)
    return lu
  })
  return cadre(c, {
    titre: 'Demande d’appui',
    courant: '/appuis',
    filAriane: [ARIANE, { libelle: 'Demande' }],
    contenu: pageAppui(o, s),
    faits: FAITS,
  })
}

async function lire(c: CtxAgent): Promise<Response> {
  c.set('motif', '/appuis/:id')
  return page(c, await afficher(c, new Saisies(undefined)))
}

const agir =
  (forme: string, acte: ActeAppui) =>
  async (c: CtxAgent): Promise<Response> => {
    c.set('motif', `/appuis/:id/${forme}`)
    const envoi = await lireEnvoi(c)
    try {
      const fait = await enTantQue(c, async (db) =>
        acte(db, await appuiDe(db, c.get('maison').trousseau, c.get('moi'), c.req.param('id')!), envoi),
      )
      return flash(c, `/appuis/${c.req.param('id')}`, fait)
    } catch (e) {
      if (!(e instanceof Refus)) throw e
      return page(c, await afficher(c, new Saisies(retourDe(forme, envoi, e))), e.statut)
    }
  }

/** /appuis */
export const routesAppui = new Hono<EnvAgent>()
  .get('/', liste)
  .get('/nouvelle', nouvelle)
  .post('/nouvelle', envoyer)
  .get('/:id', lire)
  .post('/:id/prise', agir('prise', prendreAppui))
  .post('/:id/messages', agir('messages', ecrireAppui))
  .post('/:id/fait', agir('fait', faireAppui))
  .post('/:id/fin', agir('fin', cloreAppui))
  .post('/:id/encore', agir('encore', redemander))
