import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

interface D {
  id: string
  numero: string
  enfants: Record<string, string>
}

/** A dossier with Léa as target and Kévin as presumed author. */
async function ouvert(qui: NomAgent = 'chefTilleuls'): Promise<D> {
  const id = uuidv7()
  const r = await m.envoyer(
    '/dossiers/nouveau',
    { id, etab: ECOLES.tilleuls.etab, nom0: 'Léa Marchetti', role0: 'cible', nom1: 'Kévin Dubois', role1: 'auteur_presume' },
    qui,
  )
  assert.equal(r.status, 303)
  const numero = /dossiers\/([^?]+)/.exec(r.headers.get('location')!)![1]!
  const roles = await m.admin<{ personne: string; role: string }>(
    'select personne, role from confidentiel.personne_role where fil = $1',
    [id],
  )
  return { id, numero, enfants: Object.fromEntries(roles.map((x) => [x.role, x.personne])) }
}

const envoyer = (d: D, chemin: string, champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  m.envoyer(`/dossiers/${d.numero}/familles/${chemin}`, champs, qui)
const RESPONSABLE = {
  nom: 'Sofia Marchetti',
  lien: 'mere',
  autorite: 'oui',
  telephone: '06 12 34 56 78',
  adresse: '3 rue du Lavoir',
  langue: 'it',
  interprete: 'non',
  regle: 'libre',
}

async function responsable(d: D, champs: Record<string, string> = {}, cote = 'cible'): Promise<string> {
  const id = uuidv7()
  const r = await envoyer(d, `${d.enfants[cote]}/responsables`, { id, ...RESPONSABLE, ...champs })
  assert.equal(r.status, 303, await r.text())
  return id
}

const contact = (d: D, avec: readonly string[], champs: Record<string, string> = {}, qui: NomAgent = 'chefTilleuls') =>
  envoyer(
    d,
    `${d.enfants[champs.cote === 'auteur' ? 'auteur_presume' : 'cible']}/contacts`,
    {
      id: uuidv7(),
      cote: 'cible',
      issue: 'informe',
      moyen: 'telephone',
      jour: '2026-11-10',
      dit: 'Mme Marchetti sait qui veille sur sa fille.',
      sujet_ouverture: 'oui',
      ...Object.fromEntries(avec.map((p) => [`avec_${p}`, 'oui'])),
      ...champs,
    },
    qui,
  )

const promesses = (d: D): Promise<{ objet: string; le: Date }[]> =>
  m.admin(`select objet, le from confidentiel.prevu where fil = $1 and nature = 'nouvelles_famille' and issue is null`, [d.id])
const faits = async (d: D): Promise<Record<string, unknown>[]> =>
  (
    await m.admin<{ detail: Record<string, unknown> }>(
      `select detail from confidentiel.fait where fil = $1 and verbe = 'dossier.informer_famille' order by rang`,
      [d.id],
    )
  ).map((f) => f.detail)

test('a dossier that opens owes news to the target’s family within the clock, and to nobody else’s', async () => {
  const d = await ouvert()
  assert.deepEqual(await promesses(d), [{ objet: d.enfants.cible, le: new Date('2026-11-16T17:00:00.000Z') }])
  const page = await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text()
  assert.match(page, /Nouvelles à la famille/)
})

test('where the académie tells the authors’ parents from the start, they are owed news too', async () => {
  await m.admin(
    `insert into annuaire.reglage (acad, code, valeur, raison, par, le) values ('16', 'variante.parents_auteurs', 'debut', 'choix', $1, $2)`,
    [m.agents.responsableAcademique, clock.now()],
  )
  const d = await ouvert()
  assert.deepEqual((await promesses(d)).map((p) => p.objet).sort(), Object.values(d.enfants).sort())
  const r = await envoyer(d, `${d.enfants.auteur_presume}/raisons`, {
    id: uuidv7(),
    cote: 'auteur',
    motif: 'equipe',
    sujet: 'ouverture',
    pourquoi: 'x',
  })
  assert.match(await r.text(), /dès le début/)
  await m.admin(`delete from annuaire.reglage`)
})

test('guardians: two, each with an address of their own, ciphertext; unknown elsewhere', async () => {
  const d = await ouvert()
  await responsable(d)
  await responsable(d, { nom: 'Paolo Marchetti', lien: 'pere', adresse: '12 allée des Pins' })
  const chemin = `/dossiers/${d.numero}/familles/${d.enfants.cible}`
  const page = await (await m.lire(chemin, 'chefTilleuls')).text()
  for (const dit of ['Sofia Marchetti', '3 rue du Lavoir', 'Paolo Marchetti', '12 allée des Pins', 'Italien'])
    assert.ok(page.includes(dit), dit)
  assert.equal((await m.lire(chemin, 'chefSaules')).status, 404)
  assert.equal((await envoyer(d, `${d.enfants.cible}/responsables`, { id: uuidv7(), ...RESPONSABLE }, 'chefSaules')).status, 404)
  const clair = await m.admin<{ t: string }>(`select encode(contenu, 'escape') as t from confidentiel.lien where fil = $1`, [
    d.id,
  ])
  assert.ok(clair.every((l) => !l.t.includes('Lavoir') && !l.t.includes('06 12')))
})

test('a child of another dossier, or no pupil at all, has no family here', async () => {
  const [d, autre] = [await ouvert(), await ouvert()]
  const sien = await responsable(autre)
  for (const id of [autre.enfants.cible!, uuidv7(), 'x'])
    assert.equal((await m.lire(`/dossiers/${d.numero}/familles/${id}`, 'chefTilleuls')).status, 404)
  assert.equal((await envoyer(d, `${autre.enfants.cible}/contacts`, { id: uuidv7() })).status, 404)
  assert.equal((await envoyer(d, `liens/${sien}`, { ...RESPONSABLE, version: '1' })).status, 404)
  assert.equal((await envoyer(d, `liens/${sien}/fin`, {})).status, 404)
  // A guardian of the other dossier cannot be spoken to in this one: nobody is ticked.
  await responsable(d)
  assert.equal((await contact(d, [sien])).status, 422)
})

test('told: a fact for each parent, the next news a week later; the same form twice is one contact', async () => {
  const d = await ouvert()
  const deux = [await responsable(d), await responsable(d, { nom: 'Paolo Marchetti', lien: 'pere' })].sort()
  const champs = { id: uuidv7(), sujet_mesures: 'oui' }
  const envois = await Promise.all([contact(d, deux, champs), contact(d, deux, champs)])
  assert.deepEqual(
    envois.map((r) => r.status),
    [303, 303],
  )
  assert.deepEqual(
    (await faits(d)).map(({ personne, cote, sujet, sujets, issue }) => ({ personne, cote, sujet, sujets, issue })),
    deux.map((personne) => ({ personne, cote: 'cible', sujet: 'ouverture', sujets: ['ouverture', 'mesures'], issue: 'informe' })),
  )
  assert.deepEqual(await promesses(d), [{ objet: d.enfants.cible, le: new Date('2026-11-17T17:00:00.000Z') }])
})

test('the news of one parent is not the other’s: until the second has had them, the promised day stays', async () => {
  const d = await ouvert()
  const mere = await responsable(d)
  const pere = await responsable(d, { nom: 'Paolo Marchetti', lien: 'pere' })
  const [avant] = await promesses(d)
  await contact(d, [mere])
  assert.deepEqual(await promesses(d), [avant])
  await contact(d, [pere])
  assert.deepEqual(
    (await promesses(d)).map((p) => p.le.toISOString()),
    ['2026-11-17T17:00:00.000Z'],
  )
})

test('nobody answered: written, and the date that was promised stays', async () => {
  const d = await ouvert()
  const mere = await responsable(d)
  const avant = await promesses(d)
  assert.equal((await contact(d, [mere], { issue: 'tente', dit: '' })).status, 303)
  assert.deepEqual(await promesses(d), avant)
  const page = await (await m.lire(`/dossiers/${d.numero}/familles`, 'chefTilleuls')).text()
  assert.match(page, /Dernier essai sans réponse/)
  assert.match(page, /pas encore eu de nouvelles/)
})

test('next news no later than the clock; earlier is agreed', async () => {
  const d = await ouvert()
  const mere = await responsable(d)
  const tard = await contact(d, [mere], { prochaines: '2026-12-15' })
  assert.equal(tard.status, 422)
  assert.match(await tard.text(), /Mme Marchetti sait qui veille sur sa fille\./)
  assert.equal((await contact(d, [mere], { prochaines: '2026-11-12' })).status, 303)
  assert.deepEqual((await promesses(d))[0]!.le, new Date('2026-11-12T17:00:00.000Z'))
})

test('without an interpreter who is not a child, it is not an information', async () => {
  const d = await ouvert()
  const mere = await responsable(d, { langue: 'ar', interprete: 'oui' })
  for (const interprete of ['', 'enfant', 'soeur']) {
    const r = await contact(d, [mere], { interprete })
    assert.equal(r.status, 422)
    assert.match(await r.text(), /Jamais un enfant/)
  }
  assert.equal((await contact(d, [mere], { interprete: 'telephone' })).status, 303)
})

test('a guardian who must not know stands out, and the wrong contact is refused', async () => {
  const d = await ouvert()
  const sansRaison = await envoyer(d, `${d.enfants.cible}/responsables`, {
    id: uuidv7(),
    ...RESPONSABLE,
    regle: 'ne_doit_pas_savoir',
  })
  assert.equal(sansRaison.status, 422)
  const pere = await responsable(d, {
    nom: 'Paolo Marchetti',
    lien: 'pere',
    regle: 'ne_doit_pas_savoir',
    raison: 'Léa dit avoir peur de lui.',
  })
  const mere = await responsable(d)
  const r = await contact(d, [mere, pere])
  assert.equal(r.status, 422)
  assert.match(await r.text(), /Ne doit pas savoir\s: Léa dit avoir peur de lui\./)
  assert.deepEqual(await faits(d), [])
  const page = await (await m.lire(`/dossiers/${d.numero}/familles`, 'chefTilleuls')).text()
  assert.match(page, /Ne doit pas savoir[^]*Paolo Marchetti/)
  assert.equal((await contact(d, [mere])).status, 303)
})

test('a fiche changed by somebody else meanwhile is not written over', async () => {
  const d = await ouvert()
  const id = await responsable(d)
  const change = (telephone: string) => envoyer(d, `liens/${id}`, { ...RESPONSABLE, telephone, version: '1' })
  const deux = (await Promise.all([change('07 00 00 00 00'), change('07 00 00 00 01')])).map((r) => r.status)
  assert.deepEqual(deux.sort(), [303, 409])
})

test('the authors’ side: told apart, or not yet with a reason; never the reason of convenience for a target', async () => {
  const d = await ouvert()
  const refus = await envoyer(d, `${d.enfants.cible}/raisons`, {
    id: uuidv7(),
    cote: 'cible',
    motif: 'equipe',
    sujet: 'ouverture',
    pourquoi: 'Pas encore.',
  })
  assert.equal(refus.status, 422)
  assert.match(await refus.text(), /La famille d’un élève visé est informée/)
  const ok = await envoyer(d, `${d.enfants.auteur_presume}/raisons`, {
    id: uuidv7(),
    cote: 'auteur',
    motif: 'equipe',
    sujet: 'ouverture',
    pourquoi: 'Préoccupation partagée en cours.',
  })
  assert.equal(ok.status, 303)
  assert.equal((await faits(d)).at(-1)!.cote, 'auteur')
  const faux = await envoyer(d, `${d.enfants.auteur_presume}/raisons`, {
    id: uuidv7(),
    cote: 'cible',
    motif: 'danger',
    sujet: 'fin',
    pourquoi: 'x',
  })
  assert.equal(faux.status, 422)
})

test('late news stand out on the page of the dossier', async () => {
  const d = await ouvert()
  await m.admin(`update confidentiel.prevu set le = '2026-11-06T18:00:00+01' where fil = $1`, [d.id])
  assert.match(
    await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text(),
    /Nouvelles à la famille de Léa Marchetti<\/a>[^<]*<[^>]*error[^]*En\sretard/,
  )
  assert.match(await (await m.lire(`/dossiers/${d.numero}/familles`, 'chefTilleuls')).text(), /Les suivantes sont en retard/)
})

test('the end: once both know, nothing more is promised', async () => {
  const d = await ouvert()
  const [mere, pere] = [await responsable(d), await responsable(d, { nom: 'Paolo Marchetti', lien: 'pere' })]
  await contact(d, [mere], { sujet_fin: 'oui' })
  assert.equal((await promesses(d)).length, 1)
  await contact(d, [pere], { sujet_fin: 'oui' })
  assert.deepEqual(await promesses(d), [])
})
