import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { clock, JOUR, MINUTE, plus, uuidv7 } from '#platform'
import { envoyerDossier } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { aTraiter, engagement, type DossierATraiter } from '../../../tests/support/pistes.ts'

/** Invariant 5: at fifteen days keeping, switching or ending is a recorded decision; no track slides on by itself. */

const DEBUT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
before(async () => void (m = await nouveauMonde(DEBUT)))
after(() => m.fermer())

/** Days without class of this winter (arrêté, zone C), written by hand. */
const SANS_CLASSE = (iso: string): boolean =>
  [0, 6].includes(new Date(`${iso}T12:00:00Z`).getUTCDay()) ||
  iso === '2026-11-11' ||
  (iso >= '2026-12-19' && iso < '2027-01-04') ||
  (iso >= '2027-02-06' && iso < '2027-02-22')
const isoDe = (d: Date): string => new Date(d.getTime() + 3_600_000).toISOString().slice(0, 10)
function jourOuvert(de: Date): string {
  let jour = de
  while (SANS_CLASSE(isoDe(jour))) jour = plus(jour, JOUR)
  return isoDe(jour)
}
/** The fifteenth day, carried to the next day of class. */
const quinzieme = (de: Date): string => jourOuvert(plus(de, 15 * JOUR))

type Geste =
  | { quoi: 'attendre'; jours: number }
  | { quoi: 'engager'; methode: string }
  | { quoi: 'decider'; decision: string; parole: string; piste: number; raison: boolean }
  | { quoi: 'surveiller' }
const geste: fc.Arbitrary<Geste> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ quoi: fc.constant('attendre' as const), jours: fc.integer({ min: 1, max: 9 }) }) },
  fc.record({ quoi: fc.constant('engager' as const), methode: fc.constantFrom('mpp', 'farsta', 'judiciaire', 'no_blame') }),
  {
    weight: 4,
    arbitrary: fc.record({
      quoi: fc.constant('decider' as const),
      decision: fc.constantFrom('garder', 'changer', 'finir'),
      parole: fc.constantFrom('cesse', 'mieux', 'pareil', 'pire'),
      piste: fc.nat(3),
      raison: fc.boolean(),
    }),
  },
  fc.record({ quoi: fc.constant('surveiller' as const) }),
)

interface PisteVue {
  id: string
  methode: string
  engagee_le: Date
  finie_le: Date | null
  version: number
}
const pistes = (d: DossierATraiter): Promise<PisteVue[]> =>
  m.admin('select id, methode, engagee_le, finie_le, version from confidentiel.piste where fil = $1 order by engagee_le, id', [
    d.id,
  ])

async function faire(d: DossierATraiter, g: Geste): Promise<number> {
  m.aller(plus(clock.now(), MINUTE))
  const envoyer = async (forme: string, champs: Record<string, string>): Promise<number> =>
    (await envoyerDossier(m, d, forme, { id: uuidv7(), ...champs }, 'referent31')).status
  if (g.quoi === 'attendre') return (m.aller(plus(clock.now(), g.jours * JOUR)), 303)
  if (g.quoi === 'engager') return envoyer('traitement/pistes', engagement({ methode: g.methode }))
  if (g.quoi === 'surveiller') return envoyer('suivi/surveillance', { quoi: 'La CPE regarde la cour.' })
  const la = (await pistes(d)).filter((p) => p.finie_le === null)
  const p = la[g.piste % Math.max(1, la.length)]
  if (p === undefined) return 404
  const { decision, parole } = g
  const champs = {
    version_piste: String(p.version),
    decision,
    parole,
    mots: '« Voilà. »',
    raison: g.raison ? 'Écrite.' : '',
    malgre: 'Écrit.',
  }
  return envoyer(`traitement/pistes/${p.id}/decision`, champs)
}

/** What holds at every instant, whatever was done. */
async function verifier(d: DossierATraiter, dit: string): Promise<void> {
  const prevus = await m.admin<{ objet: string; le: Date }>(
    `select objet, le from confidentiel.prevu where fil = $1 and nature = 'decision_piste' and issue is null`,
    [d.id],
  )
  const decisions = await m.admin<{ piste: string; decision: string; parole: string; le: Date }>(
    'select piste, decision, parole, le from confidentiel.piste_decision where fil = $1 order by le, id',
    [d.id],
  )
  const [{ etat }] = (await m.admin<{ etat: string }>('select etat from confidentiel.dossier where id = $1', [d.id])) as [
    { etat: string },
  ]
  const toutes = await pistes(d)
  for (const p of toutes) {
    const siennes = decisions.filter((x) => x.piste === p.id)
    if (p.finie_le !== null) {
      // It ended by a decision, with what the target said.
      assert.ok(['changer', 'finir'].includes(siennes.at(-1)?.decision ?? ''), dit)
      assert.ok(siennes.at(-1)!.parole.length > 0, dit)
      continue
    }
    assert.ok(
      siennes.every((x) => x.decision === 'garder'),
      dit,
    )
    const promis = prevus.filter((x) => x.objet === p.id).map((x) => isoDe(x.le))
    const depuis = siennes.at(-1)?.le ?? p.engagee_le
    // Judges were called in since: a track between pupils is decided the same school day.
    const [juge] = toutes.filter((x) => x.methode === 'judiciaire' && x.engagee_le > depuis && p.methode !== 'judiciaire')
    const attendus = [quinzieme(depuis), ...(juge === undefined ? [] : [jourOuvert(juge.engagee_le)])]
    assert.deepEqual(promis, [attendus.sort()[0]], dit)
  }
  assert.equal(prevus.length, toutes.filter((p) => p.finie_le === null).length, dit)
  if (etat === 'surveillance' && prevus.length > 0) assert.fail(`under watch, a track still running: ${dit}`)
}

test('whatever is done, no running track is ever without the day of its decision, and none ends without one', async () => {
  let [gardees, changees, refusees] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(geste, { minLength: 5, maxLength: 12 }), async (gestes) => {
      m.aller(DEBUT)
      const d = await aTraiter(m, 'referent31')
      for (const g of [{ quoi: 'engager', methode: 'mpp' } as Geste, ...gestes]) {
        const statut = await faire(d, g)
        assert.ok([303, 404, 409, 422].includes(statut), `${JSON.stringify(g)}: ${statut}`)
        if (g.quoi === 'decider' && statut === 303 && g.decision === 'garder') gardees++
        if (g.quoi === 'decider' && statut === 303 && g.decision !== 'garder') changees++
        if (g.quoi === 'decider' && statut === 422) refusees++
        await verifier(d, JSON.stringify(gestes))
      }
    }),
    { numRuns: 8, seed: 20261115 },
  )
  assert.ok(gardees > 1 && changees > 2 && refusees > 2, `${gardees} kept, ${changees} changed or ended, ${refusees} refused`)
})
