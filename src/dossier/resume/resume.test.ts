import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, HEURE, plus, transaction, type Statement } from '#platform'
import { envoyerDossier, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'

let m: Monde
let d: DossierVu
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())
beforeEach(async () => {
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
  d = await ouvrirDossier(m, 'chefTilleuls', { resume: 'On lui prend son sac.' })
})

const resumer = (resume: string, qui: NomAgent): Promise<Response> => envoyerDossier(m, d, 'resume', { resume }, qui)
const texte = async (chemin: string, qui: NomAgent): Promise<string> =>
  (await (await m.lire(`/dossiers/${d.numero}${chemin}`, qui)).text()).replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ')
const statut = async (qui: NomAgent): Promise<number> => (await m.lire(`/dossiers/${d.numero}/suivi/resume`, qui)).status

/** Each change as the page tells it, newest first: the words of a side, tags taken away. */
async function changements(qui: NomAgent): Promise<string[]> {
  const page = await texte('/suivi/resume', qui)
  const cotes = page.match(/<h4>.*?(?=<h4>|<\/section>)/g) ?? []
  return cotes.map((x) =>
    x
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
}

async function changeDeuxFois(): Promise<void> {
  m.aller(plus(clock.now(), HEURE))
  assert.equal((await resumer('On lui prend son sac, chaque matin.', 'coordoTilleuls')).status, 303)
  m.aller(plus(clock.now(), HEURE))
  assert.equal((await resumer('Plus personne ne lui parle.', 'referent31')).status, 303)
}

test('changed twice, by two people: both texts of before are found from the history, with who had written each and when', async () => {
  assert.match(await texte('/suivi/resume', 'chefTilleuls'), /Aucun texte d’avant n’est gardé/)
  await changeDeuxFois()
  const nom = async (qui: NomAgent): Promise<string> =>
    (await m.admin<{ n: string }>(`select prenom || ' ' || nom as n from annuaire.agent where id = $1`, [m.agents[qui]]))[0]!.n
  const [premier, second] = ['On lui prend son sac.', 'On lui prend son sac, chaque matin.']
  const attendus = [
    ['Avant', '10 h', 'coordoTilleuls', second],
    ['Après', '11 h', 'referent31', 'Plus personne ne lui parle.'],
    ['Avant', '9 h', 'chefTilleuls', premier],
    ['Après', '10 h', 'coordoTilleuls', second],
  ] as const
  const dits = await changements('chefTilleuls')
  assert.equal(dits.length, attendus.length, dits.join('\n'))
  for (const [i, [cote, heure, qui, mots]] of attendus.entries()) {
    const dit = dits[i] ?? ''
    assert.ok(dit.startsWith(`${cote} Écrit aujourd’hui à ${heure}, par ${await nom(qui)}, `), dit)
    assert.ok(dit.endsWith(` ${mots}`), dit)
  }
  const liens = [...(await texte('', 'chefTilleuls')).matchAll(/href="([^"]*\/suivi\/resume#r-[^"]+)"/g)].map((x) => x[1]!)
  assert.equal(liens.length, 2)
  const page = await texte('/suivi/resume', 'chefTilleuls')
  for (const lien of liens) assert.ok(page.includes(`id="${lien.split('#')[1]!}"`), lien)
})

test('what changes nothing keeps nothing; what is refused keeps nothing', async () => {
  assert.equal((await resumer('On lui prend son sac.', 'chefTilleuls')).status, 303)
  assert.equal((await resumer('x'.repeat(8001), 'chefTilleuls')).status, 422)
  assert.equal(
    (await m.envoyer(`/dossiers/${d.numero}/resume`, { version: '99', resume: 'Autre.' }, 'coordoTilleuls')).status,
    409,
  )
  assert.equal((await resumer('x', 'chefPruniers')).status, 404)
  assert.deepEqual(await m.admin('select id from confidentiel.resume_avant where fil = $1', [d.id]), [])
})

test('two people at once: one is written, and its text of before is the one that it replaced', async () => {
  const deux = await Promise.all([resumer('A.', 'chefTilleuls'), resumer('B.', 'coordoTilleuls')])
  assert.deepEqual(deux.map((r) => r.status).sort(), [303, 409])
  const dits = await changements('chefTilleuls')
  assert.equal(dits.length, 2)
  assert.match(dits[0]!, /On lui prend son sac\.$/)
})

test('a stranger finds no such page; whoever reads in an emergency, or was handed the dossier, reads the summary of today alone', async () => {
  await changeDeuxFois()
  for (const qui of ['chefSaules', 'chefPruniers', 'equipeTilleuls', 'dpo', 'administrateur'] as const)
    assert.equal(await statut(qui), 404, qui)
  const urgence = { numero: d.numero, motif: 'danger', raison_secours: 'Elle est ici, personne ne répond.' }
  assert.equal((await m.envoyer('/dossiers/secours', urgence, 'chefSaules')).status, 303)
  const don = { membre: m.agents.equipeTilleuls, motif: 'suivi', jusque: '2026-11-20', famille_octroi: 'informee' }
  assert.equal((await envoyerDossier(m, d, 'octrois', don, 'chefTilleuls')).status, 303)
  for (const qui of ['chefSaules', 'equipeTilleuls'] as const) {
    const page = await texte('', qui)
    assert.match(page, /Plus personne ne lui parle/, qui)
    assert.match(page, /Résumé modifié/, qui)
    assert.doesNotMatch(page, /suivi\/resume|prend son sac/, qui)
    assert.equal(await statut(qui), 404, qui)
  }
  for (const qui of ['chefTilleuls', 'coordoTilleuls', 'referent31', 'referenteAcademique'] as const)
    assert.equal(await statut(qui), 200, qui)
})

test('what was kept is sealed, and nobody who serves can rewrite or remove it', async () => {
  await changeDeuxFois()
  const lignes = await m.admin<{ contenu: Buffer; par: string }>(
    'select contenu, par from confidentiel.resume_avant where fil = $1 order by le',
    [d.id],
  )
  assert.deepEqual(
    lignes.map((l) => l.par),
    [m.agents.coordoTilleuls, m.agents.referent31],
  )
  for (const l of lignes) assert.ok(!l.contenu.includes('sac'))
  const session = await m.session('chefTilleuls')
  for (const text of ['update confidentiel.resume_avant set le = le', 'delete from confidentiel.resume_avant']) {
    const s: Statement<{}, {}> = { name: text, text, params: [] }
    await assert.rejects(
      transaction(m.maison.base, 'agent', { session }, (db) => db.run(s)),
      /permission denied/,
    )
  }
})

test('the text that somebody typed comes back as text', async () => {
  await resumer('<script>alert(1)</script>', 'chefTilleuls')
  await resumer('Des faits.', 'chefTilleuls')
  const page = await texte('/suivi/resume', 'chefTilleuls')
  assert.doesNotMatch(page, /<script>alert/)
  assert.match(page, /&lt;script&gt;alert/)
})
