import { createHash } from 'node:crypto'
import type Sharp from 'sharp'
import type { Metadata } from 'sharp'
import { Refus } from './errors.ts'

export type Nettoyage =
  | { type: 'image/jpeg'; copie: Buffer; largeur: number; hauteur: number; empreinte: Buffer }
  | { raison: 'type' | 'bombe' | 'illisible' }

/** 50 Mpx in the sense of phones: a « 50 MP » picture is 8192 × 6144. */
const PIXELS_MAX = 50 * 1024 * 1024
/** Decoded, in memory: 50 Mpx of four bytes. Sixteen-bit pictures reach it sooner, and interlaced ones, which are held whole. */
const DECODE_MAX = 4 * PIXELS_MAX
const COTE_MAX = 2_000
const TYPES = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp'])

/**
 * The picture drawn anew: what is seen and nothing else (no place, no device, no text, nothing behind the last pixel).
 * What the file calls itself is not asked: its content says what it is, and only JPEG, PNG and WebP are decoded.
 * @throws Refus when too many pictures already wait.
 */
export async function nettoyerImage(octets: Buffer): Promise<Nettoyage> {
  const { fileTypeFromBuffer } = await import('file-type')
  const vu = await fileTypeFromBuffer(octets).catch(() => undefined)
  if (vu === undefined || !TYPES.has(vu.mime)) return { raison: 'type' }
  return chacuneSonTour(octets.length, () => redessiner(octets))
}

async function redessiner(octets: Buffer): Promise<Nettoyage> {
  const sharp = await chargerSharp()
  const entree = { limitInputPixels: PIXELS_MAX, failOn: 'error' } as const
  try {
    if (estBombe(await sharp(octets, { ...entree, limitInputPixels: false }).metadata())) return { raison: 'bombe' }
    const { data, info } = await sharp(octets, entree)
      .timeout({ seconds: 20 })
      .autoOrient()
      .resize({ width: COTE_MAX, height: COTE_MAX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    const empreinte = createHash('sha256').update(octets).digest()
    return { type: 'image/jpeg', copie: data, largeur: info.width, hauteur: info.height, empreinte }
  } catch {
    return { raison: 'illisible' }
  }
}

/** A smaller copy of a picture that was already drawn anew: at most `cote` pixels a side. */
export async function reduireImage(copie: Buffer, cote: number): Promise<{ octets: Buffer; largeur: number; hauteur: number }> {
  const sharp = await chargerSharp()
  const { data, info } = await chacuneSonTour(copie.length, () =>
    sharp(copie)
      .resize({ width: cote, height: cote, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 76, mozjpeg: true })
      .toBuffer({ resolveWithObject: true }),
  )
  return { octets: data, largeur: info.width, hauteur: info.height }
}

/** Asked of the header alone, before a pixel is decoded. */
function estBombe(vue: Metadata): boolean {
  const pixels = vue.width * vue.height
  const parPoint = vue.channels * (vue.depth === 'uchar' ? 1 : 2) * (vue.isProgressive ? 2 : 1)
  return pixels > PIXELS_MAX || pixels * parPoint > DECODE_MAX
}

let charge: Promise<typeof Sharp> | undefined

/** On the first picture, so that starting stays quick. Of all that libvips reads (SVG, PDF, GIF …), three loaders are left. */
export function chargerSharp(): Promise<typeof Sharp> {
  charge ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
    sharp.concurrency(1)
    sharp.cache(false)
    return sharp
  })
  return charge
}

const ATTENTE_MAX = 64
const OCTETS_EN_ATTENTE_MAX = 200 * 1024 * 1024
let attente = 0
let octetsEnAttente = 0
let derniere: Promise<unknown> = Promise.resolve()

/** One at a time: a decoded picture weighs twenty times its file, and two cores serve everybody. */
function chacuneSonTour<T>(octets: number, travail: () => Promise<T>): Promise<T> {
  if (attente >= ATTENTE_MAX || octetsEnAttente + octets > OCTETS_EN_ATTENTE_MAX)
    throw new Refus('Beaucoup d’images arrivent en même temps. Il faut réessayer dans une minute.', 503)
  attente += 1
  octetsEnAttente += octets
  const tour = derniere.then(travail).finally(() => {
    attente -= 1
    octetsEnAttente -= octets
  })
  derniere = tour.catch(() => {})
  return tour
}
