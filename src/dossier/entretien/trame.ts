import type { RolePersonne } from '../vocabulaire.ts'

/**
 * How to lead a talk, by role. A help and not a form: one looks at it before, and puts the phone down. The national template was
 * not found in public (situations.md § 10): these are its described contents and the practices of those who collect children's
 * words, in our words. Sources: S03, S19, S28, S65 to S69, S97, S143.
 */
export interface Trame {
  avant: readonly string[]
  /** Open questions, to choose from. */
  questions: readonly string[]
  dire: readonly string[]
  eviter: readonly string[]
  source: string
}

export type Degre = 'ecole' | 'secondaire'
export const degreDe = (type: string): Degre => (type === 'ecole' ? 'ecole' : 'secondaire')

const CALME =
  'Un lieu calme, où personne n’entre et d’où la classe ne voit rien. Une seule personne à la fois, jamais de confrontation.'
const ECOUTER = 'Écouter n’est pas enquêter : ne cherchez pas de preuves, laissez les silences.'
const MOTS = 'Notez ses mots exacts, entre guillemets, même maladroits. N’écrivez pas les vôtres à la place.'

const CIBLE: Record<Degre, Trame> = {
  ecole: {
    avant: [
      CALME,
      'Idéalement deux adultes, dont un que l’enfant connaît. Asseyez-vous à sa hauteur.',
      'Dites qui vous êtes, que cela dure peu, et qu’il peut s’arrêter quand il veut.',
      ECOUTER,
    ],
    questions: [
      'Raconte-moi ce qui se passe pour toi à l’école.',
      'Et après ?',
      'C’est où ? C’est à quel moment de la journée ?',
      'Qui était là ?',
      'C’est arrivé d’autres fois ?',
      'À qui tu en as parlé déjà ?',
      'Avec qui tu te sens bien ?',
      'De quoi tu aurais besoin ? Qu’est-ce que tu ne veux pas qu’on fasse ?',
    ],
    dire: [
      '« Tu as bien fait de parler. »',
      '« Ce n’est pas ta faute. »',
      '« Je ne peux pas garder ça pour moi tout seul : je vais le dire à … pour te protéger. »',
      '« Voilà ce qui va se passer maintenant. Demain, c’est … que tu peux aller voir. »',
    ],
    eviter: [
      'Les « pourquoi ».',
      'Les questions qui contiennent la réponse : « Est-ce qu’il t’a tapé ? »',
      '« Ce n’est pas grave », « il faut te défendre », « tu as bien dû faire quelque chose ».',
      'Promettre le secret.',
      'Lui faire répéter : si un adulte a déjà noté ses mots, partez de là.',
    ],
    source: 'S143, S69, S19, S03',
  },
  secondaire: {
    avant: [
      CALME,
      'Dites qui vous êtes, ce que vous ferez de ce qui est dit, et à qui. L’élève peut venir avec quelqu’un, ou s’arrêter.',
      'Ne le faites pas appeler devant sa classe.',
      ECOUTER,
    ],
    questions: [
      'Qu’est-ce qui se passe ?',
      'Depuis quand ? À quels moments, dans quels lieux ?',
      'Qui y prend part, qui regarde, qui te soutient ?',
      'Est-ce que cela continue sur le téléphone, le soir, le week-end ? As-tu gardé quelque chose ?',
      'Qu’est-ce que cela change pour toi : dormir, manger, venir en cours, travailler ?',
      'Qui est déjà au courant, et qu’est-ce qui a été essayé ?',
      'De quoi as-tu besoin ? Comment vois-tu la suite ? Qu’est-ce que tu ne veux pas ?',
    ],
    dire: [
      '« Tu as bien fait d’en parler. Tu n’y es pour rien. »',
      '« Je ne peux pas promettre le secret : je vais en parler à …, pour te protéger. »',
      '« Voici ce que nous faisons dès aujourd’hui. La personne que tu peux voir à tout moment, c’est … »',
      '« Pour les images et les comptes, le 3018 les fait retirer vite. On peut appeler ensemble. »',
    ],
    eviter: [
      'Les « pourquoi », et tout ce qui cherche sa part : « qu’est-ce que tu lui as fait ? »',
      'Les questions fermées ou qui soufflent la réponse.',
      'Reformuler, minimiser, comparer : « ça arrive à tout le monde ».',
      'Se faire envoyer des images intimes : ne les copiez pas, ne les faites pas circuler.',
      'Proposer une rencontre avec les élèves mis en cause.',
    ],
    source: 'S19, S03, S143, S69, S97',
  },
}

const AUTEUR: Record<Degre, Trame> = {
  ecole: {
    avant: [
      CALME,
      'Si une préoccupation partagée est possible : pas l’adulte qui a entendu l’élève visé, et pas l’enseignant de la classe.',
      'Court, et sans menace : la sanction se décide ailleurs, par d’autres.',
    ],
    questions: [
      'Comment ça se passe dans la cour en ce moment ?',
      'Je m’inquiète pour … Qu’est-ce que tu as remarqué ?',
      'Comment il va, à ton avis ?',
      'Qu’est-ce que tu pourrais faire, toi, pour que ça aille mieux ?',
    ],
    dire: ['« Je te parle parce que j’ai besoin de toi. »', '« On se revoit … pour voir comment ça va. »'],
    eviter: [
      'Accuser, faire la morale, demander « pourquoi » ou faire avouer.',
      'Dire qui a parlé, ou répéter ce que l’élève visé a dit.',
      'Parler à plusieurs enfants à la fois.',
      'Le face-à-face et les excuses forcées.',
    ],
    source: 'S65, S66, S67, S68',
  },
  secondaire: {
    avant: [
      CALME,
      'Si une préoccupation partagée est possible : pas l’adulte qui a entendu l’élève visé, et pas un professeur de la classe.',
      'Décidez avant : parlez-vous de la souffrance d’un élève, ou de faits établis ? Les deux ne se mêlent pas dans le même entretien.',
      'Si des faits graves sont connus, appelez d’abord la permanence du parquet : ne faites pas l’enquête.',
    ],
    questions: [
      'Je suis préoccupé pour … Qu’est-ce que tu en sais ?',
      'Qu’est-ce que tu as vu, toi ?',
      'Comment penses-tu que … le vit ?',
      'Qu’est-ce que tu pourrais faire, concrètement, cette semaine ?',
    ],
    dire: [
      'Pour une préoccupation partagée : « tu n’es pas là pour être puni ». Et seulement si c’est vrai.',
      'Pour des faits établis : ce que dit la règle, et ce que cela fait à l’autre.',
      '« On se revoit … »',
    ],
    eviter: [
      'Accuser sur un soupçon, chercher l’aveu, demander « pourquoi ».',
      'Dire qui a parlé : la protection des témoins en dépend.',
      'Recevoir le groupe.',
      'Promettre qu’il n’y aura pas de suite.',
    ],
    source: 'S03, S65 à S69',
  },
}

const TEMOIN: Trame = {
  avant: [CALME, 'L’élève ne doit pas être vu entrer ici juste après les autres : choisissez le moment.', MOTS],
  questions: [
    'Qu’est-ce que tu as vu ou entendu, toi ?',
    'C’était quand, où, qui était là ?',
    'Qu’est-ce que les autres font quand ça se passe ?',
    'Comment tu te sens avec ça ?',
    'Qu’est-ce qui aiderait, à ton avis ?',
  ],
  dire: [
    '« Parler pour aider quelqu’un, ce n’est pas dénoncer. »',
    '« Ton nom ne sera pas donné à ceux qui font ça, ni à leur famille. »',
  ],
  eviter: [
    'Lui faire confirmer la version d’un autre.',
    'Lui reprocher de ne pas avoir parlé plus tôt.',
    'Lui demander de surveiller ou de rapporter.',
  ],
  source: 'S143, S69 ; CADA 20210396 (S45)',
}

const FAMILLE: Trame = {
  avant: [
    'Les deux responsables légaux ont droit aux mêmes informations ; s’ils vivent séparés, deux entretiens.',
    'Un interprète professionnel s’il le faut. Jamais un enfant, ni le leur, ni un autre.',
    'Préparez ce que vous pouvez dire : rien sur les autres élèves, ni leurs sanctions, ni qui a témoigné.',
  ],
  questions: [
    'Comment va votre enfant à la maison ?',
    'Qu’est-ce qu’il vous a dit, avec ses mots ?',
    'Qu’avez-vous remarqué : sommeil, santé, téléphone, envie d’aller en classe ?',
    'Qu’est-ce qui a déjà été essayé ?',
    'Qu’attendez-vous de nous ?',
  ],
  dire: [
    '« Merci de nous le dire. Voici ce qui est fait dès aujourd’hui. »',
    'Leurs droits : être associés, être informés régulièrement, porter plainte s’ils le souhaitent.',
    '« Je vous rappelle le … » : une date, et tenez-la.',
    'À la famille d’un élève mis en cause : les faits qui le concernent, sans le nom de qui a parlé.',
  ],
  eviter: [
    '« C’est une chamaillerie », « vous devriez voir ce que nous voyons ».',
    'Reprendre leurs mots pour les corriger : notez comment ils nomment ce qui se passe.',
    'Promettre une sanction, ou une date que vous ne maîtrisez pas.',
    'Organiser une rencontre entre les familles.',
  ],
  source: 'S03, S59, S45, S101, S150',
}

const PROFESSIONNEL: Trame = {
  avant: ['Partagez le nécessaire, pas plus : chacun est tenu au secret, et certains par leur profession.'],
  questions: [
    'Qu’avez-vous vu ou entendu vous-même ? Quand ?',
    'Qu’est-ce qui a changé chez cet élève, et depuis quand ?',
    'Qu’avez-vous fait, à qui l’avez-vous dit ?',
    'De quoi avez-vous besoin pour veiller sur lui ?',
  ],
  dire: ['Ce que cette personne aura à faire, à partir de quand, et qui elle prévient.'],
  eviter: ['Demander un diagnostic, ou l’écrire ici.', 'Faire juger l’élève : des faits d’abord, l’appréciation à part.'],
  source: 'S126, S54, S18, S31',
}

/** The guide for whoever is heard: a child of an école is not asked as a lycéen is. */
export function trameDe(role: RolePersonne, degre: Degre): Trame {
  switch (role) {
    case 'cible':
      return CIBLE[degre]
    case 'auteur_presume':
      return AUTEUR[degre]
    case 'temoin':
    case 'soutien':
      return TEMOIN
    case 'responsable_legal':
      return FAMILLE
    case 'professionnel':
      return PROFESSIONNEL
  }
}
