import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clock, JOUR, plus, trousseauEphemere } from '#platform'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { raconter, verbes, version } from '../../../tests/support/situations.ts'
import { ancrer } from './ancrer.ts'
import { journalDesAncres } from './journal.ts'
import { verifierChaines } from './verifier.ts'

let m: Monde
let fil: string
/** A thread of five facts, the first four of them anchored. */
before(async () => {
  m = await nouveauMonde()
  m.maison.config.donnees = await mkdtemp(join(tmpdir(), 'preau-ancres-'))
  fil = (await raconter(m, 'tilleuls', { recit: 'été, « œil » 🙂', danger: 'oui' })).id
  await m.lire(`/signalements/${fil}`, 'chefTilleuls')
  await m.envoyer(`/signalements/${fil}/prise-en-charge`, { version: await version(m, fil) }, 'chefTilleuls')
  await repondre('Je te réponds.', 'chefTilleuls')
  clock.set(plus(clock.now(), JOUR))
  await ancrer(m.maison)
  await repondre('Encore.', 'coordoTilleuls')
  assert.equal((await verbes(m, fil)).length, 5)
})
after(async () => {
  await rm(m.maison.config.donnees, { recursive: true })
  await m.fermer()
})

const repondre = async (texte: string, qui: NomAgent): Promise<void> =>
  void (await m.envoyer(
    `/signalements/${fil}/reponses`,
    { version: await version(m, fil), message: crypto.randomUUID(), texte },
    qui,
  ))

const constats = async (copie?: string): Promise<[number | null, string][]> =>
  (await verifierChaines(m.maison, copie === undefined ? {} : { copie })).constats
    .filter((c) => c.fil === null || c.fil === fil)
    .map((c) => [c.rang, c.phrase])

/** What somebody who rules the database could do, and how it is put back. */
async function falsifier(sql: string, alors: () => Promise<void>): Promise<void> {
  await m.admin('create temp table avant_fait as select * from confidentiel.fait')
  await m.admin('create temp table avant_chaine as select * from confidentiel.chaine')
  try {
    await m.admin(`set session_replication_role = replica; ${sql.replaceAll(':fil', `'${fil}'`)}`)
    await alors()
  } finally {
    await m.admin(`set session_replication_role = replica; delete from confidentiel.fait; delete from confidentiel.chaine;
      insert into confidentiel.fait select * from avant_fait; insert into confidentiel.chaine select * from avant_chaine;
      drop table avant_fait; drop table avant_chaine; set session_replication_role = origin`)
  }
}

/** Rewrites the thread from a rank on as the trigger would have: a forger who knows how the chain is made. */
const RECHAINER = `do $$ declare f record; p bytea := sha256(:fil::text::bytea); n int := 0; begin
  for f in select * from confidentiel.fait where fil = :fil order by rang loop
    n := n + 1;
    delete from confidentiel.fait where fil = :fil and rang = f.rang;
    f.rang := n; f.precedent := p;
    f.empreinte := confidentiel.empreinte_fait(f.acad, f.fil, n, f.verbe, f.par, f.qualite, f.le, f.detail, p);
    p := f.empreinte;
    insert into confidentiel.fait values (f.acad, f.fil, f.rang, f.verbe, f.par, f.qualite, f.le, f.detail, f.precedent, f.empreinte);
  end loop;
  update confidentiel.chaine set rang = n, tete = p where fil = :fil; end $$`

test('sound chains: every fact is recomputed, nothing is found', async () => {
  const { n } = (await m.admin<{ n: number }>('select count(*)::int as n from confidentiel.fait'))[0]!
  const v = await verifierChaines(m.maison, { copie: journalDesAncres(m.maison.config.donnees) })
  assert.deepEqual([v.constats, v.faits, v.ancresEnRetard], [[], n, false])
})

const FALSIFICATIONS: [quoi: string, sql: string, constats: [number | null, RegExp][]][] = [
  [
    'a word altered',
    `update confidentiel.fait set qualite = 'ien' where fil = :fil and rang = 2`,
    [[2, /^le fait 2 a été modifié$/]],
  ],
  [
    'a date moved by a microsecond',
    `update confidentiel.fait set le = le + interval '1 microsecond' where fil = :fil and rang = 3`,
    [[3, /modifié/]],
  ],
  [
    'a detail altered',
    `update confidentiel.fait set detail = jsonb_set(detail, '{canal}', '"mail"') where fil = :fil and rang = 1`,
    [[1, /modifié/]],
  ],
  [
    'a fact removed',
    `delete from confidentiel.fait where fil = :fil and rang = 2`,
    [[2, /^le fait 2 manque, on passe au fait 3$/]],
  ],
  ['the first one removed', `delete from confidentiel.fait where fil = :fil and rang = 1`, [[1, /^le fait 1 manque/]]],
  [
    'two facts exchanged',
    `update confidentiel.fait set rang = -rang where fil = :fil and rang in (2, 3); update confidentiel.fait set rang = 5 + rang where fil = :fil and rang < 0`,
    [[2, /déplacé/]],
  ],
  [
    'a fact inserted in the middle',
    `update confidentiel.fait set rang = rang + 1000 where fil = :fil and rang >= 2;
     insert into confidentiel.fait select acad, fil, 2, 'signalement.lire', par, 'ien', le, '{}', empreinte,
       confidentiel.empreinte_fait(acad, fil, 2, 'signalement.lire', par, 'ien', le, '{}', empreinte) from confidentiel.fait where fil = :fil and rang = 1;
     update confidentiel.fait set rang = rang - 999 where fil = :fil and rang > 1000`,
    [
      [3, /déplacé ou mis à la place/],
      [4, /dans l’ancre/],
    ],
  ],
  [
    'the last one removed',
    `delete from confidentiel.fait where fil = :fil and rang = (select rang from confidentiel.chaine where fil = :fil)`,
    [[5, /la fin a été retirée : 5 faits annoncés, 4 présents/]],
  ],
  [
    'one added after the end without its head',
    `insert into confidentiel.fait select acad, fil, rang + 1, verbe, par, qualite, le, detail, empreinte,
       confidentiel.empreinte_fait(acad, fil, rang + 1, verbe, par, qualite, le, detail, empreinte) from confidentiel.fait where fil = :fil and rang = 5`,
    [[6, /ajouté après la fin/]],
  ],
  [
    'a fact replaced with its digest recomputed',
    `update confidentiel.fait set qualite = 'ien', empreinte = confidentiel.empreinte_fait(acad, fil, rang, verbe, par, 'ien', le, detail, precedent) where fil = :fil and rang = 2`,
    [[3, /ne suit pas/]],
  ],
  [
    'the end removed and the head rewound, before the last anchor',
    `delete from confidentiel.fait where fil = :fil and rang > 3; ${RECHAINER}`,
    [[4, /signé dans l’ancre \d+, a disparu : la fin a été retirée/]],
  ],
  [
    'everything rewritten, chain and head',
    `update confidentiel.fait set qualite = 'ien' where fil = :fil and rang = 2; ${RECHAINER}`,
    [[4, /n’est plus celui qui a été signé/]],
  ],
  [
    'every fact removed',
    `delete from confidentiel.fait where fil = :fil`,
    [
      [1, /tous les faits ont été retirés/],
      [4, /a disparu/],
    ],
  ],
  [
    'every fact removed, and the chain',
    `delete from confidentiel.fait where fil = :fil; delete from confidentiel.chaine where fil = :fil`,
    [
      [1, /la chaîne avec eux/],
      [4, /a disparu/],
    ],
  ],
]

for (const [quoi, sql, attendus] of FALSIFICATIONS)
  test(`found: ${quoi}`, async () => {
    await falsifier(sql, async () => {
      const trouves = await constats()
      assert.deepEqual(
        trouves.map(([rang]) => rang),
        attendus.map(([rang]) => rang),
        JSON.stringify(trouves),
      )
      for (const [i, [, motif]] of attendus.entries()) assert.match(trouves[i]![1], motif)
    })
    assert.deepEqual(await constats(), [])
  })

test('anchors: altered, signed by others, or taken away, each is said; a copy kept elsewhere shows what the base has lost', async () => {
  const copie = join(m.maison.config.donnees, 'copie.jsonl')
  await writeFile(copie, await readFile(journalDesAncres(m.maison.config.donnees)))
  const dernier = (await m.admin<{ rang: number }>('select max(rang) as rang from machine.ancre'))[0]!.rang
  const TABLES = ['ancre', 'ancre_tete', 'ancre_lectures']
  await m.admin(TABLES.map((t) => `create temp table avant_${t} as select * from machine.${t}`).join('; '))
  const oter = (ou: string): string =>
    TABLES.toReversed()
      .map((t) => `delete from machine.${t} ${ou}`)
      .join('; ')
  const remettre = `${oter('')}; ${TABLES.map((t) => `insert into machine.${t} select * from avant_${t}`).join('; ')}`
  await m.admin(`update machine.ancre set le = le + interval '1 second' where rang = 1`)
  assert.match((await constats())[0]![1], /^l’ancre 1 a été modifiée$/)
  await m.admin(remettre)
  const autre = trousseauEphemere().signer(
    (await m.admin<{ empreinte: Buffer }>('select empreinte from machine.ancre where rang = 1'))[0]!.empreinte,
  )
  await m.admin(`update machine.ancre set signature = $1 where rang = 1`, [autre.signature])
  assert.deepEqual(await constats(), [[null, 'la signature de l’ancre 1 n’est pas la nôtre']])
  await m.admin(`${remettre}; ${oter(`where rang = ${dernier}`)}`)
  assert.deepEqual(await constats(), [])
  assert.match(
    (await constats(copie))[0]![1],
    new RegExp(`^l’ancre ${dernier} du .* est dans la copie et n’est plus dans la base$`),
  )
  await m.admin(`${remettre}; ${TABLES.map((t) => `drop table avant_${t}`).join('; ')}`)
  assert.deepEqual(await constats(copie), [])
  await appendFile(copie, 'abc\n')
  await assert.rejects(verifierChaines(m.maison, { copie }), /ligne \d+\s: ce n’est pas une ancre/)
})

const LECTURES: [quoi: string, sql: string, dit: RegExp][] = [
  ['one removed', 'delete from confidentiel.consultation where id = :lecture', /\d+ avaient été signées, il y en a \d+$/],
  [
    'who read it altered',
    `update confidentiel.consultation set agent = (select id from annuaire.agent where id <> agent limit 1) where id = :lecture`,
    /l’une d’elles a été changée$/,
  ],
  [
    'its instant moved by a microsecond',
    `update confidentiel.consultation set le = le + interval '1 microsecond' where id = :lecture`,
    /l’une d’elles a été changée$/,
  ],
  [
    'one slipped into the past',
    `insert into confidentiel.consultation select acad, gen_random_uuid(), fil, agent, nature, le from confidentiel.consultation where id = :lecture`,
    /\d+ avaient été signées, il y en a \d+$/,
  ],
  ['what was signed of them taken away', 'delete from machine.ancre_lectures', /^l’ancre 1 a été modifiée$/],
  [
    'one removed, and what was signed of them corrected',
    `delete from confidentiel.consultation where id = :lecture; update machine.ancre_lectures set nombre = nombre - 1 where rang = 1`,
    /^l’ancre 1 a été modifiée$/,
  ],
]

for (const [quoi, sql, dit] of LECTURES)
  test(`readings are signed too; found: ${quoi}`, async () => {
    const [lecture] = await m.admin<{ id: string }>(
      'select id from confidentiel.consultation where fil = $1 order by le limit 1',
      [fil],
    )
    assert.ok((await verifierChaines(m.maison)).lectures > 0, 'some were signed')
    await m.admin(`create temp table avant_c as select * from confidentiel.consultation;
      create temp table avant_l as select * from machine.ancre_lectures`)
    try {
      await m.admin(`set session_replication_role = replica; ${sql.replaceAll(':lecture', `'${lecture!.id}'`)}`)
      assert.match((await constats())[0]?.[1] ?? 'nothing', dit)
    } finally {
      await m.admin(`delete from confidentiel.consultation; delete from machine.ancre_lectures;
        insert into confidentiel.consultation select * from avant_c; insert into machine.ancre_lectures select * from avant_l;
        drop table avant_c; drop table avant_l; set session_replication_role = origin`)
    }
    assert.deepEqual(await constats(), [])
  })

test('a reading of today is signed tomorrow: until then, nothing vouches for it', async () => {
  const avant = (await verifierChaines(m.maison)).lectures
  await m.lire(`/signalements/${fil}`, 'chefTilleuls')
  assert.equal((await verifierChaines(m.maison)).lectures, avant)
  clock.set(plus(clock.now(), JOUR))
  await ancrer(m.maison)
  assert.ok((await verifierChaines(m.maison)).lectures > avant)
  assert.deepEqual(await constats(), [])
})

test('one anchor a day; a line that a crash kept from the file is written the next time; no anchor for two days is said', async () => {
  const chemin = journalDesAncres(m.maison.config.donnees)
  clock.set(plus(clock.now(), JOUR))
  assert.equal(await ancrer(m.maison), 1)
  const avant = (await readFile(chemin, 'utf8')).trimEnd().split('\n')
  assert.equal(await ancrer(m.maison), 0)
  // The last line was lost, and what was being written in its place was cut.
  await writeFile(chemin, `${avant.slice(0, -1).join('\n')}\n${avant.at(-1)!.slice(0, 40)}`)
  clock.set(plus(clock.now(), JOUR))
  assert.deepEqual(await Promise.all([ancrer(m.maison), ancrer(m.maison)]).then((n) => n.sort()), [0, 1])
  const apres = (await readFile(chemin, 'utf8')).trimEnd().split('\n')
  assert.deepEqual(apres.slice(0, avant.length), avant)
  assert.equal(apres.length, avant.length + 1)
  clock.set(plus(clock.now(), 2 * JOUR + 1))
  assert.equal((await verifierChaines(m.maison)).ancresEnRetard, true)
})
