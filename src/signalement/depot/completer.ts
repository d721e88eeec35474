import { lireFil } from '#acces'
import { uuidDe, type PublicDb, type Trousseau } from '#platform'
import { lireContenu, type Contenu } from '../contenu.ts'
import { ecrire } from '../suivi/fil.ts'
import { monSignalement } from '../suivi/suivi.sql.ts'
import type { Brouillon } from './brouillon.ts'
import { reprendre, type EnAttente } from './pieces.ts'

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
  // Sent again, the same words of the same draft are one message.
  await ecrire(db, t, acad, { id: uuidDe(b.id, texte), texte, images: [] })
}
