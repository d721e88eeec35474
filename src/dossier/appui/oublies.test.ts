import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { alerter } from '../alerte/alerter.ts'

/** Support that somebody forgets, or leaves behind: it comes back to those who can answer, and to whoever asked. */

let m: Monde
beforeEach(async () => {
  await m?.fermer()
  m = await nouveauMonde()
})
after(() => m.fermer())

const le = (quand: string): void => m.aller(new Date(quand))
const demander = async (qui: NomAgent, champs: Record<string, string> = {}): Promise<string> => {
  const id = uuidv7()
  const envoi = { id, appui: 'appel', vers: 'departement', quoi: 'La famille veut porter plainte.', ...champs }
  const r = await m.envoyer('/appuis/nouvelle', envoi, qui)
  assert.equal(r.status, 303, r.status === 303 ? '' : await r.text())
  return id
}
const agir = async (id: string, acte: string, champs: Record<string, string>, qui: NomAgent): Promise<number> => {
  const [a] = await m.admin<{ version: number }>('select version from confidentiel.appui where id = $1', [id])
  return (await m.envoyer(`/appuis/${id}/${acte}`, { version: String(a!.version), ...champs }, qui)).status
}
const bureau = async (qui: NomAgent): Promise<string> => (await (await m.lire('/bureau', qui)).text()).replaceAll('\u00a0', ' ')
const auBureau = async (id: string, ...tous: NomAgent[]): Promise<NomAgent[]> =>
  (await Promise.all(tous.map(async (q) => ((await bureau(q)).includes(`/appuis/${id}`) ? [q] : [])))).flat()

test('taken and forgotten: once late it is on the desk of whoever asked and of all who may answer; each is told once', async () => {
  const id = await demander('chefTilleuls')
  assert.equal(await agir(id, 'prise', { pour_le: '2026-11-12' }, 'referent31'), 303)
  const tous = ['chefTilleuls', 'referent31', 'responsable31', 'referent81', 'referenteAcademique'] as const
  assert.deepEqual(await auBureau(id, ...tous), ['referent31'])
  await m.admin('truncate machine.courriel')
  const dits = async (): Promise<(string | null)[]> => {
    await alerter(m.maison)
    const lignes = await m.admin<{ vers: string | null }>(
      `with lus as (delete from machine.courriel where fil = $1 and modele = 'rappel' returning niveau, agent)
        select coalesce(niveau, (select prenom from annuaire.agent a where a.id = lus.agent)) as vers from lus order by 1`,
      [id],
    )
    return lignes.map((l) => l.vers)
  }
  assert.deepEqual(await dits(), [])
  le('2026-11-13T08:00:00+01:00')
  assert.deepEqual(await auBureau(id, ...tous), ['chefTilleuls', 'referent31', 'responsable31', 'referenteAcademique'])
  assert.match(await bureau('responsable31'), /Sarah Costa s’en chargeait : à reprendre/)
  assert.deepEqual(await dits(), ['departement', 'Sarah'])
  assert.deepEqual(await dits(), [])
  le('2026-11-17T09:00:00+01:00')
  assert.deepEqual(await dits(), ['academie'])
  // Taken again by a colleague, with a new day: nothing has been told of that one.
  assert.equal(await agir(id, 'prise', { pour_le: '2026-11-18' }, 'responsable31'), 303)
  assert.deepEqual(await auBureau(id, ...tous), ['responsable31'])
  le('2026-11-19T09:00:00+01:00')
  assert.deepEqual(await dits(), ['departement', 'Marc'])
})

test('whoever had taken it leaves: it does not wait for its day', async () => {
  const id = await demander('chefTilleuls')
  assert.equal(await agir(id, 'prise', { pour_le: '2026-11-20' }, 'referent31'), 303)
  assert.deepEqual(await auBureau(id, 'responsable31'), [])
  await m.finirMandat('referent31')
  assert.deepEqual(await auBureau(id, 'responsable31'), ['responsable31'])
})

test('whoever asked leaves: their colleague says that it is over, never whoever answered', async () => {
  const id = await demander('chefTilleuls')
  await agir(id, 'prise', { pour_le: '2026-11-12' }, 'referent31')
  await agir(id, 'fait', { fait: 'Appelé la famille.' }, 'referent31')
  assert.equal(await agir(id, 'fin', { utile: 'oui' }, 'coordoTilleuls'), 409)
  await m.finirMandat('chefTilleuls')
  assert.deepEqual(await auBureau(id, 'coordoTilleuls', 'chefSaules'), ['coordoTilleuls'])
  assert.equal(await agir(id, 'fin', { utile: 'oui' }, 'referent31'), 409)
  assert.equal(await agir(id, 'fin', { utile: 'oui' }, 'coordoTilleuls'), 303)
})

test('two posts: one says from which one asks, and only that place sees it', async () => {
  await m.admin(`insert into annuaire.mandat (acad, id, agent, role, etab, du) values ('16', $1, $2, 'chef', $3, '2026-09-01')`, [
    uuidv7(),
    m.agents.chefTilleuls,
    ECOLES.saules.etab,
  ])
  const muet = { id: uuidv7(), appui: 'conseil', vers: 'departement', quoi: 'Un conseil.' }
  const r = await m.envoyer('/appuis/nouvelle', muet, 'chefTilleuls')
  assert.equal(r.status, 422)
  const page = (await r.text()).replaceAll('\u00a0', ' ')
  assert.match(page, /Choisissez le poste depuis lequel vous demandez/)
  const poste = /value="([0-9a-f-]{36})"[^>]*>[^<]*Collège Les Saules/.exec(page)![1]!
  const id = await demander('chefTilleuls', { poste })
  assert.equal((await m.lire(`/appuis/${id}`, 'chefSaules')).status, 200)
  assert.equal((await m.lire(`/appuis/${id}`, 'coordoTilleuls')).status, 404)
})

test('reading a request is written, once in ten minutes', async () => {
  const id = await demander('chefTilleuls')
  for (let i = 0; i < 2; i++) await m.lire(`/appuis/${id}`, 'referent31')
  assert.equal((await m.lire(`/appuis/${id}`, 'chefSaules')).status, 404)
  const lus = await m.admin<{ agent: string }>(`select agent from confidentiel.consultation where fil = $1`, [id])
  assert.deepEqual(
    lus.map((l) => l.agent),
    [m.agents.referent31],
  )
})
