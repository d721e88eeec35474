import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock } from '#platform'
import { calendrierVide, type Calendrier } from '#annuaire'
import { nouveauMonde, type Ecole, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { ouvrirDossierDe, ouvrirProtege, type DossierOuvert } from '../../../tests/support/situations.ts'
import { alerter } from './alerter.ts'
import { limites } from './limites.ts'

let m: Monde
const a = (quand: string): void => clock.set(new Date(quand))
before(async () => void (m = await nouveauMonde()))
beforeEach(async () => {
  a('2026-11-10T09:00:00+01:00')
  await m.admin('truncate machine.courriel')
  await m.admin(`update confidentiel.dossier set echeance = null, etat = 'clos', clos_le = now() where echeance is not null`)
})
after(() => m.fermer())

/** A protected dossier due at that instant. */
async function du(qui: NomAgent, echeance: string, ecole: Ecole = 'tilleuls'): Promise<DossierOuvert> {
  const d = await ouvrirProtege(m, qui, ecole)
  await m.admin(`update confidentiel.dossier set echeance = $2 where id = $1`, [d.id, echeance])
  await m.admin('truncate confidentiel.prevu')
  await m.admin('truncate machine.courriel')
  return d
}

const vus = new Set<string>()
/** Whom the mails written since the last look are for. */
async function dits(): Promise<string[]> {
  await alerter(m.maison)
  const lignes = await m.admin<{ id: string; niveau: string | null; agent: string | null }>(
    'select id, niveau, agent from machine.courriel order by niveau nulls first',
  )
  const neufs = lignes.filter((l) => !vus.has(l.id))
  for (const { id } of neufs) vus.add(id)
  return neufs.map((l) => l.niveau ?? Object.entries(m.agents).find(([, id]) => id === l.agent)![0])
}
const niveauxDits = async (d: DossierOuvert): Promise<unknown[]> =>
  (
    await m.admin<{ detail: { niveau: string } }>(
      `select detail from confidentiel.fait where fil = $1 and verbe = 'dossier.alerter' order by rang`,
      [d.id],
    )
  ).map((f) => f.detail.niveau)

test('the day before, late, then each level above after a school day; once each, over a public holiday', async () => {
  const d = await du('directriceGlycines', '2026-11-12T18:00:00+01:00', 'glycines')
  assert.deepEqual(await dits(), ['directriceGlycines'], '12 November is the next school day after the 10th')
  assert.deepEqual(await dits(), [])
  a('2026-11-11T10:00:00+01:00')
  assert.deepEqual(await dits(), [], 'a public holiday')
  a('2026-11-13T08:00:00+01:00')
  assert.deepEqual(await dits(), ['directriceGlycines'])
  a('2026-11-13T17:59:00+01:00')
  assert.deepEqual(await dits(), [])
  a('2026-11-14T12:00:00+01:00')
  assert.deepEqual(await dits(), [], 'Saturday')
  a('2026-11-16T08:00:00+01:00')
  assert.deepEqual(await dits(), ['circonscription'])
  a('2026-11-17T09:00:00+01:00')
  assert.deepEqual(await dits(), ['departement'])
  await Promise.all([alerter(m.maison), alerter(m.maison)])
  a('2026-11-18T09:00:00+01:00')
  assert.deepEqual(await dits(), ['academie'])
  a('2026-12-01T09:00:00+01:00')
  assert.deepEqual(await dits(), [])
  assert.deepEqual(await niveauxDits(d), ['circonscription', 'departement', 'academie'])
})

test('a new due date begins anew; the setting of the académie is followed', async () => {
  await m.admin(
    `insert into annuaire.reglage (acad, code, valeur, raison, par, le) values ('16', 'delai.retard', '3', 'essai', $1, '2026-11-01')`,
    [m.agents.responsableAcademique],
  )
  const d = await du('chefTilleuls', '2026-11-12T18:00:00+01:00')
  a('2026-11-17T17:59:00+01:00')
  assert.deepEqual(await dits(), ['chefTilleuls'])
  a('2026-11-18T09:00:00+01:00')
  assert.deepEqual(await dits(), ['departement'], 'no circonscription above a collège')
  await m.admin(`update confidentiel.dossier set echeance = '2026-11-19T18:00+01:00' where id = $1`, [d.id])
  assert.deepEqual(await dits(), ['chefTilleuls'])
  await m.admin('delete from annuaire.reglage')
})

test('a worker that slept tells each step once, and nothing at night', async () => {
  await du('chefTilleuls', '2026-11-12T18:00:00+01:00')
  a('2026-12-02T22:00:00+01:00')
  assert.deepEqual(await dits(), [])
  a('2026-12-03T09:00:00+01:00')
  assert.deepEqual(await dits(), ['chefTilleuls', 'academie', 'departement'])
})

test('a danger that nothing protects from counts in real hours: the holidays delay nothing', async () => {
  const d = await ouvrirDossierDe(m, 'chefTilleuls')
  await m.admin(`update confidentiel.dossier set urgences = '{suicide}', echeance = '2026-12-18T18:00+01:00' where id = $1`, [
    d.id,
  ])
  await m.admin('truncate confidentiel.prevu')
  await m.admin('truncate machine.courriel')
  a('2026-12-18T18:00:00+01:00')
  assert.deepEqual(await dits(), ['chefTilleuls'])
  a('2026-12-19T18:00:00+01:00')
  assert.deepEqual(await dits(), ['departement'])
  a('2026-12-20T18:00:00+01:00')
  assert.deepEqual(await dits(), ['academie'])
  assert.deepEqual(await niveauxDits(d), ['departement', 'academie'])
})

test('what was promised is told to whoever promised it, the day before and when it is late', async () => {
  const d = await du('chefTilleuls', '2026-12-10T18:00:00+01:00')
  await m.admin(
    `insert into confidentiel.prevu (acad, id, fil, nature, pour, le, prevu_par, prevu_le) values ('16', gen_random_uuid(), $1, 'point_suivi', $2, '2026-11-12T12:00+01', $2, now())`,
    [d.id, m.agents.coordoTilleuls],
  )
  assert.deepEqual(await dits(), ['coordoTilleuls'])
  assert.deepEqual(await dits(), [])
  a('2026-11-12T12:00:00+01:00')
  assert.deepEqual(await dits(), ['coordoTilleuls'])
  assert.deepEqual(await dits(), [])
})

test('the job writes that fact and no other', async () => {
  const { transaction } = await import('#platform')
  const d = await du('chefTilleuls', '2026-12-10T18:00:00+01:00')
  const ecrire = (verbe: string) =>
    transaction(m.maison.base, 'job', {}, (db) =>
      db.run(
        {
          name: `essai.${verbe}`,
          text: `insert into confidentiel.fait (acad, fil, rang, verbe, qualite, le, precedent, empreinte) values ('16', $1, 0, '${verbe}', 'systeme', now(), '', '')`,
          params: ['fil'],
        } as never,
        { fil: d.id } as never,
      ),
    )
  await assert.rejects(ecrire('dossier.clore'), /row-level security/)
  await ecrire('dossier.alerter')
})

test('late enough: school days between the due date and now, whatever the day one looks', () => {
  const cal: Calendrier = { ...calendrierVide('16'), feries: new Map([['2026-11-11', '11 novembre']]) }
  const vu = (quand: string, n: number): string[] => limites(cal, new Date(quand), n).map((d) => d.toISOString().slice(0, 16))
  assert.deepEqual(vu('2026-11-12T10:00:00+01:00', 1), ['2026-11-10T09:00', '2026-11-09T09:00', '2026-11-06T09:00'])
  assert.deepEqual(
    vu('2026-11-14T10:00:00+01:00', 1).map((x) => x.slice(0, 10)),
    ['2026-11-12', '2026-11-10', '2026-11-09'],
    'a Saturday is the end of Friday',
  )
  assert.deepEqual(vu('2026-11-12T10:00:00+01:00', 0), ['2026-11-12T09:00', '2026-11-10T09:00', '2026-11-09T09:00'])
})
