import { clock, estUuid, page, Refus, type AgentDb } from '#platform'
import { cadre, chiffrer, enTantQue, flash, type CtxAgent, type Fait, type Moi } from '#acces'
import { notifierAgent, porteeDe } from '#signalement'
import { lireEnvoi, type Acte, type Envoi } from '../agir.ts'
import { jourSaisi, parmi, texte } from '../champs.ts'
import { accomplir, dossierPourAgir, Incomplet, type Dossier } from '../dossier.ts'
import { finDeJournee } from '../echeance.ts'
import { consulterDossier, type Retour } from '../fiche/fiche.ts'
import { direLaRevue } from '../motif/motif.ts'
import * as noteSql from '../note/note.sql.ts'
import { tacher } from '../note/tache.ts'
import { prevoir } from '../prevu/prevu.ts'
import { exiger } from '../protocole/peut.ts'
import * as resumeSql from '../resume/resume.sql.ts'
import * as dossierSql from '../dossier.sql.ts'
import * as bureauSql from './bureau.sql.ts'
import { prochaineRevue } from './reevaluer.ts'
import { pageRevue, pageRevueDebut } from './revue.page.ts'
import * as sql from './revue.sql.ts'

/** What can be decided on the way. The act itself is one key further. */
export const DECISIONS = {
  continue: { libelle: 'On continue', aide: 'Rien ne change : le prochain acte est prévu.' },
  tache: { libelle: 'Une chose est à faire', aide: 'Écrite ci-dessous, avec qui et pour quand.' },
  aide: { libelle: 'Demander de l’aide', aide: 'Passer la situation, ou demander l’appui du pôle : la page s’ouvre ensuite.' },
  clore: { libelle: 'Préparer la fin', aide: 'Les faits ont cessé : voir ce qui manque pour clore.' },
  reevaluer: { libelle: 'À réévaluer', aide: 'Une nouvelle grille est promise, pour le jour écrit ci-dessous.' },
} as const

export const PERIMETRES = {
  miens: { libelle: 'Les dossiers dont je réponds' },
  tous: {
    libelle: 'Tous les dossiers ouverts que je vois par ma fonction',
    aide: 'Sur ceux où rien ne vous est confié, il est écrit que vous les avez lus pour la revue.',
  },
} as const
export type Perimetre = keyof typeof PERIMETRES

export interface EnRevue extends Dossier {
  /** What happened since it was last reviewed, or since it was opened. */
  depuis: Date | null
  faits: Fait[]
  lecteurs: dossierSql.LecteursRow[]
}

export interface Revue {
  perimetre: Perimetre
  commencee: Date
  /** Still to be seen, this one included. */
  restent: number
  dossier: EnRevue | null
}

async function aRevoir(db: AgentDb, moi: Moi, perimetre: string, depuis: Date): Promise<{ numero: string | null }[]> {
  if (perimetre === 'tous') return db.all(sql.tousARevoir, { ...porteeDe(moi), depuis })
  const agents = (await db.all(bureauSql.jeTiens)).map((t) => t.agent)
  return db.all(sql.miensARevoir, { acad: moi.acad, agents, depuis })
}

/** The next dossier of the walk, or none left. */
async function lireRevue(c: CtxAgent, db: AgentDb): Promise<Revue | null> {
  const moi = c.get('moi')
  const r = await db.maybe(sql.maRevue)
  if (r?.commencee_le == null) return null
  const liste = await aRevoir(db, moi, r.perimetre!, r.commencee_le)
  const passe = c.req.query('apres')
  const rang = passe === undefined ? 0 : (liste.findIndex((d) => d.numero === passe) + 1) % Math.max(1, liste.length)
  const numero = liste[rang]?.numero ?? null
  const base = { perimetre: r.perimetre as Perimetre, commencee: r.commencee_le, restent: liste.length }
  if (numero === null) return { ...base, dossier: null }
  const o = await dossierPourAgir(db, c.get('maison').trousseau, moi, numero)
  const [lecteurs, { revu_le: depuis }] = await Promise.all([
    db.all(dossierSql.lecteurs, { fil: o.d.id }),
    db.one(sql.derniereRevue, { acad: o.acad, id: o.d.id }),
    // In this order: what one has no part in is read for the review, and the reading says so.
    direLaRevue(db, o.acad, o.d),
    consulterDossier(db, o),
  ])
  return { ...base, dossier: { ...o, depuis, faits: o.faits.filter((f) => depuis === null || f.le > depuis), lecteurs } }
}

async function afficher(c: CtxAgent, retour?: Retour): Promise<ReturnType<typeof cadre>> {
  const r = await enTantQue(c, (db) => lireRevue(c, db))
  const contenu = r === null || r.dossier === null ? pageRevueDebut(r, clock.now(), retour) : pageRevue(r, r.dossier, retour)
  return cadre(c, {
    titre: r?.dossier == null ? 'La revue des dossiers' : `Revue, dossier ${r.dossier.d.numero}`,
    courant: '/bureau',
    filAriane: [{ libelle: 'Mon bureau', url: '/bureau' }, { libelle: 'La revue' }],
    contenu,
    script: ['revue.js'],
    faits: { revu: 'C’est noté. Voici le suivant.', commencee: 'La revue commence. Vous pouvez l’interrompre et la reprendre.' },
  })
}

/** GET /bureau/revue: the dossier to look at now. `?apres=` leaves one for later. */
export async function revue(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/revue')
  return page(c, await afficher(c))
}

/** POST /bureau/revue: begins a review, or begins it anew. */
export async function commencer(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/revue')
  const envoi = await lireEnvoi(c)
  const perimetre = Object.hasOwn(PERIMETRES, envoi.perimetre ?? '') ? envoi.perimetre! : 'miens'
  await enTantQue(c, (db) => db.one(sql.commencer, { perimetre }))
  return flash(c, '/bureau/revue', 'commencee')
}

/** The day of a new grid: the one typed, else the next review. @throws Refus where the table has no grid; Incomplet when that day is past. */
function reevaluationDe(o: Dossier, envoi: Envoi): Date {
  exiger(o.moi, 'evaluer', o.situation)
  const jour = jourSaisi(envoi, 'reevaluer_le', false)
  if (jour === null) return prochaineRevue(o)
  if (jour < o.vu.jour) throw new Incomplet({ champ: 'reevaluer_le', message: 'Cette date est passée.' })
  return finDeJournee(jour)
}

/** Expected of whoever answers for the dossier; decided twice, it only moves. */
async function promettre(db: AgentDb, o: Dossier, le: Date): Promise<void> {
  await prevoir(db, o, { nature: 'reevaluation', le })
  if (o.d.responsable !== o.moi.agent) await notifierAgent(db, o.acad, o.d.id, o.d.responsable, 'nouveau')
}

/** A word for colleagues when there is one, the decision as a fact, and a task when that is what was decided. */
const decider: Acte = async (db, o, envoi) => {
  const decision = parmi(envoi, 'decision', DECISIONS, 'Choisissez ce qui est décidé.')
  const mot = texte(envoi, 'mot', 4000)
  const note = envoi.note ?? ''
  if (!estUuid(note)) throw new Incomplet({ champ: 'mot', message: 'Rechargez la page, puis renvoyez.' })
  const promise = decision === 'reevaluer' ? reevaluationDe(o, envoi) : null
  if (decision === 'tache') await tacher(db, o, envoi, undefined)
  // The same form sent twice at once: the second waits here.
  await db.maybe(resumeSql.tenu, { acad: o.acad, id: o.d.id })
  const vue = await db.one(sql.derniereRevue, { acad: o.acad, id: o.d.id })
  // The same form sent twice is one review.
  if (vue.revu_le !== null && vue.revu_le.toISOString() !== envoi.vue) return { fait: 'revu' }
  await accomplir(db, o, 'revoir', { fait: 'dossier.revoir', detail: { decision, note: mot === '' ? null : note } })
  if (mot !== '') {
    const contenu = chiffrer(o.fil, 'note.contenu', note, mot)
    await db.run(noteSql.poser, { acad: o.acad, id: note, fil: o.d.id, qualite: o.qualite, contenu })
  }
  if ((await db.run(sql.marquer, { acad: o.acad, id: o.d.id })) === 0) throw new Refus('Ce dossier n’est plus à vous.')
  if (promise !== null) await promettre(db, o, promise)
  return { fait: 'revu', url: suite(decision, o.d.numero) }
}

const suite = (decision: keyof typeof DECISIONS, numero: string): string =>
  decision === 'aide' ? `/dossiers/${numero}/appui` : decision === 'clore' ? `/dossiers/${numero}/suivi` : '/bureau/revue'

/** POST /bureau/revue/:numero: what was decided, then the next one. */
export async function revoir(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/revue/:numero')
  const envoi: Envoi = await lireEnvoi(c)
  try {
    const s = await enTantQue(c, async (db) =>
      decider(db, await dossierPourAgir(db, c.get('maison').trousseau, c.get('moi'), c.req.param('numero')!), envoi, undefined),
    )
    return flash(c, s.url ?? '/bureau/revue', s.fait)
  } catch (e) {
    if (!(e instanceof Refus)) throw e
    const retour: Retour = {
      forme: 'revue',
      envoi,
      refus: e.message,
      erreurs: e instanceof Incomplet ? e.erreurs : [],
      devance: false,
    }
    return page(c, await afficher(c, retour), e.statut)
  }
}
