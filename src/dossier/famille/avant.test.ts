import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, HEURE, plus, transaction, uuidv7, type Statement } from '#platform'
import { envoyerDossier, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'

let m: Monde
let d: DossierVu
let lea: string
let mere: string
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())
beforeEach(async () => {
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
  d = await ouvrirDossier(m, 'chefTilleuls')
  lea = (await m.admin<{ personne: string }>('select personne from confidentiel.personne_role where fil = $1', [d.id]))[0]!
    .personne
  mere = uuidv7()
  const r = await envoyerDossier(
    m,
    d,
    `familles/${lea}/responsables`,
    { ...FICHE, id: mere, nom: 'Sofia Marchetti' },
    'chefTilleuls',
  )
  assert.equal(r.status, 303, await r.text())
})

const FICHE = {
  lien: 'mere',
  autorite: 'oui',
  telephone: '06 12 34 56 78',
  mail: '',
  adresse: '3 rue du Lavoir',
  langue: 'it',
  interprete: 'non',
  regle: 'libre',
  raison: '',
}
const ici = (): string => `/dossiers/${d.numero}/familles/liens/${mere}`
const version = async (): Promise<string> =>
  String((await m.admin<{ version: number }>('select version from confidentiel.lien where id = $1', [mere]))[0]!.version)
/** The sheet of the mother, with these fields written otherwise than at first. */
const changer = async (champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  m.envoyer(ici(), { version: await version(), ...FICHE, ...champs }, qui)
const texte = async (chemin: string, qui: NomAgent = 'chefTilleuls'): Promise<string> =>
  (await (await m.lire(chemin, qui)).text()).replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ')
const nomDe = async (qui: NomAgent): Promise<string> =>
  (await m.admin<{ n: string }>(`select prenom || ' ' || nom as n from annuaire.agent where id = $1`, [m.agents[qui]]))[0]!.n
const gardees = (): Promise<{ contenu: Buffer; par: string }[]> =>
  m.admin('select contenu, par from confidentiel.lien_avant where fil = $1 order by le, id', [d.id])
const faits = async (): Promise<number> =>
  (
    await m.admin<{ n: number }>(
      `select count(*)::int as n from confidentiel.fait where fil = $1 and verbe = 'dossier.changer_lien'`,
      [d.id],
    )
  )[0]!.n

/** Each side of each change as the page tells it, newest first. */
const changements = (page: string): string[] =>
  (page.match(/<h4>.*?(?=<h4>|<\/section>)/g) ?? []).map((x) =>
    x
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )

test('changed twice by two people: what was noted before is read on the guardian’s page and from the history, with who wrote it and when', async () => {
  assert.doesNotMatch(await texte(ici()), /noté avant/)
  m.aller(plus(clock.now(), HEURE))
  const demenage = { adresse: '12 allée des Pins', telephone: '07 00 00 00 01' }
  assert.equal((await changer(demenage, 'coordoTilleuls')).status, 303)
  m.aller(plus(clock.now(), HEURE))
  const interdit = { autorite: 'non', regle: 'ne_pas_contacter', raison: 'Jugement du 4 mai.', langue: 'ar', interprete: 'oui' }
  assert.equal((await changer({ ...demenage, ...interdit }, 'referent31')).status, 303)
  const page = await texte(ici())
  const debut = 'Lien avec l’élève Mère Exerce l’autorité parentale'
  const libre = 'Langue Italien Un interprète est nécessaire Non Ce contact Rien ne s’y oppose'
  const premiere = `${debut} Oui Téléphone 06 12 34 56 78 Adresse 3 rue du Lavoir ${libre}`
  const deuxieme = `${debut} Oui Téléphone 07 00 00 00 01 Adresse 12 allée des Pins ${libre}`
  const interdite = 'Langue Arabe Un interprète est nécessaire Oui Ce contact Ne pas contacter : une décision l’interdit'
  const derniere = `${debut} Non Téléphone 07 00 00 00 01 Adresse 12 allée des Pins ${interdite} Raison Jugement du 4 mai.`
  const attendus = [
    ['Avant', '10 h', 'coordoTilleuls', deuxieme],
    ['Après', '11 h', 'referent31', derniere],
    ['Avant', '9 h', 'chefTilleuls', premiere],
    ['Après', '10 h', 'coordoTilleuls', deuxieme],
  ] as const
  const dits = changements(page)
  assert.equal(dits.length, attendus.length, dits.join('\n'))
  for (const [i, [cote, heure, qui, mots]] of attendus.entries()) {
    assert.ok(dits[i]!.startsWith(`${cote} Écrit aujourd’hui à ${heure}, par ${await nomDe(qui)}, `), dits[i]!)
    assert.ok(dits[i]!.endsWith(` ${mots}`), `${dits[i]!}\n${mots}`)
  }
  assert.deepEqual(
    (await gardees()).map((g) => g.par),
    [m.agents.coordoTilleuls, m.agents.referent31],
  )
  const liens = [...(await texte(`/dossiers/${d.numero}`)).matchAll(/href="([^"]*\/familles\/liens\/[^"]+#r-[^"]+)"/g)].map(
    (x) => x[1]!,
  )
  assert.deepEqual(
    liens.map((l) => l.split('#')[0]),
    [ici(), ici()],
  )
  for (const lien of liens) assert.ok(page.includes(`id="${lien.split('#')[1]!}"`), lien)
})

test('what changes nothing keeps nothing and writes nothing; what is refused keeps nothing', async () => {
  assert.equal((await changer({})).status, 303)
  assert.equal((await changer({ regle: 'ne_doit_pas_savoir' })).status, 422)
  assert.equal((await changer({ adresse: 'x'.repeat(501) })).status, 422)
  assert.equal((await changer({ version: '99', adresse: 'Ailleurs' })).status, 409)
  for (const qui of ['chefPruniers', 'equipeTilleuls', 'dpo'] as const)
    assert.equal((await changer({ adresse: 'Ailleurs' }, qui)).status, 404, qui)
  await m.admin(`update confidentiel.dossier set etat = 'clos', echeance = null, clos_le = now() where id = $1`, [d.id])
  assert.equal((await changer({ adresse: 'Ailleurs' })).status, 409)
  assert.deepEqual([await gardees(), await faits()], [[], 0])
})

test('two people at once: one is told and keeps what was typed; saved again, both states before are kept', async () => {
  const [un, deux] = [{ telephone: '07 00 00 00 01' }, { adresse: '12 allée des Pins' }]
  const envois = await Promise.all([changer({ version: '1', ...un }), changer({ version: '1', ...deux }, 'coordoTilleuls')])
  assert.deepEqual(envois.map((r) => r.status).sort(), [303, 409])
  assert.equal((await gardees()).length, 1)
  const devance = envois[0]!.status === 409 ? un : deux
  assert.ok((await envois.find((r) => r.status === 409)!.text()).includes(Object.values(devance)[0]!))
  m.aller(plus(clock.now(), HEURE))
  assert.equal((await changer(devance)).status, 303)
  const dits = changements(await texte(ici()))
  assert.equal(dits.length, 4)
  assert.match(dits[2]!, /06 12 34 56 78 Adresse 3 rue du Lavoir/)
  assert.equal(
    dits[0]!.replace(/^.*? Lien/, 'Lien'),
    dits[3]!.replace(/^.*? Lien/, 'Lien'),
    'what took the place of one is what was before the other',
  )
  // The same form sent twice keeps one state.
  const v = await version()
  const fois = await Promise.all([changer({ version: v, mail: 'a@exemple.fr' }), changer({ version: v, mail: 'a@exemple.fr' })])
  assert.deepEqual(fois.map((r) => r.status).sort(), [303, 303])
  assert.deepEqual([(await gardees()).length, await faits()], [3, 3])
})

/** The form as a browser would send it back, with what it says that it showed. */
const formulaire = async (): Promise<Record<string, string>> => {
  const page = await (await m.lire(ici(), 'chefTilleuls')).text()
  const vus = [...page.matchAll(/name="(vu_[a-z]+)" value="([^"]*)"/g)].map((x) => [x[1]!, x[2]!])
  assert.equal(vus.length, 9)
  return { version: await version(), ...FICHE, ...Object.fromEntries(vus) }
}

test('the telephone by one, the address by the other, a choice by a third, at the same time: all are kept', async () => {
  const vu = await formulaire()
  const envois = await Promise.all([
    m.envoyer(ici(), { ...vu, telephone: '07 00 00 00 01' }, 'chefTilleuls'),
    m.envoyer(ici(), { ...vu, adresse: '12 allée des Pins' }, 'coordoTilleuls'),
    m.envoyer(ici(), { ...vu, interprete: 'oui', regle: 'ne_pas_contacter', raison: 'Ordonnance du 3 novembre.' }, 'referent31'),
  ])
  assert.deepEqual(
    envois.map((r) => r.status),
    [303, 303, 303],
  )
  const page = await texte(ici())
  for (const dit of [/value="07 00 00 00 01"/, /12 allée des Pins<\/textarea>/, /Ordonnance du 3 novembre\.<\/textarea>/])
    assert.match(page, dit)
  assert.deepEqual([(await gardees()).length, await faits()], [3, 3])
})

test('the same address by both, otherwise: nothing is written over, both are on the screen, and the person decides', async () => {
  const vu = await formulaire()
  assert.equal((await m.envoyer(ici(), { ...vu, adresse: '12 allée des Pins', langue: 'fr' }, 'coordoTilleuls')).status, 303)
  const mien = { ...vu, adresse: '4 place du Foirail', langue: 'ar', mail: 'mere@exemple.fr' }
  const r = await m.envoyer(ici(), mien, 'chefTilleuls')
  assert.equal(r.status, 409)
  const page = (await r.text()).replaceAll(/\s+/g, ' ')
  assert.match(page, /Le texte enregistré par votre collègue[^]*12 allée des Pins[^]*4 place du Foirail<\/textarea>/)
  // A choice is said in words, not by its code; what only one of them wrote is not asked about.
  const leurs = page
    .split('Le texte enregistré par votre collègue')
    .slice(1)
    .map((x) => x.split('Le vôtre est dans le champ')[0]!)
  assert.equal(leurs.length, 2)
  assert.match(leurs[1]!, /Français/)
  assert.match(page, /value="mere@exemple\.fr"/)
  const vus = Object.fromEntries([...page.matchAll(/name="(vu_[a-z]+)" value="([^"]*)"/g)].map((x) => [x[1]!, x[2]!]))
  assert.equal((await m.envoyer(ici(), { ...mien, ...vus }, 'chefTilleuls')).status, 303)
  assert.match(await texte(ici()), /4 place du Foirail<\/textarea>/)
  assert.equal(await faits(), 2)
})

test('the guardians of before are for those whose post opens the dossier: whoever it was handed to reads those of today', async () => {
  await changer({ adresse: '12 allée des Pins' })
  const don = { membre: m.agents.equipeTilleuls, motif: 'suivi', jusque: '2026-11-20', famille_octroi: 'informee' }
  assert.equal((await envoyerDossier(m, d, 'octrois', don, 'chefTilleuls')).status, 303)
  const page = await texte(ici(), 'equipeTilleuls')
  assert.match(page, /12 allée des Pins/)
  for (const p of [page, await texte(`/dossiers/${d.numero}`, 'equipeTilleuls')]) assert.doesNotMatch(p, /Lavoir|noté avant/)
  for (const qui of ['chefSaules', 'chefPruniers', 'dpo', 'administrateur'] as const)
    assert.equal((await m.lire(ici(), qui)).status, 404, qui)
  assert.match(await texte(ici(), 'referent31'), /Avant .*3 rue du Lavoir/)
})

test('a guardian no more: the history still leads to what was noted, with nothing to change; not in another dossier', async () => {
  await changer({ adresse: '12 allée des Pins' })
  assert.equal((await m.envoyer(`${ici()}/fin`, {}, 'chefTilleuls')).status, 303)
  const page = await texte(ici())
  assert.match(page, /N’est plus responsable légal de Léa Marchetti depuis le/)
  assert.match(page, /12 allée des Pins.*Avant.*3 rue du Lavoir/)
  assert.doesNotMatch(page, /<form[^>]*\/familles\/liens\//)
  assert.equal((await changer({ adresse: 'Ailleurs' })).status, 404)
  const don = { membre: m.agents.equipeTilleuls, motif: 'suivi', jusque: '2026-11-20', famille_octroi: 'informee' }
  assert.equal((await envoyerDossier(m, d, 'octrois', don, 'chefTilleuls')).status, 303)
  assert.equal((await m.lire(ici(), 'equipeTilleuls')).status, 404)
  const autre = await ouvrirDossier(m, 'chefTilleuls')
  for (const id of [mere, uuidv7(), 'x'])
    assert.equal((await m.lire(`/dossiers/${autre.numero}/familles/liens/${id}`, 'chefTilleuls')).status, 404)
})

test('an address of before is in nothing that leaves: neither the extract of the family nor the sheet of a transmission', async () => {
  await changer({ adresse: '12 allée des Pins', telephone: '07 00 00 00 01' })
  const id = uuidv7()
  const parties = { partie_resume: 'oui', partie_mesures: 'oui', partie_contacts: 'oui', partie_entretiens: 'oui' }
  const extrait = `/dossiers/${d.numero}/familles/extraits/${id}`
  const envoyer = async (chemin: string, champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<void> => {
    const [e] = await m.admin<{ version: number }>('select version from confidentiel.extrait where id = $1', [id])
    const r = await m.envoyer(chemin, { version: String(e?.version ?? ''), ...champs }, qui)
    assert.equal(r.status, 303, await r.text())
  }
  await envoyer(`/dossiers/${d.numero}/familles/${lea}/extraits`, { id, cote: 'cible', pour: mere, ...parties })
  await envoyer(`${extrait}/relecture`, {})
  await envoyer(`${extrait}/avis`, { avis: 'accord' }, 'coordoTilleuls')
  const feuille = await m.lire(`${extrait}/feuille`, 'chefTilleuls')
  assert.equal(feuille.status, 200)
  assert.doesNotMatch(await feuille.text(), /Lavoir|06 12 34/)
  const fiche = await texte(`/dossiers/${d.numero}/transmissions/crip/fiche?enfant=${lea}`)
  assert.match(fiche, /12 allée des Pins, 07 00 00 00 01/)
  assert.doesNotMatch(fiche, /Lavoir|06 12 34/)
})

test('what was kept is sealed; nobody who serves can rewrite or remove it; hostile text comes back as text', async () => {
  await changer({ adresse: '<script>alert(1)</script>' })
  await changer({ adresse: '12 allée des Pins' })
  const page = await texte(ici())
  assert.doesNotMatch(page, /<script>alert/)
  assert.match(page, /&lt;script&gt;alert/)
  const lignes = await gardees()
  assert.equal(lignes.length, 2)
  for (const l of lignes)
    assert.ok(!l.contenu.includes('Lavoir') && !l.contenu.includes('script') && !l.contenu.includes('06 12'))
  const session = await m.session('chefTilleuls')
  for (const text of ['update confidentiel.lien_avant set le = le', 'delete from confidentiel.lien_avant']) {
    const s: Statement<{}, {}> = { name: text, text, params: [] }
    await assert.rejects(
      transaction(m.maison.base, 'agent', { session }, (db) => db.run(s)),
      /permission denied/,
    )
  }
})
