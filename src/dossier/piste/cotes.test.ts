import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { uuidv7 } from '#platform'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { aTraiter, engagement, type DossierATraiter } from '../../../tests/support/pistes.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const QUI: NomAgent = 'referent31'
const SURE = { danger: 'non', suicide: 'non', soir: 'oui' }
const ADULTES = ['Inès Roca', 'inès  ROCA', 'Hugo Marsan', 'Mme Roca'] as const
const ELEVES = ['Léa Marchetti', 'Kévin Dumas', 'Mattéo Roux'] as const

type Geste =
  | { quoi: 'ajouter'; adulte: number; cote: string }
  | { quoi: 'cote'; adulte: number; cote: string }
  | { quoi: 'retirer'; adulte: number }
  | { quoi: 'prevoir'; adultes: number[] }
  | { quoi: 'noter'; eleve: number; adulte: number }

const cote = fc.constantFrom('cible', 'groupe')
const adulte = fc.nat(5)
const geste: fc.Arbitrary<Geste> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ quoi: fc.constant('ajouter' as const), adulte: fc.nat(3), cote }) },
  fc.record({ quoi: fc.constant('cote' as const), adulte, cote }),
  fc.record({ quoi: fc.constant('retirer' as const), adulte }),
  {
    weight: 2,
    arbitrary: fc.record({ quoi: fc.constant('prevoir' as const), adultes: fc.array(adulte, { minLength: 3, maxLength: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ quoi: fc.constant('noter' as const), eleve: fc.nat(2), adulte }) },
)

const equipe = (d: DossierATraiter) =>
  m.admin<{ id: string; cote: string }>('select id, cote from confidentiel.intervenant where fil = $1 order by le, id', [d.id])

async function faire(d: DossierATraiter, g: Geste): Promise<number> {
  const la = await equipe(d)
  const un = (i: number): string => la[i % Math.max(1, la.length)]?.id ?? uuidv7()
  const envoyer = async (chemin: string, champs: Record<string, string>) =>
    (await m.envoyer(`/dossiers/${d.numero}/traitement/${chemin}`, champs, QUI)).status
  if (g.quoi === 'ajouter') return envoyer('equipe', { id: uuidv7(), nom: ADULTES[g.adulte]!, cote: g.cote, distinct: 'oui' })
  if (g.quoi === 'cote') return envoyer(`equipe/${un(g.adulte)}/cote`, { cote: g.cote })
  if (g.quoi === 'retirer') return envoyer(`equipe/${un(g.adulte)}/fin`, {})
  if (g.quoi === 'noter') {
    const constat = g.eleve === 0 ? 'pareil' : 'suggestion'
    const champs = {
      id: uuidv7(),
      intervenant: un(g.adulte),
      constat,
      suite: 'faite',
      mots: 'x',
      prochain: '2026-11-13',
      ...SURE,
    }
    return envoyer(`entretiens/${d.qui[ELEVES[g.eleve]!]}`, champs)
  }
  const [x] = await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [d.id])
  const lignes = ELEVES.flatMap((nom, i) => [
    [`rang_${d.qui[nom]}`, String(i + 1)],
    [`qui_${d.qui[nom]}`, un(g.adultes[i]!)],
  ])
  return envoyer('matinee', {
    version: String(x!.version),
    jour: '2026-11-12',
    debut: '08:30',
    duree: '5',
    ...Object.fromEntries(lignes),
  })
}

test('whatever is tried, in whatever order, no adult ever has a talk, held or planned, on both sides', async () => {
  let refuses = 0
  let faits = 0
  await fc.assert(
    fc.asyncProperty(fc.array(geste, { minLength: 6, maxLength: 14 }), async (gestes) => {
      const d = await aTraiter(m, QUI)
      assert.equal((await m.envoyer(`/dossiers/${d.numero}/traitement/pistes`, engagement(), QUI)).status, 303)
      for (const g of gestes) {
        const statut = await faire(d, g)
        assert.ok([303, 404, 409, 422].includes(statut), `${JSON.stringify(g)}: ${statut}`)
        if (statut === 303) faits++
        else refuses++
        const deux = await m.admin(
          `select i.jeton from confidentiel.rencontre r join confidentiel.intervenant i on i.id = r.intervenant
           join confidentiel.personne_role p on p.personne = r.personne and p.fil = r.fil
           where r.fil = $1 group by i.jeton having count(distinct p.role = 'cible') > 1`,
          [d.id],
        )
        assert.deepEqual(deux, [], JSON.stringify(gestes))
      }
    }),
    { numRuns: 8, seed: 20261110 },
  )
  // Both happened, or this proves nothing.
  assert.ok(faits > 12 && refuses > 12, `${faits} done, ${refuses} refused`)
})

test('the database refuses it by itself: a talk across the sides, a side changed under a talk, one adult twice', async () => {
  const d = await aTraiter(m, QUI)
  const e = engagement()
  await m.envoyer(`/dossiers/${d.numero}/traitement/pistes`, e, QUI)
  const un = { id: uuidv7(), nom: 'Inès Roca', cote: 'cible' }
  await m.envoyer(`/dossiers/${d.numero}/traitement/equipe`, un, QUI)
  const note = { id: uuidv7(), intervenant: un.id, constat: 'pareil', mots: 'x', prochain: '2026-11-13', ...SURE }
  assert.equal((await m.envoyer(`/dossiers/${d.numero}/traitement/entretiens/${d.qui['Léa Marchetti']}`, note, QUI)).status, 303)
  await m.admin(`insert into confidentiel.eleve_cote (acad, fil, piste, personne, cote) values ('16', $1, $2, $3, 'groupe')`, [
    d.id,
    e.id,
    d.qui['Kévin Dumas'],
  ])
  for (const cote of ['cible', 'groupe'])
    await assert.rejects(
      m.admin(
        `insert into confidentiel.rencontre (acad, id, fil, piste, personne, intervenant, cote, jour) values ('16', $1, $2, $3, $4, $5, $6, '2026-11-12')`,
        [uuidv7(), d.id, e.id, d.qui['Kévin Dumas'], un.id, cote],
      ),
      /foreign key/,
    )
  await assert.rejects(m.admin(`update confidentiel.intervenant set cote = 'groupe' where id = $1`, [un.id]), /foreign key/)
  await assert.rejects(
    m.admin(`update confidentiel.eleve_cote set cote = 'groupe' where fil = $1 and personne = $2`, [
      d.id,
      d.qui['Léa Marchetti'],
    ]),
    /foreign key/,
  )
  await assert.rejects(
    m.admin(
      `insert into confidentiel.intervenant (acad, id, fil, cote, identite, jeton, par, le)
       select acad, $2, fil, 'groupe', identite, jeton, par, le from confidentiel.intervenant where id = $1`,
      [un.id, uuidv7()],
    ),
    /intervenant_acad_fil_jeton_key/,
  )
})

test('a later talk of the dossier cannot break it, nor an earlier one', async () => {
  const d = await aTraiter(m, QUI)
  await m.envoyer(`/dossiers/${d.numero}/traitement/pistes`, engagement(), QUI)
  const ajouter = (nom: NomAgent, cote: string) =>
    m.envoyer(`/dossiers/${d.numero}/traitement/equipe`, { id: uuidv7(), agent: m.agents[nom], cote }, QUI)
  assert.equal((await ajouter('coordoTilleuls', 'cible')).status, 303)
  const entendre = (personne: string, role: string, mene: NomAgent) =>
    m.admin(
      `insert into confidentiel.entretien (acad, id, fil, suite, version, personne, role, issue, adultes, contenu, le, par, qualite, ecrit_le)
       select '16', x, $1, x, 1, $2, $3, 'tenu', array[$4::uuid], '', now(), $4, 'chef', now() from gen_random_uuid() x`,
      [d.id, d.qui[personne], role, m.agents[mene]],
    )
  await assert.rejects(entendre('Kévin Dumas', 'auteur_presume', 'coordoTilleuls'), /sees the other side/)
  const securite = { danger: 'non', suicide: 'non', soir: 'oui', retour: 'Sa mère', famille: 'faite' }
  for (const mene of ['coordoTilleuls', 'equipeTilleuls'] as const) {
    const dit = { id: uuidv7(), role: 'cible', mene: m.agents[mene]!, quand: '2026-11-10T08:30', faits: 'Dit.', ...securite }
    const r = await m.envoyer(`/dossiers/${d.numero}/entretiens/avec/${d.qui['Léa Marchetti']}/cible`, dit, QUI)
    assert.equal(r.status, 303, await r.text())
  }
  const tard = await ajouter('equipeTilleuls', 'groupe')
  assert.equal(tard.status, 422)
  assert.match(await tard.text(), /Inès Roca a déjà entendu l’élève visé/)
  await assert.rejects(
    m.admin(
      `insert into confidentiel.intervenant (acad, id, fil, cote, agent, identite, jeton, par, le) values ('16', $1, $2, 'groupe', $3, '', decode(repeat('ab', 16), 'hex'), $3, now())`,
      [uuidv7(), d.id, m.agents.equipeTilleuls],
    ),
    /has heard the other side/,
  )
})

test('the targeted pupil is hidden from the others’ adults in whatever role they are heard, and from an adult who is only named', async () => {
  const d = await aTraiter(m, QUI, 'tilleuls', { 'Léa Marchetti': 'cible', 'Kévin Dumas': 'auteur_presume' })
  const [lea, kevin] = [d.qui['Léa Marchetti']!, d.qui['Kévin Dumas']!]
  const temoin = { role: 'temoin', role_id: uuidv7(), du: '2026-11-02', version: '2' }
  const [v] = await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [d.id])
  const enPlus = await m.envoyer(`/dossiers/${d.numero}/personnes/${lea}/roles`, { ...temoin, version: String(v!.version) }, QUI)
  assert.equal(enPlus.status, 303, await enPlus.text())
  const e = engagement()
  await m.envoyer(`/dossiers/${d.numero}/traitement/pistes`, e, QUI)
  const equipe = async (champs: Record<string, string>) =>
    assert.equal((await m.envoyer(`/dossiers/${d.numero}/traitement/equipe`, { id: uuidv7(), ...champs }, QUI)).status, 303)
  await equipe({ agent: m.agents.coordoTilleuls, cote: 'groupe' })
  await equipe({ nom: 'Hélène Vidal-Roux', cote: 'cible' })
  const entendre = (personne: string, role: string, champs: Record<string, string>) =>
    m.envoyer(
      `/dossiers/${d.numero}/entretiens/avec/${personne}/${role}`,
      { id: uuidv7(), role, quand: '2026-11-10T08:30', faits: 'Dit.', ...champs },
      QUI,
    )
  const refuse = async (r: Response, dit: RegExp) => {
    assert.equal(r.status, 422)
    assert.match((await r.text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' '), dit)
  }
  await refuse(await entendre(lea, 'temoin', { mene: m.agents.coordoTilleuls }), /voit les autres élèves/)
  await refuse(
    await entendre(kevin, 'auteur_presume', { mene: m.agents.chefTilleuls, presents: 'la CPE, VIDAL-ROUX Helene' }),
    /Hélène Vidal-Roux voit l’élève visé/,
  )
  assert.equal((await entendre(kevin, 'auteur_presume', { mene: m.agents.chefTilleuls, presents: 'M. Roux' })).status, 303)
  await m.admin(`insert into confidentiel.eleve_cote (acad, fil, piste, personne, cote) values ('16', $1, $2, $3, 'cible')`, [
    d.id,
    e.id,
    lea,
  ])
  await assert.rejects(
    m.admin(
      `insert into confidentiel.entretien (acad, id, fil, suite, version, personne, role, issue, adultes, contenu, le, par, qualite, ecrit_le)
       select '16', x, $1, x, 1, $2, 'temoin', 'tenu', array[$3::uuid], '', now(), $3, 'chef', now() from gen_random_uuid() x`,
      [d.id, lea, m.agents.coordoTilleuls],
    ),
    /sees the other side/,
  )
  // Named in a talk that was held before: not on the other side afterwards.
  const tard = await m.envoyer(
    `/dossiers/${d.numero}/traitement/equipe`,
    { id: uuidv7(), agent: m.agents.equipeTilleuls, cote: 'cible' },
    QUI,
  )
  assert.equal(tard.status, 303)
  assert.equal((await entendre(kevin, 'auteur_presume', { mene: '', presents: 'Paul Lannes, AED' })).status, 303)
  const paul = await m.envoyer(
    `/dossiers/${d.numero}/traitement/equipe`,
    { id: uuidv7(), nom: 'Paul Lannes', cote: 'cible' },
    QUI,
  )
  await refuse(paul, /Paul Lannes a déjà entendu un auteur présumé/)
})

test('the roles turn round: once the first shared concern is over, the next has its own sides, and the rule holds in it', async () => {
  const d = await aTraiter(m, QUI, 'tilleuls', { 'Léa Marchetti': 'cible', 'Kévin Dumas': 'auteur_presume' })
  const [lea, kevin] = [d.qui['Léa Marchetti']!, d.qui['Kévin Dumas']!]
  const version = async (): Promise<string> =>
    String((await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [d.id]))[0]!.version)
  const fait = async (chemin: string, champs: Record<string, string>) => {
    const r = await m.envoyer(`/dossiers/${d.numero}/${chemin}`, { version: await version(), ...champs }, QUI)
    assert.equal(r.status, 303, `${chemin} ${await r.text()}`)
  }
  const [ines, hugo] = [uuidv7(), uuidv7()]
  const premiere = engagement()
  await fait('traitement/pistes', premiere)
  await fait('traitement/equipe', { id: ines, nom: 'Inès Roca', cote: 'cible' })
  await fait('traitement/equipe', { id: hugo, agent: m.agents.coordoTilleuls!, cote: 'groupe' })
  const dit = { mots: 'x', prochain: '2026-11-13', ...SURE }
  await fait(`traitement/entretiens/${lea}`, { id: uuidv7(), intervenant: ines, constat: 'pareil', ...dit })
  await fait(`traitement/entretiens/${kevin}`, { id: uuidv7(), intervenant: hugo, constat: 'suggestion', ...dit })
  const devient = async (personne: string, de: string, role: string) => {
    await fait(`personnes/${personne}/roles`, { role, role_id: uuidv7(), du: '2026-11-10' })
    const [r] = await m.admin<{ id: string }>(
      'select id from confidentiel.personne_role where fil = $1 and personne = $2 and role = $3',
      [d.id, personne, de],
    )
    await fait(`personnes/${personne}/fin`, { fini: r!.id, au: '2026-11-10' })
  }
  await devient(kevin, 'auteur_presume', 'cible')
  await devient(lea, 'cible', 'auteur_presume')
  const matinee = async (qui: Record<string, string>): Promise<Response> =>
    m.envoyer(
      `/dossiers/${d.numero}/traitement/matinee`,
      {
        version: await version(),
        jour: '2026-11-12',
        debut: '08:30',
        duree: '5',
        raison: 'Les rôles ont changé.',
        ...Object.fromEntries(Object.entries(qui).map(([eleve, adulte]) => [`qui_${eleve}`, adulte])),
        [`rang_${kevin}`]: '1',
        [`rang_${lea}`]: '2',
      },
      QUI,
    )
  const croisee = { [kevin]: hugo, [lea]: ines }
  const nouvelle = { [kevin]: ines, [lea]: hugo }
  // While the first one runs, nobody changes sides under its adults.
  assert.equal((await matinee(nouvelle)).status, 422)
  await fait(`traitement/pistes/${premiere.id}/decision`, {
    id: uuidv7(),
    version_piste: '1',
    decision: 'changer',
    parole: 'pareil',
    mots: 'Pareil.',
    raison: 'Les rôles ont changé.',
  })
  const seconde = engagement()
  await fait('traitement/pistes', seconde)
  const refus = await matinee(croisee)
  assert.equal(refus.status, 422)
  assert.match(
    await refus.text(),
    /voit l’élève visé\s?: la même personne ne voit jamais les autres|voit les autres élèves\s?: la même/,
  )
  const prevue = await matinee(nouvelle)
  assert.equal(prevue.status, 303, await prevue.text())
  assert.deepEqual(
    await m.admin(
      `select piste = $2 as seconde, personne = $3 as kevin, cote from confidentiel.eleve_cote where fil = $1 order by 1, 2`,
      [d.id, seconde.id, kevin],
    ),
    [
      { seconde: false, kevin: false, cote: 'cible' },
      { seconde: false, kevin: true, cote: 'groupe' },
      { seconde: true, kevin: false, cote: 'groupe' },
      { seconde: true, kevin: true, cote: 'cible' },
    ],
  )
  for (const cote of ['cible', 'groupe'])
    await assert.rejects(
      m.admin(
        `insert into confidentiel.rencontre (acad, id, fil, piste, personne, intervenant, cote, jour, constat, contenu, tenue_le, note_par, note_le)
         values ('16', $1, $2, $3, $4, $5, $6, '2026-11-12', 'absent', '', '2026-11-12', $7, now())`,
        [uuidv7(), d.id, seconde.id, kevin, hugo, cote, m.agents.chefTilleuls],
      ),
      /foreign key/,
    )
  // A talk of the dossier follows the concern that runs, in whatever role the pupil is heard.
  const entendre = (personne: string) =>
    m.admin(
      `insert into confidentiel.entretien (acad, id, fil, suite, version, personne, role, issue, adultes, contenu, le, par, qualite, ecrit_le)
       select '16', x, $1, x, 1, $2, 'temoin', 'tenu', array[$3::uuid], '', now(), $3, 'chef', now() from gen_random_uuid() x`,
      [d.id, personne, m.agents.coordoTilleuls],
    )
  await assert.rejects(entendre(kevin), /sees the other side/)
  await entendre(lea)
})
