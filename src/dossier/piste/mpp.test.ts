import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { aTraiter, engagement, fait as planter, type DossierATraiter } from '../../../tests/support/pistes.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const envoyer = (d: DossierATraiter, chemin: string, champs: Record<string, string | string[]>, qui: NomAgent = 'referent31') =>
  m.envoyer(`/dossiers/${d.numero}/traitement/${chemin}`, champs, qui)
const phrase = async (r: Response): Promise<string> =>
  (await r.text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')
const version = async (d: DossierATraiter): Promise<string> =>
  String((await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [d.id]))[0]!.version)

async function refuse(r: Response, dit: RegExp): Promise<void> {
  assert.ok([409, 422].includes(r.status), `${r.status}`)
  assert.match(await phrase(r), dit)
}
const fait = async (r: Response): Promise<void> => assert.equal(r.status, 303, await phrase(r))

async function engagee(ecole: 'tilleuls' | 'glycines' = 'tilleuls'): Promise<DossierATraiter> {
  const d = await aTraiter(m, 'referent31', ecole)
  await fait(await envoyer(d, 'pistes', engagement()))
  return d
}
const adulte = (cote: string, nom: string) => ({ id: uuidv7(), nom, cote })
async function avecEquipe(
  ecole: 'tilleuls' | 'glycines' = 'tilleuls',
): Promise<DossierATraiter & { equipe: Record<string, string> }> {
  const d = await engagee(ecole)
  const un = adulte('cible', 'Inès Roca')
  const deux = adulte('groupe', 'Hugo Marsan')
  await fait(await envoyer(d, 'equipe', un))
  await fait(await envoyer(d, 'equipe', deux))
  return { ...d, equipe: { cible: un.id, groupe: deux.id } }
}
const prevus = (d: DossierATraiter) =>
  m.admin<{ nature: string; le: Date }>(
    `select nature, le from confidentiel.prevu where fil = $1 and issue is null and nature like '%_piste' order by nature`,
    [d.id],
  )

test('a shared concern is begun: its reason, its decision in fifteen days, its point in seven', async () => {
  const d = await aTraiter(m, 'referent31')
  assert.equal((await envoyer(d, 'pistes', engagement(), 'chefSaules')).status, 404)
  assert.equal((await m.lire(`/dossiers/${d.numero}/traitement`, 'chefSaules')).status, 404)
  await refuse(await envoyer(d, 'pistes', engagement({ raison: '' })), /Écrivez pourquoi cette méthode/)
  await refuse(await envoyer(d, 'pistes', engagement({ famille: '' })), /Informez d’abord la famille/)
  await refuse(await envoyer(d, 'pistes', engagement({ duree: '' })), /depuis combien de temps/)
  const une = engagement()
  await fait(await envoyer(d, 'pistes', une))
  await fait(await envoyer(d, 'pistes', une))
  await refuse(await envoyer(d, 'pistes', engagement()), /Entre-temps.*préoccupation partagée/)
  assert.deepEqual(
    (await prevus(d)).map((p) => [p.nature, p.le.toISOString().slice(0, 10)]),
    [
      ['decision_piste', '2026-11-25'],
      ['point_piste', '2026-11-17'],
    ],
  )
  const vu = await phrase(await m.lire(`/dossiers/${d.numero}/traitement`, 'chefTilleuls'))
  assert.match(vu, /L’équipe n’est pas complète/)
})

test('the adult who sees the target never sees the others: under the same name, the same account, or planned so', async () => {
  const d = await avecEquipe()
  await refuse(await envoyer(d, 'equipe', adulte('groupe', 'ROCA  inès')), /la même personne ne voit jamais les autres élèves/)
  await refuse(await envoyer(d, 'equipe', adulte('groupe', 'Mme Roca')), /deux personnes différentes/)
  await fait(await envoyer(d, 'equipe', { ...adulte('groupe', 'Mme Roca'), distinct: 'oui' }))
  await refuse(
    await envoyer(d, 'equipe', { id: uuidv7(), agent: m.agents.chefTilleuls, cote: 'groupe' }),
    /Le pouvoir de sanction reste hors de l’équipe/,
  )
  await fait(await envoyer(d, 'equipe', { id: uuidv7(), agent: m.agents.referent31, cote: 'cible' }))
  await refuse(await envoyer(d, 'equipe', { id: uuidv7(), agent: m.agents.referent31, cote: 'groupe' }), /ne voit jamais/)
  const plan = {
    version: await version(d),
    jour: '2026-11-12',
    debut: '08:30',
    duree: '7',
    [`rang_${d.qui['Léa Marchetti']}`]: '1',
    [`qui_${d.qui['Léa Marchetti']}`]: d.equipe.cible!,
    [`rang_${d.qui['Kévin Dumas']}`]: '2',
    [`qui_${d.qui['Kévin Dumas']}`]: d.equipe.cible!,
  }
  await refuse(await envoyer(d, 'matinee', plan), /Inès Roca voit l’élève visé/)
  assert.equal((await m.admin('select from confidentiel.rencontre where fil = $1', [d.id])).length, 0)
})

test('a morning: the target first, one after another, and the sheet names nobody', async () => {
  const d = await avecEquipe()
  const [lea, kevin, matteo] = ['Léa Marchetti', 'Kévin Dumas', 'Mattéo Roux'].map((n) => d.qui[n]!)
  const plan = async (champs: Record<string, string>) =>
    envoyer(d, 'matinee', {
      version: await version(d),
      jour: '2026-11-12',
      debut: '08:30',
      duree: '7',
      lieu: 'Salle de la CPE',
      ...champs,
    })
  const groupe = {
    [`rang_${kevin}`]: '2',
    [`qui_${kevin}`]: d.equipe.groupe!,
    [`rang_${matteo}`]: '1',
    [`qui_${matteo}`]: d.equipe.groupe!,
  }
  const tous = { ...groupe, [`rang_${lea}`]: '9', [`qui_${lea}`]: d.equipe.cible! }
  await refuse(await plan(groupe), /L’élève visé est vu en premier/)
  await refuse(await plan({ ...tous, duree: '15' }), /de 5 à 10 minutes/)
  await refuse(await plan({ ...tous, jour: '2026-11-14' }), /pas classe/)
  await refuse(await plan({ ...tous, debut: '8 h 30' }), /l’heure du premier/)
  await fait(await plan(tous))
  await refuse(
    await envoyer(d, 'matinee', { ...tous, version: '2', jour: '2026-11-12', debut: '09:00', duree: '5' }),
    /Entre-temps/,
  )
  await refuse(await plan({ ...tous, debut: '09:00', jour: '2026-11-13' }), /écrivez pourquoi il est remis/)
  await fait(await plan({ ...tous, debut: '09:00' }))
  const lignes = await m.admin<{ debut: string; personne: string }>(
    `select debut::text, personne from confidentiel.rencontre where fil = $1 order by debut`,
    [d.id],
  )
  assert.deepEqual(lignes, [
    { debut: '09:00:00', personne: lea },
    { debut: '09:07:00', personne: matteo },
    { debut: '09:14:00', personne: kevin },
  ])
  await fait(await plan({ ...tous, jour: '2026-11-13', raison: 'Léa est malade.' }))
  const [f] = await m.admin<{ detail: { note?: string } }>(
    `select detail from confidentiel.fait where fil = $1 and verbe = 'dossier.planifier_entretiens' order by rang desc limit 1`,
    [d.id],
  )
  assert.equal(typeof f!.detail.note, 'string')
  await fait(await plan({ ...tous, debut: '09:00' }))
  const feuille = await (await m.lire(`/dossiers/${d.numero}/traitement/matinee/feuille`, 'referent31')).text()
  assert.doesNotMatch(feuille, /Marchetti|Dumas|Roux/)
  assert.match(feuille, /L\.\u00a0M\./)
  assert.equal((await m.lire(`/dossiers/${d.numero}/traitement/matinee/feuille`, 'chefSaules')).status, 404)
})

const note = (d: { equipe: Record<string, string> }, cote: 'cible' | 'groupe', champs: Record<string, string>) => ({
  id: uuidv7(),
  intervenant: d.equipe[cote]!,
  tenue_le: '2026-11-10',
  prochain: '2026-11-17',
  ...(cote === 'cible' && { danger: 'non', suicide: 'non', soir: 'oui' }),
  ...champs,
})

test('a talk asks for the pupil’s words and for the next date; the target is asked whether it stopped', async () => {
  const d = await avecEquipe()
  const lea = `entretiens/${d.qui['Léa Marchetti']}`
  const kevin = `entretiens/${d.qui['Kévin Dumas']}`
  assert.equal((await envoyer(d, lea, note(d, 'cible', {}), 'chefSaules')).status, 404)
  assert.equal((await envoyer(d, `entretiens/${uuidv7()}`, note(d, 'cible', {}))).status, 404)
  await refuse(await envoyer(d, lea, note(d, 'cible', { mots: 'Ça va.' })), /Demandez à l’élève visé si cela a cessé/)
  await refuse(await envoyer(d, lea, note(d, 'cible', { constat: 'pareil' })), /avec ses mots/)
  await refuse(await envoyer(d, lea, note(d, 'cible', { constat: 'suggestion', mots: 'x' })), /si cela a cessé/)
  await refuse(
    await envoyer(d, lea, note(d, 'groupe', { constat: 'pareil', mots: 'x', danger: 'non', suicide: 'non', soir: 'oui' })),
    /ne voit jamais l’élève visé/,
  )
  await refuse(
    await envoyer(d, lea, note(d, 'cible', { constat: 'pareil', mots: 'x', prochain: '' })),
    /date du prochain entretien/,
  )
  await refuse(
    await envoyer(d, lea, note(d, 'cible', { constat: 'pareil', mots: 'x', prochain: '2026-12-01' })),
    /Le rythme est d’une semaine/,
  )
  await refuse(await envoyer(d, kevin, note(d, 'groupe', { constat: 'rien' })), /vu en premier/)
  const une = note(d, 'cible', { constat: 'pareil', mots: '« Ils rient encore quand j’arrive. »' })
  await fait(await envoyer(d, lea, une))
  await fait(await envoyer(d, lea, une))
  await refuse(await envoyer(d, lea, une, 'coordoTilleuls'), /Entre-temps/)
  await refuse(await envoyer(d, kevin, note(d, 'groupe', { constat: 'suggestion' })), /avec ses mots/)
  await fait(await envoyer(d, kevin, note(d, 'groupe', { constat: 'suggestion', mots: 'Je peux lui garder une place.' })))
  m.aller(new Date('2026-11-17T10:00:00+01:00'))
  const apres = { tenue_le: '2026-11-17', prochain: '2026-11-24' }
  await refuse(await envoyer(d, kevin, note(d, 'groupe', { constat: 'rien', ...apres })), /ce qui avait été proposé/)
  await fait(await envoyer(d, kevin, note(d, 'groupe', { constat: 'rien', suite: 'faite', ...apres })))
  await fait(await envoyer(d, lea, note(d, 'cible', { constat: 'mieux', mots: 'On m’a gardé une place.', ...apres })))
  const vu = await phrase(await m.lire(`/dossiers/${d.numero}/traitement`, 'coordoTilleuls'))
  assert.match(
    vu,
    /Élève Semaine 1 Semaine 2 Léa Marchetti Élève visé = C’est pareil 10 nov\. ↗ C’est mieux 17 nov\. Kévin Dumas Groupe ✎ A proposé quelque chose 10 nov\. … N’a rien remarqué/,
  )
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
})

test('what is learnt after it began stops it: nothing more is planned, it is decided today, and kept only with a reason', async () => {
  const d = await avecEquipe()
  const lea = `entretiens/${d.qui['Léa Marchetti']}`
  await fait(await envoyer(d, lea, note(d, 'cible', { constat: 'mieux', mots: '« Ça va. »' })))
  await planter(m, d.id, 'dossier.entendre', { role: 'cible' })
  await planter(m, d.id, 'dossier.evaluer', { danger: false })
  const qualifier = async (qualification: string) =>
    m.envoyer(
      `/dossiers/${d.numero}/evaluation/qualification`,
      { id: uuidv7(), version: await version(d), qualification, raison: 'Ce qu’une camarade a dit ce matin.' },
      'referent31',
    )
  await fait(await qualifier('violences_sexuelles'))
  assert.deepEqual(
    (await prevus(d)).filter((p) => p.nature === 'decision_piste').map((p) => p.le.toISOString()),
    ['2026-11-10T17:00:00.000Z'],
  )
  const vu = await phrase(await m.lire(`/dossiers/${d.numero}/traitement`, 'coordoTilleuls'))
  assert.match(vu, /le dossier dit : violences ou gestes sexuels \(d’après la qualification\)/)
  assert.doesNotMatch(vu, /Prévoir la matinée/)
  const plan = {
    version: await version(d),
    jour: '2026-11-12',
    debut: '08:30',
    duree: '7',
    [`rang_${d.qui['Kévin Dumas']}`]: '1',
    [`qui_${d.qui['Kévin Dumas']}`]: d.equipe.groupe!,
  }
  await refuse(await envoyer(d, 'matinee', plan), /Elle est arrêtée/)
  // A talk that was held is not lost, and promises no other one.
  const kevin = await envoyer(
    d,
    `entretiens/${d.qui['Kévin Dumas']}`,
    note(d, 'groupe', { constat: 'suggestion', mots: 'Je le laisse.' }),
  )
  assert.match(kevin.headers.get('location')!, /fait=note_arretee/)
  const devant = `select from confidentiel.rencontre where fil = $1 and personne = $2 and constat is null`
  assert.equal((await m.admin(devant, [d.id, d.qui['Kévin Dumas']])).length, 0)
  const [p] = await m.admin<{ id: string }>('select id from confidentiel.piste where fil = $1', [d.id])
  const garder = (champs: Record<string, string>) =>
    envoyer(d, `pistes/${p!.id}/decision`, {
      id: uuidv7(),
      version_piste: '1',
      decision: 'garder',
      parole: 'mieux',
      mots: 'Mieux.',
      raison: 'Cela avance.',
      ...champs,
    })
  await refuse(await garder({}), /écrivant pourquoi/)
  await fait(await garder({ malgre: 'La gendarmerie, consultée, demande de continuer à voir Léa.' }))
  await fait(await envoyer(d, 'matinee', { ...plan, version: await version(d) }))
  // Answered once; something else stops it again.
  await m.admin(`update confidentiel.dossier set urgences = '{arme}' where id = $1`, [d.id])
  await refuse(await envoyer(d, 'matinee', { ...plan, version: await version(d) }), /arme ou objet dangereux/)
})

test('the next thing to do is the talk that comes first, for whoever may note it; a decision that is somebody else’s is told to them', async () => {
  const d = await avecEquipe()
  const aFaire = async (qui: NomAgent): Promise<string> => {
    const page = await (await m.lire(`/dossiers/${d.numero}`, qui)).text()
    return /<section class="preau-afaire"[^]*?<ul/.exec(page)![0]
  }
  assert.match(await aFaire('coordoTilleuls'), /traitement#preoccuper"[^>]*>[^<]*(<[^>]*>)*\s*Noter un entretien de la piste/)
  m.aller(new Date('2026-11-26T09:00:00+01:00'))
  await m.admin(`update confidentiel.prevu set le = '2026-11-27T17:00:00Z' where fil = $1 and nature = 'point_piste'`, [d.id])
  assert.match(await aFaire('chefTilleuls'), /traitement#decider_piste/)
  const coordo = await aFaire('coordoTilleuls')
  assert.match(coordo, /Garder, changer ou finir la piste\. Cet acte revient à la direction/)
  assert.match(coordo, /notes#noter/)
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
})

test('another track that begins does not put off the decision of the first', async () => {
  const d = await engagee()
  m.aller(new Date('2026-11-24T09:00:00+01:00'))
  await fait(await envoyer(d, 'pistes', engagement({ methode: 'farsta' })))
  const [x] = await m.admin<{ echeance: Date }>('select echeance from confidentiel.dossier where id = $1', [d.id])
  assert.ok(x!.echeance <= new Date('2026-11-25T17:00:00.000Z'), x!.echeance.toISOString())
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
})

test('no short talk with the target ends without asking whether they are safe; a danger is told at once, words of death stop the track', async () => {
  const d = await avecEquipe()
  const lea = `entretiens/${d.qui['Léa Marchetti']}`
  const dite = note(d, 'cible', { constat: 'mieux', mots: '« Ça va. »' })
  await refuse(await envoyer(d, lea, { ...dite, soir: '' }), /Dites si l’élève sera en sécurité ce soir/)
  assert.equal((await m.admin('select from confidentiel.rencontre where fil = $1 and constat is not null', [d.id])).length, 0)
  const r = await envoyer(d, lea, { ...dite, suicide: 'oui' })
  assert.match(r.headers.get('location')!, /fait=note_danger/)
  const [x] = await m.admin<{ echeance: Date; urgences: string[] }>(
    'select echeance, urgences from confidentiel.dossier where id = $1',
    [d.id],
  )
  assert.deepEqual([x!.echeance.toISOString(), x!.urgences], ['2026-11-10T08:30:00.000Z', ['suicide']])
  // What is written of another pupil meanwhile does not put the danger off.
  const kevin = `entretiens/${d.qui['Kévin Dumas']}`
  await fait(await envoyer(d, kevin, note(d, 'groupe', { constat: 'rien' })))
  const [y] = await m.admin<{ echeance: Date }>('select echeance from confidentiel.dossier where id = $1', [d.id])
  assert.equal(y!.echeance.toISOString(), '2026-11-10T08:30:00.000Z')
  const vu = await phrase(await m.lire(`/dossiers/${d.numero}/traitement`, 'chefTilleuls'))
  assert.match(vu, /Cette piste est arrêtée.*risque suicidaire/)
  assert.match(await phrase(await m.lire(`/dossiers/${d.numero}/traitement/${lea}`, 'chefTilleuls')), /Un danger a été dit/)
  // Absent, nothing is asked.
  const absente = await avecEquipe()
  await fait(
    await envoyer(absente, `entretiens/${absente.qui['Léa Marchetti']}`, {
      ...note(absente, 'cible', { constat: 'absent' }),
      danger: '',
      suicide: '',
      soir: '',
    }),
  )
})

test('worse: the same day is due, and the decision need not wait', async () => {
  const d = await avecEquipe()
  const r = await envoyer(
    d,
    `entretiens/${d.qui['Léa Marchetti']}`,
    note(d, 'cible', { constat: 'pire', mots: '« Ils m’attendent. »' }),
  )
  assert.match(r.headers.get('location')!, /fait=note_pire/)
  const [x] = await m.admin<{ echeance: Date }>('select echeance from confidentiel.dossier where id = $1', [d.id])
  assert.equal(x!.echeance.toISOString(), '2026-11-10T17:00:00.000Z')
})

test('at fifteen days: keep, switch or end, with what the target says; the second to decide is told', async () => {
  const d = await avecEquipe()
  const [p] = await m.admin<{ id: string }>('select id from confidentiel.piste where fil = $1', [d.id])
  const chemin = `pistes/${p!.id}/decision`
  const dire = (champs: Record<string, string>) => ({
    id: uuidv7(),
    version_piste: '1',
    decision: 'garder',
    parole: 'mieux',
    mots: 'Mieux.',
    raison: 'Cela avance.',
    ...champs,
  })
  m.aller(new Date('2026-11-26T09:00:00+01:00'))
  assert.match(await phrase(await m.lire(`/dossiers/${d.numero}/traitement`, 'chefTilleuls')), /Décision à prendre : En retard/)
  assert.equal((await envoyer(d, chemin, dire({}), 'chefSaules')).status, 404)
  assert.equal((await envoyer(d, `pistes/${uuidv7()}/decision`, dire({}))).status, 404)
  await refuse(await envoyer(d, chemin, dire({}), 'coordoTilleuls'), /Cet acte revient à la direction/)
  await refuse(await envoyer(d, chemin, dire({ parole: '' })), /Cochez ce que dit l’élève visé/)
  await refuse(await envoyer(d, chemin, dire({ raison: '' })), /Écrivez pourquoi/)
  await refuse(await envoyer(d, chemin, dire({ decision: 'finir', parole: 'pareil' })), /gardez la méthode ou changez-en/)
  const garde = { brouillon: `traitement/${chemin}`, serie: '0', raison: 'Écrit dans le couloir.' }
  assert.equal((await m.envoyer(`/dossiers/${d.numero}/brouillons`, garde, 'referent31')).status, 303)
  const page = `/dossiers/${d.numero}/traitement/${chemin}`
  assert.match(await (await m.lire(page, 'referent31')).text(), /Écrit dans le couloir/)
  assert.doesNotMatch(await (await m.lire(page, 'chefTilleuls')).text(), /Écrit dans le couloir/)
  const deux = await Promise.all([
    envoyer(d, chemin, dire({}), 'referent31'),
    envoyer(d, chemin, dire({ decision: 'changer', raison: 'Rien ne bouge.' }), 'chefTilleuls'),
  ])
  assert.deepEqual(deux.map((r) => r.status).sort(), [303, 409])
  assert.match(await phrase(deux.find((r) => r.status === 409)!), /Entre-temps/)
  const v = deux[0]!.status === 303 ? '2' : null
  if (v !== null) {
    assert.deepEqual((await prevus(d)).map((x) => [x.nature, x.le.toISOString().slice(0, 10)])[0], [
      'decision_piste',
      '2026-12-11',
    ])
    await fait(
      await envoyer(
        d,
        chemin,
        dire({ version_piste: v, decision: 'changer', parole: 'pareil', mots: '« Pareil. »', raison: 'Rien ne bouge.' }),
      ),
    )
  }
  assert.deepEqual(await prevus(d), [])
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
})
