import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { clock, HEURE, JOUR, plus, transaction, uuidv7 } from '#platform'
import { lireFil } from '#acces'
import { AGENTS, ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { raconter, verbes, version } from '../../../tests/support/situations.ts'
import { ecrireCode, formaterCode } from '../code/code.ts'
import { preuvesDuDepot } from '../depot/deposer.ts'
import { joindre, nettoyer } from '../depot/pieces.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const etat = async (id: string) =>
  (
    await m.admin<{
      etat: string
      niveau: string
      etab: string
      pris_par: string | null
      echeance: Date | null
      lu_le: Date | null
    }>('select etat, niveau, etab, pris_par, echeance, lu_le from confidentiel.signalement where id = $1', [id])
  )[0]!

test('a report does not exist for a stranger, and reads whole for the school’s head, who is then known to have read it', async () => {
  const { id } = await raconter(m, 'tilleuls', { recit: 'Ils m’attendent à la sortie.', noms: 'Kévin', cible: 'Léa' })
  assert.equal((await m.lire(`/signalements/${id}`)).status, 303)
  assert.equal((await m.lire(`/signalements/${id}`, 'chefSaules')).status, 404)
  assert.equal((await m.lire(`/signalements/${uuidv7()}`, 'chefTilleuls')).status, 404)
  assert.equal((await m.lire('/signalements/nimporte', 'chefTilleuls')).status, 404)
  const vue = await m.lire(`/signalements/${id}`, 'chefTilleuls')
  assert.equal(vue.status, 200)
  const texte = await vue.text()
  for (const dit of ['Ils m’attendent à la sortie.', 'Kévin', 'Léa', 'Collège Les Tilleuls']) assert.ok(texte.includes(dit), dit)
  assert.notEqual((await etat(id)).lu_le, null)
  assert.deepEqual(await verbes(m, id), ['signalement.deposer', 'signalement.lire'])
})

test('a reading is recorded once per agent and ten minutes; the refused one is not', async () => {
  const { id } = await raconter(m, 'tilleuls')
  for (const qui of ['chefTilleuls', 'chefTilleuls', 'referent31', 'chefSaules'] as const)
    await m.lire(`/signalements/${id}`, qui)
  const vues = await m.admin<{ agent: string; nature: string }>(
    'select agent, nature from confidentiel.consultation where fil = $1',
    [id],
  )
  assert.deepEqual(
    vues.map((v) => `${v.nature} ${v.agent}`).sort(),
    [m.agents.chefTilleuls, m.agents.referent31].map((a) => `lecture ${a}`).sort(),
  )
})

test('taken in charge: one person has it, the second is told who and when', async () => {
  const { id } = await raconter(m, 'tilleuls')
  const champs = { version: await version(m, id), de: '' }
  assert.equal((await m.envoyer(`/signalements/${id}/prise-en-charge`, champs, 'chefSaules')).status, 404)
  const pris = await m.envoyer(`/signalements/${id}/prise-en-charge`, champs, 'coordoTilleuls')
  assert.equal(pris.status, 303)
  assert.equal(pris.headers.get('location'), `/signalements/${id}?fait=pris`)
  const trop = await m.envoyer(`/signalements/${id}/prise-en-charge`, champs, 'chefTilleuls')
  assert.equal(trop.status, 409)
  assert.match(await trop.text(), /Hugo Marsan a pris ce signalement en charge aujourd’hui à 9\u00a0h/)
  assert.equal((await etat(id)).pris_par, m.agents.coordoTilleuls)
  const relais = await m.envoyer(
    `/signalements/${id}/prise-en-charge`,
    { version: await version(m, id), de: m.agents.coordoTilleuls },
    'chefTilleuls',
  )
  assert.equal(relais.status, 303)
  assert.deepEqual(
    (await verbes(m, id)).filter((v) => v !== 'signalement.lire'),
    ['signalement.deposer', 'signalement.prendre', 'signalement.reprendre'],
  )
})

test('a danger taken in charge stays due when it was, until it is answered; anything else has a day from then on', async () => {
  const depart = clock.now()
  const prendre = async (id: string): Promise<string> => {
    const r = await m.envoyer(`/signalements/${id}/prise-en-charge`, { version: await version(m, id), de: '' }, 'chefTilleuls')
    assert.equal(r.status, 303, await r.text())
    return (await etat(id)).echeance!.toISOString()
  }
  const [danger, autre] = [await raconter(m, 'tilleuls', { quoi: ['envie_mourir'] }), await raconter(m, 'tilleuls')]
  clock.set(plus(depart, 3 * HEURE))
  assert.equal(await prendre(danger.id), plus(depart, 4 * HEURE).toISOString())
  assert.equal(await prendre(autre.id), plus(depart, 27 * HEURE).toISOString())
  const reponse = { version: await version(m, danger.id), message: uuidv7(), texte: 'J’arrive, je viens te voir tout de suite.' }
  assert.equal((await m.envoyer(`/signalements/${danger.id}/reponses`, reponse, 'chefTilleuls')).status, 303)
  assert.equal((await etat(danger.id)).echeance!.toISOString(), plus(depart, 3 * HEURE + 7 * JOUR).toISOString())
  clock.set(depart)
})

test('twenty agents press « prendre » at the same instant: one has it, nobody is overwritten', async () => {
  const { id } = await raconter(m, 'tilleuls')
  const champs = { version: await version(m, id), de: '' }
  const qui = ['chefTilleuls', 'coordoTilleuls', 'referent31', 'responsable31', 'referenteAcademique'] as const
  const statuts = await Promise.all(
    Array.from(
      { length: 20 },
      async (_, i) => (await m.envoyer(`/signalements/${id}/prise-en-charge`, champs, qui[i % 5])).status,
    ),
  )
  const gagnant = (await etat(id)).pris_par
  assert.ok(qui.some((nom) => m.agents[nom] === gagnant))
  assert.equal((await verbes(m, id)).filter((v) => v === 'signalement.prendre').length, 1)
  // Whoever has it may press again: it is done already. The others are refused.
  assert.deepEqual([...new Set(statuts)].sort(), [303, 409])
})

test('an answer leaves once, however often it is sent, and takes the report in charge', async () => {
  const { id } = await raconter(m, 'tilleuls')
  const champs = { version: await version(m, id), message: uuidv7(), texte: 'Merci de me l’avoir dit.' }
  assert.equal((await m.envoyer(`/signalements/${id}/reponses`, champs, 'chefSaules')).status, 404)
  for (let i = 0; i < 2; i++) assert.equal((await m.envoyer(`/signalements/${id}/reponses`, champs, 'chefTilleuls')).status, 303)
  assert.equal((await m.admin('select from confidentiel.message where fil = $1', [id])).length, 1)
  assert.deepEqual(await verbes(m, id), ['signalement.deposer', 'signalement.prendre', 'signalement.repondre'])
  assert.equal((await etat(id)).echeance?.toISOString(), '2026-11-17T08:00:00.000Z')
  assert.match(await (await m.lire(`/signalements/${id}`, 'chefTilleuls')).text(), /Merci de me l’avoir dit\./)
})

test('an answer written while a colleague answered is kept, shown back, and not sent', async () => {
  const { id } = await raconter(m, 'tilleuls')
  const vue = await version(m, id)
  await m.envoyer(`/signalements/${id}/reponses`, { version: vue, message: uuidv7(), texte: 'La première.' }, 'chefTilleuls')
  const seconde = await m.envoyer(
    `/signalements/${id}/reponses`,
    { version: vue, message: uuidv7(), texte: 'La seconde, longue à écrire.' },
    'referent31',
  )
  assert.equal(seconde.status, 409)
  const texte = await seconde.text()
  assert.match(texte, /«\sRéponse envoyée\s», Claire Vidal, chef d’établissement/)
  assert.match(texte, /<textarea[^>]*>\s*La seconde, longue à écrire\./)
  assert.equal((await m.admin('select from confidentiel.message where fil = $1', [id])).length, 1)
})

test('an empty answer is sent back with its sentence, nothing done', async () => {
  const { id } = await raconter(m, 'tilleuls')
  const vide = await m.envoyer(`/signalements/${id}/reponses`, { version: '1', message: uuidv7(), texte: '  ' }, 'chefTilleuls')
  assert.equal(vide.status, 422)
  assert.match(await vide.text(), /Écrivez votre réponse\./)
  assert.equal((await etat(id)).etat, 'recu')
})

test('given to a member of the équipe, who then sees this one and no other, and cannot give it on', async () => {
  const { id } = await raconter(m, 'tilleuls')
  const autre = await raconter(m, 'tilleuls')
  const champs = { agent: m.agents.equipeTilleuls }
  assert.equal((await m.lire(`/signalements/${id}`, 'equipeTilleuls')).status, 404)
  assert.equal((await m.envoyer(`/signalements/${id}/octrois`, champs, 'chefSaules')).status, 404)
  assert.equal((await m.envoyer(`/signalements/${id}/octrois`, { agent: m.agents.chefSaules }, 'chefTilleuls')).status, 422)
  assert.equal((await m.envoyer(`/signalements/${id}/octrois`, champs, 'chefTilleuls')).status, 303)
  assert.equal((await m.lire(`/signalements/${id}`, 'equipeTilleuls')).status, 200)
  assert.equal((await m.lire(`/signalements/${autre.id}`, 'equipeTilleuls')).status, 404)
  const plusLoin = await m.envoyer(`/signalements/${id}/octrois`, { agent: m.agents.coordoTilleuls }, 'equipeTilleuls')
  assert.equal(plusLoin.status, 409)
  assert.match(await plusLoin.text(), /Ce signalement vous a été confié/)
})

test('redirected to the right school: the other head has it, the first no longer sees it, nor whom they gave it to', async () => {
  const { id } = await raconter(m, 'tilleuls')
  await m.envoyer(`/signalements/${id}/octrois`, { agent: m.agents.equipeTilleuls }, 'chefTilleuls')
  const champs = { version: await version(m, id), etab: ECOLES.saules.etab }
  assert.equal((await m.envoyer(`/signalements/${id}/reorientation`, champs, 'chefSaules')).status, 404)
  assert.equal(
    (await m.envoyer(`/signalements/${id}/reorientation`, { ...champs, etab: '0319002A' }, 'chefTilleuls')).status,
    422,
  )
  const parti = await m.envoyer(`/signalements/${id}/reorientation`, champs, 'chefTilleuls')
  assert.equal(parti.headers.get('location'), '/boite?fait=reoriente')
  assert.deepEqual(
    await Promise.all(
      (['chefTilleuls', 'equipeTilleuls', 'chefSaules', 'referent31'] as const).map(
        async (qui) => (await m.lire(`/signalements/${id}`, qui)).status,
      ),
    ),
    [404, 404, 200, 200],
  )
  assert.equal((await etat(id)).niveau, 'etablissement')
})

test('handed up: an école’s report goes to its circonscription, a collège’s to the département, then to the académie', async () => {
  const ecole = await raconter(m, 'glycines')
  const champs = async (id: string) => ({ version: await version(m, id), raison: 'gravite' })
  assert.equal((await m.envoyer(`/signalements/${ecole.id}/niveau`, await champs(ecole.id), 'chefTilleuls')).status, 404)
  assert.equal(
    (await m.envoyer(`/signalements/${ecole.id}/niveau`, { version: '1', raison: 'envie' }, 'directriceGlycines')).status,
    422,
  )
  await m.envoyer(`/signalements/${ecole.id}/niveau`, await champs(ecole.id), 'directriceGlycines')
  assert.equal((await etat(ecole.id)).niveau, 'circonscription')
  assert.equal((await m.lire(`/signalements/${ecole.id}`, 'directriceGlycines')).status, 404)
  await m.envoyer(`/signalements/${ecole.id}/niveau`, await champs(ecole.id), 'ien31')
  await m.envoyer(`/signalements/${ecole.id}/niveau`, await champs(ecole.id), 'referent31')
  assert.deepEqual([(await etat(ecole.id)).niveau, (await etat(ecole.id)).etat], ['academie', 'recu'])
  const fin = await m.envoyer(`/signalements/${ecole.id}/niveau`, await champs(ecole.id), 'referenteAcademique')
  assert.equal(fin.status, 409)
  const college = await raconter(m, 'tilleuls')
  await m.envoyer(`/signalements/${college.id}/niveau`, await champs(college.id), 'chefTilleuls')
  assert.equal((await etat(college.id)).niveau, 'departement')
})

test('closed with a reason and a last word; the sealed contact stays until the last notice has left', async () => {
  const { id } = await raconter(m, 'tilleuls', { contact: 'mail', mail: 'parent@exemple.fr' })
  const champs = {
    version: await version(m, id),
    message: uuidv7(),
    motif: 'traite',
    dernier: 'Nous restons là si cela recommence.',
  }
  assert.equal((await m.envoyer(`/signalements/${id}/cloture`, champs, 'chefSaules')).status, 404)
  assert.equal((await m.envoyer(`/signalements/${id}/cloture`, { ...champs, dernier: '' }, 'chefTilleuls')).status, 422)
  assert.equal((await m.envoyer(`/signalements/${id}/cloture`, { ...champs, motif: 'dossier' }, 'chefTilleuls')).status, 422)
  assert.equal((await m.envoyer(`/signalements/${id}/cloture`, champs, 'chefTilleuls')).status, 303)
  assert.deepEqual([(await etat(id)).etat, (await etat(id)).echeance], ['clos', null])
  assert.deepEqual(await m.admin('select modele from machine.courriel where fil = $1 and modele like $2', [id, '%reponse']), [
    { modele: 'derniere_reponse' },
  ])
  assert.equal((await m.admin('select from acces.contact where signalement = $1', [id])).length, 1)
  const apres = await m.envoyer(`/signalements/${id}/prise-en-charge`, { version: await version(m, id), de: '' }, 'chefTilleuls')
  assert.equal(apres.status, 409)
  assert.match(await apres.text(), new RegExp(`clos par ${AGENTS.chefTilleuls.prenom} ${AGENTS.chefTilleuls.nom}`))
})

test('names that meet bring a report near another, with why; the words themselves are nowhere in the clear', async () => {
  const premier = await raconter(m, 'pruniers', { noms: 'Mathieu Delcros', cible: 'Chloé' })
  const second = await raconter(m, 'pruniers', { noms: 'matthieu delcros' })
  const texte = await (await m.lire(`/signalements/${second.id}`, 'chefPruniers')).text()
  assert.match(texte, new RegExp(`/signalements/${premier.id}`))
  assert.match(texte, /Un nom en commun, dit ici pour les personnes mises en cause/)
  assert.match(texte, /Même établissement, même période/)
  const [{ n }] = (await m.admin<{ n: number }>(
    `select count(*)::int as n from confidentiel.signalement s, confidentiel.jeton_nom j where j.fil = s.id and s.id = $1
      and (position(convert_to('elcros', 'UTF8') in s.contenu) > 0 or position(convert_to('elcros', 'UTF8') in j.jeton) > 0)`,
    [second.id],
  )) as [{ n: number }]
  assert.equal(n, 0)
})

test('a picture opens for those who see the report, as its clean copy, and each opening is recorded', async () => {
  const { id, brouillon } = await raconter(m, 'tilleuls')
  const { base, trousseau } = m.maison
  const { images } = await nettoyer(
    [
      {
        octets: await sharp({ create: { width: 8, height: 6, channels: 3, background: '#a40' } })
          .png()
          .toBuffer(),
      },
    ],
    1,
  )
  await transaction(base, 'public', preuvesDuDepot(trousseau, '16', brouillon), async (db) =>
    joindre(db, await lireFil(db, trousseau, '16', id), images[0]!),
  )
  const [{ id: piece }] = (await m.admin<{ id: string }>('select id from confidentiel.piece where fil = $1', [id])) as [
    { id: string },
  ]
  const chemin = `/signalements/${id}/pieces/${piece}`
  assert.equal((await m.lire(chemin, 'chefSaules')).status, 404)
  assert.equal((await m.lire(`/signalements/${id}/pieces/${uuidv7()}`, 'chefTilleuls')).status, 404)
  const vue = await m.lire(chemin, 'chefTilleuls')
  assert.equal(vue.status, 200)
  assert.deepEqual(
    ['Cache-Control', 'Content-Disposition', 'X-Content-Type-Options'].map((h) => vue.headers.get(h)),
    ['private, no-store', 'inline; filename="image"', 'nosniff'],
  )
  const copie = await sharp(Buffer.from(await vue.arrayBuffer())).metadata()
  assert.deepEqual([copie.width, copie.height, `image/${copie.format}`], [8, 6, vue.headers.get('Content-Type')])
  assert.deepEqual(await m.admin('select agent, nature from confidentiel.consultation where fil = $1', [id]), [
    { agent: m.agents.chefTilleuls, nature: 'piece' },
  ])
})

test('a note between agents is kept once, read by colleagues who see the report, and never by the person who told', async () => {
  const { id, brouillon } = await raconter(m, 'tilleuls', { recit: 'Encore.' })
  const code = formaterCode(ecrireCode(Buffer.from(brouillon.secret, 'base64')))
  const note = { version: '1', message: uuidv7(), note: 'La mère a été appelée à midi.' }
  for (let i = 0; i < 2; i += 1) assert.equal((await m.envoyer(`/signalements/${id}/notes`, note, 'chefTilleuls')).status, 303)
  assert.equal((await m.admin('select id from confidentiel.note where fil = $1', [id])).length, 1)
  assert.match(await (await m.lire(`/signalements/${id}`, 'referent31')).text(), /La mère a été appelée à midi/)
  assert.equal((await m.envoyer(`/signalements/${id}/notes`, { ...note, message: uuidv7() }, 'chefSaules')).status, 404)
  assert.equal(
    (await m.envoyer(`/signalements/${id}/notes`, { version: '1', message: uuidv7(), note: '' }, 'chefTilleuls')).status,
    422,
  )
  const suivi = await (await m.envoyer('/suivi', { code })).text()
  assert.match(suivi, /Encore/)
  assert.ok(!suivi.includes('La mère'))
})

test('an urgency is lifted with a reason and put back; never by whom a report is merely handed to, nor once it is closed', async () => {
  const { id } = await raconter(m, 'tilleuls', { quoi: ['envie_mourir'] })
  const dit = async (geste: string, champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
    m.envoyer(`/signalements/${id}/urgences/${geste}`, { version: await version(m, id), message: uuidv7(), ...champs }, qui)
  const lever = (champs: Record<string, string> = {}, qui?: NomAgent): Promise<Response> =>
    dit('levee', { urgence: 'suicide', raison_lever: 'Une chanson, vérifié avec lui.', ...champs }, qui)
  const remettre = (champs: Record<string, string> = {}, qui?: NomAgent): Promise<Response> =>
    dit('retour', { levee: 'suicide', raison_remettre: 'Sa mère s’inquiète.', ...champs }, qui)
  const urgences = async (): Promise<string[]> =>
    (await m.admin<{ urgences: string[] }>('select urgences from confidentiel.signalement where id = $1', [id]))[0]!.urgences
  assert.equal((await lever({}, 'chefSaules')).status, 404)
  await m.envoyer(`/signalements/${id}/octrois`, { agent: m.agents.equipeTilleuls }, 'chefTilleuls')
  assert.match(await (await lever({}, 'equipeTilleuls')).text(), /vous pouvez le lire et y répondre/)
  assert.equal((await lever({ raison_lever: '' })).status, 422)
  assert.equal((await lever({ urgence: 'arme' })).status, 422)
  assert.equal((await remettre()).status, 422)
  assert.match((await lever()).headers.get('location')!, /fait=urgence_levee/)
  assert.deepEqual(await urgences(), [])
  const vue = await (await m.lire(`/signalements/${id}`, 'chefTilleuls')).text()
  assert.match(vue, /Urgence levée\s: idées noires/)
  assert.match(vue, /Une chanson, vérifié avec lui\./)
  assert.match((await remettre()).headers.get('location')!, /fait=urgence_remise/)
  assert.deepEqual(await urgences(), ['suicide'])
  // A page from before: nothing is written over.
  assert.equal((await lever({ version: '1' })).status, 409)
  assert.deepEqual((await verbes(m, id)).slice(-2), ['signalement.lever_urgence', 'signalement.remettre_urgence'])
  const fin = { version: await version(m, id), message: uuidv7(), motif: 'traite', dernier: 'Merci de nous avoir parlé.' }
  assert.equal((await m.envoyer(`/signalements/${id}/cloture`, fin, 'chefTilleuls')).status, 303)
  assert.match(await (await lever()).text(), /a été clos/)
})

test('words to begin with at each step: the chosen one stands in its own field, ready to be made one’s own', async () => {
  const { id } = await raconter(m, 'tilleuls', {})
  const page = async (modele: string): Promise<string> =>
    (await m.lire(`/signalements/${id}?modele=${modele}`, 'chefTilleuls')).text()
  const zone = (html: string, nom: string): string =>
    new RegExp(`<textarea[^>]*name="${nom}"[^>]*>([^<]*)<`).exec(html)?.[1]?.trim() ?? ''
  assert.match(zone(await page('attente'), 'texte'), /^Ça prend plus de temps/)
  assert.equal(zone(await page('attente'), 'dernier'), '')
  assert.match(zone(await page('fini'), 'dernier'), /^Tu as bien fait de parler/)
  assert.equal(zone(await page('fini'), 'texte'), '')
  assert.equal(zone(await page('constructor'), 'texte'), '')
})

test('a beginning sent with its gaps open comes back whole, and nothing leaves; an ellipsis in a sentence does', async () => {
  const { id } = await raconter(m, 'tilleuls', {})
  const repondre = async (texte: string): Promise<Response> =>
    m.envoyer(`/signalements/${id}/reponses`, { version: await version(m, id), message: uuidv7(), texte }, 'chefTilleuls')
  const troue = await repondre('Merci. Je te réécris ici avant ….')
  assert.equal(troue.status, 422)
  const page = await troue.text()
  assert.match(page, /Complétez les passages/)
  assert.match(page, /Je te réécris ici avant …/)
  assert.deepEqual(await m.admin('select from confidentiel.message where fil = $1', [id]), [])
  assert.equal((await repondre('Je comprends… Viens me voir mardi.')).status, 303)
  const clore = { motif: 'traite', dernier: 'Va voir …', message: uuidv7(), version: await version(m, id) }
  assert.equal((await m.envoyer(`/signalements/${id}/cloture`, clore, 'chefTilleuls')).status, 422)
})

test('who opened a report is told, with names, to those who hold it; not to whoever it was merely handed to', async () => {
  const { id } = await raconter(m, 'tilleuls', {})
  const ouvert = async (qui: NomAgent): Promise<string> => {
    const html = await (await m.lire(`/signalements/${id}`, qui)).text()
    return /Qui l’a ouvert \((\d+)\)[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  }
  await ouvert('referent31')
  const vu = await ouvert('chefTilleuls')
  assert.match(vu, /^Qui l’a ouvert \(2\)/)
  assert.match(vu, new RegExp(AGENTS.referent31.nom))
  assert.match(vu, />\s*Vous,/)
  await m.envoyer(
    `/signalements/${id}/octrois`,
    { version: await version(m, id), agent: m.agents.equipeTilleuls },
    'chefTilleuls',
  )
  assert.equal((await m.lire(`/signalements/${id}`, 'equipeTilleuls')).status, 200)
  assert.equal(await ouvert('equipeTilleuls'), '')
})

test('given to a member of the équipe who then leaves for another school: closed the same second, whatever else they hold', async () => {
  const { id } = await raconter(m, 'glycines')
  const finir = await m.ajouterMandat('equipeTilleuls', 'equipe', { etab: ECOLES.glycines.etab })
  const champs = { agent: m.agents.equipeTilleuls }
  const voit = async (): Promise<number> => (await m.lire(`/signalements/${id}`, 'equipeTilleuls')).status
  const boite = async (): Promise<boolean> => (await (await m.lire('/boite', 'equipeTilleuls')).text()).includes(id)
  const lecteurs = async (): Promise<boolean> =>
    (await (await m.lire(`/signalements/${id}`, 'directriceGlycines')).text()).includes('Inès Roca, membre')
  await lecteurs()
  assert.equal((await m.envoyer(`/signalements/${id}/octrois`, champs, 'directriceGlycines')).status, 303)
  assert.deepEqual([await voit(), await boite(), await lecteurs()], [200, true, true])
  await finir()
  assert.deepEqual([await voit(), await boite(), await lecteurs()], [404, false, false])
  assert.equal((await m.lire('/boite', 'equipeTilleuls')).status, 200, 'her other post is still hers')
  // Back there, with the same post: what was given to it is hers again.
  const refinir = await m.ajouterMandat('equipeTilleuls', 'equipe', { etab: ECOLES.glycines.etab })
  assert.equal(await voit(), 200)
  await refinir()
})

test('who becomes coordonnateur after a report was given to them gives it on like any other', async () => {
  const { id } = await raconter(m, 'tilleuls')
  await m.envoyer(`/signalements/${id}/octrois`, { agent: m.agents.equipeTilleuls }, 'chefTilleuls')
  const fins = [
    await m.ajouterMandat('equipeTilleuls', 'coordonnateur', { etab: ECOLES.tilleuls.etab }),
    await m.ajouterMandat('chefSaules', 'equipe', { etab: ECOLES.tilleuls.etab }),
  ]
  const r = await m.envoyer(`/signalements/${id}/octrois`, { agent: m.agents.chefSaules }, 'equipeTilleuls')
  assert.equal(r.status, 303, await r.text())
  for (const finir of fins) await finir()
})

test('an adult of the school understood later: past the circonscription, first in the list, never back to a school nor to its équipe', async () => {
  const { id } = await raconter(m, 'glycines', { recit: 'Le maître nous laisse faire et il rit.' })
  const finir = await m.ajouterMandat('equipeTilleuls', 'equipe', { etab: ECOLES.glycines.etab })
  await m.admin('delete from machine.courriel')
  const champs = { version: await version(m, id), raison: 'adulte' }
  assert.equal((await m.envoyer(`/signalements/${id}/niveau`, champs, 'directriceGlycines')).status, 303)
  const qui = ['directriceGlycines', 'ien31', 'referent31'] as const
  const voient = (): Promise<number[]> => Promise.all(qui.map(async (a) => (await m.lire(`/signalements/${id}`, a)).status))
  assert.deepEqual(await voient(), [404, 404, 200])
  assert.deepEqual(await m.admin('select modele, niveau from machine.courriel where fil = $1', [id]), [
    { modele: 'urgent', niveau: 'departement' },
  ])
  const [s] = await m.admin<{ urgences: string[]; auteurs: string | null; echeance: Date }>(
    'select urgences, auteurs, echeance from confidentiel.signalement where id = $1',
    [id],
  )
  assert.deepEqual([s!.urgences, s!.echeance.toISOString()], [['adulte_mis_en_cause'], '2026-11-10T12:00:00.000Z'])
  assert.notEqual(s!.auteurs, 'adulte', 'what was answered stays as it was')
  const confie = await m.envoyer(`/signalements/${id}/octrois`, { agent: m.agents.equipeTilleuls }, 'referent31')
  assert.equal(confie.status, 409)
  assert.match(await confie.text(), /ne peut pas être confié à son équipe/)
  await finir()
  // By mistake to another school, and back: the school never receives it.
  for (const ecole of ['saules', 'glycines'] as const) {
    const la = { version: await version(m, id), etab: ECOLES[ecole].etab }
    assert.equal((await m.envoyer(`/signalements/${id}/reorientation`, la, 'referent31')).status, 303)
    assert.equal((await etat(id)).niveau, 'departement')
  }
  assert.deepEqual(await voient(), [404, 404, 200])
})

test('a weapon, and an adult of the school: nobody is told to call the head, who may be that adult', async () => {
  const dit = async (auteurs: string): Promise<string> => {
    const { id } = await raconter(m, 'tilleuls', { danger: 'oui', quoi: ['arme'], auteurs })
    return (await m.lire(`/signalements/${id}`, 'referent31')).text()
  }
  assert.equal((await dit('eleves')).match(/Prévenez le chef d’établissement/g)?.length, 2)
  const page = await dit('adulte')
  assert.doesNotMatch(page, /Prévenez le chef d’établissement/)
  assert.equal(page.match(/ne prévenez personne qui puisse être mis en cause/g)?.length, 2)
})
