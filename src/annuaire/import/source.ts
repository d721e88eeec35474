import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { parse } from 'csv-parse'
import { Empechement } from '#platform'

export type Encodage = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
export type Source = { chemin: string; octets: number; encodage: Encodage; separateur: string }
export type Ligne = { numero: number; cellules: string[] }

/** How the file is written: a spreadsheet may have saved it in its own way. Reads it once, keeps nothing. */
export async function sonder(chemin: string): Promise<Source> {
  const { debut, octets } = await lireDebut(chemin)
  if (octets === 0) throw new Empechement(`Le fichier ${chemin} est vide.`)
  const signature = debut.toString('latin1', 0, 2)
  if (signature === 'PK' || signature === '\x1f\x8b')
    throw new Empechement(`Le fichier ${chemin} est un classeur ou une archive : il faut le fichier CSV lui-même.`)
  const encodage = SIGNATURES[signature] ?? ((await estUtf8(chemin)) ? 'utf-8' : 'windows-1252')
  const entete = new TextDecoder(encodage).decode(debut).split(/[\r\n]/, 1)[0]!
  return { chemin, octets, encodage, separateur: separateurDe(entete) }
}

const SIGNATURES: Record<string, Encodage> = { '\xff\xfe': 'utf-16le', '\xfe\xff': 'utf-16be' }
const ENTETE_AU_PLUS = 65_536

async function lireDebut(chemin: string): Promise<{ debut: Buffer; octets: number }> {
  try {
    const vu = await stat(chemin)
    // A pipe would be read for ever, or only once.
    if (!vu.isFile() && !vu.isDirectory())
      throw new Empechement(`${chemin} n’est pas un fichier que l’on peut relire : enregistrez-le d’abord sur le disque.`)
    await using fichier = await open(chemin)
    const { size: octets } = vu
    const { buffer, bytesRead } = await fichier.read(Buffer.alloc(ENTETE_AU_PLUS), 0, ENTETE_AU_PLUS, 0)
    return { debut: buffer.subarray(0, bytesRead), octets }
  } catch (cause) {
    throw direIllisible(chemin, cause)
  }
}

const PHRASES: Record<string, string> = {
  ENOENT: 'n’existe pas',
  EISDIR: 'est un dossier',
  EACCES: 'ne peut pas être lu : donnez-vous le droit de lecture',
}

function direIllisible(chemin: string, cause: unknown): unknown {
  const phrase = PHRASES[(cause as NodeJS.ErrnoException).code ?? '']
  return phrase === undefined ? cause : new Empechement(`Le fichier ${chemin} ${phrase}.`, { cause })
}

async function estUtf8(chemin: string): Promise<boolean> {
  const decodeur = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const morceau of createReadStream(chemin)) decodeur.decode(morceau as Buffer, { stream: true })
    decodeur.decode()
    return true
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false
    throw erreur
  }
}

/** The one that cuts the header most; the open data has `;`. */
const separateurDe = (entete: string): string =>
  [';', ',', '\t'].reduce((a, b) => (entete.split(b).length > entete.split(a).length ? b : a))

/** The lines one by one, the header first. `surOctets` learns how much of the file has been read. */
export async function* lignes(source: Source, surOctets: (lus: number) => void = () => {}): AsyncGenerator<Ligne> {
  let lus = 0
  const decodeur = new TextDecoder(source.encodage)
  const decoder = new Transform({
    decodeStrings: false,
    transform(morceau: Buffer, _encodage, suite) {
      surOctets((lus += morceau.length))
      suite(null, decodeur.decode(morceau, { stream: true }))
    },
  })
  const csv = parse({
    delimiter: source.separateur,
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 100_000,
  })
  const fichier = createReadStream(source.chemin)
  fichier.on('error', (e) => csv.destroy(e))
  fichier.pipe(decoder).pipe(csv)
  try {
    for await (const { record, info } of csv as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { numero: info.lines, cellules: record }
  } catch (cause) {
    throw direMalforme(cause)
  } finally {
    fichier.destroy()
  }
}

function direMalforme(cause: unknown): unknown {
  const { code, lines } = cause as { code?: string; lines?: number }
  if (!code?.startsWith('CSV_')) return cause
  return new Empechement(
    `Vers la ligne ${lines} du fichier, un guillemet ouvert n’est jamais fermé : rien n’a été importé. Corrigez cette ligne, puis recommencez.`,
    { cause },
  )
}
