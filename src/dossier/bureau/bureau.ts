import { clock, instantAParis, jourAParis, page, plus, JOUR, type AgentDb } from '#platform'
import { cadre, enTantQue, type CtxAgent, type Moi } from '#acces'
import { compterAFaire } from '#action'
import { avisCalendrier, jourOuvre, jourOuvreApres, lireCalendrier, plusJours } from '#annuaire'
import { porteeDe } from '#signalement'
import { limites } from '../alerte/limites.ts'
import * as dossierSql from '../dossier.sql.ts'
import { reglagesDe } from '../protocole/reglages.ts'
import * as relectureSql from '../relecture/relecture.sql.ts'
import { aRegarder, type Secours } from '../secours/regard.ts'
import { pageBureau } from './bureau.page.ts'
import * as sql from './bureau.sql.ts'

/** Everything that the desk shows. */
export interface Bureau {
  moi: Moi
  comptes: sql.ComptesRow
  miens: sql.MiensRow[]
  nouveaux: sql.NouveauxRow[]
  promis: sql.PromisRow[]
  attendus: sql.AttendusRow[]
  appels: sql.AppelsRow[]
  visites: sql.VisitesRow[]
  /** Followed with whoever answers for them, or handed to me. */
  suivis: sql.SuivisRow[]
  /** Extracts and transmissions of colleagues that wait for a second reader: mine to read, and those that somebody nearer reads. */
  aRelire: relectureSql.ARelireRow[]
  relusAilleurs: relectureSql.ARelireRow[]
  /** Emergency accesses that the level above has to look at. */
  secours: Omit<Secours, 'raison'>[]
  remontes: sql.RemontesRow[]
  /** Closed by a school alone as no bullying, not read above since. */
  ecartes: sql.EcartesRow[]
  orphelins: number
  /** The first instant of tomorrow, in France: what is before it is today's. */
  demain: Date
  /** The school calendar does not cover the coming months. */
  avis: string | null
}

/** How far ahead a post that ends is told of, in school days: proposition, two weeks to hand over. */
const A_VENIR = 10

/** How long what a school has set aside waits for the eyes of the level above: proposition, the two weeks of a review twice. */
const A_RELIRE = 30

/** Sees a territory above its schools: what lost its person down there is theirs to hand to somebody. */
const veille = (moi: Moi): boolean => {
  const p = porteeDe(moi)
  return p.etabs.length + p.circos.length + p.depts.length + p.acads.length > 0
}

export async function lireBureau(db: AgentDb, moi: Moi): Promise<Bureau> {
  const maintenant = clock.now()
  const jour = jourAParis(maintenant)
  const { acad } = moi
  const [tenus, lignes, cal] = await Promise.all([
    db.all(sql.ouvrir),
    db.all(dossierSql.reglages, { acad }),
    lireCalendrier(db, acad),
  ])
  const demain = instantAParis(plusJours(jour, 1))
  const qui = { acad, agents: tenus.map((t) => t.agent) }
  const portee = porteeDe(moi)
  const ou = { ...qui, depts: portee.depts, acads: portee.acads }
  const reglages = reglagesDe(lignes)
  const t = limites(cal, maintenant, reglages.delai('retard'))
  const [comptes, miens, nouveaux, promis, attendus, appels, visites, suivis, aRelire, secours, remontes, ecartes, orphelins] =
    await Promise.all([
      db.one(sql.comptes, { ...qui, maintenant }),
      db.all(sql.miens, { ...qui, maintenant, avant: plus(demain, 7 * JOUR) }),
      db.all(sql.nouveaux, qui),
      db.all(sql.promis, { ...qui, avant: plus(demain, 7 * JOUR) }),
      db.all(sql.attendus, qui),
      db.all(sql.appels, { acad, moi: moi.agent }),
      db.all(sql.visites, { ...ou, etabs: portee.etabs, circos: portee.circos, moi: moi.agent, maintenant }),
      db.all(sql.suivis, { ...qui, moi: moi.agent }),
      db.all(relectureSql.aRelire, { ...portee, acad, moi: moi.agent }),
      aRegarder(db, moi, { reglages, classe: (j) => jourOuvre(cal, j) }),
      db.all(sql.remontes, { ...ou, circos: portee.circos, maintenant, t }),
      db.all(sql.ecartes, { acad, circos: portee.circos, depts: portee.depts, depuis: plus(maintenant, -A_RELIRE * JOUR) }),
      veille(moi) ? db.all(sql.orphelins, { horizon: instantAParis(jourOuvreApres(cal, jour, A_VENIR)) }) : [],
    ])
  const avis = avisCalendrier(cal, jour)
  return {
    moi,
    comptes,
    miens,
    nouveaux,
    promis,
    attendus,
    appels,
    visites,
    suivis,
    aRelire: aRelire.filter((x) => x.a_moi),
    relusAilleurs: aRelire.filter((x) => !x.a_moi),
    secours,
    remontes,
    ecartes,
    orphelins: orphelins.length,
    demain,
    avis,
  }
}

/** GET /bureau: what waits for me today, and where to do it. */
export async function bureau(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau')
  const moi = c.get('moi')
  const [b, comptes] = await enTantQue(c, (db) => Promise.all([lireBureau(db, moi), compterAFaire(db, moi)]))
  return page(
    c,
    cadre(c, {
      titre: 'Mon bureau',
      courant: '/bureau',
      contenu: pageBureau(b, c.req.query('relectures') === 'toutes'),
      comptes,
    }),
  )
}
