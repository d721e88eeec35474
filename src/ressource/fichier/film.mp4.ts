import type { FileHandle } from 'node:fs/promises'
import { filmAbime, filmQuiSuit, lireMorceau, mettreAZero } from './film.ts'
import { enfants, lireTete, vider, type Boite } from './film.boites.ts'
import { morceauxDe } from './film.pistes.ts'

/** The table of a film, in memory: some megabytes for an hour. */
const TABLE_MAX = 64 * 1024 * 1024
const BOITES_AU_PLUS = 200_000

/** What a player needs (ISO/IEC 14496-12, QuickTime File Format); `udta`, `meta`, `uuid` and whatever else we do not know goes. */
const GARDEES: Readonly<Record<'film' | 'moov' | 'trak' | 'mdia', ReadonlySet<string>>> = {
  film: new Set(['ftyp', 'styp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'ssix', 'wide']),
  moov: new Set(['mvhd', 'trak', 'mvex', 'iods']),
  trak: new Set(['tkhd', 'mdia', 'edts', 'tref', 'tapt', 'clip', 'matt', 'load']),
  mdia: new Set(['mdhd', 'hdlr', 'minf', 'elng']),
}
/** Pictures, sound, words, and the counter of a montage. A track of anything else follows whoever filmed. */
const PISTES = new Set(['vide', 'soun', 'text', 'sbtl', 'subt', 'clcp', 'tmcd'])

export async function nettoyerMp4(f: FileHandle, taille: number): Promise<void> {
  const boites = await boitesDuFilm(f, taille)
  const [moov, autre] = boites.filter((b) => b.type === 'moov')
  if (moov === undefined || autre !== undefined || moov.fin - moov.debut > TABLE_MAX) throw filmAbime()
  const debut = moov.debut + moov.tete
  const table = await lireMorceau(f, debut, moov.fin - debut)
  const trous = nettoyerTable(table)
  if (trous.length > 0 && boites.some((b) => b.type === 'moof')) throw filmQuiSuit()
  const donnees = boites.filter((b) => b.type === 'mdat')
  for (const t of trous) {
    if (!donnees.some((d) => t.debut >= d.debut + d.tete && t.fin <= d.fin)) throw filmAbime()
    await mettreAZero(f, t.debut, t.fin)
  }
  await f.write(table, 0, table.length, debut)
  for (const b of boites.filter((x) => !GARDEES.film.has(x.type))) {
    await f.write('free', b.debut + 4, 'latin1')
    await mettreAZero(f, b.debut + b.tete, b.fin)
  }
}

async function boitesDuFilm(f: FileHandle, taille: number): Promise<Boite[]> {
  const boites: Boite[] = []
  let debut = 0
  while (taille - debut >= 8) {
    if (boites.length === BOITES_AU_PLUS) throw filmAbime()
    const tete = await lireMorceau(f, debut, Math.min(16, taille - debut))
    const b = lireTete(tete, 0, debut, taille)
    boites.push(b)
    debut = b.fin
  }
  await mettreAZero(f, debut, taille)
  return boites
}

interface Trou {
  debut: number
  fin: number
}

/** @returns where the data of the tracks that were taken out lie. */
function nettoyerTable(table: Buffer): Trou[] {
  const trous: Trou[] = []
  let pistes = 0
  for (const b of enfants(table)) {
    const dedans = table.subarray(b.debut + b.tete, b.fin)
    if (!GARDEES.moov.has(b.type)) vider(table, b)
    else if (b.type === 'mvhd') sansDate(dedans)
    else if (b.type === 'trak' && nettoyerPiste(dedans)) pistes += 1
    else if (b.type === 'trak') {
      trous.push(...morceauxDe(dedans))
      vider(table, b)
    }
  }
  if (pistes === 0) throw filmAbime()
  return trous
}

/** @returns whether the track may stay. */
function nettoyerPiste(piste: Buffer): boolean {
  let reste = false
  for (const b of enfants(piste)) {
    const dedans = piste.subarray(b.debut + b.tete, b.fin)
    if (!GARDEES.trak.has(b.type)) vider(piste, b)
    else if (b.type === 'tkhd') sansDate(dedans)
    else if (b.type === 'mdia') reste = nettoyerMedia(dedans)
  }
  return reste
}

function nettoyerMedia(media: Buffer): boolean {
  let nature = ''
  for (const b of enfants(media)) {
    const dedans = media.subarray(b.debut + b.tete, b.fin)
    if (!GARDEES.mdia.has(b.type)) vider(media, b)
    else if (b.type === 'mdhd') sansDate(dedans)
    else if (b.type === 'hdlr') {
      nature = dedans.toString('latin1', 8, 12)
      // Its name often is the camera's.
      dedans.fill(0, Math.min(24, dedans.length))
    }
  }
  return PISTES.has(nature)
}

/** When it was made and changed: the first two numbers of these boxes, of 4 bytes or of 8. */
function sansDate(dedans: Buffer): void {
  const fin = dedans.readUInt8(0) === 1 ? 20 : 12
  if (dedans.length < fin) throw filmAbime()
  dedans.fill(0, 4, fin)
}
