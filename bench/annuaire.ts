import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { importerAnnuaire } from '#annuaire'
import { avecAnnuaire, baseDeMesure, type Ctx } from './annuaire.base.ts'

const LIGNES = 70_000
const LIMITE_S = 60
const LIMITE_MO = 300

/** In a process of its own, so that the peak of memory is the import's. */
async function importerAPart(url: string, fichier: string): Promise<{ secondes: number; mo: number; nouveaux: number }> {
  const enfant = spawn(process.execPath, [import.meta.filename, '--importer', url, fichier], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const sortie = await text(enfant.stdout)
  if (sortie === '') throw new Error('the import has failed')
  return JSON.parse(sortie)
}

async function importerIci(url: string, fichier: string): Promise<void> {
  const debut = performance.now()
  const { etablissements } = await importerAnnuaire({ url, fichier, acad: '16', fermerBeaucoup: true })
  const secondes = (performance.now() - debut) / 1000
  // maxRSS is in kibibytes.
  console.log(JSON.stringify({ secondes, mo: process.resourceUsage().maxRSS / 1024, nouveaux: etablissements.nouveaux }))
}

/** 70 000 lines into an empty directory, then once more when nothing changes. */
export async function mesurer(ctx: Ctx): Promise<void> {
  await avecAnnuaire(LIGNES, async (fichier) => {
    for (const nom of ['annuaire.import', 'annuaire.reimport']) {
      const { secondes, mo, nouveaux } = await importerAPart(ctx.url, fichier)
      const arrondi = Math.round(secondes * 10) / 10
      ctx.dire({ name: nom, value: arrondi, unit: 's', limit: LIMITE_S, ratio: secondes / LIMITE_S, lignes: LIGNES, nouveaux })
      ctx.dire({ name: `${nom}.memoire`, value: Math.round(mo), unit: 'Mo', limit: LIMITE_MO, ratio: mo / LIMITE_MO })
    }
  })
}

if (import.meta.main) {
  const [mode, url, fichier] = process.argv.slice(2)
  if (mode === '--importer') await importerIci(url!, fichier!)
  else await baseDeMesure(0, mesurer)
}
