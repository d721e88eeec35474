import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { film } from '../../../tests/support/films.ts'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { adresseDe, ecrite, publier } from '../../../tests/support/ressources.ts'
import { RESSOURCE, teteDe } from '../../../tests/support/ressources.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const VTT = 'WEBVTT\n\n00:01.000 --> 00:04.000\nTu n’es pas seul.\n'
async function joindre(id: string, octets: Buffer | string, nom: string, champs: Record<string, string> = {}): Promise<Response> {
  const f = new FormData()
  for (const [k, v] of Object.entries({ libelle: nom, alternative: '', ...champs })) f.append(k, v)
  f.append('contenu', new Blob([new Uint8Array(Buffer.from(octets))]), nom)
  return m.app.request(`/redaction/${id}/fichier`, {
    method: 'POST',
    body: f,
    headers: { Cookie: `preau=${await m.session('communication')}` },
  })
}
const fichiers = (id: string) =>
  m.admin<{ id: string; type: string; pour: string | null; langue: string; balise: boolean }>(
    `select f.id, f.type, v.pour, v.langue, f.balise from prevention.ressource r join prevention.version_fichier v on v.version = r.tete
       join prevention.fichier f on f.id = v.fichier where r.id = $1 order by v.rang`,
    [id],
  )

test('a film with captions and no transcript may be published; they are served beside it, and die with it', async () => {
  const id = await ecrite(m, { titre: 'Le film' })
  assert.equal((await joindre(id, film(3000), 'film.mp4')).status, 303)
  assert.equal((await publier(m, id)).status, 409)
  assert.equal((await joindre(id, VTT, 'Sous-titres.vtt', { langue: 'fr' })).status, 303)
  const [f, t] = await fichiers(id)
  assert.deepEqual([t!.type, t!.pour, t!.langue], ['text/vtt', f!.id, 'fr'])
  assert.equal((await publier(m, id)).status, 303)
  const page = await (await m.lire(`/ressources/${await adresseDe(m, id)}`)).text()
  const track = /<track kind="captions" src="([^"]+)" srclang="fr" label="Sous-titres.vtt" +default(?:="")? *\/?>/.exec(page)
  assert.ok(track)
  assert.equal((page.match(/Télécharger/g) ?? []).length, 1)
  const servi = await m.lire(track[1]!)
  assert.match(servi.headers.get('Content-Type')!, /^text\/vtt/)
  assert.equal(await servi.text(), VTT.replaceAll('00:0', '00:00:0'))
  await m.envoyer(`/redaction/${id}/retrait`, { motif: 'Fini' }, 'communication')
  assert.equal((await m.lire(track[1]!)).status, 404)
})

test('refused: captions that are not, without a film, of a film that is elsewhere; a name proves nothing', async () => {
  const id = await ecrite(m, { titre: 'Sans film' })
  const refus = async (r: Promise<Response>, phrase: RegExp): Promise<void> => {
    const recu = await r
    assert.equal(recu.status, 422)
    assert.match((await recu.text()).replaceAll('\u00a0', ' '), phrase)
  }
  await refus(joindre(id, VTT, 'a.vtt'), /d’abord le film/)
  await refus(joindre(id, 'du texte', 'a.vtt'), /n’est pas accepté/)
  await joindre(id, film(2000), 'un.mp4')
  await joindre(id, film(2100), 'deux.mp4')
  await refus(joindre(id, VTT, 'a.vtt'), /de quel film/)
  await refus(joindre(id, 'WEBVTT\n\n00:04.000 --> 00:02.000\nA\n', 'a.vtt'), /ligne 3/)
  const [, deux] = await fichiers(id)
  assert.equal((await joindre(id, VTT, 'film.mp4', { pour: deux!.id, langue: 'xx' })).status, 303)
  assert.deepEqual(
    (await fichiers(id)).map((x) => x.pour),
    [null, null, deux!.id],
  )
})

test('a next version keeps the captions with their film; the film taken away, they go with it', async () => {
  const id = await ecrite(m, { titre: 'Version' })
  await joindre(id, film(2500), 'f.mp4')
  await joindre(id, VTT, 's.vtt')
  const [f, t] = await fichiers(id)
  const champs = {
    ...RESSOURCE,
    suite: 'enregistrer',
    fichier: [f!.id, t!.id],
    [`libelle-${f!.id}`]: 'f',
    [`libelle-${t!.id}`]: 's',
    [`pour-${t!.id}`]: f!.id,
    [`langue-${t!.id}`]: 'fr',
  }
  const modifier = async (plus: Record<string, string>): Promise<number> =>
    (await m.envoyer(`/redaction/${id}/modifier`, { ...champs, base: await teteDe(m, id), ...plus }, 'communication')).status
  assert.equal(await modifier({}), 303)
  assert.deepEqual(
    (await fichiers(id)).map((x) => x.pour),
    [null, f!.id],
  )
  assert.equal(await modifier({ [`oter-${f!.id}`]: 'oui' }), 303)
  assert.deepEqual(await fichiers(id), [])
})

test('a tagged PDF may be published without its text, another may not', async () => {
  const pdf = (catalogue: string): Buffer =>
    Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog${catalogue}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`)
  for (const [catalogue, attendu] of [
    ['/StructTreeRoot 2 0 R/MarkInfo<</Marked true>>/Lang(fr-FR)', 303],
    ['/StructTreeRoot 2 0 R/MarkInfo<</Marked false>>/Lang(fr-FR)', 409],
    ['/StructTreeRoot 2 0 R/MarkInfo<</Marked true>>', 409],
    ['', 409],
  ] as const) {
    const id = await ecrite(m, { titre: `PDF ${catalogue.length}` })
    assert.equal((await joindre(id, pdf(catalogue), 'doc.pdf')).status, 303)
    assert.equal((await publier(m, id)).status, attendu, catalogue)
  }
})
