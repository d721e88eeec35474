import type { Sharp } from 'sharp'

type Couleur = readonly [rouge: number, vert: number, bleu: number]
type Peinture = (x: number, y: number) => Couleur

/** Drawn point by point: of all that the picture library reads, only photographs are left, so no vector drawing. */
export async function peindre(largeur: number, hauteur: number, point: Peinture): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  const pixels = Buffer.alloc(largeur * hauteur * 3)
  for (let y = 0; y < hauteur; y++) for (let x = 0; x < largeur; x++) pixels.set(point(x, y), (y * largeur + x) * 3)
  return sharp(pixels, { raw: { width: largeur, height: hauteur, channels: 3 } })
}

interface Bulle {
  x: number
  y: number
  l: number
  h: number
  couleur: Couleur
  /** Lines of writing, as grey bars: nobody's words. */
  lignes: number
}

const BULLES: readonly Bulle[] = [
  { x: 24, y: 110, l: 250, h: 74, couleur: [229, 229, 234], lignes: 2 },
  { x: 24, y: 204, l: 190, h: 50, couleur: [229, 229, 234], lignes: 1 },
  { x: 24, y: 274, l: 270, h: 98, couleur: [229, 229, 234], lignes: 3 },
  { x: 150, y: 396, l: 186, h: 50, couleur: [120, 170, 235], lignes: 1 },
  { x: 24, y: 468, l: 230, h: 74, couleur: [229, 229, 234], lignes: 2 },
]

/** Rounded corners: outside when the nearest inner point of the corner is further than the radius. */
function dans({ x, y, l, h }: Pick<Bulle, 'x' | 'y' | 'l' | 'h'>, px: number, py: number, rayon = 18): boolean {
  if (px < x || px >= x + l || py < y || py >= y + h) return false
  const dx = px - Math.min(Math.max(px, x + rayon), x + l - rayon)
  const dy = py - Math.min(Math.max(py, y + rayon), y + h - rayon)
  return dx * dx + dy * dy <= rayon * rayon
}

function ecriture(b: Bulle, x: number, y: number): boolean {
  const ligne = Math.floor((y - b.y - 16) / 24)
  const marge = ligne === b.lignes - 1 ? b.l / 3 : 20
  return ligne >= 0 && ligne < b.lignes && (y - b.y - 16) % 24 < 10 && x > b.x + 18 && x < b.x + b.l - marge
}

/** The screen of a telephone: a group conversation, without a readable word. */
export const conversation = async (): Promise<Buffer> =>
  (
    await peindre(360, 640, (x, y) => {
      if (y < 76) return dans({ x: 20, y: 20, l: 36, h: 36 }, x, y) ? [200, 205, 215] : [245, 246, 250]
      const bulle = BULLES.find((b) => dans(b, x, y))
      if (bulle === undefined) return [255, 255, 255]
      return ecriture(bulle, x, y) ? [110, 112, 124] : bulle.couleur
    })
  )
    .png()
    .toBuffer()

/** A page of a school notebook, torn across. */
export const cahierDechire = async (): Promise<Buffer> =>
  (
    await peindre(640, 480, (x, y) => {
      const dechirure = 250 + 26 * Math.sin(x / 23) + 9 * Math.sin(x / 5)
      if (Math.abs(y - dechirure) < 14) return [92, 74, 58]
      if (x < 40 || x > 600 || y < 30 || y > 450) return [122, 98, 78]
      if (Math.abs(x - 130) < 2) return [226, 120, 130]
      return y % 32 < 2 || x % 32 < 1 ? [190, 205, 230] : [252, 251, 244]
    })
  )
    .jpeg({ quality: 90 })
    .toBuffer()
