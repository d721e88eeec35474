import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cheminLocal } from './vers.ts'

test('a path of ours stays as it is', () => {
  for (const vers of [
    '/',
    '/boite',
    '/dossiers/31-2026-K7Q2AB?onglet=faits',
    '/administration?q=%C3%A9&page=2',
    '/connexion/revenu',
  ])
    assert.equal(cheminLocal(vers), vers)
  assert.equal(cheminLocal('/boite#bas'), '/boite')
})

test('what is not ours, or is the sign-in itself, is nothing', () => {
  for (const vers of [
    undefined,
    null,
    '',
    'boite',
    '//x',
    '/\\x',
    '\\x',
    '/\t/x',
    '/x\\y',
    '/a\nb',
    'http://x',
    '/connexion',
    '/connexion/retour?code=1',
  ])
    assert.equal(cheminLocal(vers), null)
  for (const vers of ['/deconnexion', '/./connexion', '/.//x', '/a/..//x', `/${'a'.repeat(1000)}`])
    assert.equal(cheminLocal(vers), null)
})

test('whatever is asked, a browser that follows it stays with us', () => {
  const morceau = fc.constantFrom(
    '/',
    '//',
    '\\',
    '.',
    '..',
    '\t',
    '\n',
    '@',
    ':',
    '%2f',
    '%5c',
    'x',
    'evil.example',
    '?',
    '#',
    'http:',
  )
  fc.assert(
    fc.property(fc.array(morceau, { maxLength: 8 }), (morceaux) => {
      const chemin = cheminLocal(morceaux.join(''))
      if (chemin !== null) assert.equal(new URL(chemin, 'https://preau.example/connexion/retour').host, 'preau.example')
    }),
    { numRuns: 3000 },
  )
})
