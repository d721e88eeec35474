import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ECOLES, nouveauMonde, type Monde } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

test('more than a page of actions: the list says how many there are, and leads to every one', async () => {
  await m.admin(
    `insert into prevention.action (acad, id, etab, dept, annee, titre, texte, du, au, type, publics, declaree_par, declaree_le, etat, proposee_par, proposee_le)
       select '16', gen_random_uuid(), $1, '031', 2026, 'Action ' || i, 'x', '2026-11-05', '2026-11-05', 'sport', '{collegiens}', $2, now(), 'proposee', $2, now()
       from generate_series(1, 203) i`,
    [ECOLES.tilleuls.etab, m.agents.chefTilleuls],
  )
  const lire = async (q: string): Promise<string> =>
    (await (await m.lire(`/actions${q}`, 'referent31')).text()).replaceAll('\u00a0', ' ')
  const titres = (page: string): string[] => [...page.matchAll(/>(Action \d+)<\/a>/g)].map((x) => x[1]!)
  const [une, deux] = [await lire(''), await lire('?page=2')]
  assert.match(une, /1 à 200 sur 203 actions/)
  assert.match(une, /href="\/actions\?page=2"/)
  assert.match(deux, /201 à 203 sur 203 actions/)
  assert.match(await lire('?etat=proposee'), /href="\/actions\?etat=proposee&(?:amp;)?page=2"/)
  assert.equal(new Set([...titres(une), ...titres(deux)]).size, 203)
})
