import { clore, prendre, repondre } from '../gestes.ts'
import { raconter, revenir, type Scene } from '../scene.ts'
import { ilYA, minutesAvant } from '../temps.ts'

/** Schools of the first degree: directors, inspectors, parents. */

/** Sami's mother: the school acted, and the end is told to her. */
async function mamanDeSami(s: Scene): Promise<void> {
  const b = await raconter(
    s,
    ilYA(17, '21:04'),
    'glycines',
    {
      danger: 'non',
      declarant: 'parent',
      quoi: ['mots', 'coups'],
      recit:
        'Mon fils Sami, en CM1, est bousculé presque tous les jours dans la cour par deux enfants de CM2 qui l’appellent « bébé » parce qu’il est petit. Il s’est mis à faire pipi au lit et invente des maux de tête le dimanche soir.',
      depuis: 'mois',
      frequence: 'jours',
      lieux: ['cour', 'toilettes'],
      auteurs: 'eleves',
      cible: 'Sami, CM1 de Mme Rey',
      noms: 'Deux CM2, dont Léandre',
      informes: ['enseignant'],
      essais: 'La maîtresse a demandé de « s’ignorer ».',
      souhait: 'Qu’un adulte regarde vraiment la cour.',
    },
    { code: 'maman-sami' },
  )
  await repondre(
    s,
    ilYA(16, '08:12'),
    'chef.glycines',
    b,
    'Bonjour,\n\nMerci de votre message, je l’ai lu en entier. Sami n’y est pour rien et nous allons le protéger.\n\nDès aujourd’hui, un adulte se tient près des toilettes à chaque récréation, et Mme Rey est la personne que Sami peut aller voir quand il veut. Je voudrais vous recevoir, avec lui s’il le souhaite : après-demain à 16\u00a0h\u00a045, cela vous irait-il ?\n\nLeïla Haddad, directrice',
  )
  await revenir(
    s,
    ilYA(16, '12:40'),
    b,
    'Oui pour après-demain. Merci d’avoir répondu si vite. Sami préfère ne pas venir, il a peur qu’on le voie.',
  )
  await repondre(
    s,
    ilYA(12, '17:20'),
    'chef.glycines',
    b,
    'Comme promis, des nouvelles : nous avons vu chacun des deux enfants séparément, deux fois. Ils ont proposé eux-mêmes d’inviter Sami au ballon, et cela s’est fait hier. Nous continuons de regarder, et je revois Sami à la fin de la semaine.',
  )
  await revenir(s, ilYA(8, '20:30'), b, 'Il dort mieux. Il m’a parlé d’un match, il a gardé les buts. On croise les doigts.')
  await clore(
    s,
    ilYA(4, '16:55'),
    'chef.glycines',
    b,
    'traite',
    'Sami m’a dit que « c’est fini, et même Léandre est sympa ». Nous le revoyons dans un mois, puis avant les vacances. Si quoi que ce soit recommence, dites-le-nous tout de suite, à l’école ou par un nouveau message : il n’y a pas à attendre d’être sûr.',
  )
}

/** Written in Arabic; the school answers in both languages. */
async function enArabe(s: Scene): Promise<void> {
  const b = await raconter(
    s,
    ilYA(4, '22:10'),
    'moulin',
    {
      danger: 'non',
      declarant: 'parent',
      quoi: ['mots', 'ecart'],
      recit:
        'ابنتي سلمى في الصف الثالث. وصلنا إلى فرنسا قبل ستة أشهر. بعض التلاميذ يضحكون من طريقة كلامها ولا أحد يلعب معها في الساحة. أصبحت تبكي كل صباح قبل المدرسة.',
      depuis: 'mois',
      frequence: 'jours',
      lieux: ['cour', 'classe'],
      auteurs: 'eleves',
      cible: 'سلمى، CE2',
      informes: ['personne'],
      essais: 'لا أعرف كيف أتكلم مع المعلمة لأنني لا أتكلم الفرنسية جيدا.',
      souhait: 'أن تكون لها صديقة، وأن أتكلم مع المدرسة بمساعدة مترجم وليس بمساعدة ابنتي.',
    },
    { langue: 'ar' },
  )
  await prendre(s, ilYA(3, '08:25'), 'chef.moulin', b)
  await repondre(
    s,
    ilYA(3, '11:40'),
    'chef.moulin',
    b,
    'شكرا على رسالتك. قرأناها كلها. سلمى ليست مسؤولة عما يحدث، ونحن نهتم بها منذ اليوم. نقترح عليك موعدا في المدرسة بعد غد على الساعة الرابعة والنصف، ومعنا مترجمة.\n\nMerci de votre message, nous l’avons lu en entier. Salma n’y est pour rien, et nous nous occupons d’elle dès aujourd’hui. Nous vous proposons un rendez-vous après-demain à 16\u00a0h\u00a030, avec une interprète.',
  )
}

/** A professional who sees it every day; the director has taken it, and answered. */
async function accompagnante(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(5, '13:20'), 'tournesols', {
    declarant: 'professionnel',
    quoi: ['mots', 'ecart'],
    recit:
      'J’accompagne un élève de CE2 (trouble de l’attention). Trois camarades le font accuser à sa place dès qu’il y a une bêtise ; il est puni, et ils rient. C’est devenu un jeu.',
    depuis: 'mois',
    frequence: 'semaine',
    lieux: ['classe', 'periscolaire'],
    auteurs: 'eleves',
    cible: 'Gabin, CE2',
    informes: ['enseignant'],
    souhait: 'En parler en équipe, avec le périscolaire.',
  })
  await repondre(
    s,
    ilYA(4, '08:45'),
    'chef.tournesols',
    b,
    'Merci de l’avoir écrit. Je mets la situation à l’ordre du jour du prochain conseil des maîtres, avec l’animatrice du périscolaire. D’ici là, aucune punition pour Gabin sans que je l’aie entendu.',
  )
}

/** The director has left and nobody is there yet: the inspector has it. */
async function sansDirection(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(3, '19:30'), 'violettes', {
    danger: 'non',
    declarant: 'parent',
    quoi: ['mots', 'rumeurs'],
    recit:
      'Ma fille de CM2 est traitée de voleuse depuis qu’un porte-clés a été perdu. On l’a retrouvé depuis, mais les autres continuent. Il n’y a plus de directrice à qui parler.',
    depuis: 'mois',
    frequence: 'jours',
    lieux: ['classe', 'cour'],
    auteurs: 'eleves',
    cible: 'Jeanne, CM2',
    informes: ['enseignant'],
  })
  await repondre(
    s,
    ilYA(2, '09:30'),
    'ien.rocaverde',
    b,
    'Madame, Monsieur,\n\nLe poste de direction est vacant jusqu’à la fin du mois : c’est moi, inspecteur de la circonscription, qui m’occupe de votre message. Je serai à l’école demain matin et je verrai l’enseignante. Je vous écris ici demain soir.\n\nRémi Galtier',
  )
}

/** A child of ten, a few hours ago. */
async function cm2(s: Scene): Promise<void> {
  await raconter(s, minutesAvant(170), 'noyers', {
    danger: 'non',
    declarant: 'victime',
    quoi: ['ecart', 'rumeurs'],
    recit:
      'les filles ont dit que j’ai des poux et maintenant personne veut me donner la main. c’est pas vrai. la maitresse sait pas',
    depuis: 'semaine',
    frequence: 'jours',
    lieux: ['cour'],
    auteurs: 'eleves',
    cible: 'Zoé CM2',
    informes: ['parents'],
    souhait: 'redevenir copine avec Manel',
  })
}

export const ECOLES = [mamanDeSami, enArabe, accompagnante, sansDirection, cm2]
