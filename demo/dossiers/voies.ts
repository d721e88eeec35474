import { surveiller } from '../gestes.suivi.ts'
import type { Scene } from '../scene.ts'
import { ilYA } from '../temps.ts'
import type { Debut } from './debut.ts'
import { jusquALaCloture } from './fins.ts'
import { conter, dit } from './voie.ts'
import { VOIES_ADULTE } from './voies.adulte.ts'
import { VOIES_SECOND } from './voies.second.ts'

/** Two pupils told plainly that it must stop; one of them has promised. */
const farsta = (s: Scene): Promise<string> =>
  conter(
    s,
    {
      ecole: 'vergers',
      chef: 'chef.vergers',
      jours: 9,
      resume: 'Depuis la rentrée, deux élèves de 3e bloquent la porte du vestiaire quand Côme veut sortir.',
      personnes: [
        ['Côme', '3e B', 'cible'],
        ['Axel', '3e B', 'auteur_presume'],
      ],
      protection: 'Le professeur d’EPS ouvre et ferme le vestiaire.',
      mots: '« Ils attendent que je supplie. »',
      raison: 'Chaque semaine, à deux contre un, et il fait semblant d’être malade le mardi.',
    },
    [
      {
        methode: 'farsta',
        pourquoi: 'Des faits clairs, deux élèves, et un adulte qui peut leur parler dès demain.',
        debut: 3,
        pas: [
          [
            4,
            'entretien',
            { nom: 'Axel', texte: 'Dit sans détour que cela doit cesser. Il baisse les yeux, puis dit : « c’est bon ».' },
          ],
          [5, 'engagement', { nom: 'Axel', texte: '« Je sors le premier et je n’attends personne. »' }],
          [8, 'parole', { parole: 'mieux', texte: '« Mardi, j’ai pu sortir normalement. »' }],
        ],
      },
    ],
  )

/** A support group of classmates at the école, without the target, one week in. */
const groupeDeSoutien = (s: Scene): Promise<string> =>
  conter(
    s,
    {
      ecole: 'autan',
      chef: 'chef.autan',
      jours: 12,
      resume: 'Personne ne donne la main à Lila dans le rang, et son dessin est retourné chaque matin.',
      personnes: [
        ['Lila', 'CE1', 'cible'],
        ['Naël', 'CE1', 'auteur_presume'],
        ['Jeanne', 'CE1', 'temoin'],
      ],
      protection: 'La maîtresse choisit le rang et garde les dessins avec elle.',
      mots: '« Ils disent que j’ai la gale. »',
      raison: 'Tous les jours, par presque toute la classe, et elle ne veut plus venir.',
    },
    [
      {
        methode: 'no_blame',
        pourquoi: 'Beaucoup suivent sans comprendre : un petit groupe peut changer la classe.',
        debut: 3,
        pas: [
          [4, 'accord', { texte: 'Lila veut bien. Elle choisit que Jeanne en soit.' }],
          [5, 'groupe', { texte: 'Six enfants. « Je lui garde une place. » « Je dis stop quand on dit la gale. »' }],
          [9, 'retour', { nom: 'Naël', texte: '« Je lui ai donné la main deux fois. »' }],
          [10, 'parole', { parole: 'mieux', texte: '« Jeanne me donne la main. »' }],
        ],
      },
    ],
  )

/** 1er degré to its end: from a shared concern to the mayor, and the pupil who hurt others begins elsewhere. */
async function jusquAuMaire(s: Scene): Promise<void> {
  const d: Debut = {
    ecole: 'marguerite',
    chef: 'chef.marguerite',
    jours: 34,
    resume: 'Mathurin frappe Anouk dès qu’elle s’approche du but, et les autres n’osent plus jouer avec elle.',
    personnes: [
      ['Anouk', 'CM1', 'cible'],
      ['Mathurin', 'CM2', 'auteur_presume'],
    ],
    protection: 'Un adulte sur le terrain à chaque récréation.',
    mots: '« Je fais exprès de tomber malade. »',
    raison: 'Chaque jour, plus grand qu’elle, et elle ne joue plus.',
  }
  const numero = await conter(s, d, [
    {
      methode: 'mpp',
      pourquoi: 'Le groupe suit Mathurin par peur.',
      debut: 3,
      fin: [12, 'changer', dit('pareil', '« Il a juste changé d’endroit. »', 'Quinze jours sans changement pour elle.')],
    },
    {
      methode: 'educative',
      pourquoi: 'Le comportement persiste malgré la préoccupation partagée.',
      debut: 12,
      pas: [
        [
          14,
          'equipe_educative',
          { texte: 'Les deux parents, le médecin scolaire, la psychologue. Un adulte avec lui à chaque récréation.' },
        ],
        [15, 'suspension', { nom: 'Mathurin', jours: '5', texte: 'Le temps de préparer un retour accompagné.' }],
        [18, 'saisine_dasen', { texte: 'Nouveaux coups au retour : tout a été essayé ici.' }],
        [20, 'reponse_dasen', { texte: 'Accord pour saisir le maire.' }],
        [21, 'demande_maire', { nom: 'Mathurin', texte: 'Courrier de la DSDEN, parents reçus la veille.' }],
        [25, 'reponse_maire', { texte: 'Inscription à l’école du Moulin, à partir de lundi.' }],
        [
          27,
          'nouvelle_ecole',
          { nom: 'Mathurin', texte: 'Accueilli par la directrice ; point chaque vendredi jusqu’en juillet.' },
        ],
      ],
      fin: [29, 'finir', dit('cesse', '« J’ai marqué un but. »', 'Il est ailleurs, et suivi là-bas ; elle rejoue.')],
    },
  ])
  await surveiller(s, ilYA(5, '17:00'), d.chef, numero, 'La maîtresse : les récréations. La directrice : l’arrivée du matin.')
}

/** 1er degré, ended by the équipe éducative. */
async function equipeEducative(s: Scene): Promise<void> {
  const d: Debut = {
    ecole: 'tournesols',
    chef: 'ien.valbrune',
    jours: 38,
    resume: 'Trois grands prennent le goûter de Sohan derrière le préau.',
    personnes: [
      ['Sohan', 'CE2', 'cible'],
      ['Loup', 'CM2', 'auteur_presume'],
    ],
    protection: 'Le goûter se prend en classe.',
    mots: '« Ils disent que c’est la taxe. »',
    raison: 'Tous les jours, des grands contre un petit.',
  }
  const numero = await conter(s, d, [
    {
      methode: 'no_blame',
      pourquoi: 'Des camarades peuvent l’entourer tout de suite.',
      debut: 3,
      pas: [
        [4, 'accord', { texte: 'Sohan veut bien, sans y être.' }],
        [5, 'groupe', { texte: 'Cinq enfants ; deux l’accompagnent à chaque récréation.' }],
      ],
      fin: [9, 'finir', dit('mieux', '« Ils viennent moins. »', 'Le groupe tient ; un grand continue, seul.')],
    },
    {
      methode: 'educative',
      pourquoi: 'Loup continue malgré le groupe et ses parents.',
      debut: 9,
      pas: [[12, 'equipe_educative', { texte: 'Ses parents, sa maîtresse, le RASED : un contrat, signé par Loup.' }]],
      fin: [20, 'finir', dit('cesse', '« Loup m’a rendu mes cartes. »', 'Le contrat tient depuis une semaine.')],
    },
  ])
  await jusquALaCloture(s, d.chef, numero, 'Sohan', '« C’est fini, et on joue même ensemble. »', (j, h) => ilYA(16 - j, h))
}

/** Each track at each of its steps: running, watched, closed. Short stories: what a référent meets in a year. */
export const VOIES = [farsta, groupeDeSoutien, jusquAuMaire, equipeEducative, ...VOIES_ADULTE, ...VOIES_SECOND]
