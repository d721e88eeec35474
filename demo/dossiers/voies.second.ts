import { surveiller } from '../gestes.suivi.ts'
import type { Scene } from '../scene.ts'
import { ilYA } from '../temps.ts'
import type { Debut } from './debut.ts'
import { jusquALaCloture } from './fins.ts'
import { conter, dit, type Voie } from './voie.ts'

const LYCEE: Omit<Debut, 'ecole' | 'chef' | 'jours'> = {
  resume: 'En atelier, Baptiste trouve chaque matin sa blouse tachée, et des photos de lui circulent.',
  personnes: [
    ['Baptiste', '1re CAP', 'cible'],
    ['Dorian', '1re CAP', 'auteur_presume'],
  ],
  protection: 'Un casier fermé, un binôme choisi par lui.',
  mots: '« Je lave ma blouse tous les soirs. »',
  raison: 'Chaque jour depuis septembre, devant le groupe.',
}
const AUDITION = { nom: 'Dorian', protection: ['accompagne', 'entree', 'absence'], texte: 'Baptiste n’a pas souhaité venir.' }

/** A disciplinary board, then a reparation that the target wanted: watched. */
async function conseilPuisReparation(s: Scene): Promise<void> {
  const d: Debut = { ...LYCEE, ecole: 'metiers', chef: 'chef.metiers', jours: 30 }
  const numero = await conter(s, d, [
    {
      methode: 'disciplinaire',
      pourquoi: 'Des faits répétés, filmés, reconnus à demi.',
      debut: 3,
      pas: [
        [4, 'ouverture', { nom: 'Dorian', texte: 'Écrit remis à la famille ; dossier consultable.' }],
        [4, 'conservatoire', { nom: 'Dorian', texte: 'Pas d’atelier jusqu’à l’audition.' }],
        [8, 'audition', AUDITION],
        [12, 'conseil', { ...AUDITION, texte: 'Réuni ; l’assistante sociale a lu les mots de Baptiste.' }],
      ],
      fin: [
        13,
        'finir',
        {
          ...dit('mieux', '« Ma blouse est propre. »', 'Faits reconnus devant le conseil.'),
          nom: 'Dorian',
          sanction: 'responsabilisation',
          quantite: '10',
        },
      ],
    },
    {
      methode: 'restauratif',
      pourquoi: 'Dorian le propose, Baptiste le veut bien.',
      debut: 14,
      engagement: { reconnus: 'oui', accord_cible: 'oui' },
      pas: [
        [15, 'proposition', { texte: 'Remettre l’atelier en état, seul, et écrire ce qu’il a compris.' }],
        [20, 'reparation', { nom: 'Dorian', texte: 'Fait. Baptiste a lu la lettre, et l’a gardée.' }],
      ],
      fin: [22, 'finir', dit('cesse', '« C’est réglé. »', 'Réparé, et reconnu.')],
    },
  ])
  await surveiller(
    s,
    ilYA(8, '17:00'),
    d.chef,
    numero,
    'L’atelier : M. Pons. Le téléphone : la CPE. Baptiste : l’infirmière, le jeudi.',
  )
}

/** A shared concern, then a procedure that ends without a sanction: closed. */
async function sansSanction(s: Scene): Promise<void> {
  const d: Debut = { ...LYCEE, ecole: 'visitationLycee', chef: 'chef.visitationLycee', jours: 38 }
  const numero = await conter(s, d, [
    {
      methode: 'mpp',
      pourquoi: 'Un groupe qui rit sans penser à mal.',
      debut: 3,
      fin: [10, 'changer', dit('pareil', '« Ils le font quand même. »', 'Une semaine, rien n’a changé pour lui.')],
    },
    {
      methode: 'disciplinaire',
      pourquoi: 'Les faits continuent.',
      debut: 10,
      pas: [
        [11, 'ouverture', { nom: 'Dorian', texte: 'Écrit remis à la famille.' }],
        [14, 'audition', AUDITION],
      ],
      fin: [
        18,
        'finir',
        {
          ...dit('cesse', '« Il s’est excusé, et il a arrêté. »', 'Reconnu, arrêté, excusé : pas de sanction.'),
          nom: 'Dorian',
          sanction: 'aucune',
        },
      ],
    },
  ])
  await jusquALaCloture(s, d.chef, numero, 'Baptiste', '« C’est fini. »', (j, h) => ilYA(19 - j, h))
}

const JUSTICE: Omit<Debut, 'ecole' | 'chef' | 'jours'> = {
  resume: 'Un faux compte au nom d’Ilana publie des montages d’elle et des insultes, jour et nuit.',
  personnes: [
    ['Ilana', '3e A', 'cible'],
    ['Ewen', '3e A', 'auteur_presume'],
  ],
  protection: 'Le 3018 a fait fermer le compte ; la vie scolaire veille au self.',
  mots: '« Tout le monde l’a vu. »',
  raison: 'Public, répété, par plusieurs relais.',
}
const justice = (debut: number, fin: number): Voie => ({
  methode: 'judiciaire',
  pourquoi: 'La famille a porté plainte : l’école protège et accompagne, elle n’enquête pas.',
  debut,
  pas: [
    [debut + 1, 'saisine', { texte: 'Plainte déposée par la mère ; écrit au procureur le même jour.' }],
    [debut + 1, 'consignes', { texte: 'Dit à l’équipe : ne plus réentendre sur les faits, ne rien effacer.' }],
    [fin - 1, 'suites', { texte: 'La brigade des mineurs a entendu les deux familles ; mesure de réparation décidée.' }],
  ],
  fin: [fin, 'finir', dit('cesse', '« Plus rien depuis la gendarmerie. »', 'Les suites sont connues ; le suivi continue.')],
})

/** Talks that were not enough, then a complaint: watched. */
async function plainte(s: Scene): Promise<void> {
  const d: Debut = { ...JUSTICE, ecole: 'lac', chef: 'chef.lac', jours: 28 }
  const numero = await conter(s, d, [
    {
      methode: 'farsta',
      pourquoi: 'Dire clairement à Ewen que cela doit cesser, dès aujourd’hui.',
      debut: 2,
      pas: [[3, 'entretien', { nom: 'Ewen', texte: 'Il nie. Le soir, un nouveau montage.' }]],
      fin: [4, 'changer', dit('pire', '« Ils en ont remis. »', 'Les faits s’aggravent, et la famille porte plainte.')],
    },
    justice(4, 18),
  ])
  await surveiller(s, ilYA(8, '17:00'), d.chef, numero, 'Les réseaux : sa sœur et la CPE. Le self : M. Rouch.')
}

/** A complaint, then a reparation: closed. */
async function plainteClose(s: Scene): Promise<void> {
  const d: Debut = { ...JUSTICE, ecole: 'visitation', chef: 'chef.visitation', jours: 40 }
  const numero = await conter(s, d, [
    justice(2, 14),
    {
      methode: 'restauratif',
      pourquoi: 'La mesure du parquet le prévoit, et Ilana le veut bien.',
      debut: 15,
      engagement: { reconnus: 'oui', accord_cible: 'oui' },
      pas: [
        [16, 'proposition', { texte: 'Un exposé sur les images, sans parler d’elle.' }],
        [20, 'reparation', { nom: 'Ewen', texte: 'Présenté aux classes de 6e. Elle a choisi de ne pas y être.' }],
      ],
      fin: [21, 'finir', dit('cesse', '« J’ai rouvert mon compte. »', 'Réparé.')],
    },
  ])
  await jusquALaCloture(s, d.chef, numero, 'Ilana', '« C’est fini, et j’ai rouvert mon compte. »', (j, h) => ilYA(18 - j, h))
}

export const VOIES_SECOND = [conseilPuisReparation, sansSanction, plainte, plainteClose]
