import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, JOUR, plus, uuidv7 } from '#platform'
import { dossierVu, ecrireFaits, ouvrirProtege, type Ouvert } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { faireMenage } from '../../travaux/menage.ts'

const MAINTENANT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
let d: Ouvert
before(async () => void (m = await nouveauMonde(MAINTENANT)))
after(() => m.fermer())
beforeEach(async () => {
  clock.set(MAINTENANT)
  await m.admin('delete from confidentiel.brouillon')
  d = await ouvrirProtege(m, 'chefTilleuls')
})

const forme = (): string => `entretiens/avec/${d.cible}/cible`
const garder = (champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  m.envoyer(`/dossiers/${d.numero}/brouillons`, { brouillon: forme(), ...champs }, qui)
/** As the script does. */
async function sauver(
  champs: Record<string, string>,
  qui: NomAgent = 'chefTilleuls',
): Promise<{ statut: number; serie: number | undefined }> {
  const r = await m.app.request(`/dossiers/${d.numero}/brouillons`, {
    method: 'POST',
    body: new URLSearchParams({ brouillon: forme(), ...champs }),
    headers: { Cookie: `preau=${await m.session(qui)}`, Accept: 'application/json' },
  })
  const corps = r.status === 404 ? {} : ((await r.json()) as { serie?: number })
  return { statut: r.status, serie: corps.serie }
}
const page = async (qui: NomAgent = 'chefTilleuls', chemin = forme()): Promise<string> =>
  (await m.lire(`/dossiers/${d.numero}/${chemin}`, qui)).text()

test('kept without a script, found again on another device, sealed, and by nobody else', async () => {
  const r = await garder({ faits: 'Il pleure en racontant.', danger: 'oui', serie: '0' })
  assert.equal(r.headers.get('location'), `/dossiers/${d.numero}/${forme()}?fait=brouillon`)
  const mienne = await page()
  assert.match(mienne, /Il pleure en racontant/)
  assert.match(mienne, /value="oui" checked/)
  assert.match(mienne, /Votre brouillon, gardé/)
  assert.match(await page('chefTilleuls', 'entretiens'), /Reprendre le brouillon/)
  const collegue = await page('coordoTilleuls')
  assert.doesNotMatch(collegue, /Il pleure/)
  assert.doesNotMatch(collegue, /Votre brouillon/)
  const [b] = await m.admin<{ contenu: Buffer }>('select contenu from confidentiel.brouillon')
  assert.ok(!b!.contenu.includes('pleure'))
  assert.equal((await m.admin('select from confidentiel.fait where fil = $1 and verbe like $2', [d.id, '%brouillon%'])).length, 0)
})

test('the script is told how many times it was kept; an older device writes over nothing unless one insists', async () => {
  assert.deepEqual(await sauver({ faits: 'a', serie: '0' }), { statut: 200, serie: 1 })
  assert.deepEqual(await sauver({ faits: 'ab', serie: '1' }), { statut: 200, serie: 2 })
  assert.deepEqual(await sauver({ faits: 'autre téléphone', serie: '1' }), { statut: 409, serie: undefined })
  assert.deepEqual(await sauver({ faits: 'autre téléphone', serie: '0' }), { statut: 409, serie: undefined })
  assert.match(await page(), />\s*ab<\/textarea>/)
  assert.deepEqual(await sauver({ faits: 'autre téléphone', serie: '1', force: 'oui' }), { statut: 200, serie: 3 })
})

test('sent, it is gone; and a late word of the same page brings nothing back', async () => {
  await sauver({ faits: 'En cours.', serie: '0' })
  const envoi = {
    id: uuidv7(),
    role: 'cible',
    brouillon: forme(),
    mene: m.agents.chefTilleuls,
    quand: '2026-11-10T08:30',
    faits: 'Fini.',
    danger: 'non',
    suicide: 'non',
    soir: 'oui',
    retour: 'Son père',
    famille: 'faite',
  }
  // Refused, it stays.
  await m.envoyer(`/dossiers/${d.numero}/${forme()}`, { ...envoi, retour: '' }, 'chefTilleuls')
  assert.equal((await m.admin('select from confidentiel.brouillon')).length, 1)
  assert.equal((await m.envoyer(`/dossiers/${d.numero}/${forme()}`, envoi, 'chefTilleuls')).status, 303)
  assert.equal((await m.admin('select from confidentiel.brouillon')).length, 0)
  assert.equal((await sauver({ faits: 'En cours.', serie: '1' })).statut, 409)
  assert.equal((await m.admin('select from confidentiel.brouillon')).length, 0)
})

test('unknown where the dossier is not seen, under a made-up name, or once the hand-over has ended', async () => {
  assert.equal((await sauver({ faits: 'x', serie: '0' }, 'chefSaules')).statut, 404)
  for (const brouillon of ['', '../..', 'https://ailleurs.fr', 'a'.repeat(200), 'entretiens/Avec/x'])
    assert.equal((await garder({ brouillon })).status, 404, brouillon)
  await m.envoyer(
    `/dossiers/${d.numero}/octrois`,
    { membre: m.agents.equipeTilleuls, motif: 'entretiens', jusque: '2026-11-10', famille_octroi: 'informee' },
    'chefTilleuls',
  )
  assert.equal((await sauver({ faits: 'Confié.', serie: '0' }, 'equipeTilleuls')).statut, 200)
  clock.set(new Date('2026-11-10T18:01:00+01:00'))
  assert.equal((await sauver({ faits: 'Trop tard.', serie: '1' }, 'equipeTilleuls')).statut, 404)
})

test('the session has ended: nothing is kept, and the answer says so', async () => {
  const r = await m.app.request(`/dossiers/${d.numero}/brouillons`, {
    method: 'POST',
    body: new URLSearchParams({ brouillon: forme(), faits: 'x' }),
    headers: { Accept: 'application/json' },
  })
  assert.equal(r.status, 401)
  assert.equal((await m.admin('select from confidentiel.brouillon')).length, 0)
})

test('notes, qualification, transmissions, families: what was typed is found again in its own form, and gone once sent', async () => {
  const d = await ouvrirProtege(m, 'chefTilleuls')
  const mere = uuidv7()
  const lien = { id: mere, nom: 'Sofia Roussel', lien: 'mere', autorite: 'oui', langue: 'fr', interprete: 'non', regle: 'libre' }
  await m.envoyer(`/dossiers/${d.numero}/familles/${d.cible}/responsables`, lien, 'chefTilleuls')
  await ecrireFaits(m, d.id, [
    ['dossier.entendre', { role: 'cible' }],
    ['dossier.evaluer', { danger: false }],
  ])
  const contact = { cote: 'cible', issue: 'informe', moyen: 'telephone', jour: '2026-11-10', sujet_ouverture: 'oui' }
  const cas: [adresse: string, vers: string, champs: Record<string, string>, mots: string][] = [
    ['notes', 'notes', {}, 'note'],
    ['evaluation', 'evaluation/qualification', { qualification: 'harcelement' }, 'raison'],
    ['transmissions/procureur', 'transmissions/procureur', { decision: 'non', jour: '2026-11-10' }, 'raison'],
    [`familles/${d.cible}`, `familles/${d.cible}/contacts`, { ...contact, [`avec_${mere}`]: 'oui' }, 'dit'],
  ]
  for (const [adresse, vers, champs, mots] of cas) {
    const dit = { ...champs, [mots]: 'Écrit dans un couloir.' }
    const garder = { brouillon: adresse, serie: '0', ...dit }
    assert.equal((await m.envoyer(`/dossiers/${d.numero}/brouillons`, garder, 'chefSaules')).status, 404)
    const r = await m.envoyer(`/dossiers/${d.numero}/brouillons`, garder, 'chefTilleuls')
    assert.match(r.headers.get('location')!, new RegExp(`/${adresse}\\?fait=brouillon`))
    const page = await (await m.lire(`/dossiers/${d.numero}/${adresse}`, 'chefTilleuls')).text()
    assert.equal(page.match(/Écrit dans un couloir\./g)?.length, 1, adresse)
    assert.match(page, /Votre brouillon, gardé/)
    if (adresse.startsWith('familles')) assert.match(page, new RegExp(`name="avec_${mere}"[^>]*checked`))
    const autre = await (await m.lire(`/dossiers/${d.numero}/${adresse}`, 'coordoTilleuls')).text()
    assert.doesNotMatch(autre, /Écrit dans un couloir/)
    const version = String((await dossierVu(m, d.id)).version)
    const envoi = { id: uuidv7(), version, ...garder }
    const parti = await m.envoyer(`/dossiers/${d.numero}/${vers}`, envoi, 'chefTilleuls')
    assert.equal(parti.status, 303, await parti.text())
    const apres = await (await m.lire(`/dossiers/${d.numero}/${adresse}`, 'chefTilleuls')).text()
    assert.doesNotMatch(apres, /Votre brouillon, gardé/)
  }
})

test('erased by its author, and purged two weeks after the last word', async () => {
  await sauver({ faits: 'a', serie: '0' })
  assert.equal((await m.envoyer(`/dossiers/${d.numero}/brouillons/fin`, { brouillon: forme() }, 'coordoTilleuls')).status, 303)
  assert.equal((await m.admin('select from confidentiel.brouillon')).length, 1)
  await m.envoyer(`/dossiers/${d.numero}/brouillons/fin`, { brouillon: forme() }, 'chefTilleuls')
  assert.equal((await m.admin('select from confidentiel.brouillon')).length, 0)
  await sauver({ faits: 'b', serie: '0' })
  clock.set(plus(MAINTENANT, 14 * JOUR - 1000))
  assert.equal((await faireMenage(m.maison)).brouillons, 0)
  clock.set(plus(MAINTENANT, 14 * JOUR + 1000))
  assert.equal((await faireMenage(m.maison)).brouillons, 1)
})
