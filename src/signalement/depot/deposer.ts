import {
  alone,
  clock,
  hmac,
  nouvelleCle,
  parPaquets,
  Refus,
  sceller,
  transaction,
  uuidDe,
  uuidv7,
  type Base,
  type PublicDb,
  type Trousseau,
} from '#platform'
import { inscrire } from '#acces'
import type { Langue } from '#ui'
import { chiffrerContenu, CONTENU_VIDE, type Contenu } from '../contenu.ts'
import { premiereEcheance } from '../echeances.ts'
import { jetonsDe } from '../rapprochement/noms.ts'
import { urgencesDites, type Brouillon, type Reponses } from './brouillon.ts'
import { completer } from './completer.ts'
import * as sql from './depot.sql.ts'
import { enAttente, reprendre } from './pieces.ts'

/** What the database keeps of a return code: a keyed hash. The code itself is in the reporter's hands only. */
export const empreinteCode = (t: Trousseau, acad: string, secret: Uint8Array): Buffer => hmac(t.cle('code', acad), secret)

export const contenuDe = (r: Reponses): Contenu => ({
  ...CONTENU_VIDE,
  recit: r.recit,
  cible: r.cible,
  auteurs: r.noms,
  essais: r.essais,
  souhait: r.souhait,
  adulte: r.adulte,
})

/** Bytes as PostgreSQL reads them in a text. */
const octets = (b: Uint8Array): string => `\\x${Buffer.from(b.buffer, b.byteOffset, b.length).toString('hex')}`

/** A report, sealed, as the statement `deposer` takes it; and the key that it was sealed with. */
function sceau(t: Trousseau, acad: string, b: Brouillon, langue: string) {
  const { r, id } = b
  const contenu = contenuDe(r)
  const urgences = urgencesDites(r)
  const fil = { acad, id, cle: nouvelleCle() }
  const { version, emballee } = t.emballer(acad, id, fil.cle)
  const envoi = {
    acad,
    id,
    empreinte: octets(empreinteCode(t, acad, Buffer.from(b.secret, 'base64'))),
    etab: r.etab,
    langue,
    declarant: r.declarant || 'inconnu',
    quoi: r.quoi,
    lieux: r.lieux,
    depuis: r.depuis || null,
    frequence: r.frequence || null,
    auteurs: r.auteurs || null,
    informes: r.informes,
    danger: r.danger || null,
    urgences,
    contenu: octets(chiffrerContenu(fil, contenu)),
    recu: clock.now(),
    echeance: premiereEcheance(urgences),
    contact: r.contact === 'adulte' ? 'code' : r.contact,
    adresse:
      r.contact === 'mail' ? octets(sceller(t.cle('contact', acad), `contact.adresse/${acad}/${id}`, Buffer.from(r.mail))) : null,
    version,
    emballee: octets(emballee),
    jetons: jetonsDe(t, acad, `${r.cible} ${r.noms}`).map(octets),
    courriel: uuidv7(),
    urgent: uuidv7(),
  }
  return { fil, envoi }
}

function verifierEcole(issue: string): void {
  if (issue === 'inconnue') throw new Refus('Cette école n’est pas dans notre liste.', 422)
}

/**
 * A report arrives: sealed, routed to the lowest level where somebody holds a post today, due, with its first fact and the
 * nudges to send; pictures that wait come along. The transaction must carry the proof of the code and of the draft
 * (`preuvesDuDepot`).
 * When this very draft had been sent already, nothing is written twice and what was changed since is added.
 * @returns false when what was changed must be told apart (`completer`).
 * @throws Refus when the school is unknown or closed.
 */
export async function deposer(db: PublicDb, t: Trousseau, acad: string, b: Brouillon, langue: Langue): Promise<boolean> {
  const { fil, envoi } = sceau(t, acad, b, langue)
  const [{ issue }, images] = await Promise.all([db.one(sql.deposer, { envois: { lignes: [envoi] } }), enAttente(db, acad, b)])
  verifierEcole(issue)
  if (issue === 'deja') return completer(db, t, acad, { b, langue, images })
  await reprendre(db, fil, b, images)
  if (images.length > 0)
    await inscrire(db, acad, {
      fil: fil.id,
      verbe: 'signalement.joindre',
      qualite: 'declarant',
      detail: { images: images.length },
    })
  return true
}

/** `brouillon`: the draft, whose pictures may wait. */
type Envoi = ReturnType<typeof sceau>['envoi'] & { brouillon: string }

/** What comes in together is written together: beginning and ending a transaction costs more than what a report writes. */
const guichets = new WeakMap<Base, (e: Envoi) => Promise<string>>()

function guichet(base: Base): (e: Envoi) => Promise<string> {
  const ouvert = guichets.get(base)
  if (ouvert !== undefined) return ouvert
  const neuf = parPaquets<Envoi, string>(async (envois) => {
    // In one order: of two packets that hold the same drafts, one waits for the other and neither for both.
    const lignes = envois.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const rendus = await alone(base, 'public', sql.deposer, { envois: { lignes } })
    const issues = new Map(rendus.map((r) => [r.id, r.issue]))
    return envois.map((e) => issues.get(e.id)!)
  })
  guichets.set(base, neuf)
  return neuf
}

/** The same words told apart from the first sending: always the same report, however often it is sent. */
const aPart = (t: Trousseau, b: Brouillon): Brouillon => ({
  ...b,
  id: uuidDe(b.id, 'a part'),
  secret: hmac(t.cle('brouillon'), b.id).subarray(0, 10).toString('base64'),
})

/**
 * The same in its own transaction: one statement when no picture waits, which is nearly always; the long way otherwise.
 * @returns the draft whose code opens what was told: the same, unless it had to be told apart from what the school reads.
 * @throws Refus when the school is unknown or closed.
 */
export async function recevoir(base: Base, t: Trousseau, acad: string, b: Brouillon, langue: Langue): Promise<Brouillon> {
  const issue = await guichet(base)({ ...sceau(t, acad, b, langue).envoi, brouillon: b.id })
  verifierEcole(issue)
  if (issue === 'depose') return b
  const dedans = await transaction(base, 'public', preuvesDuDepot(t, acad, b), (db) => deposer(db, t, acad, b, langue))
  return dedans ? b : recevoir(base, t, acad, aPart(t, b), langue)
}

/** The secrets that open, for one transaction, the report of this draft and its waiting pictures. */
export const preuvesDuDepot = (t: Trousseau, acad: string, b: Brouillon): { code: string; brouillon: string } => ({
  code: empreinteCode(t, acad, Buffer.from(b.secret, 'base64')).toString('hex'),
  brouillon: b.id,
})
