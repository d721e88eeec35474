import { clock, Empechement, jourAParis } from '#platform'
import type { Bilan } from './bilan.ts'
import * as sql from './ecrire.sql.ts'
import type { Proprietaire } from './proprietaire.ts'
import type { Tri } from './trier.ts'

/** A directory loses one school in a hundred in a year: more than one in twenty at once is a file that is not whole. */
const PART_NORMALE = 0.05
const NOMBRE_NORMAL = 20

/**
 * Schools that the file no longer names are closed, never deleted: their past stays readable.
 * @throws Empechement when so many would close that families would no longer find their school.
 */
export async function fermerAbsents(db: Proprietaire, tri: Tri, bilan: Bilan, beaucoup: boolean): Promise<void> {
  const presents = [...tri.presents]
  const presentes = [...tri.circonscriptions.tous.keys()]
  for (const acad of tri.academies) {
    const [compte] = await db.all(sql.compterOuverts, { acad })
    const fermes = await db.all(sql.fermerEtablissements, { acad, jour: jourAParis(clock.now()), presents })
    if (!beaucoup && !bilan.simule) refuserTrop(fermes.length, compte!.ouverts)
    bilan.fermetures.push(...fermes)
    bilan.aFinir.push(...(await db.all(sql.fonctionsAFinir, { acad })))
    bilan.circonscriptions.fermes += (await db.all(sql.fermerCirconscriptions, { acad, presentes })).length
  }
  bilan.etablissements.fermes = bilan.fermetures.length
}

function refuserTrop(fermes: number, ouverts: number): void {
  if (fermes <= NOMBRE_NORMAL || fermes <= ouverts * PART_NORMALE) return
  throw new Empechement(
    `Ce fichier ferait fermer ${fermes} établissements sur ${ouverts} : il n’est sans doute pas complet, et rien n’a été importé. ` +
      `Regardez avec --simuler. S’il est partiel, ajoutez --sans-fermer ; si ces fermetures sont vraies, ajoutez --fermer-beaucoup.`,
  )
}
