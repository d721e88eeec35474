import { fileURLToPath } from 'node:url'
import { chargerSharp } from './images.ts'

/** The picture that goes with a shared link: 1 200 × 630, the size that networks ask for. */
const LARGEUR = 1_200
const HAUTEUR = 630
type Couleur = readonly [number, number, number]
const PAPIER: Couleur = [250, 246, 238]
const PRIMAIRE: Couleur = [23, 88, 92]
const ACCENT: Couleur = [169, 72, 31]
const ENCRE = '#1e2a2b'

export interface Affiche {
  titre: string
  sousTitre: string
  pied: string
}

/** The words are Pango markup to the library: whatever they hold is text. */
const echapper = (texte: string): string => texte.replace(/[&<>]/g, (s) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[s]!)

/** A font of ours, for a machine that has none would draw empty boxes: the same picture everywhere. */
const police = (fichier: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/atkinson-hyperlegible/${fichier}.ttf`))
const MAIGRE = police('400Regular/AtkinsonHyperlegible_400Regular')
const GRASSE = police('700Bold/AtkinsonHyperlegible_700Bold')

const mots = (texte: string, taille: number, couleur: string, width: number, gras = false) => ({
  text: {
    text: `<span foreground="${couleur}" size="${taille * 1024}"${gras ? ' weight="bold"' : ''}>${echapper(texte)}</span>`,
    font: 'Atkinson Hyperlegible',
    fontfile: gras ? GRASSE : MAIGRE,
    width,
    rgba: true,
    dpi: 72,
  },
})

/** How far a point is from a segment, in pixels. */
function distance(x: number, y: number, [ax, ay, bx, by]: readonly [number, number, number, number]): number {
  const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
}

const COTE = 240

/** Our mark, drawn point by point: a roof, and somebody under it. No vector file is ever decoded. */
function couleurDe(x: number, y: number): Couleur {
  const [u, v] = [x / 5, y / 5]
  const toit = Math.min(distance(u, v, [4, 23, 24, 9]), distance(u, v, [24, 9, 44, 23]))
  const poteaux = Math.min(distance(u, v, [10, 22, 10, 40]), distance(u, v, [38, 22, 38, 40]))
  if (toit < 2.25 || poteaux < 1.75) return PRIMAIRE
  if (Math.hypot(u - 24, v - 28) < 4.5 || (v < 41 && v > 33 && ((u - 24) / 8.5) ** 2 + ((v - 41) / 7) ** 2 < 1)) return ACCENT
  return PAPIER
}

let marque: Buffer | undefined

function dessinerMarque(): Buffer {
  const pixels = Buffer.alloc(COTE * COTE * 3)
  for (let y = 0; y < COTE; y++) for (let x = 0; x < COTE; x++) pixels.set(couleurDe(x, y), (y * COTE + x) * 3)
  return pixels
}

const aplat = (width: number, height: number, [r, g, b]: Couleur) => ({
  create: { width, height, channels: 3 as const, background: { r, g, b } },
})

/** A PNG of three lines of words of ours, beside our mark. */
export async function dessinerAffiche(a: Affiche): Promise<Buffer> {
  const sharp = await chargerSharp()
  marque ??= dessinerMarque()
  return sharp(aplat(LARGEUR, HAUTEUR, PAPIER))
    .composite([
      { input: aplat(24, HAUTEUR, PRIMAIRE), left: 0, top: 0 },
      { input: marque, raw: { width: COTE, height: COTE, channels: 3 }, left: 900, top: 340 },
      { input: mots(a.titre, 66, '#17585c', 1_020, true), left: 90, top: 80 },
      { input: mots(a.sousTitre, 40, ENCRE, 1_020), left: 90, top: 270 },
      { input: mots(a.pied, 30, ENCRE, 760), left: 90, top: 480 },
    ])
    .png({ palette: true })
    .toBuffer()
}
