import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { ouvrirDossierDe, verbes, type DossierOuvert } from '../../../tests/support/situations.ts'
import { ecrireCoche } from './vocabulaire.ts'

let m: Monde
let tilleuls: DossierOuvert
let saules: DossierOuvert
let glycines: DossierOuvert
/** In the other département. */
let pruniers: DossierOuvert
before(async () => {
  m = await nouveauMonde()
  tilleuls = await ouvrirDossierDe(m, 'chefTilleuls')
  saules = await ouvrirDossierDe(m, 'chefSaules', 'saules')
  glycines = await ouvrirDossierDe(m, 'directriceGlycines', 'glycines')
  pruniers = await ouvrirDossierDe(m, 'chefPruniers', 'pruniers')
})
after(() => m.fermer())

const cocher = (...dossiers: DossierOuvert[]): string[] => dossiers.map((d) => ecrireCoche(d.numero, uuidv7()))
const ENVOI = { motif: 'comite', tache_le: '2026-11-13', pour: 'moi' }
const poser = (reperes: string[], champs: Record<string, string> = {}, qui: NomAgent = 'referent31') =>
  m.envoyer('/dossiers/reperes?poser=oui', { reperes, ...ENVOI, ...champs }, qui)
const dite = async (r: Response): Promise<string> => (await r.text()).replaceAll('\u00a0', ' ')
const lire = async (chemin: string, qui: NomAgent): Promise<string> => dite(await m.lire(chemin, qui))

/** Who is to do what by when, in each dossier. */
const poses = async (): Promise<string[]> => {
  const lignes = await m.admin<{ fil: string; pour: string; le: Date }>(
    `select fil, pour, le from confidentiel.prevu where nature = 'tache' order by le, fil`,
  )
  const nom = (id: string): string => Object.entries(m.agents).find(([, agent]) => agent === id)![0]
  const lieu = Object.entries({ tilleuls, saules, glycines, pruniers })
  return lignes.map((l) => `${lieu.find(([, d]) => d.id === l.fil)![0]} ${nom(l.pour)} ${l.le.toISOString().slice(0, 10)}`).sort()
}
const faits = async (): Promise<number[]> => {
  const nombres: number[] = []
  for (const d of [tilleuls, saules, glycines, pruniers])
    nombres.push((await verbes(m, d.id)).filter((v) => v === 'dossier.tacher').length)
  return nombres
}

test('the list shows boxes when they are asked for, to whoever reads a territory only', async () => {
  const ordinaire = await lire('/dossiers', 'referent31')
  assert.match(ordinaire, /href="\/dossiers\?poser=oui"/)
  assert.doesNotMatch(ordinaire, /type="checkbox"/)
  const cases = (await lire('/dossiers?poser=oui', 'referent31')).match(/name="reperes" value="[^"_]+/g)!
  assert.deepEqual(
    cases.map((x) => x.slice(-tilleuls.numero.length)).sort(),
    [tilleuls, saules, glycines].map((d) => d.numero).sort(),
  )
  assert.doesNotMatch(await lire('/dossiers?poser=oui', 'equipeTilleuls'), /name="reperes"|poser=oui/)
  for (const qui of ['equipeTilleuls', 'dpo', 'communication'] as const)
    assert.equal((await poser(cocher(tilleuls), {}, qui)).status, 404, qui)
})

test('a form that says too little comes back as it was typed, and nothing is done', async () => {
  const dites = async (champs: Record<string, string>, reperes = cocher(tilleuls)): Promise<string> => {
    const r = await poser(reperes, champs)
    assert.equal(r.status, 422)
    return dite(r)
  }
  assert.match(await dites({}, []), /Cochez au moins un dossier/)
  assert.match(await dites({ motif: '' }), /Choisissez pour quoi/)
  assert.match(await dites({ motif: 'autre' }), /Écrivez ce qui est à faire/)
  assert.match(await dites({ tache_le: '2026-11-09' }), /Cette date est passée/)
  assert.match(await dites({ tache_le: '2026-02-30' }), /Cette date n’existe pas/)
  assert.match(await dites({ pour: 'toutes' }), /Choisissez pour qui/)
  assert.match(await dites({}, [`${tilleuls.numero}_oui`]), /Rechargez la page/)
  const coches = cocher(saules)
  const page = await dites({ motif: 'autre', quoi: '<b>x</b>'.repeat(80), tache_le: '2026-11-13' }, coches)
  assert.match(page, new RegExp(`value="${coches[0]}" checked`), 'the box keeps its id')
  assert.match(page, /&lt;b&gt;x/)
  assert.doesNotMatch(page, /<b>x/)
  assert.deepEqual(await poses(), [])
})

test('one that she does not see, or that is finished, is named, and nothing is done in any', async () => {
  const ailleurs = await poser(cocher(tilleuls, saules, pruniers))
  assert.equal(ailleurs.status, 409)
  const phrase = (numero: string) => new RegExp(`Dossier ${numero} : il n’existe pas, ou vous ne le voyez plus\\. Aucun repère`)
  assert.match(await dite(ailleurs), phrase(pruniers.numero))
  const inconnu = '31-2026-ZZZZZZ'
  const forge = await poser([...cocher(tilleuls), ecrireCoche(inconnu, uuidv7())])
  assert.ok([404, 409].includes(forge.status))
  await m.admin(`update confidentiel.dossier set etat = 'clos', echeance = null, clos_le = now() where id = $1`, [saules.id])
  const fini = await poser(cocher(tilleuls, saules, glycines))
  assert.equal(fini.status, 409)
  assert.match(await dite(fini), new RegExp(`Dossier ${saules.numero} : Ce dossier est fini : rouvrez-le`))
  await m.admin(
    `update confidentiel.dossier set etat = 'pris_en_charge', echeance = '2026-11-12', clos_le = null where id = $1`,
    [saules.id],
  )
  assert.deepEqual(await poses(), [])
  assert.deepEqual(await faits(), [0, 0, 0, 0])
})

test('three dossiers at once; the form sent twice, even at the same time, makes one in each', async () => {
  const coches = cocher(tilleuls, saules, glycines)
  const ensemble = await Promise.all([poser(coches), poser(coches.toReversed())])
  assert.deepEqual(
    ensemble.map((r) => [r.status, r.headers.get('location')]),
    [1, 2].map(() => [303, '/dossiers?fait=repere']),
  )
  assert.equal((await poser([...coches, ...cocher(tilleuls)])).status, 303, 'a dossier ticked twice is ticked once')
  assert.deepEqual(await poses(), [
    'glycines referent31 2026-11-13',
    'saules referent31 2026-11-13',
    'tilleuls referent31 2026-11-13',
  ])
  assert.deepEqual(await faits(), [1, 1, 1, 0])
  assert.match(await lire('/dossiers?fait=repere', 'referent31'), /Le repère est posé sur chaque dossier coché/)
  assert.match(await lire(`/dossiers/${saules.numero}/notes`, 'chefSaules'), /À voir en comité/)
  const [garde] = await m.admin<{ n: number }>(
    `select count(*)::int as n from confidentiel.prevu where position('comit'::bytea in contenu) > 0`,
  )
  assert.equal(garde!.n, 0, 'its words are sealed')
})

test('it is on the desk at its date, and in the calendar', async () => {
  const bureau = await lire('/bureau', 'referent31')
  for (const d of [tilleuls, saules, glycines]) assert.match(bureau, new RegExp(`href="/dossiers/${d.numero}/notes#taches"`))
  const adresse = /\/agenda\/[\w-]{43}\.ics/.exec(await dite(await m.envoyer('/bureau/agenda', {}, 'referent31')))![0]
  assert.match(await (await m.app.request(adresse)).text(), /DTSTART;VALUE=DATE:20261113[^]*SUMMARY:Préau : 3 tâches/)
})

test('for the person responsible of each dossier, with words of one’s own', async () => {
  const champs = { motif: 'vacances', quoi: 'qui prévient les familles ?', pour: 'responsable', tache_le: '2026-12-18' }
  assert.equal((await poser(cocher(tilleuls, saules), champs)).status, 303)
  assert.deepEqual(
    (await poses()).filter((x) => x.endsWith('12-18')),
    ['saules chefSaules 2026-12-18', 'tilleuls chefTilleuls 2026-12-18'],
  )
  assert.match(
    await lire(`/dossiers/${tilleuls.numero}/notes`, 'chefTilleuls'),
    /Faire le point avant les vacances : qui prévient les familles/,
  )
})

test('the list is filtered on them, in its form and by its address: due, today, within a week; once done, no more', async () => {
  await m.admin(`update confidentiel.prevu set issue = 'annule', fini_par = prevu_par, fini_le = now() where issue is null`)
  const poserLe = async (d: DossierOuvert, tache_le: string): Promise<void> =>
    assert.equal((await poser(cocher(d), { tache_le })).status, 303)
  m.aller(new Date('2026-11-16T09:00:00+01:00'))
  await poserLe(tilleuls, '2026-11-16')
  await poserLe(saules, '2026-11-23')
  await poserLe(glycines, '2026-11-24')
  await poserLe(glycines, '2026-11-20')
  const vus = async (adresse: string, qui: NomAgent = 'referent31'): Promise<string[]> => {
    const page = await lire(`/dossiers?${adresse}`, qui)
    return Object.entries({ tilleuls, saules, glycines, pruniers })
      .filter(([, d]) => page.includes(`>${d.numero}</a>`))
      .map(([n]) => n)
  }
  assert.deepEqual(await vus('repere=retard'), [])
  assert.deepEqual(await vus('repere=jour'), ['tilleuls'])
  assert.deepEqual(await vus('repere=semaine'), ['tilleuls', 'saules', 'glycines'])
  m.aller(new Date('2026-11-17T23:59:00+01:00'))
  assert.deepEqual(await vus('repere=retard'), ['tilleuls'])
  assert.deepEqual(await vus('repere=jour'), [])
  assert.deepEqual(await vus('repere=semaine'), ['saules', 'glycines'])
  m.aller(new Date('2026-11-21T09:00:00+01:00'))
  assert.deepEqual(await vus('repere=retard'), ['tilleuls', 'glycines'])
  assert.deepEqual(await vus('repere=tous'), ['tilleuls', 'saules', 'glycines'])
  assert.deepEqual(await vus('repere=tous', 'chefSaules'), ['saules'])
  assert.deepEqual(await vus('repere=tous', 'responsableAcademique'), ['tilleuls', 'saules', 'glycines'])
  assert.deepEqual(await vus(`repere=tous&q=${saules.numero}`), ['saules'])
  assert.deepEqual(await vus('repere=n’importe'), ['tilleuls', 'saules', 'glycines'], 'what it does not know it ignores')
  const page = await lire('/dossiers?repere=retard', 'referent31')
  assert.match(page, /<option value="retard" selected/)
  assert.match(page, /Repère : date dépassée/)
  const [tache] = await m.admin<{ id: string }>(`select id from confidentiel.prevu where fil = $1 and issue is null`, [
    tilleuls.id,
  ])
  assert.equal((await m.envoyer(`/dossiers/${tilleuls.numero}/taches/${tache!.id}/fin`, {}, 'referent31')).status, 303)
  assert.deepEqual(await vus('repere=retard'), ['glycines'])
})
