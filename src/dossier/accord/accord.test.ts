import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { uuidv7 } from '#platform'
import { envoyerDossier, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { ACCORDS, RAISONS } from './accord.mots.ts'

let m: Monde
let d: DossierVu
let cible: string
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())
beforeEach(async () => {
  d = await ouvrirDossier(m, 'chefTilleuls')
  const [p] = await m.admin<{ id: string }>('select id from confidentiel.personne where fil = $1', [d.id])
  cible = p!.id
})

type Partage = 'offre' | 'appui' | 'octroi' | 'responsable' | 'transfert'
/** Each way in which a dossier goes to somebody else, but for what the family knows of it. */
const PARTAGES: Record<Partage, () => readonly [forme: string, champs: Record<string, string>]> = {
  offre: () => ['offres', { id: uuidv7(), nature: 'partager', a: m.agents.referent31, pourquoi: 'Un regard extérieur.' }],
  appui: () => ['appuis', { id: uuidv7(), appui: 'conseil', vers: 'departement', quoi: 'Que dire aux parents ?' }],
  octroi: () => ['octrois', { membre: m.agents.equipeTilleuls, motif: 'entretiens', jusque: '2026-11-20' }],
  responsable: () => ['responsable', { agent: m.agents.referent31 }],
  transfert: () => [
    'transfert',
    { id: uuidv7(), ou: 'ailleurs', ailleurs: 'À Lyon.', continue: 'oui', [`suit_${cible}`]: 'oui' },
  ],
}
const TOUS = Object.keys(PARTAGES) as Partage[]
const partager = (quoi: Partage, dit: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> => {
  const [forme, champs] = PARTAGES[quoi]()
  const siens = Object.entries(dit).map(([k, v]) => [`famille_${quoi}${k}`, v])
  return envoyerDossier(m, d, forme, { ...champs, ...Object.fromEntries(siens) }, qui)
}
const texte = async (r: Response | Promise<Response>): Promise<string> =>
  (await (await r).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
const faits = (verbe: string): Promise<{ detail: Record<string, unknown> }[]> =>
  m.admin('select detail from confidentiel.fait where fil = $1 and verbe = $2', [d.id, verbe])

test('nothing goes to somebody else in silence: whether the family knows, and without its agreement why; what was typed comes back', async () => {
  for (const quoi of TOUS)
    for (const [dit, phrase] of [
      [{}, /Dites si la famille le sait/],
      [{ '': 'peut-etre' }, /Dites si la famille le sait/],
      [{ '': 'non_dit' }, /Dites si la famille le sait/],
      [{ '': 'refus' }, /Choisissez pourquoi il faut le faire quand même/],
      [{ '': 'non_demande', _motif: 'flemme' }, /Choisissez pourquoi/],
      [{ '': 'non_demande', _motif: 'autre' }, /Écrivez pourquoi/],
      [{ '': 'accord', _mots: 'x'.repeat(1001) }, /trop long/],
    ] as const) {
      const r = await partager(quoi, dit)
      assert.equal(r.status, 422, `${quoi} ${JSON.stringify(dit)}`)
      assert.match(await texte(r), phrase)
    }
  const rien =
    'select (select count(*)::int from confidentiel.offre where fil = $1) + (select count(*)::int from acces.octroi where fil = $1) as n'
  assert.deepEqual(await m.admin(rien, [d.id]), [{ n: 0 }])
  const retour = await texte(partager('offre', { '': 'non_demande', _motif: 'autre' }))
  assert.match(retour, /Un regard extérieur\./)
  assert.match(retour, /value="non_demande"[^>]* checked/)
})

test('a missing agreement stops nothing: the reason goes with it, sealed, and is in the history in one sentence', async () => {
  const mots = 'La mère a dit « pas question », le père frappe.'
  for (const quoi of TOUS) assert.equal((await partager(quoi, { '': 'refus', _motif: 'danger', _mots: mots })).status, 303, quoi)
  for (const verbe of [
    'dossier.proposer',
    'dossier.demander_appui',
    'dossier.octroyer',
    'dossier.confier',
    'dossier.transferer',
  ]) {
    const [f] = await faits(verbe)
    assert.deepEqual([f!.detail.famille, f!.detail.famille_motif], ['refus', 'danger'], verbe)
  }
  const [ligne] = await m.admin<{ tout: string }>(
    `select string_agg(convert_from(detail::text::bytea, 'utf8'), ' ') as tout from confidentiel.fait where fil = $1`,
    [d.id],
  )
  assert.doesNotMatch(ligne!.tout, /pas question|frappe/)
  assert.equal((await texte(m.lire(`/dossiers/${d.numero}`, 'chefTilleuls'))).match(/sans l’accord de la famille/g)?.length, 5)
})

test('whoever receives it reads, before calling, whether the family knows, what it said and why it was done', async () => {
  await partager('offre', { '': 'accord', _mots: 'Le père remercie.' })
  const page = await texte(m.lire(`/dossiers/${d.numero}/appui`, 'referent31'))
  assert.match(page, /La famille, et l’enfant selon son âge, sont d’accord\. « Le père remercie\. »/)
  await partager('appui', { '': 'non_demande', _motif: 'enfant' })
  const [a] = await m.admin<{ id: string }>('select id from confidentiel.appui where dossier = $1', [d.id])
  assert.match(
    await texte(m.lire(`/appuis/${a!.id}`, 'referent31')),
    /La famille ne le sait pas\. L’enfant demande que sa famille ne le sache pas encore\./,
  )
  await partager('octroi', { '': 'informee', _mots: 'Dit à la mère au portail.' })
  assert.match(await texte(m.lire(`/dossiers/${d.numero}`, 'equipeTilleuls')), /la famille en est informée/)
  assert.match(await texte(m.lire(`/dossiers/${d.numero}/notes`, 'chefTilleuls')), /Dit à la mère au portail/)
})

test('between two people of one place, no question; people who change, neither; without a dossier, neither', async () => {
  const { agents } = m
  assert.equal((await envoyerDossier(m, d, 'responsable', { agent: agents.coordoTilleuls }, 'chefTilleuls')).status, 303)
  const lot = { dossiers: d.numero, vers: agents.referent31 }
  assert.equal((await m.envoyer('/bureau/repartition', lot, 'responsable31')).status, 303)
  assert.deepEqual(
    (await faits('dossier.confier')).map((f) => Object.keys(f.detail).sort()),
    [
      ['de', 'vers'],
      ['de', 'vers'],
    ],
  )
  const seul = { id: uuidv7(), appui: 'conseil', vers: 'departement', quoi: 'Une question générale.' }
  assert.equal((await m.envoyer('/appuis/nouvelle', seul, 'chefTilleuls')).status, 303)
})

test('the database holds it: no offer and no request about a dossier without what the family knows; what was made before says that it was not asked', async () => {
  const offre = (famille: string | null): Promise<string> =>
    m
      .admin(
        `insert into confidentiel.offre (acad, id, fil, nature, de, a, niveau, famille, contenu, faite_le) values ('16', $1, $2, 'passer', $3, $3, 'departement', $4, $5, now())`,
        [uuidv7(), d.id, m.agents.chefTilleuls, famille, Buffer.alloc(1)],
      )
      .then(
        () => 'fait',
        (e: { code: string }) => e.code,
      )
  assert.deepEqual([await offre(null), await offre('peut-etre')], ['23502', '23514'])
  await partager('appui', { '': 'accord' })
  await m.admin(`update confidentiel.appui set famille = 'non_dit' where dossier = $1`, [d.id])
  await assert.rejects(m.admin('update confidentiel.appui set famille = null where dossier = $1', [d.id]), { code: '23514' })
  const [a] = await m.admin<{ id: string }>('select id from confidentiel.appui where dossier = $1', [d.id])
  assert.match(await texte(m.lire(`/appuis/${a!.id}`, 'referent31')), /ce n’était pas encore demandé/)
})

test('a stranger shares nothing; what rises by the clock says so', async () => {
  for (const quoi of TOUS) assert.equal((await partager(quoi, { '': 'accord' }, 'chefSaules')).status, 404, quoi)
  const { PHRASES } = await import('../histoire.ts')
  assert.match(PHRASES['dossier.alerter']!.dire({ niveau: 'departement' }), /par l’échéance, sans que personne l’ait demandé/)
})

test('every answer has its words: no reason is asked of an agreement, one is of the rest', () => {
  assert.deepEqual(
    Object.entries(ACCORDS).map(([code, a]) => [code, a.raison]),
    [
      ['accord', false],
      ['informee', false],
      ['refus', true],
      ['non_demande', true],
    ],
  )
  assert.ok(Object.keys(RAISONS).length <= 6)
})
