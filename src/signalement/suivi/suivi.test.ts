import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock } from '#platform'
import { lireEmpreinte, verifierRecu } from '../../travaux/ancres/recu.ts'
import { rappeler } from '../../travaux/rappels.ts'
import { accesDe, ouvrir, raconter } from '../../../tests/support/declarant.ts'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
beforeEach(() => clock.set(new Date('2026-11-10T09:00:00+01:00')))
after(() => m.fermer())

const vider = (): Promise<unknown> => m.admin('truncate confidentiel.signalement, acces.suivi cascade')
const messages = (): Promise<{ auteur: string; n: number }[]> =>
  m.admin('select auteur, count(*)::int n from confidentiel.message group by 1 order by 1')
const envoi = '01890000-0000-7000-8000-000000000001'

test('the code, with mistakes, in capitals, without accents, opens one’s own report and no other', async () => {
  const lina = await raconter(m, { recit: 'Le récit de Lina.' })
  const sacha = await raconter(m, { recit: 'Le récit de Sacha.' })
  const abime = lina.code
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/^(..)./, '$1X')
    .replaceAll(' ', ' - ')
  const vue = await ouvrir(m, abime)
  assert.equal(vue.statut, 200)
  assert.match(vue.html, /Le récit de Lina/)
  assert.ok(!vue.html.includes('Sacha'))
  assert.match((await ouvrir(m, sacha.code)).html, /Le récit de Sacha/)
  assert.ok(!vue.html.includes(lina.code), 'the code itself is on no later page')
})

test('a wrong code tells nothing: the same answer whatever is stored; an unknown word says which one', async () => {
  await raconter(m)
  const faux = await ouvrir(m, 'studio sketch fanfare canari glisser solidaire blouson dauphin')
  assert.equal(faux.statut, 422)
  assert.match(faux.html, /Ce code n’ouvre rien/)
  assert.match((await ouvrir(m, 'studio sketch fanfare')).html, /Il faut 8 mots. Tu en as écrit 3/)
  assert.match(
    (await ouvrir(m, 'studio sketch fanfare canari glisser solidaire blouson xqzwv')).html,
    /Le mot numéro 8, «\u00a0xqzwv\u00a0»/,
  )
  assert.equal((await ouvrir(m, '')).statut, 422)
})

test('wrong codes are slowed, then refused for a while; right ones never are', async () => {
  const { code } = await raconter(m)
  const debut = performance.now()
  for (let i = 0; i < 14; i += 1) await ouvrir(m, 'studio sketch fanfare canari glisser solidaire blouson dauphin')
  assert.ok(performance.now() - debut > 200, 'the eleventh and following wrong codes wait')
  assert.equal((await ouvrir(m, code)).statut, 200)
})

test('the reporter writes again: one message even when sent twice, a fact, a nudge, and a due date not later than tomorrow', async () => {
  await m.admin('truncate confidentiel.message')
  const { code } = await raconter(m)
  const acces = accesDe((await ouvrir(m, code)).html)
  const corps = { acces, envoi, vers: 'ecrire', message: 'Ils ont recommencé ce matin.' }
  const deux = await Promise.all([m.envoyer('/suivi', corps), m.envoyer('/suivi', corps)])
  assert.deepEqual(
    deux.map((r) => r.status),
    [200, 200],
  )
  assert.deepEqual(await messages(), [{ auteur: 'declarant', n: 1 }])
  const html = (await ouvrir(m, code)).html
  assert.match(html, /Ils ont recommencé ce matin/)
})

test('words of danger in a later message put the report first', async () => {
  await vider()
  const { code } = await raconter(m)
  const acces = accesDe((await ouvrir(m, code)).html)
  await m.envoyer('/suivi', { acces, envoi: crypto.randomUUID(), vers: 'ecrire', message: 'j’ai envie de mourir' })
  const [s] = await m.admin('select urgences, echeance from confidentiel.signalement')
  assert.deepEqual(s!.urgences, ['suicide'])
  assert.deepEqual(s!.echeance, new Date('2026-11-10T13:00:00+01:00'))
})

test('a page open for too long asks for the code again and keeps what was typed', async () => {
  const { code } = await raconter(m)
  const acces = accesDe((await ouvrir(m, code)).html)
  clock.set(new Date('2026-11-10T09:31:00+01:00'))
  const r = await m.envoyer('/suivi', { acces, envoi, vers: 'ecrire', message: 'mon texte' })
  assert.equal(r.status, 422)
  const html = await r.text()
  assert.match(html, /name="message" value="mon texte"/)
  const suite = await m.envoyer('/suivi', { code, message: 'mon texte' })
  assert.match(await suite.text(), /<textarea[^>]*>\s*mon texte<\/textarea>/)
})

test('a forged page opens nothing', async () => {
  const { code } = await raconter(m)
  const acces = accesDe((await ouvrir(m, code)).html)
  for (const faux of [acces.slice(0, -3) + 'AAA', 'x', Buffer.from('{"empreinte":"00","jusqua":9e15}').toString('base64url')])
    assert.equal((await m.envoyer('/suivi', { acces: faux, vers: 'ecrire', message: 'bonjour' })).status, 422)
})

test('closing one’s contact erases the sealed address; the code still opens', async () => {
  await m.admin('truncate acces.contact')
  const { code } = await raconter(m, { contact: 'mail', mail: 'lina@exemple.fr' })
  const acces = accesDe((await ouvrir(m, code)).html)
  assert.match(await (await m.envoyer('/suivi', { acces, vers: 'contact' })).text(), /Ton adresse est effacée/)
  assert.deepEqual(await m.admin('select * from acces.contact'), [])
  assert.equal((await ouvrir(m, code)).statut, 200)
})

test('in English and in Arabic, right to left', async () => {
  await vider()
  const { code } = await raconter(m, { prefixe: '/ar', recit: 'يضحكون علي' })
  const { html } = await ouvrir(m, code, '/ar')
  assert.match(html, /<html lang="ar" dir="rtl">/)
  assert.match(html, /يضحكون علي/)
  const [s] = await m.admin('select langue from confidentiel.signalement')
  assert.equal(s!.langue, 'ar')
  assert.match((await ouvrir(m, code, '/en')).html, /<html lang="en" dir="ltr">/)
})

test('leaving clears what the browser kept, and sets no cookie anywhere on the path', async () => {
  const { code } = await raconter(m)
  const r = await m.envoyer('/suivi', { code })
  assert.equal(r.headers.get('Set-Cookie'), null)
  assert.equal(r.headers.get('Cache-Control'), 'no-store')
  const fin = await m.envoyer('/suivi', { acces: accesDe(await r.text()), vers: 'fermer' })
  assert.equal(fin.status, 303)
  assert.equal(fin.headers.get('Clear-Site-Data'), '"cache", "storage"')
})

/** A report that an adult of the school has taken and closed, with a last word. */
async function clos(): Promise<{ code: string; id: string }> {
  await vider()
  const { code } = await raconter(m)
  const [s] = await m.admin<{ id: string }>('select id from confidentiel.signalement')
  await m.envoyer(`/signalements/${s!.id}/prise-en-charge`, { version: '1' }, 'chefTilleuls')
  const [{ version }] = (await m.admin<{ version: number }>('select version from confidentiel.signalement')) as [
    { version: number },
  ]
  await m.envoyer(
    `/signalements/${s!.id}/cloture`,
    { version: String(version), motif: 'traite', dernier: 'Prends soin de toi.', message: crypto.randomUUID() },
    'chefTilleuls',
  )
  assert.equal((await etatDe()).etat, 'clos')
  return { code, id: s!.id }
}
const etatDe = async (): Promise<{ etat: string; pris_par: string | null; echeance: Date | null }> =>
  (
    await m.admin<{ etat: string; pris_par: string | null; echeance: Date | null }>(
      'select etat, pris_par, echeance from confidentiel.signalement',
    )
  )[0]!
const faitsDe = async (id: string): Promise<string[]> =>
  (await m.admin<{ verbe: string }>('select verbe from confidentiel.fait where fil = $1 order by rang', [id])).map((f) => f.verbe)

test('once closed the last word is read, and writing again opens the report anew: due tomorrow, nobody’s until taken', async () => {
  const { code, id } = await clos()
  const { html } = await ouvrir(m, code)
  assert.match(html, /Prends soin de toi/)
  assert.match(html, /Est-ce que ça va mieux/)
  await m.envoyer('/suivi', { acces: accesDe(html), envoi: crypto.randomUUID(), vers: 'ecrire', message: 'Ça recommence.' })
  assert.deepEqual(await etatDe(), { etat: 'recu', pris_par: null, echeance: new Date('2026-11-11T09:00:00+01:00') })
  assert.deepEqual((await faitsDe(id)).slice(-2), ['signalement.rouvrir', 'signalement.ecrire'])
})

test('« it is better » is kept and asked once; « it goes on » opens the report anew and calls an adult', async () => {
  const { code } = await clos()
  const acces = accesDe((await ouvrir(m, code)).html)
  const mieux = await (await m.envoyer('/suivi', { acces, vers: 'avis:oui' })).text()
  assert.match(mieux, /Tu as répondu\u00a0: <strong>Oui, ça va mieux/)
  assert.equal((await etatDe()).etat, 'clos')
  const autre = await clos()
  await m.admin('truncate machine.courriel')
  await m.envoyer('/suivi', { acces: accesDe((await ouvrir(m, autre.code)).html), vers: 'avis:non' })
  assert.equal((await etatDe()).etat, 'recu')
  assert.deepEqual((await faitsDe(autre.id)).slice(-2), ['signalement.avis', 'signalement.rouvrir'])
  assert.deepEqual(await m.admin('select modele, niveau, agent from machine.courriel order by agent nulls first'), [
    { modele: 'nouveau_message', niveau: 'etablissement', agent: null },
    { modele: 'nouveau_message', niveau: null, agent: m.agents.chefTilleuls },
  ])
  assert.equal(
    (await m.envoyer('/suivi', { acces: accesDe((await ouvrir(m, autre.code)).html), vers: 'avis:inventé' })).status,
    200,
  )
})

test('once it is over: were adults there? Answered once, kept for the team; a word that is not in the list is not', async () => {
  const { code, id } = await clos()
  const acces = accesDe((await ouvrir(m, code)).html)
  assert.ok(!(await ouvrir(m, code)).html.includes('été là pour toi'), 'one question after the other')
  const suite = await (await m.envoyer('/suivi', { acces, vers: 'avis:oui' })).text()
  assert.match(suite, /Est-ce que des adultes ont été là pour toi/)
  await m.envoyer('/suivi', { acces, vers: 'aide:inventé' })
  await Promise.all(['un_peu', 'un_peu'].map((mot) => m.envoyer('/suivi', { acces, vers: `aide:${mot}` })))
  await m.envoyer('/suivi', { acces, vers: 'aide:oui' })
  assert.ok(!(await ouvrir(m, code)).html.includes('été là pour toi'))
  assert.equal((await faitsDe(id)).filter((v) => v === 'signalement.dire_aide').length, 1)
  assert.match(
    await (await m.lire(`/signalements/${id}`, 'chefTilleuls')).text(),
    /La personne dit de l’aide reçue.{1,3}pas assez d’aide/,
  )
})

const lu = async (code: string, quand: string): Promise<string> => {
  m.aller(new Date(quand))
  return (await ouvrir(m, code)).html.replaceAll('\u00a0', ' ')
}

test('told on a Friday evening: promised for Monday, not late on Saturday, late on Monday evening, and who was then told', async () => {
  await vider()
  m.aller(new Date('2026-11-27T17:30:00+01:00'))
  const { code } = await raconter(m)
  assert.match(await lu(code, '2026-11-27T17:31:00+01:00'), /doit le lire avant le lundi 30 novembre[^.]*17 h 30/)
  m.aller(new Date('2026-11-28T17:31:00+01:00'))
  await rappeler(m.maison)
  assert.doesNotMatch(
    await lu(code, '2026-11-28T17:32:00+01:00'),
    /du retard/,
    'the team is reminded; nobody reads on a Saturday',
  )
  await m.admin('update confidentiel.signalement set rappel_le = null')
  assert.match(
    await lu(code, '2026-11-30T17:31:00+01:00'),
    /La réponse a du retard\.\s*</,
    'nobody is said to be told who was not',
  )
  await rappeler(m.maison)
  const apres = await lu(code, '2026-11-30T17:32:00+01:00')
  assert.match(apres, /Nous avons prévenu : l’équipe du département/, 'the level above has been told as well by now')
})

test('a danger told on a Friday evening: announced for when somebody reads again, and the numbers stand open meanwhile', async () => {
  await vider()
  m.aller(new Date('2026-11-27T17:00:00+01:00'))
  const { code } = await raconter(m, { danger: 'oui' })
  const page = await lu(code, '2026-11-27T21:30:00+01:00')
  assert.match(page, /avant le lundi 30 novembre[^.]*8 h/)
  assert.match(page, /preau-urgences__tous"\s+open/)
})

test('a receipt: when, where, what came of it, and a fingerprint that the académie can check; no code, no name, no narrative', async () => {
  await vider()
  const { code } = await raconter(m, {
    recit: 'Ils cachent mon sac.',
    cible: 'Lina Roussel',
    contact: 'mail',
    mail: 'lina@exemple.fr',
  })
  const acces = accesDe((await ouvrir(m, code)).html)
  const recu = (await (await m.envoyer('/suivi', { acces, vers: 'recu' })).text()).replaceAll('\u00a0', ' ')
  for (const dit of ['mardi 10 novembre 2026', 'Les Tilleuls', 'Pas encore']) assert.ok(recu.includes(dit), dit)
  for (const tu of [...code.split(' '), 'sac', 'Lina', 'exemple.fr', 'harcèlement'])
    assert.ok(!recu.includes(`>${tu}`) && !recu.includes(` ${tu} `), tu)
  const empreinte = lireEmpreinte(/<code[^>]*>([^<]+)</.exec(recu)![1]!)!
  assert.deepEqual(await verifierRecu(m.maison, empreinte), {
    acad: '16',
    le: new Date('2026-11-10T09:00:00+01:00'),
    intact: true,
  })
  assert.equal(await verifierRecu(m.maison, `${empreinte.slice(0, -1)}${empreinte.endsWith('0') ? '1' : '0'}`), null)
  assert.equal(lireEmpreinte('abc'), null)
  const retour = await (await m.envoyer('/suivi', { acces: accesDe(recu), vers: 'lire' })).text()
  assert.match(retour, /Ils cachent mon sac/)
  assert.equal((await m.envoyer('/suivi', { acces: 'faux', vers: 'recu' })).status, 422)
  await m.admin(
    `set session_replication_role = replica; update confidentiel.fait set le = le - interval '1 day' where rang = 1; set session_replication_role = default`,
  )
  assert.equal((await verifierRecu(m.maison, empreinte))?.intact, false, 'backdated by whoever holds the database')
})

const visiteDe = (html: string): string => /name="visite" value="([^"]*)"/.exec(html)![1]!

test('once « closed and cleared », the browser’s « back » opens nothing; the code, written again, does', async () => {
  const { code } = await raconter(m, { recit: 'Ils cachent mon sac.' })
  const entree = { code, visite: visiteDe(await (await m.lire('/suivi')).text()) }
  const acces = accesDe(await (await m.envoyer('/suivi', entree)).text())
  const plusTard = accesDe(await (await m.envoyer('/suivi', { acces, vers: 'lire' })).text())
  for (let i = 0; i < 2; i += 1) assert.equal((await m.envoyer('/suivi', { acces, vers: 'fermer' })).status, 303)
  const envois: Record<string, string>[] = [
    entree,
    { acces, vers: 'lire' },
    { acces: plusTard, vers: 'recu' },
    { acces, vers: 'ecrire' },
  ]
  for (const envoi of envois) {
    const r = await m.envoyer('/suivi', envoi)
    const page = await r.text()
    assert.equal(r.status, 422)
    assert.match(page, /Cette page a été effacée/)
    assert.ok(!page.includes('mon sac') && !page.includes(code))
  }
  m.aller(new Date('2026-11-10T11:00:00+01:00'))
  assert.equal((await m.envoyer('/suivi', { acces, vers: 'fermer' })).status, 303, 'after too long, one leaves all the same')
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
  const denouveau = { code, visite: visiteDe(await (await m.lire('/suivi')).text()) }
  assert.match(await (await m.envoyer('/suivi', denouveau)).text(), /Ils cachent mon sac/)
})

test('sent from a page open for too long: the page says that it has not left, and it leaves once, with the code', async () => {
  await m.admin('truncate confidentiel.message')
  const { code } = await raconter(m)
  const acces = accesDe((await ouvrir(m, code)).html)
  m.aller(new Date('2026-11-10T09:31:00+01:00'))
  const html = await (await m.envoyer('/suivi', { acces, envoi, vers: 'ecrire', message: 'Ils ont recommencé.' })).text()
  assert.match(html.replaceAll('\u00a0', ' '), /ton message n’est pas encore parti/)
  assert.match(html, new RegExp(`name="envoi" value="${envoi}"`))
  assert.deepEqual(await messages(), [])
  const faux = 'studio sketch fanfare canari glisser solidaire blouson dauphin'
  assert.match(
    await (await m.envoyer('/suivi', { code: faux, message: 'Ils ont recommencé.', envoi })).text(),
    /value="Ils ont recommencé\."/,
  )
  for (let i = 0; i < 2; i += 1) {
    const page = await (await m.envoyer('/suivi', { code, message: 'Ils ont recommencé.', envoi })).text()
    assert.match(page, /Ton message est envoyé/)
  }
  assert.deepEqual(await messages(), [{ auteur: 'declarant', n: 1 }])
})

test('whoever changes language while writing, or on the page of the code, keeps what is written', async () => {
  const { code } = await raconter(m)
  const acces = accesDe((await ouvrir(m, code)).html)
  const ici = await (await m.envoyer('/ar/suivi', { acces, envoi, vers: 'langue', message: 'Merci de m’avoir lu.' })).text()
  assert.match(ici, /<html lang="ar"/)
  assert.match(ici, /<textarea[^>]*>\s*Merci de m’avoir lu\.<\/textarea>/)
  assert.deepEqual(await messages(), [{ auteur: 'declarant', n: 1 }], 'nothing was sent by it')
  const saisi = await m.envoyer('/en/suivi', { code: 'studio sketch', vers: 'langue' })
  assert.equal(saisi.status, 200)
  assert.match(await saisi.text(), /<textarea[^>]*>\s*studio sketch<\/textarea>/)
})

test('with the code, all that one told is read again, and not its half', async () => {
  const { code } = await raconter(m, {
    recit: 'Ils cachent mon sac.',
    cible: 'Lina, 5e B',
    noms: 'Enzo',
    contact: 'adulte',
    adulte: 'Mme Oudin',
  })
  const lu = (await ouvrir(m, code)).html.split('Ce que tu as raconté')[1]!
  for (const dit of [
    'Collège Les Tilleuls',
    'Des insultes',
    'Ils cachent mon sac.',
    'À la cantine',
    'Enzo',
    'Lina, 5e B',
    'Que ça s’arrête',
  ])
    assert.ok(lu.includes(dit), dit)
})
