import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as ecran from '../support/ecrans.ts'
import { devant, ouvrirLieu, type Gens, type Lieu } from '../support/gens.ts'

/** The track of the 1er degré to its end: directrice, inspector, équipe éducative, then DASEN and mayor; the parent reads on. */

let lieu: Lieu
let numero = ''
before(async () => void (lieu = await ouvrirLieu(new Date('2026-11-09T08:30:00+01:00'), true)))
after(() => lieu.fermer())

const dans = (...a: Parameters<ReturnType<typeof ecran.dans>>): Promise<void> => ecran.dans(lieu, () => numero)(...a)
const jour = (le: string, heure = '09:00'): void => lieu.m.aller(new Date(`${le}T${heure}:00+01:00`))
const RECIT = {
  qui: 'Je suis un parent, un proche',
  ecole: 'École élémentaire Les Glycines',
  quoi: 'Des coups',
  recit: 'Mon fils rentre avec des bleus. Il dit que deux grands le poussent dans l’escalier, depuis la rentrée.',
  ou: 'Dans la cour',
  noms: 'Tom Vasseur, Elio Banel',
  cible: 'Noé Castel',
}
const leParentLit = (code: string, ...dit: string[]): Promise<void> =>
  ecran.relire(lieu, code, ['Votre message', ...dit], /Vasseur|Banel|Tom |Elio/)

/** The directrice takes it, protects, and asks her inspector to follow with her. */
async function prendre(): Promise<void> {
  await devant(lieu, 'directriceGlycines', async (g) => {
    numero = await ecran.ouvrirDepuis(g, RECIT.ecole, 'Bonjour, merci. Je vois Noé ce matin, et je vous appelle à midi.')
    await g.lit('École élémentaire Les Glycines', 'Noé Castel', 'Tom Vasseur', 'Elio Banel')
    await ecran.proteger(
      g,
      'Noter la première mesure',
      'Lieux, trajets',
      'Il descend avec la maîtresse, par l’autre escalier.',
      'Mme Lenoir',
    )
    await g.suit('Passer, demander de l’aide')
    await g.repond('Ce que vous demandez', 'Le suivre avec moi')
    await g.prend('À qui', 'Luc Andrieu')
    await g.ecrit('Pourquoi, et ce que vous attendez', 'Deux familles déjà en conflit : je voudrais un second regard.')
    await g.repond('La famille de l’élève visé', 'ne le sait pas', g.p.locator('#proposer'))
    await g.prend('Sans son accord, pourquoi', 'Un avis est demandé', g.p.locator('#proposer'))
    await g.appuie('Demander')
    await g.lit('Votre demande est partie.')
  })
  await devant(lieu, 'ien31', async (g) => {
    await g.va('/bureau')
    await g.suit('Réponse à une offre')
    await g.repond('Votre réponse', 'J’accepte')
    await g.appuie('Répondre')
    await g.lit('C’est accepté', 'Le suivent aussi', 'Vous, depuis')
    await g.suit('Vue d’ensemble')
    await g.lit('Responsable : Nadia Bel')
    await g.regarde('ien')
  })
}

/** Listening, telling the family, a grid, and its name. */
async function comprendre(): Promise<void> {
  jour('2026-11-10')
  await dans('directriceGlycines', '', async (g) => {
    await g.suit('Noter un entretien')
    await ecran.noterEntretien(g, 'Noé Castel', {
      faits: 'Deux élèves de CM2 le poussent dans l’escalier, à la récréation de 10 h.',
      mots: '« Ils attendent que la maîtresse tourne. »',
      cible: { retour: 'Sa mère, à 16 h 30' },
    })
    await g.suit('Noter un contact avec la famille')
    await g.suit('Noé Castel')
    await ecran.ajouterResponsable(g, 'Maud Castel', 'Mère', '05 61 00 00 04')
    await ecran.ajouterResponsable(g, 'Yann Castel', 'Père', '05 61 00 00 05')
    const dit = 'Dit l’escalier, la maîtresse, leurs droits. « On a peur tous les matins. »'
    await ecran.noterContact(g, ['Maud Castel', 'Yann Castel'], 'En rendez-vous', ['Ce qui se passe', 'Ses droits'], dit)
    await g.suit('Évaluation')
    await ecran.remplirGrille(g, ecran.GRILLE)
    await ecran.qualifier(g, 'Harcèlement', 'Chaque jour, à deux, plus grands que lui.', '« On le terrorise. »')
    await g.suit('Traitement')
    await g.neLitPas('Procédure disciplinaire')
    await ecran.engager(g, 'Équipe éducative, puis DASEN et maire', 'Un comportement voulu, répété, et qui persiste.')
    await g.lit('Équipe éducative, puis DASEN et maire', 'Décision à prendre')
    await g.regarde('educative')
  })
}

const refuse = async (g: Gens, etape: string, texte: string, phrase: string, plus?: () => Promise<void>): Promise<void> => {
  await g.suit('Noter une étape')
  await g.repond('Étape', etape)
  await plus?.()
  await g.ecrit('Ce qui a été fait ou répondu', texte)
  await g.appuie('Enregistrer l’étape')
  await g.lit(phrase)
  await g.suit('Traitement')
}

/** The school meets at once; it may keep a pupil away, five days and no more; nothing is asked of the DASEN before. */
async function reunir(): Promise<void> {
  jour('2026-11-12')
  await dans('directriceGlycines', 'traitement', async (g) => {
    await refuse(g, 'DASEN saisi', 'Cela persiste.', 'Notez d’abord « Équipe éducative réunie »')
    await ecran.noterEtape(
      g,
      'Équipe éducative réunie',
      'Les parents, la maîtresse, le psychologue : une surveillance de l’escalier.',
    )
    const duree = async (jours: string): Promise<void> => {
      await g.prend('Quel élève', 'Tom Vasseur')
      await g.ecrit('Jours de suspension', jours)
    }
    const pourquoi = 'Il a poussé Noé devant la maîtresse.'
    await refuse(g, 'Accès à l’école suspendu', pourquoi, 'Écrivez le nombre de jours, de 1 à 5.', () => duree('6'))
    await ecran.noterEtape(g, 'Accès à l’école suspendu', pourquoi, undefined, () => duree('5'))
    await g.lit('Accès à l’école suspendu, à titre conservatoire (5 jours), Tom Vasseur')
    await g.regarde('suspension')
  })
}

/** It goes on after fifteen days: the track is kept, the DASEN is told with a sheet of their own that the inspector reads first, and answers. */
async function saisir(): Promise<void> {
  jour('2026-11-25')
  await dans('directriceGlycines', 'traitement', async (g) => {
    await g.suit('Garder, changer ou finir')
    await g.repond('Que dit l’élève visé', 'C’est pareil')
    await g.ecrit('Avec ses mots', '« Il est revenu, et il recommence. »')
    await g.repond('Décision', 'Garder')
    await g.ecrit('Pourquoi', 'Le comportement persiste malgré l’équipe éducative et la suspension.')
    await g.appuie('Enregistrer la décision')
    await g.lit('Équipe éducative, puis DASEN et maire')
    await ecran.noterEtape(g, 'DASEN saisi : le comportement persiste', 'Essayé : surveillance, suspension, deux réunions.')
    await g.suit('Transmissions')
    await g.regarde('transmissions')
    await g.suit('DASEN')
    await g.repond('Décision', 'Oui')
    await g.ecrit('Pourquoi', 'Cela persiste après l’équipe éducative et cinq jours de suspension.')
    await g.appuie('Enregistrer cette décision')
    await g.lit('À relire avant de partir', 'Cela persiste après l’équipe éducative')
    await g.regarde('dasen')
  })
  await devant(lieu, 'ien31', async (g) => {
    await g.va('/bureau')
    await g.suit('DASEN, avant son départ')
    await g.lit('Saisine du directeur académique', 'Noé Castel')
    await g.repond('Après lecture, mot à mot', 'Elle peut partir')
    await g.appuie('Enregistrer ma lecture')
    await g.lit('Relue, peut partir')
  })
  await dans('directriceGlycines', 'transmissions/dasen', async (g) => {
    await g.suit('Faire partir la fiche')
    await g.appuie('Elle est partie')
    await g.lit('Transmis', 'Relue par Luc Andrieu')
  })
  jour('2026-11-30')
  await dans('referent31', 'traitement', async (g) => {
    await ecran.noterEtape(g, 'Réponse de la DASEN ou du DASEN', 'La DASEN demande au maire une inscription ailleurs.')
    const maire = 'Courrier de la DASEN remis en mairie, la famille de l’élève est reçue.'
    await ecran.noterEtape(g, 'Le maire est saisi', maire, 'Tom Vasseur')
  })
}

/** The mayor answers, the pupil goes to another school; it has stopped: the watch, to the end of what it asks. */
async function finir(): Promise<void> {
  jour('2026-12-07')
  await dans('directriceGlycines', 'traitement', async (g) => {
    await ecran.noterEtape(g, 'Réponse du maire', 'D’accord : place à l’école du bourg.')
    await ecran.noterEtape(
      g,
      'Inscrit dans une autre école',
      'Il y est depuis lundi ; la directrice est prévenue.',
      'Tom Vasseur',
    )
    await g.regarde('nouvelle-ecole')
    await g.suit('Garder, changer ou finir')
    await g.repond('Que dit l’élève visé', 'Cela a cessé')
    await g.ecrit('Avec ses mots', '« Je prends l’escalier tout seul. »')
    await g.repond('Décision', 'Finir')
    await g.ecrit('Pourquoi', 'Les faits ont cessé.')
    await g.appuie('Enregistrer la décision')
    await g.lit('La piste est finie')
    await g.suit('Passer à la surveillance')
    await g.ecrit('Qui regarde quoi', 'Mme Lenoir, l’escalier et la cour.')
    await g.appuie('Passer à la surveillance')
    await g.lit('Premier point')
  })
  for (const [le, quel] of [
    ['2026-12-14', /Premier point/],
    ['2027-01-08', /(Deuxième point|Première semaine)/],
    ['2027-03-08', /Troisième point|Deuxième point/],
  ] as const) {
    jour(le)
    await dans('directriceGlycines', 'suivi', (g) => ecran.noterPoint(g, quel, 'Cela a cessé', `« Ça va. » (${le})`))
  }
  await dans('directriceGlycines', 'suivi', async (g) => {
    await g.suit('Dites d’abord à chaque responsable de l’élève visé que le dossier va se fermer')
    await g.suit('Noé Castel')
    await ecran.noterContact(g, ['Maud Castel', 'Yann Castel'], 'Au téléphone', ['Le dossier va se fermer'], 'Ils sont soulagés.')
    await g.suit('Suivi et clôture')
    await ecran.leverLesMesures(g, `/dossiers/${numero}/suivi`)
    await ecran.clore(g, 'Noé le dit depuis décembre.', 'Mme Lenoir reste à son écoute.', 'l’école.')
    await g.regarde('clos-1d')
  })
}

test('an école, from a parent’s report to the DASEN and the mayor, then to the end: with JavaScript and axe, on phones', async () => {
  const code = await ecran.raconter(lieu, RECIT)
  await prendre()
  await leParentLit(code, 'Je vois Noé ce matin', 'Des adultes ont décidé comment protéger.')
  await comprendre()
  await reunir()
  await saisir()
  await leParentLit(code, 'Nous avons décidé quoi faire.')
  await finir()
  await leParentLit(
    code,
    'Nous avons fini de vérifier. Si cela recommence, écrivez ici',
    'Merci de nous avoir alertés.',
    'appelez l’école.',
  )
  assert.match(numero, /^31-2026-/)
})
