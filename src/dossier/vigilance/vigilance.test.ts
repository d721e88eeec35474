import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'

let m: Monde
let numero = ''
const id = uuidv7()
const mesure = uuidv7()
const agir = async (chemin: string, champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> => {
  const [d] = await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [id])
  return m.envoyer(`/dossiers/${numero}/${chemin}`, { version: String(d!.version), ...champs }, qui)
}
before(async () => {
  m = await nouveauMonde()
  const personnes = { nom0: 'Léa Marchetti', precision0: '5e B', role0: 'cible', nom1: 'Enzo Faure', role1: 'auteur_presume' }
  await m.envoyer('/dossiers/nouveau', { id, etab: ECOLES.tilleuls.etab, ...personnes }, 'chefTilleuls')
  numero = (await m.admin<{ numero: string }>('select numero from confidentiel.dossier where id = $1', [id]))[0]!.numero
  const r = await agir('mesures', { id: mesure, nature: 'vigilance', quoi: 'Présence aux récréations.', qui: 'Vie scolaire' })
  assert.equal(r.status, 303)
})
after(() => m.fermer())

const cible = async (): Promise<string> =>
  (
    await m.admin<{ personne: string }>(`select personne from confidentiel.personne_role where fil = $1 and role = 'cible'`, [id])
  )[0]!.personne
const avis = async (champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  agir(
    'vigilance',
    { eleve: await cible(), consigne_couloirs: 'oui', a_qui: 'Mme Roca, vie scolaire', jusquau: '2026-11-30', ...champs },
    qui,
  )

test('the notice names the pupil, what to do and whom to tell, and neither the cause nor anybody else', async () => {
  const r = await avis({ plus: 'Proposer une place devant.' })
  assert.equal(r.status, 200)
  const html = await r.text()
  const notice = html.slice(html.indexOf('id="avis"'), html.indexOf('</section>', html.indexOf('id="avis"')))
  assert.match(notice, /Léa Marchetti/)
  assert.match(notice, /Mme Roca/)
  assert.doesNotMatch(notice, /Enzo|harc|victime|auteur|signal/i)
  assert.ok((await verbes(m, id)).includes('dossier.avis_vigilance'))
  assert.equal((await m.admin(`select from confidentiel.consultation where fil = $1 and nature = 'impression'`, [id])).length, 1)
})

test('a cause, another pupil’s name, nothing to do, nobody to tell: refused, and what was typed comes back', async () => {
  for (const [champs, phrase] of [
    [{ plus: 'Elle est victime de harcèlement.' }, /ni la cause/],
    [{ plus: 'Garder Enzo à l’écart.' }, /ni le nom d’un autre élève/],
    [{ a_qui: '' }, /à qui dire/],
    [{ eleve: uuidv7() }, /Choisissez l’élève/],
  ] as [Record<string, string>, RegExp][]) {
    const r = await avis(champs)
    assert.equal(r.status, 422)
    const html = await r.text()
    assert.match(html, phrase)
    if (champs.plus) assert.match(html, new RegExp(champs.plus.slice(0, 12)))
  }
  const rien = await agir('vigilance', { eleve: await cible(), a_qui: 'Mme Roca', jusquau: '2026-11-30' })
  assert.match(await rien.text(), /au moins une chose à faire/)
  assert.equal((await avis({}, 'chefSaules')).status, 404)
  assert.equal((await m.lire(`/dossiers/${numero}/vigilance`, 'chefSaules')).status, 404)
})

test('nor the name under which somebody was noted before, or goes by', async () => {
  const [auteur] = await m.admin<{ personne: string }>(
    `select personne from confidentiel.personne_role where fil = $1 and role = 'auteur_presume'`,
    [id],
  )
  assert.equal((await agir(`personnes/${auteur!.personne}`, { nom: 'Thibault Garçon', autres: 'zo_31' })).status, 303)
  for (const nom of ['Enzo', 'Thibault', 'zo_31']) {
    const r = await avis({ plus: `Garder ${nom} à l’écart.` })
    assert.equal(r.status, 422, nom)
    assert.match(await r.text(), /ni le nom d’un autre élève/)
  }
})

test('a measure is asked after: still on, ended, and no longer asked', async () => {
  const prevu = () =>
    m.admin<{ le: Date }>(`select le from confidentiel.prevu where fil = $1 and nature = 'revue_mesure' and issue is null`, [id])
  assert.equal((await prevu())[0]!.le.toISOString(), '2026-11-24T17:00:00.000Z')
  clock.set(new Date('2026-11-24T10:00:00+01:00'))
  assert.equal((await agir(`mesures/${mesure}/encore`, {}, 'coordoTilleuls')).status, 303)
  assert.equal((await prevu())[0]!.le.toISOString(), '2026-12-08T17:00:00.000Z')
  assert.match(await (await m.lire(`/dossiers/${numero}`, 'coordoTilleuls')).text(), /Vérifiée[^<]*Hugo Marsan/)
  assert.equal((await agir(`mesures/${uuidv7()}/encore`, {}, 'coordoTilleuls')).status, 404)
  assert.equal((await agir(`mesures/${mesure}/fin`, {}, 'coordoTilleuls')).status, 303)
  assert.deepEqual(await prevu(), [])
  clock.set(new Date('2026-11-25T10:00:00+01:00'))
  assert.equal((await agir(`mesures/${mesure}/encore`, {}, 'referent31')).status, 422)
})
