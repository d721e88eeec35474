import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { mock, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { Refus } from './errors.ts'
import { lireFormulaire, type Formulaire } from './formulaire.ts'

const MO = 1024 * 1024
const PHOTOS = { fichiers: { max: 5, octets: 10 * MO } }
const SIMPLE = 'application/x-www-form-urlencoded'
const PARTIES = 'multipart/form-data; boundary=bord'

type Corps = NonNullable<RequestInit['body']> | ReadableStream<Uint8Array>

/** What the handler of a form receives when `corps` comes in. */
async function recevoir(corps: Corps | undefined, type?: string, o?: Parameters<typeof lireFormulaire>[1]): Promise<Formulaire> {
  let recu: Formulaire | undefined
  let erreur: unknown
  const app = new Hono()
  app.post('/', async (c) => {
    recu = await lireFormulaire(c, o)
    return c.body(null, 204)
  })
  app.onError((e, c) => {
    erreur = e
    return c.body(null, 500)
  })
  await app.request('/', {
    method: 'POST',
    body: corps as never,
    headers: type === undefined ? {} : { 'Content-Type': type },
    duplex: 'half',
  } as RequestInit)
  if (recu === undefined) throw erreur
  return recu
}

const refuse = (statut: number, phrase: RegExp) => (e: unknown) => {
  assert.ok(e instanceof Refus, String(e))
  assert.equal(e.statut, statut)
  assert.match(e.message, phrase)
  return true
}

const contenu = (f: Formulaire) => Object.fromEntries(f.champs)
const tailles = (f: Formulaire) => f.fichiers.map((x) => [x.champ, x.octets.length])

function envoi(...fichiers: [octets: number, nom: string][]): FormData {
  const fd = new FormData()
  for (const [octets, nom] of fichiers) fd.append('images', new Blob([new Uint8Array(octets).fill(7)]), nom)
  return fd
}

/** Files of these sizes, whose bytes exist only as they pass. */
function flux(tailles: number[], surMorceau: (envoyes: number) => unknown = () => {}): ReadableStream<Uint8Array> {
  const TAILLE = 64 * 1024
  async function* morceaux() {
    for (const taille of tailles) {
      yield Buffer.from('--bord\r\nContent-Disposition: form-data; name="images"; filename="a.jpg"\r\n\r\n')
      for (let envoyes = 0; envoyes < taille; envoyes += TAILLE) {
        await surMorceau(envoyes)
        yield Buffer.alloc(Math.min(TAILLE, taille - envoyes), 7)
      }
      yield Buffer.from('\r\n')
    }
    yield Buffer.from('--bord--\r\n')
  }
  return ReadableStream.from(morceaux())
}

const partie = (entete: string, corps: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--bord\r\nContent-Disposition: form-data; ${entete}\r\n\r\n`),
    Buffer.from(corps),
    Buffer.from('\r\n'),
  ])
const parties = (...p: Buffer[]): Buffer => Buffer.concat([...p, Buffer.from('--bord--\r\n')])

test('both kinds of form say the same: values as typed, repeated ones in order, lines ended one way', async () => {
  const saisis: [string, string][] = [
    ['récit', '\ufeff « Ça » & + % 100 %41 é\r\nكيف\rحالك 🙂 '],
    ['vu', 'cour'],
    ['vu', 'car'],
    ['rien', ''],
  ]
  const fd = new FormData()
  for (const [nom, valeur] of saisis) fd.append(nom, valeur)
  for (const corps of [fd, new URLSearchParams(saisis)]) {
    const f = await recevoir(corps)
    assert.deepEqual(contenu(f), { récit: ['\ufeff « Ça » & + % 100 %41 é\nكيف\nحالك 🙂 '], vu: ['cour', 'car'], rien: [''] })
    assert.deepEqual(
      [f.un('vu'), f.tous('vu'), f.un('absent'), f.tous('absent'), f.un('__proto__')],
      ['cour', ['cour', 'car'], '', [], ''],
    )
  }
  assert.deepEqual(contenu(await recevoir('&seul&=x&a=b=c&p=100%&', SIMPLE)), { seul: [''], '': ['x'], a: ['b=c'], p: ['100%'] })
  assert.deepEqual(contenu(await recevoir(undefined, SIMPLE)), {})
})

test('bytes that are not text are refused rather than kept as something nobody wrote', async () => {
  for (const valeur of ['%00', 'a%FF', '%C3', '%ED%A0%80', '%C0%80']) {
    await assert.rejects(recevoir(`recit=${valeur}`, SIMPLE), refuse(422, /illisibles/))
    const octets = Buffer.from(
      valeur.replace(/%(..)/g, (_, h: string) => String.fromCharCode(Number.parseInt(h, 16))),
      'latin1',
    )
    await assert.rejects(recevoir(parties(partie('name="recit"', octets)), PARTIES), refuse(422, /illisibles/))
  }
  await assert.rejects(recevoir('%FF=a', SIMPLE), refuse(422, /illisibles/))
  const nomIllisible = Buffer.from(
    parties(partie('name="?"; filename="a"', 'x')).toString('latin1').replace('?', '\xff'),
    'latin1',
  )
  await assert.rejects(recevoir(nomIllisible, PARTIES, PHOTOS), refuse(422, /illisibles/))
})

test('long texts pass in any writing; a hundred thousand characters, three hundred fields or a megabyte are the end', async () => {
  const formes = (recit: string) => {
    const fd = new FormData()
    fd.append('recit', recit)
    return [fd, new URLSearchParams({ recit })]
  }
  for (const recit of ['a'.repeat(100_000), 'é'.repeat(40_000), 'م\n'.repeat(20_000), '漢'.repeat(28_000)])
    for (const corps of formes(recit)) assert.equal((await recevoir(corps)).un('recit'), recit)
  for (const corps of formes('a'.repeat(100_001))) await assert.rejects(recevoir(corps), refuse(422, /trop long/))
  const nombreux = new FormData()
  for (let i = 0; i < 300; i += 1) nombreux.append(`c${i}`, 'x')
  await assert.rejects(recevoir(nombreux), refuse(422, /recharger/))
  await assert.rejects(recevoir(new URLSearchParams([...nombreux] as never)), refuse(422, /recharger/))
  await assert.rejects(
    recevoir(parties(...Array.from({ length: 251 }, () => partie('filename=""', ''))), PARTIES),
    refuse(422, /recharger/),
  )
  for (const corps of formes('x'.repeat(MO))) await assert.rejects(recevoir(corps, undefined, PHOTOS), refuse(413, /trop gros/))
  const quinze = new FormData()
  for (let i = 0; i < 15; i += 1) quinze.append(`c${i}`, 'x'.repeat(20_000))
  await assert.rejects(recevoir(quinze, undefined, PHOTOS), refuse(413, /trop gros/))
  await assert.rejects(recevoir(`${'n'.repeat(101)}=1`, SIMPLE), refuse(422, /recharger/))
})

test('pictures come whole, without their names; inputs left empty are nothing, an empty file is told', async () => {
  const fd = envoi([3, '../../etc/passwd'], [10 * MO, 'b.png'], [0, ''], [0, 'vide.jpg'])
  fd.append('recit', 'après')
  const f = await recevoir(fd, undefined, PHOTOS)
  assert.deepEqual(
    [tailles(f), f.refuses, f.un('recit')],
    [
      [
        ['images', 3],
        ['images', 10 * MO],
      ],
      [{ raison: 'vide' }],
      'après',
    ],
  )
  assert.deepEqual(f.fichiers[0]!.octets, Buffer.from([7, 7, 7]))
  assert.deepEqual(Object.keys(f.fichiers[0]!), ['champ', 'octets'])
})

test('past five pictures, or past ten megabytes, one is dropped and the rest of the form is kept', async () => {
  const six = await recevoir(envoi(...Array.from({ length: 6 }, (_, i): [number, string] => [i + 1, 'a.jpg'])), undefined, PHOTOS)
  assert.deepEqual([tailles(six).map(([, n]) => n), six.refuses], [[1, 2, 3, 4, 5], [{ raison: 'trop_nombreux' }]])
  const gros = await recevoir(envoi([10 * MO + 1, 'a.jpg'], [9, 'b.jpg']), undefined, PHOTOS)
  assert.deepEqual([tailles(gros), gros.refuses], [[['images', 9]], [{ raison: 'trop_gros' }]])
  const sans = await recevoir(envoi([1, 'a.jpg']))
  assert.deepEqual([sans.fichiers, sans.refuses], [[], [{ raison: 'trop_nombreux' }]])
})

test('a picture too large is dropped as it streams: the process never holds it', async () => {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  const tenus = async () => {
    // Freed buffers are counted until a sweep, which runs beside.
    for (let i = 0; i < 3; i += 1) await new Promise(setImmediate).then(() => gc())
    return process.memoryUsage().arrayBuffers
  }
  const repos = await tenus()
  const mesures: number[] = []
  const mesurer = async (envoyes: number) => {
    if (envoyes % (10 * MO) === 0) mesures.push((await tenus()) - repos)
  }
  const f = await recevoir(flux([90 * MO], mesurer), PARTIES, PHOTOS)
  assert.deepEqual([f.fichiers, f.refuses], [[], [{ raison: 'trop_gros' }]])
  assert.equal(mesures.length, 9)
  assert.ok(Math.max(...mesures) > 6 * MO, 'the first megabytes are kept, in case')
  assert.ok(Math.max(...mesures) < 12 * MO && mesures.at(-1)! < 2 * MO, `held: ${mesures}`)
  await assert.rejects(recevoir(flux([101 * MO]), PARTIES, PHOTOS), refuse(413, /trop gros/))
})

test('all the uploads together hold no more than a bound, which a finished one gives back', async () => {
  const large = { fichiers: { max: 1, octets: 150 * MO } }
  const deux = { fichiers: { max: 2, octets: 150 * MO } }
  await assert.rejects(recevoir(flux([149 * MO, 149 * MO]), PARTIES, deux), refuse(503, /réessayer/))
  const f = await recevoir(flux([151 * MO, 140 * MO]), PARTIES, large)
  assert.deepEqual([tailles(f), f.refuses], [[['images', 140 * MO]], [{ raison: 'trop_gros' }]])
})

test('what is not a form is refused with a sentence', async () => {
  for (const type of ['application/json', 'text/plain', 'multipart/mixed; boundary=bord', ''])
    await assert.rejects(recevoir(Buffer.from('{"a":1}'), type), refuse(422, /pas un formulaire/))
  await assert.rejects(recevoir(Buffer.from('a=1')), refuse(422, /pas un formulaire/))
})

test('a body cut, damaged or without its boundary is refused, and nothing hangs', async () => {
  const entier = parties(partie('name="recit"', 'bonjour'), partie('name="images"; filename="a"', 'x'.repeat(500)))
  assert.deepEqual(tailles(await recevoir(entier, PARTIES, PHOTOS)), [['images', 500]])
  for (let fin = 0; fin < entier.length - 4; fin += 1)
    await assert.rejects(recevoir(entier.subarray(0, fin), PARTIES, PHOTOS), refuse(422, /interrompu/), `cut at ${fin}`)
  await assert.rejects(recevoir(entier, 'multipart/form-data', PHOTOS), refuse(422, /interrompu/))
  await assert.rejects(recevoir(entier, 'multipart/form-data; boundary=autre', PHOTOS), refuse(422, /interrompu/))
  await assert.rejects(recevoir(parties(Buffer.from('--bord\r\n\x01: x\r\n\r\n')), PARTIES), refuse(422, /interrompu/))
  await assert.rejects(recevoir(parties(partie(`name="a"\r\nX: ${'x'.repeat(20_000)}`, '')), PARTIES), refuse(422, /interrompu/))
  for (const type of [SIMPLE, PARTIES]) {
    const casse = new ReadableStream<Uint8Array>({ start: (k) => k.error(new Error('socket hang up')) })
    await assert.rejects(recevoir(casse, type, PHOTOS), refuse(422, /interrompu/), type)
  }
})

test('after a minute without a byte the upload is cut', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  t.after(() => mock.timers.reset())
  let envoyer: (texte: string) => void = () => {}
  let rompu = false
  const muet = new ReadableStream<Uint8Array>({
    start: (k) => void (envoyer = (texte) => k.enqueue(Buffer.from(texte))),
    cancel: () => void (rompu = true),
  })
  let fini = false
  const attente = assert.rejects(recevoir(muet, PARTIES, PHOTOS), refuse(422, /interrompu/)).then(() => (fini = true))
  const souffler = async () => {
    for (let i = 0; i < 20; i += 1) await new Promise(setImmediate)
  }
  envoyer('--bord\r\nContent-Disposition: form-data; name="images"; filename="a"\r\n\r\nxxx')
  await souffler()
  mock.timers.tick(59_000)
  envoyer('x')
  await souffler()
  mock.timers.tick(59_000)
  await souffler()
  assert.equal(fini, false, 'a byte came in between')
  mock.timers.tick(1_001)
  await attente
  assert.equal(rompu, true)
})

test('a phone that loses the network mid-upload leaves the server standing', async (t) => {
  const vus: unknown[] = []
  const app = new Hono()
  app.post('/', async (c) => {
    vus.push(await lireFormulaire(c, PHOTOS).then(tailles, (e: unknown) => (e instanceof Refus ? e.statut : e)))
    return c.body(null, 204)
  })
  const serveur = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false })).listen(0, '127.0.0.1')
  t.after(() => serveur.close())
  await once(serveur, 'listening')
  const { port } = serveur.address() as AddressInfo
  for (const apres of [0, 70_000]) {
    const telephone = connect(port, '127.0.0.1')
    telephone.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${PARTIES}\r\nContent-Length: 900000\r\n\r\n`)
    telephone.write(`--bord\r\nContent-Disposition: form-data; name="images"; filename="a"\r\n\r\n${'x'.repeat(apres)}`)
    const n = vus.length
    await new Promise((r) => setTimeout(r, 50))
    telephone.destroy()
    while (vus.length === n) await new Promise((r) => setTimeout(r, 5))
  }
  const entier = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: envoi([3 * MO, 'a.jpg']) })
  assert.equal(entier.status, 204)
  assert.deepEqual(vus, [422, 422, [['images', 3 * MO]]])
})
