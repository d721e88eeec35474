import type { AgentDb } from '#platform'
import type { Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import { famillesDe, type Famille } from '../famille/famille.ts'
import { nomsDe, type Noms } from '../masque/personnes.ts'
import { lireMesure, type ContenuMesure } from '../mesure/mesure.ts'

/** What a text that leaves the house may be made of. */
export interface Contexte {
  o: Dossier
  noms: Noms
  familles: readonly Famille[]
  mesures: readonly (Omit<dossierSql.MesuresRow, 'contenu'> & ContenuMesure)[]
}

export async function contexteDe(db: AgentDb, o: Dossier): Promise<Contexte> {
  const [noms, familles, mesures] = await Promise.all([
    nomsDe(db, o),
    famillesDe(db, o),
    db.all(dossierSql.mesures, { acad: o.acad, fil: o.d.id }),
  ])
  return { o, noms, familles, mesures: mesures.map(({ contenu, ...m }) => ({ ...m, ...lireMesure(o.fil, m.id, contenu) })) }
}
