import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secondes, suivreProgres } from './progress.ts'

function ecran(isTTY: boolean) {
  const ecrit: string[] = []
  const sortie = { isTTY, write: (texte: string) => ecrit.push(texte) > 0 } as unknown as NodeJS.WriteStream
  return { sortie, texte: () => ecrit.join('').replaceAll(/\d+,\d\u00a0s/g, 'N s') }
}

test('steps are numbered, said before and timed after; what they return comes back', async () => {
  const { sortie, texte } = ecran(false)
  const progres = suivreProgres(2, sortie)
  assert.equal(await progres.etape('Base', () => 'prête'), 'prête')
  await progres.etape('Tables', async () => {})
  assert.equal(texte(), '[1/2] Base… N s\n[2/2] Tables… N s\n')
})

test('a terminal sees each detail on the same line, a log is not flooded', async () => {
  const [terminal, journal] = [ecran(true), ecran(false)]
  for (const { sortie } of [terminal, journal])
    await suivreProgres(1, sortie).etape('Import', (detail) => ['1 sur 2', '2 sur 2'].forEach(detail))
  assert.equal(terminal.texte(), '[1/1] Import…\r\x1b[K[1/1] Import… 1 sur 2\r\x1b[K[1/1] Import… 2 sur 2 N s\n')
  assert.equal(journal.texte(), '[1/1] Import… N s\n')
})

test('seconds are said in French', () => {
  assert.equal(secondes(61_440), '61,4\u00a0s')
})
