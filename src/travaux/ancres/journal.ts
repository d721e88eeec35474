import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Empechement, faireDossier, transaction, type Maison } from '#platform'
import * as sql from './ancrer.sql.ts'
import { academies } from '../rappels.sql.ts'

/** One line of ancres.jsonl: to be copied somewhere that whoever rules this machine does not rule. */
export interface LigneAncre {
  acad: string
  rang: number
  le: string
  empreinte: string
  signature: string
  cle: string
}

export const journalDesAncres = (donnees: string): string => join(donnees, 'ancres.jsonl')

/** @throws Empechement naming the first line that is no anchor. */
export function lireJournal(chemin: string): LigneAncre[] {
  const lignes = lireTexte(chemin).split('\n')
  return lignes.flatMap((texte, i) => (texte.trim() === '' ? [] : [lireLigne(texte, chemin, i + 1)]))
}

function lireTexte(chemin: string): string {
  try {
    return readFileSync(chemin, 'utf8')
  } catch (cause) {
    throw new Empechement(`Le fichier ${chemin} ne peut pas être lu (${(cause as NodeJS.ErrnoException).code}).`, { cause })
  }
}

function lireLigne(texte: string, chemin: string, numero: number): LigneAncre {
  try {
    const l = JSON.parse(texte) as LigneAncre
    if (typeof l.acad === 'string' && Number.isInteger(l.rang) && typeof l.empreinte === 'string') return l
  } catch {
    // Told below, as any other line that is no anchor.
  }
  throw new Empechement(`${chemin}, ligne ${numero} : ce n’est pas une ancre.`)
}

/** Adds the anchors that the file lacks: those of today, and those that a crash kept from it. One process at a time. */
export const copierAncres = (m: Maison): Promise<void> =>
  transaction(m.base, 'job', {}, async (db) => {
    if (!(await db.one(sql.seul)).pris) return
    const chemin = journalDesAncres(m.config.donnees)
    const deja = new Map<string, number>()
    if (existsSync(chemin))
      for (const l of lireJournal(reprendre(chemin))) deja.set(l.acad, Math.max(l.rang, deja.get(l.acad) ?? 0))
    const neuves: LigneAncre[] = []
    for (const { acad } of await db.all(academies))
      neuves.push(...(await db.all(sql.ancresDepuis, { acad, rang: deja.get(acad) ?? 0 })).map(ligne))
    if (neuves.length > 0) ajouter(chemin, neuves.map((l) => `${JSON.stringify(l)}\n`).join(''))
  })

const ligne = (a: sql.AncresDepuisRow): LigneAncre => ({
  acad: a.acad,
  rang: a.rang,
  le: a.le.toISOString(),
  empreinte: a.empreinte.toString('hex'),
  signature: a.signature.toString('base64'),
  cle: a.cle,
})

/** A power cut may leave the last line half written: it is taken away, and written again whole. Returns the same path. */
function reprendre(chemin: string): string {
  const octets = readFileSync(chemin)
  const entier = octets.lastIndexOf(0x0a) + 1
  if (entier < octets.length) truncateSync(chemin, entier)
  return chemin
}

function ajouter(chemin: string, texte: string): void {
  faireDossier(dirname(chemin))
  const fd = openSync(chemin, 'a', 0o600)
  writeSync(fd, texte)
  fsyncSync(fd)
  closeSync(fd)
}
