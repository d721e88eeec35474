import { createHash } from 'node:crypto'
import { lireFil } from '#acces'
import type { PublicDb, Trousseau } from '#platform'
import { lireContenu, type Contenu } from '../contenu.ts'
import { ecrire } from '../suivi/fil.ts'
import { monSignalement } from '../suivi/suivi.sql.ts'
import type { Brouillon } from './brouillon.ts'
import { reprendre, type EnAttente } from './pieces.ts'

/** A UUID that the same words of the same draft always give: sent again, they are one message. */
function identifiant(b: Brouillon, texte: string): string {
  const h = createHash('sha256').update(`${b.id}\n${texte}`).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
}

/**
 * The draft was sent already. Somebody who went back, changed an answer and sent again must not lose it: what is new in
 * their own words becomes a message of the same report. A mere double click adds nothing.
 */
export async function completer(
  db: PublicDb,
  t: Trousseau,
  acad: string,
  b: Brouillon,
  nouveau: Contenu,
  images: readonly EnAttente[],
): Promise<void> {
  const s = await db.maybe(monSignalement, { acad })
  if (s === null) return
  const fil = await lireFil(db, t, acad, s.id)
  const ancien = lireContenu(fil, s.contenu)
  const dits = (Object.keys(nouveau) as (keyof Contenu)[])
    .filter((k) => nouveau[k] !== '' && nouveau[k] !== ancien[k])
    .map((k) => nouveau[k])
  if (dits.length === 0 && images.length === 0) return
  await reprendre(db, fil, b, images)
  const texte = dits.join('\n')
  await ecrire(db, t, acad, { id: identifiant(b, texte), texte, images: [] })
}
