import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { dessinerAffiche } from './affiche.ts'
import { chargerSharp } from './images.ts'

const MOTS = { titre: 'Journée nationale 2024', sousTitre: 'Le 7 novembre <2024> & après', pied: '26 écoles, 4 737 élèves' }

/** The same picture, drawn by another process. */
async function ailleurs(env: Record<string, string>): Promise<Buffer> {
  const programme = `import { dessinerAffiche } from '${import.meta.resolve('./affiche.ts')}'
    process.stdout.write((await dessinerAffiche(${JSON.stringify(MOTS)})).toString('base64'))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', programme], {
    env: { ...process.env, ...env },
    maxBuffer: 10_000_000,
  })
  return Buffer.from(stdout, 'base64')
}

/** How far two pictures are from each other: the mean difference of a channel, of 255. */
async function ecart(a: Buffer, b: Buffer): Promise<number> {
  const sharp = await chargerSharp()
  const [x, y] = await Promise.all([a, b].map((png) => sharp(png).removeAlpha().toColourspace('srgb').raw().toBuffer()))
  return x!.reduce((somme, v, i) => somme + Math.abs(v - y![i]!), 0) / x!.length
}

test('a machine without any font draws the same letters: only their edges depend on its settings', async (t) => {
  const dossier = await mkdtemp(join(tmpdir(), 'preau-sans-police-'))
  t.after(() => rm(dossier, { recursive: true }))
  await mkdir(join(dossier, 'vide'))
  const reglage = join(dossier, 'fonts.conf')
  await writeFile(
    reglage,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${dossier}/vide</dir><cachedir>${dossier}</cachedir></fontconfig>`,
  )
  const sans = await ailleurs({ FONTCONFIG_FILE: reglage })
  const ici = await dessinerAffiche(MOTS)
  const meme = await ecart(sans, ici)
  // The same numbers of letters: empty boxes would not tell them apart.
  const autres = await dessinerAffiche({
    titre: 'Kermesse municipal 2031',
    sousTitre: 'Un 4 septembre <2031> ou avant',
    pied: '98 fêtes, 1 256 adultes',
  })
  assert.ok(meme < (await ecart(sans, autres)) / 3, `${meme} against ${await ecart(sans, autres)}`)
})
