import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { ecrireFaits, envoyerDossier, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { raconter, verbes } from '../../../tests/support/situations.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

interface D extends DossierVu {
  lea: string
  kevin: string
  mere: string
  pere: string
}

const AUTRES = /K[ée]vin|Kevim|Dubois|Yanis|Roca|Inès|Bilel|KD\b/i

async function ouvert(): Promise<D> {
  const { id } = await raconter(m, 'tilleuls', { noms: 'yanis', cible: 'Léa' })
  const d = await ouvrirDossier(m, 'chefTilleuls', {
    signalement: id,
    nom1: 'Kévin Dubois',
    role1: 'auteur_presume',
    nom2: 'Inès Roca',
    role2: 'temoin',
    resume:
      'Depuis la rentrée, Léa est moquée chaque matin dans la cour par kevin et yanis, et Kevim recommence à la cantine. Bilel a tout vu. Mme Roca aussi.',
  })
  const roles = await m.admin<{ personne: string; role: string }>(
    'select personne, role from confidentiel.personne_role where fil = $1',
    [d.id],
  )
  const de = (role: string): string => roles.find((r) => r.role === role)!.personne
  const lea = de('cible')
  const responsable = async (nom: string, lien: string, regle = 'libre', raison = ''): Promise<string> => {
    const r = uuidv7()
    const champs = { id: r, nom, lien, autorite: 'oui', langue: 'fr', interprete: 'non', regle, raison }
    assert.equal((await m.envoyer(`/dossiers/${d.numero}/familles/${lea}/responsables`, champs, 'chefTilleuls')).status, 303)
    return r
  }
  const mere = await responsable('Sofia Marchetti', 'mere')
  const pere = await responsable('Paolo Marchetti', 'pere', 'ne_doit_pas_savoir', 'Léa a peur de lui.')
  await envoyerDossier(
    m,
    d,
    'mesures',
    {
      id: uuidv7(),
      nature: 'vigilance',
      quoi: 'On veille sur Léa dans la cour quand Kévin Dubois y est.',
      qui: 'La vie scolaire',
    },
    'chefTilleuls',
  )
  const contact = {
    id: uuidv7(),
    cote: 'cible',
    issue: 'informe',
    moyen: 'telephone',
    jour: '2026-11-10',
    sujet_ouverture: 'oui',
    [`avec_${mere}`]: 'oui',
  }
  const dit = 'Sofia Marchetti remercie. Elle demande si Kévin sera puni, et ce que Léa peut faire le matin.'
  assert.equal(
    (await m.envoyer(`/dossiers/${d.numero}/familles/${lea}/contacts`, { ...contact, dit }, 'chefTilleuls')).status,
    303,
  )
  return { ...d, lea, kevin: de('auteur_presume'), mere, pere }
}

const TOUT = { partie_resume: 'oui', partie_mesures: 'oui', partie_contacts: 'oui', partie_entretiens: 'oui' }
const preparer = (d: D, champs: Record<string, string> = {}, qui: NomAgent = 'chefTilleuls', enfant = d.lea): Promise<Response> =>
  m.envoyer(
    `/dossiers/${d.numero}/familles/${enfant}/extraits`,
    { id: uuidv7(), cote: 'cible', pour: d.mere, ...TOUT, ...champs },
    qui,
  )

async function prepare(d: D, champs: Record<string, string> = {}): Promise<string> {
  const id = uuidv7()
  assert.equal((await preparer(d, { id, ...champs })).status, 303)
  return id
}
const chemin = (d: D, id: string, suite = ''): string => `/dossiers/${d.numero}/familles/extraits/${id}${suite}`
const version = async (id: string): Promise<string> =>
  String((await m.admin<{ version: number }>('select version from confidentiel.extrait where id = $1', [id]))[0]!.version)
const envoyer = async (d: D, id: string, suite: string, champs: Record<string, string> = {}, qui: NomAgent = 'chefTilleuls') =>
  m.envoyer(chemin(d, id, suite), { version: await version(id), ...champs }, qui)
const etat = async (id: string): Promise<string> =>
  (await m.admin<{ etat: string }>('select etat from confidentiel.extrait where id = $1', [id]))[0]!.etat
const feuille = async (d: D, id: string): Promise<string> => {
  const r = await m.lire(chemin(d, id, '/feuille'), 'chefTilleuls')
  assert.equal(r.status, 200)
  // A number is drawn at random, and may end in anybody’s initials.
  return /<article class="preau-feuille[^>]*>([^]*)<\/article>/.exec(await r.text())![1]!.replaceAll(d.numero, '')
}

test('prepared, read by another person, frozen, given: nobody but the child and the guardians is named in it', async () => {
  const d = await ouvert()
  const id = await prepare(d)
  const apercu = await (await m.lire(chemin(d, id), 'chefTilleuls')).text()
  assert.match(apercu, /<mark class="preau-masque"/)
  assert.equal((await m.lire(chemin(d, id, '/feuille'), 'chefTilleuls')).status, 409)
  assert.equal((await envoyer(d, id, '/remise')).status, 409)
  assert.equal((await envoyer(d, id, '/relecture')).status, 303)
  const soi = await envoyer(d, id, '/avis', { avis: 'accord' })
  assert.equal(soi.status, 409)
  assert.match(await soi.text(), /une autre personne le relit/)
  assert.equal((await envoyer(d, id, '/avis', { avis: 'refus' }, 'coordoTilleuls')).status, 422)
  assert.equal((await envoyer(d, id, '/avis', { avis: 'accord' }, 'coordoTilleuls')).status, 303)
  const sortie = await feuille(d, id)
  assert.doesNotMatch(sortie, AUTRES)
  for (const dit of [/un autre élève \(A\)/, /Sofia Marchetti/, /Léa/, /relu par Hugo Marsan/]) assert.match(sortie, dit)
  assert.equal((await envoyer(d, id, '/remise')).status, 303)
  assert.equal((await envoyer(d, id, '/remise')).status, 409)
  assert.deepEqual(
    (await verbes(m, d.id)).filter((v) => v.includes('extrai')),
    ['dossier.extraire', 'dossier.soumettre_extrait', 'dossier.relire_extrait', 'dossier.remettre_extrait'],
  )
  const vus = await m.admin<{ nature: string }>(
    `select nature from confidentiel.consultation where fil = $1 and nature <> 'lecture' order by le, id`,
    [d.id],
  )
  assert.deepEqual(vus.map((v) => v.nature).sort(), ['export', 'impression'])
})

test('a name that was corrected is hidden as it was written before, and as it is now; the child is named as today', async () => {
  const d = await ouvert()
  const entretien = {
    id: uuidv7(),
    role: 'cible',
    mene: m.agents.chefTilleuls,
    quand: '2026-11-10T08:30',
    faits: 'Léa raconte que Kévin prend son plateau à la cantine, et que Kev rit quand elle pleure dans le couloir.',
    mots: '« Il me suit, Kévin, tous les jours depuis la rentrée, et personne ne dit rien. »',
    danger: 'non',
    suicide: 'non',
    soir: 'oui',
    retour: 'Sa mère',
    annonce: 'Un adulte sera là chaque midi.',
    famille: 'a_faire',
  }
  assert.equal((await m.envoyer(`/dossiers/${d.numero}/entretiens/avec/${d.lea}/cible`, entretien, 'chefTilleuls')).status, 303)
  const corriger = async (personne: string, nom: string): Promise<void> =>
    assert.equal((await envoyerDossier(m, d, `personnes/${personne}`, { nom }, 'chefTilleuls')).status, 303)
  await corriger(d.kevin, 'Kevyn Dubois')
  await corriger(d.kevin, 'Thibault Garçon')
  // The entry of the child bore another pupil’s name for a day.
  await corriger(d.lea, 'Rosalie Quentin')
  await corriger(d.lea, 'Léa Marchetti')
  const resume =
    'Léa est moquée chaque matin dans la cour par kevin, que tous appellent garçon de café, et par Thibault ; le soir rosalie la suit, dit la vie scolaire.'
  assert.equal((await envoyerDossier(m, d, 'resume', { resume }, 'chefTilleuls')).status, 303)
  const id = await prepare(d)
  await envoyer(d, id, '/relecture')
  await envoyer(d, id, '/avis', { avis: 'accord' }, 'coordoTilleuls')
  const sortie = await feuille(d, id)
  assert.doesNotMatch(sortie, new RegExp(`${AUTRES.source}|Kevyn|\\bkev\\b|Thibault|Rosalie|Quentin`, 'i'))
  assert.match(sortie, /Léa est moquée chaque matin dans la cour par un autre élève \(A\)/)
  assert.match(sortie, /Léa raconte qu’un autre élève \(A\) prend son plateau à la cantine/)
  assert.match(sortie, /Ses mots\n[^]*Un adulte sera là chaque midi/)
  assert.doesNotMatch(sortie, /[0-9a-f]{8}-[0-9a-f]{4}/, 'no identifier of ours')
})

test('what leaves no longer holds what was hidden, and does not change once it is read: the database holds it', async () => {
  const d = await ouvert()
  const id = await prepare(d)
  await envoyer(d, id, '/relecture')
  await envoyer(d, id, '/avis', { avis: 'accord' }, 'coordoTilleuls')
  const page = await (await m.lire(chemin(d, id), 'chefTilleuls')).text()
  assert.doesNotMatch(page, AUTRES)
  assert.equal((await envoyer(d, id, '', TOUT)).status, 409)
  await assert.rejects(m.admin(`update confidentiel.extrait set contenu = 'x' where id = $1`, [id]), /frozen once read/)
  await assert.rejects(m.admin(`update confidentiel.extrait set etat = 'prepare' where id = $1`, [id]), /frozen once read/)
})

test('nobody is the second reader of their own extract, even past the screens', async () => {
  const d = await ouvert()
  const id = await prepare(d)
  await envoyer(d, id, '/relecture')
  await assert.rejects(
    m.admin(`update confidentiel.extrait set etat = 'relu', lu_par = par, lu_le = now(), empreinte = sha256('x') where id = $1`, [
      id,
    ]),
    /extrait_second/,
  )
})

test('unknown to a stranger; prepared by those who decide; only by whoever prepared it is it changed', async () => {
  const d = await ouvert()
  assert.equal((await preparer(d, {}, 'chefSaules')).status, 404)
  assert.equal((await preparer(d, {}, 'coordoTilleuls')).status, 409)
  const id = await prepare(d)
  assert.equal((await m.lire(chemin(d, id), 'chefSaules')).status, 404)
  assert.equal((await envoyer(d, id, '', TOUT, 'referent31')).status, 409)
  assert.equal((await envoyer(d, id, '/avis', { avis: 'accord' }, 'chefSaules')).status, 404)
  const autre = await ouvert()
  for (const suite of ['', '/relecture', '/avis', '/remise'])
    assert.equal(
      (
        await m.envoyer(
          `/dossiers/${autre.numero}/familles/extraits/${id}${suite}`,
          { version: '1', avis: 'accord' },
          'chefTilleuls',
        )
      ).status,
      404,
      suite,
    )
})

test('not to a guardian who must not know, nor to somebody else’s parent, nor about another child', async () => {
  const d = await ouvert()
  const interdit = await preparer(d, { pour: d.pere })
  assert.equal(interdit.status, 422)
  assert.match(await interdit.text(), /Ne doit pas savoir/)
  assert.equal((await preparer(d, { pour: d.kevin })).status, 422)
  assert.equal((await preparer(d, { cote: 'auteur' }, 'chefTilleuls', d.kevin)).status, 422)
  const autre = await ouvert()
  assert.equal((await preparer(d, {}, 'chefTilleuls', autre.lea)).status, 404)
  assert.equal((await preparer(d, { pour: autre.mere })).status, 422)
})

test('the accused side never gets the summary nor the protection, whatever the form asks', async () => {
  const d = await ouvert()
  const pere = uuidv7()
  const champs = { id: pere, nom: 'Marc Dubois', lien: 'pere', autorite: 'oui', langue: 'fr', interprete: 'non', regle: 'libre' }
  assert.equal((await m.envoyer(`/dossiers/${d.numero}/familles/${d.kevin}/responsables`, champs, 'chefTilleuls')).status, 303)
  const id = uuidv7()
  assert.equal((await preparer(d, { id, cote: 'auteur', pour: pere }, 'chefTilleuls', d.kevin)).status, 303)
  await envoyer(d, id, '/relecture')
  await envoyer(d, id, '/avis', { avis: 'accord' }, 'referent31')
  assert.doesNotMatch(await feuille(d, id), /Léa|Marchetti|Roca|Yanis|moquée|On veille/i)
})

test('whoever can be the second reader is told, and finds it on the desk; whoever prepared it hears of the answer', async () => {
  const d = await ouvert()
  const id = await prepare(d)
  await m.admin('delete from machine.courriel')
  const prevenus = async (): Promise<unknown[]> => m.admin('select agent, modele from machine.courriel where fil = $1', [d.id])
  const bureau = async (qui: NomAgent): Promise<boolean> => (await (await m.lire('/bureau', qui)).text()).includes(chemin(d, id))
  assert.equal(await bureau('coordoTilleuls'), false)
  await envoyer(d, id, '/relecture')
  assert.deepEqual(await prevenus(), [{ agent: m.agents.coordoTilleuls, modele: 'nouveau' }])
  assert.equal(await bureau('coordoTilleuls'), true)
  // Somebody nearer can read it: it does not fill the desks above.
  for (const qui of ['chefTilleuls', 'chefSaules', 'referent31', 'referent81'] as const)
    assert.equal(await bureau(qui), false, qui)
  await envoyer(d, id, '/avis', { avis: 'accord' }, 'coordoTilleuls')
  assert.equal(await bureau('referent31'), false)
  assert.deepEqual((await prevenus()).slice(1), [{ agent: m.agents.chefTilleuls, modele: 'nouveau' }])
})

test('the follow-up, how it is qualified and the tracks, as far as each family’s right goes, and masked', async () => {
  const d = await ouvert()
  const [piste, disc] = [uuidv7(), uuidv7()]
  await m.admin("update confidentiel.dossier set etat = 'evaluation' where id = $1", [d.id])
  await ecrireFaits(m, d.id, [
    ['dossier.entendre', { role: 'cible' }],
    ['dossier.evaluer', { danger: false }],
  ])
  const dire = (forme: string, champs: Record<string, string>): Promise<Response> =>
    envoyerDossier(m, d, forme, champs, 'chefTilleuls')
  const raison = 'Kévin Dubois recommence chaque semaine, et Léa ne peut pas se défendre.'
  const q = { id: uuidv7(), qualification: 'harcelement', raison, mots_famille: 'Un enfer, dit Sofia Marchetti.' }
  assert.equal((await dire('evaluation/qualification', q)).status, 303)
  const engager = (id: string, methode: string): Promise<Response> =>
    dire('traitement/pistes', { id, methode, duree: 'mois', raison: 'Choisi pour Kévin Dubois.', famille: '2026-11-09' })
  assert.equal((await engager(piste, 'mpp')).status, 303)
  assert.equal((await engager(disc, 'disciplinaire')).status, 303)
  const etape = {
    id: uuidv7(),
    etape: 'ouverture',
    jour: '2026-11-10',
    personne: d.kevin,
    texte: 'Kévin et sa mère sont prévenus. Léa n’y est pas.',
  }
  assert.equal((await dire(`traitement/pistes/${disc}/etapes`, etape)).status, 303)
  const decision = {
    id: uuidv7(),
    version_piste: '1',
    decision: 'garder',
    parole: 'mieux',
    mots: '« Kévin ne me suit plus. »',
    raison: 'Cela avance.',
  }
  assert.equal((await dire(`traitement/pistes/${piste}/decision`, decision)).status, 303)
  await m.admin("update confidentiel.dossier set etat = 'surveillance' where id = $1", [d.id])
  const sure = { danger: 'non', suicide: 'non', soir: 'oui' }
  const point = {
    id: uuidv7(),
    parole: 'cesse',
    mots: '« C’est fini avec Kévin. »',
    famille: 'Sofia la trouve plus gaie.',
    ...sure,
  }
  assert.equal((await dire('suivi/points', point)).status, 303)
  const parties = { partie_qualification: 'oui', partie_pistes: 'oui', partie_suivi: 'oui' }
  const lire = async (champs: Record<string, string>, enfant = d.lea): Promise<string> => {
    const id = uuidv7()
    const r = await preparer(d, { id, ...parties, ...champs }, 'chefTilleuls', enfant)
    assert.equal(r.status, 303, await r.text())
    await envoyer(d, id, '/relecture')
    await envoyer(d, id, '/avis', { avis: 'accord' }, 'coordoTilleuls')
    return feuille(d, id)
  }
  const cible = await lire({})
  for (const dit of [
    'Harcèlement, le 10',
    'Un enfer, dit Sofia Marchetti',
    'Préoccupation partagée',
    'ne me suit plus',
    'C’est fini avec',
    'plus gaie',
  ])
    assert.ok(cible.includes(dit), dit)
  assert.doesNotMatch(cible, AUTRES)
  assert.doesNotMatch(cible, /Procédure|engagée|sont prévenus/)
  const mere = uuidv7()
  const lien = { id: mere, nom: 'Awa Dubois', lien: 'mere', autorite: 'oui', langue: 'fr', interprete: 'non', regle: 'libre' }
  await m.envoyer(`/dossiers/${d.numero}/familles/${d.kevin}/responsables`, lien, 'chefTilleuls')
  const auteur = await lire({ cote: 'auteur', pour: mere }, d.kevin)
  assert.match(auteur, /Procédure engagée/)
  assert.match(auteur, /Kévin et sa mère sont prévenus/)
  assert.doesNotMatch(auteur, /Léa|Marchetti|ne me suit plus|C’est fini|enfer/)
})

test('a word let through, another hidden by hand, a passage left out', async () => {
  const d = await ouvert()
  const id = await prepare(d)
  const mots = { laisser_bilel: 'oui', cacher: 'cantine', [`oter_mesure-x`]: 'oui' }
  assert.equal((await envoyer(d, id, '', { ...TOUT, ...mots })).status, 303)
  const page = await (await m.lire(chemin(d, id), 'chefTilleuls')).text()
  assert.match(page, /\. Bilel a tout vu/)
  assert.match(page, /Caché : cantine/)
  const [mesure] = await m.admin<{ id: string }>('select id from confidentiel.mesure where fil = $1', [d.id])
  await envoyer(d, id, '', { ...TOUT, [`oter_mesure-${mesure!.id}`]: 'oui' })
  assert.doesNotMatch(await (await m.lire(chemin(d, id), 'chefTilleuls')).text(), /On veille sur/)
  // Nobody of the dossier is let through by a tick.
  await envoyer(d, id, '', { ...TOUT, laisser_kevin: 'oui', laisser_dubois: 'oui', laisser_yanis: 'oui' })
  await envoyer(d, id, '/relecture')
  await envoyer(d, id, '/avis', { avis: 'accord' }, 'coordoTilleuls')
  assert.doesNotMatch(await feuille(d, id), AUTRES)
})

test('two second readers at once: one answer; sent back, it is prepared anew', async () => {
  const d = await ouvert()
  const id = await prepare(d)
  await envoyer(d, id, '/relecture')
  const v = await version(id)
  const avis = (qui: NomAgent) =>
    m.envoyer(chemin(d, id, '/avis'), { version: v, avis: 'refus', avis_raison: 'On reconnaît le club.' }, qui)
  assert.deepEqual((await Promise.all([avis('coordoTilleuls'), avis('referent31')])).map((r) => r.status).sort(), [303, 409])
  assert.equal(await etat(id), 'refuse')
  assert.match(await (await m.lire(chemin(d, id), 'chefTilleuls')).text(), /On reconnaît le club\./)
  assert.equal((await envoyer(d, id, '', { ...TOUT, cacher: 'club' })).status, 303)
  assert.equal(await etat(id), 'prepare')
})

test('the right of access: who was told is said, but never an inquiry nor what would endanger the child; by what right is kept', async () => {
  const d = await ouvert()
  const transmettre = async (code: string, champs: Record<string, string> = {}): Promise<void> => {
    const envoi = { id: uuidv7(), decision: 'oui', raison: 'Il le faut.', jour: '2026-11-10', ...champs }
    assert.equal((await m.envoyer(`/dossiers/${d.numero}/transmissions/${code}`, envoi, 'chefTilleuls')).status, 303, code)
  }
  await transmettre('procureur')
  await transmettre('crip', { parents: 'contraire', parents_raison: 'Léa a peur à la maison.', depart: 'danger' })
  await transmettre('cabinet', { decision: 'non' })
  await transmettre('fait_etablissement', { gravite: '2' })
  assert.equal((await preparer(d, { base: 'curiosite' })).status, 422)
  const id = uuidv7()
  assert.equal((await preparer(d, { id, base: 'acces', partie_transmissions: 'oui' })).status, 303)
  const page = (await (await m.lire(`/dossiers/${d.numero}/familles/extraits/${id}`, 'chefTilleuls')).text()).replaceAll(
    '\u00a0',
    ' ',
  )
  const apercu =
    /aria-labelledby="apercu"[^]*?<\/section>\s*<\/section>|aria-labelledby="apercu"[^]*?<form/.exec(page)?.[0] ?? page
  assert.match(page, /À quel titre : Droit d’accès/)
  assert.match(apercu, /Fait établissement : Information de la hiérarchie/)
  assert.doesNotMatch(apercu, /Procureur|préoccupante|CRIP|Cabinet/)
  assert.deepEqual(await m.admin('select base from confidentiel.extrait where id = $1', [id]), [{ base: 'acces' }])
})
