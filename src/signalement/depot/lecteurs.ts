import type { PublicDb } from '#platform'
import type { Langue } from '#ui'
import { textes } from '../textes/index.ts'
import type { Niveau } from '../vocabulaire.ts'
import type { Reponses } from './brouillon.ts'
import * as sql from './depot.sql.ts'

/** The level that would receive these answers now. */
export async function tenuPar(db: PublicDb, acad: string, r: Reponses): Promise<Niveau> {
  const lieu = await db.maybe(sql.accueil, { acad, etab: r.etab, saufEtablissement: r.auteurs === 'adulte' })
  return (lieu?.niveau ?? 'academie') as Niveau
}

/** Who reads, in roles and never in names: the reporter is told before sending, and again with the code. */
export function lecteursDe(langue: Langue, niveau: Niveau, type: string): string[] {
  const t = textes(langue).lecteurs
  const ecole = t.etablissement[type as keyof typeof t.etablissement] ?? t.etablissement.erea
  return [niveau === 'etablissement' ? ecole : t[niveau]]
}
