import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, uuidv7 } from '#platform'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { ouvrirProtege, verbes, type DossierOuvert } from '../../../tests/support/situations.ts'

let m: Monde
let d: DossierOuvert
before(async () => {
  m = await nouveauMonde()
  d = await ouvrirProtege(m, 'chefTilleuls')
})
after(() => m.fermer())

const envoyer = (chemin: string, champs: Record<string, string | string[]>, qui: NomAgent): Promise<Response> =>
  m.envoyer(`/dossiers/${d.numero}/${chemin}`, champs, qui)
const notes = async (qui: NomAgent): Promise<string> =>
  (await (await m.lire(`/dossiers/${d.numero}/notes`, qui)).text()).replaceAll('\u00a0', ' ')
const mentions = () =>
  m.admin<{ agent: string; lue: boolean }>('select agent, lue_le is not null as lue from confidentiel.mention where fil = $1', [
    d.id,
  ])

test('a note is read by colleagues of the dossier and by nobody else; sent twice it is one', async () => {
  const champs = { id: uuidv7(), note: 'Vu ce matin : « ça va mieux ».' }
  assert.equal((await envoyer('notes', champs, 'chefSaules')).status, 404)
  assert.equal((await envoyer('notes', champs, 'chefTilleuls')).status, 303)
  assert.equal((await envoyer('notes', champs, 'chefTilleuls')).status, 303)
  assert.match(await notes('coordoTilleuls'), /« ça va mieux »/)
  assert.equal((await m.lire(`/dossiers/${d.numero}/notes`, 'chefSaules')).status, 404)
  assert.equal((await m.admin('select from confidentiel.note where fil = $1', [d.id])).length, 1)
  assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.noter').length, 1)
  const [fait] = await m.admin<{ detail: object }>(
    `select detail from confidentiel.fait where fil = $1 and verbe = 'dossier.noter'`,
    [d.id],
  )
  assert.deepEqual(fait!.detail, { note: champs.id, appeles: [] }, 'no word of it in the fact')
})

test('calling a colleague: by box or by « @Prénom Nom », once, until they have read it', async () => {
  await envoyer('notes', { id: uuidv7(), note: 'Avis ? @hugo marsan', appeles: [m.agents.referent31] }, 'chefTilleuls')
  assert.deepEqual(new Set((await mentions()).map((x) => x.agent)), new Set([m.agents.coordoTilleuls, m.agents.referent31]))
  assert.ok((await mentions()).every((x) => !x.lue))
  const [courriels] = await m.admin<{ n: number }>(
    `select count(*)::int as n from machine.courriel where modele = 'nouveau_message' and agent = any ($1)`,
    [[m.agents.coordoTilleuls, m.agents.referent31]],
  )
  assert.equal(courriels!.n, 2)
  await notes('coordoTilleuls')
  assert.deepEqual(
    (await mentions()).filter((x) => x.lue).map((x) => x.agent),
    [m.agents.coordoTilleuls],
  )
})

test('somebody who does not see the dossier cannot be called, and what was typed comes back', async () => {
  const avant = (await mentions()).length
  const r = await envoyer('notes', { id: uuidv7(), note: 'À voir.', appeles: [m.agents.chefSaules] }, 'chefTilleuls')
  assert.equal(r.status, 422)
  assert.match(await r.text(), /À voir\./)
  // Called by a name that nobody here bears: whoever writes learns that nobody would know. A pseudonym and an address are only text.
  const appel = await envoyer('notes', { id: uuidv7(), note: 'Votre avis, @Paul Ferrand ?' }, 'chefTilleuls')
  assert.equal(appel.status, 422)
  const dit = (await appel.text()).replaceAll('\u00a0', ' ')
  assert.match(dit, /« @Paul Ferrand » n’est pas parmi les personnes qui voient ce dossier[^]*Votre avis, @Paul Ferrand/)
  const texte = 'Le compte @lina_31 est fermé ; capture à paul.ferrand@exemple.fr. @Hugo Marsand n’y est pour rien'
  assert.equal((await envoyer('notes', { id: uuidv7(), note: texte }, 'chefTilleuls')).status, 422, 'a name that begins alike')
  const juste = texte.replace('@Hugo Marsand', 'Hugo')
  assert.equal((await envoyer('notes', { id: uuidv7(), note: juste }, 'chefTilleuls')).status, 303)
  assert.equal((await mentions()).length, avant)
})

test('a task: who, what, by when, done once; refused to somebody who does not see the dossier', async () => {
  const champs = { id: uuidv7(), quoi: 'Rappeler la famille', pour: m.agents.coordoTilleuls, tache_le: '2026-11-13' }
  assert.equal((await envoyer('taches', { ...champs, pour: m.agents.chefSaules }, 'chefTilleuls')).status, 422)
  assert.equal((await envoyer('taches', { ...champs, tache_le: '2026-11-09' }, 'chefTilleuls')).status, 422)
  assert.equal((await envoyer('taches', champs, 'chefTilleuls')).status, 303)
  assert.equal((await envoyer('taches', champs, 'chefTilleuls')).status, 303)
  assert.match(await notes('coordoTilleuls'), /Rappeler la famille/)
  const fin = () => envoyer(`taches/${champs.id}/fin`, {}, 'coordoTilleuls')
  assert.equal((await envoyer(`taches/${champs.id}/fin`, {}, 'chefSaules')).status, 404)
  assert.equal((await fin()).status, 303)
  assert.equal((await fin()).status, 409)
  assert.match(await notes('chefTilleuls'), /Tâches finies \(1\)/)
  assert.deepEqual(
    (await verbes(m, d.id)).filter((v) => v.includes('tache')),
    ['dossier.tacher', 'dossier.finir_tache'],
  )
})

test('a due date moves with a reason, to a school day, within a week of school', async () => {
  const echeance = async (): Promise<string> =>
    (
      await m.admin<{ echeance: Date }>('select echeance from confidentiel.dossier where id = $1', [d.id])
    )[0]!.echeance.toISOString()
  const avant = await echeance()
  const version = async (): Promise<string> =>
    String((await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [d.id]))[0]!.version)
  const reporter = async (champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<string> => {
    const r = await envoyer('report', { version: await version(), note: uuidv7(), ...champs }, qui)
    return r.status === 422
      ? /(?:La nouvelle|Il n’y a|L’échéance peut|Cette date|Écrivez pourquoi|Choisissez)[^<]*/.exec(
          (await r.text()).replaceAll('\u00a0', ' '),
        )![0]
      : String(r.status)
  }
  assert.equal(await reporter({ report_le: '2026-11-16', raison: 'Famille absente.' }, 'chefSaules'), '404')
  assert.match(await reporter({ report_le: '2026-11-16' }), /Écrivez pourquoi/)
  assert.match(await reporter({ raison: 'Famille absente.' }), /Choisissez/)
  assert.match(await reporter({ report_le: '2026-11-11', raison: 'Famille absente.' }), /pas classe ce jour-là : 11 novembre/)
  assert.match(await reporter({ report_le: '2026-12-24', raison: 'Famille absente.' }), /L’échéance peut être repoussée jusqu’au/)
  assert.match(await reporter({ report_le: '2026-11-09', raison: 'Famille absente.' }), /passée/)
  assert.equal(await echeance(), avant)
  assert.equal(await reporter({ report_le: '2026-11-17', raison: 'La famille est absente jusqu’à lundi.' }), '303')
  assert.equal(await echeance(), '2026-11-17T17:00:00.000Z')
  assert.match(await notes('coordoTilleuls'), /absente jusqu’à lundi/)
  const [fait] = await m.admin<{ detail: { de: string; vers: string } }>(
    `select detail from confidentiel.fait where fil = $1 and verbe = 'dossier.reporter'`,
    [d.id],
  )
  assert.deepEqual([fait!.detail.de, fait!.detail.vers], [avant, '2026-11-17T17:00:00.000Z'])
  assert.match(await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text(), /Échéance repoussée au 17 nov\./)
  clock.set(new Date('2026-11-10T09:00:00+01:00'))
})
