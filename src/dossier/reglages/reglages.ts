import { Hono } from 'hono'
import { Conflit, Introuvable, page, Refus } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent, type EnvAgent } from '#acces'
import { lireEnvoi, type Envoi } from '../agir.ts'
import { texte } from '../champs.ts'
import { Incomplet } from '../dossier.ts'
import type { Retour } from '../fiche/fiche.ts'
import { routesGrille } from '../grille/grille.ts'
import { litReglages, regleReglages } from './droits.ts'
import { reglagesAvec, refusValeur, type Reglage } from './reglage.ts'
import { pageReglages } from './reglages.page.ts'
import * as sql from './reglages.sql.ts'

async function ecran(c: CtxAgent, retour?: Retour, statut: 200 | 409 | 422 = 200): Promise<Response> {
  const histoire = await enTantQue(c, (db) => db.all(sql.histoire, { acad: c.get('moi').acad }))
  const contenu = pageReglages(reglagesAvec(histoire), regleReglages(c), retour)
  return page(
    c,
    cadre(c, {
      titre: 'Réglages de l’académie',
      courant: '/reglages',
      filAriane: [{ libelle: 'Réglages' }],
      contenu,
      faits: { regle: 'Le réglage est enregistré. Il vaut pour les prochaines échéances.' },
    }),
    statut,
  )
}

function lire(c: CtxAgent): Promise<Response> {
  c.set('motif', '/reglages')
  if (!litReglages(c)) throw new Introuvable()
  return ecran(c)
}

/** What was chosen, if it may be: another value than today's, with its reason. */
function lireChoix(r: Reglage, envoi: Envoi): { valeur: string; raison: string } {
  const valeur = envoi[`valeur_${r.code}`] ?? ''
  const refus = refusValeur(r, valeur)
  if (refus !== null) throw new Incomplet({ champ: `valeur_${r.code}`, message: refus })
  if (valeur === r.valeur) throw new Incomplet({ champ: `valeur_${r.code}`, message: 'C’est déjà le réglage d’aujourd’hui.' })
  return { valeur, raison: texte(envoi, `raison_${r.code}`, 2000, 'Écrivez la raison : elle est montrée sur chaque dossier.') }
}

async function regler(c: CtxAgent): Promise<Response> {
  c.set('motif', '/reglages/:code')
  if (!regleReglages(c))
    throw litReglages(c) ? new Refus('Seul le responsable académique change les réglages.') : new Introuvable()
  const envoi = await lireEnvoi(c)
  const code = c.req.param('code')!
  try {
    await enTantQue(c, async (db) => {
      const { delais, variantes } = reglagesAvec(await db.all(sql.histoire, { acad: c.get('moi').acad }))
      const r = [...delais, ...variantes].find((x) => x.code === code)
      if (r === undefined) throw new Introuvable()
      if (envoi.vu !== r.valeur) throw new Conflit('Ce réglage a changé pendant que vous écriviez. Relisez-le, puis recommencez.')
      const { fait } = await db.one(sql.regler, { code, ...lireChoix(r, envoi) })
      if (!fait) throw new Conflit('Ce réglage vient de changer. Relisez-le, puis recommencez.')
    })
    return flash(c, '/reglages', 'regle')
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    const erreurs = e instanceof Incomplet ? e.erreurs : []
    return ecran(c, { forme: code, envoi, refus: e.message, erreurs, devance: false }, e.statut as 409 | 422)
  }
}

/** /reglages */
export const routesReglages = new Hono<EnvAgent>().get('/', lire).route('/grille', routesGrille).post('/:code', regler)
