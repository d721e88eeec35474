import { C, E, L, type Conte } from './vocabulaire.ts'

/** For the Safer Internet Day: the first two of 2025, the others of 2026. */
export const ACTIONS_ECRANS: readonly Conte[] = [
  [
    'tilleuls',
    'jeu',
    C,
    ['6e'],
    130,
    'Médiathèque',
    'Vrai ou faux profil ?',
    'En équipes, les 6e apprennent à reconnaître un faux profil, et cherchent à qui en parler. Le 3018 est essayé, en vrai, au téléphone.',
  ],
  [
    'monts',
    'intervention',
    L,
    ['2de'],
    210,
    'Gendarmerie',
    'Ce que dit la loi des images partagées',
    'Une heure par classe de seconde : partager une image sans accord, ce que cela fait, ce que dit la loi, comment réparer.',
  ],
  [
    'glycines',
    'seance',
    E,
    ['CM1', 'CM2'],
    58,
    '',
    'Notre charte des écrans',
    'Les CM1 et les CM2 écrivent dix phrases pour se parler bien, aussi dans les groupes de messages. Chaque famille en reçoit une.',
  ],
  [
    'pruniers',
    'familles',
    ['collegiens', 'familles'],
    [],
    90,
    'Maison des adolescents',
    'Un soir pour en parler',
    'Une soirée avec les familles, animée par des élèves : ce que l’on fait vraiment sur nos téléphones, et comment demander de l’aide.',
  ],
  [
    'lac',
    'production',
    C,
    ['4e'],
    64,
    'Radio locale',
    'Trois minutes sans écran',
    'Des 4e enregistrent trois épisodes sur ce qui manque quand on pose son téléphone, et sur ce que l’on y gagne.',
  ],
]

/** Around the prix: what schools did with their entry, once it was made. */
export const ACTIONS_PRIX: readonly Conte[] = [
  [
    'verrerie',
    'exposition',
    ['lyceens', 'familles'],
    ['2de', '1re'],
    160,
    '',
    'Nos affiches au grand jour',
    'Les affiches présentées au prix sont exposées dans le hall, avec les esquisses, pour montrer le travail de toute une année.',
  ],
  [
    'coquelicots',
    'projection',
    ['ecoliers', 'familles'],
    ['CE2', 'CM1', 'CM2'],
    72,
    'Cinéma de la commune',
    'Notre film sur un grand écran',
    'Le film des élèves est projeté au cinéma de la commune. Ils répondent ensuite aux questions des familles.',
  ],
]
