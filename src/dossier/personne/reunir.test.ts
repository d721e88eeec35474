import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { HEURE, plus, uuidv7 } from '#platform'
import { dossierVu, envoyerDossier, ouvrirProtege, type Ouvert } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'
import { Memes } from './meme.ts'

test('an entry is read under the last one of its chain; whatever is no entry stays as it is', () => {
  const [a, b, c] = [uuidv7(), uuidv7(), uuidv7()]
  const m = new Memes([
    { id: '1', de: a, vers: b },
    { id: '2', de: b, vers: c },
  ])
  assert.deepEqual(
    [a, b, c, 'autre'].map((x) => m.id(x)),
    [c, c, c, 'autre'],
  )
  assert.deepEqual(m.toutes(b).sort(), [a, b, c].sort())
  const le = new Date()
  assert.deepEqual(m.lignes([{ id: a, personne: a, avec: [b, 'x'], detail: { enfant: a, n: 2 }, le, au: null }]), [
    { id: a, personne: c, avec: [c, 'x'], detail: { enfant: c, n: 2 }, le, au: null },
  ])
})

test('a loop in the data ends', () => {
  const m = new Memes([
    { id: '1', de: 'a', vers: 'b' },
    { id: '2', de: 'b', vers: 'a' },
  ])
  assert.equal(typeof m.id('a'), 'string')
})

test('one guardian of one child twice: what stands against a contact counts first', () => {
  const m = new Memes([{ id: '1', de: 'mere2', vers: 'mere' }])
  const lien = { enfant: 'lea', autorite: true }
  const [seul, ...reste] = m.liens([
    { ...lien, responsable: 'mere', regle: 'libre' },
    { ...lien, responsable: 'mere2', regle: 'ne_doit_pas_savoir' },
  ])
  assert.deepEqual([seul!.regle, reste], ['ne_doit_pas_savoir', []])
})

let m: Monde
let d: Ouvert
/** Lina again, as a witness had named her. */
let autre: string
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())
beforeEach(async () => {
  d = await ouvrirProtege(m, 'chefTilleuls')
  autre = await noter('Lili Roussel-Bey', 'cible')
})
const envoyer = (forme: string, champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  envoyerDossier(m, d, forme, champs, qui)
async function noter(nom: string, role: string): Promise<string> {
  const id = uuidv7()
  assert.equal((await envoyer('personnes', { id, nom, role, du: '2026-11-03' })).status, 303)
  return id
}
async function lier(enfant: string): Promise<string> {
  const id = uuidv7()
  const dit = { nom: 'Sofia Bey', lien: 'mere', autorite: 'oui', langue: 'fr', interprete: 'non', regle: 'libre' }
  assert.equal((await envoyer(`familles/${enfant}/responsables`, { id, ...dit })).status, 303)
  return id
}
const reunir = (champs: Record<string, string> = {}, qui?: NomAgent, garde = d.cible): Promise<Response> =>
  envoyer(`personnes/${garde}/reunion`, { autre, pourquoi_meme: 'Même classe, même sœur.', ...champs }, qui)
const reunion = async (): Promise<string> =>
  (await m.admin<{ id: string }>('select id from confidentiel.personne_reunie where fil = $1 and separee_le is null', [d.id]))[0]!
    .id
const separer = async (champs: Record<string, string> = {}, qui?: NomAgent): Promise<Response> =>
  envoyer(`personnes/${d.cible}/separation`, { reunion: await reunion(), pourquoi_deux: 'Deux cousines.', ...champs }, qui)
const lire = async (chemin = ''): Promise<string> => (await m.lire(`/dossiers/${d.numero}${chemin}`, 'chefTilleuls')).text()
const fait = async (r: Response, code: string): Promise<void> => {
  assert.equal(r.status, 303, await r.text())
  assert.match(r.headers.get('location')!, new RegExp(`fait=${code}`))
}
const fiches = (page: string): string[] => [...page.matchAll(/\/personnes\/[0-9a-f-]{36}">([^<]+)</g)].map((x) => x[1]!).sort()

test('read as one: one card, with both names; told apart: two again; both are in the history', async () => {
  await fait(await reunir(), 'personnes_reunies')
  const page = await lire()
  assert.deepEqual(fiches(page), ['Enzo Martin', 'Lina Roussel', 'Sacha Vial'])
  assert.match(page, /Notée aussi comme\s: Lili Roussel-Bey/)
  assert.equal(page.match(/Personne visée<\/[^>]*> <small>depuis/g)?.length, 1)
  assert.match(page, /ses deux fiches réunies/)
  // A link to the other card, kept somewhere, leads to the one that is read.
  assert.match(await lire(`/personnes/${autre}`), /<h1>Lina Roussel<\/h1>/)
  await fait(await separer(), 'personnes_separees')
  const apres = await lire()
  assert.deepEqual(fiches(apres), ['Enzo Martin', 'Lili Roussel-Bey', 'Lina Roussel', 'Sacha Vial'])
  assert.match(apres, /Deux fiches de personnes séparées/)
  assert.deepEqual((await verbes(m, d.id)).slice(-2), ['dossier.reunir_personnes', 'dossier.separer_personnes'])
})

test('unknown to a stranger, and about anybody who is not of this dossier', async () => {
  const ailleurs = await ouvrirProtege(m, 'chefTilleuls')
  assert.equal((await reunir({}, 'chefSaules')).status, 404)
  assert.equal((await reunir({}, undefined, ailleurs.cible)).status, 404)
  assert.match(await (await reunir({ autre: ailleurs.cible })).text(), /Choisissez l’autre fiche/)
  await reunir()
  assert.equal((await separer({}, 'chefSaules')).status, 404)
  assert.equal((await separer({ reunion: uuidv7() })).status, 404)
})

test('never without its reason; what was typed comes back', async () => {
  const r = await reunir({ pourquoi_meme: '' })
  assert.equal(r.status, 422)
  assert.match(await r.text(), new RegExp(`value="${autre}" selected`))
  assert.equal((await reunir({ autre: d.cible })).status, 422)
  await reunir()
  assert.equal((await separer({ pourquoi_deux: '' })).status, 422)
})

test('sent twice, or by two people each their own way: one of them, and never a circle', async () => {
  const version = String((await dossierVu(m, d.id)).version)
  const deux = await Promise.all([
    reunir({ version }),
    envoyer(`personnes/${autre}/reunion`, { autre: d.cible, pourquoi_meme: 'Même élève.', version }, 'coordoTilleuls'),
  ])
  // The other one is told that it has just been done, or that the list of cards is another.
  assert.equal(deux.filter((r) => r.status === 303).length, 1)
  assert.ok(deux.every((r) => [303, 409, 422].includes(r.status)))
  assert.equal(fiches(await lire()).length, 3)
})

test('what ended says so: nothing is joined any more', async () => {
  await m.admin("update confidentiel.dossier set etat = 'clos', echeance = null, clos_le = ouvert_le where id = $1", [d.id])
  assert.match(await (await reunir()).text(), /Les rôles ne changent plus à cette étape/)
})

test('talks, families and their news follow, and come back', async () => {
  const id = uuidv7()
  const talk = {
    id,
    role: 'cible',
    mene: m.agents.chefTilleuls,
    quand: '2026-11-10T08:30',
    faits: 'Trois élèves la suivent.',
    mots: '« Stop. »',
  }
  const dit = { danger: 'non', suicide: 'non', soir: 'oui', retour: 'oui', famille: 'faite' }
  const r = await envoyer(`entretiens/avec/${autre}/cible`, { ...talk, ...dit })
  assert.equal(r.status, 303, await r.text())
  const mere = await lier(autre)
  const sienne = new RegExp(`name="avec_${mere}"`)
  await reunir()
  assert.match(await lire(`/familles/${d.cible}`), sienne)
  assert.match(await lire(`/entretiens/${id}`), /Entretien avec Lina Roussel/)
  // News were promised under both names: given once, they are given, and promised once.
  const informer = {
    id: uuidv7(),
    cote: 'cible',
    issue: 'informe',
    moyen: 'telephone',
    jour: '2026-11-10',
    sujet_ouverture: 'oui',
  }
  const c = await envoyer(`familles/${d.cible}/contacts`, { ...informer, [`avec_${mere}`]: 'oui', dit: 'Elle remercie.' })
  assert.equal(c.status, 303, await c.text())
  const promis = (): Promise<{ objet: string }[]> =>
    m.admin("select objet from confidentiel.prevu where fil = $1 and nature = 'nouvelles_famille' and issue is null", [d.id])
  assert.deepEqual(
    (await promis()).map((p) => p.objet),
    [d.cible],
  )
  await separer()
  assert.doesNotMatch(await lire(`/familles/${d.cible}`), sienne)
  assert.match(await lire(`/familles/${autre}`), sienne)
  assert.match(await lire(`/entretiens/${id}`), /Entretien avec Lili Roussel-Bey/)
})

test('a role noted twice ends once', async () => {
  await reunir()
  const [role] = await m.admin<{ id: string }>('select id from confidentiel.personne_role where personne = $1', [d.cible])
  await fait(await envoyer(`personnes/${d.cible}/fin`, { fini: role!.id, au: '2026-11-10' }), 'role_fini')
  assert.deepEqual(
    await m.admin('select distinct au::text from confidentiel.personne_role where personne = any ($1)', [[d.cible, autre]]),
    [{ au: '2026-11-10' }],
  )
})

test('somebody and who answers for them stay two; so do pupils on two sides, or whom a talk awaits', async () => {
  const mere = await lier(d.cible)
  assert.match(await (await reunir({ autre: mere })).text(), /L’une de ces personnes répond de l’autre/)
  const [piste, i] = [uuidv7(), uuidv7()]
  const agent = m.agents.chefTilleuls
  await m.admin(
    `insert into confidentiel.piste (acad, id, fil, methode, type, duree_avant, contenu, engagee_le, engagee_par)
     values ('16', $1, $2, 'mpp', 'college', 'mois', '', now(), $3)`,
    [piste, d.id, agent],
  )
  await m.admin(
    `insert into confidentiel.intervenant (acad, id, fil, cote, identite, jeton, par, le) values ('16', $1, $2, 'groupe', '', substr(sha256('x'), 1, 16), $3, now())`,
    [i, d.id, agent],
  )
  await m.admin(`insert into confidentiel.eleve_cote (acad, fil, piste, personne, cote) values ('16', $1, $2, $3, 'groupe')`, [
    d.id,
    piste,
    autre,
  ])
  await m.admin(
    `insert into confidentiel.rencontre (acad, id, fil, piste, personne, intervenant, cote, jour) values ('16', $1, $2, $3, $4, $5, 'groupe', '2026-11-12')`,
    [uuidv7(), d.id, piste, autre, i],
  )
  assert.match(await (await reunir()).text(), /Un entretien de préoccupation partagée est prévu/)
  await m.admin(`insert into confidentiel.eleve_cote (acad, fil, piste, personne, cote) values ('16', $1, $2, $3, 'cible')`, [
    d.id,
    piste,
    d.cible,
  ])
  assert.match(await (await reunir()).text(), /vus de deux côtés/)
})

test('an extract names the child by both names; one prepared before, or before they were told apart, no longer leaves', async () => {
  const mere = await lier(d.cible)
  await envoyer('resume', { resume: 'Lina est suivie le matin. Lili Roussel-Bey l’a dit à la CPE. Enzo Martin y était.' })
  const extrait = async (): Promise<string> => {
    const id = uuidv7()
    const r = await envoyer(`familles/${d.cible}/extraits`, { id, cote: 'cible', pour: mere, partie_resume: 'oui' })
    assert.equal(r.status, 303, await r.text())
    return lire(`/familles/extraits/${id}`)
  }
  const cache = (page: string): string[] => [...page.matchAll(/Caché : ([^"]+)"/g)].map((x) => x[1]!)
  const avant = /extraits\/([0-9a-f-]{36})\/relecture/.exec(await extrait())![1]!
  m.aller(plus(new Date('2026-11-10T09:00:00+01:00'), HEURE))
  await reunir()
  assert.match(await lire(`/familles/extraits/${avant}`), /À préparer à nouveau/)
  assert.match(await (await envoyer(`familles/extraits/${avant}/relecture`, { version: '1' })).text(), /ne peut plus partir/)
  m.aller(plus(new Date('2026-11-10T09:00:00+01:00'), 2 * HEURE))
  const page = await extrait()
  assert.ok(!cache(page).some((mots) => /Lili|Bey/.test(mots)), cache(page).join(' | '))
  assert.ok(cache(page).some((mots) => /Enzo/.test(mots)))
  m.aller(plus(new Date('2026-11-10T09:00:00+01:00'), 3 * HEURE))
  await separer()
  m.aller(plus(new Date('2026-11-10T09:00:00+01:00'), 4 * HEURE))
  assert.ok(cache(await extrait()).some((mots) => /Lili/.test(mots)))
})
