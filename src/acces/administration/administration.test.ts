import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, Introuvable, Refus, transaction, type AgentDb } from '#platform'
import { CODES_ROLES, creerAgent, finirMandat, jeGere, ouvrirMandat } from '#annuaire'
import { ECOLES, nouveauMonde, NOMS_AGENTS, type Monde, type NomAgent } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const corps = async (r: Response): Promise<string> => (await r.text()).replaceAll('\u00a0', ' ')
const vers = (r: Response): string => r.headers.get('Location') ?? ''
const SAULES = ECOLES.saules.etab

const mandatsDe = (nom: NomAgent) =>
  m.admin<{ id: string; role: string; au: Date | null; etab: string | null }>(
    'select id, role, au, etab from annuaire.mandat where agent = $1 order by du, id',
    [m.agents[nom]],
  )
const ouvrir = (qui: NomAgent, pour: NomAgent, champs: Record<string, string>) =>
  m.envoyer(`/administration/agents/${m.agents[pour]}/mandat`, { du: '2026-11-10', au: '', lieu: '', ...champs }, qui)

async function qui(chemin: string, essai = (c: string, n: NomAgent) => m.lire(c, n)): Promise<NomAgent[]> {
  const ouverts: NomAgent[] = []
  for (const nom of NOMS_AGENTS) {
    const { status } = await essai(chemin, nom)
    if (status === 200) ouverts.push(nom)
    else assert.equal(status, 404, `${nom} ${chemin}`)
  }
  return ouverts
}

test('exactly who may open each page of the administration', async () => {
  const gestion = ['responsable31', 'responsableAcademique', 'administrateur']
  const [saules] = await mandatsDe('chefSaules')
  const [pruniers] = await mandatsDe('chefPruniers')
  const [dpo] = await mandatsDe('dpo')
  assert.deepEqual(await qui('/administration'), gestion)
  assert.deepEqual(await qui('/administration/agents/nouveau'), gestion)
  assert.deepEqual(await qui(`/administration/agents/${m.agents.chefSaules}`), gestion)
  assert.deepEqual(await qui(`/administration/mandats/${saules!.id}/fin`), gestion)
  const horsTarn = ['responsableAcademique', 'administrateur']
  assert.deepEqual(await qui(`/administration/agents/${m.agents.chefPruniers}`), horsTarn)
  assert.deepEqual(await qui(`/administration/agents/${m.agents.chefPruniers}/mandat`), horsTarn)
  assert.deepEqual(await qui(`/administration/mandats/${pruniers!.id}/fin`), horsTarn)
  assert.deepEqual(await qui(`/administration/mandats/${dpo!.id}/fin`), ['administrateur'])
  assert.equal((await m.lire('/administration')).status, 303)
})

test('the verbs answer 404 to everybody else and write nothing', async () => {
  const [saules] = await mandatsDe('chefSaules')
  const avant = await m.admin('select count(*)::int as n from annuaire.mandat')
  const interdits = NOMS_AGENTS.filter((n) => !['responsable31', 'responsableAcademique', 'administrateur'].includes(n))
  for (const nom of interdits) {
    const agent = await m.envoyer('/administration/agents/nouveau', { prenom: 'A', nom: 'B', mail: `${nom}@intrus.fr` }, nom)
    const mandat = await ouvrir(nom, 'dpo', { role: 'chef', territoire: SAULES })
    const fin = await m.envoyer(`/administration/mandats/${saules!.id}/fin`, { quand: 'maintenant' }, nom)
    assert.deepEqual([agent.status, mandat.status, fin.status], [404, 404, 404], nom)
  }
  assert.deepEqual(await m.admin("select mail from annuaire.agent where mail like '%intrus%'"), [])
  assert.deepEqual(await m.admin('select count(*)::int as n from annuaire.mandat'), avant)
  assert.deepEqual((await mandatsDe('chefSaules'))[0]!.au, null)
})

test('the database itself refuses, whatever page is asked: no role but three opens or ends a mandate', async () => {
  const [saules] = await mandatsDe('chefSaules')
  const territoire = { dept: null, circo: null, etab: ECOLES.tilleuls.etab }
  const ouvrent: NomAgent[] = []
  for (const nom of NOMS_AGENTS) {
    const comme = async <T>(travail: (db: AgentDb) => Promise<T>): Promise<T> =>
      transaction(m.maison.base, 'agent', { session: await m.session(nom) }, travail)
    await comme((db) => ouvrirMandat(db, { agent: m.agents.dpo, role: 'equipe', ...territoire, du: clock.now(), au: null }))
      .then(() => ouvrent.push(nom))
      .catch((e: unknown) => assert.ok(e instanceof Refus, String(e)))
    await m.admin(
      "delete from annuaire.journal where mandat in (select id from annuaire.mandat where role = 'equipe' and agent = $1)",
      [m.agents.dpo],
    )
    await m.admin("delete from annuaire.mandat where role = 'equipe' and agent = $1", [m.agents.dpo])
    if (ouvrent.includes(nom)) continue
    await assert.rejects(
      comme((db) => finirMandat(db, saules!.id, clock.now())),
      Introuvable,
    )
    await assert.rejects(
      comme((db) => creerAgent(db, { prenom: 'A', nom: 'B', mail: `${nom}@intrus.fr` })),
      Refus,
    )
  }
  assert.deepEqual(ouvrent, ['responsable31', 'responsableAcademique', 'administrateur'])
  assert.equal((await mandatsDe('chefSaules'))[0]!.au, null)
})

test('the forms offer exactly the roles that the database lets each of the three give', async () => {
  for (const nom of ['responsable31', 'responsableAcademique', 'administrateur'] as const) {
    const session = await m.session(nom)
    const admis = await transaction(m.maison.base, 'agent', { session }, async (db) => {
      const oui = await Promise.all(CODES_ROLES.map((role) => jeGere(db, role, '031')))
      return CODES_ROLES.filter((_, i) => oui[i])
    })
    const page = await corps(await m.lire(`/administration/agents/${m.agents.chefSaules}/mandat`, nom))
    assert.deepEqual(
      [...page.matchAll(/name="role" value="(\w+)"/g)].map((x) => x[1]),
      admis,
      nom,
    )
  }
})

test('a responsable départemental lists the agents of the département, and nobody of the other', async () => {
  const page = await corps(await m.lire('/administration?etat=tous', 'responsable31'))
  const vus = NOMS_AGENTS.filter((n) => page.includes(`agents/${m.agents[n]}"`))
  const du31: NomAgent[] = [
    'chefTilleuls',
    'coordoTilleuls',
    'equipeTilleuls',
    'chefSaules',
    'directriceGlycines',
    'ien31',
    'referent31',
    'responsable31',
  ]
  assert.deepEqual(vus, du31)
})

test('the filters answer by name without accents, by role, by département', async () => {
  const vus = async (q: string): Promise<NomAgent[]> => {
    const page = await corps(await m.lire(`/administration?${q}`, 'administrateur'))
    return NOMS_AGENTS.filter((n) => page.includes(`agents/${m.agents[n]}"`))
  }
  assert.deepEqual(await vus('q=elise+moreau'), ['referenteAcademique'])
  assert.deepEqual(await vus('role=ien'), ['ien31', 'ien81'])
  assert.deepEqual(await vus('role=ien&territoire=081'), ['ien81'])
  assert.deepEqual(await vus('etat=anciens'), [])
  assert.deepEqual(await vus('q=%25'), [])
  assert.deepEqual((await vus('')).length, NOMS_AGENTS.length)
})

test('Théo adds an agent, gives a post by searching the school, and the new agent sees it open', async () => {
  const cree = await m.envoyer(
    '/administration/agents/nouveau',
    { prenom: 'Maëlle', nom: 'Ribes', mail: ' Maelle.Ribes@Exemple.fr ' },
    'administrateur',
  )
  assert.equal(cree.status, 303)
  const fiche = vers(cree).split('?')[0]!
  assert.match(await corps(await m.lire(vers(cree), 'administrateur')), /Il ne voit rien tant qu’une fonction/)
  const choix = await corps(await m.lire(`${fiche}/mandat?role=coordonnateur&lieu=saules`, 'administrateur'))
  assert.match(choix, new RegExp(`value="${SAULES}"`))
  assert.doesNotMatch(choix, new RegExp(ECOLES.tilleuls.etab))
  const ouvert = await m.envoyer(
    `${fiche}/mandat`,
    { role: 'coordonnateur', territoire: SAULES, du: '2026-11-10', au: '2026-12-31' },
    'administrateur',
  )
  assert.equal(ouvert.status, 303)
  const [ligne] = await m.admin<{ mail: string; etab: string; du: Date; au: Date }>(
    "select a.mail, x.etab, x.du, x.au from annuaire.agent a join annuaire.mandat x on x.agent = a.id where a.nom = 'Ribes'",
  )
  assert.deepEqual(ligne, {
    mail: 'maelle.ribes@exemple.fr',
    etab: SAULES,
    du: new Date('2026-11-10T00:00:00+01:00'),
    au: new Date('2027-01-01T00:00:00+01:00'),
  })
  const journal = await m.admin(
    "select j.verbe, j.par from annuaire.journal j join annuaire.agent a on a.id = j.agent where a.nom = 'Ribes' order by j.verbe",
  )
  assert.deepEqual(journal, [
    { verbe: 'agent.creer', par: m.agents.administrateur },
    { verbe: 'mandat.ouvrir', par: m.agents.administrateur },
  ])
  assert.match(await corps(await m.lire(fiche, 'administrateur')), /Fonction attribuée/)
})

test('what was typed stays with the sentence: no name, no address, an address already there', async () => {
  const envoyer = async (champs: Record<string, string>): Promise<[number, string]> => {
    const r = await m.envoyer('/administration/agents/nouveau', { prenom: '', nom: '', mail: '', ...champs }, 'administrateur')
    return [r.status, await corps(r)]
  }
  const [vide, page] = await envoyer({ prenom: 'Noé "N" <b>' })
  assert.equal(vide, 422)
  assert.match(page, /Noé &quot;N&quot; &lt;b&gt;/)
  assert.match(page, /Donnez le nom\./)
  const [pris, deja] = await envoyer({ prenom: 'Une', nom: 'Autre', mail: 'CHEFSAULES@exemple.fr' })
  assert.equal(pris, 422)
  assert.match(deja, /Cette adresse est déjà celle d’un agent/)
  assert.match(deja, /value="Autre"/)
})

test('every wrong mandate gets its sentence and its form back, and opens nothing', async () => {
  const avant = await m.admin('select count(*)::int as n from annuaire.mandat')
  const refus = async (qui: NomAgent, pour: NomAgent, champs: Record<string, string>, phrase: RegExp): Promise<void> => {
    const r = await ouvrir(qui, pour, champs)
    const page = await corps(r)
    assert.equal(r.status, 422, String(phrase))
    assert.match(page, phrase)
    if (champs.role === 'chef' && champs.territoire === SAULES) assert.match(page, new RegExp(`value="${SAULES}"[^>]*checked`))
  }
  await refus('administrateur', 'dpo', { role: 'chef' }, /Choisissez l’école ou l’établissement/)
  await refus('administrateur', 'dpo', { role: 'chef', territoire: '031' }, /Ce territoire ne convient pas/)
  await refus('administrateur', 'dpo', { role: 'ien', territoire: SAULES }, /Ce territoire ne convient pas/)
  await refus('administrateur', 'dpo', { role: 'chef', territoire: SAULES, du: '2026-02-30' }, /Donnez une date complète/)
  await refus('administrateur', 'dpo', { role: 'chef', territoire: SAULES, au: '2026-11-01' }, /La fin doit venir après le début/)
  await refus('administrateur', 'chefSaules', { role: 'chef', territoire: SAULES }, /exerce déjà cette fonction/)
  await refus('administrateur', 'administrateur', { role: 'responsable_academique' }, /Personne ne s’attribue de fonction/)
  await refus('responsableAcademique', 'chefSaules', { role: 'administrateur' }, /ne se gère pas depuis votre compte/)
  await refus(
    'responsable31',
    'chefSaules',
    { role: 'chef', territoire: ECOLES.pruniers.etab },
    /ne se gère pas depuis votre compte/,
  )
  await refus('responsable31', 'chefSaules', { role: 'referent_departemental', territoire: '081' }, /ne se gère pas/)
  await refus('responsable31', 'chefSaules', { role: 'responsable_departemental', territoire: '031' }, /ne se gère pas/)
  assert.equal((await ouvrir('administrateur', 'dpo', { role: 'recteur' })).status, 404)
  await m.admin("update annuaire.etablissement set etat = 'ferme', ferme_le = '2026-08-31' where etab = $1", [SAULES])
  await refus('administrateur', 'dpo', { role: 'chef', territoire: SAULES }, /est fermé/)
  await m.admin("update annuaire.etablissement set etat = 'ouvert', ferme_le = null where etab = $1", [SAULES])
  assert.deepEqual(await m.admin('select count(*)::int as n from annuaire.mandat'), avant)
})

test('two administrators at once: one mandate, and the second is told; an end already given is not moved', async () => {
  const ensemble = await Promise.all([
    ouvrir('administrateur', 'ien31', { role: 'chef', territoire: SAULES }),
    ouvrir('responsableAcademique', 'ien31', { role: 'chef', territoire: SAULES }),
  ])
  assert.deepEqual(ensemble.map((r) => r.status).toSorted(), [303, 422])
  const neuf = (await mandatsDe('ien31')).find((x) => x.role === 'chef')!
  const fin = (qui: NomAgent) => m.envoyer(`/administration/mandats/${neuf.id}/fin`, { quand: 'maintenant' }, qui)
  const fins = await Promise.all([fin('administrateur'), fin('responsable31')])
  assert.deepEqual(fins.map((r) => r.status).toSorted(), [303, 422])
  assert.match(await corps(fins.find((r) => r.status === 422)!), /a déjà pris fin/)
  assert.deepEqual((await mandatsDe('ien31')).find((x) => x.role === 'chef')!.au, clock.now())
})

test('the journal of the directory cannot be rewritten, by no door', async () => {
  for (const role of ['preau_agent', 'preau_gardien', 'preau_seuil', 'preau_public', 'preau_job'])
    for (const droit of ['update', 'delete', 'truncate'])
      assert.deepEqual(await m.admin('select has_table_privilege($1, $2, $3) as p', [role, 'annuaire.journal', droit]), [
        { p: false },
      ])
  for (const table of ['annuaire.agent', 'annuaire.mandat'])
    for (const droit of ['insert', 'update', 'delete'])
      assert.deepEqual(await m.admin('select has_table_privilege($1, $2, $3) as p', ['preau_agent', table, droit]), [
        { p: false },
      ])
})

test('the end of a mandate closes the view the same second; a later day is the end of that day in Paris', async () => {
  const [mandat] = await mandatsDe('coordoTilleuls')
  assert.equal((await m.lire('/compte', 'coordoTilleuls')).status, 200)
  const passe = await m.envoyer(
    `/administration/mandats/${mandat!.id}/fin`,
    { quand: 'jour', jour: '2026-11-09' },
    'responsable31',
  )
  assert.equal(passe.status, 422)
  const futur = await m.envoyer(
    `/administration/mandats/${mandat!.id}/fin`,
    { quand: 'jour', jour: '2026-11-30' },
    'responsable31',
  )
  assert.equal(futur.status, 303)
  assert.deepEqual((await mandatsDe('coordoTilleuls'))[0]!.au, new Date('2026-12-01T00:00:00+01:00'))
  assert.equal((await m.lire('/compte', 'coordoTilleuls')).status, 200)
  await m.envoyer(`/administration/mandats/${mandat!.id}/fin`, { quand: 'maintenant' }, 'responsable31')
  assert.equal((await m.lire('/compte', 'coordoTilleuls')).status, 303)
})

test('an end moves nearer, never further: nobody prolongs a post by ending it, least of all their own', async () => {
  const fin = (qui: NomAgent, mandat: string, jour: string) =>
    m.envoyer(`/administration/mandats/${mandat}/fin`, { quand: 'jour', jour }, qui)
  for (const [qui, de] of [
    ['responsable31', 'chefSaules'],
    ['responsableAcademique', 'responsableAcademique'],
  ] as const) {
    const [mandat] = await mandatsDe(de)
    assert.equal((await fin(qui, mandat!.id, '2026-12-31')).status, 303)
    const plusLoin = await fin(qui, mandat!.id, '2027-08-31')
    assert.equal(plusLoin.status, 422)
    assert.match(await corps(plusLoin), /finit déjà avant ce jour/)
    assert.deepEqual((await mandatsDe(de))[0]!.au, new Date('2027-01-01T00:00:00+01:00'))
    assert.equal((await fin(qui, mandat!.id, '2026-11-30')).status, 303)
    assert.deepEqual((await mandatsDe(de))[0]!.au, new Date('2026-12-01T00:00:00+01:00'))
  }
})
