import { createReadStream } from 'node:fs'

const TETE = 200
/**
 * Is this PDF tagged? It says so in its catalogue: a structure tree, marked as such, and a language (PDF/UA). Read in the bytes as
 * they are: a catalogue that is packed away is held not to be tagged, and its text is asked for.
 */
export async function estBalise(chemin: string): Promise<boolean> {
  const vus = { arbre: false, marque: false, langue: false }
  let reste = ''
  for await (const morceau of createReadStream(chemin, { encoding: 'latin1' })) {
    const texte = reste + (morceau as string)
    vus.arbre ||= /\/StructTreeRoot\s+\d+\s+\d+\s+R/.test(texte)
    vus.marque ||= /\/Marked\s+true\b/.test(texte)
    vus.langue ||= /\/Lang\s*[(<]/.test(texte)
    reste = texte.slice(-TETE)
  }
  return vus.arbre && vus.marque && vus.langue
}
