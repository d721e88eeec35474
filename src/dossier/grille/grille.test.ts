import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, JOUR, plus, uuidv7 } from '#platform'
import { ouvrirProtege, type Ouvert } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'

const MAINTENANT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
before(async () => void (m = await nouveauMonde(MAINTENANT)))
after(() => m.fermer())
beforeEach(async () => {
  m.aller(MAINTENANT)
  await m.admin('delete from annuaire.grille_brouillon')
  await m.admin('delete from annuaire.grille')
})

const dite = async (r: Response): Promise<string> => (await r.text()).replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ')
const lire = async (chemin = '', qui: NomAgent = 'responsableAcademique'): Promise<string> =>
  dite(await m.lire(`/reglages/grille${chemin}`, qui))
const revision = async (): Promise<string> =>
  String((await m.admin<{ revision: number }>('select revision from annuaire.grille_brouillon'))[0]?.revision ?? 0)
const envoyer = async (
  chemin: string,
  champs: Record<string, string> = {},
  qui: NomAgent = 'responsableAcademique',
): Promise<Response> => m.envoyer(`/reglages/grille/${chemin}`, { revision: await revision(), ...champs }, qui)
const fait = async (chemin: string, champs: Record<string, string> = {}): Promise<void> => {
  const r = await envoyer(chemin, champs)
  assert.equal(r.status, 303, r.status === 303 ? '' : await dite(r))
}
const preparer = (depuis = '2026-2'): Promise<void> => fait('brouillon', { depuis })
const reformuler = (code: string, question: string, aide = ''): Promise<void> =>
  fait(`questions/${code}`, { [`question_${code}`]: question, [`aide_${code}`]: aide })
const nouvelle = { axe: '2', question_axe2: 'A-t-il encore un ami dans la classe ?', aide_axe2: '', genre_axe2: 'oui_non' }
const publier = (champs: Record<string, string> = {}): Promise<void> =>
  fait('publication', { du: '2026-11-10', raison: 'Demandé par les équipes.', ...champs })
const publiees = (): Promise<{ version: string; du: string; raison: string; par: string }[]> =>
  m.admin('select version, du::text, raison, par from annuaire.grille order by le, version')

/** The questions that whoever fills the grid of this dossier reads, in their order. */
async function posees(d: Ouvert, qui: NomAgent = 'chefTilleuls'): Promise<string[]> {
  const page = await dite(await m.lire(`/dossiers/${d.numero}/evaluation/grille`, qui))
  return [...new Set([...page.matchAll(/type="radio"[^>]* name="([a-z0-9]+)"/g)].map((x) => x[1]!))]
}
const dossier = (): Promise<Ouvert> => ouvrirProtege(m, 'chefTilleuls')
const NATIONALES =
  'repetition=souvent duree=semaines graves=non cyber=sait_pas desequilibre=non groupe=suit vulnerabilite=oui dignite=oui sante=signes apprentissage=sait_pas evolution=debut danger=non'
    .split(' ')
    .map((r) => r.split('=') as [string, string])
const REPONSES: Record<string, string> = Object.fromEntries(NATIONALES)
const evaluer = (d: Ouvert, champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  m.envoyer(`/dossiers/${d.numero}/evaluation/grille`, { id: uuidv7(), ...REPONSES, ...champs }, qui)
const comparee = async (d: Ouvert): Promise<string> => dite(await m.lire(`/dossiers/${d.numero}/evaluation`, 'chefTilleuls'))

const ECRITURES = [
  'brouillon',
  'questions',
  'questions/sante',
  'questions/sante/retrait',
  'questions/sante/place',
  'abandon',
  'publication',
]

test('the pôle reads; a school does not know that it exists; the responsable académique alone writes, and the database holds it', async () => {
  for (const qui of ['responsableAcademique', 'referenteAcademique', 'responsable31', 'referent81'] as const)
    for (const chemin of ['', '/apercu?version=2026-2'])
      assert.equal((await m.lire(`/reglages/grille${chemin}`, qui)).status, 200, qui)
  for (const qui of ['chefTilleuls', 'ien31', 'dpo', 'equipeTilleuls', 'administrateur'] as const) {
    for (const chemin of ['', '/apercu?version=2026-2'])
      assert.equal((await m.lire(`/reglages/grille${chemin}`, qui)).status, 404, qui)
    for (const e of ECRITURES) assert.equal((await envoyer(e, { depuis: '2026-2' }, qui)).status, 404, `${qui} ${e}`)
  }
  assert.doesNotMatch(await lire('', 'referenteAcademique'), /action="\/reglages\/grille/)
  for (const e of ECRITURES) {
    const r = await envoyer(e, { depuis: '2026-2' }, 'referenteAcademique')
    assert.equal(r.status, 409, e)
    assert.match(await dite(r), /Seul le responsable académique/)
  }
  assert.deepEqual(await m.admin('select from annuaire.grille_brouillon'), [])
  assert.match(await lire('', 'referenteAcademique'), /L’académie n’a encore publié aucune version/)
  assert.equal((await m.lire('/reglages/grille/apercu', 'responsableAcademique')).status, 404, 'nothing is being prepared')
  assert.equal((await m.lire('/reglages/grille/apercu?version=local-9', 'responsableAcademique')).status, 404)
})

test('reworded, added, taken out, moved, previewed, published with a reason: teams fill it from that day on', async () => {
  const d = await dossier()
  const codes = NATIONALES.map(([c]) => c)
  assert.deepEqual(await posees(d), codes)
  await preparer()
  await reformuler('groupe', 'Que font les autres élèves ?', 'Ceux qui voient.')
  await fait('questions', nouvelle)
  await fait('questions/cyber/retrait')
  await fait('questions/danger/place', { sens: 'haut' })
  const apercu = await lire('/apercu')
  assert.match(apercu, /Que font les autres élèves \?.*Ceux qui voient\..*A-t-il encore un ami/)
  assert.doesNotMatch(apercu, /aussi en ligne/)
  const relue = await lire()
  assert.match(
    relue,
    /Ajoutées.*un ami dans la classe.*Enlevées.*aussi en ligne.*Reformulées.*Que fait le groupe \?.*Devient : Que font les autres élèves \? \(Ceux qui voient\.\).*changent de place/,
  )
  assert.deepEqual(await posees(d), codes, 'nobody fills what is not published')
  await publier({ du: '2026-11-12' })
  assert.deepEqual(await posees(d), codes, 'nor before its day')
  assert.match(await lire(), /n° 1<\/a> prendra sa place le 12 nov/)
  m.aller(plus(clock.now(), 2 * JOUR))
  const suite = ['repetition', 'duree', 'graves', 'desequilibre', 'groupe', 'vulnerabilite', 'dignite', 'sante', 'apprentissage']
  assert.deepEqual(await posees(d), [...suite, 'q1', 'danger', 'evolution'])
  assert.deepEqual(await publiees(), [
    { version: 'local-1', du: '2026-11-12', raison: 'Demandé par les équipes.', par: m.agents.responsableAcademique },
  ])
  assert.match(await lire('', 'referent81'), /n° 1<\/a>, à partir du 12 nov.* : Demandé par les équipes\. <small>Denis Lacaze/)
  assert.equal((await evaluer(d, { grille: 'local-1', q1: 'oui' })).status, 303)
  const [f] = await m.admin<{ detail: object }>(
    `select detail from confidentiel.fait where fil = $1 and verbe = 'dossier.evaluer'`,
    [d.id],
  )
  assert.equal((f!.detail as { grille: string }).grille, 'local-1')
})

test('what the rules read is reworded and moved, never taken away, and the screen says why; the database holds it too', async () => {
  await preparer()
  const page = await lire()
  assert.match(page, /un danger dit prévient aussitôt.*Elle se reformule et se déplace, elle ne s’enlève pas/)
  assert.match(page, /contre-indications de la préoccupation partagée/)
  for (const code of ['danger', 'graves']) {
    assert.doesNotMatch(page, new RegExp(`/questions/${code}/retrait`))
    const r = await envoyer(`questions/${code}/retrait`)
    assert.equal(r.status, 409)
    assert.match(await dite(r), /Le dossier s’appuie sur cette réponse/)
  }
  await assert.rejects(
    m.admin(
      `insert into annuaire.grille (acad, version, contenu, raison, du, par, le)
        select '16', 'local-1', jsonb_path_query_array(contenu, '$.x'), 'x', '2026-11-10', par, le from annuaire.grille_brouillon`,
    ),
    /grille_tenue/,
  )
  await reformuler('danger', 'Faut-il agir dans l’heure ?')
  await reformuler('graves', 'Des faits qui appellent une autre voie ?')
  await publier()
  const d = await dossier()
  // Reworded, they still do what the rules say.
  const sans = await evaluer(d, { grille: 'local-1', graves: 'oui' })
  assert.equal(sans.status, 422)
  assert.match(await dite(sans), /Dites lesquels/)
  const r = await evaluer(d, { grille: 'local-1', danger: 'oui', graves: 'oui', graves_lesquels: 'arme' })
  assert.match(r.headers.get('location')!, /fait=danger/)
  const [f] = await m.admin<{ detail: object }>(
    `select detail from confidentiel.fait where fil = $1 and verbe = 'dossier.evaluer'`,
    [d.id],
  )
  assert.deepEqual({ ...f!.detail, evaluation: '' }, { evaluation: '', grille: 'local-1', danger: true, contre: ['arme'] })
})

test('what was filled or begun under a version stays under it, and is compared with the next ones', async () => {
  const d = await dossier()
  assert.equal((await evaluer(d, { groupe_base: 'Vu à la récréation.' })).status, 303)
  const commence = { ...REPONSES, grille: '2026-2', brouillon: 'evaluation/grille', serie: '0', cyber: 'oui' }
  assert.equal((await m.envoyer(`/dossiers/${d.numero}/brouillons`, commence, 'coordoTilleuls')).status, 303)
  await preparer()
  await reformuler('groupe', 'Que font les autres élèves ?')
  await fait('questions/cyber/retrait')
  await fait('questions', nouvelle)
  await publier()
  assert.ok(
    (await posees(d, 'coordoTilleuls')).includes('cyber'),
    'the draft is found again under the grid that it was begun with',
  )
  assert.equal((await evaluer(d, { grille: '2026-2', cyber: 'oui' }, 'coordoTilleuls')).status, 303)
  const manque = await evaluer(d, { grille: 'local-1' }, 'referent31')
  assert.equal(manque.status, 422)
  assert.match(await dite(manque), /un ami dans la classe \? « Je ne sais pas » est une réponse/)
  assert.equal((await evaluer(d, { grille: 'local-1', groupe: 'tait', q1: 'non' }, 'referent31')).status, 303)
  const lignes = (await comparee(d)).split('<tr').map((l) => l.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '))
  const ligne = (mots: string): string => lignes.find((l) => l.includes(mots)) ?? ''
  assert.match(
    ligne('Que font les autres élèves'),
    /Avis différents.*On lui demandait : « Que fait le groupe \? ».*Il voit et ne dit rien/,
  )
  assert.match(ligne('un ami dans la classe'), /N’était pas demandé N’était pas demandé Non/)
  assert.match(ligne('aussi en ligne'), /Je ne sais pas Oui, c’est dit ou constaté N’était pas demandé/)
  // The words that a base stands under are those of its own grid.
  const r = await m.envoyer(`/dossiers/${d.numero}/recherche`, { mots: 'récréation' }, 'chefTilleuls')
  assert.match(await dite(r), /Regard \(Claire Vidal\) : que fait le groupe \?/)
})

test('a form that names no grid, or one whose day has not come, is the one of today', async () => {
  const d = await dossier()
  await preparer()
  await fait('questions', nouvelle)
  await publier({ du: '2026-11-20' })
  for (const grille of ['', 'local-1', 'local-9', '__proto__'])
    assert.equal((await evaluer(d, { grille }, 'chefTilleuls')).status, 303, grille)
  assert.deepEqual(await m.admin(`select distinct grille from confidentiel.evaluation where fil = $1`, [d.id]), [
    { grille: '2026-2' },
  ])
})

test('undone by publishing another one: from any version of before; the last published whose day has come counts', async () => {
  const d = await dossier()
  await preparer()
  await fait('questions/cyber/retrait')
  await publier()
  await preparer('local-1')
  const pareil = await envoyer('publication', { du: '2026-11-10', raison: 'x' })
  assert.equal(pareil.status, 422)
  assert.match(await dite(pareil), /exactement la même chose/)
  await fait('questions/sante/retrait')
  await publier({ du: '2026-11-20' })
  await preparer('2026-2')
  await publier({ raison: 'Les équipes la préféraient.' })
  assert.ok((await posees(d)).includes('cyber'))
  m.aller(new Date('2026-11-25T09:00:00+01:00'))
  assert.ok((await posees(d)).includes('sante'), 'what was published after it has taken its place for good')
  assert.deepEqual(
    (await publiees()).map((p) => p.version),
    ['local-1', 'local-2', 'local-3'],
  )
})

test('a code is never given twice: what was taken away, published or not, is not answered by another question', async () => {
  const d = await dossier()
  await preparer()
  await fait('questions', nouvelle)
  await publier()
  await preparer('2026-2')
  await fait('questions', { ...nouvelle, question_axe2: 'Mange-t-il avec d’autres ?' })
  await publier()
  assert.ok((await posees(d)).includes('q2'))
  assert.ok(!(await posees(d)).includes('q1'))
})

test('two at once: one change is kept and the other is told; one publication, and the other is told', async () => {
  await preparer()
  const vue = await revision()
  const deux = await Promise.all([
    envoyer('questions/sante', { revision: vue, question_sante: 'A ?', aide_sante: '' }),
    envoyer('questions/sante', { revision: vue, question_sante: 'B ?', aide_sante: '' }),
  ])
  assert.deepEqual(deux.map((r) => r.status).sort(), [303, 409])
  const perdu = deux.find((r) => r.status === 409)!
  const page = await dite(perdu)
  assert.match(page, /Quelqu’un a changé cette version pendant que vous écriviez/)
  assert.match(page, /value="[AB] \?"/, 'what was typed is still there')
  const champs = { revision: await revision(), du: '2026-11-10', raison: 'Essai' }
  const publications = await Promise.all([envoyer('publication', champs), envoyer('publication', champs)])
  assert.deepEqual(publications.map((r) => r.status).sort(), [303, 409])
  assert.equal((await publiees()).length, 1)
  const seconde = await Promise.all([envoyer('brouillon', { depuis: '2026-2' }), envoyer('brouillon', { depuis: 'local-1' })])
  assert.deepEqual(seconde.map((r) => r.status).sort(), [303, 409])
  await fait('abandon')
  assert.equal((await envoyer('abandon', { revision: '1' })).status, 409)
})

test('lengths are bounded, words are needed, kinds are known; what was typed comes back', async () => {
  await preparer()
  const refus = async (chemin: string, champs: Record<string, string>): Promise<string> => {
    const r = await envoyer(chemin, champs)
    assert.equal(r.status, 422, chemin)
    return dite(r)
  }
  assert.match(await refus('questions/sante', { question_sante: '', aide_sante: 'Gardée.' }), /Écrivez la question.*Gardée\./)
  assert.match(await refus('questions/sante', { question_sante: 'x'.repeat(201) }), /trop long/)
  assert.match(await refus('questions/sante', { question_sante: 'Va ?', aide_sante: 'x'.repeat(501) }), /trop long/)
  assert.match(await refus('questions/sante', { question_sante: 'que fait le GROUPE ?' }), /déjà dans la grille/)
  for (const genre_axe2 of ['', 'nombre', 'toString', 'groupe'])
    assert.match(await refus('questions', { ...nouvelle, genre_axe2 }), /Choisissez comment on y répond/)
  assert.match(await refus('publication', { raison: 'x', du: '2026-11-10' }), /exactement la même chose/)
  await reformuler('sante', 'Va-t-il bien ?')
  assert.match(await refus('publication', { raison: '', du: '2026-11-10' }), /Écrivez la raison/)
  assert.match(await refus('publication', { raison: 'x', du: '2026-11-09' }), /Ce jour est passé/)
  assert.match(await refus('publication', { raison: 'x', du: '2028-01-01' }), /dans l’année qui vient/)
  assert.match(await refus('brouillon', { depuis: '2026-1' }), /Choisissez de quelle version partir/)
  for (const chemin of ['questions/inconnue', 'questions/inconnue/retrait', 'questions/inconnue/place'])
    assert.equal((await envoyer(chemin, { question_inconnue: 'x' })).status, 409, chemin)
  assert.equal((await envoyer('questions', { ...nouvelle, axe: '7' })).status, 409)
  for (let i = 0; i < 12; i++) await fait('questions', { ...nouvelle, question_axe2: `Question ${'abcdefghijkl'[i]} ?` })
  assert.match(await dite(await envoyer('questions', nouvelle)), /déjà 24 questions/)
})

test('hostile words are shown as words, wherever a grid is read', async () => {
  const d = await dossier()
  const hostile = '<img src=x onerror=alert(1)> "> ${x} ?'
  await preparer()
  await reformuler('sante', hostile, '</textarea><script>alert(1)</script>')
  const pages = [await lire(), await lire('/apercu')]
  await publier({ raison: '<script>alert(2)</script>' })
  assert.equal((await evaluer(d, { grille: 'local-1', sante_base: 'Infirmerie.' })).status, 303)
  pages.push(
    await lire(),
    await comparee(d),
    await dite(await m.lire(`/dossiers/${d.numero}/evaluation/grille`, 'chefTilleuls')),
    await dite(await m.envoyer(`/dossiers/${d.numero}/recherche`, { mots: 'infirmerie' }, 'chefTilleuls')),
  )
  for (const p of pages) assert.doesNotMatch(p, /<img|<script>alert|<\/textarea><script/)
  for (const p of [pages[0]!, pages[1]!, pages[3]!]) assert.match(p, /&lt;img src=x onerror=alert/)
})
