import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { ouvrir, raconter as raconterParLeSite } from '../support/declarant.ts'
import { nouveauMonde, type Monde } from '../support/monde.ts'
import { raconter, version } from '../support/situations.ts'

/** Whoever can write in the database, and has no key, moves ciphertexts about: nobody is ever shown the words of another place. */
let m: Monde
let a: string
let b: string
before(async () => {
  m = await nouveauMonde()
  ;[a, b] = [await suivi('le premier'), await suivi('le second')]
})
after(() => m.fermer())

/** A report with two answers of an adult and a note between agents, all of them told apart by their words. */
async function suivi(quoi: string): Promise<string> {
  const { id } = await raconter(m, 'tilleuls', { recit: `Récit ${quoi}.`, cible: `Cible ${quoi}` })
  await m.envoyer(`/signalements/${id}/prise-en-charge`, { version: await version(m, id) }, 'chefTilleuls')
  for (const texte of [`Réponse une, ${quoi}.`, `Réponse deux, ${quoi}.`])
    await m.envoyer(`/signalements/${id}/reponses`, { version: await version(m, id), message: uuidv7(), texte }, 'chefTilleuls')
  await m.envoyer(`/signalements/${id}/notes`, { message: uuidv7(), note: `Note de ${quoi}.` }, 'chefTilleuls')
  return id
}

const page = async (id: string): Promise<{ statut: number; texte: string }> => {
  const r = await m.lire(`/signalements/${id}`, 'chefTilleuls')
  return { statut: r.status, texte: (await r.text()).replaceAll('\u00a0', ' ') }
}

/** A value takes the place of another; then all is put back. */
async function deplacer(table: string, colonne: string, cle: string, de: string, vers: string | Buffer): Promise<void> {
  const lire = async (qui: string): Promise<Buffer> =>
    (await m.admin<{ x: Buffer }>(`select ${colonne} as x from confidentiel.${table} where ${cle} = $1`, [qui]))[0]!.x
  const poser = (qui: string, x: Buffer): Promise<unknown> =>
    m.admin(`update confidentiel.${table} set ${colonne} = $2 where ${cle} = $1`, [qui, x])
  const avant = await lire(de)
  await poser(de, typeof vers === 'string' ? await lire(vers) : vers)
  try {
    const { statut, texte } = await page(a)
    assert.equal(statut, 500, `${table}.${colonne}`)
    assert.doesNotMatch(texte, /Récit|Cible|Réponse une|Réponse deux|Note de/, `${table}.${colonne}`)
  } finally {
    await poser(de, avant)
  }
  assert.equal((await page(a)).statut, 200)
}

const lignes = async (table: string, fil: string): Promise<string[]> =>
  (await m.admin<{ id: string }>(`select id from confidentiel.${table} where fil = $1 order by id`, [fil])).map((l) => l.id)

test('an answer in the place of another one of the same child, of another child, or of a note: refused, and not a word is shown', async () => {
  const entiere = await page(a)
  for (const mots of ['Récit le premier', 'Réponse une, le premier', 'Réponse deux, le premier', 'Note de le premier'])
    assert.ok(entiere.texte.includes(mots), mots)
  const [un, deux] = (await lignes('message', a)) as [string, string]
  const [ailleurs] = (await lignes('message', b)) as [string]
  await deplacer('message', 'contenu', 'id', un, deux)
  await deplacer('message', 'contenu', 'id', un, ailleurs)
  const [note] = await m.admin<{ contenu: Buffer }>('select contenu from confidentiel.note where fil = $1', [a])
  await deplacer('message', 'contenu', 'id', un, note!.contenu)
})

test('a narrative in the place of another, the key of another report, a ciphertext cut short: refused too', async () => {
  await deplacer('signalement', 'contenu', 'id', a, b)
  await deplacer('cle', 'emballee', 'fil', a, b)
  const [s] = await m.admin<{ contenu: Buffer }>('select contenu from confidentiel.signalement where id = $1', [a])
  for (const n of [0, 1, 28, 29, s!.contenu.length - 1])
    await deplacer('signalement', 'contenu', 'id', a, s!.contenu.subarray(0, n))
})

test('the narrative and the key of another report, both moved: the child who comes back with the code reads neither', async () => {
  const [x, y] = [await raconterParLeSite(m, { recit: 'Récit de Lina.' }), await raconterParLeSite(m, { recit: 'Récit d’Enzo.' })]
  const [lina, enzo] = (
    await m.admin<{ id: string }>(`select id from confidentiel.signalement where id not in ($1, $2) order by recu_le, id`, [a, b])
  ).map((s) => s.id) as [string, string]
  await m.admin(
    `update confidentiel.signalement s set contenu = o.contenu from confidentiel.signalement o where s.id = $1 and o.id = $2`,
    [lina, enzo],
  )
  await m.admin(`update confidentiel.cle k set emballee = o.emballee from confidentiel.cle o where k.fil = $1 and o.fil = $2`, [
    lina,
    enzo,
  ])
  const { html } = await ouvrir(m, x.code)
  assert.doesNotMatch(html, /Enzo|Lina/)
  assert.match(html, /17[\s\S]*15[\s\S]*112/)
  assert.match((await ouvrir(m, y.code)).html.replaceAll('\u00a0', ' '), /Récit d’Enzo/)
})
