import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { aTraiter, engagement, type DossierATraiter } from '../../../tests/support/pistes.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const envoyer = (d: DossierATraiter, chemin: string, champs: Record<string, string | string[]>, qui: NomAgent = 'chefTilleuls') =>
  m.envoyer(`/dossiers/${d.numero}/traitement/${chemin}`, champs, qui)
const phrase = async (r: Response): Promise<string> =>
  (await r.text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')
async function refuse(r: Response, dit: RegExp): Promise<void> {
  assert.ok([409, 422].includes(r.status), `${r.status}`)
  assert.match(await phrase(r), dit)
}
const fait = async (r: Response): Promise<void> => assert.equal(r.status, 303, await phrase(r))

/** A dossier with this track, and the path of its pages. */
async function avec(methode: string, qui: NomAgent = 'chefTilleuls', ecole: 'tilleuls' | 'glycines' = 'tilleuls') {
  const d = await aTraiter(m, qui, ecole)
  const e = engagement({ methode })
  await fait(await envoyer(d, 'pistes', e, qui))
  return { d, p: `pistes/${e.id}` }
}
const etape = (code: string, champs: Record<string, string | string[]> = {}) => ({
  id: uuidv7(),
  etape: code,
  jour: '2026-11-10',
  texte: 'Fait.',
  ...champs,
})
const decision = (champs: Record<string, string> = {}) => ({
  id: uuidv7(),
  version_piste: '1',
  decision: 'garder',
  parole: 'mieux',
  mots: '« Ça va mieux. »',
  raison: 'Les faits sont établis.',
  ...champs,
})

test('a contraindication stops the shared concern, unless a reason is given; an adult author stops it always', async () => {
  const d = await aTraiter(m, 'chefTilleuls')
  await refuse(
    await envoyer(d, 'pistes', engagement({ contre: 'arme' })),
    /n’est pas faite pour cette situation \(arme ou objet dangereux\)/,
  )
  await m.admin(`update confidentiel.dossier set urgences = '{suicide}' where id = $1`, [d.id])
  const page = await (await m.lire(`/dossiers/${d.numero}/traitement`, 'chefTilleuls')).text()
  assert.match(page, /name="contre" value="suicide" checked/)
  await refuse(await envoyer(d, 'pistes', engagement()), /risque suicidaire/)
  await refuse(
    await envoyer(d, 'pistes', engagement({ contre: 'auteur_adulte', malgre: 'Quand même.' })),
    /Quand un adulte est mis en cause/,
  )
  await fait(await envoyer(d, 'pistes', engagement({ malgre: 'Le médecin scolaire suit l’élève et le demande.' })))
  const [p] = await m.admin<{ contre: string[] }>('select contre from confidentiel.piste where fil = $1', [d.id])
  assert.deepEqual(p!.contre, ['suicide'])
})

test('a judicial track says which transmission of this dossier it comes from', async () => {
  const d = await aTraiter(m, 'chefTilleuls')
  const transmission = uuidv7()
  const champs = { id: transmission, decision: 'oui', raison: 'Les faits sont graves.', jour: '2026-11-10' }
  await m.envoyer(`/dossiers/${d.numero}/transmissions/procureur`, champs, 'chefTilleuls')
  await refuse(
    await envoyer(d, 'pistes', engagement({ methode: 'judiciaire', transmission: uuidv7() })),
    /Choisissez une transmission de ce dossier/,
  )
  await fait(await envoyer(d, 'pistes', engagement({ methode: 'judiciaire', transmission })))
  const vu = await (await m.lire(`/dossiers/${d.numero}/traitement`, 'chefTilleuls')).text()
  assert.match(vu, new RegExp(`Vient de la transmission[^]*/transmissions/procureur"\\s*>Procureur, le 10`))
})

test('the académie asks for the family’s agreement: a day, or no shared concern', async () => {
  const d = await aTraiter(m, 'chefTilleuls')
  await m.admin(
    `insert into annuaire.reglage values ('16', 'variante.accord_famille', 'accord', 'Pratique de l’académie', $1, '2026-11-01')`,
    [m.agents.responsableAcademique],
  )
  try {
    await refuse(await envoyer(d, 'pistes', engagement({ famille: '' })), /la famille de l’élève visé donne d’abord son accord/)
    await refuse(await envoyer(d, 'pistes', engagement({ famille: '2026-11-11' })), /n’est pas encore passée/)
    await fait(await envoyer(d, 'pistes', engagement()))
  } finally {
    await m.admin(`delete from annuaire.reglage where code = 'variante.accord_famille'`)
  }
})

test('école: no disciplinary track, even forged; collège: no équipe éducative; the database says so too', async () => {
  const ecole = await aTraiter(m, 'directriceGlycines', 'glycines')
  assert.doesNotMatch(
    await (await m.lire(`/dossiers/${ecole.numero}/traitement`, 'directriceGlycines')).text(),
    /value="disciplinaire"/,
  )
  await refuse(
    await envoyer(ecole, 'pistes', engagement({ methode: 'disciplinaire' }), 'directriceGlycines'),
    /réunissez l’équipe éducative/,
  )
  const college = await aTraiter(m, 'chefTilleuls')
  await refuse(await envoyer(college, 'pistes', engagement({ methode: 'educative' })), /c’est la procédure disciplinaire/)
  for (const [methode, type] of [
    ['educative', 'college'],
    ['disciplinaire', 'ecole'],
  ])
    await assert.rejects(
      m.admin(
        `insert into confidentiel.piste (acad, id, fil, methode, type, duree_avant, contenu, engagee_le, engagee_par) values ('16', $1, $2, $3, $4, 'mois', '', now(), $5)`,
        [uuidv7(), college.id, methode, type, m.agents.chefTilleuls],
      ),
      /piste_degre/,
    )
})

test('1er degré: équipe éducative, five days at most, DASEN, mayor, another school, each after the other', async () => {
  const { d, p } = await avec('educative', 'directriceGlycines', 'glycines')
  const kevin = { personne: d.qui['Kévin Dumas']! }
  const pas = (code: string, champs = {}) => envoyer(d, `${p}/etapes`, etape(code, champs), 'directriceGlycines')
  assert.equal((await envoyer(d, `${p}/etapes`, etape('equipe_educative'), 'chefTilleuls')).status, 404)
  assert.equal((await envoyer(d, `pistes/${uuidv7()}/etapes`, etape('equipe_educative'), 'directriceGlycines')).status, 404)
  await refuse(await pas('saisine_dasen'), /Notez d’abord « Équipe éducative réunie »/)
  await refuse(await pas('equipe_educative', { texte: '' }), /Écrivez ce qui a été fait/)
  await refuse(await pas('equipe_educative', { jour: '2026-11-11' }), /une fois faite/)
  await refuse(await pas('audition'), /Choisissez l’étape/)
  await fait(await pas('equipe_educative'))
  for (const jours of ['0', '6', '', '2.5', '-1', '99999999'])
    await refuse(await pas('suspension', { ...kevin, jours }), /de 1 à 5/)
  for (const jours of ['1', '5']) await fait(await pas('suspension', { ...kevin, jours }))
  for (const code of ['saisine_dasen', 'reponse_dasen']) await fait(await pas(code))
  await refuse(await pas('nouvelle_ecole', kevin), /Notez d’abord « Réponse du maire »/)
  for (const code of ['demande_maire', 'reponse_maire', 'nouvelle_ecole']) await fait(await pas(code, kevin))
  await refuse(await pas('parole'), /Cochez ce que dit/)
  await fait(await pas('parole', { parole: 'cesse' }))
  await assert.rejects(
    m.admin(`update confidentiel.piste_etape set jours = 6 where fil = $1 and etape = 'suspension'`, [d.id]),
    /suspension/,
  )
  const vu = await phrase(await m.lire(`/dossiers/${d.numero}/traitement`, 'ien31'))
  assert.match(vu, /Accès à l’école suspendu, à titre conservatoire \(5 jours\), Kévin Dumas/)
})

test('2d degré: no sanction before a hearing where the victim is protected; every bound of R511-13', async () => {
  const { d, p } = await avec('disciplinaire')
  const kevin = d.qui['Kévin Dumas']!
  const sanctionner = (champs: Record<string, string>) => envoyer(d, `${p}/decision`, decision({ sanctionne: kevin, ...champs }))
  await refuse(await sanctionner({ sanction: 'blame' }), /Entendez d’abord cet élève/)
  await refuse(await envoyer(d, `${p}/etapes`, etape('audition', { personne: kevin })), /Notez d’abord « Procédure engagée »/)
  await fait(await envoyer(d, `${p}/etapes`, etape('ouverture', { personne: kevin })))
  await refuse(
    await envoyer(d, `${p}/etapes`, etape('audition', { personne: kevin, protection: 'accompagne', texte: '' })),
    /protégé pendant l’audition/,
  )
  await fait(
    await envoyer(
      d,
      `${p}/etapes`,
      etape('audition', { personne: kevin, protection: ['accompagne', 'entree', 'absence'], texte: '' }),
    ),
  )
  await refuse(await sanctionner({ decision: 'finir', sanction: '' }), /reçoit une réponse, même « pas de sanction »/)
  await refuse(await sanctionner({ sanction: 'exclusion_definitive' }), /Seul le conseil de discipline/)
  await refuse(await sanctionner({ sanction: 'reglement_interieur' }), /R511-13/)
  await refuse(await sanctionner({ sanction: 'pilori' }), /Choisissez la sanction/)
  await refuse(await sanctionner({ sanction: 'blame', sanctionne: d.qui['Mattéo Roux']! }), /Entendez d’abord/)
  const bornes: [string, number][] = [
    ['responsabilisation', 20],
    ['exclusion_classe', 8],
    ['exclusion_temporaire', 8],
  ]
  let version = 1
  for (const [sanction, max] of bornes) {
    for (const quantite of ['', '0', String(max + 1), '1.5', '-3', 'dix'])
      await refuse(await sanctionner({ sanction, quantite, version_piste: String(version) }), new RegExp(`de 1 à ${max}`))
    for (const quantite of ['1', String(max)])
      await fait(await sanctionner({ sanction, quantite, version_piste: String(version++) }))
    await assert.rejects(
      m.admin(`update confidentiel.piste_decision set quantite = $2 where fil = $1 and sanction = $3`, [d.id, max + 1, sanction]),
      /piste_decision_sanction/,
    )
  }
  for (const sanction of ['avertissement', 'blame']) await fait(await sanctionner({ sanction, version_piste: String(version++) }))
  await fait(await sanctionner({ decision: 'finir', sanction: 'aucune', version_piste: String(version) }))
  const dits = await m.admin<{ detail: { sanction?: string; decision: string } }>(
    `select detail from confidentiel.fait where fil = $1 and verbe = 'dossier.decider_piste' order by rang`,
    [d.id],
  )
  assert.deepEqual(
    dits.map((f) => f.detail.sanction ?? f.detail.decision),
    [
      'responsabilisation',
      'responsabilisation',
      'exclusion_classe',
      'exclusion_classe',
      'exclusion_temporaire',
      'exclusion_temporaire',
      'avertissement',
      'blame',
      'finir',
    ],
  )
})

test('a private school follows its own rules; the team of the shared concern does not punish', async () => {
  const { d, p } = await avec('disciplinaire', 'referent31')
  const kevin = { personne: d.qui['Kévin Dumas']! }
  for (const code of ['ouverture', 'audition']) await fait(await envoyer(d, `${p}/etapes`, etape(code, kevin), 'referent31'))
  await fait(await envoyer(d, 'pistes', engagement(), 'referent31'))
  await fait(await envoyer(d, 'equipe', { id: uuidv7(), agent: m.agents.referent31, cote: 'groupe' }, 'referent31'))
  const sanction = { sanctionne: kevin.personne, sanction: 'reglement_interieur' }
  await m.admin(
    `update annuaire.etablissement set secteur = 'prive' where etab = (select etab from confidentiel.dossier where id = $1)`,
    [d.id],
  )
  try {
    assert.match(
      await phrase(await m.lire(`/dossiers/${d.numero}/traitement/${p}/decision`, 'chefTilleuls')),
      /règlement intérieur/,
    )
    await refuse(await envoyer(d, `${p}/decision`, decision(sanction), 'referent31'), /la sanction revient à quelqu’un d’autre/)
    await fait(await envoyer(d, `${p}/decision`, decision(sanction), 'chefTilleuls'))
  } finally {
    await m.admin(`update annuaire.etablissement set secteur = 'public'`)
  }
})

test('repair: only once the facts are recognised, and if the pupil wants it', async () => {
  const d = await aTraiter(m, 'chefTilleuls')
  const e = (champs = {}) => envoyer(d, 'pistes', engagement({ methode: 'restauratif', ...champs }))
  await refuse(await e(), /après des faits reconnus/)
  await refuse(await e({ reconnus: 'oui' }), /rien ne leur est imposé/)
  await fait(await e({ reconnus: 'oui', accord_cible: 'oui' }))
})

test('two tracks run together; a procedure that begins is told to the shared concern; switching waits for the next one', async () => {
  const { d, p } = await avec('mpp')
  await fait(await envoyer(d, 'pistes', engagement({ methode: 'judiciaire' })))
  assert.match(
    await phrase(await m.lire(`/dossiers/${d.numero}/traitement`, 'coordoTilleuls')),
    /Cette piste est arrêtée Depuis que cette piste est engagée, le dossier dit : procédure judiciaire en cours/,
  )
  const seul = await avec('mpp')
  await fait(await envoyer(seul.d, `${seul.p}/decision`, decision({ decision: 'changer', parole: 'pareil' })))
  assert.match(
    await phrase(await m.lire(`/dossiers/${seul.d.numero}/traitement`, 'chefTilleuls')),
    /Pistes passées Préoccupation partagée, changée/,
  )
  await refuse(
    await envoyer(seul.d, `${seul.p}/decision`, decision({ version_piste: '2' })),
    /Aucune piste de traitement n’est en cours|Entre-temps/,
  )
  await fait(await envoyer(d, `${p}/decision`, decision({ decision: 'finir', parole: 'cesse' })))
})
