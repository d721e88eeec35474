import type { FileHandle } from 'node:fs/promises'
import { filmAbime, filmQuiSuit, lireMorceau, mettreAZero } from './film.ts'
import { enfants, lireTete, vider, type Boite } from './film.boites.ts'
import { exigerLisible, nettoyerDescriptions, type Nature } from './film.lisible.ts'
import { morceauxDe } from './film.pistes.ts'

/** The table of a film, in memory: some megabytes for an hour. */
const TABLE_MAX = 64 * 1024 * 1024
const BOITES_AU_PLUS = 200_000

/** What a player needs (ISO/IEC 14496-12, QuickTime File Format); `udta`, `meta`, `uuid` and whatever else we do not know goes. */
const mots = (noms: string): ReadonlySet<string> => new Set(noms.split(' '))
const GARDEES = {
  film: mots('ftyp styp moov mdat moof mfra sidx ssix'),
  moov: mots('mvhd trak mvex iods'),
  trak: mots('tkhd mdia edts tref tapt clip matt load'),
  mdia: mots('mdhd hdlr minf elng'),
  minf: mots('vmhd smhd hmhd sthd nmhd gmhd hdlr dinf stbl'),
  stbl: mots('stsd stts ctts cslg stsc stsz stz2 stco co64 stss stps stsh padb stdp sdtp sbgp sgpd subs saiz saio'),
} as const
/** Pictures, sound and words. A track of anything else, a clock among them, follows whoever filmed. */
const PISTES = mots('vide soun text sbtl subt clcp')

export async function nettoyerMp4(f: FileHandle, taille: number): Promise<void> {
  const boites = await boitesDuFilm(f, taille)
  if (boites[0]?.type !== 'ftyp') throw filmAbime()
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
  await marquer(f, boites[0])
  for (const b of boites.filter((x) => !GARDEES.film.has(x.type))) {
    await f.write('free', b.debut + 4, 'latin1')
    await mettreAZero(f, b.debut + b.tete, b.fin)
  }
}

/** The same boxes under another brand (an iPhone’s QuickTime, an older Android’s 3GP): browsers play them as what they are, an MP4. */
async function marquer(f: FileHandle, ftyp: Boite): Promise<void> {
  const marque = (await lireMorceau(f, ftyp.debut + ftyp.tete, 4)).toString('latin1')
  if (/^(qt  |3g|M4V)/.test(marque)) await f.write('mp42', ftyp.debut + ftyp.tete, 'latin1')
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
  const pistes: Nature[] = []
  for (const b of enfants(table)) {
    const dedans = table.subarray(b.debut + b.tete, b.fin)
    if (!GARDEES.moov.has(b.type)) vider(table, b)
    else if (b.type === 'mvhd') sansDate(dedans)
    else if (b.type === 'trak') {
      const piste = nettoyerPiste(dedans)
      if (PISTES.has(piste.nature)) pistes.push(piste)
      else {
        trous.push(...morceauxDe(dedans))
        vider(table, b)
      }
    }
  }
  if (pistes.length === 0) throw filmAbime()
  exigerLisible(pistes)
  return trous
}

function nettoyerPiste(piste: Buffer): Nature {
  let nature: Nature = { nature: '', codes: [] }
  for (const b of enfants(piste)) {
    const dedans = piste.subarray(b.debut + b.tete, b.fin)
    if (!GARDEES.trak.has(b.type)) vider(piste, b)
    else if (b.type === 'tkhd') sansDate(dedans)
    else if (b.type === 'mdia') nature = nettoyerMedia(dedans)
  }
  return nature
}

function nettoyerMedia(media: Buffer): Nature {
  const boites = enfants(media)
  const hdlr = boites.find((b) => b.type === 'hdlr')
  const nature = hdlr === undefined ? '' : media.toString('latin1', hdlr.debut + hdlr.tete + 8, hdlr.debut + hdlr.tete + 12)
  let codes: string[] = []
  for (const b of boites) {
    const dedans = media.subarray(b.debut + b.tete, b.fin)
    if (!GARDEES.mdia.has(b.type)) vider(media, b)
    else if (b.type === 'mdhd') sansDate(dedans)
    else if (b.type === 'hdlr') sansNom(dedans)
    else if (b.type === 'minf') codes = nettoyerMinf(dedans, nature)
  }
  return { nature, codes }
}

/** @returns how the samples are coded. */
function nettoyerMinf(minf: Buffer, nature: string): string[] {
  let codes: string[] = []
  for (const b of enfants(minf)) {
    const dedans = minf.subarray(b.debut + b.tete, b.fin)
    if (!GARDEES.minf.has(b.type)) vider(minf, b)
    else if (b.type === 'hdlr') sansNom(dedans)
    else if (b.type === 'stbl')
      for (const t of enfants(dedans)) {
        if (!GARDEES.stbl.has(t.type)) vider(dedans, t)
        else if (t.type === 'stsd') codes = nettoyerDescriptions(dedans.subarray(t.debut + t.tete, t.fin), nature)
      }
  }
  return codes
}

/** Its maker and its name often are the camera's. */
function sansNom(hdlr: Buffer): void {
  hdlr.fill(0, Math.min(12, hdlr.length))
}

/** When it was made and changed: the first two numbers of these boxes, of 4 bytes or of 8. */
function sansDate(dedans: Buffer): void {
  const fin = dedans.readUInt8(0) === 1 ? 20 : 12
  if (dedans.length < fin) throw filmAbime()
  dedans.fill(0, 4, fin)
}
