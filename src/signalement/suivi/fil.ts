import { clock, HEURE, plus, uuidDe, type PublicDb, type Trousseau } from '#platform'
import { inscrire, lireFil, type Fil } from '#acces'
import { lireCalendrier } from '#annuaire'
import { chiffrerMessage, CONTENU_VIDE, lireContenu, lireMessage, type Contenu } from '../contenu.ts'
import { notifierAgent, prevenirEquipe, type ModeleEquipe } from '../courrier.ts'
import { joindre, type Image } from '../depot/pieces.ts'
import { ECHEANCES } from '../echeances.ts'
import { urgencesDe } from '../urgences.ts'
import type { AIDE_RECUE, AVIS, Urgence } from '../vocabulaire.ts'
import { etapesDe, type Etapes } from './etapes.ts'
import { promisDe, type Promis } from './promis.ts'
import * as sql from './suivi.sql.ts'

export type MonSignalement = sql.MonSignalementRow & { recit: Contenu }
export interface Message {
  id: string
  auteur: string
  qualite: string
  texte: string
  le: Date
}

export interface Dialogue extends Etapes {
  s: MonSignalement
  messages: Message[]
  images: number
  /** What is owed next; null once it is over. */
  promis: Promis | null
  /** What was answered once closed: is it better, were adults there? */
  avis: string
  aide: string
}

async function avisDe(db: PublicDb, acad: string, fil: string): Promise<{ avis: string; aide: string }> {
  const faits = await db.all(sql.avis, { acad, fil })
  const dernier = (verbe: string): Record<string, string> =>
    (faits.findLast((f) => f.verbe === verbe)?.detail ?? {}) as Record<string, string>
  return { avis: dernier('signalement.avis').mieux ?? '', aide: dernier('signalement.dire_aide').aide ?? '' }
}

/** The reporter's own view, or null when the code opens nothing. Reading marks the answers as read. */
export async function lireDialogue(db: PublicDb, t: Trousseau, acad: string): Promise<Dialogue | null> {
  const s = await db.maybe(sql.monSignalement, { acad })
  if (s === null) return null
  const fil = await lireFil(db, t, acad, s.id)
  const [rows, { n }, etapes, cal] = await Promise.all([
    db.all(sql.messages, { acad, fil: s.id }),
    db.one(sql.compterPieces, { acad, fil: s.id }),
    etapesDe(db),
    lireCalendrier(db, acad),
  ])
  await db.run(sql.lireMessages, { acad, fil: s.id, le: clock.now() })
  return {
    s: { ...s, recit: lireContenu(fil, s.contenu) },
    messages: rows.map((m) => ({
      id: m.id,
      auteur: m.auteur,
      qualite: m.qualite,
      texte: lireMessage(fil, m.id, m.contenu),
      le: m.envoye_le,
    })),
    images: n,
    ...etapes,
    promis: promisDe(s, cal, clock.now()),
    ...(s.etat === 'clos' ? await avisDe(db, acad, s.id) : { avis: '', aide: '' }),
  }
}

/**
 * The reporter writes again, or adds pictures. Words of danger put the report first, as when it was sent; a closed report
 * is opened anew. `id` names the message: the same one sent twice is written once. `urgences`: told otherwise than in the text.
 * @returns false when nothing was written: the code opens nothing, or this very message had arrived.
 */
export async function ecrire(
  db: PublicDb,
  t: Trousseau,
  acad: string,
  o: { id: string; texte: string; images: readonly Image[]; urgences?: readonly Urgence[] },
): Promise<boolean> {
  const s = await db.maybe(sql.monSignalement, { acad })
  if (s === null) return false
  const fil = await lireFil(db, t, acad, s.id)
  if (o.texte !== '') {
    const neuf = await db.run(sql.ecrire, {
      acad,
      id: o.id,
      fil: s.id,
      contenu: chiffrerMessage(fil, o.id, o.texte),
      le: clock.now(),
    })
    if (neuf === 0) return false
  }
  if (o.images.length > 0 && !(await joindreUneFois(db, fil, o))) return false
  const dites = urgencesDe({ quoi: [], contenu: { ...CONTENU_VIDE, recit: o.texte } })
  const nouvelles = [...new Set([...dites, ...(o.urgences ?? [])])].filter((u) => !s.urgences.includes(u))
  await rouvrirSiClos(db, acad, s)
  await db.run(sql.avancerEcheance, {
    acad,
    fil: s.id,
    urgences: [...s.urgences, ...nouvelles],
    echeance: dans(nouvelles.length > 0 ? 'danger' : 'reponse'),
  })
  await inscrire(db, acad, {
    fil: s.id,
    verbe: 'signalement.ecrire',
    qualite: 'declarant',
    detail: { images: o.images.length, urgences: nouvelles },
  })
  await prevenir(db, acad, s, nouvelles.length > 0 ? 'urgent' : 'nouveau_message')
  return true
}

/** The first picture bears the name of its message: pictures that come without a word are also taken once. */
async function joindreUneFois(db: PublicDb, fil: Fil, o: { id: string; images: readonly Image[] }): Promise<boolean> {
  const noms = o.images.map((_, n) => uuidDe(fil.id, o.id, String(n)))
  await db.maybe(sql.verrouiller, { acad: fil.acad })
  if ((await db.maybe(sql.dejaJointe, { acad: fil.acad, id: noms[0]! })) !== null) return false
  for (const [n, image] of o.images.entries()) await joindre(db, fil, image, noms[n])
  return true
}

const dans = (delai: 'danger' | 'reponse'): Date => plus(clock.now(), ECHEANCES[delai].heures * HEURE)
const tenu = (acad: string, s: sql.MonSignalementRow): Parameters<typeof prevenirEquipe>[1] => ({
  acad,
  fil: s.id,
  niveau: s.niveau,
  etab: s.etab,
  circo: s.circo,
  dept: s.dept,
})

/** Those who hold it, and the person who has it: a member of the équipe, a référent who answers for a school, is of no level of it. */
async function prevenir(db: PublicDb, acad: string, s: sql.MonSignalementRow, modele: ModeleEquipe): Promise<void> {
  await prevenirEquipe(db, tenu(acad, s), modele)
  if (s.pris_par !== null) await notifierAgent(db, acad, s.id, s.pris_par, modele)
}

async function rouvrirSiClos(db: PublicDb, acad: string, s: sql.MonSignalementRow): Promise<void> {
  if (s.etat !== 'clos') return
  const { rouvert } = await db.one(sql.rouvrir, { echeance: dans('reponse') })
  if (rouvert) await inscrire(db, acad, { fil: s.id, verbe: 'signalement.rouvrir', qualite: 'declarant' })
}

export type Avis = keyof typeof AVIS
export type Aide = keyof typeof AIDE_RECUE

/** After the end: is it better? « No » is not an opinion to file, it opens the report anew and calls an adult. */
export async function direAvis(db: PublicDb, acad: string, mieux: Avis): Promise<void> {
  const s = await db.maybe(sql.monSignalement, { acad })
  if (s === null || s.etat !== 'clos') return
  await inscrire(db, acad, { fil: s.id, verbe: 'signalement.avis', qualite: 'declarant', detail: { mieux } })
  if (mieux !== 'non') return
  await rouvrirSiClos(db, acad, s)
  await prevenir(db, acad, s, 'nouveau_message')
}

/** After the end, once: were adults there? Kept for the team to read; it changes nothing else. */
export async function direAide(db: PublicDb, acad: string, aide: Aide): Promise<void> {
  await db.maybe(sql.verrouiller, { acad })
  const s = await db.maybe(sql.monSignalement, { acad })
  if (s === null || s.etat !== 'clos' || (await avisDe(db, acad, s.id)).aide !== '') return
  await inscrire(db, acad, { fil: s.id, verbe: 'signalement.dire_aide', qualite: 'declarant', detail: { aide } })
}

/** Erases the sealed address: no more mail, the code still opens. */
export async function oublierContact(db: PublicDb, acad: string): Promise<void> {
  const s = await db.maybe(sql.monSignalement, { acad })
  if (s === null) return
  await db.run(sql.oublierContact, { acad, fil: s.id })
  await db.run(sql.noterSansContact, { acad, fil: s.id })
  await inscrire(db, acad, { fil: s.id, verbe: 'signalement.oublier_contact', qualite: 'declarant' })
}
