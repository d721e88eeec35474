import { clock, HEURE, plus, type PublicDb, type Trousseau } from '#platform'
import { inscrire, lireFil } from '#acces'
import { chiffrerMessage, CONTENU_VIDE, lireContenu, lireMessage, type Contenu } from '../contenu.ts'
import { notifierEquipe } from '../courrier.ts'
import { joindre, type Image } from '../depot/pieces.ts'
import { ECHEANCES } from '../echeances.ts'
import { urgencesDe } from '../urgences.ts'
import * as sql from './suivi.sql.ts'

export type MonSignalement = sql.MonSignalementRow & { recit: Contenu }
export interface Message {
  id: string
  auteur: string
  qualite: string
  texte: string
  le: Date
}

export interface Dialogue {
  s: MonSignalement
  messages: Message[]
  images: number
}

/** The reporter's own view, or null when the code opens nothing. Reading marks the answers as read. */
export async function lireDialogue(db: PublicDb, t: Trousseau, acad: string): Promise<Dialogue | null> {
  const s = await db.maybe(sql.monSignalement, { acad })
  if (s === null) return null
  const fil = await lireFil(db, t, acad, s.id)
  const [rows, { n }] = await Promise.all([
    db.all(sql.messages, { acad, fil: s.id }),
    db.one(sql.compterPieces, { acad, fil: s.id }),
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
  }
}

/**
 * The reporter writes again, or adds pictures. Words of danger put the report first, as when it was sent.
 * `id` names the message: the same one sent twice is written once.
 * @returns false when nothing could be written (exchange closed, or nothing new).
 */
export async function ecrire(
  db: PublicDb,
  t: Trousseau,
  acad: string,
  o: { id: string; texte: string; images: readonly Image[] },
): Promise<boolean> {
  const s = await db.maybe(sql.monSignalement, { acad })
  if (s === null || s.etat === 'clos') return false
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
  for (const image of o.images) await joindre(db, fil, image)
  const nouvelles = urgencesDe({ quoi: [], contenu: { ...CONTENU_VIDE, recit: o.texte } }).filter((u) => !s.urgences.includes(u))
  const heures = (nouvelles.length > 0 ? ECHEANCES.danger : ECHEANCES.reponse).heures
  await db.run(sql.avancerEcheance, {
    acad,
    fil: s.id,
    urgences: [...s.urgences, ...nouvelles],
    echeance: plus(clock.now(), heures * HEURE),
  })
  await inscrire(db, acad, {
    fil: s.id,
    verbe: 'signalement.ecrire',
    qualite: 'declarant',
    detail: { images: o.images.length, urgences: nouvelles },
  })
  await notifierEquipe(
    db,
    { acad, fil: s.id, niveau: s.niveau, etab: s.etab, circo: s.circo, dept: s.dept },
    nouvelles.length > 0 ? 'urgent' : 'nouveau_message',
  )
  return true
}

/** Erases the sealed address: no more mail, the code still opens. */
export async function oublierContact(db: PublicDb, acad: string): Promise<void> {
  const s = await db.maybe(sql.monSignalement, { acad })
  if (s === null) return
  await db.run(sql.oublierContact, { acad, fil: s.id })
  await db.run(sql.noterSansContact, { acad, fil: s.id })
  await inscrire(db, acad, { fil: s.id, verbe: 'signalement.oublier_contact', qualite: 'declarant' })
}
