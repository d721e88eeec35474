import { open, type FileHandle } from 'node:fs/promises'
import { Refus } from '#platform'
import { nettoyerMp4 } from './film.mp4.ts'
import { nettoyerWebm } from './film.webm.ts'

/**
 * Takes out of a film where and when it was made, with what and by whom, in its place and without changing its length: a phone
 * writes all that beside the pictures. What is shown and heard is not touched, and says what it says.
 * @throws Refus when it is cut or damaged, or when what it hides cannot be taken out.
 */
export async function nettoyerFilm(chemin: string, type: 'video/mp4' | 'video/webm'): Promise<void> {
  const f = await open(chemin, 'r+')
  try {
    const { size } = await f.stat()
    await (type === 'video/mp4' ? nettoyerMp4 : nettoyerWebm)(f, size)
  } catch (e) {
    // Reading outside a piece in memory: its lengths lie.
    throw e instanceof RangeError ? filmAbime() : e
  } finally {
    await f.close()
  }
}

export const filmAbime = (): Refus => new Refus('Ce film est coupé ou abîmé : exportez-le de nouveau, en MP4 ou en WebM.', 422)

export const filmQuiSuit = (): Refus =>
  new Refus(
    'Ce film contient une piste de données (un lieu, un appareil) que nous ne savons pas effacer : exportez-le de nouveau depuis un logiciel de montage.',
    422,
  )

/** Exactly these bytes of a file. */
export async function lireMorceau(f: FileHandle, debut: number, longueur: number): Promise<Buffer> {
  const b = Buffer.alloc(longueur)
  const { bytesRead } = await f.read(b, 0, longueur, debut)
  if (bytesRead !== longueur) throw filmAbime()
  return b
}

const ZEROS = Buffer.alloc(1 << 18)

export async function mettreAZero(f: FileHandle, debut: number, fin: number): Promise<void> {
  for (let p = debut; p < fin; p += ZEROS.length) await f.write(ZEROS, 0, Math.min(ZEROS.length, fin - p), p)
}
