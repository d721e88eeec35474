import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock } from '#platform'
import { nouveauMonde, type Monde } from '../../tests/support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

async function encart(quand: string): Promise<string> {
  clock.set(new Date(quand))
  const texte = (await (await m.lire('/')).text()).replaceAll('\u00a0', ' ')
  return /(?:Ton message sera lu à partir de|Les adultes lisent ici)[^.]*/.exec(texte)?.[0] ?? texte
}

test('the first page says the truth on a working day, on a public holiday and in the holidays', async () => {
  assert.match(await encart('2026-11-10T10:00:00+01:00'), /Les adultes lisent ici/)
  assert.match(await encart('2026-11-11T10:00:00+01:00'), /jeudi 12 novembre à 8 h/)
  assert.match(await encart('2026-12-22T10:00:00+01:00'), /lundi 4 janvier à 8 h/)
})

test('an administrator is told when the calendar is missing, and nobody has to guess', async () => {
  clock.set(new Date('2026-11-10T10:00:00+01:00'))
  const dit = async (): Promise<boolean> =>
    (await (await m.lire('/administration', 'administrateur')).text()).includes('Calendrier scolaire à importer')
  assert.equal(await dit(), false)
  await m.admin("delete from annuaire.calendrier where genre = 'ferie' and du >= '2027-01-01'")
  assert.equal(await dit(), true)
})
