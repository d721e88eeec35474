import { Empechement } from '#platform'
import type { Bilan } from './bilan.ts'
import * as sql from './ecrire.sql.ts'
import type { Proprietaire } from './proprietaire.ts'
import type { Tri } from './trier.ts'

/** A map of circonscriptions is drawn anew for a few towns at a time: one school in ten at once is a column that has slipped. */
const PART_NORMALE = 0.1
const NOMBRE_NORMAL = 20

/**
 * Reports and dossiers go with their school to its new circonscription: the inspector of today sees them, the one of before no more.
 * @throws Empechement when so many would move that the file is doubted: names would be shown to the wrong inspectors.
 */
export async function suivreCirconscriptions(db: Proprietaire, tri: Tri, bilan: Bilan, beaucoup: boolean): Promise<void> {
  const { changes, inchanges } = bilan.etablissements
  const trop = bilan.deplaces > NOMBRE_NORMAL && bilan.deplaces > (changes + inchanges) * PART_NORMALE
  if (trop && !beaucoup && !bilan.simule)
    throw new Empechement(
      `Ce fichier ferait changer ${bilan.deplaces} écoles de circonscription : une colonne a sans doute glissé, et rien n’a été importé. ` +
        `Regardez avec --simuler. Si ces changements sont vrais, ajoutez --deplacer-beaucoup.`,
    )
  for (const acad of tri.academies) {
    const [suivis] = await db.all(sql.suivreCirconscriptions, { acad })
    bilan.suivis.signalements += suivis!.signalements
    bilan.suivis.dossiers += suivis!.dossiers
  }
}
