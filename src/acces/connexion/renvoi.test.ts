import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import type { Env } from '#platform'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { allerSeConnecter, pageRenvoi } from './renvoi.ts'

let m: Monde
let app: Hono<Env>
before(async () => {
  m = await nouveauMonde()
  app = new Hono<Env>()
    .use(async (c, next) => {
      c.set('maison', m.maison)
      await next()
    })
    .get('*', allerSeConnecter)
    .post('*', pageRenvoi)
})
after(() => m.fermer())

const envoyer = async (
  corps: NonNullable<RequestInit['body']>,
  chemin = '/signalements/1/reponse?fil=2',
  entetes: Record<string, string> = {},
) => {
  const r = await app.request(chemin, { method: 'POST', body: corps, headers: entetes })
  return { statut: r.status, page: await r.text() }
}

/** The fields of the form as a browser would read them back. */
function champs(page: string): [string, string][] {
  const clair = (s: string): string =>
    s.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  return [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)" \/>/g)].map((x) => [clair(x[1]!), clair(x[2]!)])
}

const LONG = 'Léa ne veut plus venir.\r\n\r\n« "Ils" <b>rient</b> & crient » \'tous\' 😢'

test('nothing typed is lost when the session has ended: every field, in order, to the same address', async () => {
  const tape: [string, string][] = [
    ['texte', LONG],
    ['lieux', 'cour'],
    ['lieux', 'cantine'],
    ['vide', ''],
    ['"><script>', '"><script>alert(1)</script>'],
  ]
  const { statut, page } = await envoyer(new URLSearchParams(tape))
  assert.equal(statut, 401)
  assert.deepEqual(champs(page), tape)
  assert.match(page, /<form method="post" action="\/signalements\/1\/reponse\?fil=2"/)
  assert.match(page, /href="\/connexion\?vers=%2Fconnexion%2Frevenu" target="_blank" rel="noopener"/)
  assert.doesNotMatch(page, /<script>alert/)
  assert.doesNotMatch(page, /fichiers joints/)
})

test('a form with pictures keeps its words and says that the pictures must be chosen again', async () => {
  const form = new FormData()
  form.append('texte', LONG)
  form.append('pieces', new File([new Uint8Array(300_000)], 'a.jpg', { type: 'image/jpeg' }))
  form.append('apres', 'oui')
  const { statut, page } = await envoyer(form)
  assert.equal(statut, 401)
  assert.deepEqual(champs(page), [
    ['texte', LONG],
    ['apres', 'oui'],
  ])
  assert.match(page, /fichiers joints/)
  const sans = new FormData()
  sans.append('texte', 'x')
  sans.append('pieces', new File([], ''))
  assert.doesNotMatch((await envoyer(sans)).page, /fichiers joints/, 'an empty file field is no file')
})

test('too large, broken, of another kind: an answer all the same, and nothing held', async () => {
  assert.equal((await envoyer(new URLSearchParams({ texte: 'a'.repeat(1_100_000) }))).statut, 413)
  assert.equal((await envoyer(new URLSearchParams(Array.from({ length: 1100 }, (_, i) => [`c${i}`, '1'])))).statut, 413)
  const vides = '--x\r\nContent-Disposition: form-data; name="f"; filename=""\r\n\r\n\r\n'.repeat(10_000) + '--x--\r\n'
  assert.equal(
    (await envoyer(vides, '/x', { 'Content-Type': 'multipart/form-data; boundary=x' })).statut,
    413,
    'parts that hold nothing',
  )
  assert.equal((await envoyer('pas un formulaire', '/x', { 'Content-Type': 'application/json' })).statut, 401)
  assert.equal((await envoyer('--x', '/x', { 'Content-Type': 'multipart/form-data; boundary=x' })).statut, 400)
  assert.match((await envoyer('', 'http://localhost//ailleurs.example/x')).page, /action="\/boite"/)
})

test('a page asked without a session comes back to itself; who had one is told that it has ended', async () => {
  const lire = async (chemin: string, Cookie = ''): Promise<string> =>
    (await app.request(chemin, { headers: { Cookie } })).headers.get('Location')!
  assert.equal(await lire('/dossiers?etat=recu&page=2'), '/connexion?vers=%2Fdossiers%3Fetat%3Drecu%26page%3D2')
  assert.equal(await lire('/boite', `preau=${'a'.repeat(64)}`), '/connexion?vers=%2Fboite&fin=1')
})
