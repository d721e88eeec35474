import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, uuidv7 } from '#platform'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import {
  ouvrirDossierDe,
  ouvrirProtege,
  raconter,
  verbes,
  version,
  type DossierOuvert,
} from '../../../tests/support/situations.ts'
import { lignesDe } from './agenda.ts'

let m: Monde
let un: DossierOuvert
let deux: DossierOuvert
let ailleurs: DossierOuvert
before(async () => {
  m = await nouveauMonde()
  un = await ouvrirProtege(m, 'chefTilleuls')
  deux = await ouvrirDossierDe(m, 'chefTilleuls')
  ailleurs = await ouvrirProtege(m, 'chefSaules', 'saules')
})
after(() => m.fermer())

const lire = async (chemin: string, qui: NomAgent): Promise<string> =>
  (await (await m.lire(chemin, qui)).text()).replaceAll('\u00a0', ' ')
const numeros = (page: string): string[] => [...new Set(page.match(/\d\d-2026-[0-9A-Z]{6}/g) ?? [])].sort()
const responsable = async (d: DossierOuvert): Promise<string> => {
  const [r] = await m.admin<{ responsable: string }>('select responsable from confidentiel.dossier where id = $1', [d.id])
  return Object.entries(m.agents).find(([, id]) => id === r!.responsable)![0]
}
const repartir = (qui: NomAgent, dossiers: string[], vers: NomAgent) =>
  m.envoyer('/bureau/repartition', { dossiers, vers: m.agents[vers] }, qui)

test('the load of each person is what the reader sees, and nobody else reads it', async () => {
  const page = await lire(`/bureau/charge?agent=${m.agents.chefTilleuls}`, 'responsable31')
  assert.match(page, /Claire Vidal<\/a>/)
  assert.deepEqual(numeros(page), [un.numero, deux.numero].sort())
  assert.deepEqual(numeros(await lire(`/bureau/charge?agent=${m.agents.chefTilleuls}`, 'referent81')), [])
  assert.equal((await m.lire('/bureau/charge', 'equipeTilleuls')).status, 404)
  assert.equal((await m.lire('/bureau/charge', 'dpo')).status, 404)
})

test('several dossiers to one person, each with its fact; all or none', async () => {
  assert.equal((await repartir('equipeTilleuls', [un.numero], 'coordoTilleuls')).status, 404)
  assert.equal((await repartir('chefSaules', [un.numero], 'chefSaules')).status, 404)
  assert.equal((await repartir('responsable31', [], 'coordoTilleuls')).status, 422)
  assert.equal(
    (await repartir('responsable31', [un.numero, ailleurs.numero], 'coordoTilleuls')).status,
    422,
    'she does not see the other school',
  )
  assert.deepEqual(await Promise.all([un, ailleurs].map(responsable)), ['chefTilleuls', 'chefSaules'])
  assert.equal((await repartir('responsable31', [un.numero, deux.numero], 'coordoTilleuls')).status, 303)
  assert.deepEqual(await Promise.all([un, deux].map(responsable)), ['coordoTilleuls', 'coordoTilleuls'])
  for (const d of [un, deux]) assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.confier').length, 1)
  const [courriels] = await m.admin<{ n: number }>(`select count(*)::int as n from machine.courriel where agent = $1`, [
    m.agents.coordoTilleuls,
  ])
  assert.ok(courriels!.n >= 2)
})

test('whoever leaves leaves nothing behind: dossiers and reports are to be given again, and the list empties', async () => {
  const { id } = await raconter(m, 'tilleuls')
  await m.envoyer(`/signalements/${id}/prise-en-charge`, { version: await version(m, id) }, 'coordoTilleuls')
  assert.doesNotMatch(await lire('/bureau', 'referent31'), /à réattribuer/)
  await m.admin('update annuaire.mandat set au = $2 where agent = $1', [m.agents.coordoTilleuls, '2026-11-17T00:00:00+01:00'])
  assert.match(await lire('/bureau/a-reattribuer', 'referent31'), /La fonction d’Hugo Marsan finit le 17 nov\./)
  await m.finirMandat('coordoTilleuls')
  for (const qui of ['referent31', 'responsable31', 'chefTilleuls', 'responsableAcademique'] as const) {
    const page = await lire('/bureau/a-reattribuer', qui)
    assert.deepEqual(numeros(page), [un.numero, deux.numero].sort(), qui)
    assert.match(page, new RegExp(`/signalements/${id}`), qui)
    assert.match(page, /Hugo Marsan n’a plus de fonction ici/, qui)
  }
  assert.match(await lire('/bureau', 'referent31'), /3 situations sont à réattribuer/)
  for (const qui of ['referent81', 'chefSaules', 'ien31'] as const)
    assert.deepEqual(numeros(await lire('/bureau/a-reattribuer', qui)), [], qui)
  await repartir('referent31', [un.numero, deux.numero], 'chefTilleuls')
  assert.deepEqual(numeros(await lire('/bureau/a-reattribuer', 'referent31')), [])
})

test('set aside for a conflict of interest: the dossier needs somebody else', async () => {
  await m.admin(`insert into acces.deport (acad, fil, agent, motif, le) values ('16', $1, $2, 'parent', now())`, [
    ailleurs.id,
    m.agents.chefSaules,
  ])
  assert.match(await lire('/bureau/a-reattribuer', 'referent31'), /Paul Ferrand ne suit plus cette situation/)
  await m.admin('delete from acces.deport')
})

test('away: the person who stands in keeps the desk; without one who sees, the dossiers are to be given', async () => {
  const absenter = (qui: NomAgent, champs: Record<string, string>, de: NomAgent = qui) =>
    m.envoyer(
      '/bureau/absences',
      { agent: m.agents[de], id: uuidv7(), absence_du: '2026-11-10', absence_au: '2026-11-20', ...champs },
      qui,
    )
  assert.equal((await absenter('chefSaules', {}, 'chefTilleuls')).status, 404)
  assert.equal((await m.lire(`/bureau/absences?agent=${m.agents.chefTilleuls}`, 'chefSaules')).status, 404)
  assert.equal((await m.lire(`/bureau/absences?agent=${m.agents.chefTilleuls}`, 'responsable31')).status, 200)
  assert.equal((await absenter('chefTilleuls', { absence_au: '2026-11-09' })).status, 422)
  assert.equal((await absenter('chefTilleuls', { remplacant: m.agents.dpo })).status, 422)
  assert.equal((await absenter('responsable31', { remplacant: m.agents.chefSaules }, 'chefTilleuls')).status, 303)
  assert.equal((await absenter('chefTilleuls', {})).status, 422, 'two absences never overlap')
  assert.match(await lire('/bureau/a-reattribuer', 'referent31'), /Absence de Claire Vidal, sans remplaçant qui la voie/)
  assert.doesNotMatch(await lire('/bureau', 'chefSaules'), new RegExp(un.numero), 'standing in opens nothing')
  const [{ id }] = (await m.admin<{ id: string }>('select id from annuaire.absence where annulee_le is null')) as [{ id: string }]
  assert.equal((await m.envoyer(`/bureau/absences/${id}/fin`, {}, 'chefSaules')).status, 409)
  assert.equal((await m.envoyer(`/bureau/absences/${id}/fin`, {}, 'chefTilleuls')).status, 303)
  assert.equal((await absenter('chefTilleuls', { remplacant: m.agents.referent31 })).status, 303)
  assert.deepEqual(numeros(await lire('/bureau/a-reattribuer', 'responsable31')), [])
  assert.match(await lire('/bureau', 'referent31'), new RegExp(un.numero))
  clock.set(new Date('2026-11-21T00:30:00+01:00'))
  await m.admin('update acces.session set vue_le = $1, finit_le = $2', [clock.now(), new Date('2026-12-01')])
  assert.deepEqual(
    numeros(/aria-labelledby="retards"[^]*?<\/section>/.exec(await lire('/bureau', 'referent31'))?.[0] ?? ''),
    [],
    'back: the desk is her own again',
  )
  clock.set(new Date('2026-11-10T09:00:00+01:00'))
})

test('the calendar feed: dates alone, at a secret address that can be taken back', async () => {
  const creer = async (): Promise<string> => {
    const page = await (await m.envoyer('/bureau/agenda', {}, 'chefTilleuls')).text()
    return new URL(/https?:[^<]*\/agenda\/[\w-]{43}\.ics/.exec(page)![0]).pathname
  }
  const adresse = await creer()
  const r = await m.lire(adresse)
  assert.equal(r.status, 200)
  const texte = await r.text()
  assert.match(texte, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*SUMMARY:Préau : /)
  for (const mot of ['Tilleuls', 'Léa', 'Vidal', '31-2026', un.id]) assert.doesNotMatch(texte, new RegExp(mot), mot)
  assert.doesNotMatch(await lire('/bureau/agenda', 'chefTilleuls'), /\.ics/, 'shown once')
  assert.equal((await m.admin('select from acces.agenda where empreinte = $1', [Buffer.from(adresse.slice(8, 51))])).length, 0)
  const neuve = await creer()
  assert.equal((await m.lire(adresse)).status, 404)
  assert.equal((await m.lire(neuve)).status, 200)
  assert.equal((await m.lire(`/agenda/${'A'.repeat(43)}.ics`)).status, 404)
  await m.envoyer('/bureau/agenda/fin', {}, 'chefTilleuls')
  assert.equal((await m.lire(neuve)).status, 404)
  const derniere = await creer()
  await m.finirMandat('chefTilleuls')
  assert.equal((await m.lire(derniere)).status, 404, 'no post, no dates')
})

test('in the feed what has an hour is at its hour, the rest is counted by day, in France', () => {
  const le = (quand: string, nature: string) => ({ id: `${nature}-${quand}`, nature, le: new Date(quand) })
  const lignes = lignesDe(
    [
      le('2026-11-12T17:00:00Z', 'echeance'),
      le('2026-11-12T23:30:00Z', 'echeance'),
      le('2026-11-12T08:00:00Z', 'echeance'),
      le('2026-11-12T08:00:00Z', 'entretien'),
    ],
    new Date('2026-11-10T08:00:00Z'),
  ).filter((l) => /^(?:DTSTART|SUMMARY)/.test(l))
  assert.deepEqual(lignes, [
    'DTSTART:20261112T080000Z',
    'SUMMARY:Préau : entretien',
    'DTSTART;VALUE=DATE:20261112',
    'SUMMARY:Préau : 2 échéances de dossier',
    'DTSTART;VALUE=DATE:20261113',
    'SUMMARY:Préau : une échéance de dossier',
  ])
})
