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
    const champs = { id: uuidv7(), intervenant: un(g.adulte), constat, suite: 'faite', mots: 'x', prochain: '2026-11-13' }
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
  const note = { id: uuidv7(), intervenant: un.id, constat: 'pareil', mots: 'x', prochain: '2026-11-13' }
  assert.equal((await m.envoyer(`/dossiers/${d.numero}/traitement/entretiens/${d.qui['Léa Marchetti']}`, note, QUI)).status, 303)
  await m.admin(`insert into confidentiel.eleve_cote values ('16', $1, $2, 'groupe')`, [d.id, d.qui['Kévin Dumas']])
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
  await entendre('Léa Marchetti', 'cible', 'coordoTilleuls')
  await entendre('Léa Marchetti', 'cible', 'equipeTilleuls')
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
