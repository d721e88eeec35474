import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { decrireConfig, Empechement, lireConfig, type Env } from './config.ts'

const phrases = (env: Env): string[] => {
  try {
    lireConfig(env)
  } catch (erreur) {
    assert.ok(erreur instanceof Empechement)
    return erreur.message.replaceAll('\u00a0', ' ').split('\n')
  }
  return []
}

test('without any variable, the defaults', () => {
  assert.deepEqual(lireConfig({}), {
    port: 3000,
    hote: '127.0.0.1',
    origine: 'http://localhost:3000',
    databaseUrl: undefined,
    donnees: resolve('donnees'),
    cles: resolve('donnees/cles.json'),
    academie: '16',
    theme: 'neutre',
    smtpUrl: undefined,
    expediteur: 'Préau <ne-pas-repondre@localhost>',
    hebergeur: undefined,
    code: undefined,
    oidc: undefined,
    secondFacteur: false,
    mandatairesDeConfiance: 0,
    clamd: undefined,
    journal: 'info',
    env: 'production',
  })
})

test('the origin follows the port, the key file follows the data folder', () => {
  const { origine, cles } = lireConfig({ PORT: '8080', PREAU_DONNEES: '/srv/preau' })
  assert.deepEqual({ origine, cles }, { origine: 'http://localhost:8080', cles: '/srv/preau/cles.json' })
})

test('an empty variable is an absent one, and an origin loses its last slash', () => {
  const { theme, origine } = lireConfig({ PREAU_THEME: ' ', PREAU_ORIGINE: 'https://preau.exemple.fr/' })
  assert.deepEqual({ theme, origine }, { theme: 'neutre', origine: 'https://preau.exemple.fr' })
})

test('one sentence for each wrong variable, all at once', () => {
  assert.deepEqual(phrases({ PORT: '70000', PREAU_THEME: 'bleu', PREAU_ORIGINE: 'https://a.fr/chemin' }), [
    'PORT vaut « 70000 » : il faut un nombre entier de 1 à 65535.',
    'PREAU_ORIGINE vaut « https://a.fr/chemin » : il faut une adresse sans chemin, comme https://preau.exemple.fr.',
    'PREAU_THEME vaut « bleu » : il faut « neutre » ou « dsfr ».',
  ])
})

for (const [nom, valeur] of [
  ['PORT', '0'],
  ['PORT', '3000a'],
  ['PORT', '-1'],
  ['PORT', '1e3'],
  ['HOST', 'a b'],
  ['DATABASE_URL', 'mysql://a/b'],
  ['PREAU_ACADEMIE', 'Toulouse'],
  ['SMTP_URL', 'http://a'],
  ['PREAU_EXPEDITEUR', 'personne'],
  ['PREAU_MANDATAIRES_DE_CONFIANCE', '99'],
  ['PREAU_CLAMD', 'localhost'],
  ['PREAU_JOURNAL', 'tout'],
  ['PREAU_ENV', 'prod'],
] as const)
  test(`${nom}=${valeur} is refused by one sentence that names it`, () => {
    const dites = phrases({ [nom]: valeur })
    assert.equal(dites.length, 1)
    assert.match(dites[0] ?? '', new RegExp(`^${nom} .*il faut .*\\.$`))
  })

test('a wrong secret is named and not shown', () => {
  assert.deepEqual(phrases({ DATABASE_URL: 'mysql://u:tres-secret@h/b' }), [
    'DATABASE_URL n’est pas correcte : il faut une adresse comme postgres://compte:motdepasse@machine:5432/base.',
  ])
})

test('the identity provider is given whole or not at all', () => {
  assert.deepEqual(phrases({ OIDC_CLIENT: 'preau' }), [
    'Il manque OIDC_EMETTEUR et OIDC_SECRET : OIDC_EMETTEUR, OIDC_CLIENT et OIDC_SECRET se donnent ensemble, ou pas du tout.',
  ])
  const env = { OIDC_EMETTEUR: 'https://id.exemple.fr', OIDC_CLIENT: 'preau', OIDC_SECRET: 's' }
  assert.deepEqual(lireConfig(env).oidc, { emetteur: 'https://id.exemple.fr', client: 'preau', secret: 's' })
})

test('in production what children write does not travel in clear', () => {
  assert.deepEqual(phrases({ PREAU_ORIGINE: 'http://preau.exemple.fr' }), [
    'PREAU_ORIGINE vaut « http://preau.exemple.fr » : en production il faut une adresse en https://.',
  ])
  assert.deepEqual(phrases({ PREAU_ORIGINE: 'http://localhost:3000' }), [])
  assert.deepEqual(phrases({ PREAU_ORIGINE: 'http://preau.exemple.fr', PREAU_ENV: 'demonstration' }), [])
})

test('the description masks every secret', () => {
  const env = { DATABASE_URL: 'postgres://u:mdp@h/b', SMTP_URL: 'smtp://u:mdp@h', OIDC_SECRET: 'mdp', PREAU_THEME: 'dsfr' }
  const lignes = decrireConfig(env)
  assert.doesNotMatch(JSON.stringify(lignes), /mdp/)
  assert.deepEqual(
    lignes.filter(({ valeur }) => valeur).map(({ nom, valeur }) => [nom, valeur]),
    [
      ['DATABASE_URL', '••••••'],
      ['PREAU_THEME', 'dsfr'],
      ['SMTP_URL', '••••••'],
      ['OIDC_SECRET', '••••••'],
    ],
  )
})
