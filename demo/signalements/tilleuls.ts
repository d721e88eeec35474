import { entendre, evaluer, qualifier } from '../gestes.entretien.ts'
import { engager } from '../gestes.pistes.ts'
import { inscrire, noter, ouvrirDossier, proteger, rattacher, reunirPersonnes } from '../gestes.dossier.ts'
import { confier, lire, prendre, repondre } from '../gestes.ts'
import { cahierDechire, conversation } from '../images.ts'
import { raconter, revenir, type Scene } from '../scene.ts'
import { ilYA, minutesAvant } from '../temps.ts'

/** Collège Les Tilleuls: the school that a visitor looks at first. */

/** Lina tells, an adult answers, she comes back: the dialogue as it should go. */
async function lina(s: Scene): Promise<string> {
  const b = await raconter(
    s,
    ilYA(8, '18:42'),
    'tilleuls',
    {
      danger: 'non',
      declarant: 'victime',
      quoi: ['mots', 'ecart', 'numerique', 'vol'],
      recit:
        'Depuis la rentrée ils ont fait un groupe avec toute la classe sauf moi. Ils mettent des photos de moi prises en cours et ils rigolent. On m’a déchiré mon cahier de SVT. Le midi plus personne ne veut manger à ma table.',
      depuis: 'mois',
      frequence: 'jours',
      lieux: ['classe', 'cantine', 'telephone'],
      auteurs: 'eleves',
      cible: 'Moi, Lina, 5e C',
      noms: 'Enzo et Maëlle, 5e C',
      informes: ['ami'],
      essais: 'J’ai quitté le groupe. J’ai changé de place.',
      souhait: 'Que ça s’arrête, mais je ne veux pas qu’on dise devant toute la classe que c’est moi.',
    },
    { code: 'lina', images: [await conversation(), await cahierDechire()] },
  )
  await repondre(
    s,
    ilYA(7, '08:20'),
    'coordo.tilleuls',
    b,
    'Bonjour Lina,\n\nMerci de nous l’avoir dit. J’ai lu ton message en entier et j’ai vu tes deux photos. Tu n’y es pour rien.\n\nPersonne ne parlera de toi devant la classe. Est-ce que tu veux bien me voir ? Je peux te recevoir demain à la récréation de 10\u00a0h, à la vie scolaire, ou avec l’infirmière si tu préfères.\n\nHugo Sarda',
  )
  const numero = await ouvrirDossier(s, ilYA(7, '08:50'), 'coordo.tilleuls', {
    depuis: b,
    resume:
      'Lina (5e C) est tenue à l’écart depuis la rentrée. Un groupe de la classe, sans elle, « met des photos prises en cours ». Cahier déchiré. Elle mange seule. Elle demande « qu’on ne dise pas devant toute la classe que c’est moi ».',
    personnes: [
      ['Lina B.', '5e C', 'cible'],
      ['Enzo', '5e C', 'auteur_presume'],
      ['Maëlle', '5e C', 'auteur_presume'],
      ['Mme B.', 'mère de Lina', 'responsable_legal'],
    ],
  })
  await revenir(s, ilYA(7, '17:31'), b, 'Avec l’infirmière je veux bien. Demain 10h ça va.')
  await repondre(
    s,
    ilYA(7, '17:50'),
    'coordo.tilleuls',
    b,
    'C’est noté : demain, 10\u00a0h, à l’infirmerie. Mme Dufour sera là. En attendant, les surveillants ouvrent l’œil à la cantine, sans dire pourquoi.',
  )
  await proteger(
    s,
    ilYA(6, '10:40'),
    'coordo.tilleuls',
    numero,
    'adulte_referent',
    'Lina peut venir à l’infirmerie à tout moment, même pendant un cours.',
    'Mme Dufour, infirmière',
  )
  await proteger(
    s,
    ilYA(6, '10:50'),
    'coordo.tilleuls',
    numero,
    'vigilance',
    'Un surveillant près de sa table à la cantine, sans le dire aux autres.',
    'M. Astruc, assistant d’éducation',
  )
  await repondre(
    s,
    ilYA(5, '16:10'),
    'coordo.tilleuls',
    b,
    'Merci d’être venue. Comme convenu, ta maman a été appelée par la principale, et Mme Dufour est l’adulte que tu peux aller voir à tout moment, même pendant un cours.\n\nComment se passe le midi maintenant ?',
  )
  await revenir(
    s,
    minutesAvant(260),
    b,
    'Ça va mieux à la cantine, Jade et Soumaya mangent avec moi. Le groupe existe encore mais il n’y a plus de photos. Merci.',
  )
  return numero
}

/** A friend of Lina's tells too: the two reports meet by their names. Given to a member of the équipe ressource. */
async function amie(s: Scene, numero: string): Promise<void> {
  const b = await raconter(s, ilYA(6, '12:48'), 'tilleuls', {
    danger: 'non',
    declarant: 'temoin',
    quoi: ['mots', 'numerique'],
    recit:
      'Je suis dans le groupe de la classe et il y a des trucs pas cool sur une fille. Je n’ose pas quitter le groupe sinon ça va être mon tour.',
    depuis: 'mois',
    frequence: 'semaine',
    lieux: ['telephone', 'classe'],
    auteurs: 'eleves',
    cible: 'Lina de 5e C',
    noms: 'Enzo, Maelle, et un peu tout le monde',
    informes: ['personne'],
    souhait: 'Qu’un adulte regarde le groupe sans dire que c’est moi.',
  })
  await prendre(s, ilYA(5, '08:30'), 'chef.tilleuls', b)
  await confier(s, ilYA(5, '08:35'), 'chef.tilleuls', b, 'equipe1.tilleuls')
  await rattacher(s, ilYA(5, '08:40'), 'chef.tilleuls', b, numero)
  await inscrire(s, ilYA(5, '08:45'), 'chef.tilleuls', numero, ['Jade', '5e C, mange avec Lina depuis cette semaine', 'soutien'])
  const double = ['Maelle', '5e C, nommée dans le second message', 'auteur_presume'] as const
  await inscrire(s, ilYA(5, '08:50'), 'chef.tilleuls', numero, double)
  const meme = 'Même classe, même groupe : l’amie de Lina l’écrit sans tréma.'
  await reunirPersonnes(s, ilYA(5, '16:20'), 'coordo.tilleuls', numero, ['Maëlle', 'Maelle'], meme)
  await repondre(
    s,
    ilYA(4, '13:05'),
    'equipe1.tilleuls',
    b,
    'Merci. En parler, c’est aider. Tu as bien fait, et tu n’as trahi personne.\n\nNous nous occupons déjà de cette situation. Nous ne dirons pas que le message vient de toi. Si tu veux sortir du groupe, fais-le quand tu veux ; si quelqu’un t’embête pour ça, écris-le ici.',
  )
  await noter(
    s,
    ilYA(2, '17:00'),
    'coordo.tilleuls',
    numero,
    'Point avec la vie scolaire : les deux trajets sont accompagnés, rien à signaler cette semaine.',
  )
}

const linaEtSonAmie = async (s: Scene): Promise<void> => amie(s, await lina(s))

/** About an adult: the school does not see it, the département holds it. */
async function adulte(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(3, '20:15'), 'tilleuls', {
    danger: 'non',
    declarant: 'parent',
    quoi: ['mots'],
    recit:
      'Un enseignant se moque régulièrement de la façon de parler de mon fils, qui bégaie, devant toute la classe. Il l’imite. Les autres rient. Mon fils ne veut plus lire à voix haute et a mal au ventre les jours où il a cours.',
    depuis: 'mois',
    frequence: 'semaine',
    lieux: ['classe'],
    auteurs: 'adulte',
    cible: 'Mon fils Naïm, 6e A',
    noms: 'Son professeur d’histoire',
    informes: ['personne'],
    souhait: 'Je ne veux pas que mon fils en paie les conséquences. Je voudrais parler à quelqu’un qui n’est pas du collège.',
  })
  await repondre(
    s,
    ilYA(2, '09:05'),
    'nadia',
    b,
    'Bonjour,\n\nVotre message est bien arrivé. Je travaille à la direction des services départementaux, pas au collège ; le collège ne voit pas votre message.\n\nCe que vous décrivez ne relève pas d’un conflit entre élèves : j’en ai parlé ce matin à l’inspecteur d’académie, qui s’en saisit. Pouvez-vous me dire ici à quel moment je peux vous téléphoner, et à quel numéro ? Je vous donne des nouvelles dans les trois jours.\n\nNadia Ferrières, référente départementale',
  )
  const numero = await ouvrirDossier(s, ilYA(2, '09:30'), 'nadia', {
    depuis: b,
    resume:
      'Un parent rapporte qu’un enseignant « imite » devant la classe le bégaiement de son fils (6e A). L’élève « a mal au ventre les jours où il a cours ». Tenu au département ; inspecteur d’académie et affaires juridiques informés par téléphone ce matin.',
    personnes: [
      ['Naïm', '6e A', 'cible'],
      ['Le père de Naïm', 'préfère le téléphone, après 18\u00a0h', 'responsable_legal'],
      [
        'Professeur d’histoire de la 6e A',
        'mis en cause ; ne pas le nommer avant l’avis des affaires juridiques',
        'professionnel',
      ],
    ],
  })
  await proteger(
    s,
    ilYA(2, '11:15'),
    'nadia',
    numero,
    'lieux',
    'Plus de lecture à voix haute imposée ; Naïm peut suivre ce cours avec l’autre groupe.',
    'La médecin scolaire de secteur, à qui la mesure a été demandée',
  )
  await entendre(s, ilYA(1, '17:20'), 'nadia', numero, ['Naïm', 'cible'], {
    presents: 'Son père, comme Naïm l’a demandé',
    duree: '20',
    faits: 'L’enseignant reprend sa façon de lire, toutes les semaines depuis septembre. Vendredi, deux fois.',
    mots: '« Il fait comme moi et tout le monde rigole. »',
    besoins: '« Pas lire devant. »',
    retour: 'Son père, présent',
  })
  const grille = { repetition: 'souvent', duree: 'mois', desequilibre: 'non', graves: 'non', dignite: 'oui', sante: 'oui' }
  await evaluer(s, ilYA(1, '17:50'), 'nadia', numero, grille)
  const raison = 'Un adulte est mis en cause : rien ne se règle entre élèves, ni dans le collège.'
  await qualifier(s, ilYA(1, '17:55'), 'nadia', numero, 'adulte', raison, '« Il se moque de mon fils. »')
  await engager(
    s,
    ilYA(1, '17:58'),
    'nadia',
    numero,
    'adulte',
    'Ressources humaines et affaires juridiques saisies par l’inspecteur d’académie.',
  )
}

/** Just come in, not opened yet. */
async function sixieme(s: Scene): Promise<void> {
  await raconter(s, minutesAvant(190), 'tilleuls', {
    danger: 'non',
    declarant: 'victime',
    quoi: ['coups', 'vol'],
    recit:
      'A la sortie du bus deux grands me prennent mon sac et le jettent. Ils ont pris ma trousse. J’ai peur de prendre le bus.',
    depuis: 'semaine',
    frequence: 'plusieurs',
    lieux: ['trajet', 'entree'],
    auteurs: 'eleves',
    cible: 'Timéo, 6e B',
    noms: 'Je connais pas leurs noms, des 4e',
    informes: ['parents'],
    souhait: 'Récupérer ma trousse',
  })
}

/** Read this morning by the principale, and still to be taken. */
async function cantine(s: Scene): Promise<void> {
  const b = await raconter(s, minutesAvant(560), 'tilleuls', {
    declarant: 'professionnel',
    quoi: ['ecart', 'mots'],
    recit:
      'Surveillante à la demi-pension. Depuis trois semaines une élève de 4e déjeune seule, son plateau est parfois renversé « par accident » par le même groupe. Elle dit que ce n’est rien.',
    depuis: 'mois',
    frequence: 'jours',
    lieux: ['cantine'],
    auteurs: 'eleves',
    cible: 'Une élève de 4e D',
    informes: ['personne'],
  })
  await lire(s, minutesAvant(95), 'chef.tilleuls', b)
}

export const TILLEULS = [linaEtSonAmie, adulte, cantine, sixieme]
