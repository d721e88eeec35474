import { lignesCsv, plier, sonderCsv, type Proprietaire } from '#annuaire'
import { Refus, uuidv7 } from '#platform'
import type { Declaree } from '../declaration/declaration.form.ts'
import { lireEntete, type Champs } from './colonnes.ts'
import * as sql from './import.sql.ts'
import { lireLigne, type Connu } from './ligne.ts'

/** What an import asks of a transaction: an agent's, or the owner's. */
export type Ecrit = Pick<Proprietaire, 'all' | 'run'>

/** In whose name, and for which territory. */
export interface Auteur {
  acad: string
  par: string
  toute: boolean
  depts: readonly string[]
  /** The owner sees every draft; an agent asks. */
  voitBrouillons: boolean
}

export interface Rapport {
  /** Lines of data, the header apart. */
  lignes: number
  ajoutees: { ligne: number; etab: string; titre: string }[]
  /** Same school, same day, same temps fort, same title: left as it is. */
  deja: number
  refus: { ligne: number; motif: string }[]
}

export const LIGNES_MAX = 5_000

interface Cle {
  etab: string
  annee: number
  temps_fort: string | null
  du: string
  titre: string
}
const cleDe = (a: Cle): string => [a.etab, a.annee, a.temps_fort ?? '', a.du, plier(a.titre).replace(/\s+/g, ' ')].join('\n')

async function connuDe(
  db: Ecrit,
  ou: { acad: string; toute: boolean; depts: readonly string[] },
): Promise<Connu & { deja: Set<string> }> {
  const ecoles = await db.all(sql.ecoles, ou)
  const ailleurs = await db.all(sql.ailleurs, ou)
  const jours = await db.all(sql.joursForts, { acad: ou.acad })
  const deja = await db.all(sql.deja, { acad: ou.acad })
  return {
    ecoles: new Map(ecoles.map((e) => [e.etab, e.type])),
    ailleurs: new Set(ailleurs.map((e) => e.etab)),
    jours,
    deja: new Set(deja.map(cleDe)),
  }
}

/**
 * Takes a year's actions in, as proposed. All that is right goes in, each refused line is told with its number and its reason;
 * what is there already stays as it is, so that a second run changes nothing.
 * @throws Refus or Empechement with the sentence to show, and then nothing has changed.
 */
export async function importerActions(db: Ecrit, auteur: Auteur, fichier: string): Promise<Rapport> {
  const source = await sonderCsv(fichier)
  const { acad, par, toute, depts } = auteur
  await db.all(sql.verrouiller, {})
  const connu = await connuDe(db, { acad, toute, depts })
  const rapport: Rapport = { lignes: 0, ajoutees: [], deja: 0, refus: [] }
  let entete: ReturnType<typeof lireEntete> | undefined
  for await (const { numero, cellules } of lignesCsv(source)) {
    if (entete === undefined) {
      entete = lireEntete(cellules)
      continue
    }
    rapport.lignes += 1
    if (rapport.lignes > LIGNES_MAX) throw new Refus(`Ce fichier a plus de ${LIGNES_MAX} lignes : coupez-le en plusieurs.`, 422)
    const lu = lireCellules(entete, cellules, connu)
    if ('motif' in lu) {
      rapport.refus.push({ ligne: numero, motif: lu.motif })
      continue
    }
    const { etab, valeurs: v } = lu
    const cle = cleDe({ etab, annee: v.annee, temps_fort: v.tempsFort, du: v.du, titre: v.titre })
    if (connu.deja.has(cle)) {
      rapport.deja += 1
      continue
    }
    connu.deja.add(cle)
    if (!auteur.voitBrouillons && (await enBrouillon(db, acad, etab, v))) {
      rapport.refus.push({ ligne: numero, motif: EN_BROUILLON })
      continue
    }
    const id = uuidv7()
    await db.run(sql.poser, { acad, par, id, etab, ...v })
    await db.run(sql.noterImport, { acad, par, action: id })
    rapport.ajoutees.push({ ligne: numero, etab, titre: v.titre })
  }
  if (entete === undefined) throw new Refus('Ce fichier est vide.', 422)
  return rapport
}

/** The school has begun to tell it: its own words win, and it does not stand on the page twice. */
const EN_BROUILLON = 'l’établissement a déjà cette action en brouillon : demandez-lui de la proposer'
const enBrouillon = async (db: Ecrit, acad: string, etab: string, v: Declaree): Promise<boolean> => {
  const { annee, tempsFort, du, titre } = v
  return (await db.all(sql.enBrouillon, { acad, etab, annee, tempsFort, du, titre }))[0]?.oui === true
}

/** A line that is too short or too long has slipped: none of its values can be trusted. */
function lireCellules(
  entete: { largeur: number; lire: (c: readonly string[]) => Champs },
  cellules: readonly string[],
  connu: Connu,
) {
  return cellules.length === entete.largeur
    ? lireLigne(entete.lire(cellules), connu)
    : { motif: `${cellules.length} colonnes au lieu de ${entete.largeur}` }
}
