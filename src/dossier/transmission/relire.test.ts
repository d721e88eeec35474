import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { uuidv7 } from '#platform'
import { ecrireFait, envoyerDossier, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'

const DEBUT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
let d: DossierVu
before(async () => void (m = await nouveauMonde(DEBUT)))
after(() => m.fermer())
beforeEach(async () => {
  m.aller(DEBUT)
  d = await ouvrirDossier(m, 'chefTilleuls', { resume: 'Léa est moquée chaque matin. Appeler le 06 12 34 56 78.' })
})

type Champs = Record<string, string>
const DIT: Champs = { decision: 'oui', raison: 'Les faits durent.', jour: '2026-11-10', depart: 'relecture' }
const decider = async (
  code: string,
  champs: Champs = {},
  qui: NomAgent = 'chefTilleuls',
  id: string = uuidv7(),
): Promise<string> => {
  const r = await envoyerDossier(m, d, `transmissions/${code}`, { ...DIT, id, ...champs }, qui)
  assert.equal(r.status, 303, await r.text())
  return id
}
const ou = (id: string, suite = '', dossier: DossierVu = d): string =>
  `/dossiers/${dossier.numero}/transmissions/envois/${id}${suite}`
const version = async (id: string): Promise<string> =>
  String((await m.admin<{ version: number }>('select version from confidentiel.transmission where id = $1', [id]))[0]!.version)
const envoyer = async (id: string, suite: string, champs: Champs = {}, qui: NomAgent = 'coordoTilleuls'): Promise<Response> =>
  m.envoyer(ou(id, suite), { version: await version(id), ...champs }, qui)
const relire = (id: string, champs: Champs = {}, qui: NomAgent = 'coordoTilleuls'): Promise<Response> =>
  envoyer(id, '/avis', { avis: 'accord', ...champs }, qui)
const partir = (id: string, champs: Champs = {}, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  envoyer(id, '/depart', { jour: '2026-11-10', ...champs }, qui)
const texte = async (chemin: string, qui: NomAgent = 'chefTilleuls'): Promise<string> =>
  (await (await m.lire(chemin, qui)).text()).replaceAll('\u00a0', ' ')
const fiche = (page: string): string => /<article class="preau-feuille">([^]*)<\/article>/.exec(page)?.[1] ?? ''
const vu = async (id: string): Promise<{ attente: string | null; sans_relecture: string | null; relire_avant: Date | null }> =>
  (
    await m.admin<{ attente: string | null; sans_relecture: string | null; relire_avant: Date | null }>(
      'select attente, sans_relecture, relire_avant from confidentiel.transmission where id = $1',
      [id],
    )
  )[0]!
const promises = async (nature: string): Promise<{ pour: string }[]> =>
  m.admin('select pour from confidentiel.prevu where fil = $1 and nature = $2 and issue is null', [d.id, nature])
const courriels = (): Promise<{ agent: string; modele: string }[]> =>
  m.admin('select agent, modele from machine.courriel where fil = $1 order by cree_le, id', [d.id])

/** The next school day, at six in the evening in France: the 11th is the Armistice. */
const DEMAIN = new Date('2026-11-12T17:00:00.000Z')

test('what does not press waits: another person reads the very sheet, then whoever decides says that it left', async () => {
  await m.admin('delete from machine.courriel')
  const id = await decider('cabinet')
  assert.equal((await vu(id)).attente, 'a_relire')
  assert.deepEqual(await courriels(), [{ agent: m.agents.coordoTilleuls, modele: 'nouveau' }])
  // Nothing left: no outcome is owed, no sheet to print, and the list says so.
  assert.deepEqual(await promises('suite_transmission'), [])
  assert.equal((await m.lire(ou(id, '/feuille'), 'chefTilleuls')).status, 409)
  assert.match(await texte(`/dossiers/${d.numero}/transmissions`), /À relire avant de partir/)
  assert.equal((await partir(id)).status, 422, 'not without a reason')
  const lue = fiche(await texte(ou(id), 'coordoTilleuls'))
  assert.match(lue, /L\. M\.|une élève|moquée chaque matin/)
  assert.doesNotMatch(lue, /Léa|Marchetti|06 12/)
  // The dossier goes on; the sheet that is read stays the one that leaves.
  const autre = await envoyerDossier(m, d, 'resume', { resume: 'Tout autre chose.' }, 'chefTilleuls')
  assert.equal(autre.status, 303, await autre.text())
  assert.equal(fiche(await texte(ou(id), 'coordoTilleuls')), lue)
  assert.equal((await relire(id)).status, 303)
  assert.deepEqual(await promises('transmission_relue'), [{ pour: m.agents.chefTilleuls }])
  assert.match(await texte('/bureau', 'chefTilleuls'), /Une transmission relue/)
  assert.deepEqual((await courriels()).slice(1), [{ agent: m.agents.chefTilleuls, modele: 'nouveau' }])
  assert.equal((await partir(id, { reference: 'Bureau 12' })).status, 303)
  assert.deepEqual(await promises('transmission_relue'), [])
  const papier = fiche(await texte(ou(id, '/feuille')))
  assert.match(papier, /moquée chaque matin/)
  assert.doesNotMatch(papier, /Tout autre chose|Léa/)
  assert.deepEqual(
    (await verbes(m, d.id)).filter((v) => v.includes('transm')),
    ['dossier.soumettre_transmission', 'dossier.relire_transmission', 'dossier.transmettre'],
  )
  const histoire = await texte(`/dossiers/${d.numero}`)
  for (const dit of [
    'Donnée à relire avant de partir : Cabinet',
    'relue avant son départ, rien à reprendre : Cabinet',
    'Transmis : Cabinet',
  ])
    assert.ok(histoire.includes(dit), dit)
  const vus = await m.admin<{ nature: string }>(
    `select nature from confidentiel.consultation where fil = $1 and nature <> 'lecture' order by nature`,
    [d.id],
  )
  assert.deepEqual(
    vus.map((v) => v.nature),
    ['export', 'impression'],
  )
})

test('what presses never waits, and is read afterwards, by a date, by somebody else', async () => {
  await m.admin('delete from machine.courriel')
  const procureur = await decider('procureur', { depart: '' })
  assert.deepEqual(await vu(procureur), { attente: null, sans_relecture: 'urgence', relire_avant: DEMAIN })
  assert.deepEqual(await courriels(), [{ agent: m.agents.coordoTilleuls, modele: 'nouveau' }])
  assert.equal((await promises('suite_transmission')).length, 1)
  assert.equal((await m.lire(ou(procureur, '/feuille'), 'chefTilleuls')).status, 200)
  const bureau = async (qui: NomAgent): Promise<boolean> => (await texte('/bureau', qui)).includes(ou(procureur))
  assert.equal(await bureau('coordoTilleuls'), true)
  for (const qui of ['chefTilleuls', 'chefSaules', 'referent31', 'referent81', 'equipeTilleuls'] as const)
    assert.equal(await bureau(qui), false, qui)
  assert.match(await texte(`/dossiers/${d.numero}`), /À relire : Procureur[^]*par une autre personne que vous/)
  m.aller(new Date('2026-11-13T09:00:00+01:00'))
  assert.match(await texte('/bureau', 'coordoTilleuls'), /Procureur de la République[^]*déjà transmis/)
  assert.equal(
    (await relire(procureur, { avis: 'refus', avis_raison: 'Le prénom d’un témoin y est.' }, 'referent31')).status,
    303,
  )
  assert.equal(await bureau('coordoTilleuls'), false)
  assert.deepEqual(await promises('transmission_relue'), [{ pour: m.agents.chefTilleuls }])
  assert.match(await texte(`/dossiers/${d.numero}/transmissions/procureur`), /Le prénom d’un témoin y est\./)
  assert.doesNotMatch(await texte(`/dossiers/${d.numero}`), /À relire : Procureur/)
  // Sent again with what was missing: nothing is to be mended any more.
  await decider('procureur', { jour: '2026-11-13' })
  assert.deepEqual(await promises('transmission_relue'), [])
})

test('which of them presses: the prosecutor, the 3018, a grave Fait établissement; an urgency of the dossier; a danger that a grid or a person says', async () => {
  const sans = async (code: string, champs: Champs = {}): Promise<string | null> => {
    const t = await vu(await decider(code, champs))
    return t.attente ?? t.sans_relecture
  }
  const crip = { parents: 'avant' }
  for (const code of ['procureur', 'n3018'] as const) assert.equal(await sans(code, { ...crip, depart: '' }), 'urgence', code)
  assert.equal(await sans('fait_etablissement', { gravite: '3', depart: '' }), 'urgence')
  assert.equal(await sans('fait_etablissement', { gravite: '1', depart: '' }), null)
  assert.equal(await sans('plainte', { depart: '' }), null)
  for (const code of ['crip', 'dasen', 'cabinet'] as const) assert.equal(await sans(code, crip), 'a_relire', code)
  assert.equal(await sans('pharos', { publique: 'oui' }), 'a_relire')
  assert.equal(await sans('crip', { ...crip, depart: 'danger' }), 'danger')
  await m.admin("update confidentiel.dossier set urgences = '{adulte_mis_en_cause}' where id = $1", [d.id])
  assert.equal(await sans('crip', crip), 'a_relire')
  for (const urgence of ['danger_immediat', 'suicide', 'arme', 'violence_sexuelle', 'images_intimes']) {
    await m.admin('update confidentiel.dossier set urgences = array[$2] where id = $1', [d.id, urgence])
    assert.equal(await sans('crip', { ...crip, depart: '' }), 'urgence', urgence)
  }
  await m.admin("update confidentiel.dossier set urgences = '{}' where id = $1", [d.id])
  await ecrireFait(m, d.id, 'dossier.evaluer', { danger: true })
  assert.equal(await sans('dasen', { depart: '' }), 'urgence')
})

test('nobody else can be reached: it leaves with who was tried, kept under the key, and is read afterwards', async () => {
  const id = uuidv7()
  for (const vide of [{ depart: '' }, { depart: 'urgence' }, { depart: 'seul' }])
    assert.equal((await envoyerDossier(m, d, 'transmissions/dasen', { ...DIT, id, ...vide }, 'chefTilleuls')).status, 422)
  await decider(
    'dasen',
    { depart: 'seul', depart_raison: 'Mme Marsan est en congé, la DSDEN ne répond pas.' },
    'chefTilleuls',
    id,
  )
  assert.deepEqual(await vu(id), { attente: null, sans_relecture: 'seul', relire_avant: DEMAIN })
  assert.match(await texte(ou(id), 'referent31'), /Mme Marsan est en congé/)
  assert.match(await texte(`/dossiers/${d.numero}`), /Transmis sans relecture, personne d’autre n’étant joignable : DASEN/)
  const [{ n } = { n: 1 }] = await m.admin<{ n: number }>(
    `select count(*)::int as n from confidentiel.transmission where position(convert_to('Marsan', 'UTF8') in contenu) > 0`,
  )
  assert.equal(n, 0)
  assert.equal((await relire(id)).status, 303)
})

test('it waited, and a child is now in danger: it leaves at once, and is read afterwards', async () => {
  const id = await decider('dasen')
  assert.equal((await partir(id, { depart: 'seul' })).status, 422, 'who was tried')
  assert.equal((await partir(id, { depart: 'danger' }, 'coordoTilleuls')).status, 409, 'it is not theirs to send')
  assert.equal((await partir(id, { depart: 'danger' })).status, 303)
  assert.equal((await vu(id)).attente, null)
  assert.equal((await partir(id, { depart: 'danger' })).status, 409, 'it has left')
  assert.match(await texte(`/dossiers/${d.numero}`), /Transmis tout de suite, un enfant étant en danger : DASEN/)
  assert.equal((await relire(id)).status, 303)
  assert.deepEqual(await promises('transmission_relue'), [])
})

test('sent back with why: it does not leave as it is, the answer waits for whoever decided it, and a new decision takes its place', async () => {
  const id = await decider('dasen')
  assert.equal((await relire(id, { avis: 'refus' })).status, 422)
  assert.equal((await relire(id, { avis: 'oui' })).status, 422)
  const r = await relire(id, { avis: 'refus', avis_raison: 'Le nom du témoin se devine.' })
  assert.match(r.headers.get('location')!, /fait=a_reprendre/)
  assert.match(await texte(ou(id)), /Le nom du témoin se devine\./)
  const refus = await partir(id, { depart: 'danger' })
  assert.equal(refus.status, 409)
  assert.match(await refus.text(), /décidez-la à nouveau/)
  assert.equal((await m.lire(ou(id, '/feuille'), 'chefTilleuls')).status, 409)
  assert.deepEqual(await promises('transmission_relue'), [{ pour: m.agents.chefTilleuls }])
  await decider('dasen', { decision: 'non', raison: 'Le DASEN a appelé.' })
  assert.deepEqual(await promises('transmission_relue'), [])
})

test('two readers: nobody reads what they decided, even past the screens; a member of the équipe does not; a stranger finds nothing', async () => {
  const [attend, parti] = [await decider('dasen'), await decider('procureur')]
  for (const id of [attend, parti]) {
    const soi = await relire(id, {}, 'chefTilleuls')
    assert.equal(soi.status, 409)
    assert.match(await soi.text(), /une autre personne la relit/)
    assert.doesNotMatch(await texte(ou(id)), /Enregistrer ma lecture/)
    for (const suite of ['', '/feuille']) assert.equal((await m.lire(ou(id, suite), 'chefSaules')).status, 404)
    assert.equal((await relire(id, {}, 'chefSaules')).status, 404)
    assert.equal((await partir(id, { depart: 'danger' }, 'referent81')).status, 404)
    await assert.rejects(
      m.admin(
        `update confidentiel.transmission set lu_par = par, lu_le = now(), avis = 'accord',
          attente = case when attente = 'a_relire' then 'relue' end where id = $1`,
        [id],
      ),
      /transmission_second/,
    )
  }
  const don = { membre: m.agents.equipeTilleuls, motif: 'suivi', jusque: '2026-11-20', famille_octroi: 'informee' }
  assert.equal((await envoyerDossier(m, d, 'octrois', don, 'chefTilleuls')).status, 303)
  assert.equal((await relire(attend, {}, 'equipeTilleuls')).status, 409)
  const autre = await ouvrirDossier(m, 'chefTilleuls')
  for (const suite of ['/avis', '/depart'])
    for (const id of [attend, uuidv7(), 'x', 'procureur'])
      assert.equal(
        (await m.envoyer(ou(id, suite, autre), { version: '1', avis: 'accord', depart: 'danger' }, 'referent31')).status,
        404,
        `${suite} ${id}`,
      )
})

test('the database keeps it as it was decided, read and sent, and lets nothing leave unread without its reason', async () => {
  const [attend, parti] = [await decider('dasen'), await decider('procureur')]
  const ecrire = (id: string, quoi: string): Promise<unknown> =>
    m.admin(`update confidentiel.transmission set ${quoi} where id = $1`, [id])
  for (const quoi of ["feuille = 'x'", "decision = 'non'", "empreinte = sha256('x')", 'par = lu_par'])
    await assert.rejects(ecrire(attend, quoi), /kept as it was decided|null value/, quoi)
  await assert.rejects(ecrire(attend, 'attente = null'), /transmission_partie/)
  await assert.rejects(ecrire(attend, "attente = 'relue'"), /transmission_attente/)
  await assert.rejects(ecrire(parti, "attente = 'a_relire'"), /kept as it was/)
  await assert.rejects(ecrire(parti, "contenu = 'x'"), /kept as it was/)
  await relire(attend, { avis: 'refus', avis_raison: 'Non.' })
  await assert.rejects(ecrire(attend, "avis = 'accord', attente = 'relue'"), /kept as it was/)
  await assert.rejects(ecrire(attend, "attente = null, sans_relecture = 'seul'"), /kept as it was/)
})

test('two at once: two readers give one answer, a reader and a departure one of the two, a double click one transmission', async () => {
  const id = uuidv7()
  const deux = await Promise.all([1, 2].map(() => envoyerDossier(m, d, 'transmissions/dasen', { ...DIT, id }, 'chefTilleuls')))
  assert.deepEqual(
    deux.map((r) => r.status),
    [303, 303],
  )
  assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.soumettre_transmission').length, 1)
  const lire = (qui: NomAgent): Promise<Response> => m.envoyer(ou(id, '/avis'), { version: '1', avis: 'accord' }, qui)
  assert.deepEqual((await Promise.all([lire('coordoTilleuls'), lire('referent31')])).map((r) => r.status).sort(), [303, 409])
  const autre = await decider('cabinet')
  const depart = { version: '1', depart: 'danger', jour: '2026-11-10' }
  const [a, b] = await Promise.all([
    m.envoyer(ou(autre, '/avis'), { version: '1', avis: 'accord' }, 'coordoTilleuls'),
    m.envoyer(ou(autre, '/depart'), depart, 'chefTilleuls'),
  ])
  assert.deepEqual([a.status, b.status].sort(), [303, 409])
  const t = await vu(autre)
  assert.ok(t.attente === 'relue' ? t.sans_relecture === null : t.sans_relecture === 'danger')
})

test('the académie may choose to have everything read afterwards', async () => {
  const choix = {
    vu: 'avant',
    'valeur_variante.relecture_transmission': 'apres',
    'raison_variante.relecture_transmission': 'Essai.',
  }
  const w = await m.envoyer('/reglages/variante.relecture_transmission', choix, 'responsableAcademique')
  assert.equal(w.status, 303, await w.text())
  const id = await decider('dasen', { depart: '' })
  assert.deepEqual(await vu(id), { attente: null, sans_relecture: 'academie', relire_avant: DEMAIN })
  await m.admin("delete from annuaire.reglage where code = 'variante.relecture_transmission'")
})

test('one sheet a child for the CRIP, for the children chosen; the 3018 and PHAROS get the addresses of this very request', async () => {
  const pid = uuidv7()
  await envoyerDossier(
    m,
    d,
    'personnes',
    { id: pid, nom: 'Tom Aubry', precision: '5e C', role: 'cible', du: '2026-11-01' },
    'chefTilleuls',
  )
  const crip = { parents: 'contraire', parents_raison: 'Le père frappe.' }
  const deux = await texte(ou(await decider('crip', crip)))
  assert.equal(deux.match(/<article/g)?.length, 2)
  assert.match(deux, /Information des parents[^]*Le père frappe\./)
  const un = fiche(await texte(ou(await decider('crip', { ...crip, enfants: pid }))))
  assert.match(un, /Tom Aubry/)
  assert.doesNotMatch(un, /Léa|Marchetti/)
  const r = await envoyerDossier(m, d, 'transmissions/crip', { ...DIT, ...crip, id: uuidv7(), enfants: uuidv7() }, 'chefTilleuls')
  assert.equal(r.status, 422)
  const lien = await decider('n3018', { parents: 'avant', liens: 'https://exemple.fr/v/7' })
  assert.match(fiche(await texte(ou(lien))), /https:\/\/exemple\.fr\/v\/7/)
})

test('the text of a Fait établissement is kept as it was declared, and never with a name', async () => {
  const fe = { gravite: '2', texte_fe: 'Léa est moquée.' }
  const r = await envoyerDossier(m, d, 'transmissions/fait_etablissement', { ...DIT, ...fe, id: uuidv7() }, 'chefTilleuls')
  assert.equal(r.status, 422)
  assert.match(await r.text(), /Il reste des noms/)
  const id = await decider('fait_etablissement', { ...fe, texte_fe: 'L. M. est moquée chaque matin.' })
  assert.match(fiche(await texte(ou(id), 'referent31')), /L\. M\. est moquée chaque matin\./)
})

test('noted before sheets were kept: nothing to open, nothing to read', async () => {
  const id = uuidv7()
  await m.admin(
    `insert into confidentiel.transmission (acad, id, fil, destinataire, decision, jour, contenu, par, qualite, le)
      select acad, $1, fil, 'procureur', 'oui', jour, contenu, par, qualite, le from confidentiel.transmission limit 1`,
    [id],
  )
  assert.equal((await m.lire(ou(id), 'chefTilleuls')).status, 404)
})
