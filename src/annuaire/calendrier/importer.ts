import { basename } from 'node:path'
import { Empechement } from '#platform'
import { ACADEMIES } from '../academies.ts'
import { LigneRefusee } from '../import/codes.ts'
import * as importSql from '../import/ecrire.sql.ts'
import { enProprietaire, type Proprietaire } from '../import/proprietaire.ts'
import { lignes, sonder } from '../import/source.ts'
import { bilanVide, type BilanCalendrier, type Difference, type Ligne } from './bilan.ts'
import * as sql from './calendrier.sql.ts'
import { formatDe, type Format } from './lire.ts'

export interface DemandeCalendrier {
  /** Connects as a role that can be preau_proprietaire. */
  url: string
  /** The school calendar, the public holidays, or both: each is known by its columns. */
  fichiers: readonly string[]
  /** The académie to take; null takes every one that this database knows. */
  acad: string | null
  /** Does everything, shows the difference, undoes it. */
  simuler?: boolean
  /** Allows most of a known year to be taken away. */
  retirer?: boolean
}

/** What the files say of each académie. */
type Lu = Map<string, { lignes: Map<string, Ligne & { ou: string }> }>

/**
 * Takes a calendar in, in one transaction. A year that the files bring is replaced whole; the others stay. A second run changes
 * nothing.
 * @throws Empechement with the sentence to show, and then nothing has changed.
 */
export function importerCalendrier(demande: DemandeCalendrier): Promise<BilanCalendrier> {
  if (demande.acad !== null && ACADEMIES[demande.acad] === undefined)
    throw new Empechement(
      `L’académie « ${demande.acad} » n’existe pas : il faut un code à deux chiffres, comme 16 pour Toulouse.`,
    )
  return enProprietaire(
    demande.url,
    (db) => passer(db, demande),
    () => demande.simuler !== true,
  )
}

async function passer(db: Proprietaire, demande: DemandeCalendrier): Promise<BilanCalendrier> {
  const bilan = bilanVide(demande.simuler === true)
  const acads = demande.acad === null ? (await db.all(sql.academies, {})).map((a) => a.acad) : [demande.acad]
  const lu: Lu = new Map(acads.map((a) => [a, { lignes: new Map() }]))
  for (const fichier of demande.fichiers) await lireFichier(fichier, lu, bilan)
  if ([...lu.values()].every((l) => l.lignes.size === 0)) throw new Empechement(phraseVide(demande, bilan))
  for (const [acad, { lignes: siennes }] of lu) {
    if (siennes.size === 0) continue
    await db.run(importSql.poserAcademie, { acad, nom: ACADEMIES[acad]!.nom, zone: ACADEMIES[acad]!.zone })
    bilan.differences.push(await poser(db, acad, [...siennes.values()], demande.retirer === true || bilan.simule))
  }
  return bilan
}

async function lireFichier(fichier: string, lu: Lu, bilan: BilanCalendrier): Promise<void> {
  let format: Format | undefined
  for await (const { numero, cellules } of lignes(await sonder(fichier))) {
    if (format === undefined) {
      format = formatDe(cellules)
      continue
    }
    bilan.lignes++
    try {
      ranger(format, cellules, lu, bilan, `${basename(fichier)}, ligne ${numero}`)
    } catch (refus) {
      if (!(refus instanceof LigneRefusee)) throw refus
      bilan.refus.push({ fichier: basename(fichier), ligne: numero, motif: refus.message })
    }
  }
}

function ranger(format: Format, cellules: string[], lu: Lu, bilan: BilanCalendrier, ou: string): void {
  const { entete } = format
  if (cellules.length !== entete.largeur) throw new LigneRefusee(`${cellules.length} colonnes au lieu de ${entete.largeur}`)
  let prise = false
  for (const [acad, { lignes: siennes }] of lu) {
    const l = format.lire(entete.lire(cellules), acad)
    if (l.sorte === 'ailleurs') continue
    prise = true
    if (l.sorte === 'horsChamp') {
      bilan.horsChamp.set(l.motif, (bilan.horsChamp.get(l.motif) ?? 0) + 1)
      continue
    }
    if (l.avis !== undefined) bilan.avis.add(l.avis)
    garder(siennes, l.lue, ou, bilan)
  }
  if (!prise) bilan.ailleurs++
}

/** The same days come once. With another end: the first line is kept, the second refused. */
function garder(siennes: Map<string, Ligne & { ou: string }>, lue: Ligne, ou: string, bilan: BilanCalendrier): void {
  const cle = `${lue.genre} ${lue.du} ${lue.libelle}`
  const deja = siennes.get(cle)
  if (deja === undefined) siennes.set(cle, { ...lue, ou })
  else if (deja.au === lue.au) bilan.doublons++
  else throw new LigneRefusee(`« ${lue.libelle} » a déjà été lu (${deja.ou}) avec une autre fin : la première est gardée`)
}

/** Replaces each year that is brought, and only what differs in it. */
async function poser(db: Proprietaire, acad: string, lues: readonly Ligne[], retirer: boolean): Promise<Difference> {
  const partDe = (l: { genre: string; annee: string }): string => `${l.genre} ${l.annee}`
  const parts = [...new Set(lues.map(partDe))]
  const connues = (await db.all(sql.connu, { acad, parts })) as Ligne[]
  const cle = (l: Ligne): string => `${partDe(l)} ${l.du} ${l.au} ${l.libelle}`
  const avant = new Map(connues.map((l) => [cle(l), l]))
  const apres = new Map(lues.map((l) => [cle(l), l]))
  const d: Difference = {
    acad,
    ajouts: [...apres].filter(([c]) => !avant.has(c)).map(([, l]) => l),
    retraits: [...avant].filter(([c]) => !apres.has(c)).map(([, l]) => l),
    inchanges: [...apres.keys()].filter((c) => avant.has(c)).length,
  }
  if (!retirer) for (const part of parts) refuserAmpute(part, connues.filter((l) => partDe(l) === part).length, d)
  const lot = (ls: readonly Ligne[]) => ({
    lot: { lignes: ls.map(({ genre, annee, du, au, libelle }) => ({ acad, genre, annee, du, au, libelle })) },
  })
  if (d.retraits.length > 0) await db.run(sql.retirer, lot(d.retraits))
  if (d.ajouts.length > 0) await db.run(sql.poser, lot(d.ajouts))
  return d
}

/** A corrected year has as many lines as before. One that loses most of them comes from a file that is not whole. */
function refuserAmpute(part: string, connues: number, d: Difference): void {
  const ici = (ls: readonly Ligne[]): number => ls.filter((l) => `${l.genre} ${l.annee}` === part).length
  const reste = connues - ici(d.retraits) + ici(d.ajouts)
  if (reste * 2 >= connues) return
  throw new Empechement(
    `Ce fichier ne laisserait que ${reste} période(s) sur ${connues} pour ${part.split(' ')[1]} : il n’est sans doute pas complet, et rien n’a été importé. ` +
      'Regardez avec --essai ; si c’est voulu, ajoutez --retirer.',
  )
}

function phraseVide(demande: DemandeCalendrier, bilan: BilanCalendrier): string {
  const [premier] = bilan.refus
  const refus = premier === undefined ? '' : ` La première ligne refusée est la ligne ${premier.ligne} : ${premier.motif}.`
  const ou = demande.acad === null ? '' : ` pour l’académie de ${ACADEMIES[demande.acad]!.nom}`
  return `${bilan.lignes} lignes lues, aucune vacance ni aucun jour férié${ou} : rien n’a été importé.${refus}`
}
