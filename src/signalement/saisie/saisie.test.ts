import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction } from '#platform'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'
import { lireCode } from '../code/code.ts'
import { empreinteCode } from '../depot/deposer.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

/** The form as it is shown to this agent: its id, and its sealed secret. */
async function formulaire(qui: NomAgent): Promise<{ id: string; scelle: string }> {
  const texte = await (await m.lire('/signalements/nouveau', qui)).text()
  const cache = (nom: string): string => new RegExp(`name="${nom}" value="([^"]+)"`).exec(texte)![1]!
  return { id: cache('id'), scelle: cache('scelle') }
}
const appel = { canal: 'telephone', declarant: 'parent', recit: '« Il ne veut plus y aller », dit sa mère.', code: 'non' }
const ligne = async (id: string) =>
  (
    await m.admin<{ etab: string; niveau: string; canal: string; saisi_par: string; contact: string }>(
      'select etab, niveau, canal, saisi_par, contact from confidentiel.signalement where id = $1',
      [id],
    )
  )[0]

test('a call, typed by the head of the school: the same report as any other, with where it came from', async () => {
  const f = await formulaire('chefTilleuls')
  const r = await m.envoyer(
    '/signalements/nouveau',
    { ...f, ...appel, etab: ECOLES.tilleuls.etab, noms: 'Kévin', quoi: ['mots', 'ecart'] },
    'chefTilleuls',
  )
  assert.equal(r.headers.get('location'), `/signalements/${f.id}?fait=saisi`)
  assert.deepEqual(await ligne(f.id), {
    etab: ECOLES.tilleuls.etab,
    niveau: 'etablissement',
    canal: 'telephone',
    saisi_par: m.agents.chefTilleuls,
    contact: 'aucun',
  })
  const texte = await (await m.lire(`/signalements/${f.id}`, 'chefTilleuls')).text()
  for (const dit of ['Il ne veut plus y aller', 'Kévin', 'téléphone', 'saisi par Claire Vidal'])
    assert.ok(texte.includes(dit), dit)
  assert.deepEqual(await verbes(m, f.id), ['signalement.saisir', 'signalement.lire'])
})

test('sent twice at the same instant: one report, both answers lead to it', async () => {
  const f = await formulaire('chefTilleuls')
  const champs = { ...f, ...appel, etab: ECOLES.tilleuls.etab }
  const deux = await Promise.all([1, 2].map(() => m.envoyer('/signalements/nouveau', champs, 'chefTilleuls')))
  assert.deepEqual(
    deux.map((r) => r.headers.get('location')),
    [`/signalements/${f.id}?fait=saisi`, `/signalements/${f.id}?fait=saisi`],
  )
  assert.deepEqual(await verbes(m, f.id), ['signalement.saisir'])
})

test('a school outside one’s own is unknown; a stranger, the DPO and the équipe have no such form', async () => {
  const f = await formulaire('chefTilleuls')
  const r = await m.envoyer('/signalements/nouveau', { ...f, ...appel, etab: ECOLES.pruniers.etab }, 'chefTilleuls')
  assert.equal(r.status, 422)
  assert.match(await r.text(), /Il ne veut plus y aller/)
  assert.equal(await ligne(f.id), undefined)
  assert.equal((await m.lire('/signalements/nouveau')).status, 303)
  for (const qui of ['dpo', 'administrateur', 'equipeTilleuls'] as const) {
    assert.equal((await m.lire('/signalements/nouveau', qui)).status, 404)
    assert.equal((await m.envoyer('/signalements/nouveau', { ...f, ...appel }, qui)).status, 404)
  }
})

test('a référent finds the school by its words; several are offered, what was typed stays', async () => {
  const f = await formulaire('referent31')
  const plusieurs = await m.envoyer('/signalements/nouveau', { ...f, ...appel, ecole: 'collège' }, 'referent31')
  assert.equal(plusieurs.status, 422)
  const texte = await plusieurs.text()
  assert.deepEqual(
    [...texte.matchAll(/name="etab"[^>]*value="(\w+)"/g)].map((x) => x[1]).sort(),
    [ECOLES.tilleuls.etab, ECOLES.saules.etab].sort(),
  )
  assert.match(texte, /Il ne veut plus y aller/)
  const un = await m.envoyer('/signalements/nouveau', { ...f, ...appel, ecole: 'saules montclar' }, 'referent31')
  assert.equal(un.status, 303)
  assert.equal((await ligne(f.id))?.etab, ECOLES.saules.etab)
})

test('each thing to mend is said with its field, and nothing is written', async () => {
  const f = await formulaire('chefTilleuls')
  const r = await m.envoyer(
    '/signalements/nouveau',
    { ...f, canal: 'site', etab: ECOLES.tilleuls.etab, faits_du: '2026-11-31', faits_au: '2027-01-01', code: 'non' },
    'chefTilleuls',
  )
  assert.equal(r.status, 422)
  const texte = await r.text()
  for (const phrase of [
    /Choisissez par où ce signalement est arrivé/,
    /Écrivez ce qui a été dit/,
    /Cette date n’existe pas/,
    /Les faits ne peuvent pas être à venir/,
  ])
    assert.match(texte, phrase)
  assert.equal(await ligne(f.id), undefined)
})

test('an adult of the school is named: it is held above, and the school that typed it no longer sees it', async () => {
  const f = await formulaire('chefTilleuls')
  const r = await m.envoyer(
    '/signalements/nouveau',
    { ...f, ...appel, etab: ECOLES.tilleuls.etab, auteurs: 'adulte' },
    'chefTilleuls',
  )
  assert.equal(r.headers.get('location'), '/boite?fait=saisi_ailleurs')
  assert.equal((await ligne(f.id))?.niveau, 'departement')
  assert.deepEqual(
    await Promise.all(
      (['chefTilleuls', 'coordoTilleuls', 'referent31', 'referent81'] as const).map(
        async (qui) => (await m.lire(`/signalements/${f.id}`, qui)).status,
      ),
    ),
    [404, 404, 200, 404],
  )
})

test('the code given on the phone opens that report at the public door, and is stored as a hash only', async () => {
  const f = await formulaire('chefTilleuls')
  const champs = { ...f, ...appel, code: 'oui', etab: ECOLES.tilleuls.etab }
  const pages = [
    await m.envoyer('/signalements/nouveau', champs, 'chefTilleuls'),
    await m.envoyer('/signalements/nouveau', champs, 'chefTilleuls'),
  ]
  const codes = await Promise.all(
    pages.map(async (p) =>
      /preau-code__mots"[^>]*>([\s\S]*?)<\/p>/
        .exec(await p.text())![1]!
        .replace(/<[^>]+>/g, ' ')
        .trim()
        .split(/\s+/),
    ),
  )
  assert.deepEqual(codes[0], codes[1])
  const lu = lireCode(codes[0]!.join(' '))
  assert.ok('secret' in lu)
  const { base, trousseau } = m.maison
  const vu = await transaction(base, 'public', { code: empreinteCode(trousseau, '16', lu.secret).toString('hex') }, (db) =>
    db.all({ name: 'test.vu', text: 'select id from confidentiel.signalement', params: [] } as never),
  )
  assert.deepEqual(vu, [{ id: f.id }])
})

test('a secret sealed for one form does not serve another', async () => {
  const [a, b] = [await formulaire('chefTilleuls'), await formulaire('chefTilleuls')]
  const r = await m.envoyer(
    '/signalements/nouveau',
    { ...appel, id: a.id, scelle: b.scelle, code: 'oui', etab: ECOLES.tilleuls.etab },
    'chefTilleuls',
  )
  assert.equal(r.status, 422)
  assert.equal(await ligne(a.id), undefined)
})

test('a référent who also coordinates a school types a call for any school of the département', async () => {
  const finir = await m.ajouterMandat('referent31', 'coordonnateur', { etab: ECOLES.saules.etab })
  const page = await (await m.lire('/signalements/nouveau', 'referent31')).text()
  assert.match(page, /name="ecole"/)
  const f = await formulaire('referent31')
  const r = await m.envoyer('/signalements/nouveau', { ...f, ...appel, ecole: 'glycines' }, 'referent31')
  assert.equal(r.status, 303, await r.text())
  assert.equal((await ligne(f.id))?.etab, ECOLES.glycines.etab)
  await finir()
})

test('a school chosen among several stays chosen when something else is to mend, and no longer counts once other words are typed', async () => {
  const f = await formulaire('referent31')
  const choisi = { ...f, ...appel, ecole: 'collège', etab: ECOLES.saules.etab }
  const sans = await m.envoyer('/signalements/nouveau', { ...choisi, canal: '' }, 'referent31')
  assert.equal(sans.status, 422)
  assert.match(
    await sans.text(),
    new RegExp(`value="${ECOLES.saules.etab}"[^>]*checked|checked[^>]*value="${ECOLES.saules.etab}"`),
  )
  const change = await m.envoyer('/signalements/nouveau', { ...choisi, ecole: 'glycines' }, 'referent31')
  assert.equal(change.status, 303)
  assert.equal((await ligne(f.id))?.etab, ECOLES.glycines.etab)
})

test('from a dossier, whoever follows a département finds its school already written', async () => {
  const page = await (await m.lire(`/signalements/nouveau?etab=${ECOLES.saules.etab}`, 'referent31')).text()
  assert.match(page, new RegExp(`name="ecole"[^>]*value="${ECOLES.saules.etab}"|value="${ECOLES.saules.etab}"[^>]*name="ecole"`))
})

test('two schools and none chosen: the sentence stands at the list', async () => {
  const finir = await m.ajouterMandat('chefTilleuls', 'chef', { etab: ECOLES.saules.etab })
  const f = await formulaire('chefTilleuls')
  const r = await m.envoyer('/signalements/nouveau', { ...f, ...appel, etab: '' }, 'chefTilleuls')
  assert.equal(r.status, 422)
  assert.match(await r.text(), /href="#etab"/)
  await finir()
})
