import { clock, estUuid } from '#platform'
import { chiffrer, dechiffrer, type Fil } from '#acces'
import { jourDe, jourIso } from '#signalement'
import type { Acte, Envoi } from '../agir.ts'
import { jourSaisi, parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { echeanceDe, finDeJournee } from '../echeance.ts'
import { honorer, prevoir } from '../prevu/prevu.ts'
import { finDite } from '../protocole/familles.ts'
import { FINIS } from '../protocole/protocole.ts'
import {
  COTES,
  INTERPRETES,
  ISSUES,
  MOTIFS,
  MOYENS,
  REGLES,
  SANS_PERSONNE,
  SUJETS,
  type Cote,
  type Sujet,
} from './famille.mots.ts'
import * as sql from './famille.sql.ts'
import { eleveDe, lireLien, type ContenuLien } from './lien.ts'
import type { AgentDb } from '#platform'

/** What was said, and what was answered; for what was not said, why. Ciphertext. */
export interface ContenuContact {
  dit: string
  /** What the family agrees to, and what it does not. */
  limites: string
  raison: string
}
export const lireContact = (f: Fil, id: string, chiffre: Uint8Array): ContenuContact =>
  dechiffrer<ContenuContact>(f, 'contact.contenu', id, chiffre)

export type Responsable = Omit<sql.LiensRow, 'contenu'> & ContenuLien

export async function responsablesDe(db: AgentDb, o: Dossier, enfant: string): Promise<Responsable[]> {
  const liens = o.memes.liens(await db.all(sql.liens, { acad: o.acad, fil: o.d.id }))
  return liens.filter((l) => l.enfant === enfant).map(({ contenu, ...l }) => ({ ...l, ...lireLien(o.fil, l.id, contenu) }))
}

/** The side on which this child stands today; the form says it when a pupil is on two. */
function coteDe(o: Dossier, enfant: string, envoi: Envoi): Cote {
  const cote = parmi(envoi, 'cote', COTES, 'Rechargez la page, puis renvoyez.')
  const roles: readonly string[] = COTES[cote].roles
  if (!o.roles.some((r) => r.personne === enfant && roles.includes(r.role)))
    throw new Incomplet({ champ: 'dit', message: 'Cet élève n’a pas ce rôle dans le dossier.' })
  return cote
}

const coches = <T extends string>(envoi: Envoi, prefixe: string, liste: Readonly<Record<T, unknown>>): T[] =>
  (Object.keys(liste) as T[]).filter((code) => envoi[`${prefixe}${code}`] === 'oui')

function sujetsDe(envoi: Envoi): Sujet[] {
  const sujets = coches(envoi, 'sujet_', SUJETS)
  if (sujets.length === 0) throw new Incomplet({ champ: 'sujet_ouverture', message: 'Cochez de quoi il a été question.' })
  return sujets
}

/** Whoever was spoken to, among those who may be. @throws Incomplet when a rule stands against one of them. */
function avecDe(envoi: Envoi, responsables: readonly Responsable[]): Responsable[] {
  const avec = responsables.filter((r) => envoi[`avec_${r.responsable}`] === 'oui')
  const interdit = avec.find((r) => r.regle !== 'libre')
  if (interdit !== undefined)
    throw new Incomplet({
      champ: `avec_${interdit.responsable}`,
      message: `${REGLES[interdit.regle as keyof typeof REGLES].court} : ${interdit.raison} Ce contact n’est pas enregistré. S’il a eu lieu, prévenez le responsable du dossier.`,
    })
  return avec
}

function interpreteDe(envoi: Envoi, avec: readonly Responsable[], issue: string): keyof typeof INTERPRETES | null {
  if (issue !== 'informe' || !avec.some((r) => r.interprete)) return null
  return parmi(
    envoi,
    'interprete',
    INTERPRETES,
    'Dites qui a traduit. Jamais un enfant. Sans traduction, notez plutôt que la personne n’a pu comprendre : ce n’est pas une information.',
  )
}

/** The next news: as agreed, never later than the clock. */
function prochaine(o: Dossier, envoi: Envoi): Date {
  const auPlus = echeanceDe('nouvelles_famille', o.reglages, o.classe)
  const dit = jourSaisi(envoi, 'prochaines', false)
  if (dit === null) return auPlus
  if (dit < jourDe(clock.now()))
    throw new Incomplet({ champ: 'prochaines', message: 'Les prochaines nouvelles viennent après celles-ci.' })
  const le = finDeJournee(dit)
  if (le > auPlus)
    throw new Incomplet({
      champ: 'prochaines',
      message: `Pas plus tard que le ${jourIso(jourDe(auPlus))} : une famille sans nouvelles écrit au rectorat.`,
    })
  return le
}

interface Note {
  id: string
  enfant: string
  cote: Cote
  avec: readonly string[]
  issue: 'informe' | 'tente' | 'renonce'
  sujets: readonly Sujet[]
  moyen?: string
  motif?: string
  interprete?: string | null
  jour: string
  contenu: ContenuContact
}

/** The row, then one fact for each guardian: what the preconditions read. False: the same form was sent twice. */
async function inscrireContact(db: AgentDb, o: Dossier, n: Note): Promise<boolean> {
  const ecrit = await db.run(sql.noterContact, {
    acad: o.acad,
    fil: o.d.id,
    ...n,
    moyen: n.moyen ?? null,
    motif: n.motif ?? null,
    interprete: n.interprete ?? null,
    contenu: chiffrer(o.fil, 'contact.contenu', n.id, n.contenu),
    qualite: o.qualite,
  })
  if (ecrit === 0) return false
  const sujet = n.sujets.includes('fin') ? 'fin' : n.sujets[0]!
  const commun = {
    contact: n.id,
    enfant: n.enfant,
    cote: n.cote,
    sujet,
    sujets: [...n.sujets],
    issue: n.issue,
    motif: n.motif ?? null,
  }
  for (const personne of n.avec.length === 0 ? [null] : n.avec)
    await accomplir(db, o, 'informer_famille', { fait: 'dossier.informer_famille', detail: { ...commun, personne } })
  return true
}

/** Does this exchange complete what everybody must know of the end? */
function finComplete(o: Dossier, n: Note): boolean {
  if (!n.sujets.includes('fin')) return false
  const nouveaux = (n.avec.length === 0 ? [null] : n.avec).map((personne) => ({
    verbe: 'dossier.informer_famille',
    detail: { ...n, personne, sujet: 'fin' },
    le: clock.now(),
  }))
  return finDite({ ...o.vu, faits: [...o.vu.faits, ...nouveaux] }, n.enfant)
}

/**
 * The news of one parent is not the other's (S59): as long as a holder of parental authority whom nothing keeps from knowing has had
 * neither news nor a written reason, the day that was promised stays.
 */
function auPlusTard(o: Dossier, n: Note, responsables: readonly Responsable[], le: Date): Date {
  const sus = new Set([
    ...n.avec,
    ...o.vu.faits
      .filter((f) => f.verbe === 'dossier.informer_famille')
      .map((f) => f.detail as { enfant?: string; personne?: string; issue?: string })
      .filter((d) => d.enfant === n.enfant && d.issue !== 'tente')
      .map((d) => d.personne),
  ])
  const attend = responsables.some((r) => r.autorite && r.regle === 'libre' && !sus.has(r.responsable))
  const promise = o.prevus.find((p) => p.nature === 'nouvelles_famille' && p.objet === n.enfant)
  return attend && promise !== undefined && promise.le < le ? promise.le : le
}

/** The promise is kept, and the next one made, until everybody knows of the end. */
async function promettreLaSuite(db: AgentDb, o: Dossier, n: Note, le: Date): Promise<void> {
  if (n.cote === 'autre' || FINIS.has(o.d.etat)) return
  await honorer(db, o, 'nouvelles_famille', n.enfant)
  if (!finComplete(o, n)) await prevoir(db, o, { nature: 'nouvelles_famille', objet: n.enfant, le })
}

const idDe = (envoi: Envoi): string => {
  if (!estUuid(envoi.id ?? '')) throw new Incomplet({ champ: 'dit', message: 'Rechargez la page, puis renvoyez.' })
  return envoi.id!
}

/** Somebody spoke with the family, or tried to. */
export const noterContact: Acte = async (db, o, envoi, id) => {
  const enfant = eleveDe(o, id)
  const cote = coteDe(o, enfant, envoi)
  const responsables = await responsablesDe(db, o, enfant)
  const issue = parmi(envoi, 'issue', ISSUES, 'Dites si la famille a été informée.')
  const avec = avecDe(envoi, responsables)
  if (avec.length === 0)
    throw new Incomplet({
      champ: responsables[0] === undefined ? 'dit' : `avec_${responsables[0].responsable}`,
      message:
        responsables.length === 0 ? 'Ajoutez d’abord un responsable légal.' : 'Cochez qui vous avez eu, ou essayé d’avoir.',
    })
  const jour = jourSaisi(envoi, 'jour', true)
  if (jour > jourDe(clock.now())) throw new Incomplet({ champ: 'jour', message: 'Un contact noté a déjà eu lieu.' })
  const n: Note = {
    id: idDe(envoi),
    enfant,
    cote,
    avec: avec.map((r) => r.responsable),
    issue,
    sujets: sujetsDe(envoi),
    moyen: parmi(envoi, 'moyen', MOYENS, 'Dites comment.'),
    interprete: interpreteDe(envoi, avec, issue),
    jour,
    contenu: {
      dit: texte(
        envoi,
        'dit',
        8000,
        issue === 'informe' ? 'Écrivez ce qui a été dit, et ce que la famille a répondu.' : undefined,
      ),
      limites: texte(envoi, 'limites', 1000),
      raison: '',
    },
  }
  const le = prochaine(o, envoi)
  const suite = { fait: issue === 'informe' ? 'informe' : 'tente', url: `/dossiers/${o.d.numero}/familles/${enfant}` }
  // An attempt is written, and resets no clock.
  if ((await inscrireContact(db, o, n)) && issue === 'informe')
    await promettreLaSuite(db, o, n, auPlusTard(o, n, responsables, le))
  return suite
}

/** The reasons that hold for this side, with what the académie settled. */
export const motifsDe = (o: Dossier, cote: Cote): (keyof typeof MOTIFS)[] =>
  (Object.keys(MOTIFS) as (keyof typeof MOTIFS)[]).filter(
    (m) => m !== 'equipe' || cote === 'autre' || (cote === 'auteur' && o.reglages.variante('parents_auteurs') === 'ensuite'),
  )

/** Somebody is not told, for a written reason: a danger, a decision, a pupil of age. */
export const renoncer: Acte = async (db, o, envoi, id) => {
  const enfant = eleveDe(o, id)
  const cote = coteDe(o, enfant, envoi)
  const responsables = await responsablesDe(db, o, enfant)
  const motif = parmi(envoi, 'motif', MOTIFS, 'Choisissez pourquoi.')
  if (!motifsDe(o, cote).includes(motif))
    throw new Incomplet({
      champ: 'motif',
      message:
        cote === 'cible'
          ? 'La famille d’un élève visé est informée. Si un danger s’y oppose, choisissez cette raison.'
          : 'L’académie a choisi d’informer ces parents dès le début. Si un danger s’y oppose, choisissez cette raison.',
    })
  const qui = envoi.personne ?? ''
  const personne = SANS_PERSONNE.has(motif) || qui === '' ? null : qui
  if (personne !== null && !responsables.some((r) => r.responsable === personne))
    throw new Incomplet({ champ: 'personne', message: 'Choisissez un responsable de cet élève.' })
  if (personne === null && !SANS_PERSONNE.has(motif) && responsables.length > 1)
    throw new Incomplet({ champ: 'personne', message: 'Dites lequel n’est pas informé : chacun a sa raison.' })
  const n: Note = {
    id: idDe(envoi),
    enfant,
    cote,
    avec: personne === null ? [] : [personne],
    issue: 'renonce',
    sujets: [parmi(envoi, 'sujet', SUJETS, 'Dites ce qui n’est pas dit.')],
    motif,
    jour: jourDe(clock.now()),
    contenu: { dit: '', limites: '', raison: texte(envoi, 'pourquoi', 2000, 'Écrivez la raison : elle sera relue.') },
  }
  if (await inscrireContact(db, o, n)) await relireLaRaison(db, o, n, responsables)
  return { fait: 'renonce', url: `/dossiers/${o.d.numero}/familles/${enfant}` }
}

/**
 * A reason is not news: the clock of this family runs on for whoever can be told. When nobody can, the reason itself is read again
 * at the next date; a pupil of age, or a choice of the team, ends the promise.
 */
async function relireLaRaison(db: AgentDb, o: Dossier, n: Note, responsables: readonly Responsable[]): Promise<void> {
  if (n.motif === 'majeur' || n.motif === 'equipe') {
    await honorer(db, o, 'nouvelles_famille', n.enfant, 'annule')
    return
  }
  const reste = responsables.some((r) => r.regle === 'libre' && !n.avec.includes(r.responsable))
  if (n.motif !== 'seul' && (!reste || finComplete(o, n)))
    await promettreLaSuite(db, o, n, echeanceDe('nouvelles_famille', o.reglages, o.classe))
}
