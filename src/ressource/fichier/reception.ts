import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import type { Context } from 'hono'
import { faireDossier, menerABien, Refus, source, surveiller } from '#platform'
import { TAILLE_MAX } from './stockage.ts'

export const tropLourd = (): Refus => new Refus('Ce fichier est trop lourd : 500 Mo au plus.', 413)
/** Adds the body of a request to a file, from `debut` on, and never more than `reste` bytes. What came before a cut stays. */
export async function ajouter(c: Context, chemin: string, debut: number, reste: number): Promise<void> {
  faireDossier(dirname(chemin))
  await menerABien(() =>
    pipeline(
      source(c),
      surveiller(reste, tropLourd),
      createWriteStream(chemin, { flags: debut === 0 ? 'w' : 'r+', start: debut, mode: 0o600 }),
    ),
  )
}

export interface Recu {
  champs: ReadonlyMap<string, string>
  /** The name that the browser gave, to be shown; null when no file was chosen. */
  nom: string | null
}

/** A form with one file, straight to the disk: what a browser without script sends. */
export async function recevoir(c: Context, chemin: string): Promise<Recu> {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^multipart\/form-data;/i.test(type)) throw new Refus('Cet envoi n’est pas un formulaire avec un fichier.', 422)
  faireDossier(dirname(chemin))
  const champs = new Map<string, string>()
  let nom: string | null = null
  let ecriture: Promise<void> = Promise.resolve()
  let trop = false
  const parties = busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: { fieldSize: 1_000, fields: 20, files: 1, fileSize: TAILLE_MAX, parts: 22, headerPairs: 20 },
  })
  parties.on('field', (champ: string, valeur: string) => champs.set(champ, valeur))
  parties.on('file', (_, flux, { filename }: { filename?: string }) => {
    nom = filename === undefined || filename === '' ? null : filename
    flux.on('limit', () => {
      trop = true
      parties.destroy(tropLourd())
    })
    ecriture = pipeline(flux, createWriteStream(chemin, { mode: 0o600 }))
    ecriture.catch(() => {})
  })
  try {
    await menerABien(async () => {
      await pipeline(source(c), surveiller(TAILLE_MAX + 100_000, tropLourd), parties)
      await ecriture
    })
  } catch (erreur) {
    await ecriture.catch(() => {})
    await rm(chemin, { force: true })
    throw trop ? tropLourd() : erreur
  }
  return { champs, nom }
}
