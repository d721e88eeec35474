import { createReadStream } from 'node:fs'
import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { nettoyerImage, Refus, uuidv7, type AgentDb, type Maison } from '#platform'
import { demanderAClamd } from './clamd.ts'
import * as sql from './fichier.sql.ts'
import { nettoyerFilm } from './film.ts'
import { estBalise } from './pdf.ts'
import { ranger, type Range } from './stockage.ts'
import { estVtt, nettoyerVtt } from './vtt.ts'

const EXTENSIONS = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'text/vtt': 'vtt',
} as const
type Type = keyof typeof EXTENSIONS
const IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp'])
/** The same film in the same boxes, under the name of who made it: an iPhone, an older Android, an editor. */
const COMME_MP4 = new Set(['video/quicktime', 'video/3gpp', 'video/x-m4v'])
/** A picture is decoded whole: what a phone makes, and not more. */
const IMAGE_MAX = 20 * 1024 * 1024

const estAccepte = (type: string | undefined): type is Type => type !== undefined && Object.hasOwn(EXTENSIONS, type)

/** A file that has been weighed, read and examined; it lies in its place, and no row says so yet. */
export interface Pret extends Range {
  type: Type
  nom: string
  /** A PDF that a screen reader can follow. */
  balise: boolean
  examen: 'sans' | 'attente' | 'sain'
}

/** What it is by its content: never by its name, never by what the browser says. */
async function typeDe(chemin: string): Promise<string | undefined> {
  const f = await open(chemin)
  const tete = Buffer.alloc(16)
  await f.read(tete, 0, 16, 0).finally(() => f.close())
  if (estVtt(tete)) return 'text/vtt'
  const { fileTypeFromFile } = await import('file-type')
  return (await fileTypeFromFile(chemin).catch(() => undefined))?.mime
}

/** A name to show: what the file was called, without a path, controls or direction marks. */
export function nomLisible(nom: string, type: Type): string {
  const dernier = nom.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const propre = dernier
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} ._()’-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
  return `${propre === '' || propre.startsWith('.') ? 'fichier' : propre}.${EXTENSIONS[type]}`
}

/** Draws a picture anew in its place: nothing hidden in it stays. */
async function redessiner(chemin: string): Promise<void> {
  const octets = await readFile(chemin)
  if (octets.length > IMAGE_MAX) throw new Refus('Cette image est trop lourde : 20 Mo au plus.', 413)
  const nette = await nettoyerImage(octets)
  if ('raison' in nette) throw new Refus('Cette image ne se lit pas : enregistrez-la de nouveau en JPEG ou en PNG.', 422)
  await writeFile(chemin, nette.copie)
}

/**
 * What came in, made ready: its type is one of ours, a picture is drawn anew, a film loses what it
 * hides, the antivirus has looked when there is one.
 * @throws Refus with its sentence; nothing is kept then.
 */
export async function preparer(m: Maison, source: string, nom: string): Promise<Pret> {
  const vu = await typeDe(source)
  if (vu !== undefined && IMAGES.has(vu)) await redessiner(source)
  const type = vu === undefined ? vu : IMAGES.has(vu) ? 'image/jpeg' : COMME_MP4.has(vu) ? 'video/mp4' : vu
  if (!estAccepte(type))
    throw new Refus(
      'Ce fichier n’est pas accepté : il faut un PDF, une image (JPEG, PNG, WebP), une vidéo (MP4, MOV, WebM) ou des sous-titres (WebVTT).',
      422,
    )
  if (type === 'text/vtt') await nettoyerVtt(source)
  if (type === 'video/mp4' || type === 'video/webm') await nettoyerFilm(source, type)
  const range = await ranger(m, source)
  // Of what was copied, not of what came in: somebody may still be writing there.
  if ((await typeDe(range.chemin)) !== type)
    throw new Refus('Ce fichier a changé pendant son envoi : envoyez-le de nouveau.', 422)
  const examen = await examiner(m, range.chemin)
  if (examen === 'infecte') {
    await rm(range.chemin, { force: true })
    throw new Refus('L’antivirus a refusé ce fichier. Il n’a pas été gardé.', 422)
  }
  const balise = type === 'application/pdf' && (await estBalise(range.chemin))
  return { ...range, type, nom: nomLisible(nom, type), balise, examen }
}

export const examiner = async (m: Maison, chemin: string): Promise<'sans' | 'attente' | 'sain' | 'infecte'> =>
  m.config.clamd === undefined ? 'sans' : demanderAClamd(m.config.clamd, createReadStream(chemin))

/** Writes the row. @returns the id of the file. */
export async function deposer(db: AgentDb, acad: string, p: Pret): Promise<string> {
  const id = uuidv7()
  const { empreinte, type, taille, nom, balise, examen } = p
  await db.run(sql.deposer, { acad, id, empreinte, type, taille, nom, balise, examen })
  return id
}
