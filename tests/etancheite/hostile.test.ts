import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { NOMS_AGENTS, nouveauMonde, type Monde } from '../support/monde.ts'
import { raconter } from '../support/declarant.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

/** What a person, a browser or somebody unkind may put anywhere. */
const VALEURS = [
  '\0',
  "'; drop table x; --",
  '<script>alert(1)</script>',
  '%',
  '\\',
  '../../etc/passwd',
  'é'.repeat(3000),
  '-1',
  '9'.repeat(40),
  '\ud800',
  '٣',
  'null',
  '{"a":1}',
  '2026-13-45',
  '00000000-0000-0000-0000-000000000000',
  '\r\nSet-Cookie: a=b',
]
const CHAMPS = [
  'q',
  'type',
  'canal',
  'dept',
  'etat',
  'ecole',
  'etab',
  'apres',
  'avant',
  'page',
  'vue',
  'responsable',
  'retard',
  'signalement',
  'role',
  'territoire',
  'agent',
  'fil',
  'vers',
  'fait',
  'modele',
  'depuis',
  'annee',
  'niveau',
  'public',
]

test('whatever stands in an address, no page breaks, and nothing comes back unescaped', async () => {
  for (const chemin of [
    '/boite',
    '/dossiers',
    '/dossiers/nouveau',
    '/signalements/nouveau',
    '/administration',
    '/journal',
    '/connexion',
    '/signaler',
    '/suivi',
    '/actions',
    '/actions/nouvelle',
    '/journee-nationale',
    '/le-pole',
  ])
    for (const valeur of VALEURS) {
      const q = new URLSearchParams(CHAMPS.map((c) => [c, valeur]))
      for (const nom of ['referent31', 'administrateur', 'responsableAcademique'] as const) {
        const r = await m.lire(`${chemin}?${q}`, nom)
        assert.ok(r.status < 500, `${chemin}?…=${JSON.stringify(valeur)} as ${nom} → ${r.status}`)
        assert.ok(!(await r.text()).includes('<script>alert(1)'), `${chemin} echoes ${valeur}`)
        assert.ok(!/a=b/.test(r.headers.get('set-cookie') ?? ''))
      }
    }
})

test('whatever stands in a path, the answer is « not found », the same as for what exists and is not mine', async () => {
  await raconter(m, { ecole: 'pruniers' })
  const [s] = await m.admin<{ id: string }>('select id from confidentiel.signalement')
  for (const id of [s!.id, ...VALEURS.map((v) => encodeURIComponent(v.slice(0, 60).toWellFormed()))])
    for (const chemin of [
      `/signalements/${id}`,
      `/dossiers/${id}`,
      `/signalements/${id}/pieces/${id}`,
      `/dossiers/${id}/personnes/${id}`,
    ]) {
      const r = await m.lire(chemin, 'chefTilleuls')
      assert.ok(r.status === 404 || r.status === 400, `${chemin} → ${r.status}`)
    }
})

test('whatever a form holds, it is refused or taken whole: never a 500, and never for somebody else’s report', async () => {
  const [s] = await m.admin<{ id: string }>('select id from confidentiel.signalement')
  const gestes = m.app.routes
    .filter((r) => r.method === 'POST' && r.path !== '/deconnexion')
    .map((r) => r.path.replace(':id', s!.id).replace(/:\w+/g, s!.id))
  const champs = [
    'version',
    'message',
    'texte',
    'note',
    'motif',
    'raison',
    'dernier',
    'agent',
    'etab',
    'de',
    'nom',
    'role',
    'mail',
    'prenom',
    'du',
    'au',
    'id',
    'canal',
    'recit',
    'brouillon',
    'code',
    'acces',
    'etape',
    'q',
  ]
  for (const chemin of new Set(gestes))
    for (const valeur of VALEURS) {
      const r = await m.envoyer(chemin, Object.fromEntries(champs.map((c) => [c, valeur.toWellFormed()])), 'chefTilleuls')
      assert.ok(r.status < 500, `${chemin} with ${JSON.stringify(valeur).slice(0, 30)} → ${r.status}`)
    }
  const [apres] = await m.admin<{ etat: string; version: number }>('select etat, version from confidentiel.signalement')
  assert.deepEqual(apres, { etat: 'recu', version: 1 })
})

test('whatever is sent in place of a form, on every address that takes one: never a 500, and nothing is done', async () => {
  const [s] = await m.admin<{ id: string }>('select id from confidentiel.signalement')
  const jeton = await m.session('chefPruniers')
  const envois: [type: string, corps: string][] = [
    ['multipart/form-data; boundary=x', 'ceci n’a pas de parties'],
    ['multipart/form-data', 'sans frontière'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="texte"\r\n\r\ncoupé'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="texte"; filename="a.txt"\r\n\r\nfichier\r\n--x--',
    ],
    ['application/x-www-form-urlencoded', '%&=%ff&texte=%00&version=%E9'],
    ['application/json', '{"texte":1'],
    ['text/plain', 'bonjour'],
  ]
  const chemins = m.app.routes
    .filter((r) => r.method === 'POST' && r.path !== '/deconnexion')
    .map((r) => r.path.replace(/:\w+(\{[^}]*\})?/g, s!.id))
  const pires: string[] = []
  for (const chemin of new Set(chemins))
    for (const [type, corps] of envois) {
      const headers = { Cookie: `preau=${jeton}`, 'Content-Type': type }
      const r = await m.app.request(chemin, { method: 'POST', headers, body: Buffer.from(corps, 'latin1') })
      if (r.status >= 500) pires.push(`${chemin} ${type} ${corps.slice(0, 30)} → ${r.status}`)
    }
  assert.deepEqual(pires, [])
  const [apres] = await m.admin<{ etat: string; version: number }>('select etat, version from confidentiel.signalement')
  assert.deepEqual(apres, { etat: 'recu', version: 1 })
})

test('every agent gets a page or « not found » everywhere, and what is not theirs says no more than what does not exist', async () => {
  const [s] = await m.admin<{ id: string }>('select id from confidentiel.signalement')
  for (const nom of NOMS_AGENTS) {
    const mien = await m.lire(`/signalements/${s!.id}`, nom)
    const rien = await m.lire('/signalements/01890000-0000-7000-8000-0000000000ff', nom)
    if (mien.status === 404) assert.equal(await mien.text(), await rien.text(), nom)
    else assert.ok(['chefPruniers', 'referent81', 'referenteAcademique', 'responsableAcademique'].includes(nom), nom)
  }
})
