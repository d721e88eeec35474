import { leverUrgence, ouvrirDossier, proteger } from '../gestes.dossier.ts'
import { clore, repondre } from '../gestes.ts'
import { raconter, revenir, type Scene } from '../scene.ts'
import { ilYA, minutesAvant } from '../temps.ts'

/** Collèges of Haute-Garonne, but Les Tilleuls. */

/** Nobody has looked for three days: it stands out for the school and for the département. */
async function enRetard(s: Scene): Promise<void> {
  await raconter(s, ilYA(3, '17:25'), 'saules', {
    danger: 'non',
    declarant: 'temoin',
    quoi: ['mots', 'ecart'],
    recit:
      'Dans ma classe tout le monde se moque d’un nouveau parce qu’il a un accent. Les profs ne voient rien, c’est quand ils ont le dos tourné.',
    depuis: 'mois',
    frequence: 'jours',
    lieux: ['classe', 'couloir'],
    auteurs: 'eleves',
    cible: 'Artem, 4e B',
    informes: ['personne'],
    souhait: 'Qu’on change les places',
  })
}

/** In English, from a family that has just arrived. */
async function enAnglais(s: Scene): Promise<void> {
  await raconter(
    s,
    minutesAvant(330),
    'saules',
    {
      danger: 'non',
      declarant: 'parent',
      quoi: ['mots', 'numerique'],
      recit:
        'We moved here in September. My daughter is twelve. A few classmates record her when she speaks French and post the clips to a group chat. She has stopped speaking in class. I do not know whom to talk to at the school.',
      depuis: 'mois',
      frequence: 'semaine',
      lieux: ['classe', 'telephone'],
      auteurs: 'eleves',
      cible: 'Ruby, 5e A',
      informes: ['personne'],
      souhait: 'A meeting, and that the videos are taken down.',
    },
    { langue: 'en' },
  )
}

/** The head's post is vacant: the département receives. */
async function sansPrincipal(s: Scene): Promise<void> {
  await raconter(s, minutesAvant(1210), 'plaine', {
    danger: 'non',
    declarant: 'victime',
    quoi: ['argent', 'menaces'],
    recit: 'Un garçon de 3e me demande 2 euros chaque semaine pour pas me taper. J’ai plus d’argent de poche.',
    depuis: 'mois',
    frequence: 'semaine',
    lieux: ['entree', 'couloir'],
    auteurs: 'eleve',
    cible: 'Ilyes 6e',
    noms: 'Un 3e, on l’appelle Jo',
    informes: ['personne'],
    souhait: 'pas que mes parents sachent pour l’argent',
  })
}

/** A picture goes round: taken at once, 3018 first. */
async function image(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(2, '21:50'), 'lac', {
    danger: 'non',
    declarant: 'temoin',
    quoi: ['images', 'numerique'],
    recit:
      'Une photo privée d’une fille de ma classe tourne sur les téléphones. Elle ne le sait pas encore. Moi je l’ai supprimée.',
    depuis: 'aujourdhui',
    frequence: 'une_fois',
    lieux: ['telephone'],
    auteurs: 'inconnu',
    cible: 'Une fille de 3e A',
    informes: ['personne'],
    souhait: 'Que quelqu’un la prévienne avant qu’elle l’apprenne par les autres.',
  })
  await repondre(
    s,
    ilYA(1, '08:10'),
    'chef.lac',
    b,
    'Merci. Tu as fait exactement ce qu’il fallait : la supprimer, et le dire.\n\nNous avons appelé le 3018 ce matin pour la faire retirer. L’élève sera reçue avec l’infirmière, avant les cours, et sa famille est prévenue. Ne la renvoie à personne, même pour la montrer à un adulte. Et toi, comment vas-tu ?',
  )
  const numero = await ouvrirDossier(s, ilYA(1, '08:20'), 'chef.lac', {
    depuis: b,
    resume:
      'Une photo privée d’une élève de 3e A circule. Un témoin l’a dit dès hier soir, et l’a supprimée. Le 3018 a été appelé à 7\u00a0h\u00a050. Personne, ici, n’a demandé à voir l’image.',
    personnes: [
      ['Élève de 3e A', 'nom connu du principal seul', 'cible'],
      ['Qui l’a envoyée : inconnu à ce jour', '', 'auteur_presume'],
    ],
  })
  await proteger(
    s,
    ilYA(1, '08:35'),
    'chef.lac',
    numero,
    'numerique',
    'Retrait demandé au 3018. Rappel fait dans les classes de 3e : ne pas transférer, supprimer, le dire.',
    'Mme Laurens, professeure documentaliste',
  )
  await proteger(
    s,
    ilYA(1, '09:10'),
    'chef.lac',
    numero,
    'soin',
    'Reçue avant les cours, avec une amie de son choix. La famille est venue à 10\u00a0h.',
    'L’infirmière du collège',
  )
  const verifie = 'Le 3018 confirme le retrait. Vu avec la vie scolaire et l’élève : plus aucun envoi depuis hier soir.'
  await leverUrgence(s, minutesAvant(80), 'chef.lac', numero, 'images_intimes', verifie)
}

/** Done and over. */
async function trousse(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(14, '16:30'), 'vergers', {
    declarant: 'victime',
    quoi: ['vol', 'mots'],
    recit: 'On cache mes affaires de sport avant chaque cours. Hier j’ai eu un mot parce que je n’avais pas ma tenue.',
    depuis: 'mois',
    frequence: 'semaine',
    lieux: ['sport'],
    auteurs: 'eleves',
    cible: 'Noam 5e D',
    noms: 'Trois de ma classe',
    informes: ['enseignant'],
  })
  await repondre(
    s,
    ilYA(13, '09:00'),
    'coordo.vergers',
    b,
    'Merci de l’avoir écrit. Le mot dans ton carnet est annulé, j’en ai parlé à ton professeur. Le vestiaire est surveillé dès cette semaine. Passe me voir quand tu veux, bureau de la vie scolaire.',
  )
  await revenir(s, ilYA(9, '17:40'), b, 'c’est bon ils ont arrêté')
  await clore(
    s,
    ilYA(6, '11:20'),
    'coordo.vergers',
    b,
    'traite',
    'Bravo d’en avoir parlé. Nous continuons de surveiller le vestiaire jusqu’aux vacances. Si ça recommence, reviens me voir ou écris-nous de nouveau.',
  )
}

export const COLLEGES_31 = [enRetard, enAnglais, sansPrincipal, image, trousse]
