import { lireFil } from '#acces'
import { etablissementDe } from '#annuaire'
import { sceller, uuidDe, type PublicDb, type Trousseau } from '#platform'
import type { Langue } from '#ui'
import { lireContenu } from '../contenu.ts'
import { ecrire } from '../suivi/fil.ts'
import { monSignalement, type MonSignalementRow } from '../suivi/suivi.sql.ts'
import { registreDe } from '../textes/index.ts'
import { urgencesDites, type Brouillon, type Reponses } from './brouillon.ts'
import * as sql from './depot.sql.ts'
import { reponsesDe, reponsesDites } from './dites.ts'
import { reprendre, type EnAttente } from './pieces.ts'

/** Another school than the one it went to, to be read; '' when it is the same, or when an agent has moved the report since. */
async function autreEcole(db: PublicDb, s: MonSignalementRow, etab: string): Promise<string> {
  if (etab === s.etab || (await db.one(sql.reoriente, { acad: s.acad, fil: s.id })).oui) return ''
  const ecole = await etablissementDe(db, s.acad, etab)
  return ecole === null ? '' : `${ecole.nom}, ${ecole.commune}`
}

/** The answers that are not what they were, each with the words of its question. */
function changements(langue: Langue, avant: Reponses, r: Reponses, ecole: string): string {
  const registre = registreDe(r.declarant)
  const anciennes = reponsesDites(langue, avant, { ecole: '', images: '', registre })
  return reponsesDites(langue, r, { ecole, images: '', registre })
    .filter((d, i) => d.valeur !== '' && d.valeur !== anciennes[i]!.valeur)
    .map((d) => `${d.terme}${langue === 'fr' ? '\u00a0' : ''}: ${d.valeur}`)
    .join('\n')
}

/** An address given only now: sealed as at the sending. */
async function garderContact(db: PublicDb, t: Trousseau, s: MonSignalementRow, r: Reponses): Promise<void> {
  if (r.contact !== 'mail' || s.contact === 'mail') return
  const adresse = sceller(t.cle('contact', s.acad), `contact.adresse/${s.acad}/${s.id}`, Buffer.from(r.mail))
  await db.one(sql.garderContact, { adresse })
}

/**
 * The draft was sent already. Somebody who went back, changed an answer and sent again must not lose it: what is new becomes a
 * message of the same report, and what it says of a danger comes first. A mere double click adds nothing.
 * @returns false when an adult of the school is named only now: the school reads that report, so nothing was written in it.
 */
export async function completer(
  db: PublicDb,
  t: Trousseau,
  acad: string,
  { b, langue, images }: { b: Brouillon; langue: Langue; images: readonly EnAttente[] },
): Promise<boolean> {
  const s = await db.maybe(monSignalement, { acad })
  if (s === null) return true
  if (b.r.auteurs === 'adulte' && s.auteurs !== 'adulte' && s.niveau === 'etablissement') return false
  const fil = await lireFil(db, t, acad, s.id)
  // How one asks to be answered is not told again.
  const avant = { ...reponsesDe(s, lireContenu(fil, s.contenu)), contact: b.r.contact, mail: b.r.mail }
  const texte = changements(langue, avant, b.r, await autreEcole(db, s, b.r.etab))
  await garderContact(db, t, s, b.r)
  if (texte === '' && images.length === 0) return true
  await reprendre(db, fil, b, images)
  // Sent again, the same words of the same draft are one message.
  const urgences = urgencesDites(b.r).filter((u) => !urgencesDites(avant).includes(u))
  await ecrire(db, t, acad, { id: uuidDe(b.id, texte), texte, images: [], urgences })
  return true
}
