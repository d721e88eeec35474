import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction, uuidv7, type Statement } from '#platform'
import { ECOLES, NOMS_AGENTS, nouveauMonde, type Ecole, type Monde, type NomAgent } from '../../tests/support/monde.ts'

let m: Monde
before(async () => {
  m = await nouveauMonde()
  const journee = {
    code: 'journee_nationale',
    annee: '2026',
    jour: '2026-11-05',
    introduction: 'Un jour pour en parler.',
    publier: 'oui',
  }
  assert.equal((await m.envoyer('/actions/journees/nouvelle', journee, 'communication')).status, 303)
})
after(() => m.fermer())

const FORME = {
  temps_fort: '2026.journee_nationale',
  du: '2026-11-05',
  type: 'sport',
  publics: 'collegiens',
  effectif: '120',
  titre: 'La course bleue',
  texte: 'Tout le collège a couru.',
}

/** Declared by the form. @returns its id. */
async function declaree(ecole: Ecole, qui: NomAgent, champs: Record<string, string> = {}): Promise<string> {
  const id = uuidv7()
  const r = await m.envoyer('/actions/nouvelle', { id, etab: ECOLES[ecole].etab, suite: 'proposer', ...FORME, ...champs }, qui)
  assert.equal(r.status, 303, await r.text())
  return id
}
interface Etat extends Record<string, unknown> {
  etat: string
  version: number
  texte: string
  motif_refus: string
}
const lue = async (id: string): Promise<Etat> =>
  (await m.admin<Etat>('select etat, version, texte, motif_refus from prevention.action where id = $1', [id]))[0]!
const agir = async (id: string, forme: string, qui: NomAgent, champs: Record<string, string> = {}): Promise<number> =>
  (await m.envoyer(`/actions/${id}/${forme}`, { version: String((await lue(id)).version), ...champs }, qui)).status
const pas = async (id: string): Promise<string[]> =>
  (await m.admin<{ verbe: string }>('select verbe from prevention.action_pas where action = $1 order by le, id', [id])).map(
    (p) => p.verbe,
  )

test('declared by the school, validated by its département, published by the communication team: each step is written', async () => {
  const id = await declaree('tilleuls', 'coordoTilleuls')
  assert.equal((await lue(id)).etat, 'proposee')
  assert.equal(await agir(id, 'validation', 'referent31'), 303)
  assert.equal(await agir(id, 'publication', 'communication'), 303)
  assert.equal((await lue(id)).etat, 'publiee')
  assert.deepEqual((await pas(id)).toSorted(), ['action.declarer', 'action.proposer', 'action.publier', 'action.valider'])
})

test('exactly those who may act on a proposed action, and on a validated one', async () => {
  const permis = async (id: string, forme: string): Promise<Record<string, number>> => {
    const reponses: Record<string, number> = {}
    for (const qui of NOMS_AGENTS) {
      const statut = await agir(id, forme, qui)
      if (statut !== 404) reponses[qui] = statut
    }
    return reponses
  }
  const lecteurs = ['chefTilleuls', 'coordoTilleuls', 'referenteAcademique', 'responsableAcademique']
  const id = await declaree('tilleuls', 'chefTilleuls')
  const tot = await permis(id, 'publication')
  assert.deepEqual(Object.keys(tot).toSorted(), [...lecteurs, 'communication', 'referent31', 'responsable31'].toSorted())
  assert.deepEqual(new Set(Object.values(tot)), new Set([409]))
  assert.deepEqual(await permis(id, 'validation'), {
    chefTilleuls: 409,
    coordoTilleuls: 409,
    referent31: 303,
    responsable31: 409,
    referenteAcademique: 409,
    responsableAcademique: 409,
    communication: 409,
  })
  assert.deepEqual(await permis(id, 'publication'), {
    chefTilleuls: 409,
    coordoTilleuls: 409,
    referent31: 409,
    responsable31: 409,
    referenteAcademique: 409,
    responsableAcademique: 409,
    communication: 303,
  })
})

test('exact sets: a draft is the school’s alone; once proposed, those above and no other place', async () => {
  const voient = async (id: string): Promise<string[]> => {
    const vus: string[] = []
    for (const qui of NOMS_AGENTS) if ((await m.lire(`/actions/${id}`, qui)).status === 200) vus.push(qui)
    return vus
  }
  const brouillon = await declaree('glycines', 'directriceGlycines', { suite: 'brouillon', publics: 'ecoliers' })
  assert.deepEqual(await voient(brouillon), ['directriceGlycines'])
  assert.equal(await agir(brouillon, 'proposition', 'directriceGlycines'), 303)
  assert.deepEqual(await voient(brouillon), [
    'directriceGlycines',
    'ien31',
    'referent31',
    'responsable31',
    'referenteAcademique',
    'responsableAcademique',
    'communication',
  ])
})

test('the list shows what the page opens, and those without business there find nothing', async () => {
  const id = await declaree('saules', 'chefSaules', { titre: 'Une action des Saules' })
  const vus: string[] = []
  for (const qui of NOMS_AGENTS) {
    const r = await m.lire('/actions', qui)
    if (r.status === 404) continue
    if ((await r.text()).includes(`/actions/${id}"`)) vus.push(qui)
  }
  assert.deepEqual(vus, [
    'chefSaules',
    'referent31',
    'responsable31',
    'referenteAcademique',
    'responsableAcademique',
    'communication',
  ])
  for (const qui of ['equipeTilleuls', 'dpo', 'administrateur'] as const)
    assert.equal((await m.lire('/actions', qui)).status, 404, qui)
})

test('sent back with a reason: nothing is lost, the school mends and proposes anew', async () => {
  const id = await declaree('pruniers', 'chefPruniers')
  assert.equal(await agir(id, 'renvoi', 'referent81', { motif: '' }), 422)
  assert.equal((await lue(id)).etat, 'proposee')
  assert.equal(await agir(id, 'renvoi', 'referent31', { motif: 'Non' }), 404)
  assert.equal(await agir(id, 'renvoi', 'referent81', { motif: 'Dites pour quelles classes.' }), 303)
  const revenue = await lue(id)
  assert.deepEqual([revenue.etat, revenue.texte, revenue.motif_refus], ['refusee', FORME.texte, 'Dites pour quelles classes.'])
  assert.match(await (await m.lire(`/actions/${id}`, 'chefPruniers')).text(), /Dites pour quelles classes\./)
  const mieux = {
    ...FORME,
    etab: ECOLES.pruniers.etab,
    version: String(revenue.version),
    texte: 'Les 6e ont couru.',
    niveaux: '6e',
    suite: 'proposer',
  }
  assert.equal((await m.envoyer(`/actions/${id}/modifier`, mieux, 'chefPruniers')).status, 303)
  assert.deepEqual([(await lue(id)).etat, (await lue(id)).texte], ['proposee', 'Les 6e ont couru.'])
})

test('a school does not declare for another, and what was typed comes back', async () => {
  const id = uuidv7()
  const r = await m.envoyer(
    '/actions/nouvelle',
    { ...FORME, id, etab: ECOLES.pruniers.etab, titre: 'Un titre gardé' },
    'chefTilleuls',
  )
  assert.equal(r.status, 422)
  assert.match(await r.text(), /Un titre gardé/)
  const vide = await m.envoyer('/actions/nouvelle', { id, etab: ECOLES.tilleuls.etab, texte: 'Resté là.' }, 'chefTilleuls')
  assert.equal(vide.status, 422)
  const texte = await vide.text()
  for (const phrase of ['Donnez un titre', 'Choisissez la forme', 'Dites pour qui', 'Dites quel jour', 'Resté là.'])
    assert.match(texte, new RegExp(phrase))
  assert.equal((await m.envoyer('/actions/nouvelle', { ...FORME, id, etab: ECOLES.tilleuls.etab }, 'referent31')).status, 404)
  assert.deepEqual(await m.admin('select id from prevention.action where id = $1', [id]), [])
})

test('the same form sent twice declares one action; an old page changes nothing', async () => {
  const champs = { ...FORME, id: uuidv7(), etab: ECOLES.tilleuls.etab, suite: 'proposer' }
  for (const _ of [1, 2]) assert.equal((await m.envoyer('/actions/nouvelle', champs, 'chefTilleuls')).status, 303)
  assert.equal((await m.admin('select from prevention.action where id = $1', [champs.id])).length, 1)
  assert.equal((await m.envoyer(`/actions/${champs.id}/validation`, { version: '1' }, 'referent31')).status, 409)
  assert.equal((await lue(champs.id)).etat, 'proposee')
})

test('last year’s action is the beginning of this year’s, under a number of its own', async () => {
  const id = await declaree('tilleuls', 'chefTilleuls', { titre: 'À refaire' })
  const page = await (await m.lire(`/actions/nouvelle?de=${id}`, 'chefTilleuls')).text()
  assert.match(page, /value="À refaire"/)
  assert.doesNotMatch(page, new RegExp(`name="id" value="${id}"`))
  assert.equal((await m.lire(`/actions/nouvelle?de=${id}`, 'chefPruniers')).status, 404)
})

test('comments travel with the action, for those who see it', async () => {
  const id = await declaree('tilleuls', 'chefTilleuls')
  const dire = (qui: NomAgent): Promise<number> => agir(id, 'commentaires', qui, { id: uuidv7(), texte: `Mot de ${qui}` })
  assert.deepEqual(
    [await dire('referent31'), await dire('communication'), await dire('chefSaules'), await dire('dpo')],
    [303, 303, 404, 404],
  )
  const page = await (await m.lire(`/actions/${id}`, 'chefTilleuls')).text()
  assert.match(page, /Mot de referent31/)
  assert.doesNotMatch(page, /Mot de chefSaules/)
})

test('only the communication team keeps the days', async () => {
  for (const qui of NOMS_AGENTS.filter((n) => n !== 'communication')) {
    assert.equal((await m.lire('/actions/journees', qui)).status, 404, qui)
    assert.equal(
      (await m.envoyer('/actions/journees/nouvelle', { code: 'prix', annee: '2026', jour: '2026-12-01' }, qui)).status,
      404,
      qui,
    )
  }
  const expo = { code: 'prix', annee: '2026', jour: '2026-12-01', expo_titre: 'Affiches' }
  assert.equal((await m.envoyer('/actions/journees/nouvelle', expo, 'communication')).status, 422)
})

test('the database refuses by itself: no leap over a step, no plant in another school, no step rewritten', async () => {
  let rang = 0
  const libre = (text: string): Statement<{}, unknown> => ({ name: `essai${rang++}`, text, params: [] })
  const comme = async (qui: NomAgent, text: string): Promise<number> =>
    transaction(m.maison.base, 'agent', { session: await m.session(qui) }, (db) => db.run(libre(text)))
  const id = await declaree('tilleuls', 'chefTilleuls')
  const publier = `update prevention.action set etat = 'publiee', validee_par = acces.moi(), validee_le = now(), publiee_par = acces.moi(), publiee_le = now() where id = '${id}'`
  for (const qui of ['chefTilleuls', 'referent31'] as const) await assert.rejects(comme(qui, publier), /row-level security/, qui)
  for (const qui of ['communication', 'chefSaules', 'referent81', 'responsableAcademique'] as const)
    assert.equal(await comme(qui, publier), 0, qui)
  const planter = `insert into prevention.action (acad, id, etab, dept, annee, titre, texte, du, au, type, publics, declaree_par, declaree_le)
    values ('16', gen_random_uuid(), '${ECOLES.pruniers.etab}', '081', 2026, 'x', 'x', '2026-11-05', '2026-11-05', 'jeu', '{collegiens}', acces.moi(), now())`
  await assert.rejects(comme('chefTilleuls', planter), /row-level security/)
  const deplacee = planter.replace(ECOLES.pruniers.etab, ECOLES.tilleuls.etab)
  await assert.rejects(comme('chefTilleuls', deplacee), /row-level security/)
  await assert.rejects(comme('chefTilleuls', `update prevention.action_pas set motif = 'x'`), /permission denied/)
  await assert.rejects(comme('chefTilleuls', `delete from prevention.action`), /permission denied/)
  await assert.rejects(comme('chefTilleuls', `update prevention.action set etab = '${ECOLES.saules.etab}'`), /permission denied/)
  assert.equal((await lue(id)).etat, 'proposee')
})
