import { peindre } from './images.ts'

/** Photographs of invented actions, drawn by code: nobody was there, nobody can be recognised. */

type Couleur = readonly [number, number, number]
const L = 720
const H = 480

/** A little unevenness, the same each time: paint and walls are not flat. */
const grain = (x: number, y: number): number => ((Math.imul(x, 374_761) ^ Math.imul(y, 668_265)) >>> 7) % 9

const nuance = ([r, g, b]: Couleur, x: number, y: number): Couleur => {
  const n = grain(x, y) - 4
  return [Math.max(0, Math.min(255, r + n)), Math.max(0, Math.min(255, g + n)), Math.max(0, Math.min(255, b + n))]
}

/** Nearer than `rayon` to the segment. */
function trait(x: number, y: number, ax: number, ay: number, bx: number, by: number, rayon: number): boolean {
  const l = (bx - ax) ** 2 + (by - ay) ** 2
  const t = l === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / l))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) < rayon
}

const DOIGTS: readonly (readonly [number, number])[] = [
  [-22, -6],
  [-13, -32],
  [-2, -38],
  [9, -34],
  [18, -24],
]
/** A hand laid flat, its palm at the origin. */
const main = (x: number, y: number): boolean =>
  Math.hypot(x, y * 0.9) < 15 || DOIGTS.some(([dx, dy]) => trait(x, y, dx * 0.55, dy * 0.35, dx, dy, 4.5))

const BLEUS: readonly Couleur[] = [
  [38, 92, 168],
  [66, 130, 200],
  [24, 66, 128],
]

const fresque = (x: number, y: number): Couleur => {
  if (y > 420) return nuance([150, 142, 130], x, y)
  const [c, r] = [Math.floor(x / 80), Math.floor(y / 105)]
  const [dx, dy] = [x - c * 80 - 40 - ((r * 37 + c * 53) % 15) + 7, y - r * 105 - 62 - ((c * 29 + r * 17) % 15) + 7]
  const angle = (((c * 7 + r * 5) % 9) - 4) / 12
  const [u, v] = [dx * Math.cos(angle) + dy * Math.sin(angle), dy * Math.cos(angle) - dx * Math.sin(angle)]
  return nuance(main(u, v) ? BLEUS[(c + 2 * r) % 3]! : [240, 229, 205], x, y)
}

const MAILLOTS: readonly Couleur[] = [
  [40, 96, 170],
  [205, 84, 60],
  [240, 190, 70],
  [70, 140, 90],
]
const CHEVEUX: readonly Couleur[] = [
  [60, 42, 30],
  [28, 24, 22],
  [130, 90, 50],
]

/** From behind, on a path through a field. */
const course = (x: number, y: number): Couleur => {
  for (let n = 12; n >= 0; n--) {
    const [cx, pied, e] = [60 + ((n * 137) % 610), 260 + ((n * 61) % 190), 0.55 + (((n * 61) % 190) / 190) * 0.75]
    const [u, v] = [(x - cx) / e, (y - pied) / e]
    if (Math.hypot(u, v + 92) < 11) return CHEVEUX[n % 3]!
    if (trait(u, v, 0, -74, 0, -44, 15)) return nuance(MAILLOTS[n % 4]!, x, y)
    if (trait(u, v, -14, -72, -24, -50, 5) || trait(u, v, 14, -72, 22, -52, 5)) return [196, 150, 118]
    if (trait(u, v, -6, -34, -10, 0, 6) || trait(u, v, 6, -34, 12, -4, 6)) return [52, 58, 78]
  }
  const crete = 190 + 26 * Math.sin(x / 90) + 12 * Math.sin(x / 37)
  if (y < crete) return [178 + Math.floor(y / 6), 208, 232]
  if (y < 230) return nuance([116, 146, 92], x, y)
  return Math.abs(x - 360) < 70 + (y - 230) * 0.9 ? nuance([206, 186, 150], x, y) : nuance([136, 168, 96], x, y)
}

/** N, O, N: each letter as strokes, in a square of one by one. */
const LETTRES: readonly (readonly (readonly [number, number, number, number])[])[] = [
  [
    [0, 1, 0, 0],
    [0, 0, 0.7, 1],
    [0.7, 1, 0.7, 0],
  ],
  [
    [0.1, 0, 0.6, 0],
    [0.6, 0, 0.6, 1],
    [0.6, 1, 0.1, 1],
    [0.1, 1, 0.1, 0],
  ],
  [
    [0, 1, 0, 0],
    [0, 0, 0.7, 1],
    [0.7, 1, 0.7, 0],
  ],
]

/** Seen from a window: pupils in blue who form the word in the yard. */
const cour = (x: number, y: number): Couleur => {
  const [c, r] = [Math.floor(x / 15), Math.floor(y / 15)]
  const [px, py] = [c * 15 + 7 + (grain(c, r) - 4) / 2, r * 15 + 7 + (grain(r, c) - 4) / 2]
  const debout = LETTRES.some((traits, n) =>
    traits.some(([ax, ay, bx, by]) =>
      trait(px, py, 110 + n * 190 + ax * 180, 120 + ay * 240, 110 + n * 190 + bx * 180, 120 + by * 240, 15),
    ),
  )
  if (debout && Math.hypot(x - px, y - py) < 3) return CHEVEUX[(c + r) % 3]!
  if (debout && Math.hypot(x - px, y - py) < 6.5) return BLEUS[(c * 3 + r) % 3]!
  if (Math.abs(y - 440) < 3 || Math.abs(x - 40) < 3) return [232, 228, 216]
  return nuance([170, 160, 148], x, y)
}

const PAPIERS: readonly Couleur[] = [
  [250, 226, 120],
  [246, 180, 190],
  [176, 222, 240],
  [190, 230, 170],
]

/** Notes on a wall, without a readable word. */
const mots = (x: number, y: number): Couleur => {
  const [c, r] = [Math.floor(x / 90), Math.floor(y / 92)]
  const [u, v] = [x - c * 90 - 10 - ((r * 11 + c * 5) % 9), y - r * 92 - 10 - ((c * 7 + r * 3) % 9)]
  if (u > 0 && u < 66 && v > 0 && v < 66) {
    const ligne = v > 14 && v % 13 < 3 && u > 8 && u < 30 + ((c * 13 + r * 29 + Math.floor(v / 13) * 17) % 30)
    return ligne ? [110, 110, 118] : nuance(PAPIERS[(c + r * 3) % 4]!, x, y)
  }
  return nuance(u > 3 && u < 69 && v > 3 && v < 69 ? [196, 190, 178] : [226, 220, 208], x, y)
}

/** Posters on stands in a hall: shapes, no face and no word. */
const panneaux = (x: number, y: number): Couleur => {
  const n = Math.floor(x / 180)
  const [u, v] = [x - n * 180, y]
  if (u > 24 && u < 156 && v > 70 && v < 300) {
    if (u < 30 || u > 150 || v < 76 || v > 294) return [90, 74, 60]
    const soleil = Math.hypot(u - 90, v - 150) < 34
    const abri = v > 190 && v < 250 && Math.abs(u - 90) < (v - 190) * 0.9
    if (soleil) return MAILLOTS[(n + 2) % 4]!
    if (abri) return MAILLOTS[n % 4]!
    return PAPIERS[(n + 1) % 4]!
  }
  if ((Math.abs(u - 50) < 4 || Math.abs(u - 130) < 4) && v >= 300 && v < 400) return [90, 74, 60]
  return v > 380 ? nuance([178, 160, 138], x, y) : nuance([238, 234, 226], x, y)
}

/** Drawn once, however many schools hang it. */
function tirage(point: (x: number, y: number) => Couleur): () => Promise<Buffer> {
  let fait: Promise<Buffer> | undefined
  return () => (fait ??= peindre(L, H, point).then((image) => image.jpeg({ quality: 88 }).toBuffer()))
}

/** By kind of action: the picture, and what it shows in words. */
export const PHOTOS: Readonly<Record<string, { alternative: string; tirer: () => Promise<Buffer> }>> = {
  affichage: { alternative: 'Une fresque de mains bleues sur un mur clair', tirer: tirage(fresque) },
  sport: { alternative: 'Des élèves de dos, en maillots de couleur, sur un chemin', tirer: tirage(course) },
  photo: { alternative: 'Vus de haut, des élèves en bleu forment le mot NON dans la cour', tirer: tirage(cour) },
  bienveillance: { alternative: 'Un mur couvert de petits papiers de couleur', tirer: tirage(mots) },
  exposition: { alternative: 'Des affiches d’élèves sur des panneaux, dans un hall', tirer: tirage(panneaux) },
}
