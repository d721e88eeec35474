import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { ouvrirProtege } from '../../../tests/support/situations.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const absenter = (qui: NomAgent, remplacant: string): Promise<Response> =>
  m.envoyer('/bureau/absences', { id: uuidv7(), absence_du: '2026-11-10', absence_au: '2026-11-12', remplacant }, qui)

test('whoever stands in finds the dates of the absent in their own calendar, until the last day of the absence and no further', async () => {
  await ouvrirProtege(m, 'chefTilleuls')
  await m.admin(`update confidentiel.dossier set echeance = '2026-11-12T18:00:00+01:00'`)
  const tard = await ouvrirProtege(m, 'chefTilleuls')
  await m.admin(`update confidentiel.dossier set echeance = '2026-11-13T18:00:00+01:00' where id = $1`, [tard.id])
  await m.admin('delete from confidentiel.prevu')
  const page = await (await m.envoyer('/bureau/agenda', {}, 'coordoTilleuls')).text()
  const adresse = new URL(/https?:[^<]*\/agenda\/[\w-]{43}\.ics/.exec(page)![0]).pathname
  const jours = async (): Promise<string[]> =>
    [...(await (await m.lire(adresse)).text()).matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map((x) => x[1]!)
  assert.deepEqual(await jours(), [])
  assert.equal((await absenter('chefTilleuls', m.agents.coordoTilleuls)).status, 303)
  assert.deepEqual(await jours(), ['20261112'])
  m.aller(new Date('2026-11-13T00:01:00+01:00'))
  assert.deepEqual(await jours(), [])
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
})

test('asking somebody who is away: it is said before, and after; a colleague of the same level may answer', async () => {
  const d = await ouvrirProtege(m, 'chefSaules', 'saules')
  assert.equal((await absenter('referent31', '')).status, 303)
  const page = async (): Promise<string> =>
    (await (await m.lire(`/dossiers/${d.numero}/appui`, 'chefSaules')).text()).replaceAll('\u00a0', ' ')
  assert.match(await page(), /Sarah Costa, [^<]*\(absence jusqu’au 12 nov/)
  const [v] = await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [d.id])
  const offre = { id: uuidv7(), nature: 'passer', a: m.agents.referent31, pourquoi: 'Trop lourd.', famille_offre: 'informee' }
  const ou = `/dossiers/${d.numero}/offres`
  assert.equal((await m.envoyer(ou, { version: String(v!.version), ...offre }, 'chefSaules')).status, 303)
  assert.match(await page(), /Sarah Costa est en absence jusqu’au 12 nov\.?[^<]* : un collègue du même niveau peut répondre/)
  assert.equal((await m.envoyer(`${ou}/${offre.id}`, { reponse: 'acceptee' }, 'responsable31')).status, 303)
  const [r] = await m.admin<{ responsable: string }>('select responsable from confidentiel.dossier where id = $1', [d.id])
  assert.equal(r!.responsable, m.agents.responsable31)
})

test('followed with somebody: it is on the desk of whoever accepted, and of the member of the team to whom it was handed, until they leave it', async () => {
  const d = await ouvrirProtege(m, 'chefTilleuls')
  const ou = `/dossiers/${d.numero}`
  const suivis = async (qui: NomAgent): Promise<boolean> => {
    const page = await (await m.lire('/bureau', qui)).text()
    return (/aria-labelledby="suivis"[^]*?<\/section>/.exec(page)?.[0] ?? '').includes(d.numero)
  }
  const id = uuidv7()
  const offre = { id, nature: 'partager', a: m.agents.responsable31, pourquoi: 'À deux.', famille_offre: 'informee' }
  assert.equal((await m.envoyer(`${ou}/offres`, offre, 'chefTilleuls')).status, 303)
  assert.equal(await suivis('responsable31'), false)
  assert.equal((await m.envoyer(`${ou}/offres/${id}`, { reponse: 'acceptee' }, 'responsable31')).status, 303)
  await m.admin(
    `insert into acces.octroi (acad, id, fil, agent, par, motif, du) values ('16', $1, $2, $3, $4, 'entretiens', '2026-11-01')`,
    [uuidv7(), d.id, m.agents.equipeTilleuls, m.agents.chefTilleuls],
  )
  const tous = ['chefTilleuls', 'responsable31', 'referent31', 'equipeTilleuls'] as const
  assert.deepEqual(await Promise.all(tous.map(suivis)), [false, true, false, true])
  assert.equal((await m.envoyer(`${ou}/accompagnants/${m.agents.responsable31}/fin`, {}, 'responsable31')).status, 303)
  assert.equal(await suivis('responsable31'), false)
})

test('a head of two schools moves a pupil from one to the other, and sees both; the head of one only is sent to the département', async () => {
  const d = await ouvrirProtege(m, 'chefTilleuls')
  const [p] = await m.admin<{ personne: string }>(
    `select personne from confidentiel.personne_role where fil = $1 and role = 'cible'`,
    [d.id],
  )
  const transferer = async (): Promise<Response> => {
    const [v] = await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [d.id])
    const quoi = {
      ou: 'academie',
      etab: ECOLES.saules.etab,
      resume: 'A besoin d’un adulte référent.',
      famille_transfert: 'accord',
    }
    const champs = { id: uuidv7(), version: String(v!.version), ...quoi, [`suit_${p!.personne}`]: 'oui' }
    return m.envoyer(`/dossiers/${d.numero}/transfert`, champs, 'chefTilleuls')
  }
  assert.match(await (await transferer()).text(), /pas dans votre périmètre/)
  await m.admin(`insert into annuaire.mandat (acad, id, agent, role, etab, du) values ('16', $1, $2, 'chef', $3, '2026-09-01')`, [
    uuidv7(),
    m.agents.chefTilleuls,
    ECOLES.saules.etab,
  ])
  const r = await transferer()
  assert.equal(r.status, 303, r.status === 303 ? '' : await r.text())
  const [neuf] = await m.admin<{ id: string; responsable: string; etat: string }>(
    `select id, responsable, etat from confidentiel.dossier where etab = $1 order by ouvert_le desc, id desc limit 1`,
    [ECOLES.saules.etab],
  )
  // After a week somebody asks the pupil how it goes there.
  const [t] = await m.admin<{ pour: string; jour: string }>(
    `select pour, (le at time zone 'Europe/Paris')::date::text as jour from confidentiel.prevu where fil = $1 and nature = 'tache'`,
    [neuf!.id],
  )
  assert.deepEqual(t, { pour: neuf!.responsable, jour: '2026-11-17' })
})

test('31 August, 1 September: at 23:59 the head who leaves still holds it, and one knows; at 00:01 it is to be handed over, and their successor sees it', async () => {
  const d = await ouvrirProtege(m, 'chefPruniers', 'pruniers')
  await m.admin(`update annuaire.mandat set au = '2027-09-01T00:00:00+02:00' where agent = $1`, [m.agents.chefPruniers])
  await m.admin(
    `insert into annuaire.mandat (acad, id, agent, role, etab, du) values ('16', $1, $2, 'chef', $3, '2027-09-01T00:00:00+02:00')`,
    [uuidv7(), m.agents.chefTilleuls, ECOLES.pruniers.etab],
  )
  const ouvre = async (qui: NomAgent): Promise<boolean> => (await m.lire(`/dossiers/${d.numero}`, qui)).status === 200
  const aReattribuer = async (): Promise<string> =>
    (await (await m.lire('/bureau/a-reattribuer', 'referent81')).text()).replaceAll('\u00a0', ' ')
  m.aller(new Date('2027-08-31T23:59:00+02:00'))
  assert.deepEqual([await ouvre('chefPruniers'), await ouvre('chefTilleuls')], [true, false])
  assert.match(await aReattribuer(), new RegExp(`${d.numero}[^]*La fonction d’Anne Soler finit le`))
  m.aller(new Date('2027-09-01T00:01:00+02:00'))
  assert.deepEqual([await ouvre('chefPruniers'), await ouvre('chefTilleuls')], [false, true])
  assert.match(await aReattribuer(), new RegExp(`${d.numero}[^]*Anne Soler n’a plus de fonction ici`))
  const champs = { dossiers: [d.numero], [`tenu_${d.numero}`]: m.agents.chefPruniers, vers: m.agents.chefTilleuls }
  assert.equal((await m.envoyer('/bureau/repartition', champs, 'referent81')).status, 303)
  assert.doesNotMatch(await aReattribuer(), new RegExp(d.numero))
})
