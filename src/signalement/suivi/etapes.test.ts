import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { transaction, uuidv7 } from '#platform'
import { codeDe, ouvrir, raconter } from '../../../tests/support/declarant.ts'
import { ecrireFait, envoyerDossier, mener, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { ECOLES, nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { accesParCode } from './acces.ts'
import { lireCode } from '../code/code.ts'
import { textes } from '../textes/index.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
beforeEach(() => m.aller(new Date('2026-11-10T09:00:00+01:00')))
after(() => m.fermer())

/** Somebody tells; the school opens a dossier with it. */
async function conte(declarant: string, prefixe = ''): Promise<{ code: string; id: string; d: DossierVu }> {
  const avant = new Set((await m.admin<{ id: string }>('select id from confidentiel.signalement')).map((s) => s.id))
  const { code } = await raconter(m, { declarant, prefixe })
  const [s] = (await m.admin<{ id: string }>('select id from confidentiel.signalement')).filter((x) => !avant.has(x.id))
  const d = await ouvrirDossier(m, 'chefTilleuls', {
    signalement: s!.id,
    nom0: 'Ysé Carmin',
    nom1: 'Kévin Dubreuil',
    role1: 'auteur_presume',
  })
  return { code, id: s!.id, d }
}
/** What the database says through the public door, raw. */
async function dits(code: string): Promise<string[]> {
  const lu = lireCode(code)
  assert.ok('secret' in lu)
  const { empreinte } = accesParCode(m.maison.trousseau, '16', lu.secret)
  const lignes = await transaction(m.maison.base, 'public', { code: empreinte }, (db) =>
    db.all<{}, { code: string; le: string }>({ name: 'essai.etapes', text: 'select * from acces.mes_etapes()', params: [] }),
  )
  return lignes.map((l) => `${l.code} ${l.le}`)
}
const html = async (code: string): Promise<string> => (await ouvrir(m, code)).html
const poser = async (d: DossierVu, nature = 'adulte_referent'): Promise<string> => {
  const id = uuidv7()
  const champs = { id, nature, quoi: 'Mme Zéphirine Roca, salle 12', qui: 'Zéphirine Roca', mesure_du: '2026-11-10' }
  assert.equal((await envoyerDossier(m, d, 'mesures', champs, 'chefTilleuls')).status, 303)
  return id
}
const cocher = (
  d: DossierVu,
  mesure: string,
  signalement: string,
  dire = 'oui',
  qui: 'chefTilleuls' | 'chefSaules' = 'chefTilleuls',
) => envoyerDossier(m, d, `suivi/mesures/${mesure}/dit`, { signalement, dire }, qui)

test('each step of the dossier is a code and its day, and a sentence on the page', async () => {
  const { code, d } = await conte('victime')
  assert.deepEqual(await dits(code), ['pris_en_charge 2026-11-10'])
  await poser(d)
  m.aller(new Date('2026-11-12T09:00:00+01:00'))
  for (const [verbe, detail] of [
    ['dossier.entendre', { role: 'cible', issue: 'impossible' }],
    ['dossier.entendre', { role: 'cible' }],
    ['dossier.entendre', { role: 'auteur_presume' }],
    ['dossier.qualifier', { qualification: 'harcelement' }],
    ['dossier.engager_piste', { piste: 'p' }],
    ['dossier.transmettre', { destinataire: 'procureur', decision: 'oui' }],
    ['dossier.surveiller', {}],
  ] as const)
    await ecrireFait(m, d.id, verbe, detail)
  assert.deepEqual(await dits(code), [
    'pris_en_charge 2026-11-10',
    'protege 2026-11-10',
    'ecoute 2026-11-12',
    'decide 2026-11-12',
    'surveille 2026-11-12',
  ])
  const page = await html(code)
  const { etapes } = textes('fr').suivi
  for (const e of ['protege', 'ecoute', 'decide', 'surveille'] as const) assert.ok(page.includes(etapes[e]), e)
  assert.ok(!page.includes(etapes.fini))
  for (const mot of [/procédure/i, /Carmin/, /Dubreuil/, /Zéphirine/, /salle 12/, new RegExp(d.numero), /procureur/i, /qualifi/i])
    assert.doesNotMatch(page, mot)
})

test('in the three languages', async () => {
  for (const [langue, prefixe] of [
    ['en', '/en'],
    ['ar', '/ar'],
  ] as const) {
    const { code } = await conte('temoin', prefixe)
    const page = (await ouvrir(m, code, prefixe)).html
    assert.ok(page.includes(textes(langue).suivi.etapes.pris_en_charge), langue)
  }
})

test('a measure is told only when it was ticked, for that report, as a kind: never its words, never who', async () => {
  const { code, d, id } = await conte('victime')
  const mesure = await poser(d)
  const { mesures, protection } = textes('fr').suivi
  assert.ok(!(await html(code)).includes(protection))
  assert.equal((await cocher(d, mesure, id, 'oui', 'chefSaules')).status, 404)
  assert.equal((await cocher(d, uuidv7(), id)).status, 404)
  await Promise.all([cocher(d, mesure, id), cocher(d, mesure, id)])
  const page = await html(code)
  assert.ok(page.includes(mesures.adulte_referent))
  assert.doesNotMatch(page, /Zéphirine|salle 12/)
  await cocher(d, mesure, id, 'non')
  assert.ok(!(await html(code)).includes(mesures.adulte_referent))
  await cocher(d, mesure, id)
  await envoyerDossier(m, d, `mesures/${mesure}/fin`, {}, 'chefTilleuls')
  m.aller(new Date('2026-11-11T09:00:00+01:00'))
  assert.ok(!(await html(code)).includes(mesures.adulte_referent), 'an ended measure is no longer told')
})

test('a witness is never told of a measure: it concerns another child', async () => {
  const { code, d, id } = await conte('temoin')
  const mesure = await poser(d)
  const r = await cocher(d, mesure, id)
  assert.equal(r.status, 409)
  assert.match(await r.text(), /concerne un autre élève/)
  // Even if a row were there, the door says nothing of it.
  await m.admin(
    `insert into confidentiel.mesure_dite (acad, id, fil, mesure, signalement, par, le) values ('16', $1, $2, $3, $4, $5, now())`,
    [uuidv7(), d.id, mesure, id, m.agents.chefTilleuls],
  )
  assert.ok(!(await dits(code)).some((x) => x.startsWith('mesure')))
})

test('one code, one dossier: what happens in another one, or what is unticked for another report, is not said', async () => {
  const a = await conte('victime')
  const b = await conte('victime')
  const mesure = await poser(b.d)
  await cocher(b.d, mesure, b.id)
  await mener(m, b.d, 'traitement', [['dossier.engager_piste', { piste: 'p' }]])
  assert.deepEqual(await dits(a.code), ['pris_en_charge 2026-11-10'])
  assert.deepEqual(
    await transaction(m.maison.base, 'public', {}, (db) =>
      db.all({ name: 'essai.sans', text: 'select * from acces.mes_etapes()', params: [] }),
    ),
    [],
  )
  const lu = await transaction(m.maison.base, 'agent', { session: await m.session('chefTilleuls') }, (db) =>
    db.all({ name: 'essai.agent', text: 'select * from acces.mes_etapes()', params: [] }),
  ).catch((e: Error) => e.message)
  assert.match(String(lu), /permission denied/)
})

test('no measure, written with its reason, is not « protected »; a merged or transferred dossier tells nothing of the rest', async () => {
  const { code, d } = await conte('victime')
  await poser(d, 'aucune')
  assert.deepEqual(await dits(code), ['pris_en_charge 2026-11-10'])
  await ecrireFait(m, d.id, 'dossier.entendre', { role: 'cible' })
  await mener(m, d, 'transfere')
  assert.deepEqual(await dits(code), ['pris_en_charge 2026-11-10'])
})

test('the end, then what begins again; a report that comes later learns nothing of what was before it', async () => {
  const { code, d } = await conte('victime')
  m.aller(new Date('2026-12-01T09:00:00+01:00'))
  await mener(m, d, 'clos', [['dossier.clore', { motif: 'cesse' }]])
  assert.deepEqual(await dits(code), ['pris_en_charge 2026-11-10', 'fini 2026-12-01'])
  m.aller(new Date('2027-01-12T09:00:00+01:00'))
  const avant = new Set((await m.admin<{ id: string }>('select id from confidentiel.signalement')).map((s) => s.id))
  const neuf = await raconter(m, { declarant: 'temoin' })
  const [s] = (await m.admin<{ id: string }>('select id from confidentiel.signalement')).filter((x) => !avant.has(x.id))
  const champs = { id: uuidv7(), signalement: s!.id, raison: 'Cela reprend.' }
  assert.equal((await envoyerDossier(m, d, 'suivi/reouverture', champs, 'chefTilleuls')).status, 303)
  assert.deepEqual(await dits(neuf.code), [])
  assert.equal((await envoyerDossier(m, d, 'prise-en-charge', {}, 'chefTilleuls')).status, 303)
  assert.deepEqual(await dits(neuf.code), ['pris_en_charge 2027-01-12'])
  assert.deepEqual(await dits(code), [
    'pris_en_charge 2026-11-10',
    'fini 2026-12-01',
    'rouvert 2027-01-12',
    'pris_en_charge 2027-01-12',
  ])
  assert.match(await html(code), new RegExp(textes('fr').suivi.etapes.rouvert))
})

test('a child and a parent each have their code for one situation: the same steps, and nothing of what the other wrote', async () => {
  const { code, d } = await conte('victime')
  const q = `dossier=${d.numero}&etab=${ECOLES.tilleuls.etab}&declarant=parent&canal=oral&nom_declarant=Personne`
  const vide = await (await m.lire(`/signalements/nouveau?${q}`, 'chefTilleuls')).text()
  assert.ok(!vide.includes('Personne"'), 'only what is no name comes by the address')
  const cache = (nom: string): string => new RegExp(`name="${nom}" value="([^"]*)"`).exec(vide)![1]!
  const champs = { id: cache('id'), scelle: cache('scelle'), dossier: cache('dossier'), etab: ECOLES.tilleuls.etab }
  const dit = { canal: 'oral', declarant: 'parent', recit: '« Il ne dort plus », dit son père.', code: 'oui' }
  const remis = await (await m.envoyer('/signalements/nouveau', { ...champs, ...dit }, 'chefTilleuls')).text()
  assert.ok(remis.includes(`action="/dossiers/${d.numero}/rattachements"`))
  assert.equal((await envoyerDossier(m, d, 'rattachements', { signalement: champs.id }, 'chefTilleuls')).status, 303)
  await poser(d)
  const [enfant, pere] = [await html(code), await html(codeDe(remis))]
  for (const page of [enfant, pere]) assert.ok(/ont décidé comment protéger/.test(page))
  assert.ok(!enfant.includes('ne dort plus'))
  assert.match(pere, /ne dort plus/)
  assert.doesNotMatch(pere, /Ils se moquent de moi/)
})
