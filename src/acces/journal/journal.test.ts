import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, HEURE, JOUR, plus } from '#platform'
import { AGENTS, nouveauMonde, NOMS_AGENTS, type Monde, type NomAgent } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const corps = async (r: Response): Promise<string> => (await r.text()).replaceAll('\u00a0', ' ')

async function qui(chemin: string, essai = (c: string, n: NomAgent) => m.lire(c, n)): Promise<NomAgent[]> {
  const ouverts: NomAgent[] = []
  for (const nom of NOMS_AGENTS) {
    const { status } = await essai(chemin, nom)
    if (status === 200) ouverts.push(nom)
    else assert.equal(status, 404, `${nom} ${chemin}`)
  }
  return ouverts
}

test('/journal is for the DPO and the responsable académique; identifiers and functions, no name', async () => {
  const fil = '00000000-0000-7000-8000-0000000000aa'
  await m.admin(
    `insert into confidentiel.consultation (acad, id, fil, agent, nature, le) values
    ('16', gen_random_uuid(), $1, $2, 'lecture', $3), ('16', gen_random_uuid(), $1, $4, 'piece', $5)`,
    [fil, m.agents.chefPruniers, plus(clock.now(), -HEURE), m.agents.referent81, plus(clock.now(), -40 * JOUR)],
  )
  assert.deepEqual(await qui('/journal'), ['responsableAcademique', 'dpo'])
  const page = await corps(await m.lire('/journal', 'dpo'))
  assert.match(page, /Chef d’établissement · Collège Les Pruniers/)
  assert.doesNotMatch(page, /Soler|Pons/)
  assert.equal(page.includes(m.agents.referent81), false, '40 days ago')
  assert.equal((await corps(await m.lire('/journal?jours=90', 'dpo'))).includes(m.agents.referent81), true)
  const delui = await corps(await m.lire(`/journal?jours=90&agent=${m.agents.referent81}`, 'dpo'))
  assert.deepEqual([delui.includes('Pièce jointe ouverte'), delui.includes('>Lecture<')], [true, false])
})

test('the menu shows each agent what their mandates open', async () => {
  const menu = async (nom: NomAgent): Promise<string[]> => {
    const page = await corps(await m.lire('/compte', nom))
    return [...page.matchAll(/class="fr-nav__link" href="([^"]+)"/g)].map((x) => x[1]!)
  }
  const lit = ['/bureau', '/boite', '/dossiers', '/appuis', '/actions', '/bibliotheque', '/compte']
  assert.deepEqual(await menu('chefTilleuls'), lit)
  assert.deepEqual(await menu('equipeTilleuls'), ['/bureau', '/boite', '/dossiers', '/appuis', '/bibliotheque', '/compte'])
  assert.deepEqual(await menu('communication'), ['/actions', '/redaction', '/bibliotheque', '/compte'])
  assert.deepEqual(await menu('responsable31'), [
    '/bureau',
    '/boite',
    '/dossiers',
    '/appuis',
    '/actions',
    '/reglages',
    '/administration',
    '/bibliotheque',
    '/compte',
  ])
  assert.deepEqual(await menu('referenteAcademique'), [
    '/bureau',
    '/boite',
    '/dossiers',
    '/appuis',
    '/actions',
    '/redaction',
    '/reglages',
    '/bibliotheque',
    '/compte',
  ])
  assert.deepEqual(await menu('responsableAcademique'), [
    '/bureau',
    '/boite',
    '/dossiers',
    '/appuis',
    '/actions',
    '/redaction',
    '/journal',
    '/reglages',
    '/administration',
    '/bibliotheque',
    '/compte',
  ])
  assert.deepEqual(await menu('dpo'), ['/journal', '/bibliotheque', '/compte'])
  assert.deepEqual(await menu('administrateur'), ['/administration', '/bibliotheque', '/compte'])
  assert.equal(Object.keys(AGENTS).length, NOMS_AGENTS.length)
})
