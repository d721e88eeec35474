import type { AgentDb } from '#platform'
import { Incomplet, type Dossier } from '../dossier.ts'
import * as sql from './cotes.sql.ts'
import type { Cote } from './methodes.ts'

/** Said to whoever would break the rule (S55, S65). */
export const AUTRE_COTE = (i: { nom: string; cote: string }): string =>
  i.cote === 'cible'
    ? `${i.nom} voit l’élève visé : la même personne ne voit jamais les autres élèves.`
    : `${i.nom} voit les autres élèves : la même personne ne voit jamais l’élève visé.`

/** Choosing the team: whoever has heard one side in this dossier does not see the other. The database holds it too. */
export async function jamaisLesDeux(db: AgentDb, o: Dossier, agent: string, nom: string, cote: Cote): Promise<void> {
  const roles = (await db.all(sql.entendus, { acad: o.acad, fil: o.d.id, agent })).map((e) => e.role)
  if (cote === 'groupe' && roles.includes('cible'))
    throw new Incomplet({
      champ: 'cote',
      message: `${nom} a déjà entendu l’élève visé : une autre personne voit les autres élèves.`,
    })
  if (cote === 'cible' && roles.includes('auteur_presume'))
    throw new Incomplet({
      champ: 'cote',
      message: `${nom} a déjà entendu un auteur présumé : une autre personne voit l’élève visé.`,
    })
}

/** Noting a talk of the dossier while a shared concern runs: its adults keep to their side. `role`: the one of whoever is heard. */
export async function garderLesCotes(
  db: AgentDb,
  o: Dossier,
  role: string,
  agents: readonly string[],
  champ: string,
): Promise<void> {
  const cote = role === 'cible' ? 'cible' : role === 'auteur_presume' ? 'groupe' : null
  if (cote === null || agents.length === 0) return
  const autre = (await db.all(sql.delEquipe, { acad: o.acad, fil: o.d.id, agents })).find((i) => i.cote !== cote)
  if (autre !== undefined)
    throw new Incomplet({
      champ,
      message: `Préoccupation partagée en cours. ${AUTRE_COTE({ nom: `${autre.prenom} ${autre.nom}`, cote: autre.cote })}`,
    })
}
