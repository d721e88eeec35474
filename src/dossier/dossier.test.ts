import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../tests/support/monde.ts'
import { raconter, verbes } from '../../tests/support/situations.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

interface Ligne {
  id: string
  numero: string
  etat: string
  responsable: string
  niveau: string
  version: number
  echeance: Date
}
const dossier = async (id: string): Promise<Ligne> =>
  (
    await m.admin<Ligne & Record<string, unknown>>(
      'select id, numero, etat, responsable, niveau, version, echeance from confidentiel.dossier where id = $1',
      [id],
    )
  )[0]!

/** Opens a dossier, by the form. */
async function ouvert(qui: NomAgent, champs: Record<string, string> = {}): Promise<Ligne> {
  const id = uuidv7()
  const r = await m.envoyer('/dossiers/nouveau', { id, etab: ECOLES.tilleuls.etab, ...champs }, qui)
  assert.equal(r.status, 303, await r.text())
  return dossier(id)
}
const version = async (d: Ligne): Promise<string> => String((await dossier(d.id)).version)
const agir = async (d: Ligne, chemin: string, champs: Record<string, string>, qui: NomAgent): Promise<Response> =>
  m.envoyer(`/dossiers/${d.numero}/${chemin}`, { version: await version(d), ...champs }, qui)
const cible = { nom: 'Léa Marchetti', precision: '5e B', role: 'cible', du: '2026-11-01' }

test('opened from a report: its names are suggested, checked, and the report belongs to it', async () => {
  const { id } = await raconter(m, 'tilleuls', { cible: 'Léa, 5e B', noms: 'Kévin et Mattéo' })
  assert.equal((await m.lire(`/dossiers/nouveau?signalement=${id}`, 'chefSaules')).status, 404)
  const formulaire = await (await m.lire(`/dossiers/nouveau?signalement=${id}`, 'chefTilleuls')).text()
  for (const nom of ['Léa', 'Kévin', 'Mattéo']) assert.match(formulaire, new RegExp(`value="${nom}"`))
  const d = await ouvert('chefTilleuls', { signalement: id, nom0: 'Léa Marchetti', role0: 'cible', nom1: 'Kévin', role1: '' })
  assert.match(d.numero, /^31-2026-[0-9A-HJKMNP-TV-Z]{6}$/)
  assert.deepEqual([d.etat, d.responsable], ['pris_en_charge', m.agents.chefTilleuls])
  const page = await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text()
  assert.match(page, /Léa Marchetti/)
  assert.doesNotMatch(page, /Kévin/)
  assert.match(page, new RegExp(`/signalements/${id}`))
  assert.deepEqual(await verbes(m, d.id), ['dossier.ouvrir', 'dossier.rattacher'])
  assert.ok((await verbes(m, id)).includes('signalement.rattacher'))
})

test('the same form sent twice opens one dossier', async () => {
  const champs = { id: uuidv7(), etab: ECOLES.tilleuls.etab, nom0: 'Tom', role0: 'cible' }
  const deux = await Promise.all([1, 2].map(() => m.envoyer('/dossiers/nouveau', champs, 'chefTilleuls')))
  assert.equal(new Set(deux.map((r) => r.headers.get('location'))).size, 1)
  assert.equal((await m.admin('select from confidentiel.personne where fil = $1', [champs.id])).length, 1)
})

test('a school that one does not follow opens nothing, and what was typed comes back', async () => {
  const r = await m.envoyer(
    '/dossiers/nouveau',
    { id: uuidv7(), etab: ECOLES.pruniers.etab, resume: 'Des mots entendus.' },
    'chefTilleuls',
  )
  assert.equal(r.status, 422)
  assert.match(await r.text(), /Des mots entendus\./)
  assert.equal((await m.lire('/dossiers/nouveau', 'dpo')).status, 404)
})

test('received, taken in charge, protected: each act in its turn, with its due date', async () => {
  const { id } = await raconter(m, 'tilleuls')
  const d = await ouvert('referent31', { signalement: id, responsable: m.agents.chefTilleuls })
  assert.deepEqual([d.etat, d.responsable], ['recu', m.agents.chefTilleuls])
  const mesure = {
    id: uuidv7(),
    nature: 'adulte_referent',
    quoi: 'Mme Roca la reçoit chaque matin.',
    qui: 'Inès Roca',
    mesure_du: '2026-11-10',
  }
  const tot = await agir(d, 'mesures', mesure, 'chefTilleuls')
  assert.equal(tot.status, 409)
  assert.match(await tot.text(), /Prenez d’abord la situation en charge/)
  assert.equal((await agir(d, 'prise-en-charge', {}, 'chefSaules')).status, 404)
  assert.equal((await agir(d, 'prise-en-charge', {}, 'chefTilleuls')).status, 303)
  assert.equal((await dossier(d.id)).etat, 'pris_en_charge')
  const sansCible = await agir(d, 'mesures', mesure, 'chefTilleuls')
  assert.match(await sansCible.text(), /Dites d’abord qui est protégé/)
  assert.equal((await agir(d, 'personnes', { id: uuidv7(), ...cible }, 'chefTilleuls')).status, 303)
  assert.equal((await agir(d, 'mesures', { ...mesure, qui: '' }, 'chefTilleuls')).status, 422)
  assert.equal((await agir(d, 'mesures', mesure, 'chefTilleuls')).status, 303)
  const fin = await dossier(d.id)
  assert.deepEqual([fin.etat, fin.echeance.toISOString()], ['protege', '2026-11-13T17:00:00.000Z'])
  assert.deepEqual(
    (await verbes(m, d.id)).filter((v) => v !== 'dossier.rattacher'),
    ['dossier.ouvrir', 'dossier.prendre', 'dossier.inscrire_personne', 'dossier.proteger'],
  )
})

test('no measure is a written reason, never a blank', async () => {
  const d = await ouvert('chefTilleuls', { nom0: 'Noé', role0: 'cible' })
  const champs = { id: uuidv7(), nature: 'aucune', quoi: '' }
  assert.equal((await agir(d, 'mesures', champs, 'chefTilleuls')).status, 422)
  await agir(d, 'mesures', { ...champs, quoi: 'Noé a changé d’école hier.' }, 'chefTilleuls')
  assert.equal((await dossier(d.id)).etat, 'protege')
  assert.match(await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text(), /Noé a changé d’école hier\./)
})

test('a measure ends by a date, once', async () => {
  const d = await ouvert('chefTilleuls', { nom0: 'Ana', role0: 'cible' })
  const id = uuidv7()
  await agir(
    d,
    'mesures',
    { id, nature: 'vigilance', quoi: 'Récréations', qui: 'La vie scolaire', mesure_du: '2026-11-02' },
    'chefTilleuls',
  )
  assert.equal((await agir(d, `mesures/${id}/fin`, {}, 'chefSaules')).status, 404)
  assert.equal((await agir(d, `mesures/${id}/fin`, {}, 'chefTilleuls')).status, 303)
  assert.equal((await agir(d, `mesures/${id}/fin`, {}, 'chefTilleuls')).status, 422)
  assert.deepEqual(await m.admin('select au::text from confidentiel.mesure where id = $1', [id]), [{ au: '2026-11-10' }])
})

test('one person, several roles in time: today’s presumed author may have been last year’s target', async () => {
  const d = await ouvert('chefTilleuls')
  const id = uuidv7()
  await agir(d, 'personnes', { id, ...cible, du: '2025-10-01' }, 'chefTilleuls')
  assert.equal((await agir(d, `personnes/${id}/roles`, { role_id: uuidv7(), role: 'cible' }, 'chefTilleuls')).status, 422)
  await agir(d, `personnes/${id}/roles`, { role_id: uuidv7(), role: 'auteur_presume', du: '2026-11-05' }, 'chefTilleuls')
  const [premier] = await m.admin<{ id: string }>('select id from confidentiel.personne_role where personne = $1 and role = $2', [
    id,
    'cible',
  ])
  assert.equal((await agir(d, `personnes/${id}/fin`, { fini: premier!.id, au: '2025-09-01' }, 'chefTilleuls')).status, 422)
  assert.equal((await agir(d, `personnes/${id}/fin`, { fini: premier!.id, au: '2026-03-01' }, 'chefTilleuls')).status, 303)
  assert.deepEqual(
    await m.admin('select role, du::text, au::text from confidentiel.personne_role where personne = $1 order by du', [id]),
    [
      { role: 'cible', du: '2025-10-01', au: '2026-03-01' },
      { role: 'auteur_presume', du: '2026-11-05', au: null },
    ],
  )
  assert.equal((await m.lire(`/dossiers/${d.numero}/personnes/${id}`, 'chefTilleuls')).status, 200)
  assert.equal((await m.lire(`/dossiers/${d.numero}/personnes/${id}`, 'chefSaules')).status, 404)
})

test('found by a name however it is spelt, by the old and the new one once corrected, and only by those who see it', async () => {
  const d = await ouvert('chefTilleuls')
  const id = uuidv7()
  await agir(d, 'personnes', { id, ...cible, nom: 'Thibault Quesnel' }, 'chefTilleuls')
  const voit = async (q: string, qui: NomAgent): Promise<boolean> =>
    (await (await m.lire(`/dossiers?q=${encodeURIComponent(q)}`, qui)).text()).includes(`href="/dossiers/${d.numero}"`)
  assert.deepEqual(
    [
      await voit('thibaut kesnel', 'chefTilleuls'),
      await voit('Thibaud', 'referent31'),
      await voit('Thibault Durand', 'chefTilleuls'),
    ],
    [true, true, false],
  )
  assert.deepEqual(
    [
      await voit('Thibault', 'chefSaules'),
      await voit(d.numero.toLowerCase(), 'chefTilleuls'),
      await voit(d.numero, 'chefSaules'),
    ],
    [false, true, false],
  )
  await agir(d, `personnes/${id}`, { nom: 'Gauthier Quesnel', precision: '' }, 'chefTilleuls')
  assert.deepEqual([await voit('Thibault', 'chefTilleuls'), await voit('Gautier', 'chefTilleuls')], [true, true])
})

test('a name that is looked for is in no address: what is typed leads to the list by sealed words; a number stays readable', async () => {
  const d = await ouvert('chefTilleuls')
  await agir(d, 'personnes', { id: uuidv7(), ...cible, nom: 'Ysaline Vergnes' }, 'chefTilleuls')
  const chercher = async (q: string, qui: NomAgent = 'chefTilleuls'): Promise<string> => {
    const r = await m.envoyer('/dossiers', { q, etat: '', retard: '', dept: '' }, qui)
    assert.equal(r.status, 303)
    return r.headers.get('location')!
  }
  const vers = await chercher('izaline vergne')
  assert.match(vers, /^\/dossiers\?mots=[\w-]{40,}$/)
  const page = await (await m.lire(vers, 'chefTilleuls')).text()
  assert.match(page, new RegExp(`href="/dossiers/${d.numero}"`))
  assert.match(page, /name="q"[^>]*value="izaline vergne"|value="izaline vergne"[^>]*name="q"/)
  assert.ok(![...page.matchAll(/(?:href|action)="([^"]*)"/g)].some(([, url]) => /verg/i.test(decodeURIComponent(url!))))
  assert.equal((await m.lire(vers, 'chefSaules')).status, 200)
  assert.ok(!(await (await m.lire(vers, 'chefSaules')).text()).includes(d.numero), 'sealed words open no scope')
  assert.equal(await chercher(d.numero), `/dossiers?q=${d.numero}`)
  assert.equal(await chercher(''), '/dossiers')
  const abime = await m.lire(vers.replace(/.{5}$/, 'AAAAA'), 'chefTilleuls')
  assert.deepEqual([abime.status, /izaline/.test(await abime.text())], [200, false])
  assert.equal((await m.envoyer('/dossiers', { q: 'Vergnes' }, 'dpo')).status, 404)
})

test('two agents write the summary at once: the second is told who was first, and keeps the text', async () => {
  const d = await ouvert('chefTilleuls')
  const vue = await version(d)
  await m.envoyer(`/dossiers/${d.numero}/resume`, { version: vue, resume: 'Premier résumé.' }, 'chefTilleuls')
  const second = await m.envoyer(`/dossiers/${d.numero}/resume`, { version: vue, resume: 'Second résumé.' }, 'coordoTilleuls')
  assert.equal(second.status, 409)
  const texte = await second.text()
  assert.match(texte, /«\sRésumé modifié\s», Claire Vidal/)
  assert.match(texte, /Second résumé\./)
  assert.match(texte, /Premier résumé\./)
})

test('always one responsable, among those who see the dossier', async () => {
  const d = await ouvert('chefTilleuls')
  assert.equal((await agir(d, 'responsable', { agent: m.agents.chefSaules }, 'chefTilleuls')).status, 422)
  assert.equal((await agir(d, 'responsable', { agent: m.agents.coordoTilleuls }, 'chefSaules')).status, 404)
  assert.equal((await agir(d, 'responsable', { agent: m.agents.coordoTilleuls }, 'chefTilleuls')).status, 303)
  assert.equal((await dossier(d.id)).responsable, m.agents.coordoTilleuls)
})

test('a report is attached once, detached by a date, and what is held above never shows below', async () => {
  const d = await ouvert('chefTilleuls')
  const autre = await ouvert('chefTilleuls')
  const s = await raconter(m, 'tilleuls')
  const adulte = await raconter(m, 'tilleuls', { auteurs: 'adulte' })
  assert.equal((await agir(d, 'rattachements', { signalement: s.id }, 'chefSaules')).status, 404)
  assert.equal((await agir(d, 'rattachements', { signalement: adulte.id }, 'chefTilleuls')).status, 404)
  assert.equal((await agir(d, 'rattachements', { signalement: adulte.id }, 'referent31')).status, 409)
  assert.equal(
    (await agir(d, 'rattachements', { signalement: s.id }, 'chefTilleuls')).headers.get('location'),
    `/signalements/${s.id}?fait=rattache`,
  )
  const deux = await agir(autre, 'rattachements', { signalement: s.id }, 'chefTilleuls')
  assert.match(await deux.text(), new RegExp(`déjà rattaché au dossier ${d.numero}`))
  assert.equal((await agir(d, `rattachements/${s.id}/fin`, {}, 'chefTilleuls')).status, 303)
  assert.equal((await agir(autre, 'rattachements', { signalement: s.id }, 'chefTilleuls')).status, 303)
})

test('opening a dossier is recorded, once in ten minutes', async () => {
  const d = await ouvert('chefTilleuls')
  for (const qui of ['chefTilleuls', 'chefTilleuls', 'chefSaules', 'responsable31'] as const)
    await m.lire(`/dossiers/${d.numero}`, qui)
  const vues = await m.admin<{ agent: string }>(
    `select agent from confidentiel.consultation where fil = $1 and nature = 'lecture'`,
    [d.id],
  )
  assert.deepEqual(vues.map((v) => v.agent).sort(), [m.agents.chefTilleuls, m.agents.responsable31].sort())
})

test('a danger told on the eve of the holidays does not wait for school to begin again', async () => {
  // Friday 18 December, seven in the evening: the next school day is 4 January.
  m.aller(new Date('2026-12-18T19:00:00+01:00'))
  const echeance = async (d: Ligne): Promise<string> => (await dossier(d.id)).echeance.toISOString()
  const depuis = async (quoi: string[], champs: Record<string, string> = {}): Promise<Ligne> =>
    ouvert('referent31', { signalement: (await raconter(m, 'tilleuls', { quoi })).id, nom0: 'Léa', role0: 'cible', ...champs })
  assert.equal(await echeance(await depuis(['mots'])), '2027-01-04T17:00:00.000Z')
  assert.equal(await echeance(await depuis(['arme'])), '2026-12-19T18:00:00.000Z')
  const danger = await depuis(['envie_mourir'])
  assert.equal(await echeance(danger), '2026-12-18T18:30:00.000Z')
  assert.deepEqual(
    (
      await m.admin<{ detail: { danger?: boolean } }>(
        `select detail from confidentiel.fait where fil = $1 and verbe = 'dossier.ouvrir'`,
        [danger.id],
      )
    )[0]!.detail.danger,
    true,
  )
  // Given to the head, who takes it in charge: nothing protects yet, and it is not put off.
  await m.admin('delete from machine.courriel')
  const donne = await depuis(['envie_mourir'], { responsable: m.agents.chefTilleuls })
  assert.deepEqual(await m.admin(`select modele from machine.courriel where agent = $1`, [m.agents.chefTilleuls]), [
    { modele: 'urgent' },
  ])
  assert.equal((await agir(donne, 'prise-en-charge', {}, 'chefTilleuls')).status, 303)
  assert.deepEqual([(await dossier(donne.id)).etat, await echeance(donne)], ['pris_en_charge', '2026-12-18T18:30:00.000Z'])
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
})

test('two posts in one school never let do less than the better of them, whichever came first', async () => {
  const d = await ouvert('chefTilleuls')
  const [equipe, chef] = [
    await m.ajouterMandat('coordoTilleuls', 'equipe', { etab: ECOLES.tilleuls.etab }, 80),
    await m.ajouterMandat('coordoTilleuls', 'chef', { etab: ECOLES.tilleuls.etab }),
  ]
  const ajouter = async (nom: string): Promise<string> => {
    const r = await agir(d, 'personnes', { ...cible, nom, id: uuidv7() }, 'coordoTilleuls')
    assert.equal(r.status, 303, await r.text())
    const faits = await m.admin<{ qualite: string }>(
      'select qualite from confidentiel.fait where fil = $1 order by rang desc limit 1',
      [d.id],
    )
    return faits[0]!.qualite
  }
  assert.equal(await ajouter('Léa'), 'chef')
  await chef()
  assert.equal(await ajouter('Tom'), 'coordonnateur')
  await equipe()
  // A référent who keeps a place in the équipe of a school still answers for the département there.
  const membre = await m.ajouterMandat('referent31', 'equipe', { etab: ECOLES.tilleuls.etab })
  const r = await agir(d, 'personnes', { ...cible, nom: 'Zoé', id: uuidv7() }, 'referent31')
  assert.equal(r.status, 303, await r.text())
  await membre()
})
