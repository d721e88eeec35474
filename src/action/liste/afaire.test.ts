import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AGENTS, ECOLES, NOMS_AGENTS, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'

let m: Monde
/** So many actions of these schools in this state. */
const planter = (ecole: keyof typeof ECOLES, etat: string, combien: number): Promise<unknown> =>
  m.admin(
    `insert into prevention.action (acad, id, etab, dept, circo, annee, titre, texte, du, au, type, publics, declaree_par, declaree_le,
        etat, motif_refus, proposee_par, proposee_le, validee_par, validee_le, publiee_par, publiee_le)
      select '16', gen_random_uuid(), $1, $2, $3, 2026, 'Action', 'x', '2026-11-05', '2026-11-05', 'sport', '{collegiens}', $4, now(),
        $5, 'À revoir', $4, now(), $4, now(), case when $5 = 'publiee' then $4::uuid end, case when $5 = 'publiee' then now() end
      from generate_series(1, $6)`,
    [ECOLES[ecole].etab, ECOLES[ecole].dept, ECOLES[ecole].circo, m.agents.chefTilleuls, etat, combien],
  )
before(async () => {
  m = await nouveauMonde()
  for (const [etat, ici, ailleurs] of [
    ['brouillon', 1, 0],
    ['refusee', 2, 1],
    ['proposee', 4, 8],
    ['validee', 16, 32],
    ['publiee', 64, 1],
  ] as const) {
    await planter('tilleuls', etat, ici)
    await planter('pruniers', etat, ailleurs)
  }
  await planter('glycines', 'proposee', 1)
})
after(() => m.fermer())

/** What the menu says beside « Actions »: null without a number. */
async function compteur(qui: NomAgent, chemin: string): Promise<number | null> {
  const page = await (await m.lire(chemin, qui)).text()
  const lien = /<a\s[^>]*class="fr-nav__link"[^>]*href="\/actions"[^]*?<\/a>/.exec(page)?.[0] ?? ''
  const n = /class="preau-compteur">(\d+)</.exec(lien)?.[1]
  return n === undefined ? null : Number(n)
}

const ATTENDENT: Partial<Record<NomAgent, number>> = {
  chefTilleuls: 3,
  coordoTilleuls: 3,
  chefPruniers: 1,
  referent31: 5,
  responsable31: 5,
  referent81: 8,
  communication: 48,
}

test('on the desk and among actions, the menu counts those whose next step is mine, and no one else’s', async () => {
  for (const qui of NOMS_AGENTS) {
    const entre = !['equipe', 'dpo', 'administrateur'].includes(AGENTS[qui].role)
    for (const page of entre ? ['/bureau', '/actions'] : ['/bureau'])
      assert.equal(await compteur(qui, page), ATTENDENT[qui] ?? null, `${qui} ${page}`)
  }
})

test('the number is the one that the list says, whatever it is filtered by; the other pages do not count', async () => {
  for (const [qui, n] of Object.entries(ATTENDENT) as [NomAgent, number][]) {
    assert.match(await (await m.lire('/actions', qui)).text(), new RegExp(`À faire par vous \\(${n}\\)`), qui)
    assert.equal(await compteur(qui, '/actions?etat=publiee'), n, qui)
    assert.equal(await compteur(qui, '/compte'), null, qui)
  }
})

test('two functions count together, and what was done is no longer counted', async () => {
  await m.admin(
    `insert into annuaire.mandat (acad, id, agent, role, dept, du) select acad, gen_random_uuid(), $2, role, dept, du from annuaire.mandat where agent = $1`,
    [m.agents.referent81, m.agents.chefTilleuls],
  )
  assert.equal(await compteur('chefTilleuls', '/bureau'), 3 + 8)
  await m.admin(`update prevention.action set etat = 'proposee' where etab = $1 and etat = 'refusee'`, [ECOLES.tilleuls.etab])
  assert.equal(await compteur('chefTilleuls', '/bureau'), 1 + 8)
  assert.equal(await compteur('referent31', '/bureau'), 5 + 2)
})
