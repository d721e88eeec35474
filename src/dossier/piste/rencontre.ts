import { clock, Conflit, estUuid, Introuvable, uuidv7, type AgentDb } from '#platform'
import { chiffrer } from '#acces'
import { jourDe, jourIso } from '#signalement'
import type { Acte, Envoi } from '../agir.ts'
import { jourSaisi, parmi, texte } from '../champs.ts'
import { alerter, echeanceDanger } from '../danger.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'
import { lireReponses, urgencesDe, type Securite } from '../entretien/entretien.form.ts'
import { survenus } from './arret.ts'
import { ABSENTS, CONSTATS, PAROLES, SUITES, type Cote, type Suite } from './methodes.ts'
import { mppOuverte, traitementDe, type Eleve, type Piste, type Rencontre, type Traitement } from './piste.ts'
import * as sql from './rencontre.sql.ts'
import { auPlusTard, auPlusTot, cibleVue, coteDe, quiVoit, suivreRythme } from './rythme.ts'

const ABSENT = { absent: ABSENTS.absent }
export const constatsDe = (cote: Cote): Record<string, { libelle: string }> =>
  cote === 'cible' ? { ...PAROLES, ...ABSENT } : { ...CONSTATS, ...ABSENT }

/** @throws Introuvable when this dossier has no such pupil. */
export function eleveDe(t: Traitement, id: string | undefined): Eleve {
  const e = id !== undefined && estUuid(id) ? t.eleves.find((x) => x.id === id) : undefined
  if (e === undefined) throw new Introuvable()
  return e
}

/** The last suggestion of this pupil in this track: next time one asks whether it was done. */
export const derniereSuggestion = (t: Traitement, p: Piste, e: Eleve): Rencontre | undefined =>
  t.rencontres.findLast((r) => r.piste === p.id && r.personne === e.id && r.constat === 'suggestion')

interface Dit {
  constat: string
  suite: Suite | null
  mots: string
  note: string
  /** The target alone is asked, unless absent. */
  securite: Securite | null
}

const VIDES: Readonly<Record<string, string>> = {
  suggestion: 'Écrivez ce que l’élève propose, avec ses mots.',
  non_recueillie: 'Écrivez pourquoi l’élève visé n’a pas pu le dire.',
}

/** What was said, on this pupil's side. The words are the pupil's. */
function ditDe(t: Traitement, p: Piste, e: Eleve, envoi: Envoi): Dit {
  const cote = coteDe(e)
  const constat = parmi(
    envoi,
    'constat',
    constatsDe(cote),
    cote === 'cible' ? 'Demandez à l’élève visé si cela a cessé, et cochez sa réponse.' : 'Cochez ce qui s’est passé.',
  )
  const muet = constat === 'absent' || constat === 'rien' || constat === 'refus'
  const mots = texte(
    envoi,
    'mots',
    4000,
    muet ? undefined : (VIDES[constat] ?? 'Écrivez ce que l’élève visé dit, avec ses mots.'),
  )
  const attendue = cote === 'groupe' && constat !== 'absent' && derniereSuggestion(t, p, e) !== undefined
  const suite = attendue ? parmi(envoi, 'suite', SUITES, 'Dites si ce qui avait été proposé a été fait.') : null
  const securite = cote === 'cible' && constat !== 'absent' ? lireReponses(envoi) : null
  return { constat, suite, mots, note: texte(envoi, 'note', 4000), securite }
}

/** The next talk: a day is required, within the week, so that nothing falls silent. */
function prochainDe(o: Dossier, envoi: Envoi): string {
  const jour = jourSaisi(envoi, 'prochain', false)
  const fin = auPlusTard(o)
  if (jour === null)
    throw new Incomplet({ champ: 'prochain', message: 'Donnez la date du prochain entretien : on se revoit chaque semaine.' })
  if (jour <= jourDe(clock.now()))
    throw new Incomplet({ champ: 'prochain', message: 'Le prochain entretien vient après aujourd’hui.' })
  if (jour > fin)
    throw new Incomplet({ champ: 'prochain', message: `Le rythme est d’une semaine : au plus tard le ${jourIso(fin)}.` })
  if (!o.classe(jour)) throw new Incomplet({ champ: 'prochain', message: 'Il n’y a pas classe ce jour-là.' })
  return jour
}

async function ecrire(db: AgentDb, o: Dossier, p: Piste, e: Eleve, envoi: Envoi, dit: Dit, qui: string): Promise<string | null> {
  const tenueLe = jourSaisi(envoi, 'tenue_le', true)
  if (tenueLe > jourDe(clock.now())) throw new Incomplet({ champ: 'tenue_le', message: 'Un entretien se note une fois tenu.' })
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'constat', message: 'Rechargez la page, puis renvoyez.' })
  const ou = { acad: o.acad, fil: o.d.id, piste: p.id, personne: e.id, cote: coteDe(e) }
  await db.run(sql.placer, ou)
  const contenu = chiffrer(o.fil, 'rencontre.contenu', id, { mots: dit.mots, note: dit.note, ...dit.securite })
  const { constat, suite } = dit
  const n = await db.run(sql.noter, { ...ou, id, intervenant: qui, tenueLe, constat, suite, contenu })
  if (n === 1) return id
  const deja = await db.maybe(sql.notee, { acad: o.acad, fil: o.d.id, id })
  if (deja?.note_par === o.moi.agent) return null
  throw new Conflit('Cet entretien a déjà été noté.')
}

async function revoir(db: AgentDb, o: Dossier, p: Piste, e: Eleve, intervenant: string, jour: string): Promise<void> {
  const suivante = { acad: o.acad, fil: o.d.id, id: uuidv7(), piste: p.id, personne: e.id, intervenant, cote: coteDe(e), jour }
  await db.run(sql.prevoir, { ...suivante, debut: null, duree: null, lieu: null })
}

/** One short talk, noted: what was said, and when they meet again. */
export const preoccuper: Acte = async (db, o, envoi, personne) => {
  const t = await traitementDe(db, o)
  const e = eleveDe(t, o.memes.id(personne ?? ''))
  const p = mppOuverte(t)
  if (coteDe(e) === 'groupe' && !cibleVue(t, p))
    throw new Incomplet({ champ: 'constat', message: 'L’élève visé est vu en premier : notez d’abord son entretien.' })
  const dit = ditDe(t, p, e, envoi)
  const i = quiVoit(t, e, envoi.intervenant ?? '', 'intervenant')
  // Stopped: what was said is kept all the same, and no other talk is planned.
  const arretee = survenus(o, t, p).length > 0
  const jour = arretee ? null : prochainDe(o, envoi)
  const id = await ecrire(db, o, p, e, envoi, dit, i.id)
  if (id === null) return { fait: 'note' }
  if (jour !== null) await revoir(db, o, p, e, i.id, jour)
  const point = await suivreRythme(db, o, p.id)
  const pire = dit.constat === 'pire'
  const urgences = dit.securite === null ? [] : urgencesDe(dit.securite)
  const danger = urgences.length > 0
  await accomplir(db, o, 'preoccuper', {
    fait: 'dossier.preoccuper',
    detail: { piste: p.id, entretien: id, personne: e.id, cote: coteDe(e), constat: dit.constat, ...(danger && { danger }) },
    // Worse: protection is looked at again the same day; a danger, now.
    echeance: danger
      ? echeanceDanger()
      : auPlusTot(o, [point, ...(pire || arretee ? [echeanceDe('protection', o.reglages, o.classe)] : [])], p.id),
  })
  await alerter(db, o, urgences)
  if (danger) return { fait: 'note_danger' }
  return { fait: arretee ? 'note_arretee' : pire ? 'note_pire' : dit.constat === 'refus' ? 'note_refus' : 'note' }
}
