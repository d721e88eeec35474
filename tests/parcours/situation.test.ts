import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as ecran from '../support/ecrans.ts'
import { devant, ouvrirLieu, type Gens, type Lieu } from '../support/gens.ts'
import { rappeler } from '../../src/travaux/rappels.ts'

/** One situation of a collège from end to end, on four accounts and on the page of the witness who told. */

let lieu: Lieu
let numero = ''
before(async () => void (lieu = await ouvrirLieu(new Date('2026-11-10T09:00:00+01:00'), false)))
after(() => lieu.fermer())

const dans = (...a: Parameters<ReturnType<typeof ecran.dans>>): Promise<void> => ecran.dans(lieu, () => numero)(...a)
const jour = (le: string, heure = '09:00'): void =>
  lieu.m.aller(new Date(`${le}T${heure}:00${le > '2027-03-27' ? '+02:00' : '+01:00'}`))
const RECIT = {
  qui: 'J’ai vu ou entendu',
  ecole: 'Collège Les Tilleuls',
  quoi: 'Des insultes',
  recit: 'Ils appellent Lina « la grosse » tous les jours. Elle mange toute seule.',
  ou: 'À la cantine',
  noms: 'Enzo Martin, Kévin Dumas',
  cible: 'Lina Roussel',
}
/** The witness with the code: the steps in plain words, never a name. */
const leTemoinLit = (code: string, ...dit: string[]): Promise<void> =>
  ecran.relire(lieu, code, ['Ton message', ...dit], /Roussel|Martin|Dumas|Enzo|Kévin|Lina|Perrin|Jade/)

/** The head reads, takes it, answers; then opens the dossier and protects, the same morning. */
async function prendreEtProteger(): Promise<void> {
  await devant(lieu, 'chefTilleuls', async (g) => {
    numero = await ecran.ouvrirDepuis(g, RECIT.ecole, 'Merci d’avoir parlé. Nous allons l’aider dès aujourd’hui.')
    await g.lit('Lina Roussel', 'Enzo Martin', 'Kévin Dumas', 'Étape 2 sur 6 : pris en charge', 'Ensuite : protéger')
    await ecran.proteger(g, 'Noter la première mesure', 'Un adulte référent', 'Mme Roca la reçoit chaque matin.', 'Inès Roca')
    await g.lit('Étape 3 sur 6 : protégé', 'L’élève visé a été entendu')
    await ecran.proteger(g, 'Ajouter une mesure', 'Vigilance', 'Un adulte à l’entrée de la cantine.', 'La vie scolaire')
    await g.lit('Vigilance des adultes : toujours en place ?', 'Nouvelles à la famille de Lina Roussel')
    const pli = await g.ouvre('Ajouter une personne')
    await g.ecrit('Nom et prénom', 'Jade Perrin', pli)
    await g.ecrit('Classe, fonction ou lien', '5e B', pli)
    await g.prend('Rôle', 'Témoin', pli)
    await g.appuie('Ajouter', pli)
    await g.lit('La personne est ajoutée.', 'Jade Perrin')
    await g.regarde('protege')
  })
}

/** Two days later: the head listens to the target and calls the parents; the coordonnateur listens to the others, one by one. */
async function ecouter(): Promise<void> {
  jour('2026-11-12')
  await dans('chefTilleuls', '', async (g) => {
    await g.suit('Noter un entretien')
    await ecran.noterEntretien(g, 'Lina Roussel', {
      faits: 'Chaque midi, deux élèves prennent sa place à table devant les autres.',
      mots: '« Ils disent que je vais casser le banc. »',
      cible: { retour: 'Sa mère, à 16 h 30' },
    })
    await g.lit('En évaluation')
    await g.suit('Noter un contact avec la famille')
    await g.suit('Lina Roussel')
    await g.lit('La famille de Lina Roussel', 'Cette famille n’a pas encore eu de nouvelles.')
    await ecran.ajouterResponsable(g, 'Ana Roussel', 'Mère', '05 61 00 00 01')
    await ecran.ajouterResponsable(g, 'Marc Roussel', 'Père', '05 61 00 00 02')
    const sujets = ['Ce qui se passe, et qui s’en occupe', 'Comment l’élève est protégé', 'Ses droits']
    const dit = 'Dit ce qui est fait dès aujourd’hui, et leurs droits. « Elle ne voulait plus venir. »'
    await ecran.noterContact(g, ['Ana Roussel', 'Marc Roussel'], 'Au téléphone', sujets, dit)
    await g.lit('Dernières nouvelles : 12 nov.')
    await g.regarde('famille')
  })
  await dans('coordoTilleuls', 'entretiens', async (g) => {
    await ecran.noterEntretien(g, 'Jade Perrin', { faits: 'Elle a vu la scène trois fois.', mots: '« Tout le monde rit. »' })
    await ecran.noterEntretien(g, 'Enzo Martin', { faits: 'Il dit que c’est un jeu.', mots: '« On rigole, c’est tout. »' })
    await g.regarde('entendus')
    await g.suit('Familles')
    await g.suit('Enzo Martin')
    await g.lit('La famille d’Enzo Martin')
    await ecran.ajouterResponsable(g, 'Paul Martin', 'Père', '05 61 00 00 03')
    await ecran.noterContact(g, ['Paul Martin'], 'En rendez-vous', ['Ce qui se passe'], 'Dit ce qui est attendu de lui.')
  })
}

/** Two adults look, each alone; the head gives it its name. */
async function evaluer(): Promise<void> {
  jour('2026-11-13')
  await dans('coordoTilleuls', 'evaluation', async (g) => {
    await ecran.remplirGrille(g, ecran.GRILLE)
    await g.lit('Un seul regard pour l’instant', 'Cet acte revient à la direction, à l’inspection ou au pôle.')
  })
  await dans('chefTilleuls', 'evaluation', async (g) => {
    await ecran.remplirGrille(g, { ...ecran.GRILLE, 'Que fait le groupe': 'Il voit et ne dit rien' })
    await g.lit('Avis différents')
    await ecran.qualifier(g, 'Harcèlement', 'Chaque semaine, à plusieurs, devant un groupe qui rit.', '« On l’humilie. »')
    await g.regarde('qualifie')
  })
}

/** The shared concern: chosen by the head, held by two adults who never see the same pupils. */
async function engagerMpp(): Promise<void> {
  jour('2026-11-16')
  await dans('chefTilleuls', '', async (g) => {
    await g.suit('Choisir une piste de traitement')
    await ecran.engager(g, 'Préoccupation partagée', 'Un groupe, des moqueries, aucun fait grave.')
    await g.lit('L’équipe n’est pas complète')
    await g.suit('Composer l’équipe')
    const ajouter = async (nom: string, voit: string, dit: string): Promise<void> => {
      await g.prend('Un adulte de l’établissement', nom)
      await g.repond('Qui cet adulte va voir', voit)
      await g.appuie('Ajouter à l’équipe')
      await g.lit(dit)
    }
    await ajouter(
      'Hugo Marsan',
      'L’élève visé',
      'Hugo Marsan a déjà entendu un auteur présumé : une autre personne voit l’élève visé.',
    )
    await ajouter('Inès Roca', 'L’élève visé', 'Inès Roca')
    await ajouter('Hugo Marsan', 'Les autres élèves', 'Voit les autres élèves')
    await g.regarde('equipe')
    await g.suit('Traitement')
    await g.suit('Prévoir la matinée')
    await g.ecrit('Jour', '2026-11-17')
    await g.ecrit('Minutes par entretien', '6')
    await g.appuie('Prévoir ces entretiens')
    await g.lit('Prévu le 17 nov.', '08:30', '08:36', 'avec Hugo Marsan')
    await g.regarde('matinee')
  })
}

type Rencontre = readonly [avec: string, constat: string, mots: string, suite?: string]
/** One round of short talks, as the coordonnateur writes them down. */
async function semaine(le: string, prochain: string, rencontres: readonly Rencontre[]): Promise<void> {
  jour(le, '11:00')
  await dans('coordoTilleuls', 'traitement', async (g) => {
    for (const [avec, constat, mots, suite] of rencontres) {
      await g.suit(`Noter l’entretien avec ${avec}`)
      if (suite !== undefined) await g.repond('A-t-il fait ce qu’il proposait', suite)
      await g.repond(avec === RECIT.cible ? 'Est-ce que cela a cessé' : 'Ce qui s’est passé', constat)
      await g.p.locator('#mots').fill(mots)
      if (avec === RECIT.cible) {
        await g.repond('Est-il en danger', 'Non')
        await g.repond('A-t-il parlé de mourir', 'Non')
        await g.repond('Sera-t-il en sécurité', 'Oui')
      }
      await g.ecrit('Prochain entretien', prochain)
      await g.appuie('Enregistrer l’entretien')
      await g.lit(
        constat === 'Se tait ou refuse' ? 'Noté. Si ce refus persiste' : 'L’entretien est noté, et le prochain est prévu',
      )
    }
    await g.lit('Semaine 1')
    await g.regarde('semaine')
  })
}
const deuxSemaines = async (): Promise<void> => {
  await semaine('2026-11-17', '2026-11-24', [
    ['Lina Roussel', 'C’est pareil', '« Ils rient encore. »'],
    ['Enzo Martin', 'A proposé quelque chose', '« Je lui laisse sa place. »'],
    ['Kévin Dumas', 'N’a rien remarqué', ''],
    ['Jade Perrin', 'A proposé quelque chose', '« Je mange avec elle. »'],
  ])
  await semaine('2026-11-24', '2026-12-01', [
    ['Lina Roussel', 'C’est pareil', '« Deux jours bien, puis ça a repris. »'],
    ['Enzo Martin', 'Se tait ou refuse', '', 'Non'],
    ['Kévin Dumas', 'N’a rien remarqué', ''],
    ['Jade Perrin', 'A proposé quelque chose', '« On est trois maintenant. »', 'Oui'],
  ])
}

/** At fifteen days it goes on: it cannot end so; the head switches. */
async function changer(): Promise<void> {
  jour('2026-12-01')
  await devant(lieu, 'chefTilleuls', async (g) => {
    await g.va('/bureau')
    await g.lit(numero, 'Garder, changer ou finir la piste')
    await g.suit('Garder, changer ou finir la piste')
    await g.suit('Garder, changer ou finir')
    await g.repond('Que dit l’élève visé', 'C’est pareil')
    await g.ecrit('Avec ses mots', '« Ils ont arrêté deux jours, puis c’est revenu. »')
    await g.repond('Décision', 'Finir')
    await g.ecrit('Pourquoi', 'Les suggestions ne tiennent pas.')
    await g.appuie('Enregistrer la décision')
    await g.lit('gardez la méthode ou changez-en, elle ne finit pas ainsi')
    await g.repond('Décision', 'Changer')
    await g.appuie('Enregistrer la décision')
    await g.lit('Engagez maintenant celle qui la remplace.', 'changée le 1er déc.')
    await g.regarde('changee')
    await ecran.engager(g, 'Procédure disciplinaire', 'Les moqueries reviennent malgré quinze jours d’entretiens.')
    await g.regarde('disciplinaire')
  })
}

/** The head asks the département to take it: offered, accepted; the head sees it, and holds it no more. */
async function escalader(): Promise<void> {
  await dans('chefTilleuls', 'appui', async (g) => {
    await g.repond('Ce que vous demandez', 'Le prendre à ma place')
    await g.prend('À qui', 'Département : Sarah Costa')
    await g.ecrit('Pourquoi, et ce que vous attendez', 'La famille a écrit au rectorat ; il faut un regard extérieur.')
    await g.repond('La famille de l’élève visé', 'sont d’accord', g.p.locator('#proposer'))
    await g.appuie('Demander')
    await g.lit('Votre demande est partie. Rien ne change de mains avant la réponse.', 'Attend une réponse')
  })
  jour('2026-12-02')
  await devant(lieu, 'referent31', async (g) => {
    await g.va('/bureau')
    await g.suit('Réponse à une offre')
    await g.lit('La famille a écrit au rectorat', 'La famille, et l’enfant selon son âge, sont d’accord.')
    await g.repond('Votre réponse', 'J’accepte')
    await g.appuie('Répondre')
    await g.lit('C’est accepté, et la personne qui demandait le sait.')
    await g.suit('Vue d’ensemble')
    await g.lit('Vous en êtes responsable')
    await g.regarde('acceptee')
  })
  await dans('chefTilleuls', '', (g) => g.lit('Responsable : Sarah Costa'))
}

/** She asks the pôle of the académie for help; the pôle answers; she says herself that it is over. */
async function appuyer(): Promise<void> {
  const QUOI = 'Quelqu’un à nos côtés pour recevoir une famille'
  await dans('referent31', 'appui', async (g) => {
    const pli = await g.ouvre('Demander l’appui du pôle')
    await g.prend('Ce qui vous aiderait', QUOI, pli)
    await g.repond('À qui', 'À l’académie', pli)
    await g.ecrit('Ce qui se passe', 'Deux parents à bout, qui ne croient plus le collège.', pli)
    await g.repond('La famille de l’élève visé', 'en sont informés', pli)
    await g.appuie('Demander l’appui', pli)
    await g.lit('Votre demande d’appui est partie.', 'Attend une réponse')
  })
  await devant(lieu, 'referenteAcademique', async (g) => {
    await g.va('/appuis')
    await g.suit(QUOI)
    await g.lit('Deux parents à bout', 'Personne encore')
    await g.ecrit('Je le fais au plus tard le', '2026-12-04')
    await g.appuie('Je m’en charge')
    await g.lit('C’est noté, et la personne qui demande le sait.')
    await g.ecrit('Écrire', 'Je viens vendredi à 17 h. Qui sera là ?')
    await g.appuie('Envoyer')
    await g.lit('Je viens vendredi à 17 h.')
    jour('2026-12-04', '18:00')
  })
  await devant(lieu, 'referenteAcademique', async (g) => {
    await g.va('/bureau')
    await g.suit(QUOI)
    await g.ecrit('Ce qui a été fait', 'Reçu les deux parents, une heure. Ils reviennent dans dix jours.')
    await g.appuie('C’est fait')
    await g.lit('La personne qui a demandé dira si c’est fini.')
  })
  await dans('referent31', 'appui', async (g) => {
    await g.suit(QUOI)
    await g.lit('Reçu les deux parents, une heure.')
    await g.regarde('appui')
    await g.repond('Cela vous a-t-il aidé', 'Oui')
    await g.appuie('C’est fini')
    await g.lit('Cette demande est finie.')
  })
}

/** The witness is not forgotten: the week had passed without a word, and the page said so. */
const donnerDesNouvelles = (): Promise<void> =>
  dans('chefTilleuls', '', async (g) => {
    await g.suit('Reçu le 10 nov.')
    await g.ecrit('Votre réponse', 'Nous continuons, et nous faisons autrement. Merci encore.')
    await g.appuie('Envoyer la réponse')
    await g.lit('Votre réponse est envoyée.')
  })

/** The second track, up to an answer to the pupil in question; then the watch. */
async function discipliner(): Promise<void> {
  jour('2026-12-10')
  await dans('referent31', 'traitement', async (g) => {
    await ecran.noterEtape(g, 'Procédure engagée', 'Écrit remis à la famille ce matin.', 'Enzo Martin')
    await ecran.noterEtape(g, 'Élève mis en cause entendu', 'Entendu avec son père.', 'Enzo Martin', async () => {
      for (const point of [
        'L’élève visé est accompagné',
        'Entrée, attente et sortie séparées',
        'On lui a dit qu’il peut ne pas venir',
      ])
        await g.coche(point)
    })
    await g.suit('Garder, changer ou finir')
    await g.repond('Que dit l’élève visé', 'C’est mieux')
    await g.ecrit('Avec ses mots', '« Cette semaine, personne n’a rien dit. »')
    await g.repond('Décision', 'Finir')
    await g.ecrit('Pourquoi', 'Les faits sont reconnus.')
    await g.appuie('Enregistrer la décision')
    await g.lit('Une procédure engagée reçoit une réponse, même « pas de sanction » : Enzo Martin.')
    await g.prend('Sanction', 'Mesure de responsabilisation')
    await g.prend('Pour quel élève', 'Enzo Martin')
    await g.ecrit('Combien d’heures ou de jours', '10')
    await g.appuie('Enregistrer la décision')
    await g.lit('La piste est finie')
    await g.regarde('finie')
    await g.suit('Passer à la surveillance')
    await g.ecrit('Qui regarde quoi', 'Mme Roca la voit chaque lundi ; M. Marsan regarde la cantine.')
    await g.appuie('Passer à la surveillance')
    await g.lit('Premier point, le 17 déc.', 'Première semaine après les vacances, le 8 janv. 2027')
    await g.regarde('surveillance')
  })
}

/** At each day promised, the same question. The end is not for just after a sanction. */
async function suivre(): Promise<void> {
  const point = async (le: string, quel: RegExp, parole: string, mots: string, apres?: (g: Gens) => Promise<void>) => {
    jour(le)
    await dans('referent31', 'suivi', async (g) => {
      await ecran.noterPoint(g, quel, parole, mots)
      await apres?.(g)
    })
  }
  await point('2026-12-17', /Premier point/, 'C’est mieux, pas fini', '« Enzo ne me parle plus. »')
  await point('2027-01-08', /Première semaine après les vacances/, 'Cela a cessé', '« On m’a gardé une place. »', (g) =>
    g.lit('Une sanction vient d’être prise : la situation reste sous surveillance avant d’être close.'),
  )
  await point('2027-01-11', /Deuxième point/, 'Cela a cessé', '« Rien depuis la rentrée. »')
  await point('2027-03-10', /Troisième point/, 'Cela a cessé', '« C’est fini, je crois. »')
}

/** The end: its list says what is missing, and where; then every person who told has an answer. */
async function clore(): Promise<void> {
  await dans('referent31', 'suivi', async (g) => {
    await g.suit('Dites d’abord à chaque responsable de l’élève visé que le dossier va se fermer')
    await g.suit('Lina Roussel')
    const dit = 'Ils sont rassurés, et savent qui appeler.'
    await ecran.noterContact(g, ['Ana Roussel', 'Marc Roussel'], 'Au téléphone', ['Le dossier va se fermer'], dit)
    await g.suit('Suivi et clôture')
    await g.lit('Une mesure de protection est encore en cours')
    await g.regarde('avant-clore')
    await ecran.leverLesMesures(g, `/dossiers/${numero}/suivi`)
    await ecran.clore(g, 'Lina le dit depuis janvier.', 'Mme Roca reste à son écoute. Appeler le collège.', 'Mme Roca.')
    await g.regarde('clos')
  })
}

/** Two months later it is told again: the closed dossier is found by its names, and somebody must choose. */
async function rouvrir(): Promise<void> {
  jour('2027-05-10')
  await ecran.raconter(lieu, { ...RECIT, recit: 'Ça recommence avec Lina, dans le bus cette fois.' })
  await devant(lieu, 'chefTilleuls', async (g) => {
    await g.va('/boite')
    await g.suit('Collège Les Tilleuls')
    await g.lit('dans le bus cette fois', 'À rapprocher peut-être', numero, 'noms en commun', 'la personne visée')
    await g.appuie('Rattacher')
    await g.lit('Un signalement attend votre choix', 'Rouvrez le dossier, ou dites pourquoi il reste fini')
    await g.regarde('choisir')
    await g.ecrit('Pourquoi le dossier est rouvert', 'Deux élèves le disent : cela reprend dans le bus.')
    await g.appuie('Rouvrir')
    await g.lit('Le dossier est rouvert')
    await g.suit('Vue d’ensemble')
    await g.appuie('Reprendre en charge')
    await g.lit('Vous avez pris cette situation en charge.', 'Ensuite : protéger', 'Noter la première mesure')
    await g.regarde('repris')
  })
}

test('a situation from a witness’s report to its end, then its return: without JavaScript, on phones', async () => {
  const code = await ecran.raconter(lieu, RECIT)
  await prendreEtProteger()
  await leTemoinLit(code, 'Un adulte de la direction', 'Nous allons l’aider', 'Des adultes ont décidé comment protéger.')
  await ecouter()
  await leTemoinLit(code, 'Nous écoutons plusieurs personnes, une par une.')
  await evaluer()
  await engagerMpp()
  await deuxSemaines()
  await changer()
  await escalader()
  await appuyer()
  await leTemoinLit(code, 'Nous avons décidé quoi faire.', 'La réponse a du retard.')
  await rappeler(lieu.m.maison)
  await leTemoinLit(code, 'La réponse a du retard. Nous avons prévenu : l’équipe du département.')
  await donnerDesNouvelles()
  await leTemoinLit(code, 'Nous continuons', 'Des nouvelles avant le vendredi 11 décembre')
  await discipliner()
  await suivre()
  await leTemoinLit(code, 'Nous vérifions que ça s’est arrêté.')
  await clore()
  await leTemoinLit(
    code,
    'Nous avons fini de vérifier. Si ça recommence, écris ici',
    'en le disant, tu as aidé quelqu’un',
    'Mme Roca.',
  )
  await rouvrir()
  await leTemoinLit(code, 'Nous nous en occupons à nouveau.')
  assert.match(numero, /^31-2026-/)
})
