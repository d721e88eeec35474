import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, HEURE, JOUR, plus, uuidv7 } from '#platform'
import { nouveauMonde, type Monde } from '../../tests/support/monde.ts'
import { raconter, version } from '../../tests/support/situations.ts'
import { faireMenage } from './menage.ts'
import { rappeler } from './rappels.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const avancer = (ms: number): void => clock.set(plus(clock.now(), ms))
/** The reminders written since the last look: for which level, or for which agent. */
let vus = 0
async function rappels(): Promise<string[]> {
  const lignes = await m.admin<{ niveau: string | null; agent: string | null }>(
    `select niveau, agent from machine.courriel where modele = 'rappel' order by cree_le, niveau nulls last`,
  )
  const neufs = lignes.slice(vus).map((l) => l.niveau ?? Object.entries(m.agents).find(([, id]) => id === l.agent)?.[0] ?? '?')
  vus = lignes.length
  return neufs
}

test('a report whose date has passed reminds its level once, then each day one more level above, as far as the département, and then nobody', async () => {
  await raconter(m, 'glycines')
  avancer(24 * HEURE - 1)
  await rappeler(m.maison)
  assert.deepEqual(await rappels(), [])
  avancer(1)
  await Promise.all([rappeler(m.maison), rappeler(m.maison)])
  assert.deepEqual(await rappels(), ['etablissement'])
  avancer(JOUR)
  await rappeler(m.maison)
  await rappeler(m.maison)
  assert.deepEqual(await rappels(), ['circonscription'])
  avancer(JOUR - 1)
  await rappeler(m.maison)
  assert.deepEqual(await rappels(), [])
  avancer(1)
  await rappeler(m.maison)
  assert.deepEqual(await rappels(), ['departement'])
  avancer(30 * JOUR)
  await rappeler(m.maison)
  assert.deepEqual(await rappels(), [])
})

test('a worker that slept for days tells each step once; a new date begins anew, and whoever has it is told too', async () => {
  const { id } = await raconter(m, 'tilleuls')
  avancer(10 * JOUR)
  await rappeler(m.maison)
  assert.deepEqual((await rappels()).sort(), ['departement', 'etablissement'])
  await m.envoyer(`/signalements/${id}/prise-en-charge`, { version: await version(m, id) }, 'chefTilleuls')
  await rappeler(m.maison)
  assert.deepEqual(await rappels(), [])
  avancer(30 * JOUR)
  await rappeler(m.maison)
  assert.deepEqual((await rappels()).sort(), ['chefTilleuls', 'departement', 'etablissement'])
})

test('what no longer serves is erased, and nothing else', async () => {
  const maintenant = clock.now()
  const poserImage = (expire: Date) =>
    m.admin(
      `insert into confidentiel.piece_en_attente values ('16', gen_random_uuid(), gen_random_uuid(), 'image/png', 1, 1, 1, '', '', '', $1)`,
      [expire],
    )
  await poserImage(plus(maintenant, -1))
  await poserImage(plus(maintenant, HEURE))
  const poserSession = (octet: string, finit: Date, close: Date | null) =>
    m.admin(`insert into acces.session values (decode(repeat($1, 32), 'hex'), '16', $2, $3, $3, $3, $4)`, [
      octet,
      m.agents.dpo,
      finit,
      close,
    ])
  await m.admin('delete from acces.session')
  await poserSession('01', plus(maintenant, -JOUR - 1), null)
  await poserSession('02', plus(maintenant, HEURE), plus(maintenant, -JOUR - 1))
  await poserSession('03', plus(maintenant, -HEURE), null)
  await poserSession('04', plus(maintenant, HEURE), null)
  await m.admin(`delete from machine.courriel`)
  const poserCourriel = (colonne: string, le: Date) =>
    m.admin(
      `insert into machine.courriel (id, acad, modele, cree_le, prochain_le, ${colonne}) values (gen_random_uuid(), '16', 'nouveau', $1, $1, $1)`,
      [le],
    )
  await poserCourriel('envoye_le', plus(maintenant, -30 * JOUR - 1))
  await poserCourriel('abandonne_le', plus(maintenant, -30 * JOUR - 1))
  await poserCourriel('envoye_le', plus(maintenant, -29 * JOUR))
  await m.admin(
    `insert into machine.courriel (id, acad, modele, cree_le, prochain_le) values (gen_random_uuid(), '16', 'nouveau', $1, $1)`,
    [plus(maintenant, -90 * JOUR)],
  )
  assert.deepEqual(await faireMenage(m.maison), { images: 1, sessions: 2, courriels: 2, brouillons: 0, imports: 0, contacts: 0 })
  assert.deepEqual(await faireMenage(m.maison), { images: 0, sessions: 0, courriels: 0, brouillons: 0, imports: 0, contacts: 0 })
})

test('closed while no mail can leave: the sealed address is erased a week later all the same', async () => {
  const { id } = await raconter(m, 'tilleuls', { contact: 'mail', mail: 'parent@exemple.fr' })
  const ouvert = await raconter(m, 'tilleuls', { contact: 'mail', mail: 'autre@exemple.fr' })
  const champs = { version: await version(m, id), message: uuidv7(), motif: 'traite', dernier: 'C’est fini, et tu as bien fait.' }
  assert.equal((await m.envoyer(`/signalements/${id}/cloture`, champs, 'chefTilleuls')).status, 303)
  const contacts = async (): Promise<number> =>
    (await m.admin('select from acces.contact where signalement = any ($1)', [[id, ouvert.id]])).length
  avancer(7 * JOUR)
  await faireMenage(m.maison)
  assert.equal(await contacts(), 2)
  avancer(1)
  assert.equal((await faireMenage(m.maison)).contacts, 1)
  assert.deepEqual(await m.admin('select signalement from acces.contact where signalement = any ($1)', [[id, ouvert.id]]), [
    { signalement: ouvert.id },
  ])
})
