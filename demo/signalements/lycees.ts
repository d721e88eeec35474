import { ouvrirDossier, prendreDossier, proteger } from '../gestes.dossier.ts'
import { clore, repondre } from '../gestes.ts'
import { raconter, type Scene } from '../scene.ts'
import { ilYA, minutesAvant } from '../temps.ts'

/** Lycées, and the EREA. */

/** Half an hour ago, and it comes first: words that must bring an adult now. */
async function urgent(s: Scene): Promise<void> {
  await raconter(s, minutesAvant(38), 'arcades', {
    danger: 'non',
    declarant: 'victime',
    quoi: ['rumeurs', 'numerique', 'envie_mourir'],
    recit:
      'Depuis qu’un compte anonyme raconte n’importe quoi sur moi, tout le lycée me regarde. Je n’y arrive plus. Je ne sais pas à qui le dire chez moi.',
    depuis: 'semaine',
    frequence: 'jours',
    lieux: ['telephone', 'couloir'],
    auteurs: 'inconnu',
    cible: 'Moi, 1re 4',
    informes: ['personne'],
    souhait: 'Parler à quelqu’un aujourd’hui',
  })
}

/** A witness, just now: with the printed code one sees what « not read yet » looks like. */
async function temoin(s: Scene): Promise<void> {
  await raconter(
    s,
    minutesAvant(52),
    'canal',
    {
      danger: 'non',
      declarant: 'temoin',
      quoi: ['mots', 'ecart'],
      recit:
        'Un mec de ma classe mange tout seul depuis deux mois et se fait appeler « le fantôme ». Il répond plus. Ça me fait de la peine mais tout seul je peux rien.',
      depuis: 'mois',
      frequence: 'jours',
      lieux: ['cantine', 'classe'],
      auteurs: 'eleves',
      cible: 'Un élève de seconde 7',
      informes: ['ami'],
      souhait: 'Que quelqu’un aille lui parler, sans dire que ça vient de moi',
    },
    { code: 'temoin-canal' },
  )
}

/** Too little to act on, two questions without an answer. */
async function sansSuite(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(18, '13:10'), 'metiers', {
    declarant: 'autre',
    quoi: ['autre'],
    recit: 'il se passe des trucs a l’atelier',
    auteurs: 'inconnu',
  })
  await repondre(
    s,
    ilYA(17, '09:15'),
    'chef.metiers',
    b,
    'Merci de l’avoir dit. Que se passe-t-il à l’atelier ? Raconte comme tu veux, avec tes mots. Tu n’es pas obligé de donner des noms.',
  )
  await repondre(
    s,
    ilYA(11, '09:15'),
    'chef.metiers',
    b,
    'Nous restons là si tu veux en dire plus. En attendant, j’ai demandé aux professeurs d’atelier d’être plus présents aux changements d’heure.',
  )
  await clore(
    s,
    ilYA(4, '15:30'),
    'chef.metiers',
    b,
    'sans_suite_possible',
    'Nous fermons cet échange faute de nouvelles, mais rien n’est fermé pour toi : tu peux déposer un nouveau message à tout moment, ou passer à l’infirmerie.',
  )
}

/** A girl who is not left alone: gestures, so an adult is brought first and the words are kept as they were said. */
async function couloir(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(6, '19:45'), 'verrerie', {
    danger: 'non',
    declarant: 'victime',
    quoi: ['gestes', 'mots'],
    recit:
      'Deux garçons font des remarques sur mon corps et me touchent en passant dans le couloir du bâtiment B. J’ai dit stop plusieurs fois. Je fais le tour par dehors maintenant.',
    depuis: 'semaine',
    frequence: 'plusieurs',
    lieux: ['couloir'],
    auteurs: 'eleves',
    cible: 'Moi, terminale 2',
    informes: ['ami'],
    souhait: 'Être crue, et ne plus les croiser.',
  })
  await repondre(
    s,
    ilYA(5, '08:05'),
    'chef.verrerie',
    b,
    'Je vous crois, et vous n’y êtes pour rien. Je ne vous ferai pas répéter. L’assistante sociale, Mme Gomez, vous attend dès ce matin, à l’heure que vous voulez. Ces deux élèves ne vous croiseront plus dans ce couloir : leur salle change aujourd’hui. Les faits que vous décrivez doivent être transmis au procureur ; je vous explique comment quand vous le souhaitez.',
  )
  const numero = await ouvrirDossier(s, ilYA(5, '08:30'), 'chef.verrerie', {
    depuis: b,
    resume:
      '« Ils me touchent en passant. » Bâtiment B, plusieurs fois depuis une semaine. Récit recueilli une fois, par écrit ; il n’a pas été redemandé. Article 40 : transmission préparée avec le référent départemental.',
    personnes: [
      ['Élève de terminale 2', 'majeure le mois prochain', 'cible'],
      ['Deux élèves de terminale 5', 'identités données à l’assistante sociale', 'auteur_presume'],
    ],
    responsable: 'vincent',
  })
  await prendreDossier(s, ilYA(5, '09:40'), 'vincent', numero)
  await proteger(
    s,
    ilYA(5, '10:05'),
    'vincent',
    numero,
    'separation',
    'Salles déplacées : plus de passage commun au bâtiment B. Surveillance du couloir aux interclasses.',
    'Le proviseur adjoint',
  )
  await proteger(
    s,
    ilYA(5, '10:10'),
    'vincent',
    numero,
    'adulte_referent',
    'Reçue le jour même ; un rendez-vous par semaine, ou quand elle veut.',
    'Mme Gomez, assistante sociale',
  )
}

/** EREA: a pupil speaks through a member of staff. */
async function peupliers(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(2, '10:30'), 'peupliers', {
    declarant: 'professionnel',
    quoi: ['mots', 'argent'],
    recit:
      'Un élève de l’internat m’a dit qu’il « paie » sa tranquillité en desserts et en recharges de téléphone. Il m’a demandé de l’écrire pour lui.',
    depuis: 'mois',
    frequence: 'semaine',
    lieux: ['internat', 'cantine'],
    auteurs: 'eleves',
    cible: 'Dylan, groupe des Érables',
    informes: ['adulte_ecole'],
  })
  await repondre(
    s,
    ilYA(1, '09:20'),
    'chef.peupliers',
    b,
    'Merci d’avoir porté sa parole. Je vois Dylan cet après-midi, avec vous s’il le demande.',
  )
}

export const LYCEES = [urgent, temoin, sansSuite, couloir, peupliers]
