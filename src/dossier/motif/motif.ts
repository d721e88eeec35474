import { estUuid, page, Refus, uuidv7, type AgentDb, type Trousseau } from '#platform'
import { cadre, chiffrer, enTantQue, lireFil, MOTIFS_LECTURE, type CtxAgent, type Moi } from '#acces'
import { DossierDabord } from '#signalement'
import { lireEnvoi, retourDe, type Envoi } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { couvertureDe, Incomplet } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import type { Retour } from '../fiche/fiche.ts'
import { reglagesDe } from '../protocole/reglages.ts'
import { pageCouverture } from './motif.page.ts'
import * as sql from './motif.sql.ts'
import { SansMotif } from './sans.ts'

const UN_SIGNALEMENT = /^\/signalements\/[0-9a-f-]{36}(\/|$)/

/** Where one wanted to go, in this dossier or in a report (which asks for itself), and nowhere else. */
function suiteDe(numero: string, vers: string | undefined): string {
  const ici = `/dossiers/${numero}`
  const url = URL.parse(vers ?? ici, 'http://ici.invalid')
  if (url === null) return ici
  const permis = url.pathname === ici || url.pathname.startsWith(`${ici}/`) || UN_SIGNALEMENT.test(url.pathname)
  return url.host === 'ici.invalid' && permis ? url.pathname + url.search : ici
}

async function couverture(c: CtxAgent, d: dossierSql.ParNumeroRow, vers: string, retour?: Retour) {
  const reglages = reglagesDe(await enTantQue(c, (db) => db.all(dossierSql.reglages, { acad: c.get('moi').acad })))
  return cadre(c, {
    titre: `Dossier ${d.numero}`,
    courant: '/dossiers',
    filAriane: [{ libelle: 'Dossiers', url: '/dossiers' }, { libelle: d.numero }],
    contenu: pageCouverture(d, vers, reglages.delai('motif_lecture'), retour),
  })
}

/** Whatever was asked of a dossier, or of a report joined to it, without saying why is answered by its cover, and opens after it. */
export async function couvrir(e: Error, c: CtxAgent): Promise<Response> {
  if (!(e instanceof SansMotif || e instanceof DossierDabord)) throw e
  const d = e instanceof SansMotif ? e.d : await enTantQue(c, (db) => couvertureDe(db, c.get('moi'), e.numero))
  const ici = new URL(c.req.url)
  const lecture = c.req.method === 'GET'
  const retourne = e instanceof SansMotif ? undefined : `/signalements/${e.signalement}`
  const vers = suiteDe(d.numero, lecture ? ici.pathname + ici.search : retourne)
  // What was sent has not been done, or not been read (a search, a sheet): it is said, not taken for done.
  const retour = {
    forme: '',
    envoi: {},
    refus: e.refus?.message ?? 'Dites d’abord pourquoi vous ouvrez ce dossier, puis recommencez.',
    erreurs: [],
    devance: false,
  }
  return page(c, await couverture(c, d, vers, lecture ? undefined : retour), e.refus?.statut ?? 403)
}

/** Writes why, when it is still asked; words of one's own are sealed with the key of the dossier. */
async function dire(db: AgentDb, t: Trousseau, moi: Moi, d: dossierSql.ParNumeroRow, envoi: Envoi): Promise<void> {
  const motif = parmi(envoi, 'motif', MOTIFS_LECTURE, 'Choisissez pourquoi vous ouvrez ce dossier.')
  const dit = texte(envoi, 'mots_motif', 300, motif === 'autre' ? 'Écrivez en quelques mots pourquoi.' : undefined)
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'motif', message: 'Rechargez la page, puis recommencez.' })
  if (!d.a_motiver) return
  const mots = motif === 'autre' ? chiffrer(await lireFil(db, t, moi.acad, d.id), 'consultation.mots', id, dit) : null
  await db.run(sql.dire, { acad: moi.acad, id, fil: d.id, motif, mots })
}

/** POST /dossiers/:numero/motif: why, then the page that was asked for. */
export async function motiver(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/motif')
  const envoi = await lireEnvoi(c)
  const moi = c.get('moi')
  const numero = c.req.param('numero')!
  const d = await enTantQue(c, (db) => couvertureDe(db, moi, numero))
  const vers = suiteDe(d.numero, envoi.vers)
  try {
    await enTantQue(c, (db) => dire(db, c.get('maison').trousseau, moi, d, envoi))
    return c.redirect(vers, 303)
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    return page(c, await couverture(c, d, vers, retourDe('motif', envoi, e)), e.statut)
  }
}

/** GET /dossiers/:numero/motif, where a page reloaded leads: the dossier. */
export const versLeDossier = (c: CtxAgent): Response => c.redirect(`/dossiers/${encodeURIComponent(c.req.param('numero')!)}`, 303)

/** The review is a motive by itself: given when it began, it is written on each dossier where it is still asked. */
export const direLaRevue = (db: AgentDb, acad: string, d: dossierSql.ParNumeroRow): Promise<number> | undefined =>
  d.a_motiver ? db.run(sql.dire, { acad, id: uuidv7(), fil: d.id, motif: 'revue', mots: null }) : undefined
