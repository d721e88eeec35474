import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { ouvrirProtege, type Ouvert } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { raconter, verbes } from '../../../tests/support/situations.ts'
import { cherches, trouver } from './trouver.ts'

let m: Monde
let d: Ouvert
before(async () => {
  m = await nouveauMonde(new Date('2026-11-10T09:00:00+01:00'))
  d = await ouvrirProtege(m, 'chefTilleuls')
})
after(() => m.fermer())

const envoyer = async (chemin: string, champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<void> => {
  const r = await m.envoyer(`/dossiers/${d.numero}/${chemin}`, { id: uuidv7(), ...champs }, qui)
  assert.equal(r.status, 303, await r.text())
}
const demander = (mots: string, qui: NomAgent): Promise<Response> => m.envoyer(`/dossiers/${d.numero}/recherche`, { mots }, qui)
async function chercher(mots: string, qui: NomAgent = 'chefTilleuls'): Promise<string> {
  const r = await demander(mots, qui)
  assert.equal(r.status, 200)
  return (await r.text()).replaceAll('\u00a0', ' ')
}
/** Where each passage found is read, the newest first. */
const lieux = (page: string): string[] =>
  [...page.split('id="resultats"')[1]!.matchAll(/href="\/dossiers\/[^/"#]+([/#][^"]*)"/g)].map((x) => x[1]!)
/** Those that are read on a page of their own. */
const ailleurs = (page: string): string[] =>
  [...(page.split('id="resultats"')[1] ?? '').matchAll(/href="(\/(?:signalements|appuis)\/[^"]*)"/g)].map((x) => x[1]!)
const consultations = async (qui: NomAgent): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await m.admin<{ nature: string; n: number }>(
        'select nature, count(*)::int as n from confidentiel.consultation where fil = $1 and agent = $2 group by nature',
        [d.id, m.agents[qui]],
      )
    ).map((c) => [c.nature, c.n]),
  )

test('a word is found in a note, in a talk and in a measure, with who wrote it, when and where; accents and case are forgiven', async () => {
  const note = uuidv7()
  await envoyer('notes', { id: note, note: 'Vu à la CANTINE ce midi : il mange seul.' }, 'coordoTilleuls')
  await envoyer('mesures', { nature: 'lieux', quoi: 'Une place réservée à la cantine.', qui: 'Mme Roux' })
  await envoyer(`entretiens/avec/${d.cible}/cible`, {
    role: 'cible',
    mene: m.agents.chefTilleuls,
    quand: '2026-11-10T08:30',
    faits: 'Chaque midi, des élèves prennent son plateau à la cantine.',
    mots: '« Ma sœur a peur aussi. »',
    danger: 'non',
    suicide: 'non',
    soir: 'oui',
    retour: 'Sa mère',
    famille: 'a_faire',
  })
  const [talk] = await m.admin<{ suite: string }>('select suite from confidentiel.entretien where fil = $1', [d.id])
  const page = await chercher('cantiné')
  assert.deepEqual(new Set(lieux(page)), new Set([`/notes#note-${note}`, `/entretiens/${talk!.suite}`, '#mesures']))
  assert.match(page, /3 passages/)
  assert.match(page, /Vu à la <mark>CANTINE<\/mark> ce midi/)
  assert.match(page, /Notes et tâches, aujourd’hui à 9 h, par Hugo Marsan/)
  assert.match(page, /Entretien avec Lina Roussel/)
  assert.deepEqual(lieux(await chercher('eleve PLATEAU')), [`/entretiens/${talk!.suite}`], 'every word, in the same text')
  assert.match(await chercher('peur'), /Entretien avec Lina Roussel : mots entendus/, 'words heard are never shown as facts')
  assert.match(await chercher('soeur'), /Ma <mark>sœur<\/mark> a peur/)
  assert.match(await chercher('trottinette'), /Rien, dans ce que vous pouvez lire ici/)
})

test('hostile text is shown as text, in the passage and in the field', async () => {
  await envoyer('notes', { note: 'Il a écrit <script>alert(1)</script> & "pire" sur le mur.' })
  const page = await chercher('script "><img src=x> alert')
  assert.doesNotMatch(page, /<script>alert|<img/)
  assert.match(page, /value="script &quot;&gt;&lt;img src=x&gt; alert"/)
  assert.match(
    await chercher('script'),
    /&lt;<mark>script<\/mark>&gt;alert\(1\)&lt;\/<mark>script<\/mark>&gt; &amp; &quot;pire&quot;/,
  )
})

test('unknown to whoever does not see the dossier, who leaves no reading behind', async () => {
  for (const qui of ['chefSaules', 'equipeTilleuls', 'referent81', 'dpo'] as const) {
    assert.equal((await m.lire(`/dossiers/${d.numero}/recherche`, qui)).status, 404, qui)
    assert.equal((await demander('cantine', qui)).status, 404, qui)
    assert.deepEqual(await consultations(qui), {}, qui)
  }
})

test('no word, no search: it is said at the field, and nothing counts as one', async () => {
  for (const rien of ['', '  ', '« … »', '-%']) {
    const r = await demander(rien, 'referent31')
    assert.equal(r.status, 422, rien)
    assert.match(await r.text(), /Écrivez un mot à chercher\./)
  }
  assert.deepEqual(await consultations('referent31'), { motif: 1, lecture: 1 })
})

test('a search is written as a reading; its words stand nowhere: no fact, no address', async () => {
  const avant = await verbes(m, d.id)
  const page = await chercher('plateau', 'referent31')
  assert.deepEqual(await consultations('referent31'), { motif: 1, lecture: 1, recherche: 1 })
  assert.deepEqual(await verbes(m, d.id), avant)
  assert.doesNotMatch(page, /(?:href|action)="[^"]*plateau/)
  assert.match(page, /<form[^>]*method="post"[^>]*\/recherche"/)
  // Words in an address are not looked for.
  const lu = await (await m.lire(`/dossiers/${d.numero}/recherche?mots=plateau`, 'referent31')).text()
  assert.doesNotMatch(lu, /<mark>|value="plateau"/)
  const lectures = await (await m.lire(`/dossiers/${d.numero}/suivi/lectures`, 'chefTilleuls')).text()
  assert.match(lectures, /Recherche dans le dossier/)
})

test('the words of a sealed note are found by those who may read it; to the others nothing says that there is one', async () => {
  await m.admin(
    `insert into acces.octroi (acad, id, fil, agent, par, motif, du) values ('16', $1, $2, $3, $4, 'aide', '2026-11-01')`,
    [uuidv7(), d.id, m.agents.equipeTilleuls, m.agents.chefTilleuls],
  )
  await m.envoyer(`/administration/agents/${m.agents.equipeTilleuls}/profession`, { profession: 'infirmier' }, 'administrateur')
  const scellee = uuidv7()
  await envoyer('notes/scellees', { id: scellee, scellee: 'Migraines avant le sport.' }, 'equipeTilleuls')
  assert.deepEqual(lieux(await chercher('migraine', 'equipeTilleuls')), ['/notes#scellees'])
  for (const qui of ['chefTilleuls', 'coordoTilleuls', 'referent31', 'responsableAcademique'] as const) {
    const page = await chercher('migraine', qui)
    assert.match(page, /Rien, dans ce que vous pouvez lire ici/, qui)
    assert.doesNotMatch(page, /Migraines|scellée/, qui)
  }
  await envoyer(
    'notes/partages',
    {
      de_note: scellee,
      avec: m.agents.chefTilleuls,
      partage: 'Lina a besoin d’une dispense.',
      partage_raison: 'Pour son emploi du temps.',
      famille: 'informee',
    },
    'equipeTilleuls',
  )
  assert.deepEqual(lieux(await chercher('dispense')), ['/notes#scellees'])
  assert.match(await chercher('dispense', 'coordoTilleuls'), /Rien, dans/)
  assert.match(await chercher('migraine'), /Rien, dans/, 'a part of it opens no more than that part')
})

test('an excerpt is cut between words, says that it was cut, and shows each word once at least', () => {
  const long = `${'avant '.repeat(60)}crachat ${'entre '.repeat(80)}insultes${' après'.repeat(60)}`
  const [un, deux, ...reste] = trouver(long, cherches('Insulte crachat'))!
  assert.deepEqual(reste, [])
  for (const [extrait, vu] of [
    [un!, 'crachat'],
    [deux!, 'insultes'],
  ] as const) {
    assert.deepEqual(
      extrait.filter((b) => b.vu).map((b) => b.texte),
      [vu],
    )
    assert.match(extrait.map((b) => b.texte).join(''), /^… (?:avant|entre) .* (?:entre|après) …$/)
    assert.ok(extrait.map((b) => b.texte).join('').length < 260)
  }
  assert.equal(trouver(long, cherches('insulte gifle')), null)
  // Accents written apart, a letter that folds into two, one word alone longer than a window.
  const dit = (texte: string, question: string) =>
    trouver(texte, cherches(question))
      ?.flat()
      .map((b) => (b.vu ? `[${b.texte}]` : b.texte))
      .join('')
  assert.equal(dit('Le cahier déchiré.'.normalize('NFD'), 'DECHIRE'), 'Le cahier [déchiré].'.normalize('NFD'))
  assert.equal(dit('Un œil au beurre noir 😢 !', 'noir oeil'), 'Un [œil] au beurre [noir] 😢 !')
  assert.equal(dit('x'.repeat(500), 'x'.repeat(100)), `[${'x'.repeat(500)}]`)
  assert.equal(dit('À l’école', 'l’école'), 'À l’[école]')
  assert.equal(dit('', 'rien'), undefined)
})

test('an attached report and a request for support are looked through by whoever may open them; each result leads to its place', async () => {
  const { id: report } = await raconter(m, 'tilleuls', {
    recit: 'On lui vole sa <b>GOURDE</b> bleue.',
    cible: 'Lina et sa gourde',
  })
  await m.envoyer(`/signalements/${report}/notes`, { message: uuidv7(), note: 'La gourde est au bureau.' }, 'chefTilleuls')
  assert.deepEqual(ailleurs(await chercher('gourde')), [], 'not before it is attached')
  await envoyer('rattachements', { signalement: report })
  const appui = uuidv7()
  await envoyer('appuis', {
    id: appui,
    appui: 'conseil',
    vers: 'departement',
    quoi: 'Que faire de la gourde volée ?',
    famille_appui: 'accord',
  })
  const echange = { id: uuidv7(), message: 'Rendez la gourde devant un adulte.' }
  assert.equal((await m.envoyer(`/appuis/${appui}/messages`, echange, 'referent31')).status, 303)
  await m.admin('delete from confidentiel.consultation')

  const page = await chercher('gourde')
  assert.deepEqual(
    new Set(ailleurs(page)),
    new Set([`/signalements/${report}#dit`, `/signalements/${report}#notes`, `/appuis/${appui}`, `/appuis/${appui}#echanges`]),
  )
  assert.match(page, /5 passages/)
  assert.match(page, /Signalement rattaché, .*par la personne concernée/)
  assert.match(page, /sa &lt;b&gt;<mark>GOURDE<\/mark>&lt;\/b&gt; bleue/)
  assert.match(await (await m.lire(`/signalements/${report}`, 'chefTilleuls')).text(), /id="dit"[^]*id="notes"/)
  assert.match(await (await m.lire(`/appuis/${appui}`, 'chefTilleuls')).text(), /id="echanges"/)
})

test('showing a passage of a report is a reading of it; nothing else moves in it', async () => {
  const { id: report } = await raconter(m, 'tilleuls', { recit: 'Il garde la trousse.' })
  await envoyer('rattachements', { signalement: report })
  await m.admin('delete from confidentiel.consultation')
  const lectures = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      (
        await m.admin<{ nature: string; n: number }>(
          'select nature, count(*)::int as n from confidentiel.consultation where fil = $1 and agent = $2 group by nature',
          [report, m.agents.coordoTilleuls],
        )
      ).map((c) => [c.nature, c.n]),
    )
  await chercher('trottinette', 'coordoTilleuls')
  assert.deepEqual(await lectures(), {}, 'nothing of it was shown')
  await chercher('trousse', 'coordoTilleuls')
  await chercher('trousse', 'coordoTilleuls')
  assert.deepEqual(await lectures(), { recherche: 2, lecture: 1 })
  const [s] = await m.admin<{ lu_le: Date | null }>('select lu_le from confidentiel.signalement where id = $1', [report])
  assert.equal(s!.lu_le, null, 'whoever told is not told that somebody opened it')
})

test('a report that this reader may not open, or whose key is gone, is neither found nor in the way', async () => {
  const { id: adulte } = await raconter(m, 'tilleuls', { recit: 'Le surveillant cache le parapluie.' })
  await envoyer('rattachements', { signalement: adulte })
  assert.equal(ailleurs(await chercher('parapluie')).length, 1)
  await m.admin(`update confidentiel.signalement set niveau = 'departement', auteurs = 'adulte' where id = $1`, [adulte])
  await m.admin('delete from confidentiel.consultation')
  const page = await chercher('parapluie', 'coordoTilleuls')
  assert.match(page, /Rien, dans ce que vous pouvez lire ici/)
  assert.deepEqual(await m.admin('select from confidentiel.consultation where fil = $1', [adulte]), [])
  assert.equal(ailleurs(await chercher('parapluie', 'referent31')).length, 1)
  await m.admin('update confidentiel.cle set emballee = null, detruite_le = now() where fil = $1', [adulte])
  assert.match(await chercher('parapluie', 'referent31'), /Rien, dans/)
  assert.match(await chercher('plateau', 'referent31'), /Un passage/)
})

/** The dossiers where something was found, in the order shown. */
const ou = (page: string): string[] => [...page.matchAll(/<h2 id="d-([^"]+)"/g)].map((x) => x[1]!)
async function partout(mots: string, qui: NomAgent): Promise<string> {
  const r = await m.envoyer('/dossiers/mots', { mots }, qui)
  assert.equal(r.status, 200)
  return (await r.text()).replaceAll('\u00a0', ' ')
}

test('in all the open dossiers in one’s charge: a word leads to each of them, and only what is shown is a reading', async () => {
  const [a, b] = [await ouvrirProtege(m, 'chefTilleuls'), await ouvrirProtege(m, 'chefTilleuls')]
  const ailleurs = await ouvrirProtege(m, 'chefPruniers', 'pruniers')
  for (const [x, qui] of [
    [a, 'chefTilleuls'],
    [ailleurs, 'chefPruniers'],
  ] as const)
    await m.envoyer(`/dossiers/${x.numero}/notes`, { id: uuidv7(), note: 'Sa trottinette est cassée.' }, qui)
  const lus = async (): Promise<unknown[]> =>
    m.admin('select fil, nature from confidentiel.consultation where agent = $1 and fil = any($2) order by 1, 2', [
      m.agents.chefTilleuls,
      [a.id, b.id, ailleurs.id],
    ])
  await m.admin('delete from confidentiel.consultation where agent = $1', [m.agents.chefTilleuls])
  const page = await partout('Trottinéttes', 'chefTilleuls')
  assert.deepEqual(ou(page), [], 'a longer word is not its beginning')
  assert.match(page, /Rien dans vos dossiers ouverts/)
  assert.deepEqual(await lus(), [], 'what shows nothing keeps no trace')
  const trouvee = await partout('trottin', 'chefTilleuls')
  assert.deepEqual(ou(trouvee), [a.numero])
  assert.match(trouvee, /<mark>trottinette<\/mark>/)
  assert.match(trouvee, /Cherché dans \d+ dossiers ouverts/)
  assert.deepEqual(await lus(), [
    { fil: a.id, nature: 'lecture' },
    { fil: a.id, nature: 'recherche' },
  ])
  assert.deepEqual(ou(await partout('trottinette', 'referent31')), [], 'seen, but not in their charge')
  assert.deepEqual(ou(await partout('trottinette', 'dpo')), [])
  assert.equal((await m.lire('/dossiers/mots')).status, 303)
  const vide = await m.envoyer('/dossiers/mots', { mots: ' , ' }, 'chefTilleuls')
  assert.equal(vide.status, 422)
  assert.match(await vide.text(), /Écrivez un mot à chercher/)
  const hostile = await partout('<script>alert(1)</script>', 'chefTilleuls')
  assert.doesNotMatch(hostile, /<script>alert/)
  await m.admin(`update confidentiel.dossier set etat = 'clos', echeance = null, clos_le = now() where id = $1`, [a.id])
  assert.deepEqual(ou(await partout('trottinette', 'chefTilleuls')), [], 'an ended dossier has its own search')
})
