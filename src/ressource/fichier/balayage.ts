import { randomUUID } from 'node:crypto'
import { link, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { faireDossier, HEURE, JOUR, type Maison } from '#platform'
import { dossierFichiers } from './stockage.ts'

/** A sending lasts a day at most (`commencer` in fichier.sql); an hour more for the one that is being written. */
const DELAI_ENVOI_MS = 25 * HEURE
/** From the arrival of a file to the version that names it: proposition. */
export const DELAI_ORPHELIN_MS = 7 * JOUR

export interface Balaye {
  fichiers: number
  octets: number
}

/** Files have the time of the machine, which a demonstration or a test does not move. */
const maintenant = (): number => performance.timeOrigin + performance.now()

const noms = (dossier: string): Promise<string[]> => readdir(dossier).catch(() => [])

interface Vu {
  taille: number
  age: number
}
const voir = (chemin: string): Promise<Vu | null> =>
  stat(chemin).then(
    (s) => (s.isFile() ? { taille: s.size, age: maintenant() - s.mtimeMs } : null),
    () => null,
  )

/** What came in and was left there: an upload given up, a copy cut by a crash. Nothing that old is still being written. */
export async function balayerEnvois(m: Maison): Promise<Balaye> {
  const dossier = join(dossierFichiers(m), 'envois')
  const bilan = { fichiers: 0, octets: 0 }
  for (const nom of await noms(dossier)) {
    const vu = await voir(join(dossier, nom))
    if (vu === null || vu.age < DELAI_ENVOI_MS) continue
    await rm(join(dossier, nom), { force: true })
    bilan.fichiers += 1
    bilan.octets += vu.taille
  }
  return bilan
}

/** Files in their place that no row names. `nommes` is asked after they were seen: a row that came meanwhile is known. */
export async function balayerRanges(m: Maison, nommes: () => Promise<ReadonlySet<string>>): Promise<Balaye> {
  const racine = dossierFichiers(m)
  const vieux: { chemin: string; nom: string }[] = []
  for (const debut of (await noms(racine)).filter((n) => /^[0-9a-f]{2}$/.test(n)))
    for (const nom of await noms(join(racine, debut))) {
      const chemin = join(racine, debut, nom)
      const vu = /^[0-9a-f]{64}$/.test(nom) ? await voir(chemin) : null
      if (vu !== null && vu.age >= DELAI_ORPHELIN_MS) vieux.push({ chemin, nom })
    }
  const bilan = { fichiers: 0, octets: 0 }
  if (vieux.length === 0) return bilan
  const gardes = await nommes()
  for (const { chemin, nom } of vieux) {
    const octets = gardes.has(nom) ? null : await ecarter(m, chemin)
    if (octets === null) continue
    bilan.fichiers += 1
    bilan.octets += octets
  }
  return bilan
}

/**
 * Takes a file away, then looks at what was taken: the same bytes may have been sent again at this very moment, and then they
 * are put back. Killed in between, it lies among the sendings, where the next round finds it. @returns its bytes, when gone.
 */
async function ecarter(m: Maison, chemin: string): Promise<number | null> {
  const aPart = join(dossierFichiers(m), 'envois', `${randomUUID()}.ecarte`)
  faireDossier(join(dossierFichiers(m), 'envois'))
  const pris = await rename(chemin, aPart).then(
    () => true,
    () => false,
  )
  const vu = pris ? await voir(aPart) : null
  if (vu === null) return null
  const neuf = vu.age < DELAI_ORPHELIN_MS
  // A name that is taken again already leads to the same bytes.
  if (neuf) await link(aPart, chemin).catch(() => {})
  await rm(aPart, { force: true })
  return neuf ? null : vu.taille
}
