import { estUuid, Introuvable, page, Refus, type AgentDb } from '#platform'
import { enTantQue, flash, type CtxAgent } from '#acces'
import { lireEnvoi, retourDe, type Envoi } from '../agir.ts'
import { parmi } from '../champs.ts'
import { dossierPourAgir, Incomplet, type Dossier } from '../dossier.ts'
import { lireFiltres, urlDossiers } from '../liste/liste.filtres.ts'
import { afficherListe, exigerLecteur, PAR_PAGE } from '../liste/liste.ts'
import { lireQuoiQuand, tacher } from '../note/tache.ts'
import { lireNumero } from '../numero.ts'
import { lireCoche, MOTIFS_REPERE, POUR_REPERE } from './vocabulaire.ts'

interface Repere {
  /** Number of each dossier → the id that its task will have: sent again, it is the same task. */
  coches: readonly (readonly [numero: string, id: string])[]
  pour: keyof typeof POUR_REPERE
  quoi: string
  le: string
}

/** The ticked dossiers, each once, always in the same order: two people who tick the same ones wait for each other. */
function lireCoches(envoi: Envoi): Repere['coches'] {
  const lus = (envoi.reperes ?? '').split(',').filter(Boolean).map(lireCoche)
  const coches = new Map<string, string>()
  for (const { numero, id } of lus) {
    const vrai = lireNumero(numero)
    if (vrai === null) throw new Introuvable()
    if (!estUuid(id)) throw new Incomplet({ champ: 'reperes', message: 'Rechargez la page, puis renvoyez.' })
    if (!coches.has(vrai)) coches.set(vrai, id)
  }
  if (coches.size === 0) throw new Incomplet({ champ: 'reperes', message: 'Cochez au moins un dossier.' })
  if (coches.size > PAR_PAGE)
    throw new Incomplet({ champ: 'reperes', message: `Cochez ${PAR_PAGE} dossiers au plus : vous en avez coché ${coches.size}.` })
  return [...coches].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** What the form says, by the rules of a task: its text, and a day that is not past. */
function lireRepere(envoi: Envoi): Repere {
  const coches = lireCoches(envoi)
  const motif = parmi(envoi, 'motif', MOTIFS_REPERE, 'Choisissez pour quoi.')
  const pour = parmi(envoi, 'pour', POUR_REPERE, 'Choisissez pour qui.')
  const dits = [motif === 'autre' ? '' : MOTIFS_REPERE[motif], envoi.quoi ?? '']
  const quoi = dits.filter(Boolean).join(' : ')
  return { coches, pour, ...lireQuoiQuand({ ...envoi, quoi }) }
}

async function poserUn(db: AgentDb, o: Dossier, r: Repere, id: string): Promise<void> {
  const pour = r.pour === 'moi' ? o.moi.agent : o.d.responsable
  await tacher(db, o, { id, quoi: r.quoi, tache_le: r.le, pour }, undefined)
}

const INVISIBLE = 'il n’existe pas, ou vous ne le voyez plus.'

/** One dossier that says no stops all of them, named with its sentence. What one may not see is said like what does not exist. */
async function poser(c: CtxAgent, db: AgentDb, r: Repere): Promise<void> {
  for (const [numero, id] of r.coches) {
    try {
      await poserUn(db, await dossierPourAgir(db, c.get('maison').trousseau, c.get('moi'), numero), r, id)
    } catch (e) {
      if (!(e instanceof Refus || e instanceof Introuvable)) throw e
      const phrase = e instanceof Refus ? e.message : INVISIBLE
      throw new Refus(`Dossier ${numero} : ${phrase} Aucun repère n’a été posé.`)
    }
  }
}

/**
 * POST /dossiers/reperes: one dated reminder on several dossiers, a task in each with its fact; all or none (proposition).
 * When one says no, the list comes back with why, the boxes and what was typed.
 */
export async function poserReperes(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/reperes')
  exigerLecteur(c.get('moi'))
  const envoi = await lireEnvoi(c)
  try {
    const repere = lireRepere(envoi)
    await enTantQue(c, (db) => poser(c, db, repere))
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    return page(c, await afficherListe(c, retourDe('reperes', envoi, e)), e.statut)
  }
  const filtres = lireFiltres((nom) => c.req.query(nom), c.get('maison').trousseau)
  return flash(c, urlDossiers(filtres, { poser: false }), 'repere')
}
