import {
  alone,
  clock,
  hmac,
  nouvelleCle,
  Refus,
  sceller,
  transaction,
  uuidv7,
  type Base,
  type PublicDb,
  type Trousseau,
} from '#platform'
import { inscrire } from '#acces'
import { chiffrerContenu, CONTENU_VIDE, type Contenu } from '../contenu.ts'
import { premiereEcheance } from '../echeances.ts'
import { jetonsDe } from '../rapprochement/noms.ts'
import { urgencesDe } from '../urgences.ts'
import type { Brouillon, Reponses } from './brouillon.ts'
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
})

/** A report, sealed, as `confidentiel.deposer` takes it; and the key that it was sealed with. */
function sceau(t: Trousseau, acad: string, b: Brouillon, langue: string) {
  const { r, id } = b
  const contenu = contenuDe(r)
  const urgences = urgencesDe({ ...r, contenu })
  const fil = { acad, id, cle: nouvelleCle() }
  const envoi = {
    acad,
    id,
    empreinte: empreinteCode(t, acad, Buffer.from(b.secret, 'base64')),
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
    contenu: chiffrerContenu(fil, contenu),
    recuLe: clock.now(),
    echeance: premiereEcheance(urgences),
    contact: r.contact,
    adresse: r.contact === 'mail' ? sceller(t.cle('contact', acad), `contact.adresse/${acad}/${id}`, Buffer.from(r.mail)) : null,
    ...t.emballer(acad, id, fil.cle),
    jetons: jetonsDe(t, acad, `${r.cible} ${r.noms}`),
    courriel: uuidv7(),
    courrielUrgent: uuidv7(),
  }
  return { fil, contenu, envoi }
}

function verifierEcole(issue: string): void {
  if (issue === 'inconnue') throw new Refus('Cette école n’est pas dans notre liste.', 422)
}

/**
 * A report arrives: sealed, routed to the lowest level where somebody holds a post today, due, with its first fact and the
 * nudges to send; pictures that wait come along. The transaction must carry the proof of the code and of the draft
 * (`preuvesDuDepot`).
 * @returns false when this very draft had been sent already: nothing is written twice, what was changed since is added.
 * @throws Refus when the school is unknown or closed.
 */
export async function deposer(db: PublicDb, t: Trousseau, acad: string, b: Brouillon, langue: string): Promise<boolean> {
  const { fil, contenu, envoi } = sceau(t, acad, b, langue)
  const [{ issue }, images] = await Promise.all([db.one(sql.deposer, { ...envoi, brouillon: null }), enAttente(db, acad, b)])
  verifierEcole(issue)
  if (issue === 'deja') {
    await completer(db, t, acad, b, contenu, images)
    return false
  }
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

/**
 * The same in its own transaction: one statement when no picture waits, which is nearly always; the long way otherwise.
 * @throws Refus when the school is unknown or closed.
 */
export async function recevoir(base: Base, t: Trousseau, acad: string, b: Brouillon, langue: string): Promise<void> {
  const [rendu] = await alone(base, 'public', sql.deposer, { ...sceau(t, acad, b, langue).envoi, brouillon: b.id })
  const { issue } = rendu!
  verifierEcole(issue)
  if (issue !== 'depose') await transaction(base, 'public', preuvesDuDepot(t, acad, b), (db) => deposer(db, t, acad, b, langue))
}

/** The secrets that open, for one transaction, the report of this draft and its waiting pictures. */
export const preuvesDuDepot = (t: Trousseau, acad: string, b: Brouillon): { code: string; brouillon: string } => ({
  code: empreinteCode(t, acad, Buffer.from(b.secret, 'base64')).toString('hex'),
  brouillon: b.id,
})
