import { Empechement } from '#platform'
import { ACADEMIES } from '../academies.ts'
import { bilanVide, rienNeChange, type Bilan } from './bilan.ts'
import { lireEntete, type Entete } from './colonnes.ts'
import { Ecriture } from './ecrire.ts'
import * as sql from './ecrire.sql.ts'
import { fermerAbsents } from './fermer.ts'
import { lireLigne } from './lire.ts'
import { enProprietaire, type Proprietaire } from './proprietaire.ts'
import { lignes, sonder, type Source } from './source.ts'
import { suivreCirconscriptions } from './suivre.ts'
import { Tri } from './trier.ts'

export interface DemandeImport {
  /** Connects as a role that can be preau_proprietaire. */
  url: string
  fichier: string
  /** The académie to take; null takes every one of the file. */
  acad: string | null
  /** Does everything, shows the difference, undoes it. */
  simuler?: boolean
  /** Schools that the file does not name stay as they are: for a partial file. */
  sansFermer?: boolean
  /** Allows a great part of the schools to be closed at once. */
  fermerBeaucoup?: boolean
  /** Allows a great part of the schools to change circonscription at once. */
  deplacerBeaucoup?: boolean
  surAvance?: (octets: number, total: number) => void
}

/**
 * Takes the official directory in, in one transaction: all that is right goes in, each refused line is told with its reason.
 * A second run changes nothing.
 * @throws Empechement with the sentence to show, and then nothing has changed.
 */
export async function importerAnnuaire(demande: DemandeImport): Promise<Bilan> {
  if (demande.acad !== null && ACADEMIES[demande.acad] === undefined)
    throw new Empechement(
      `L’académie « ${demande.acad} » n’existe pas : il faut un code à deux chiffres, comme 16 pour Toulouse.`,
    )
  const source = await sonder(demande.fichier)
  return enProprietaire(
    demande.url,
    (db) => passer(db, demande, source),
    () => demande.simuler !== true,
  )
}

async function passer(db: Proprietaire, demande: DemandeImport, source: Source): Promise<Bilan> {
  const bilan = bilanVide(demande.simuler === true, source.encodage)
  const tri = new Tri(bilan)
  const ecriture = new Ecriture(db, tri, bilan)
  const voulue = (acad: string): boolean => demande.acad === null || acad === demande.acad
  let entete: Entete | undefined
  for await (const { numero, cellules } of lignes(source, (lus) => demande.surAvance?.(lus, source.octets))) {
    if (entete === undefined) {
      entete = lireEntete(cellules)
      continue
    }
    const lu = tri.ranger(numero, lireCellules(entete, cellules, voulue))
    if (lu !== null) await ecriture.ecrire(lu)
  }
  if (tri.presents.size === 0) throw new Empechement(phraseSansEtablissement(demande.acad, bilan))
  await ecriture.finir()
  await suivreCirconscriptions(db, tri, bilan, demande.deplacerBeaucoup === true)
  if (demande.sansFermer !== true) await fermerAbsents(db, tri, bilan, demande.fermerBeaucoup === true)
  if (!bilan.simule && !rienNeChange(bilan)) await affuter(db)
  bilan.academies = [...tri.academies].sort()
  return bilan
}

/** Searches are quick from the first one on, not from the next automatic maintenance on. */
async function affuter(db: Proprietaire): Promise<void> {
  await db.run(sql.analyser, {})
  await db.all(sql.rangerIndex, {})
}

const CELLULE_AU_PLUS = 1_000

/** A line that is too short or too long has slipped, and one that holds what no directory holds: none of its values can be trusted. */
function lireCellules(entete: Entete, cellules: string[], voulue: (acad: string) => boolean): ReturnType<typeof lireLigne> {
  const motif =
    cellules.length !== entete.largeur
      ? `${cellules.length} colonnes au lieu de ${entete.largeur}`
      : cellules.some((c) => c.includes('\0') || c.length > CELLULE_AU_PLUS)
        ? `un caractère nul, ou plus de ${CELLULE_AU_PLUS} signes dans une colonne`
        : undefined
  if (motif === undefined) return lireLigne(entete.lire(cellules), voulue)
  const lecture = lireLigne(entete.lire(cellules), () => true)
  return { sorte: 'refus', motif, etab: lecture.sorte === 'etablissement' ? lecture.lu.etab : undefined }
}

function phraseSansEtablissement(acad: string | null, bilan: Bilan): string {
  const refus =
    bilan.refus.length > 0 ? ` La première ligne refusée est la ligne ${bilan.refus[0]!.ligne} : ${bilan.refus[0]!.motif}.` : ''
  const ou = acad === null ? '' : ` de l’académie de ${ACADEMIES[acad]!.nom}`
  return `Ce fichier de ${bilan.lignes} lignes ne contient aucun établissement${ou} : rien n’a été importé.${refus}`
}
