import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, HEURE, MINUTE, plus, transaction, uuidv7 } from '#platform'
import { MOTIFS_LECTURE } from '#acces'
import { envoyerDossier, ouvrirProtege, type Ouvert } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'
import { DELAIS } from '../protocole/delais.ts'
import { routesDossier } from '../routes.ts'

const MAINTENANT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
let d: Ouvert
before(async () => void (m = await nouveauMonde(MAINTENANT)))
after(() => m.fermer())
beforeEach(async () => {
  m.aller(MAINTENANT)
  d = await ouvrirProtege(m, 'chefTilleuls')
})

/** What is nowhere on a cover: a name, a class, a measure. */
const DEDANS = /Lina|Roussel|Enzo|Martin|Sacha|5e B|chaque matin/
const SANS_PART = ['referent31', 'responsable31', 'referenteAcademique', 'responsableAcademique'] as const
const statut = async (qui: NomAgent, suite = ''): Promise<number> =>
  (await m.essayer(`/dossiers/${d.numero}${suite}`, qui)).status
const dire = (qui: NomAgent, champs: Record<string, string> = {}): Promise<Response> =>
  m.envoyer(`/dossiers/${d.numero}/motif`, { id: uuidv7(), motif: 'appui', ...champs }, qui)
const texte = async (r: Response | Promise<Response>): Promise<string> =>
  (await (await r).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
const journal = (): Promise<{ agent: string; nature: string; motif: string | null }[]> =>
  m.admin('select agent, nature, motif from confidentiel.consultation where fil = $1 order by le, nature desc', [d.id])

test('its school and whoever holds it open it as before; the others above see its cover first, without a name, and open it with one press', async () => {
  assert.deepEqual([await statut('chefTilleuls'), await statut('coordoTilleuls')], [200, 200])
  for (const qui of SANS_PART) {
    const r = await m.essayer(`/dossiers/${d.numero}/entretiens`, qui)
    assert.equal(r.status, 403, qui)
    const page = await texte(r)
    assert.doesNotMatch(page, DEDANS, qui)
    for (const dit of [d.numero, /Collège Les Tilleuls, Valbrune/, /Protégé/i, /Claire Vidal/, /mailto:cheftilleuls@exemple\.fr/])
      assert.match(page, new RegExp(dit), qui)
    const ouvert = await dire(qui, { vers: `/dossiers/${d.numero}/entretiens` })
    assert.deepEqual([ouvert.status, ouvert.headers.get('location')], [303, `/dossiers/${d.numero}/entretiens`], qui)
    assert.equal(await statut(qui, '/entretiens'), 200, qui)
    assert.match(await texte(m.essayer(`/dossiers/${d.numero}`, qui)), DEDANS)
  }
  const { agents } = m
  const siennes = (await journal()).filter((c) => c.agent === agents.referent31)
  assert.deepEqual(siennes, [
    { agent: agents.referent31, nature: 'motif', motif: 'appui' },
    { agent: agents.referent31, nature: 'lecture', motif: 'appui' },
  ])
  assert.ok((await journal()).filter((c) => c.agent === agents.chefTilleuls).every((c) => c.motif === null))
})

test('no address of a dossier goes round it: each page, print, sheet, export and search answers with the cover, and writes no reading', async () => {
  const pages = routesDossier.routes.filter((r) => r.path.startsWith('/:numero') && r.path !== '/:numero/motif')
  const adresse = (chemin: string): string =>
    `/dossiers${chemin.replace(':numero', d.numero).replaceAll(':id', d.cible).replace(':role', 'cible')}`
  const lues = [...new Set(pages.filter((r) => r.method === 'GET').map((r) => r.path))]
  assert.ok(lues.length >= 30, String(lues.length))
  for (const chemin of lues) {
    const r = await m.essayer(adresse(chemin.replace('transmissions/:id', 'transmissions/crip')), 'responsable31')
    assert.deepEqual([r.status, DEDANS.test(await r.text())], [403, false], chemin)
  }
  const fe = 'transmissions/fait_etablissement/texte'
  for (const [chemin, champs] of [
    ['recherche', { mots: 'matin' }],
    ['vigilance', { eleve: d.cible, consigne_dire: 'oui', a_qui: 'Mme Roca' }],
    [fe, { texte: 'Un élève.' }],
    [`familles/extraits/${uuidv7()}/remise`, {}],
  ] as const) {
    const r = await m.essayer(`/dossiers/${d.numero}/${chemin}`, 'responsable31', champs)
    assert.ok([403, 404].includes(r.status), chemin)
    assert.doesNotMatch(await r.text(), DEDANS, chemin)
  }
  // Whatever else is sent: what is refused comes back on the cover, what is done shows nothing.
  for (const { path } of pages.filter((r) => r.method === 'POST'))
    assert.doesNotMatch(await (await m.essayer(adresse(path), 'responsable31', { version: '0' })).text(), DEDANS, path)
  assert.deepEqual(
    (await journal()).filter((c) => c.agent === m.agents.responsable31),
    [],
  )
})

test('a motive that is not in the list, or « autre » without a word, opens nothing and comes back with its sentence; words are sealed', async () => {
  for (const [champs, phrase] of [
    [{ motif: 'curiosite' }, /Choisissez pourquoi vous ouvrez ce dossier/],
    [{ motif: 'suite' }, /Choisissez pourquoi/],
    [{ motif: 'autre', mots_motif: ' ' }, /Écrivez en quelques mots pourquoi/],
    [{ motif: 'autre', mots_motif: 'x'.repeat(301) }, /trop long/],
    [{ id: 'abc' }, /Rechargez la page/],
  ] as const) {
    const r = await dire('responsable31', champs)
    assert.equal(r.status, 422)
    assert.match(await texte(r), phrase)
  }
  assert.equal(await statut('responsable31'), 403)
  const mots = 'La maire du village m’a appelé.'
  assert.equal((await dire('responsable31', { motif: 'autre', mots_motif: mots })).status, 303)
  assert.equal(await statut('responsable31'), 200)
  const [ligne] = await m.admin<{ mots: Buffer }>(
    `select mots from confidentiel.consultation where fil = $1 and nature = 'motif'`,
    [d.id],
  )
  assert.ok(!ligne!.mots.includes('maire'))
  // Said on the dossier, where one reads who opened it; and in the journal, without the words.
  const lu = await texte(m.essayer(`/dossiers/${d.numero}/suivi/lectures`, 'chefTilleuls'))
  assert.match(lu, /Marc Dupuy, [^:]+ : « La maire du village m’a appelé\. »/)
  const controle = await texte(m.lire(`/journal?fil=${d.id}`, 'dpo'))
  assert.match(controle, /Motif donné : Autre chose/)
  assert.doesNotMatch(controle, /maire/)
})

test('to a stranger and to who is set aside it does not exist; to lead elsewhere, or to take the id of another row, opens nothing', async () => {
  for (const qui of ['chefSaules', 'referent81', 'equipeTilleuls', 'dpo', 'communication'] as const)
    assert.equal((await dire(qui)).status, 404, qui)
  for (const vers of [
    '//ailleurs.fr/',
    'https://ailleurs.fr',
    '/boite',
    '/dossiers/31-2026-AUTRES',
    'http://[',
    `/dossiers/${d.numero}x`,
  ])
    assert.equal((await dire('responsable31', { vers })).headers.get('location'), `/dossiers/${d.numero}`, vers)
  const [pris] = await m.admin<{ id: string }>('select id from confidentiel.consultation where fil = $1 limit 1', [d.id])
  assert.equal((await dire('referent31', { id: pris!.id })).status, 303)
  assert.equal(await statut('referent31'), 403)
})

test('it holds for the hours settled, to the minute, for that person and that dossier; two tabs and a double press tell it once', async () => {
  const autre = await ouvrirProtege(m, 'chefTilleuls')
  const id = uuidv7()
  const tous = await Promise.all([dire('referent31', { id }), dire('referent31', { id }), dire('referent31')])
  assert.deepEqual(
    tous.map((r) => r.status),
    [303, 303, 303],
  )
  // From the other tab, later: it is open already.
  assert.equal((await dire('referent31', { motif: 'demande' })).status, 303)
  const dits = (await journal()).filter((c) => c.nature === 'motif')
  assert.ok(dits.length <= 2 && dits.every((c) => c.motif === 'appui'))
  assert.equal(await statut('responsable31'), 403)
  assert.equal((await m.essayer(`/dossiers/${autre.numero}`, 'referent31')).status, 403)
  const fin = plus(MAINTENANT, DELAIS.motif_lecture.valeur * HEURE)
  for (const [quand, attendu] of [
    [plus(fin, -MINUTE), 200],
    [fin, 403],
  ] as const) {
    m.aller(quand)
    assert.equal(await statut('referent31'), attendu, quand.toISOString())
  }
  // Reading does not make it longer; the académie may make it shorter.
  m.aller(MAINTENANT)
  await m.admin(
    `insert into annuaire.reglage (acad, code, valeur, raison, par, le) values ('16', 'delai.motif_lecture', '2', 'essai', $1, $2)`,
    [m.agents.responsableAcademique, MAINTENANT],
  )
  m.aller(plus(MAINTENANT, 2 * HEURE))
  assert.match(await texte(m.essayer(`/dossiers/${d.numero}`, 'referent31')), /vaut 2 heures/)
  await m.admin(`delete from annuaire.reglage where code = 'delai.motif_lecture'`)
})

test('whoever has a part is not asked: called in a note, given a task, asked to follow, keeping the desk of somebody who answers for it', async () => {
  const note = `@Sarah Costa : pouvez-vous appeler la famille ?`
  assert.equal((await envoyerDossier(m, d, 'notes', { id: uuidv7(), note }, 'chefTilleuls')).status, 303)
  assert.equal(await statut('referent31'), 200)
  const tache = { id: uuidv7(), quoi: 'Appeler', pour: m.agents.responsable31, tache_le: '2026-11-12' }
  assert.equal((await envoyerDossier(m, d, 'taches', tache, 'chefTilleuls')).status, 303)
  assert.equal(await statut('responsable31'), 200)
  const offre = {
    id: uuidv7(),
    nature: 'partager',
    a: m.agents.referenteAcademique,
    pourquoi: 'Un avis.',
    famille_offre: 'accord',
  }
  assert.equal((await envoyerDossier(m, d, 'offres', offre, 'chefTilleuls')).status, 303)
  assert.equal(await statut('referenteAcademique'), 200)
  assert.equal(await statut('responsableAcademique'), 403)
  await m.admin('update confidentiel.dossier set responsable = $2 where id = $1', [d.id, m.agents.referenteAcademique])
  await m.admin(
    `insert into annuaire.absence (acad, id, agent, du, au, remplacant, par, le) values ('16', $1, $2, '2026-11-01', '2026-11-30', $3, $2, now())`,
    [uuidv7(), m.agents.referenteAcademique, m.agents.responsableAcademique],
  )
  assert.equal(await statut('responsableAcademique'), 200)
  assert.ok((await journal()).every((c) => c.motif === null))
})

test('a part that ends does not shut the door in one’s face, and one does not make oneself a part', async () => {
  const tache = { id: uuidv7(), quoi: 'Lire', pour: m.agents.responsable31, tache_le: '2026-11-12' }
  // An act signs itself: it is done, and shows nothing. What one gives oneself to do is no part.
  assert.equal((await envoyerDossier(m, d, 'taches', tache, 'responsable31')).status, 303)
  assert.equal(await statut('responsable31'), 403)
  await m.admin('update confidentiel.dossier set responsable = $2 where id = $1', [d.id, m.agents.referent31])
  assert.equal(await statut('referent31'), 200)
  const rendu = { agent: m.agents.chefTilleuls, famille_responsable: 'informee' }
  assert.equal((await envoyerDossier(m, d, 'responsable', rendu, 'referent31')).status, 303)
  assert.equal(await statut('referent31', '/notes'), 200)
  m.aller(plus(MAINTENANT, 11 * MINUTE))
  assert.equal(await statut('referent31', '/notes'), 200)
  assert.equal((await journal()).findLast((c) => c.agent === m.agents.referent31)?.motif, 'suite')
  m.aller(plus(MAINTENANT, DELAIS.motif_lecture.valeur * HEURE))
  assert.equal(await statut('referent31', '/notes'), 403)
})

test('an act that the rule refuses says why on the cover; what the words of a form would tell of the dossier waits for its opening', async () => {
  const refuse = await envoyerDossier(m, d, `offres/${uuidv7()}/rappel`, {}, 'responsable31')
  assert.equal(refuse.status, 404)
  // Taken in charge already: the table says no.
  const avis = await envoyerDossier(m, d, 'prise-en-charge', {}, 'responsable31')
  assert.equal(avis.status, 409)
  const page = await texte(avis)
  assert.match(page, /Ce n’est pas fait/)
  assert.match(page, /Pourquoi l’ouvrez-vous/)
  assert.doesNotMatch(page, DEDANS)
  const vide = await m.essayer(`/dossiers/${d.numero}/notes`, 'responsable31', { id: uuidv7(), note: '' })
  assert.equal(vide.status, 403)
  assert.match(await texte(vide), /Dites d’abord pourquoi vous ouvrez ce dossier/)
})

test('what was being written when the motive ended is kept: the act is done, then the page asks again', async () => {
  await dire('referent31')
  m.aller(plus(MAINTENANT, 13 * HEURE))
  const r = await envoyerDossier(m, d, 'notes', { id: uuidv7(), note: 'La famille rappelle jeudi.' }, 'referent31')
  assert.equal(r.status, 303)
  assert.ok((await verbes(m, d.id)).includes('dossier.noter'))
  assert.equal(await statut('referent31', '/notes'), 403)
})

test('the walk of the review gives its motive once, and writes it on each dossier where one has no part', async () => {
  const deux = [await ouvrirProtege(m, 'chefPruniers', 'pruniers'), await ouvrirProtege(m, 'chefPruniers', 'pruniers')]
  m.aller(plus(MAINTENANT, HEURE))
  assert.match(await texte(m.lire('/bureau/revue', 'referent81')), /il est écrit que vous les avez lus pour la revue/)
  assert.equal((await m.envoyer('/bureau/revue', { perimetre: 'tous' }, 'referent81')).status, 303)
  const vu = async (apres = ''): Promise<string> =>
    /Dossier (\d[\dA-Z-]+)/.exec(await texte(m.essayer(`/bureau/revue${apres}`, 'referent81')))![1]!
  const premier = await vu()
  // The one that the walk has not come to stays shut.
  const [autre] = deux.filter((x) => x.numero !== premier)
  assert.equal((await m.essayer(`/dossiers/${autre!.numero}`, 'referent81')).status, 403)
  assert.equal(await vu(`?apres=${premier}`), autre!.numero)
  const ecrits = await m.admin(
    `select fil, nature, motif from confidentiel.consultation where agent = $1 order by fil, nature desc`,
    [m.agents.referent81],
  )
  const attendus = deux.map((x) => x.id).sort()
  assert.deepEqual(
    ecrits,
    attendus.flatMap((fil) => ['motif', 'lecture'].map((nature) => ({ fil, nature, motif: 'revue' }))),
  )
  for (const x of deux) assert.equal((await m.essayer(`/dossiers/${x.numero}/entretiens`, 'referent81')).status, 200)
})

test('the log itself refuses: no reading without a motive, none for somebody else, none in advance, whatever the page forgets', async () => {
  const ecrire = async (qui: NomAgent, agent: string, nature: string, le = clock.now()): Promise<string> => {
    const session = await m.session(qui)
    return transaction(m.maison.base, 'agent', { session }, (db) =>
      db.run(
        {
          name: 'test.consulter',
          text: `insert into confidentiel.consultation (acad, id, fil, agent, nature, motif, le) values ('16', $1, $2, $3, $4, $5, $6)`,
          params: ['i', 'f', 'a', 'n', 'm', 'l'],
        } as never,
        { i: uuidv7(), f: d.id, a: agent, n: nature, m: nature === 'motif' ? 'appui' : null, l: le } as never,
      ),
    ).then(
      () => 'fait',
      (e: { code?: string }) => String(e.code),
    )
  }
  const moi = m.agents.responsable31
  assert.equal(await ecrire('responsable31', moi, 'lecture'), '42501')
  assert.equal(await ecrire('responsable31', m.agents.chefTilleuls, 'motif'), '42501')
  assert.equal(await ecrire('responsable31', moi, 'motif', plus(clock.now(), HEURE)), '42501')
  assert.equal(await ecrire('responsable31', moi, 'motif'), 'fait')
  assert.equal(await ecrire('responsable31', moi, 'export'), 'fait')
  assert.equal(await ecrire('chefTilleuls', m.agents.chefTilleuls, 'export'), 'fait')
  assert.deepEqual(
    (await journal()).filter((c) => c.nature === 'export').map((c) => c.motif),
    ['appui', null],
  )
})

test('the list of motives is short, and the same on the cover and in the database', async () => {
  const [{ dans }] = (await m.admin<{ dans: string }>(
    `select pg_get_constraintdef(oid) as dans from pg_constraint where conname = 'consultation_motif_check'`,
  )) as [{ dans: string }]
  assert.deepEqual(
    [...dans.matchAll(/'([a-z]+)'/g)].map((x) => x[1]),
    [...Object.keys(MOTIFS_LECTURE), 'suite'],
  )
  const page = await texte(m.essayer(`/dossiers/${d.numero}`, 'responsable31'))
  assert.deepEqual(
    [...page.matchAll(/name="motif" value="([a-z]+)"/g)].map((x) => x[1]),
    Object.keys(MOTIFS_LECTURE),
  )
})
