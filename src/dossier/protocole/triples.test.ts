import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { typo } from '#ui'
import { direLaFin, mener, ouvrirDossier } from '../../../tests/support/dossiers.ts'
import { AGENTS, ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import {
  envoyerForme,
  GESTES,
  ouvrirContexte,
  PASSE,
  toutCeQuiEstEcrit,
  type Contexte,
  type Geste,
} from '../../../tests/support/triples.ts'
import { REFUS } from './2024.refus.ts'
import { ETATS, VERBES, type Etat, type Verbe } from './protocole.ts'

/**
 * Every role × verb × state, in requests: what the table refuses the server refuses with its sentence, what it allows works.
 * The expectation is written by hand from the circular and the field research, never computed from the table.
 */
const SOIN: Etat[] = ['protege', 'evaluation', 'traitement', 'surveillance']
const OUVERTS: Etat[] = ['recu', 'pris_en_charge', ...SOIN, 'rouvert']
const QUAND: Record<Verbe, Etat[]> = {
  prendre: ['recu', 'rouvert'],
  proteger: ['pris_en_charge', ...SOIN],
  lever: SOIN,
  inscrire_personne: OUVERTS,
  changer_role: OUVERTS,
  changer_urgence: OUVERTS,
  resumer: OUVERTS,
  confier: [...OUVERTS, 'clos', 'ecarte', 'doublon', 'transfere'],
  octroyer: OUVERTS,
  rattacher: [...OUVERTS, 'clos', 'ecarte', 'transfere'],
  reporter: SOIN,
  noter: [...OUVERTS, 'clos', 'ecarte', 'doublon', 'transfere'],
  tacher: OUVERTS,
  revoir: OUVERTS,
  sceller: OUVERTS,
  entendre: ['pris_en_charge', ...SOIN],
  evaluer: SOIN,
  qualifier: SOIN,
  engager_piste: ['evaluation', 'traitement', 'surveillance'],
  preoccuper: ['traitement'],
  composer_equipe: ['traitement'],
  avancer_piste: ['traitement'],
  decider_piste: ['traitement'],
  informer_famille: [...OUVERTS, 'clos', 'ecarte', 'transfere'],
  extraire: [...OUVERTS, 'clos', 'ecarte', 'doublon', 'transfere'],
  relire: [...OUVERTS, 'clos', 'ecarte', 'doublon', 'transfere'],
  transmettre: OUVERTS,
  partir: [...OUVERTS, 'transfere'],
  suivre_transmission: [...OUVERTS, 'clos', 'ecarte', 'doublon', 'transfere'],
  surveiller: ['evaluation', 'traitement'],
  point_suivi: ['surveillance'],
  clore: ['surveillance'],
  ecarter: ['evaluation'],
  rouvrir: ['clos', 'ecarte', 'transfere'],
  expliquer: ['clos', 'ecarte', 'transfere'],
  doublonner: OUVERTS,
  dedoubler: ['doublon'],
  transferer: OUVERTS,
  proposer: OUVERTS,
  repondre_offre: OUVERTS,
  rappeler_offre: OUVERTS,
  demander_appui: OUVERTS,
}
/** Signed by the head of the school, the inspector or the pôle, never by the coordonnateur. */
const SIGNES: Verbe[] = [
  ...(['qualifier', 'engager_piste', 'avancer_piste', 'decider_piste', 'extraire', 'transmettre', 'partir'] as const),
  ...(['surveiller', 'clore', 'ecarter', 'doublonner', 'dedoubler', 'transferer'] as const),
]
/** What a member of the équipe ressource does, on a dossier that was handed to them: listen, look, write it down, ask for help. */
const AIDES: Verbe[] = [
  ...(['noter', 'tacher', 'sceller', 'entendre', 'evaluer'] as const),
  ...(['preoccuper', 'informer_famille', 'point_suivi', 'demander_appui'] as const),
]
const MANDAT = 'Cet acte revient à la direction, à l’inspection ou au pôle.'
const AIDE = 'Ce dossier vous a été confié pour y aider. Cet acte revient à qui vous l’a confié.'
const LECTURE = 'Ce dossier vous est ouvert pour le lire. Le reste revient à qui en répond.'

/** Who tries, and the sentence of their refusal; null: allowed. */
const QUI: Partial<Record<NomAgent, (v: Verbe) => string | null>> = {
  chefTilleuls: () => null,
  coordoTilleuls: (v) => (SIGNES.includes(v) ? MANDAT : null),
  equipeTilleuls: (v) => (AIDES.includes(v) ? null : AIDE),
  chefSaules: () => LECTURE,
}
/** Above the school nothing of the table is refused but what the state does not allow: each refusal is tried by all, each act by one in turn. */
const AU_DESSUS = ['ien31', 'referent31', 'responsable31', 'referenteAcademique', 'responsableAcademique'] as const
const ROLES = Object.entries(QUI) as [NomAgent, (v: Verbe) => string | null][]

let m: Monde
let autre: string
/** A refusal writes nothing: one dossier, that holds everything an act can be about, serves them all. */
let commun: Contexte
before(async () => {
  m = await nouveauMonde()
  // The school of this test stands in the inspector's circonscription, so that every role is tried on the same dossier.
  await m.admin(`update annuaire.etablissement set circo = $2 where acad = '16' and etab = $1`, [
    ECOLES.tilleuls.etab,
    AGENTS.ien31.circo,
  ])
  autre = (await ouvrirDossier(m, 'chefTilleuls')).numero
  // Sealed notes belong to a profession: each of the three has one here, so that the table alone answers.
  for (const nom of ['chefTilleuls', 'coordoTilleuls', 'equipeTilleuls', ...AU_DESSUS] as const)
    await m.admin(
      `insert into annuaire.profession (acad, id, agent, profession, par, du) values ('16', $1, $2, 'infirmier', $3, '2026-09-01')`,
      [uuidv7(), m.agents[nom], m.agents.administrateur],
    )
  commun = await ouvrirContexte(m, 'chefTilleuls', autre)
  await preparer(commun)
  for (const v of Object.keys(GESTES) as Verbe[]) if (v !== 'dedoubler') await GESTES[v].objet?.(commun)
})
after(() => m.fermer())

/** What has happened before, as facts that the history can tell. */
async function preparer(c: Contexte, faits: Geste['faits'] = []): Promise<void> {
  await mener(m, c.d, 'traitement', [...PASSE, ...faits])
  await direLaFin(m, c.d)
}

const confier = (c: Contexte, nom: NomAgent): Promise<unknown> =>
  m.admin(
    `insert into acces.octroi (acad, id, fil, agent, par, motif, du) values ('16', $1, $2, $3, $4, 'entretiens', '2026-11-01')`,
    [uuidv7(), c.d.id, m.agents[nom], m.agents.chefTilleuls],
  )

const tenter = (verbe: Verbe, c: Contexte, qui: NomAgent): Promise<Response> =>
  envoyerForme(c, GESTES[verbe].forme(c), GESTES[verbe].champs(c), qui)

const dit = (corps: string): string =>
  (/preau-alerte__texte">([^<]*)|preau-resume[^]*?<li>(.*?)<\/li>/.exec(corps) ?? [corps.slice(0, 300)]).slice(-2).join(' ')

async function refuse(etat: Etat, verbe: Verbe, qui: NomAgent, phrase: string): Promise<void> {
  const r = await tenter(verbe, commun, qui)
  const corps = await r.text()
  const cas = `${etat} ${verbe} ${qui}: ${dit(corps)}`
  assert.equal(r.status, 409, cas)
  assert.ok(corps.includes(typo(phrase)), `${cas} instead of: ${phrase}`)
}

async function accepte(etat: Etat, verbe: Verbe, qui: NomAgent): Promise<void> {
  const c = await ouvrirContexte(m, qui, autre)
  await preparer(c, GESTES[verbe].faits)
  await GESTES[verbe].objet?.(c)
  await mener(m, c.d, etat)
  if (qui === 'equipeTilleuls') await confier(c, qui)
  const r = await tenter(verbe, c, qui)
  assert.equal(r.status, 303, `${etat} ${verbe} ${qui}: ${r.status === 303 ? '' : dit(await r.text())}`)
}

/** Several at once, as in life: nothing here waits for another; every failure is said. */
async function tous(gestes: (() => Promise<void>)[], ensemble = 4): Promise<string[]> {
  const manques: string[] = []
  const file = gestes.values()
  const servir = async (): Promise<void> => {
    for (const g of file) await g().catch((e: Error) => void manques.push(e.message))
  }
  await Promise.all(Array.from({ length: ensemble }, servir))
  return manques
}

for (const etat of Object.keys(ETATS) as Etat[])
  test(`${ETATS[etat].libelle}: the server answers what the table says, to each role and for each act`, async () => {
    const triples = (Object.keys(QUAND) as Verbe[]).flatMap((verbe) =>
      ROLES.map(([qui, role]) => {
        const parRole = role(verbe)
        // Whoever only reads is told so; otherwise the state of the dossier comes first.
        return { verbe, qui, refus: parRole === LECTURE ? LECTURE : QUAND[verbe].includes(etat) ? parRole : REFUS[verbe] }
      }),
    )
    for (const [i, verbe] of (Object.keys(QUAND) as Verbe[]).entries()) {
      // An offer is answered by whom it was made to, and called back by whoever made it: escalade.test.ts.
      if (['repondre_offre', 'rappeler_offre'].includes(verbe) && QUAND[verbe].includes(etat)) continue
      if (QUAND[verbe].includes(etat)) triples.push({ verbe, qui: AU_DESSUS[i % AU_DESSUS.length]!, refus: null })
      else triples.push(...AU_DESSUS.map((qui) => ({ verbe, qui, refus: REFUS[verbe] })))
    }
    await mener(m, commun.d, etat)
    // An end closes what was handed one by one (secours.test.ts): handed anew, so that the table answers here too.
    for (const nom of ['equipeTilleuls', 'chefSaules'] as const) await confier(commun, nom)
    const avant = await toutCeQuiEstEcrit(m, commun.d.id)
    const refuses = triples.flatMap(({ verbe, qui, refus }) => (refus === null ? [] : [() => refuse(etat, verbe, qui, refus)]))
    assert.deepEqual(await tous(refuses), [])
    assert.deepEqual(await toutCeQuiEstEcrit(m, commun.d.id), avant, 'what is refused writes nothing')
    const permis = triples.flatMap(({ verbe, qui, refus }) => (refus === null ? [() => accepte(etat, verbe, qui)] : []))
    assert.deepEqual(await tous(permis), [])
    assert.equal((await m.lire(`/dossiers/${commun.d.numero}`, 'chefPruniers')).status, 404)
  })

test('every act of the table is tried here', () => {
  assert.deepEqual(Object.keys(GESTES).sort(), Object.keys(VERBES).sort())
})
