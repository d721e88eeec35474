import { estUuid, Introuvable, page, Refus, uuidv7, type AgentDb } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent } from '#acces'
import { notifierAgent, parMandat } from '#signalement'
import { lireEnvoi, retourDe, type Acte, type Envoi } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { prevenirAuDessus } from '../danger.ts'
import { consigner, dossierPourAgir, Incomplet, type Dossier } from '../dossier.ts'
import { noterPourquoi } from '../escalade/escalade.ts'
import type { Retour } from '../fiche/fiche.ts'
import { lireNumero } from '../numero.ts'
import * as octroiSql from '../octroi/octroi.sql.ts'
import { octroisDe } from '../octroi/octroi.ts'
import { estSecours, MOTIFS_SECOURS } from './motifs.ts'
import { pageSecours } from './secours.page.ts'
import * as sql from './secours.sql.ts'

/** Posts that deal with situations; the database has the last word. */
const ROLES = ['chef', 'coordonnateur', 'equipe', 'ien', 'referent_departemental', 'responsable_departemental']
export const peutSecourir = (c: CtxAgent): boolean => c.get('moi').mandats.some((m) => ROLES.includes(m.role))

/** One sentence for all that does not open: what does not exist, what is held above, a conflict of interest, one too many. */
const RIEN =
  'Aucun dossier ne s’ouvre ainsi pour vous sous ce numéro. Appelez le pôle académique ; si un enfant est en danger, le 15, le 17 ou le 112.'

function afficher(c: CtxAgent, retour?: Retour) {
  if (!peutSecourir(c)) throw new Introuvable()
  const numero = retour?.envoi.numero ?? c.req.query('numero') ?? ''
  return cadre(c, {
    titre: 'Accès d’urgence',
    courant: '/dossiers',
    filAriane: [{ libelle: 'Dossiers', url: '/dossiers' }, { libelle: 'Accès d’urgence' }],
    contenu: pageSecours(numero, retour),
  })
}

/** GET /dossiers/secours */
export async function lireSecours(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/secours')
  return page(c, afficher(c))
}

/** Opens it for a day, and tells it at once: the dossier’s history, whoever answers for it, the level above, the journal. */
async function ouvrir(db: AgentDb, c: CtxAgent, envoi: Envoi): Promise<string> {
  const moi = c.get('moi')
  const numero = lireNumero(envoi.numero ?? '')
  if (numero === null) throw new Incomplet({ champ: 'numero', message: 'Écrivez le numéro du dossier, comme 31-2026-K7Q2M4.' })
  const vu = await dossierPourAgir(db, c.get('maison').trousseau, moi, numero).catch((e: unknown) => {
    if (e instanceof Introuvable) return null
    throw e
  })
  if (vu !== null) return numero
  const motif = parmi(envoi, 'motif', MOTIFS_SECOURS, 'Choisissez pourquoi.')
  const raison = texte(envoi, 'raison_secours', 2000, 'Écrivez ce qui se passe, et qui vous avez essayé de joindre.')
  const { fil } = await db.one(sql.ouvrir, { id: uuidv7(), numero, motif })
  if (fil === null) throw new Incomplet({ champ: 'numero', message: RIEN })
  const o = await dossierPourAgir(db, c.get('maison').trousseau, moi, numero)
  const note = await noterPourquoi(db, o, raison)
  await consigner(db, o, 'dossier.ouvrir_en_urgence', { motif, note })
  await db.run(sql.consulter, { acad: o.acad, fil, id: uuidv7() })
  await notifierAgent(db, o.acad, fil, o.d.responsable, 'urgent')
  await prevenirAuDessus(db, o, 'urgent')
  return numero
}

/** POST /dossiers/secours */
export async function secourir(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/secours')
  if (!peutSecourir(c)) throw new Introuvable()
  const envoi = await lireEnvoi(c)
  try {
    const numero = await enTantQue(c, (db) => ouvrir(db, c, envoi))
    return flash(c, `/dossiers/${numero}`, 'secours')
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    return page(c, afficher(c, retourDe('secours', envoi, e)), e.statut)
  }
}

/** Closed before its day, by whoever sees the dossier by a mandate, whatever its state. */
export const refermer: Acte = async (db, o: Dossier, _envoi, id) => {
  if (!parMandat(o.moi, o.d)) throw new Introuvable()
  const octroi = (await octroisDe(db, o)).find((x) => x.id === id && estSecours(x))
  if (id === undefined || !estUuid(id) || octroi === undefined) throw new Introuvable()
  if ((await db.one(octroiSql.finir, { id })).agent === null) throw new Introuvable()
  await consigner(db, o, 'dossier.fermer_acces_urgence', { agent: octroi.agent })
  return { fait: 'secours_ferme' }
}
