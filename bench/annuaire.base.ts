import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importerAnnuaire } from '#annuaire'
import { closeBase, openBase, urlDePorte, type Base } from '#platform'
import { avecBaseVide, trousseauDeTest } from '../tests/support/postgres.ts'
import { ecrireAnnuaire } from './annuaire.fichier.ts'

export type Mesure = Record<string, string | number> & { name: string; value: number; unit: string; limit: number; ratio: number }

export interface Ctx {
  /** Administration URL of the database that is measured. */
  url: string
  base: Base
  /** One measure: one line of JSON. */
  dire: (mesure: Mesure) => void
}

const dire = (mesure: Mesure): void => console.log(JSON.stringify(mesure))

export async function avecAnnuaire<T>(combien: number, travail: (fichier: string) => Promise<T>): Promise<T> {
  const dossier = mkdtempSync(join(tmpdir(), 'preau-bench-'))
  const fichier = join(dossier, 'annuaire.csv')
  try {
    await ecrireAnnuaire(fichier, combien)
    return await travail(fichier)
  } finally {
    rmSync(dossier, { recursive: true })
  }
}

/** A throwaway database with so many lines of an invented directory, for a measure that is run alone. */
export async function baseDeMesure(combien: number, mesurer: (ctx: Ctx) => Promise<void>): Promise<void> {
  await avecBaseVide(async ({ url }) => {
    if (combien > 0) await remplir(url, combien)
    const base = openBase((door) => urlDePorte(url, trousseauDeTest, door))
    await mesurer({ url, base, dire })
    await closeBase(base)
  })
}

/** So many schools kept: one line in twenty-five of the invented directory is out of scope. */
export const remplir = (url: string, combien: number): Promise<unknown> =>
  avecAnnuaire(Math.ceil(combien * 1.05), (fichier) => importerAnnuaire({ url, fichier, acad: '16' }))
