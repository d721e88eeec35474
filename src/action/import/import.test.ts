import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { clock, HEURE, plus, uuidv7 } from '#platform'
import { faireMenage } from '../../travaux/menage.ts'
import { ECOLES, NOMS_AGENTS, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { importerActionsEnCommande, rapportActions } from './commande.ts'

let m: Monde
const dossier = mkdtempSync(join(tmpdir(), 'preau-essai-import-'))
before(async () => {
  m = await nouveauMonde()
  for (const [code, annee, jour] of [
    ['journee_nationale', '2026', '2026-11-05'],
    ['safer_internet_day', '2026', '2027-02-09'],
  ] as const) {
    const e = { code, annee, jour, introduction: 'Bonjour.', publier: 'oui' }
    assert.equal((await m.envoyer('/actions/journees/nouvelle', e, 'communication')).status, 303)
  }
})
after(async () => {
  await m.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

const ENTETE = 'UAI;Titre;Texte;Temps fort;Du;Forme;Publics;Classes;Élèves;Pilier'
const { tilleuls, saules, pruniers } = ECOLES
const BONNES = [
  `${tilleuls.etab.toLowerCase()};La course bleue;Tout le monde court.;Journée nationale;05/11/2026;course ou sport;Collégiens, Personnels;6e | 5e;1 20;Prévenir les phénomènes de harcèlement`,
  `${pruniers.etab};Le film;On regarde.;;2026-12-01;projection;collegiens;;;`,
  `${saules.etab};"Un titre ; avec ""guillemets""";"Deux\nlignes";journee_nationale;2026-11-05;Séance en classe;Collégiens;;30;4`,
]
const fichier = (...lignes: string[]): string => `\uFEFF${[ENTETE, ...lignes].join('\r\n')}\r\n`

async function envoyer(texte: string | Buffer, qui: NomAgent, suite = 'importer'): Promise<{ statut: number; texte: string }> {
  const corps = new FormData()
  corps.append('fichier', new Blob([texte as never]), 'actions.csv')
  corps.append('suite', suite)
  const Cookie = `preau=${await m.session(qui)}`
  const r = await m.app.request('/actions/import', { method: 'POST', body: corps, headers: { Cookie } })
  return { statut: r.status, texte: (await r.text()).replaceAll('\u00a0', ' ') }
}
const titres = async (): Promise<string[]> =>
  (await m.admin<{ titre: string }>('select titre from prevention.action order by titre')).map((a) => a.titre)
const vider = () => m.admin('truncate prevention.action cascade')

test('a rehearsal tells everything and writes nothing; the import writes; a second run changes nothing', async () => {
  const essai = await envoyer(fichier(...BONNES), 'communication', 'simuler')
  assert.match(essai.texte, /rien n’a été écrit.*3 lignes lues : 3 actions seraient proposées, 0 est déjà là, 0 est refusée/s)
  assert.deepEqual(await titres(), [])
  assert.match((await envoyer(fichier(...BONNES), 'communication')).texte, /3 actions sont proposées/)
  const [course] = await m.admin(
    `select etat, annee, temps_fort, du::text, au::text, type, publics, niveaux, effectif, pilier, declaree_par, proposee_par
     from prevention.action where titre = 'La course bleue'`,
  )
  assert.deepEqual(course, {
    etat: 'proposee',
    annee: 2026,
    temps_fort: 'journee_nationale',
    du: '2026-11-05',
    au: '2026-11-05',
    type: 'sport',
    publics: ['collegiens', 'personnels'],
    niveaux: ['6e', '5e'],
    effectif: 120,
    pilier: 2,
    declaree_par: m.agents.communication,
    proposee_par: m.agents.communication,
  })
  const encore = await envoyer(fichier(...BONNES), 'communication')
  assert.match(encore.texte, /Rien n’a changé.*3 sont déjà là/s)
  assert.equal((await titres()).length, 3)
})

test('what was tried goes in with one click, twice if need be; it is its author’s alone, the last one, for two hours', async () => {
  await vider()
  const essai = await envoyer(fichier(...BONNES), 'communication', 'simuler')
  const garde = /name="garde" value="([^"]+)"/.exec(essai.texte)![1]!
  assert.match(essai.texte, /Importer ces 3 actions/)
  const cliquer = (id: string, qui: NomAgent): Promise<Response> =>
    m.envoyer('/actions/import', { garde: id, suite: 'importer' }, qui)
  for (const qui of ['referent31', 'responsable31'] as const) {
    const autre = await cliquer(garde, qui)
    assert.equal(autre.status, 422)
    assert.match(await autre.text(), /n’est plus gardé/)
  }
  assert.deepEqual(await titres(), [])
  const deux = await Promise.all([cliquer(garde, 'communication'), cliquer(garde, 'communication')])
  assert.deepEqual(
    deux.map((r) => r.status),
    [200, 200],
  )
  assert.equal((await titres()).length, 3)
  // Tried again elsewhere: the older one is gone. And two hours later, the last one too.
  const suivant = /name="garde" value="([^"]+)"/.exec(
    (await envoyer(fichier(`${saules.etab};Une autre;x;;2026-12-03;jeu;collegiens;;;`), 'communication', 'simuler')).texte,
  )![1]!
  assert.equal((await cliquer(garde, 'communication')).status, 422)
  const avant = clock.now()
  m.aller(plus(avant, 2 * HEURE))
  assert.equal((await cliquer(suivant, 'communication')).status, 422)
  assert.equal((await faireMenage(m.maison)).imports, 0)
  m.aller(plus(avant, 2 * HEURE + 1))
  assert.equal((await faireMenage(m.maison)).imports, 1)
  m.aller(avant)
  for (const id of ['x', '', uuidv7()]) assert.equal((await cliquer(id, 'communication')).status, 422)
  assert.equal((await titres()).length, 3)
  // Nothing new in it: nothing is kept, and there is nothing to click.
  assert.doesNotMatch((await envoyer(fichier(...BONNES), 'communication', 'simuler')).texte, /name="garde"/)
})

test('a school that holds the same action as a draft keeps it: the line is refused with its reason, the draft is not touched', async () => {
  await vider()
  const brouillon = {
    id: uuidv7(),
    etab: saules.etab,
    suite: 'brouillon',
    du: '2026-12-04',
    type: 'jeu',
    publics: 'collegiens',
    titre: 'L’été  des Saules',
    texte: 'Nos mots à nous.',
  }
  assert.equal((await m.envoyer('/actions/nouvelle', brouillon, 'chefSaules')).status, 303)
  const memes = [
    `${saules.etab};l’ete des saules;Les mots du département;;2026-12-04;jeu;collegiens;;;`,
    `${saules.etab};L’été des Saules;Un autre jour;;2026-12-05;jeu;collegiens;;;`,
  ]
  for (const qui of ['referent31', 'communication'] as const) {
    const { texte } = await envoyer(fichier(...memes), qui, 'simuler')
    assert.match(texte, /1 action serait proposée.*1 est refusée/s)
    assert.match(texte, /déjà cette action en brouillon/)
    assert.doesNotMatch(texte, /Nos mots à nous/)
  }
  assert.match((await envoyer(fichier(...memes), 'referent31')).texte, /1 action est proposée/)
  assert.deepEqual(await m.admin('select etat, texte from prevention.action where id = $1', [brouillon.id]), [
    { etat: 'brouillon', texte: 'Nos mots à nous.' },
  ])
  // Proposed by its school, it is there for everybody: left as it is.
  assert.equal((await m.envoyer(`/actions/${brouillon.id}/proposition`, { version: '1' }, 'chefSaules')).status, 303)
  assert.match((await envoyer(fichier(...memes), 'referent31')).texte, /Rien n’a changé.*2 sont déjà là/s)
})

test('what the export gives comes back as it is, formulas defused included: nothing changes', async () => {
  await envoyer(fichier(`${saules.etab};=1+1;-- non;;2026-12-02;jeu;collegiens;;;`), 'communication')
  const avant = await titres()
  const octets = Buffer.from(await (await m.lire('/actions/export.csv', 'communication')).arrayBuffer())
  assert.ok(octets.includes("'=1+1"))
  const retour = await envoyer(octets, 'communication')
  assert.match(
    retour.texte,
    new RegExp(`${avant.length} lignes lues : 0 action est proposée, ${avant.length} sont déjà là, 0 est refusée`),
  )
  assert.deepEqual(await titres(), avant)
})

test('each refused line is told with its number and its reason; the others go in', async () => {
  await vider()
  const faute: [string, RegExp][] = [
    [`0319001X;T;x;;2026-11-05;jeu;collegiens;;;`, /lettre de contrôle est fausse/],
    [`;T;x;;2026-11-05;jeu;collegiens;;;`, /UAI absent/],
    [`0310002H;T;x;;2026-11-05;jeu;collegiens;;;`, /n’est pas dans l’annuaire|lettre de contrôle/],
    [`${tilleuls.etab};;x;;2026-11-05;jeu;collegiens;;;`, /Donnez un titre/],
    [`${tilleuls.etab};T;;;2026-11-05;jeu;collegiens;;;`, /Racontez l’action/],
    [`${tilleuls.etab};T;x;;31/02/2026;jeu;collegiens;;;`, /quel jour/],
    [`${tilleuls.etab};T;x;;2026-11-05;pêche;collegiens;;;`, /la forme « pêche » n’existe pas/],
    [`${tilleuls.etab};T;x;;2026-11-05;jeu;martiens;;;`, /le public « martiens » n’existe pas/],
    [`${tilleuls.etab};T;x;;2026-11-05;jeu;collegiens;CM2;;`, /ne sont pas de cet établissement/],
    [`${tilleuls.etab};T;x;;2026-11-05;jeu;collegiens;;beaucoup;`, /nombre d’élèves/],
    [`${tilleuls.etab};T;x;;2026-11-05;jeu;collegiens;;;9`, /de 1 à 8/],
    [`${tilleuls.etab};T;x;La fête;2026-11-05;jeu;collegiens;;;`, /le temps fort « La fête » n’existe pas/],
    [`${tilleuls.etab};T;x;Prix Non au harcèlement;2026-11-05;jeu;collegiens;;;`, /n’a pas de jour enregistré pour 2026-2027/],
    [`${tilleuls.etab};T;x;;2026-11-05;jeu`, /6 colonnes au lieu de 10/],
  ]
  const { texte } = await envoyer(fichier(...faute.map(([l]) => l), BONNES[1]!), 'communication')
  assert.deepEqual(await titres(), ['Le film'])
  const lues = [...texte.matchAll(/rowheader"[^>]*>(\d+)<\/th>\s*<td[^>]*><div>([^<]*)</g)].map((x) => [
    x[1],
    x[2]!.replaceAll('&#39;', "'"),
  ])
  assert.deepEqual(
    lues.map(([n]) => n),
    faute.map((_, i) => String(i + 2)),
  )
  for (const [i, [, raison]] of faute.entries()) assert.match(lues[i]![1]!, raison)
})

test('a département takes in its own schools; the database says so too; nobody else has this page', async () => {
  await vider()
  const { texte } = await envoyer(fichier(...BONNES), 'referent31')
  assert.match(texte, /n’est pas de votre territoire/)
  assert.deepEqual(await titres(), ['La course bleue', 'Un titre ; avec "guillemets"'])
  for (const qui of NOMS_AGENTS.filter((n) => !['communication', 'referent31', 'responsable31', 'referent81'].includes(n))) {
    assert.equal((await m.lire('/actions/import', qui)).status, 404, qui)
    assert.equal((await envoyer(fichier(...BONNES), qui)).statut, 404, qui)
  }
})

test('a file that is none is refused whole, with a sentence: headers missing, quote never closed, workbook, nothing', async () => {
  await vider()
  for (const [texte, phrase] of [
    ['Nom;Prénom\nA;B\n', /Il manque les colonnes « UAI », « Titre »/],
    [
      `${fichier(BONNES[1]!)}${pruniers.etab};"jamais fermé;x;;2026-11-05;jeu;collegiens;;;\n`,
      /guillemet ouvert n’est jamais fermé/,
    ],
    ['PK\u0003\u0004', /classeur ou une archive/],
    ['', /vide|Choisissez/],
  ] as const) {
    const r = await envoyer(texte, 'communication')
    assert.equal(r.statut, 422)
    assert.match(r.texte, phrase)
    assert.doesNotMatch(r.texte, /preau-import-/)
  }
  assert.deepEqual(await titres(), [])
})

test('two imports at once add each line once', async () => {
  await vider()
  await Promise.all([envoyer(fichier(...BONNES), 'communication'), envoyer(fichier(...BONNES), 'communication')])
  assert.equal((await titres()).length, 3)
})

test('the same by the operator’s command, in the name of an agent who may', async () => {
  await vider()
  const chemin = join(dossier, 'actions.csv')
  writeFileSync(chemin, fichier(...BONNES, `${pruniers.etab};T;x;;hier;jeu;collegiens;;;`))
  const demande = { url: m.url, fichier: chemin, acad: '16', mail: 'Communication@exemple.fr' }
  assert.match(rapportActions(await importerActionsEnCommande({ ...demande, simuler: true }), true), /Simulation/)
  assert.deepEqual(await titres(), [])
  const r = await importerActionsEnCommande({ ...demande, simuler: false })
  assert.equal(r.ajoutees.length, 3)
  assert.match(rapportActions(r, false), /ligne 6\u00a0: Dites quel jour/)
  assert.equal((await importerActionsEnCommande({ ...demande, simuler: false })).ajoutees.length, 0)
  for (const mail of ['cheftilleuls@exemple.fr', 'personne@exemple.fr'])
    await assert.rejects(importerActionsEnCommande({ ...demande, mail, simuler: false }), /n’est pas l’adresse d’un agent/)
  assert.equal((await importerActionsEnCommande({ ...demande, mail: 'referent81@exemple.fr', simuler: true })).refus.length, 3)
})
