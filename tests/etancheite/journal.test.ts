import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { after, before, test } from 'node:test'
import pino from 'pino'
import { transaction } from '#platform'
import { ouvrir, raconter } from '../support/declarant.ts'
import { nouveauMonde, type Monde } from '../support/monde.ts'

let m: Monde
const lignes: string[] = []
before(async () => {
  m = await nouveauMonde()
  const sortie = new Writable({ write: (bloc, _, fini) => (lignes.push(String(bloc)), fini()) })
  // The same log as in production, but for where it goes.
  const { ouvrirJournal } = await import('#platform')
  Object.assign(m.maison, {
    journal: pino(
      {
        level: 'trace',
        base: null,
        serializers: (ouvrirJournal('info') as unknown as Record<symbol, object>)[pino.symbols.serializersSym] as never,
      },
      sortie,
    ),
  })
})
after(() => m.fermer())

const SECRETS = ['Roussel', 'Enzo', 'mon sac', 'lina@exemple.fr', '203.0.113.7']

test('no name, narrative, code, address or query string is ever logged, even when something breaks', async () => {
  const { code } = await raconter(m, {
    recit: 'Ils cachent mon sac.',
    cible: 'Lina Roussel',
    noms: 'Enzo',
    contact: 'mail',
    mail: 'lina@exemple.fr',
  })
  await ouvrir(m, code)
  await ouvrir(m, `${code} Roussel`)
  await m.app.request('/dossiers?q=Roussel', { headers: { 'X-Forwarded-For': '203.0.113.7' } })
  await m.app.request('/nulle-part/Roussel?code=Enzo')
  await m.admin("alter table confidentiel.signalement add constraint panne check (canal <> 'site') not valid")
  const casse = await raconter(m, { recit: 'Ils cachent mon sac.', cible: 'Lina Roussel', noms: 'Enzo' })
  await m.admin('alter table confidentiel.signalement drop constraint panne')
  assert.equal(casse.statut, 500)
  assert.ok(
    !/Roussel|Enzo|mon sac|panne|constraint/.test(casse.page),
    'the error page says nothing of what was told, nor of the database',
  )
  const tout = lignes.join('')
  assert.ok(lignes.length > 20)
  assert.match(tout, /"code":"23514"/)
  for (const secret of [...SECRETS, ...code.split(' ')]) assert.ok(!tout.includes(secret), `« ${secret} » was logged`)
})

test('an error whose message has several lines says its first line no more than the others', async () => {
  const depart = lignes.length
  const recit = 'Ils cachent mon sac.\n    at Roussel (la cour)\nEnzo a ri.'
  const lire = { name: 'essai.date', text: 'select $1::date as jour', params: ['recit'] }
  const erreur: unknown = await transaction(m.maison.base, 'public', {}, (db) => db.all(lire as never, { recit } as never)).catch(
    (e: unknown) => e,
  )
  assert.ok(erreur instanceof Error && erreur.message.includes('Roussel'), 'the database quotes what it was given')
  m.maison.journal.error({ err: erreur }, 'unexpected')
  const dit = lignes.slice(depart).join('')
  assert.match(dit, /"code":"22007"/)
  assert.match(dit, /\.ts:\d+|node:/, 'it still says where')
  for (const secret of SECRETS) assert.ok(!dit.includes(secret), `« ${secret} » was logged`)
})

test('no address is stored with a report: the database holds no column for one', async () => {
  const colonnes = await m.admin<{
    c: string
  }>(`select table_schema || '.' || table_name || '.' || column_name as c from information_schema.columns
    where table_schema in ('annuaire', 'acces', 'confidentiel', 'machine') and (data_type in ('inet', 'cidr') or column_name ~ '(^|_)(ip|adresse_ip|agent_utilisateur|user_agent)(_|$)')`)
  assert.deepEqual(colonnes, [])
})
