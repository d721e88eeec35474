import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, HEURE, plus, transaction, uuidv7, type Statement } from '#platform'
import { dossierVu, envoyerDossier, ouvrirDossier, ouvrirProtege, type Ouvert } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { empreinteDe, vuDe } from '../fusion.ts'

let m: Monde
let d: Ouvert
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())
beforeEach(async () => {
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
  d = await ouvrirProtege(m, 'chefTilleuls')
})

const corriger = (champs: Record<string, string>, qui: NomAgent = 'chefTilleuls', personne = d.auteur): Promise<Response> =>
  envoyerDossier(m, d, `personnes/${personne}`, champs, qui)
const texte = async (chemin: string, qui: NomAgent = 'chefTilleuls'): Promise<string> =>
  (await (await m.lire(chemin, qui)).text()).replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ')
const ici = (personne = d.auteur): string => `/dossiers/${d.numero}/personnes/${personne}`
const nomDe = async (qui: NomAgent): Promise<string> =>
  (await m.admin<{ n: string }>(`select prenom || ' ' || nom as n from annuaire.agent where id = $1`, [m.agents[qui]]))[0]!.n
const gardees = (): Promise<{ contenu: Buffer; par: string }[]> =>
  m.admin('select contenu, par from confidentiel.identite_avant where fil = $1 order by le', [d.id])

/** Each side of each change as the page tells it, newest first. */
const changements = (page: string): string[] =>
  (page.match(/<h4>.*?(?=<h4>|<\/section>)/g) ?? []).map((x) =>
    x
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )

test('corrected twice by two people: what was noted before is read from the history and on the person’s page, with who wrote it and when', async () => {
  assert.doesNotMatch(await texte(ici()), /noté avant/)
  m.aller(plus(clock.now(), HEURE))
  assert.equal((await corriger({ nom: 'Enzo Martinez' }, 'coordoTilleuls')).status, 303)
  m.aller(plus(clock.now(), HEURE))
  assert.equal((await corriger({ precision: '5e C', autres: 'zo_31' }, 'referent31')).status, 303)
  const page = await texte(ici())
  const attendus = [
    ['Avant', '10 h', 'coordoTilleuls', 'Nom et prénom Enzo Martinez Classe, fonction ou lien 5e B'],
    ['Après', '11 h', 'referent31', 'Nom et prénom Enzo Martinez Classe, fonction ou lien 5e C Autres noms zo_31'],
    ['Avant', '9 h', 'chefTilleuls', 'Nom et prénom Enzo Martin Classe, fonction ou lien 5e B'],
    ['Après', '10 h', 'coordoTilleuls', 'Nom et prénom Enzo Martinez Classe, fonction ou lien 5e B'],
  ] as const
  const dits = changements(page)
  assert.equal(dits.length, attendus.length, dits.join('\n'))
  for (const [i, [cote, heure, qui, mots]] of attendus.entries()) {
    assert.ok(dits[i]!.startsWith(`${cote} Écrit aujourd’hui à ${heure}, par ${await nomDe(qui)}, `), dits[i]!)
    assert.ok(dits[i]!.endsWith(` ${mots}`), dits[i]!)
  }
  const liens = [...(await texte(`/dossiers/${d.numero}`)).matchAll(/href="([^"]*\/personnes\/[^"]+#r-[^"]+)"/g)].map(
    (x) => x[1]!,
  )
  assert.deepEqual(
    liens.map((l) => l.split('#')[0]),
    [ici(), ici()],
  )
  for (const lien of liens) assert.ok(page.includes(`id="${lien.split('#')[1]!}"`), lien)
})

test('somebody noted at the opening, a guardian noted with their link: who first wrote their name is said rightly', async () => {
  const o = await ouvrirDossier(m, 'chefTilleuls')
  const [cible] = await m.admin<{ personne: string }>('select personne from confidentiel.personne_role where fil = $1', [o.id])
  const mere = uuidv7()
  m.aller(plus(clock.now(), HEURE))
  const lien = {
    id: mere,
    nom: 'Sofia Marchetti',
    lien: 'mere',
    autorite: 'oui',
    langue: 'fr',
    interprete: 'non',
    regle: 'libre',
  }
  const r = await m.envoyer(`/dossiers/${o.numero}/familles/${cible!.personne}/responsables`, lien, 'coordoTilleuls')
  assert.equal(r.status, 303)
  m.aller(plus(clock.now(), HEURE))
  for (const p of [cible!.personne, mere])
    assert.equal((await envoyerDossier(m, o, `personnes/${p}`, { nom: 'Autrement' }, 'referent31')).status, 303)
  const avant = async (p: string): Promise<string> => changements(await texte(`/dossiers/${o.numero}/personnes/${p}`))[0]!
  assert.match(await avant(cible!.personne), new RegExp(`^Avant Écrit aujourd’hui à 9 h, par ${await nomDe('chefTilleuls')}, `))
  assert.match(await avant(mere), new RegExp(`^Avant Écrit aujourd’hui à 10 h, par ${await nomDe('coordoTilleuls')}, `))
})

test('what changes nothing keeps nothing; what is refused keeps nothing', async () => {
  assert.equal((await corriger({ nom: 'Enzo Martin' })).status, 303)
  assert.equal((await corriger({ nom: '' })).status, 422)
  assert.equal((await corriger({ nom: 'x'.repeat(201) })).status, 422)
  assert.equal((await corriger({ version: '99', nom: 'Autre' })).status, 409)
  for (const qui of ['chefPruniers', 'equipeTilleuls', 'dpo'] as const)
    assert.equal((await corriger({ nom: 'x' }, qui)).status, 404, qui)
  await m.admin(`update confidentiel.dossier set etat = 'clos', echeance = null, clos_le = now() where id = $1`, [d.id])
  assert.equal((await corriger({ nom: 'Après la fin' })).status, 409)
  assert.deepEqual(await gardees(), [])
})

test('two people at once: one the name, the other the class, both are kept and so are both states before; both the name, one is told', async () => {
  const vus = { [vuDe('nom')]: empreinteDe('Enzo Martin'), [vuDe('precision')]: empreinteDe('5e B') }
  const forme = { ...vus, nom: 'Enzo Martin', precision: '5e B' }
  const deux = await Promise.all([
    corriger({ ...forme, nom: 'Enzo Martinez' }),
    corriger({ ...forme, precision: '5e D' }, 'coordoTilleuls'),
  ])
  assert.deepEqual(
    deux.map((r) => r.status),
    [303, 303],
  )
  const page = await texte(ici())
  assert.match(page, /value="Enzo Martinez"[^]*value="5e D"/)
  assert.equal(changements(page).length, 4)
  assert.match(changements(page).at(-2)!, /Enzo Martin Classe, fonction ou lien 5e B$/)
  const autres = { ...vus, [vuDe('nom')]: empreinteDe('Enzo Martinez'), precision: '5e D' }
  const statuts = await Promise.all([
    corriger({ ...autres, nom: 'Enzo A' }),
    corriger({ ...autres, nom: 'Enzo B' }, 'coordoTilleuls'),
  ])
  assert.deepEqual(statuts.map((r) => r.status).sort(), [303, 409])
  assert.equal((await gardees()).length, 3)
})

test('the names of before are for those whose post opens the dossier: whoever it was handed to reads those of today', async () => {
  await corriger({ nom: 'Thibault Garçon' })
  const don = { membre: m.agents.equipeTilleuls, motif: 'suivi', jusque: '2026-11-20', famille_octroi: 'informee' }
  assert.equal((await envoyerDossier(m, d, 'octrois', don, 'chefTilleuls')).status, 303)
  for (const chemin of [ici(), `/dossiers/${d.numero}`]) {
    const page = await texte(chemin, 'equipeTilleuls')
    assert.match(page, /Thibault Garçon/)
    assert.doesNotMatch(page, /Enzo|noté avant/)
  }
  for (const qui of ['chefSaules', 'chefPruniers', 'dpo', 'administrateur'] as const)
    assert.equal((await m.lire(ici(), qui)).status, 404, qui)
  assert.match(await texte(ici(), 'referent31'), /Enzo Martin/)
  const [lu] = await m.admin<{ n: number }>(
    `select count(*)::int as n from confidentiel.consultation where fil = $1 and agent = $2 and nature = 'lecture'`,
    [d.id, m.agents.referent31],
  )
  assert.equal(lu!.n, 1, 'a reading like another')
})

test('the old spelling still finds the dossier, and so does the new one', async () => {
  const trouve = async (q: string): Promise<boolean> =>
    (await texte(`/dossiers?q=${encodeURIComponent(q)}`)).includes(`>${d.numero}</a>`)
  assert.equal(await trouve('Garçon'), false)
  await corriger({ nom: 'Thibault Garçon' })
  await corriger({ nom: 'Tibo Garson' })
  for (const q of ['Enzo Martin', 'thibault', 'Garson', 'Lina Roussel']) assert.equal(await trouve(q), true, q)
  // Somebody added afterwards makes the index anew: what was noted before stays in it.
  await envoyerDossier(m, d, 'personnes', { id: uuidv7(), nom: 'Noé Petit', role: 'temoin', du: '2026-11-10' }, 'chefTilleuls')
  for (const q of ['Enzo Martin', 'Noé Petit']) assert.equal(await trouve(q), true, q)
})

test('under one name with another entry: what was noted of each is still read, and comes back to each', async () => {
  await corriger({ nom: 'Sacha Viale' }, 'chefTilleuls', d.temoin)
  const raison = { autre: d.temoin, pourquoi_meme: 'La même élève, dit sa mère.' }
  assert.equal((await envoyerDossier(m, d, `personnes/${d.auteur}/reunion`, raison, 'chefTilleuls')).status, 303)
  await corriger({ nom: 'Enzo-Sacha' })
  const page = await texte(ici())
  assert.deepEqual(
    changements(page).map((x) => /prénom (\S+ ?\S*) Classe/.exec(x)![1]),
    ['Enzo Martin', 'Enzo-Sacha', 'Sacha Vial', 'Sacha Viale'],
  )
  assert.deepEqual(changements(await texte(ici(d.temoin))), changements(page), 'the other address leads to the same page')
})

test('what was kept is sealed; nobody who serves can rewrite or remove it; hostile text comes back as text', async () => {
  await corriger({ nom: '<script>alert(1)</script>' })
  await corriger({ nom: 'Thibault' })
  const page = await texte(ici())
  assert.doesNotMatch(page, /<script>alert/)
  assert.match(page, /&lt;script&gt;alert/)
  const lignes = await gardees()
  assert.equal(lignes.length, 2)
  for (const l of lignes) assert.ok(!l.contenu.includes('Enzo') && !l.contenu.includes('script'))
  const session = await m.session('chefTilleuls')
  for (const text of ['update confidentiel.identite_avant set le = le', 'delete from confidentiel.identite_avant']) {
    const s: Statement<{}, {}> = { name: text, text, params: [] }
    await assert.rejects(
      transaction(m.maison.base, 'agent', { session }, (db) => db.run(s)),
      /permission denied/,
    )
  }
  assert.equal((await dossierVu(m, d.id)).etat, 'protege')
})
