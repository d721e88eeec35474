import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import QRCode from 'qrcode'
import { clock } from '#platform'
import { brouillonDe, codeDe, etapeDe, ouvrir, raconter } from '../../../tests/support/declarant.ts'
import { ECOLES, nouveauMonde, uai, type Monde } from '../../../tests/support/monde.ts'
import { nouveauBrouillon, REPONSES_VIDES, type Brouillon, type Reponses } from './brouillon.ts'
import { formaterCode, plier } from '../code/code.ts'
import { recevoir } from './deposer.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
beforeEach(() => clock.set(new Date('2026-11-10T09:00:00+01:00')))
after(() => m.fermer())

const tous = (): Promise<Record<string, unknown>[]> => m.admin('select * from confidentiel.signalement order by recu_le')
const vider = (): Promise<unknown> =>
  m.admin(
    'truncate confidentiel.signalement, acces.suivi, confidentiel.piece_en_attente, machine.courriel, acces.contact cascade',
  )

test('a pupil tells without an account: one report, sealed, routed to the school, due tomorrow, with its first fact and a nudge', async () => {
  await vider()
  const { code, statut } = await raconter(m, {
    ecole: 'tilleuls',
    recit: 'Ils cachent mon sac.',
    cible: 'Lina Roussel, 5e B',
    noms: 'Enzo',
  })
  assert.equal(statut, 200)
  assert.equal(code.split(' ').length, 8)
  const [s, ...autres] = await tous()
  assert.equal(autres.length, 0)
  assert.deepEqual(
    [s!.etab, s!.dept, s!.niveau, s!.canal, s!.declarant, s!.etat, s!.langue],
    [ECOLES.tilleuls.etab, '031', 'etablissement', 'site', 'victime', 'recu', 'fr'],
  )
  assert.deepEqual([s!.quoi, s!.lieux, s!.depuis, s!.frequence, s!.urgences], [['mots'], ['cantine'], 'mois', 'jours', []])
  assert.deepEqual(s!.echeance, new Date('2026-11-11T09:00:00+01:00'))
  const faits = await m.admin('select verbe, par, qualite from confidentiel.fait where fil = $1', [s!.id])
  assert.deepEqual(faits, [{ verbe: 'signalement.deposer', par: null, qualite: 'declarant' }])
  assert.deepEqual(await m.admin('select modele, niveau, etab from machine.courriel'), [
    { modele: 'nouveau', niveau: 'etablissement', etab: ECOLES.tilleuls.etab },
  ])
  const octets = JSON.stringify(await m.admin(`select encode(contenu, 'escape') c from confidentiel.signalement`))
  for (const dit of ['sac', 'Lina', 'Enzo']) assert.ok(!octets.includes(dit), `${dit} must not be readable in the database`)
})

test('sending twice (double click, reload, retry) makes one report and shows the same code', async () => {
  await vider()
  const { dernier, code } = await raconter(m)
  const encore = await Promise.all([1, 2, 3].map(() => m.envoyer('/signaler', dernier)))
  const codes = await Promise.all(encore.map(async (r) => codeDe(await r.text())))
  assert.deepEqual(new Set([...codes, code]).size, 1)
  assert.equal((await tous()).length, 1)
})

test('sixty-four people at the same instant: none refused', async () => {
  await vider()
  const envois = await Promise.all(Array.from({ length: 64 }, (_, i) => raconter(m, { recit: `récit ${i}` })))
  assert.deepEqual(
    envois.filter((e) => e.statut !== 200),
    [],
  )
  assert.equal(new Set(envois.map((e) => e.code)).size, 64)
  assert.equal((await tous()).length, 64)
})

test('of those who send at the same instant, one report that falls harms no other; a school unknown and a second sending have their own answer', async () => {
  await vider()
  const { base, trousseau, config } = m.maison
  const brouillon = (r: Partial<Reponses>): Brouillon => ({
    ...nouveauBrouillon(),
    r: { ...REPONSES_VIDES, etab: ECOLES.tilleuls.etab, ...r },
  })
  const bons = Array.from({ length: 12 }, () => brouillon({ depuis: 'mois' }))
  const fautif = brouillon({ depuis: 'annee' })
  const perdu = brouillon({ etab: '0310000A' })
  await m.admin(`alter table confidentiel.signalement add constraint panne check (depuis <> 'annee')`)
  try {
    const envois = [...bons, fautif, perdu, bons[0]!].map((b) => recevoir(base, trousseau, config.academie, b, 'fr'))
    const issues = await Promise.allSettled(envois)
    assert.deepEqual(
      issues.map((i) => i.status),
      [...bons.map(() => 'fulfilled'), 'rejected', 'rejected', 'fulfilled'],
    )
    assert.match(String((issues[12] as PromiseRejectedResult).reason), /panne/)
    assert.match(String((issues[13] as PromiseRejectedResult).reason), /pas dans notre liste/)
    assert.deepEqual((await tous()).map((s) => s.id).toSorted(), bons.map((b) => b.id).toSorted())
  } finally {
    await m.admin('alter table confidentiel.signalement drop constraint panne')
  }
})

test('the same reports sent from two sides at once, in opposite orders: each stands once', async () => {
  await vider()
  const { base, trousseau, config } = m.maison
  const envois = Array.from({ length: 20 }, () => ({
    ...nouveauBrouillon(),
    r: { ...REPONSES_VIDES, etab: ECOLES.tilleuls.etab },
  }))
  // Another process of the house has its own packets.
  const ailleurs = { ...base }
  await Promise.all([
    ...envois.map((b) => recevoir(base, trousseau, config.academie, b, 'fr')),
    ...envois.toReversed().map((b) => recevoir(ailleurs, trousseau, config.academie, b, 'fr')),
  ])
  assert.equal((await tous()).length, 20)
  const faits = await m.admin('select from confidentiel.fait where fil = any($1)', [envois.map((b) => b.id)])
  assert.equal(faits.length, 20)
})

test('the school is the only answer required; every other screen may be passed', async () => {
  await vider()
  let html = await (await m.lire('/signaler')).text()
  for (const etape of ['danger', 'qui'])
    html = await (await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape, vers: 'suite' })).text()
  const sans = await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'ecole', vers: 'suite' })
  assert.equal(sans.status, 422)
  html = await sans.text()
  assert.match(html, /Choisis l’école dans la liste/)
  html = await (
    await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'ecole', vers: 'chercher', q: 'tileul valbrune' })
  ).text()
  assert.match(html, new RegExp(ECOLES.tilleuls.etab))
  html = await (
    await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'ecole', vers: 'suite', etab: ECOLES.tilleuls.etab })
  ).text()
  for (const etape of ['quoi', 'quand', 'ou', 'personnes', 'aide', 'reponse'])
    html = await (await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape, vers: 'suite' })).text()
  assert.equal(etapeDe(html), 'resume')
  assert.equal((await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'resume', vers: 'envoyer' })).status, 200)
  assert.equal((await tous()).length, 1)
})

test('going back keeps everything, and the summary leads to each answer and back', async () => {
  let html = await (await m.lire('/signaler')).text()
  html = await (
    await m.envoyer('/signaler', {
      brouillon: brouillonDe(html),
      etape: 'quoi',
      vers: 'retour',
      quoi: ['coups'],
      recit: 'à la récré',
    })
  ).text()
  assert.equal(etapeDe(html), 'ecole')
  html = await (
    await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'ecole', vers: 'suite', etab: ECOLES.saules.etab })
  ).text()
  assert.match(html, /value="coups" checked/)
  assert.match(html, /à la récré/)
  html = await (await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'resume', vers: 'aller:qui' })).text()
  assert.equal(etapeDe(html), 'qui')
  html = await (
    await m.envoyer('/signaler', {
      brouillon: brouillonDe(html),
      etape: 'qui',
      vers: 'suite',
      ensuite: 'resume',
      declarant: 'parent',
    })
  ).text()
  assert.equal(etapeDe(html), 'resume')
  assert.match(html, /Relisez avant d’envoyer/)
})

test('danger now: the numbers come first, the report is urgent, due in four hours, and the département is told too', async () => {
  await vider()
  let html = await (await m.lire('/signaler')).text()
  html = await (
    await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'danger', vers: 'suite', danger: 'oui' })
  ).text()
  assert.equal(etapeDe(html), 'danger')
  assert.match(html, /href="tel:17"/)
  await raconter(m, { danger: 'oui', recit: 'il a un couteau' })
  const [s] = await tous()
  assert.deepEqual(s!.urgences, ['danger_immediat', 'arme'])
  assert.deepEqual(s!.echeance, new Date('2026-11-10T13:00:00+01:00'))
  assert.deepEqual(await m.admin('select modele, niveau from machine.courriel order by niveau'), [
    { modele: 'urgent', niveau: 'departement' },
    { modele: 'urgent', niveau: 'etablissement' },
  ])
})

test('an adult of the school is named: the report does not go to the school', async () => {
  await vider()
  const { dernier } = await raconter(m, { ecole: 'glycines', auteurs: 'adulte' })
  const [s] = await tous()
  assert.deepEqual(
    [s!.niveau, s!.portee_etab, s!.portee_circo, s!.portee_dept, s!.urgences],
    ['departement', null, null, '031', ['adulte_mis_en_cause']],
  )
  assert.ok(dernier)
})

test('a report never waits at an empty desk: no head, then the inspector; nobody in the département, then the académie', async () => {
  await vider()
  await m.admin(`update annuaire.mandat set au = du where role = 'chef' and etab = $1`, [ECOLES.ormes.etab])
  await raconter(m, { ecole: 'ormes' })
  await m.admin(`update annuaire.mandat set au = du where dept = '081' or circo = $1`, [ECOLES.ormes.circo])
  await raconter(m, { ecole: 'ormes', recit: 'encore' })
  assert.deepEqual((await tous()).map((s) => s.niveau).sort(), ['academie', 'circonscription'])
  await m.admin(`update annuaire.mandat set au = null where au = du`)
})

test('a draft that was altered, made elsewhere or is a day old opens nothing and says so', async () => {
  const html = await (await m.lire('/signaler')).text()
  const bon = brouillonDe(html)
  const faux = [bon.slice(0, -4) + 'AAAA', 'nimporte', '']
  for (const brouillon of faux) {
    const r = await m.envoyer('/signaler', { brouillon, etape: 'resume', vers: 'envoyer' })
    assert.equal(r.status, 422)
    assert.equal(etapeDe(await r.text()), 'danger')
  }
  clock.set(new Date('2026-11-11T09:00:01+01:00'))
  const tard = await m.envoyer('/signaler', { brouillon: bon, etape: 'qui', vers: 'suite' })
  assert.equal(tard.status, 422)
  assert.match(await tard.text(), /ouverte depuis plus d’un jour/)
})

test('a text that is too long comes back whole with its sentence; values that are not in the lists are dropped', async () => {
  const html = await (await m.lire('/signaler')).text()
  const long = 'a'.repeat(10_001)
  const r = await m.envoyer('/signaler', {
    brouillon: brouillonDe(html),
    etape: 'quoi',
    vers: 'suite',
    quoi: ['mots', 'inventé'],
    recit: long,
  })
  assert.equal(r.status, 422)
  const page = await r.text()
  assert.ok(page.includes(long))
  assert.match(page, /10\s000 signes au plus/)
})

test('a mail address is sealed for the mail job; agents know only that there is one', async () => {
  await vider()
  await raconter(m, { contact: 'mail', mail: 'lina@exemple.fr' })
  const [c] = await m.admin<{ a: string }>(`select encode(adresse, 'escape') a from acces.contact`)
  assert.ok(!c!.a.includes('lina'))
  const [s] = await tous()
  assert.equal(s!.contact, 'mail')
  const faux = await raconter(m, { contact: 'mail', mail: 'lina' })
  assert.equal(faux.code, '')
})

test('the picture of the code is the code: each of its squares, and no other', async () => {
  await vider()
  const { code, page } = await raconter(m)
  const [, traits] = /<svg\s+role="img"[^>]*>\s*<path stroke="#000" d="([^"]*)"/.exec(page)!
  const { size, data } = QRCode.create([{ data: plier(formaterCode(code.split(' '))).toUpperCase(), mode: 'alphanumeric' }], {
    errorCorrectionLevel: 'M',
    maskPattern: 3,
  }).modules
  // As a pen follows the path: put down at the head of a line, lifted over the white, drawn over the black.
  const noirs: number[] = []
  let ici = 0
  for (const [, geste, a, b] of traits!.matchAll(/([Mmh])(\d+)(?: (\d+))?/g)) {
    if (geste === 'h') noirs.push(...Array.from({ length: Number(a) }, (_, i) => ici + i))
    ici = geste === 'M' ? Number(b) * size + Number(a) : ici + Number(a)
  }
  assert.deepEqual(
    noirs.toSorted((i, j) => i - j),
    [...data.keys()].filter((i) => data[i] === 1),
  )
})

test('an adult of one’s choice: named, sealed with what was told, and asked of whoever answers; the code stays', async () => {
  await vider()
  const { code } = await raconter(m, { contact: 'adulte', adulte: 'Mme Oudin, l’infirmière' })
  assert.notEqual(code, '')
  const [s] = await tous()
  assert.equal(s!.contact, 'code')
  const lu = await (await m.lire(`/signalements/${s!.id}`, 'chefTilleuls')).text()
  assert.match(lu, /attendue aussi de vive voix[^]*Mme Oudin, l’infirmière/)
  assert.ok(!(await m.lire(`/suivi`, 'chefTilleuls').then((r) => r.text())).includes('Oudin'))
  const sansNom = await raconter(m, { contact: 'adulte', adulte: ' ' })
  assert.equal(sansNom.code, '', 'which adult is asked for')
})

test('the code is shown once, is checked by two of its words, and opens the report afterwards', async () => {
  await vider()
  const { code, brouillon } = await raconter(m)
  const question = await (await m.envoyer('/signaler', { brouillon, vers: 'verification' })).text()
  assert.ok(!question.includes(code.split(' ')[0]!), 'the page that asks does not show')
  const rangs = [...question.matchAll(/Le mot numéro (\d)/g)].map((x) => Number(x[1]))
  const mots = code.split(' ')
  const juste = await m.envoyer('/signaler', {
    brouillon,
    vers: 'verifier',
    mot1: mots[rangs[0]! - 1]!.toUpperCase(),
    mot2: mots[rangs[1]! - 1]!,
  })
  assert.equal(juste.status, 200)
  assert.match(await juste.text(), /Bravo/)
  assert.equal((await m.envoyer('/signaler', { brouillon, vers: 'verifier', mot1: 'zèbre', mot2: 'zèbre' })).status, 422)
  assert.equal((await ouvrir(m, code)).statut, 200)
})

test('two hundred pupils behind one address tell in the same quarter of an hour', async () => {
  await vider()
  for (let i = 0; i < 200; i += 20) {
    const lot = await Promise.all(Array.from({ length: 20 }, () => raconter(m)))
    assert.deepEqual(
      lot.filter((e) => e.statut !== 200),
      [],
    )
  }
  assert.equal((await tous()).length, 200)
})

test('going back after sending, changing an answer and sending again: one report, the change arrives as a message', async () => {
  await vider()
  const { dernier, code } = await raconter(m, { recit: 'Ils cachent mon sac.' })
  const retour = await (await m.envoyer('/signaler', { ...dernier, vers: 'aller:quoi' })).text()
  const change = await (
    await m.envoyer('/signaler', {
      brouillon: brouillonDe(retour),
      etape: 'quoi',
      vers: 'suite',
      ensuite: 'resume',
      quoi: ['mots'],
      recit: 'Et ils m’ont poussé.',
    })
  ).text()
  for (let i = 0; i < 2; i += 1) {
    const r = await m.envoyer('/signaler', { brouillon: brouillonDe(change), etape: 'resume', vers: 'envoyer' })
    assert.equal(codeDe(await r.text()), code)
  }
  assert.equal((await tous()).length, 1)
  assert.deepEqual(await m.admin(`select auteur from confidentiel.message`), [{ auteur: 'declarant' }])
  assert.match((await ouvrir(m, code)).html, /Et ils m’ont poussé/)
})

/** One screen after the other, the school given; `voir` looks at each. @returns the last one: the summary. */
async function parcourir(
  voir: (etape: string, html: string) => void,
  danger: 'oui' | 'non' = 'non',
  dits: Record<string, Record<string, string>> = {},
): Promise<string> {
  let html = await (await m.lire('/signaler')).text()
  for (const etape of ['danger', 'qui', 'ecole', 'quoi', 'quand', 'ou', 'personnes', 'aide', 'reponse']) {
    voir(etape, html)
    const champs = { danger, declarant: 'victime', etab: ECOLES.tilleuls.etab, ...dits[etape] }
    const vers = etape === 'danger' && danger === 'oui' ? 'compris' : 'suite'
    html = await (await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape, vers, ...champs })).text()
  }
  voir('resume', html)
  return html
}

test('in danger, the school is enough: « finir et envoyer » is on every screen from there, and the report leaves urgent', async () => {
  await vider()
  const offerts = async (danger: 'oui' | 'non'): Promise<string[]> => {
    const vus: string[] = []
    await parcourir((etape, html) => void (html.includes('Finir et envoyer') && vus.push(etape)), danger)
    return vus
  }
  assert.deepEqual(await offerts('oui'), ['ecole', 'quoi', 'quand', 'ou', 'personnes', 'aide', 'reponse'])
  assert.deepEqual(await offerts('non'), ['quoi', 'quand', 'ou', 'personnes', 'aide', 'reponse'])
  let html = await (await m.lire('/signaler')).text()
  const poster = async (champs: Record<string, string>): Promise<void> => {
    html = await (await m.envoyer('/signaler', { brouillon: brouillonDe(html), ...champs })).text()
  }
  await poster({ etape: 'danger', vers: 'compris', danger: 'oui' })
  await poster({ etape: 'ecole', vers: 'aller:resume' })
  await poster({ etape: 'resume', vers: 'envoyer' })
  assert.equal(etapeDe(html), 'ecole', 'without a school it goes back there, and nothing was sent')
  await poster({ etape: 'ecole', vers: 'aller:resume', etab: ECOLES.tilleuls.etab })
  assert.equal(etapeDe(html), 'resume')
  await poster({ etape: 'resume', vers: 'envoyer' })
  assert.equal(codeDe(html).split(' ').length, 8)
  assert.deepEqual(
    (await tous()).map((s) => s.urgences),
    [['danger_immediat']],
  )
})

test('whoever writes of dying is given the 3114 on the next screen, and again once it is sent; nobody else is', async () => {
  const ou = async (recit: string): Promise<string[]> => {
    const vus: string[] = []
    const html = await parcourir((etape, page) => void (page.includes('Appelle le 3114 maintenant') && vus.push(etape)), 'non', {
      quoi: { recit },
    })
    const fin = await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'resume', vers: 'envoyer' })
    return (await fin.text()).includes('Appelle le 3114 maintenant') ? [...vus, 'fin'] : vus
  }
  assert.deepEqual(await ou('j’ai envie de mourir'), ['quand', 'fin'])
  assert.deepEqual(await ou('ils se moquent de moi'), [])
})

/** Every field of every screen, but the school itself, which only a search shows. */
test('nothing else is asked of a child: not where one lives, one’s health, one’s religion, whom one loves, nor why', async () => {
  const noms = new Set<string>()
  const html = await parcourir((_, page) => {
    for (const [, nom] of page.matchAll(/<(?:input|textarea|select)[^>]*? name="([^"]+)"/g)) noms.add(nom!)
    assert.doesNotMatch(page.replaceAll(/<[^>]+>/g, ' '), /pourquoi\s[^:]*\?/i)
  })
  assert.ok(html.includes('resume'))
  const techniques = ['brouillon', 'etape', 'ensuite', 'cherche']
  assert.deepEqual([...noms].filter((n) => !techniques.includes(n)).sort(), [
    'adulte',
    'auteurs',
    'cible',
    'contact',
    'danger',
    'declarant',
    'depuis',
    'essais',
    'frequence',
    'images',
    'informes',
    'lieux',
    'mail',
    'noms',
    'q',
    'quoi',
    'recit',
    'souhait',
  ])
})

test('that adults will have to be told of a danger is said on the first screen, and again before sending', async () => {
  const dits: string[] = []
  await parcourir((etape, page) => void (page.includes('Si tu es en danger, on devra prévenir') && dits.push(etape)))
  assert.deepEqual(dits, ['danger', 'resume'])
})

test('for whoever reads little: each answer on what happens, where and who tells has its drawing', async () => {
  const dessins: Record<string, [options: number, dessins: number]> = {}
  await parcourir((etape, page) => {
    const compter = (motif: RegExp): number => [...page.matchAll(motif)].length
    dessins[etape] = [compter(/<input[^>]* type="(?:radio|checkbox)"/g), compter(/fr-radio-rich__pictogram"><svg/g)]
  })
  const { danger, qui, quoi, ou } = dessins
  assert.deepEqual({ danger, qui, quoi, ou }, { danger: [2, 2], qui: [5, 5], quoi: [13, 13], ou: [12, 12] })
})

test('the school closes between the answer and the sending, or the address was forged: another is asked for, all the rest is kept', async () => {
  await vider()
  const fermer = (oui: boolean): Promise<unknown> =>
    m.admin(`update annuaire.etablissement set etat = $2, ferme_le = $3 where etab = $1`, [
      ECOLES.saules.etab,
      oui ? 'ferme' : 'ouvert',
      oui ? '2026-11-09' : null,
    ])
  for (const etab of [ECOLES.saules.etab, '0750001A', '0310001X']) {
    let html = await parcourir(() => {}, 'non', { ecole: { etab }, quoi: { recit: 'à la récré' } })
    await fermer(true)
    const envoi = await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'resume', vers: 'envoyer' })
    await fermer(false)
    assert.equal(envoi.status, 422)
    html = await envoi.text()
    assert.equal(etapeDe(html), 'ecole')
    assert.match(html, /n’est plus dans notre liste/)
    const suite = { brouillon: brouillonDe(html), etape: 'ecole', vers: 'suite', ensuite: 'resume', etab: ECOLES.tilleuls.etab }
    assert.match(await (await m.envoyer('/signaler', suite)).text(), /à la récré/)
  }
  assert.deepEqual(await tous(), [])
})

/** The browser’s « back » to the summary, one answer changed there, and sent again. @returns the last page. */
async function renvoyer(
  dernier: Record<string, string>,
  etape: string,
  champs: Record<string, string | string[]>,
): Promise<string> {
  const retour = await (await m.envoyer('/signaler', { ...dernier, vers: `aller:${etape}` })).text()
  let html = retour
  for (let i = 0; i < 2; i += 1) {
    const change = { brouillon: brouillonDe(html), etape, vers: 'suite', ensuite: 'resume', ...champs }
    html = await (await m.envoyer('/signaler', change)).text()
    if (etapeDe(html) === 'resume') break
    html = await (await m.envoyer('/signaler', { ...change, brouillon: brouillonDe(html), vers: 'compris' })).text()
  }
  assert.equal(etapeDe(html), 'resume')
  const envoi = { brouillon: brouillonDe(html), etape: 'resume', vers: 'envoyer' }
  const [, fin] = [await m.envoyer('/signaler', envoi), await m.envoyer('/signaler', envoi)]
  assert.equal(fin.status, 200)
  return fin.text()
}

test('going back after sending to say that there is danger now: one report, first in the list at once, due in four hours, and the change is read', async () => {
  await vider()
  const { dernier, code } = await raconter(m)
  await m.admin('truncate machine.courriel')
  assert.equal(codeDe(await renvoyer(dernier, 'danger', { danger: 'oui' })), code)
  const [s, ...autres] = await tous()
  assert.deepEqual([autres.length, s!.urgences, s!.echeance], [0, ['danger_immediat'], new Date('2026-11-10T13:00:00+01:00')])
  assert.deepEqual(await m.admin('select modele, niveau from machine.courriel order by niveau'), [
    { modele: 'urgent', niveau: 'departement' },
    { modele: 'urgent', niveau: 'etablissement' },
  ])
  const lu = (await ouvrir(m, code)).html.replaceAll('\u00a0', ' ')
  assert.match(lu, /Danger maintenant : Oui, maintenant/)
  assert.ok(
    !/Qui parle :|Où :|Danger maintenant : Oui[^]*Danger maintenant : Oui/.test(lu),
    'what has not changed is not told again, and once',
  )
})

test('an adult of the school named only on going back: that school reads nothing of it, and the code given opens what the département reads', async () => {
  await vider()
  const { dernier, code } = await raconter(m)
  const page = await renvoyer(dernier, 'personnes', { auteurs: 'adulte', noms: 'M. Bertin' })
  const neuf = codeDe(page)
  assert.notEqual(neuf, code)
  const recus = new Map((await tous()).map((s) => [s.niveau as string, s]))
  assert.equal(recus.size, 2)
  const [ecole, departement] = [recus.get('etablissement')!, recus.get('departement')!]
  assert.deepEqual([ecole.urgences, departement.urgences], [[], ['adulte_mis_en_cause']])
  const dits = await m.admin('select from confidentiel.message where fil = any($1)', [[ecole.id, departement.id]])
  assert.equal(dits.length, 0)
  assert.ok(!(await m.lire(`/signalements/${ecole.id as string}`, 'chefTilleuls').then((r) => r.text())).includes('Bertin'))
  assert.equal((await m.lire(`/signalements/${departement.id as string}`, 'chefTilleuls')).status, 404)
  assert.match((await ouvrir(m, neuf)).html, /Ils se moquent de moi/)
})

test('an address given only on going back after sending is kept, sealed: the mail that was promised will leave', async () => {
  await vider()
  const { dernier } = await raconter(m)
  await renvoyer(dernier, 'reponse', { contact: 'mail', mail: 'lina@exemple.fr' })
  assert.deepEqual(
    (await tous()).map((s) => s.contact),
    ['mail'],
  )
  const [c] = await m.admin<{ a: string }>(`select encode(adresse, 'escape') a from acces.contact`)
  assert.ok(!c!.a.includes('lina'))
})

test('« yes, in danger now » pressed by mistake can be unsaid, from the numbers and from the summary', async () => {
  let html = await (await m.lire('/signaler')).text()
  const poster = async (champs: Record<string, string>): Promise<void> => {
    html = await (await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'danger', ...champs })).text()
  }
  const question = /Est-ce que quelqu’un est en danger maintenant/
  await poster({ vers: 'suite', danger: 'oui' })
  assert.doesNotMatch(html, question)
  await poster({ vers: 'retour', vu: 'numeros' })
  assert.match(html, question)
  assert.match(html, /value="oui" checked/, 'nothing is unsaid in one’s place')
  await poster({ vers: 'suite', danger: 'oui' })
  await poster({ vers: 'compris', vu: 'numeros' })
  await poster({ etape: 'resume', vers: 'aller:danger' })
  assert.match(html, question)
  await poster({ vers: 'suite', ensuite: 'resume', danger: 'oui' })
  await poster({ vers: 'compris', ensuite: 'resume', vu: 'numeros' })
  assert.equal(etapeDe(html), 'resume', 'and not the whole way again')
  await poster({ etape: 'resume', vers: 'aller:danger' })
  await poster({ vers: 'suite', ensuite: 'resume', danger: 'non' })
  assert.equal(etapeDe(html), 'resume')
  assert.match(html, /Non, pas maintenant/)
})

test('a whole conversation pasted: whichever button is pressed it stays on the screen, and once shortened it leaves', async () => {
  await vider()
  const long = 'قال لي كلامًا. '.repeat(3_000)
  let html = await parcourir(() => {})
  for (const vers of ['suite', 'retour', 'aller:resume', 'histoire:quoi', 'suite']) {
    const r = await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'quoi', vers, quoi: ['menaces'], recit: long })
    html = await r.text()
    assert.deepEqual([r.status, etapeDe(html), html.includes(long.trim())], [422, 'quoi', true], vers)
  }
  const court = { brouillon: brouillonDe(html), etape: 'quoi', vers: 'aller:resume', quoi: ['menaces'], recit: 'Il me menace.' }
  html = await (await m.envoyer('/signaler', court)).text()
  await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'resume', vers: 'envoyer' })
  assert.deepEqual(
    (await tous()).map((s) => s.quoi),
    [['menaces']],
  )
})

test('another school is typed, and « Continuer » pressed rather than « Chercher »: it is looked for, never the first one taken in its place', async () => {
  let html = await parcourir(() => {})
  const poster = async (champs: Record<string, string>): Promise<number> => {
    const r = await m.envoyer('/signaler', { brouillon: brouillonDe(html), etape: 'ecole', ensuite: 'resume', ...champs })
    html = await r.text()
    return r.status
  }
  await poster({ etape: 'resume', vers: 'aller:ecole' })
  assert.equal(await poster({ vers: 'suite', etab: ECOLES.tilleuls.etab, q: 'saules', cherche: '' }), 200)
  assert.equal(etapeDe(html), 'ecole')
  assert.match(html, new RegExp(ECOLES.saules.etab))
  assert.equal(await poster({ vers: 'suite', q: 'saules', cherche: 'saules' }), 422)
  assert.match(html, /Choisis l’école dans la liste/)
  assert.equal(await poster({ vers: 'suite', q: 'saules', cherche: 'saules', etab: ECOLES.saules.etab }), 200)
  assert.equal(etapeDe(html), 'resume')
  assert.match(html, /Collège Les Saules/)
})

test('without JavaScript, whoever changes language loses nothing: what is typed on any screen, the search, the picture, the code', async () => {
  await vider()
  const { dernier, code, brouillon } = await raconter(m)
  const langue = async (url: string, champs: Record<string, string | string[]>): Promise<string> =>
    (await m.envoyer(url, { vers: 'langue', ...champs })).text()
  const boutons = /<button type="submit" form="raconter" formaction="\/ar\/signaler" name="vers" value="langue"/
  let html = await (await m.envoyer('/signaler', { ...dernier, vers: 'aller:quoi' })).text()
  assert.match(html, boutons)
  html = await langue('/ar/signaler', { brouillon: brouillonDe(html), etape: 'quoi', quoi: ['coups'], recit: 'à la récré' })
  assert.match(html, /<html lang="ar" dir="rtl">/)
  assert.equal(etapeDe(html), 'quoi')
  assert.match(html, /value="coups" checked/)
  assert.match(html, /à la récré/)
  html = await langue('/en/signaler', { brouillon: brouillonDe(html), etape: 'ecole', q: 'saules' })
  assert.match(html, new RegExp(ECOLES.saules.etab))
  html = await langue('/ar/signaler', { brouillon })
  assert.equal(codeDe(html), code)
  assert.match(html, boutons)
  const numeros = await langue('/ar/signaler', {
    brouillon: brouillonDe(await (await m.lire('/signaler')).text()),
    etape: 'danger',
    danger: 'oui',
    vu: 'numeros',
  })
  assert.match(numeros, /اتصل الآن بأحد هذه الأرقام/)
})

test('once « finished and cleared », nothing that the browser sends again shows a word of it, nor the code', async () => {
  await vider()
  const { dernier, brouillon, code } = await raconter(m, { recit: 'Ils cachent mon sac.' })
  for (let i = 0; i < 2; i += 1) {
    const fin = await m.envoyer('/signaler', { brouillon, vers: 'terminer' })
    assert.deepEqual([fin.status, fin.headers.get('Location')], [303, '/'], 'pressed twice, it leaves all the same')
  }
  for (const envoi of [dernier, { ...dernier, vers: 'aller:quoi' }, { brouillon }, { brouillon, vers: 'verification' }]) {
    const r = await m.envoyer('/signaler', envoi)
    const page = await r.text()
    assert.deepEqual([r.status, etapeDe(page), codeDe(page)], [422, 'danger', ''])
    assert.match(page, /Cette page a été effacée/)
    assert.ok(!page.includes('mon sac'))
  }
  assert.equal((await tous()).length, 1)
  assert.match((await ouvrir(m, code)).html, /Ils cachent mon sac/)
})

test('a town with more schools than are shown: whoever does not see theirs is told how to find it', async () => {
  for (let i = 0; i < 11; i += 1)
    await m.admin(
      `insert into annuaire.etablissement (acad, etab, dept, nom, type, secteur, commune, code_postal) values ('16', $1, '031', $2, 'ecole', 'public', 'Grandeville', '31999')`,
      [uai(`03195${String(i).padStart(2, '0')}`), `École élémentaire du Pont ${i}`],
    )
  const chercher = async (q: string): Promise<string> => {
    const brouillon = brouillonDe(await (await m.lire('/signaler')).text())
    return (await m.envoyer('/signaler', { brouillon, etape: 'ecole', vers: 'chercher', q })).text()
  }
  assert.match(await chercher('grandeville'), /n’est pas dans cette liste/)
  assert.doesNotMatch(await chercher('valbrune'), /n’est pas dans cette liste/)
})
