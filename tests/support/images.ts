/** Pictures and files that pretend to be pictures, made in code: what a phone sends, and what an attacker does. */
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { crc32, createDeflate, deflateRawSync, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

const SIGNATURE_PNG = Buffer.from('89504e470d0a1a0a', 'hex')

export const LIEU = { latitude: '43/1 36/1 1633/100', appareil: 'iPhone de Lina' }

/** Red on the left, blue on the right. */
export async function deuxMoities(largeur: number, hauteur: number): Promise<Sharp> {
  const moitie = Math.floor(largeur / 2)
  const bleu = await aplat(largeur - moitie, hauteur, '#00f')
    .png()
    .toBuffer()
  const pixels = await aplat(largeur, hauteur, '#f00')
    .composite([{ input: bleu, left: moitie, top: 0 }])
    .png()
    .toBuffer()
  return sharp(pixels)
}

const aplat = (width: number, height: number, background: string): Sharp =>
  sharp({ create: { width, height, channels: 3, background } })

/** As a phone held upright writes it: pixels lying, « turn me » in the EXIF, with the place, the device, a profile and a comment. */
export async function photoDeTelephone(largeur = 400, hauteur = 200): Promise<Buffer> {
  const jpeg = await (
    await deuxMoities(largeur, hauteur)
  )
    .withIccProfile('p3')
    .withExifMerge({
      IFD0: { Model: LIEU.appareil, Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: LIEU.latitude, GPSLongitudeRef: 'E', GPSLongitude: '1/1 26/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  return avecSegment(jpeg, 0xfe, 'chez Lina, 12 rue des Lilas')
}

/** Noise: nothing in it compresses away. */
export async function grain(width: number, height: number): Promise<Sharp> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp(
    await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
      .png()
      .toBuffer(),
  )
}

/** `octet`: the second byte of the marker (0xfe a comment, 0xe1 EXIF or XMP). */
export function avecSegment(jpeg: Buffer, octet: number, contenu: string): Buffer {
  const corps = Buffer.from(contenu)
  const entete = Buffer.from([0xff, octet, 0, 0])
  entete.writeUInt16BE(corps.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), entete, corps, jpeg.subarray(2)])
}

/** The markers of a JPEG up to its picture, by name of byte, and how many bytes follow its end. */
export function anatomie(jpeg: Buffer): { segments: number[]; apres: number } {
  const segments: number[] = []
  let i = 2
  while (jpeg[i] === 0xff && jpeg[i + 1] !== 0xda) {
    segments.push(jpeg[i + 1]!)
    i += 2 + jpeg.readUInt16BE(i + 2)
  }
  return {
    segments: [...new Set(segments)].toSorted((a, b) => a - b),
    apres: jpeg.length - (jpeg.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2),
  }
}

function bloc(type: string, corps: Buffer): Buffer {
  const nomme = Buffer.concat([Buffer.from(type, 'latin1'), corps])
  const longueur = Buffer.alloc(4)
  const controle = Buffer.alloc(4)
  longueur.writeUInt32BE(corps.length)
  controle.writeUInt32BE(crc32(nomme))
  return Buffer.concat([longueur, nomme, controle])
}

/** `type`: 0 grey, 2 colour, 6 colour with transparency. */
interface Png {
  largeur: number
  hauteur: number
  bits?: 8 | 16
  type?: 0 | 2 | 6
  entrelace?: boolean
  /** Bytes before compression; by default, black everywhere. */
  donnees?: Buffer
  avant?: Buffer[]
}

/** A PNG written by hand, so that it can claim anything. */
export function png(o: Png): Buffer {
  const { largeur, hauteur, bits = 8, type = 2, entrelace = false, avant = [] } = o
  const ihdr = Buffer.alloc(13)
  ihdr.writeUInt32BE(largeur, 0)
  ihdr.writeUInt32BE(hauteur, 4)
  ihdr.set([bits, type, 0, 0, entrelace ? 1 : 0], 8)
  const canaux = { 0: 1, 2: 3, 6: 4 }[type]
  // Interlaced rows are shorter and more numerous: one eighth more is enough for all their filter bytes.
  const donnees = o.donnees ?? Buffer.alloc(Math.ceil((largeur * canaux * (bits / 8) + 1) * hauteur * (entrelace ? 1.125 : 1)))
  return Buffer.concat([
    SIGNATURE_PNG,
    bloc('IHDR', ihdr),
    ...avant,
    bloc('IDAT', deflateSync(donnees)),
    bloc('IEND', Buffer.alloc(0)),
  ])
}

export const pngAvecTextes = (): Buffer =>
  png({
    largeur: 8,
    hauteur: 8,
    avant: [
      bloc('tEXt', Buffer.from('Author\0Lina', 'latin1')),
      bloc('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.from('Lina'))])),
      bloc('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>Lina</x:xmpmeta>')),
      bloc('eXIf', Buffer.from('4d4d002a00000008000101100002000000050000001a000000004c696e6100', 'hex')),
    ],
  })

/** A few bytes that say 60 000 × 60 000: ten gigabytes once decoded. */
export const pngImmense = (): Buffer => png({ largeur: 60_000, hauteur: 60_000, donnees: Buffer.alloc(1000) })

/** Pictures of 8 × 8 whose text, colour profile or pixels unfold to `octets`. */
export async function bombes(octets: number): Promise<Record<'texte' | 'profil' | 'pixels', Buffer>> {
  const rien = Buffer.alloc(1_000_000)
  const serre = await buffer(Readable.from(Array.from({ length: octets / rien.length }, () => rien)).pipe(createDeflate()))
  const petite = { largeur: 8, hauteur: 8 }
  const entete = (mot: string): Buffer => Buffer.concat([Buffer.from(`${mot}\0\0`, 'latin1'), serre])
  return {
    texte: png({ ...petite, avant: [bloc('zTXt', entete('Comment'))] }),
    profil: png({ ...petite, avant: [bloc('iCCP', entete('p'))] }),
    pixels: png({ ...petite, avant: [bloc('IDAT', serre)] }),
  }
}

/** Its last scan is told again and again: each costs a pass over the whole picture. */
export async function jpegAuxMillePasses(): Promise<Buffer> {
  const jpeg = await aplat(2000, 2000, '#808080').jpeg({ progressive: true }).toBuffer()
  const passe = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), -2)
  return Buffer.concat([jpeg.subarray(0, -2), ...Array.from({ length: 1000 }, () => passe), jpeg.subarray(-2)])
}

/** Two frames: the first red, the second blue. */
export async function anime(format: 'webp' | 'gif'): Promise<Buffer> {
  const images = await Promise.all(['#f00', '#00f'].map((c) => aplat(20, 20, c).png().toBuffer()))
  const film = sharp(images, { join: { animated: true } })
  return format === 'webp' ? film.webp({ lossless: true }).toBuffer() : film.gif().toBuffer()
}

/** An archive of one stored page, as a browser or an unzipper would find it behind a picture. */
export function zip(nom: string, contenu: string): Buffer {
  const [n, corps] = [Buffer.from(nom), Buffer.from(contenu)]
  const serre = deflateRawSync(corps)
  const commun = Buffer.alloc(26)
  commun.writeUInt16LE(20, 0)
  commun.writeUInt16LE(8, 4)
  commun.writeUInt32LE(crc32(corps), 10)
  commun.writeUInt32LE(serre.length, 14)
  commun.writeUInt32LE(corps.length, 18)
  commun.writeUInt16LE(n.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), commun, n, serre])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), commun, Buffer.alloc(14), n])
  const fin = Buffer.alloc(22)
  fin.write('PK\x05\x06', 'latin1')
  fin.writeUInt16LE(1, 8)
  fin.writeUInt16LE(1, 10)
  fin.writeUInt32LE(central.length, 12)
  fin.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, fin])
}

/** What is not a picture that we take, whatever its name says. */
export const AUTRES = {
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
  svgXml: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
  pdf: Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  heic: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)]),
  avif: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypavif\0\0\0\0mif1avif'), Buffer.alloc(64)]),
  tiff: Buffer.from('49492a0008000000000000000000', 'hex'),
  bmp: Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]),
  zip: zip('page.html', '<script>alert(1)</script>'),
  vide: Buffer.alloc(0),
  unOctet: Buffer.from([0xff]),
} satisfies Record<string, Buffer>
