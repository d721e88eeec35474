import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { avecAnnuaire } from './annuaire.base.ts'
import { sous, type Ctx, type Mesure } from './mesure.ts'

const LIGNES = 70_000
const LIMITE_S = 60
const LIMITE_MO = 300

interface Import {
  secondes: number
  mo: number
  nouveaux: number
}

/** In a process of its own, so that the peak of memory is the import's. */
async function importerAPart(url: string, fichier: string): Promise<Import> {
  const enfant = spawn(process.execPath, [fileURLToPath(new URL('annuaire.enfant.ts', import.meta.url)), url, fichier], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const sortie = await text(enfant.stdout)
  if (sortie === '') throw new Error('the import has failed')
  return JSON.parse(sortie) as Import
}

/** 70 000 lines into an empty directory, then once more when nothing changes. */
async function mesurer({ banc, dire, detail }: Ctx): Promise<void> {
  const url = await banc.nouvelleBase()
  await avecAnnuaire(banc, LIGNES, async (fichier) => {
    for (const nom of ['annuaire.import', 'annuaire.reimport']) {
      detail(`${nom}, ${LIGNES} lignes`)
      const { secondes, mo, nouveaux } = await importerAPart(url, fichier)
      const ratio = secondes / LIMITE_S
      dire({ name: nom, value: secondes, unit: 's', limit: LIMITE_S, ratio, lignes: LIGNES, nouveaux }, sous(LIMITE_S))
      dire({ name: `${nom}.memoire`, value: mo, unit: 'Mo', limit: LIMITE_MO, ratio: mo / LIMITE_MO }, sous(LIMITE_MO))
    }
  })
  await banc.supprimerBase(url)
}

export const annuaire: Mesure = {
  noms: ['annuaire.import', 'annuaire.import.memoire', 'annuaire.reimport', 'annuaire.reimport.memoire'],
  mesurer,
}
