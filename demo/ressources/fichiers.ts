import type { Sharp } from 'sharp'

const LARGEUR = 900
const HAUTEUR = 1200
const PAPIER = [250, 246, 238] as const
const TOIT = [169, 72, 31] as const
const RONDS = [
  { x: 270, y: 760, r: 90, couleur: [23, 88, 92] },
  { x: 450, y: 720, r: 100, couleur: [40, 86, 127] },
  { x: 630, y: 760, r: 90, couleur: [116, 76, 0] },
] as const

function point(x: number, y: number): readonly [number, number, number] {
  // The roof: two slopes that meet in the middle.
  const pente = 260 + Math.abs(x - LARGEUR / 2) * 0.55
  if (y > pente && y < pente + 70 && x > 90 && x < LARGEUR - 90) return TOIT
  const rond = RONDS.find((r) => (x - r.x) ** 2 + (y - r.y) ** 2 < r.r ** 2)
  if (rond !== undefined) return rond.couleur
  // Three lines of writing, as bars.
  if (y > 960 && y < 1120 && (y - 960) % 60 < 26 && x > 180 && x < 720 - Math.floor((y - 960) / 60) * 90) return [30, 42, 43]
  return PAPIER
}

/** A poster, drawn point by point: a roof, and somebody under it. */
export async function affiche(): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const pixels = Buffer.alloc(LARGEUR * HAUTEUR * 3)
  for (let y = 0; y < HAUTEUR; y++) for (let x = 0; x < LARGEUR; x++) pixels.set(point(x, y), (y * LARGEUR + x) * 3)
  const dessin: Sharp = sharp(pixels, { raw: { width: LARGEUR, height: HAUTEUR, channels: 3 } })
  return dessin.png().toBuffer()
}

const echapper = (texte: string): string => texte.replace(/[\\()]/g, (s) => `\\${s}`)

/** A page of PDF with a title and some lines: the smallest that readers open (letters of western Europe only). */
export function document(titre: string, texte: string): Buffer {
  const lignes = texte.replace(/’/g, "'").match(/.{1,80}(?:\s|$)/g) ?? []
  const dessin = [
    'BT /F1 20 Tf 60 780 Td 24 TL',
    `(${echapper(titre.replace(/’/g, "'"))}) Tj T* /F1 12 Tf 18 TL T*`,
    ...lignes.map((l) => `(${echapper(l.trim())}) Tj T*`),
    'ET',
  ].join('\n')
  const objets = [
    '<</Type/Catalog/Pages 2 0 R/Lang(fr)>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${Buffer.byteLength(dessin, 'latin1')}>>\nstream\n${dessin}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]
  let corps = '%PDF-1.7\n'
  const places = objets.map((o, i) => {
    const place = Buffer.byteLength(corps, 'latin1')
    corps += `${i + 1} 0 obj\n${o}\nendobj\n`
    return place
  })
  const table = places.map((p) => `${String(p).padStart(10, '0')} 00000 n \n`).join('')
  const xref = `xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${table}`
  const fin = `trailer<</Size ${objets.length + 1}/Root 1 0 R>>\nstartxref\n${Buffer.byteLength(corps, 'latin1')}\n%%EOF\n`
  return Buffer.from(corps + xref + fin, 'latin1')
}
