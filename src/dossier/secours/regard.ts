import { clock, Introuvable, Refus, uuidv7, type AgentDb } from '#platform'
import { chiffrer, dechiffrer, type Moi } from '#acces'
import { notifierControle } from '#signalement'
import type { Acte } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { consigner, type Dossier } from '../dossier.ts'
import { echeanceDe, type Temps } from '../echeance.ts'
import { AVIS_SECOURS } from './motifs.ts'
import * as sql from './secours.sql.ts'

export interface Secours extends sql.AccesRow {
  /** By when the level above looks at it. */
  avant: Date
  /** Why it is said to be justified or not; empty: not said yet. */
  raison: string
}

const avantDe = (t: Temps, du: Date): Date => echeanceDe('regard_secours', t.reglages, t.classe, du)

/** Every emergency access of this dossier, with what was said of it: to whoever sees it by a mandate. */
export async function secoursDe(db: AgentDb, o: Dossier): Promise<Secours[]> {
  if (!o.faits.some((f) => f.verbe === 'dossier.ouvrir_en_urgence')) return []
  const [tous, regards] = await Promise.all([
    db.all(sql.acces, { fil: o.d.id }),
    db.all(sql.regards, { acad: o.acad, fil: o.d.id }),
  ])
  const raisons = new Map(regards.map((r) => [r.octroi, dechiffrer<string>(o.fil, 'secours_regard.contenu', r.id, r.contenu)]))
  return tous.map((x) => ({ ...x, avant: avantDe(o, x.du), raison: raisons.get(x.id) ?? '' }))
}

const JUGENT = ['responsable_departemental', 'responsable_academique']

/** Those that wait for this agent: theirs first, and for the académie, those that a département has let wait too long. */
export async function aRegarder(db: AgentDb, moi: Moi, temps: Temps): Promise<Omit<Secours, 'raison'>[]> {
  if (!moi.mandats.some((m) => JUGENT.includes(m.role))) return []
  const tous = await db.all(sql.acces, { fil: null })
  return tous.map((x) => ({ ...x, avant: avantDe(temps, x.du) })).filter((x) => x.dabord || x.avant < clock.now())
}

/** The level above says it, once: justified or not, and why. What is not is told to those who watch over accesses. */
export const regarder: Acte = async (db, o, envoi, id) => {
  const x = (await secoursDe(db, o)).find((s) => s.id === id)
  if (x === undefined) throw new Introuvable()
  if (x.agent === o.moi.agent) throw new Refus('Vous avez ouvert cet accès : une autre personne le regarde.')
  if (!x.a_moi)
    throw new Refus('Ce regard revient au responsable départemental, ou au niveau au-dessus de qui a ouvert le dossier.')
  if (x.avis !== null) throw new Refus('Cet accès a déjà été regardé.')
  const avis = parmi(envoi, 'avis_secours', AVIS_SECOURS, 'Dites si cet accès était justifié.')
  const raison = texte(envoi, 'raison_regard', 2000, 'Écrivez pourquoi.')
  const cle = uuidv7()
  const contenu = chiffrer(o.fil, 'secours_regard.contenu', cle, raison)
  const ligne = { acad: o.acad, id: cle, fil: o.d.id, octroi: x.id, agent: x.agent, avis, contenu, qualite: o.qualite }
  if ((await db.run(sql.regarder, ligne)) === 0) throw new Refus('Cet accès a déjà été regardé.')
  await consigner(db, o, 'dossier.regarder_secours', { octroi: x.id, agent: x.agent, avis })
  if (avis === 'pas_justifie') await notifierControle(db, o.acad, o.d.id)
  return { fait: 'secours_regarde' }
}
