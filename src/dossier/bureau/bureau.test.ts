import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, uuidv7 } from '#platform'
import { NATURES_PREVU, type NaturePrevu } from '../prevu/prevu.ts'
import { NOMS_AGENTS, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { ecarter, envoyerDossier, ouvrirDossier } from '../../../tests/support/dossiers.ts'
import { aTraiter, engagement } from '../../../tests/support/pistes.ts'
import { ouvrirDossierDe, ouvrirProtege, verbes, type DossierOuvert } from '../../../tests/support/situations.ts'

let m: Monde
const a = (quand: string): void => clock.set(new Date(quand))
let protege: DossierOuvert
let neuf: DossierOuvert
before(async () => {
  m = await nouveauMonde()
  protege = await ouvrirProtege(m, 'chefTilleuls')
  neuf = await ouvrirDossierDe(m, 'referent31', 'tilleuls', { responsable: m.agents.chefTilleuls })
  await ouvrirProtege(m, 'chefSaules', 'saules')
})
after(() => m.fermer())

const lire = async (chemin: string, qui: NomAgent): Promise<string> =>
  (await (await m.lire(chemin, qui)).text()).replaceAll('\u00a0', ' ')
/** The lines of one part of the desk, as text. */
async function part(qui: NomAgent, id: string): Promise<string[]> {
  const page = await lire('/bureau', qui)
  const bloc = new RegExp(`<section[^>]*aria-labelledby="${id}"[^]*?</section>`).exec(page)?.[0] ?? ''
  return bloc
    .split('<li')
    .slice(1)
    .map((l) => /\d\d-2026-[0-9A-Z]{6}/.exec(l)?.[0] ?? l)
}
const echeance = (d: DossierOuvert, le: string): Promise<unknown> =>
  m.admin('update confidentiel.dossier set echeance = $2 where id = $1', [d.id, le])

test('whoever follows dossiers lands on the desk; the others do not have it', async () => {
  const sans: NomAgent[] = ['communication', 'dpo', 'administrateur']
  for (const nom of NOMS_AGENTS) {
    assert.equal((await m.lire('/bureau', nom)).status, 200, nom)
    assert.equal((await lire('/compte', nom)).includes('href="/bureau"'), !sans.includes(nom), nom)
  }
  assert.equal((await m.lire('/bureau')).status, 303)
})

test('new, due today, late and later: each once, with the act that it waits for', async () => {
  await m.admin('delete from confidentiel.prevu')
  assert.deepEqual(await part('chefTilleuls', 'nouveaux'), [neuf.numero])
  assert.match(await lire('/bureau', 'chefTilleuls'), new RegExp(`action="/dossiers/${neuf.numero}/prise-en-charge"`))
  assert.deepEqual(await part('chefTilleuls', 'semaine'), [protege.numero])
  assert.match(await lire('/bureau', 'chefTilleuls'), new RegExp(`href="/dossiers/${protege.numero}/entretiens#entendre"`))
  await echeance(protege, '2026-11-10T18:00:00+01:00')
  assert.deepEqual(await part('chefTilleuls', 'aujourdhui'), [protege.numero])
  await echeance(protege, '2026-11-10T08:00:00+01:00')
  assert.deepEqual(await part('chefTilleuls', 'retards'), [protege.numero])
  assert.deepEqual(await part('chefTilleuls', 'aujourdhui'), [])
  for (const autre of ['chefSaules', 'referent81'] as const)
    assert.doesNotMatch(await lire('/bureau', autre), new RegExp(`${protege.numero}|${neuf.numero}`))
})

test('a dossier late enough is shown to the level above, and only from then on', async () => {
  await echeance(protege, '2026-11-09T18:00:00+01:00')
  assert.deepEqual(await part('referent31', 'remontes'), [])
  a('2026-11-10T18:01:00+01:00')
  await m.admin('update acces.session set vue_le = $1', [clock.now()])
  assert.deepEqual(await part('referent31', 'remontes'), [protege.numero])
  assert.deepEqual(await part('referenteAcademique', 'remontes'), [])
  assert.deepEqual(await part('referent81', 'remontes'), [])
  a('2026-11-10T09:00:00+01:00')
})

test('what a colleague promised, and the notes where one is called', async () => {
  const envoi = { id: uuidv7(), quoi: 'Appeler la famille', pour: m.agents.coordoTilleuls, tache_le: '2026-11-12' }
  await m.envoyer(`/dossiers/${protege.numero}/taches`, envoi, 'chefTilleuls')
  await m.envoyer(
    `/dossiers/${protege.numero}/notes`,
    { id: uuidv7(), note: 'Ton avis ?', appeles: [m.agents.referent31] },
    'chefTilleuls',
  )
  assert.deepEqual(await part('chefTilleuls', 'attendus'), [protege.numero])
  assert.deepEqual(await part('coordoTilleuls', 'semaine'), [protege.numero])
  // Whoever promised has the act at hand; whoever waits for it has not.
  const acte = new RegExp(`href="/dossiers/${protege.numero}/notes#taches"`)
  assert.match(await lire('/bureau', 'coordoTilleuls'), acte)
  assert.doesNotMatch(await lire('/bureau', 'chefTilleuls'), acte)
  assert.deepEqual(await part('referent31', 'appels'), [protege.numero])
  await m.lire(`/dossiers/${protege.numero}/notes`, 'referent31')
  assert.deepEqual(await part('referent31', 'appels'), [])
})

test('the review: one dossier a screen, decided on the way, interrupted and taken up again, then over', async () => {
  a('2026-11-10T10:00:00+01:00')
  assert.match(await lire('/bureau/revue', 'chefTilleuls'), /Commencer la revue/)
  await m.envoyer('/bureau/revue', { perimetre: 'miens' }, 'chefTilleuls')
  const courant = async (): Promise<string | undefined> =>
    /action="\/bureau\/revue\/([\w-]+)"/.exec(await lire('/bureau/revue', 'chefTilleuls'))?.[1]
  const champ = async (nom: string): Promise<string> =>
    new RegExp(`name="${nom}" value="([^"]*)"`).exec(await lire('/bureau/revue', 'chefTilleuls'))![1]!
  const premier = await courant()
  assert.equal(premier, protege.numero, 'the most urgent first')
  assert.match(await lire('/bureau/revue', 'chefTilleuls'), /encore 2 dossiers/)
  assert.match(await lire('/bureau/revue', 'chefTilleuls'), /Depuis l’ouverture/)
  assert.match(
    await lire(`/bureau/revue?apres=${premier}`, 'chefTilleuls'),
    new RegExp(`/bureau/revue/${neuf.numero}"`),
    'left for later',
  )
  const envoi = { note: await champ('note'), id: await champ('id'), vue: await champ('vue'), mot: 'Vu en équipe.' }
  const revoir = (champs: Record<string, string>, qui: NomAgent = 'chefTilleuls') =>
    m.envoyer(`/bureau/revue/${premier}`, champs, qui)
  assert.equal((await revoir({ ...envoi, decision: 'continue' }, 'chefSaules')).status, 404)
  assert.equal((await revoir({ ...envoi, decision: 'rien' })).status, 422)
  assert.equal(
    (await revoir({ ...envoi, decision: 'tache', quoi: '', pour: m.agents.chefTilleuls, tache_le: '2026-11-12' })).status,
    422,
  )
  assert.equal(await courant(), premier)
  a('2026-11-10T10:05:00+01:00')
  const tache = { decision: 'tache', quoi: 'Voir Léa', pour: m.agents.chefTilleuls, tache_le: '2026-11-12' }
  assert.equal((await revoir({ ...envoi, ...tache })).status, 303)
  assert.equal((await revoir({ ...envoi, ...tache })).status, 303)
  assert.deepEqual(
    (await verbes(m, protege.id)).filter((v) => v === 'dossier.revoir'),
    ['dossier.revoir'],
  )
  const [fait] = await m.admin<{ detail: object }>(
    `select detail from confidentiel.fait where fil = $1 and verbe = 'dossier.revoir'`,
    [protege.id],
  )
  assert.deepEqual(fait!.detail, { decision: 'tache', note: envoi.note })
  assert.equal(await courant(), neuf.numero)
  const suivant = { note: await champ('note'), id: await champ('id'), vue: await champ('vue'), decision: 'aide' }
  const r = await m.envoyer(`/bureau/revue/${neuf.numero}`, suivant, 'chefTilleuls')
  assert.match(r.headers.get('location')!, new RegExp(`^/dossiers/${neuf.numero}/appui`))
  assert.match(await lire('/bureau/revue', 'chefTilleuls'), /La revue est finie/)
  await m.envoyer('/bureau/revue', { perimetre: 'tous' }, 'referent31')
  assert.match(
    await lire('/bureau/revue', 'referent31'),
    /le dernier dossier.*Saules/s,
    'what a colleague has just reviewed is not shown again',
  )
})

test('every promise leads to a form that is really there', async () => {
  const traite = await aTraiter(m, 'chefTilleuls')
  await envoyerDossier(m, traite, 'traitement/pistes', engagement(), 'chefTilleuls')
  const suivi = await aTraiter(m, 'chefTilleuls')
  await m.admin(`update confidentiel.dossier set etat = 'surveillance' where id = $1`, [suivi.id])
  for (const nature of Object.keys(NATURES_PREVU) as NaturePrevu[]) {
    const { onglet, ancre } = NATURES_PREVU[nature]
    const { numero } = nature.endsWith('_piste') ? traite : nature === 'point_suivi' ? suivi : protege
    const page = await lire(`/dossiers/${numero}${onglet && `/${onglet}`}`, 'chefTilleuls')
    assert.ok(page.includes(`id="${ancre}"`), `${nature}: #${ancre}`)
  }
})

test('« n’est pas du harcèlement », said by a school alone: the level above is told, and finds it on its desk until it has read it', async () => {
  a('2026-11-10T11:00:00+01:00')
  const seul = await ouvrirDossier(m, 'chefTilleuls')
  await ecarter(m, seul, 'chefTilleuls')
  assert.deepEqual(
    await m.admin(`select niveau, modele from machine.courriel where fil = $1 and niveau is not null`, [seul.id]),
    [{ niveau: 'circonscription', modele: 'nouveau' }],
  )
  const ecole = await ouvrirDossier(m, 'directriceGlycines', {}, 'glycines')
  await ecarter(m, ecole, 'directriceGlycines')
  const voulu = await ouvrirDossier(m, 'referent31')
  await ecarter(m, voulu, 'referent31')
  const ou = async (qui: NomAgent): Promise<string[]> => (await part(qui, 'ecartes')).sort()
  assert.deepEqual(
    [
      await ou('referent31'),
      await ou('ien31'),
      await ou('referent81'),
      await ou('referenteAcademique'),
      await ou('chefTilleuls'),
    ],
    [[seul.numero], [ecole.numero], [], [], []],
  )
  // A reader of elsewhere changes nothing; one of the level above empties the line, for their colleagues too.
  a('2026-11-10T11:05:00+01:00')
  await m.lire(`/dossiers/${seul.numero}`, 'referenteAcademique')
  assert.deepEqual(await ou('referent31'), [seul.numero])
  await m.lire(`/dossiers/${seul.numero}/suivi`, 'responsable31')
  assert.deepEqual(await ou('referent31'), [])
})
