import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import { faireDossier, type Maison } from '#platform'

/** Files lie under their SHA-256, in the data folder. No name that somebody gave is ever part of a path. */
export const TAILLE_MAX = 500 * 1024 * 1024

export const dossierFichiers = (m: Maison): string => join(m.config.donnees, 'fichiers')

export function cheminDe(m: Maison, empreinte: Uint8Array): string {
  const hexa = Buffer.from(empreinte).toString('hex')
  if (!/^[0-9a-f]{64}$/.test(hexa)) throw new Error('a SHA-256 was expected')
  return join(dossierFichiers(m), hexa.slice(0, 2), hexa)
}

/** Where the bytes of a sending come in, one after the other; `id` is a UUID of ours. */
export function cheminEnvoi(m: Maison, id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('a UUID was expected')
  return join(dossierFichiers(m), 'envois', id)
}

/** How many bytes have come already. */
export const dejaRecus = (chemin: string): Promise<number> =>
  stat(chemin).then(
    (s) => s.size,
    () => 0,
  )

export interface Range {
  empreinte: Buffer
  taille: number
  /** What lies there was there before, under the same SHA-256. */
  chemin: string
}

/**
 * Copies what came in to its place. A copy and not a move: whoever still holds the first file open cannot change what was
 * weighed, read and examined. On the disk for sure before anybody is told.
 */
export async function ranger(m: Maison, source: string): Promise<Range> {
  const copie = `${source}.copie`
  faireDossier(dirname(copie))
  const somme = createHash('sha256')
  let taille = 0
  const compter = new Transform({
    transform(morceau: Buffer, _, suite) {
      somme.update(morceau)
      taille += morceau.length
      suite(null, morceau)
    },
  })
  const sortie = await open(copie, 'w', 0o600)
  try {
    await pipeline(createReadStream(source), compter, sortie.createWriteStream({ flush: true }))
    const empreinte = somme.digest()
    const chemin = cheminDe(m, empreinte)
    faireDossier(dirname(chemin))
    await rename(copie, chemin)
    return { empreinte, taille, chemin }
  } finally {
    await rm(copie, { force: true })
  }
}
