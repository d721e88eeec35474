import { Introuvable, page } from '#platform'
import { cadre, consulter, enTantQue, type CtxAgent } from '#acces'
import { lireEnvoi } from '../agir.ts'
import { jeTiens } from '../bureau/bureau.sql.ts'
import { dossierDe } from '../dossier.ts'
import { consulterDossier, type Retour } from '../fiche/fiche.ts'
import { Saisies } from '../fiche/gestes.ts'
import { SansMotif } from '../motif/sans.ts'
import { pagePartout, type Bilan, type Fouille } from './partout.page.ts'
import { demandee, noterLectures, passages } from './recherche.ts'
import * as sql from './recherche.sql.ts'

/** More than anybody follows; past it, the page says what was not looked through. */
const AU_PLUS = 120

/** The open dossiers in one's charge, soonest due first; one more than are looked through, to know that there are others. */
const ouverts = (c: CtxAgent): Promise<sql.OuvertsRow[]> =>
  enTantQue(c, async (db) => {
    const agents = (await db.all(jeTiens)).map((t) => t.agent)
    return db.all(sql.ouverts, { acad: c.get('moi').acad, agents, combien: AU_PLUS + 1 })
  })

/**
 * One dossier, in a transaction of its own: forty of them must not hold a connection from end to end. What is shown of it is a
 * reading and a search; a dossier where nothing is found shows nothing, and keeps no trace.
 */
const fouiller = (c: CtxAgent, d: sql.OuvertsRow, mots: readonly string[]): Promise<Fouille> =>
  enTantQue(c, async (db) => {
    const o = await dossierDe(db, c.get('maison').trousseau, c.get('moi'), d.numero)
    const trouves = await passages(db, o, mots)
    if (trouves.length > 0) {
      await consulterDossier(db, o)
      await consulter(db, o.acad, o.d.id, 'recherche')
      await noterLectures(db, o, trouves)
    }
    return { ...d, o, trouves }
  })

async function chercherPartout(c: CtxAgent, mots: readonly string[]): Promise<Bilan> {
  const tous = await ouverts(c)
  const fouilles: Fouille[] = []
  for (const d of tous.slice(0, AU_PLUS)) {
    try {
      fouilles.push(await fouiller(c, d, mots))
    } catch (e) {
      // Handed to somebody else meanwhile.
      if (!(e instanceof Introuvable || e instanceof SansMotif)) throw e
    }
  }
  return { lus: fouilles.length, reste: tous.length > AU_PLUS, trouves: fouilles.filter((f) => f.trouves.length > 0) }
}

async function repondre(c: CtxAgent, mots: readonly string[] | null, retour?: Retour): Promise<ReturnType<typeof cadre>> {
  const bilan = mots === null || mots.length === 0 ? null : await chercherPartout(c, mots)
  return cadre(c, {
    titre: 'Chercher des mots dans mes dossiers',
    courant: '/dossiers',
    filAriane: [{ libelle: 'Dossiers', url: '/dossiers' }, { libelle: 'Chercher des mots' }],
    contenu: pagePartout(bilan, new Saisies(retour)),
  })
}

/** GET /dossiers/mots */
export async function lirePartout(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/mots')
  return page(c, await repondre(c, null))
}

/** POST /dossiers/mots: a reading all the same; the words are kept nowhere. */
export async function rechercherPartout(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/mots')
  const { mots, retour, statut } = demandee(await lireEnvoi(c))
  return page(c, await repondre(c, mots, retour), statut)
}
