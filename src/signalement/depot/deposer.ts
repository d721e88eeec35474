import { clock, hmac, nouvelleCle, Refus, sceller, type PublicDb, type Trousseau } from '#platform'
import { inscrire, ouvrirFil } from '#acces'
import { chiffrerContenu, CONTENU_VIDE, type Contenu } from '../contenu.ts'
import { notifierEquipe } from '../courrier.ts'
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

/**
 * A report arrives: sealed, routed to the lowest level where somebody holds a post today, due, with its first fact and the
 * nudges to send. The transaction must carry the proof of the code and of the draft (`preuvesDuDepot`).
 * @returns false when this very draft had been sent already: nothing is written twice, what was changed since is added.
 * @throws Refus when the school is unknown or closed.
 */
export async function deposer(db: PublicDb, t: Trousseau, acad: string, b: Brouillon, langue: string): Promise<boolean> {
  const { r, id } = b
  const le = clock.now()
  // Sent together: what is not allowed, or was sent before, is undone or writes nothing.
  const [lieu, neuf, images] = await Promise.all([
    db.maybe(sql.accueil, { acad, etab: r.etab, saufEtablissement: r.auteurs === 'adulte' }),
    db.run(sql.poserSuivi, { empreinte: empreinteCode(t, acad, Buffer.from(b.secret, 'base64')), acad, id, le }),
    enAttente(db, acad, b),
  ])
  if (lieu === null) throw new Refus('Cette école n’est pas dans notre liste.', 422)
  const contenu = contenuDe(r)
  if (neuf === 0) {
    await completer(db, t, acad, b, contenu, images)
    return false
  }
  const urgences = urgencesDe({ ...r, contenu })
  const fil = { acad, id, cle: nouvelleCle() }
  const tenu = { acad, fil: id, niveau: lieu.niveau, etab: r.etab, circo: lieu.circo, dept: lieu.dept }
  const ecritures: Promise<unknown>[] = [
    db.run(sql.deposer, {
      acad,
      id,
      dept: lieu.dept,
      circo: lieu.circo,
      etab: r.etab,
      niveau: lieu.niveau,
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
      recuLe: le,
      echeance: premiereEcheance(urgences),
      contact: r.contact,
    }),
    ouvrirFil(db, t, acad, id, fil.cle),
    db.run(sql.poserJetons, { acad, etab: r.etab, fil: id, jetons: jetonsDe(t, acad, `${r.cible} ${r.noms}`) }),
    inscrire(db, acad, {
      fil: id,
      verbe: 'signalement.deposer',
      qualite: 'declarant',
      detail: { canal: 'site', niveau: lieu.niveau, urgences },
    }),
    notifierEquipe(db, tenu, urgences.length > 0 ? 'urgent' : 'nouveau'),
  ]
  // An urgent report is also announced one level up: a head may be away for the day.
  if (urgences.length > 0 && (lieu.niveau === 'etablissement' || lieu.niveau === 'circonscription'))
    ecritures.push(notifierEquipe(db, { ...tenu, niveau: 'departement' }, 'urgent'))
  if (r.contact === 'mail')
    ecritures.push(
      db.run(sql.poserContact, {
        acad,
        fil: id,
        adresse: sceller(t.cle('contact', acad), `contact.adresse/${acad}/${id}`, Buffer.from(r.mail)),
      }),
    )
  await Promise.all(ecritures)
  await reprendre(db, fil, b, images)
  if (images.length > 0)
    await inscrire(db, acad, { fil: id, verbe: 'signalement.joindre', qualite: 'declarant', detail: { images: images.length } })
  return true
}

/** The secrets that open, for one transaction, the report of this draft and its waiting pictures. */
export const preuvesDuDepot = (t: Trousseau, acad: string, b: Brouillon): { code: string; brouillon: string } => ({
  code: empreinteCode(t, acad, Buffer.from(b.secret, 'base64')).toString('hex'),
  brouillon: b.id,
})
