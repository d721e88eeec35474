/** Films small enough to be read by eye: real boxes and elements, pictures of nothing. */
type Morceau = Buffer | string

const octets = (m: Morceau): Buffer => (typeof m === 'string' ? Buffer.from(m, 'latin1') : m)

/** A box of an MP4. */
export function boite(type: string, ...dedans: readonly Morceau[]): Buffer {
  const corps = Buffer.concat(dedans.map(octets))
  const tete = Buffer.alloc(8)
  tete.writeUInt32BE(8 + corps.length)
  tete.write(type, 4, 'latin1')
  return Buffer.concat([tete, corps])
}
const nombres = (...n: readonly number[]): Buffer => {
  const b = Buffer.alloc(4 * n.length)
  n.forEach((x, i) => b.writeUInt32BE(x, 4 * i))
  return b
}

const FTYP = Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex')

/** A track: what it is, and where its only chunk lies. `quand`: seconds since 1904. */
export const piste = (
  nature: string,
  nom: string,
  quand: number,
  debut: number,
  longueur: number,
  ...plus: readonly Buffer[]
): Buffer => pisteCodee({ vide: 'avc1', soun: 'mp4a' }[nature] ?? nature, nature, nom, quand, debut, longueur, ...plus)

/** How its samples are coded, and what made them: an encoder writes its name, often the camera's, beside. */
const description = (code: string, nom: string): Buffer => {
  const entree = Buffer.alloc(78)
  entree.write(nom === '' ? '' : 'appl', 12, 'latin1')
  entree.write(nom.slice(0, 31), 43, 'latin1')
  return boite('stsd', nombres(0, 1), boite(code, entree))
}

export const pisteCodee = (
  code: string,
  nature: string,
  nom: string,
  quand: number,
  debut: number,
  longueur: number,
  ...plus: readonly Buffer[]
): Buffer =>
  boite(
    'trak',
    boite('tkhd', nombres(0, quand, quand, 1, 0, 10)),
    boite(
      'mdia',
      boite('mdhd', nombres(0, quand, quand, 1000, 10, 0)),
      boite('hdlr', nombres(0, 0), nature, nombres(0, 0, 0), `${nom}\0`),
      boite(
        'minf',
        boite('hdlr', nombres(0, 0), 'alis', nombres(0, 0, 0), `${nom}\0`),
        boite(
          'stbl',
          description(code, nom),
          boite('stsz', nombres(0, 0, 2, 1, longueur - 1)),
          boite('stsc', nombres(0, 1, 1, 2, 1)),
          boite('stco', nombres(0, 1, debut)),
        ),
      ),
    ),
    ...plus,
  )

export const mvhd = (quand: number): Buffer => boite('mvhd', nombres(0, quand, quand, 1000, 10))

const COMME: readonly (readonly [nature: string, code: string])[] = [['vide', 'avc1']]

/** A film that hides nothing, of so many bytes in all; under another brand, with other tracks. */
export function film(taille: number, { marque = 'mp42', pistes = COMME } = {}): Buffer {
  const ftyp = Buffer.from(FTYP)
  ftyp.write(marque, 8, 'latin1')
  const table = (debut: number): Buffer =>
    boite('moov', mvhd(0), ...pistes.map(([nature, code]) => pisteCodee(code, nature, '', 0, debut, 2)))
  const debut = ftyp.length + table(0).length + 8
  return Buffer.concat([ftyp, table(debut), boite('mdat', Buffer.alloc(taille - debut, 7))])
}

export const LIEU = '+43.6045+001.4440+150.000/'
export const APPAREIL = 'Telephone de Claire Vidal'
const IMAGES = Buffer.from('les images et le son, tels quels')

/** As phones and small cameras write: a place, a device, dates, a track that follows, and what editors leave at the end. */
export function filmBavard(): { octets: Buffer; images: Buffer } {
  const secrets = [LIEU, APPAREIL]
  const suivi = Buffer.from(`GPS ${LIEU} ${APPAREIL}`)
  const table = (debut: number): Buffer =>
    boite(
      'moov',
      mvhd(3_800_000_000),
      piste(
        'vide',
        APPAREIL,
        3_800_000_000,
        debut,
        IMAGES.length,
        boite('udta', boite('name', APPAREIL)),
        boite('meta', ...secrets),
      ),
      piste('meta', APPAREIL, 3_800_000_000, debut + IMAGES.length, suivi.length),
      boite('udta', boite('\u00a9xyz', LIEU), boite('\u00a9mod', APPAREIL), nombres(0)),
      boite('meta', boite('keys', 'com.apple.quicktime.location.ISO6709'), boite('ilst', LIEU)),
      boite('uuid', ...secrets),
      boite('free', ...secrets),
    )
  const debut = FTYP.length + boite('free', LIEU).length + table(0).length + 8
  return {
    octets: Buffer.concat([
      FTYP,
      boite('free', LIEU),
      table(debut),
      boite('mdat', IMAGES, suivi),
      boite('uuid', `<x:xmpmeta>${LIEU}</x:xmpmeta>`),
      boite('sefd', APPAREIL),
      Buffer.from('fin'),
    ]),
    images: IMAGES,
  }
}

/** An element of a WebM. */
export function element(id: number, ...dedans: readonly Morceau[]): Buffer {
  const corps = Buffer.concat(dedans.map(octets))
  const taille = Buffer.alloc(4)
  taille.writeUInt32BE(0x10000000 + corps.length)
  return Buffer.concat([Buffer.from(id.toString(16), 'hex'), taille, corps])
}
/** Its size is not said: as browsers record. */
const sansTaille = (id: number, ...dedans: readonly Morceau[]): Buffer =>
  Buffer.concat([Buffer.from(id.toString(16), 'hex'), Buffer.from('01ffffffffffffff', 'hex'), ...dedans.map(octets)])

/** What recorders and editors leave in a WebM. */
export function webmBavard(enDirect = false): { octets: Buffer; images: Buffer } {
  const conteneur = enDirect ? sansTaille : element
  const cluster = conteneur(0x1f43b675, element(0xe7, '\0'), element(0xa3, '\x81\0\0\x80', IMAGES))
  const piste = element(0xae, element(0xd7, '\x01'), element(0x83, '\x01'), element(0x86, 'V_VP8'), element(0x536e, APPAREIL))
  return {
    octets: Buffer.concat([
      element(0x1a45dfa3, element(0x4282, 'webm')),
      conteneur(
        0x18538067,
        element(0xec, LIEU),
        element(
          0x1549a966,
          element(0xbf, 'CRC!'),
          element(0x2ad7b1, '\x0f\x42\x40'),
          element(0x7ba9, APPAREIL),
          element(0x4d80, APPAREIL),
          element(0x5741, APPAREIL),
          element(0x4461, '12345678'),
        ),
        element(0x1654ae6b, element(0xbf, 'CRC!'), piste),
        cluster,
        cluster,
        element(0x1254c367, element(0x7373, LIEU, APPAREIL)),
        element(0x1941a469, LIEU),
      ),
    ]),
    images: IMAGES,
  }
}
