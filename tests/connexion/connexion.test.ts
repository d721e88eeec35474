import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, HEURE, MINUTE, plus, scellerJson } from '#platform'
import { ouvrirMaison, type MaisonOuverte } from './maison.ts'

let o: MaisonOuverte
before(async () => void (o = await ouvrirMaison()))
after(() => o.fermer())

const DEBUT = new Date('2026-11-10T09:00:00+01:00')
const corps = async (r: Response): Promise<string> => (await r.text()).replaceAll('\u00a0', ' ')
const statutDe = async (r: Promise<Response>): Promise<number> => (await r).status

test('Claire Vidal signs in and lands where she was going', async () => {
  const claire = o.navigateur()
  const r = await claire.entrer('sub-chefTilleuls', '/compte?fait=x')
  assert.equal(r.status, 200)
  assert.equal(claire.trace.at(-1), `${o.origine}/compte?fait=x`)
  const page = await corps(r)
  assert.match(page, /Claire Vidal/)
  assert.match(page, /Chef d’établissement · Collège Les Tilleuls/)
  const demande = new URL(claire.trace.find((u) => new URL(u).pathname === '/auth')!)
  assert.deepEqual([...demande.searchParams.keys()].toSorted(), [
    'client_id',
    'code_challenge',
    'code_challenge_method',
    'nonce',
    'redirect_uri',
    'response_type',
    'scope',
    'state',
  ])
  assert.ok(demande.searchParams.get('state')!.length >= 32 && demande.searchParams.get('nonce')!.length >= 32)
  assert.deepEqual(
    [...claire.cookies.keys()].filter((n) => n.startsWith('preau')),
    ['preau'],
  )
})

test('the session cookie is HttpOnly and Lax, and the database knows only its SHA-256', async () => {
  const hugo = o.navigateur()
  const r = await hugo.un(await hugo.choisir('sub-coordoTilleuls'))
  const cookie = r.headers.getSetCookie().find((c) => c.startsWith('preau='))!
  assert.match(cookie, /^preau=[0-9a-f]{64}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
  const jeton = hugo.cookies.get('preau')!
  const lignes = await o.m.admin<{ n: number }>(
    "select count(*)::int as n from acces.session where empreinte = sha256(decode($1, 'hex')) and jeton_identite is not null",
    [jeton],
  )
  assert.deepEqual(lignes, [{ n: 1 }])
})

test('a state that was used, a lost cookie, another state: one plain page, no session', async () => {
  const sarah = o.navigateur()
  const retour = await sarah.choisir('sub-referent31')
  const transit = sarah.cookies.get('preau-entree')!
  assert.equal(await statutDe(sarah.un(retour)), 303)
  sarah.cookies.delete('preau')
  assert.equal(await statutDe(sarah.un(retour)), 400, 'the cookie is gone')
  sarah.cookies.set('preau-entree', transit)
  const rejoue = await sarah.un(retour)
  assert.equal(rejoue.status, 400, 'the code was used')
  assert.match(await corps(rejoue), /Recommencer/)

  const suivant = new URL(await sarah.choisir('sub-referent31'))
  suivant.searchParams.set('state', 'x'.repeat(43))
  assert.equal(await statutDe(sarah.un(suivant.href)), 400)
  assert.equal(sarah.cookies.has('preau'), false)
})

test('another nonce, a forged transit, one sealed elsewhere, one of eleven minutes ago', async () => {
  const essai = async (abimer: (t: { state: string }) => string | Promise<string>): Promise<number> => {
    const n = o.navigateur()
    const retour = await n.choisir('sub-referent31')
    const state = new URL(retour).searchParams.get('state')!
    n.cookies.set('preau-entree', await abimer({ state }))
    const { status } = await n.un(retour)
    assert.equal(n.cookies.has('preau'), false)
    return status
  }
  const sceller = (cle: Uint8Array, t: object): string =>
    scellerJson(cle, 'cookie.entree/connexion/1', { vers: null, fin: plus(DEBUT, HEURE).getTime(), ...t }).toString('base64url')
  const cle = o.m.maison.trousseau.cle('connexion')
  assert.equal(await essai(({ state }) => sceller(cle, { state, nonce: 'n'.repeat(43), verifieur: 'v'.repeat(43) })), 400)
  assert.equal(await essai(() => 'AAAA'), 400)
  assert.equal(await essai(({ state }) => sceller(new Uint8Array(32), { state, nonce: 'n', verifieur: 'v' })), 400)

  const lent = o.navigateur()
  const retour = await lent.choisir('sub-referent31')
  clock.set(plus(DEBUT, 11 * MINUTE))
  const r = await lent.un(retour)
  clock.set(DEBUT)
  assert.equal(r.status, 400)
  assert.match(await corps(r), /commencée il y a trop longtemps/)
})

test('the nonce of the id_token is checked: everything else being right, another nonce alone is refused', async () => {
  const n = o.navigateur()
  const depart = await n.un('/connexion/depart')
  const url = new URL(depart.headers.get('Location')!)
  url.searchParams.set('nonce', 'autre'.repeat(9))
  await n.lire(url.href)
  const choix = n.trace.at(-1)!
  const r = await n.lire(choix, { method: 'POST', body: new URLSearchParams({ compte: '0' }) })
  assert.equal(new URL(n.trace.at(-1)!).pathname, '/connexion/retour')
  assert.equal(r.status, 400)
  assert.equal(n.cookies.has('preau'), false)
})

test('the way back is a path of ours, whatever was asked', async () => {
  for (const vers of [
    '//ailleurs.example',
    'https://ailleurs.example',
    '/\\ailleurs.example',
    '/	/ailleurs.example',
    '\\\\ailleurs.example',
    '/%5c..//',
    'ailleurs',
    '',
    '/connexion/depart',
    '/deconnexion',
    '/x\r\nSet-Cookie: a=b',
    `/${'a'.repeat(2e3)}`,
    '/.//ailleurs.example',
  ]) {
    const n = o.navigateur()
    const r = await n.un(await n.choisir('sub-dpo', vers))
    const suite = r.headers.get('Location')!
    assert.equal(r.status, 303)
    assert.equal(new URL(suite, o.origine).origin, o.origine, vers)
    assert.equal(suite, vers === '/%5c..//' ? '/%5c..//' : '/journal', vers)
  }
})

test('somebody without a post is told so kindly, and nothing more', async () => {
  const lou = o.navigateur()
  const r = await lou.entrer('inconnue')
  assert.equal(r.status, 403)
  assert.match(await corps(r), /Votre compte n’est pas encore ouvert dans Préau/)
  assert.equal(lou.cookies.has('preau'), false)
})

test('an académie that asks for two factors: who showed one alone is told what to do, and has no session; the others enter', async () => {
  assert.match(
    await corps(await o.navigateur().entrer('sans-second-facteur')),
    /n’est pas encore ouvert/,
    'identified, without a post',
  )
  o.m.maison.config.secondFacteur = true
  try {
    const seul = o.navigateur()
    const r = await seul.entrer('sans-second-facteur')
    assert.equal(r.status, 403)
    assert.match(await corps(r), /Votre académie demande deux preuves/)
    assert.equal(seul.cookies.has('preau'), false)
    assert.equal(await statutDe(o.navigateur().entrer('sub-chefTilleuls')), 200)
  } finally {
    o.m.maison.config.secondFacteur = false
  }
})

test('the first sign-in binds the subject; another subject with the same address does not take it', async () => {
  await o.m.admin(`insert into annuaire.agent (acad, id, nom, prenom, mail, cree_le)
    values ('16', '00000000-0000-7000-8000-000000000001', 'Serra', 'Lou', 'nouvelle@exemple.fr', '2026-11-01')`)
  assert.equal(await statutDe(o.navigateur().entrer('nouvelle')), 403, 'no mandate yet')
  await o.m.admin(`insert into annuaire.mandat (acad, id, agent, role, dept, du)
    values ('16', gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'referent_departemental', '081', '2026-11-01')`)
  const r = await o.navigateur().entrer('nouvelle')
  assert.equal(r.status, 200)
  assert.match(await corps(r), /Lou Serra/)
  assert.equal(await statutDe(o.navigateur().entrer('usurpatrice')), 403)
  const agents = await o.m.admin("select sub from annuaire.agent where mail = 'nouvelle@exemple.fr'")
  assert.deepEqual(agents, [{ sub: 'nouvelle' }])
})

test('a session ends after 30 minutes without use, and after 12 hours whatever happens', async () => {
  const nadia = o.navigateur()
  await nadia.entrer('sub-directriceGlycines')
  clock.set(plus(DEBUT, 29 * MINUTE))
  assert.equal(await statutDe(nadia.un('/session/prolonger')), 204)
  clock.set(plus(DEBUT, 58 * MINUTE))
  assert.equal(await statutDe(nadia.un('/compte')), 200)
  clock.set(plus(DEBUT, 89 * MINUTE))
  const finie = await nadia.un('/compte')
  assert.equal(finie.status, 303)
  assert.match(finie.headers.get('Location')!, /^\/connexion\?vers=%2Fcompte/)

  clock.set(DEBUT)
  await nadia.entrer('sub-directriceGlycines')
  for (let t = 25; t < 12 * 60; t += 25) {
    clock.set(plus(DEBUT, t * MINUTE))
    assert.equal(await statutDe(nadia.un('/compte')), 200, `${t} minutes`)
  }
  clock.set(plus(DEBUT, 12 * HEURE))
  assert.equal(await statutDe(nadia.un('/compte')), 303)
  clock.set(DEBUT)
})

test('a session that ends while somebody writes: the page keeps it, and sends it once signed in again', async () => {
  const theo = o.navigateur()
  await theo.entrer('sub-administrateur')
  clock.set(plus(DEBUT, 31 * MINUTE))
  const tape = { prenom: 'Zoé', nom: 'D’Arc "&"', mail: 'zoe@exemple.fr' }
  const garde = await theo.envoyer('/administration/agents/nouveau', tape)
  assert.equal(garde.status, 401)
  const page = await corps(garde)
  assert.match(page, /<form method="post" action="\/administration\/agents\/nouveau"/)
  assert.match(page, /name="nom" value="D’Arc &quot;&amp;&quot;"/)
  assert.deepEqual(await o.m.admin("select 1 from annuaire.agent where mail = 'zoe@exemple.fr'"), [])
  const onglet = await theo.entrer('sub-administrateur', '/connexion/revenu')
  assert.match(await corps(onglet), /revenez au précédent/)
  assert.equal(await statutDe(theo.envoyer('/administration/agents/nouveau', tape)), 200)
  assert.deepEqual(await o.m.admin("select nom from annuaire.agent where mail = 'zoe@exemple.fr'"), [{ nom: tape.nom }])
  clock.set(DEBUT)
})

test('signing out closes here and at the provider, and the old cookie opens nothing', async () => {
  const marc = o.navigateur()
  await marc.entrer('sub-responsable31')
  const jeton = marc.cookies.get('preau')!
  const r = await marc.un('/deconnexion', { method: 'POST' })
  assert.equal(r.status, 303)
  assert.equal(r.headers.get('Clear-Site-Data'), '"cache", "storage"')
  const fin = new URL(r.headers.get('Location')!)
  assert.equal(fin.origin, o.identite.emetteur)
  assert.deepEqual([...fin.searchParams.keys()].toSorted(), ['client_id', 'id_token_hint', 'post_logout_redirect_uri', 'state'])
  assert.ok(fin.searchParams.get('state')!.length >= 32)
  const sortie = await marc.lire(fin.href)
  assert.equal(new URL(marc.trace.at(-1)!).pathname, '/connexion/sortie')
  assert.match(await corps(sortie), /Vous êtes déconnecté/)
  marc.cookies.set('preau', jeton)
  assert.equal(await statutDe(marc.un('/compte')), 303)
  const restes = await o.m.admin("select jeton_identite from acces.session where empreinte = sha256(decode($1, 'hex'))", [jeton])
  assert.deepEqual(restes, [{ jeton_identite: null }])
  assert.equal(await statutDe(marc.envoyer('/deconnexion')), 200, 'leaving twice is no fault')
})

test('a sign-out asked by another site is refused', async () => {
  const marc = o.navigateur()
  await marc.entrer('sub-responsable31')
  const r = await marc.un('/deconnexion', {
    method: 'POST',
    headers: { Origin: 'https://ailleurs.example', 'Sec-Fetch-Site': 'cross-site' },
  })
  assert.equal(r.status, 403)
  assert.equal(await statutDe(marc.un('/compte')), 200)
})

test('a mandate that ends takes the session along, the same second; signing in again closes the one before', async () => {
  const remi = o.navigateur()
  await remi.entrer('sub-ien81')
  const premier = remi.cookies.get('preau')!
  await remi.entrer('sub-ien81')
  const second = remi.cookies.get('preau')!
  remi.cookies.set('preau', premier)
  assert.equal(await statutDe(remi.un('/compte')), 303)
  remi.cookies.set('preau', second)
  assert.equal(await statutDe(remi.un('/compte')), 200)
  await o.m.finirMandat('ien81')
  assert.equal(await statutDe(remi.un('/compte')), 303)
  assert.equal(await statutDe(remi.entrer('sub-ien81')), 403)
})

test('a cookie of somebody’s making opens nothing', async () => {
  for (const jeton of ['0'.repeat(64), 'zz', '', `${'0'.repeat(63)}'`]) {
    const n = o.navigateur()
    n.cookies.set('preau', jeton)
    assert.equal(await statutDe(n.un('/compte')), 303)
  }
})
