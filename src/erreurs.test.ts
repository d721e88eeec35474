import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { nouveauMonde, type Monde } from '../tests/support/monde.ts'
import { delai } from './erreurs.delai.ts'
import { ERREURS } from './erreurs.textes.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

test('a wait is said as people count it, in three languages', () => {
  const dits = (s: number): string[] => (['fr', 'en', 'ar'] as const).map((l) => delai(l, s).replaceAll('\u00a0', ' '))
  assert.deepEqual(dits(5), ['dans quelques secondes', 'in a few seconds', 'بعد بضع ثوانٍ'])
  assert.deepEqual(dits(60), ['dans une minute', 'in a minute', 'بعد دقيقة'])
  assert.deepEqual(dits(61), ['dans 2 minutes', 'in 2 minutes', 'بعد دقيقتين'])
  assert.deepEqual(dits(600), ['dans 10 minutes', 'in 10 minutes', 'بعد 10 دقائق'])
  assert.deepEqual(dits(900), ['dans 15 minutes', 'in 15 minutes', 'بعد 15 دقيقة'])
  assert.deepEqual(dits(3600), ['dans une heure', 'in an hour', 'بعد ساعة'])
  assert.deepEqual(dits(7000), ['dans 2 heures', 'in 2 hours', 'بعد ساعتين'])
})

test('nobody is ever told to come back before it is possible', () => {
  const attente = (dit: string): number => {
    const n = Number(/\d+/.exec(dit)?.[0] ?? 1)
    return /seconde/.test(dit) ? 15 : n * (/heure/.test(dit) ? 3600 : 60)
  }
  fc.assert(fc.property(fc.integer({ min: 1, max: 90_000 }), (s) => assert.ok(attente(delai('fr', s)) >= s)))
})

test('too many at once: the page says when, nothing lost, and whom to call in danger', async () => {
  const donner = (): Promise<Response> => m.envoyer('/avis', { trouve: 'oui', qui: 'eleve' })
  const reponses = await Promise.all(Array.from({ length: 201 }, donner))
  const refusees = reponses.filter((r) => r.status === 429)
  assert.equal(refusees.length, 1)
  const texte = (await refusees[0]!.text()).replaceAll('\u00a0', ' ')
  assert.match(texte, /On peut réessayer dans une heure : rien n’est perdu/)
  assert.match(texte, /17.*15.*112.*114/)
  assert.ok(Number(refusees[0]!.headers.get('retry-after')) > 3500)
  for (const langue of ['en', 'ar'] as const) assert.match(ERREURS[langue].attente(3600).texte, /17.*15.*112.*114/)
})
