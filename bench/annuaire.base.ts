import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { importerAnnuaire } from '#annuaire'
import type { Banc } from './banc.ts'
import { ecrireAnnuaire } from './annuaire.fichier.ts'

export async function avecAnnuaire<T>(banc: Banc, combien: number, travail: (fichier: string) => Promise<T>): Promise<T> {
  const fichier = join(banc.dossier, `annuaire-${combien}.csv`)
  await ecrireAnnuaire(fichier, combien)
  try {
    return await travail(fichier)
  } finally {
    await rm(fichier)
  }
}

/** So many schools kept: one line in twenty-five of the invented directory is out of scope. */
export const remplir = (banc: Banc, url: string, combien: number): Promise<unknown> =>
  avecAnnuaire(banc, Math.ceil(combien * 1.05), (fichier) => importerAnnuaire({ url, fichier, acad: '16' }))
