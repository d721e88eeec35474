import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { clock, HEURE, JOUR, plus, transaction } from '#platform'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { ecrite, modifier } from '../../../tests/support/ressources.ts'
import { DELAI_ORPHELIN_MS } from './balayage.ts'
import { rangerRessources } from './menage.ts'
import { cheminDe, cheminEnvoi, ranger } from './stockage.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const RIEN = { envois: 0, orphelins: 0, fichiers: 0, octets: 0, lectures: 0 }
const PDF = (suite: string): Buffer => Buffer.from(`%PDF-1.7\n${suite}\ntrailer<</Root 1 0 R>>\n%%EOF\n`)

/** The files have the time of the machine: they are made older, never the machine. */
function vieillir(chemin: string, ms: number): void {
  const quand = new Date(performance.timeOrigin + performance.now() - ms)
  utimesSync(chemin, quand, quand)
}
const tus = async (chemin: string, method: string, headers: Record<string, string>, body?: Buffer): Promise<Response> =>
  m.app.request(chemin, {
    method,
    headers: { Cookie: `preau=${await m.session('communication')}`, ...headers },
    ...(body && { body: new Uint8Array(body) }),
  }) as Promise<Response>

/** In pieces, to the end; joined to nothing. @returns where its bytes lie. */
async function envoyee(contenu: Buffer): Promise<{ fichier: string; chemin: string; envoi: string }> {
  const { headers } = await tus('/redaction/envois', 'POST', { 'Upload-Length': String(contenu.length) })
  const url = headers.get('location')!
  assert.equal((await tus(url, 'PATCH', { 'Upload-Offset': '0' }, contenu)).status, 204)
  const envoi = url.split('/').at(-1)!
  const [f] = await m.admin<{ id: string; empreinte: Buffer }>(
    'select f.id, f.empreinte from prevention.envoi e join prevention.fichier f on f.id = e.fichier where e.id = $1',
    [envoi],
  )
  return { fichier: f!.id, chemin: cheminDe(m.maison, f!.empreinte), envoi }
}
async function jointe(id: string, contenu: Buffer): Promise<string> {
  const { envoi, chemin } = await envoyee(contenu)
  const f = new FormData()
  for (const [k, v] of Object.entries({ libelle: 'Le guide', alternative: 'Tout ce qu’il dit, écrit en entier.', envoi }))
    f.append(k, v)
  const r = await m.app.request(`/redaction/${id}/fichier`, {
    method: 'POST',
    body: f,
    headers: { Cookie: `preau=${await m.session('communication')}` },
  })
  assert.equal(r.status, 303, await r.text())
  return chemin
}
/** Days pass for the house, and for the files of its folder. */
function passent(jours: number): void {
  clock.set(plus(clock.now(), jours * JOUR))
  const racine = join(m.maison.config.donnees, 'fichiers')
  for (const e of readdirSync(racine, { recursive: true, withFileTypes: true }))
    if (e.isFile()) vieillir(join(e.parentPath, e.name), jours * JOUR)
}

test('sent to the end and joined to nothing: gone after the delay, row and bytes; what any version names stays, however old', async () => {
  const id = await ecrite(m, { titre: 'Avec un guide' })
  const gardee = await jointe(id, PDF('gardé'))
  // The next version has no file any more: the one before keeps it, to be compared and taken up again.
  assert.equal((await modifier(m, id, { titre: 'Sans guide' })).status, 303)
  const seule = await envoyee(PDF('seul'))
  assert.deepEqual(await rangerRessources(m.maison), RIEN)
  passent(6)
  assert.deepEqual(await rangerRessources(m.maison), { ...RIEN, envois: 2 })
  assert.ok(existsSync(seule.chemin))
  passent(8)
  const octets = PDF('seul').length
  assert.deepEqual(await rangerRessources(m.maison), { ...RIEN, orphelins: 1, fichiers: 1, octets })
  assert.equal(existsSync(seule.chemin), false)
  assert.ok(existsSync(gardee))
  assert.deepEqual(await m.admin('select id from prevention.fichier where id = $1', [seule.fichier]), [])
  assert.deepEqual(await rangerRessources(m.maison), RIEN)
})

test('killed at any point, the next round takes what was left: a sending, a half copy, bytes without a row, bytes set aside', async () => {
  const envois = dirname(cheminEnvoi(m.maison, randomUUID()))
  mkdirSync(envois, { recursive: true })
  const sansLigne = cheminDe(m.maison, Buffer.alloc(32, 7))
  mkdirSync(dirname(sansLigne), { recursive: true })
  const restes = [
    cheminEnvoi(m.maison, randomUUID()),
    `${cheminEnvoi(m.maison, randomUUID())}.copie`,
    join(envois, 'x.ecarte'),
    sansLigne,
  ]
  for (const chemin of restes) writeFileSync(chemin, 'abandon')
  assert.deepEqual(await rangerRessources(m.maison), RIEN)
  for (const chemin of restes) vieillir(chemin, 26 * HEURE)
  assert.deepEqual(await rangerRessources(m.maison), { ...RIEN, fichiers: 3, octets: 21 })
  vieillir(sansLigne, DELAI_ORPHELIN_MS)
  assert.deepEqual(await rangerRessources(m.maison), { ...RIEN, fichiers: 1, octets: 7 })
  for (const chemin of restes) assert.equal(existsSync(chemin), false, chemin)
})

test('the same bytes sent again while they are being swept stay, whoever comes first; two sweepers do not fall over each other', async () => {
  for (let n = 0; n < 30; n++) {
    const source = cheminEnvoi(m.maison, randomUUID())
    writeFileSync(source, 'les mêmes octets')
    const { chemin } = await ranger(m.maison, source)
    vieillir(chemin, DELAI_ORPHELIN_MS + HEURE)
    await Promise.all([ranger(m.maison, source), rangerRessources(m.maison), rangerRessources(m.maison)])
    assert.ok(existsSync(chemin), `round ${n}`)
  }
})

test('the job may erase no file that a version names, even if it asked to', async () => {
  await jointe(await ecrite(m, { titre: 'Gardée' }), PDF('encore'))
  const efface = (): Promise<number> =>
    transaction(m.maison.base, 'job', {}, (db) =>
      db.run({ name: 'test.effacer', text: 'delete from prevention.fichier', params: [] } as never),
    )
  await efface()
  assert.equal(
    (await m.admin('select 1 from prevention.fichier f join prevention.version_fichier v on v.fichier = f.id')).length,
    2,
  )
})
