import { peindre } from '../images.ts'

/** A silent cartoon of ours, drawn point by point: somebody alone, two who come, the three of them under a roof. */
const LARGEUR = 480
const HAUTEUR = 270
const PAR_SECONDE = 4
const SECONDES = 14

type Couleur = readonly [rouge: number, vert: number, bleu: number]
const PAPIER: Couleur = [250, 246, 238]
const SOL: Couleur = [222, 212, 192]
const TOIT: Couleur = [169, 72, 31]

/** Where somebody stands at each second that matters; between two, they walk. */
interface Rond {
  couleur: Couleur
  pas: readonly (readonly [seconde: number, x: number])[]
}
const RONDS: readonly Rond[] = [
  {
    couleur: [23, 88, 92],
    pas: [
      [0, 390],
      [9, 390],
      [12, 260],
    ],
  },
  {
    couleur: [40, 86, 127],
    pas: [
      [0, 110],
      [4, 110],
      [7, 330],
      [9, 330],
      [12, 200],
    ],
  },
  {
    couleur: [116, 76, 0],
    pas: [
      [0, 50],
      [5, 50],
      [9, 270],
      [12, 140],
    ],
  },
]

function place({ pas }: Rond, s: number): number {
  const i = pas.findLastIndex(([quand]) => quand <= s)
  const [[t0, x0], [t1, x1]] = [pas[i]!, pas[i + 1] ?? [Infinity, pas[i]![1]]]
  return t1 === Infinity ? x0 : x0 + ((x1 - x0) * (s - t0)) / (t1 - t0)
}

/** What is under it is left to the captions, and to the buttons of the player. */
const BAS = 170

function point(x: number, y: number, ici: readonly number[]): Couleur {
  const pente = 14 + Math.abs(x - 200) * 0.32
  if (x > 60 && x < 340 && y > pente && y < pente + 16) return TOIT
  if (y > 60 && y < BAS && ((x > 84 && x < 92) || (x > 308 && x < 316))) return TOIT
  const rond = RONDS.findIndex((_, i) => (x - ici[i]!) ** 2 + (y - BAS + 25) ** 2 < 25 ** 2)
  if (rond >= 0) return RONDS[rond]!.couleur
  return y >= BAS ? SOL : PAPIER
}

/** A lossy WebP holds one picture of VP8: the very frame of a WebM. */
async function image(s: number): Promise<Buffer> {
  const ici = RONDS.map((r) => place(r, s))
  const dessin = await peindre(LARGEUR, HAUTEUR, (x, y) => point(x, y, ici))
  const webp = await dessin.webp({ quality: 60 }).toBuffer()
  if (webp.toString('latin1', 12, 16) !== 'VP8 ') throw new Error('demonstration: this WebP is no VP8')
  return webp.subarray(20, 20 + webp.readUInt32LE(16))
}

/** An element of a WebM: its name, its length, what it holds. */
function element(id: number, ...dedans: readonly (Buffer | string)[]): Buffer {
  const corps = Buffer.concat(dedans.map((m) => (typeof m === 'string' ? Buffer.from(m, 'latin1') : m)))
  const taille = Buffer.alloc(4)
  taille.writeUInt32BE(0x10000000 + corps.length)
  return Buffer.concat([Buffer.from(id.toString(16), 'hex'), taille, corps])
}
const nombre = (n: number): Buffer => {
  const b = Buffer.alloc(4)
  b.writeUInt32BE(n)
  return b
}
const duree = (ms: number): Buffer => {
  const b = Buffer.alloc(8)
  b.writeDoubleBE(ms)
  return b
}

const PISTES = element(
  0x1654ae6b,
  element(
    0xae,
    element(0xd7, '\x01'),
    element(0x73c5, '\x01'),
    element(0x83, '\x01'),
    element(0x86, 'V_VP8'),
    element(0xe0, element(0xb0, nombre(LARGEUR)), element(0xba, nombre(HAUTEUR))),
  ),
)
const ENTETE = element(
  0x1a45dfa3,
  element(0x4286, '\x01'),
  element(0x42f7, '\x01'),
  element(0x42f2, '\x04'),
  element(0x42f3, '\x08'),
  element(0x4282, 'webm'),
  element(0x4287, '\x02'),
  element(0x4285, '\x02'),
)
const INFO = element(
  0x1549a966,
  element(0x2ad7b1, '\x0f\x42\x40'),
  element(0x4489, duree(SECONDES * 1000)),
  element(0x4d80, 'Preau'),
  element(0x5741, 'Preau'),
)

/** One second of film; each picture says when, from the start of its second, and that it stands alone. */
async function seconde(s: number): Promise<Buffer> {
  const blocs: Buffer[] = []
  for (let n = 0; n < PAR_SECONDE; n++) {
    const tete = Buffer.from([0x81, 0, 0, 0x80])
    tete.writeInt16BE((n * 1000) / PAR_SECONDE, 1)
    blocs.push(element(0xa3, tete, await image(s + n / PAR_SECONDE)))
  }
  return element(0x1f43b675, element(0xe7, nombre(s * 1000)), ...blocs)
}

/** Where each second lies, so that a reader may jump. */
const table = (places: readonly number[]): Buffer =>
  element(
    0x1c53bb6b,
    ...places.map((p, s) =>
      element(0xbb, element(0xb3, nombre(s * 1000)), element(0xb7, element(0xf7, '\x01'), element(0xf1, nombre(p)))),
    ),
  )

/** Some 200 kB of WebM: no sound, and nobody's face. */
export async function film(): Promise<Buffer> {
  const secondes: Buffer[] = []
  for (let s = 0; s < SECONDES; s++) secondes.push(await seconde(s))
  const avant = INFO.length + PISTES.length + table(secondes.map(() => 0)).length
  const places = secondes.map((_, i) => avant + secondes.slice(0, i).reduce((n, x) => n + x.length, 0))
  return Buffer.concat([ENTETE, element(0x18538067, INFO, PISTES, table(places), ...secondes)])
}

const REPLIQUES: readonly (readonly [du: string, au: string, texte: string])[] = [
  ['00:00.500', '00:04.000', 'Quelqu’un est tout seul, loin du préau.'],
  ['00:04.200', '00:07.000', 'Quelqu’un l’a vu. Il traverse la cour.'],
  ['00:07.200', '00:09.000', 'Puis une autre personne le suit.'],
  ['00:09.200', '00:12.000', '« Viens avec nous. »'],
  ['00:12.200', '00:14.000', 'Sous le préau, ils sont trois.'],
]

export const sousTitres = (): Buffer =>
  Buffer.from(`WEBVTT\n\n${REPLIQUES.map(([du, au, texte]) => `${du} --> ${au}\n${texte}\n`).join('\n')}`)
