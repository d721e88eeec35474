import type { CodeRole } from '#annuaire'
import { REFUS } from './2024.refus.ts'
import type { Etat, Protocole, Regle, Verbe } from './protocole.ts'

/** By their mandate, from the school to the académie. */
const LISENT: readonly CodeRole[] = [
  'chef',
  'coordonnateur',
  'ien',
  'referent_departemental',
  'responsable_departemental',
  'referente_academique',
  'responsable_academique',
]
/** The same, and a member of the équipe ressource to whom the dossier was handed: talks, grids, notes. */
const EQUIPE: readonly CodeRole[] = [...LISENT, 'equipe']
/** Decisions that the head of the school, the inspector or the pôle signs (S03: « le chef d’établissement »). */
const DECIDENT: readonly CodeRole[] = LISENT.filter((r) => r !== 'coordonnateur')
const S03 = 'Service-public F31985 (4 novembre 2025)'

type Ligne = Partial<Record<Verbe, Regle>>

/** What does not move the dossier, and holds in each open state. */
const tenue = (etat: Etat): Ligne => ({
  inscrire_personne: {
    roles: LISENT,
    vers: etat,
    bouton: 'Ajouter une personne',
    source: 'proposition : un rôle par personne et par période',
  },
  changer_role: {
    roles: LISENT,
    vers: etat,
    bouton: 'Changer un rôle',
    source: 'proposition : l’auteur d’hier peut être la cible d’aujourd’hui',
  },
  changer_urgence: {
    roles: LISENT,
    vers: etat,
    bouton: 'Lever ou remettre une urgence',
    source: 'proposition : une alerte se lève avec ce qui a été vérifié, jamais en silence',
  },
  resumer: { roles: LISENT, vers: etat, bouton: 'Modifier le résumé', source: `${S03} : garder une trace écrite` },
  confier: {
    roles: LISENT,
    vers: etat,
    bouton: 'Changer de responsable',
    source: 'proposition : une situation a toujours une personne responsable',
  },
  octroyer: {
    roles: LISENT,
    vers: etat,
    bouton: 'Confier à un membre de l’équipe ressource',
    aide: 'Cette personne verra ce dossier en entier, et aucun autre, jusqu’au soir du jour choisi.',
    source: '§ 5.1 : l’équipe ressource ne voit que ce qui lui est confié',
  },
  rattacher: {
    roles: LISENT,
    vers: etat,
    bouton: 'Rattacher un signalement',
    source: 'proposition : plusieurs signalements pour les mêmes faits',
  },
  noter: { roles: EQUIPE, vers: etat, bouton: 'Écrire une note', source: 'S35 : tracer ce qui est fait' },
  tacher: { roles: EQUIPE, vers: etat, bouton: 'Ajouter une tâche', source: 'proposition' },
  revoir: {
    roles: LISENT,
    vers: etat,
    bouton: 'Noter la revue',
    source: 'S30 : revue de tous les dossiers tous les quinze jours',
  },
  sceller: {
    roles: EQUIPE,
    vers: etat,
    bouton: 'Écrire une note scellée',
    source: 'S126 : secrets professionnels ; L226-2-2 CASF : partage limité au nécessaire',
  },
  informer_famille: {
    roles: EQUIPE,
    vers: etat,
    bouton: 'Noter un contact avec la famille',
    source: `${S03} : la famille est informée « régulièrement » ; S59 : les deux parents`,
  },
  extraire: {
    roles: DECIDENT,
    vers: etat,
    bouton: 'Préparer un extrait pour la famille',
    source: 'CRPA L311-6 ; CADA 20210396',
  },
  relire: {
    roles: LISENT,
    vers: etat,
    bouton: 'Relire ce qui part',
    source:
      'proposition : deux lecteurs avant qu’un extrait ne parte, et pour une transmission, après s’il y a urgence (S34 : des courriers problématiques)',
  },
  transmettre: {
    roles: DECIDENT,
    vers: etat,
    bouton: 'Décider d’une transmission',
    source: `${S03} : Fait établissement, procureur ; L226-4 CASF : information préoccupante`,
  },
  partir: {
    roles: DECIDENT,
    vers: etat,
    bouton: 'Faire partir ce qui attend, ou le retirer',
    source: 'proposition : ce qui attend son second lecteur part, ou est retiré avec une raison ; jamais perdu en silence',
  },
  suivre_transmission: { roles: LISENT, vers: etat, bouton: 'Noter les suites', source: 'S93 : demander l’issue' },
  proposer: {
    roles: LISENT,
    vers: etat,
    bouton: 'Passer ou partager ce dossier',
    source: 'S46 : du plus simple au plus complexe',
  },
  repondre_offre: {
    roles: LISENT,
    vers: etat,
    bouton: 'Répondre',
    source: 'proposition : une offre est acceptée, ou refusée avec sa raison',
  },
  rappeler_offre: { roles: LISENT, vers: etat, bouton: 'Rappeler', source: 'proposition' },
  demander_appui: {
    roles: EQUIPE,
    vers: etat,
    bouton: 'Demander l’appui du pôle',
    source: 'missions du pôle : accompagner les personnels dans les situations complexes',
  },
  doublonner: {
    roles: DECIDENT,
    vers: 'doublon',
    bouton: 'C’est le même dossier qu’un autre',
    source: 'proposition : les mêmes faits par plusieurs voies (S01, S05, S12)',
  },
  transferer: {
    roles: DECIDENT,
    vers: 'transfere',
    avant: ['cible'],
    bouton: 'L’élève change d’école : transférer',
    source: 'S38 : suivi renforcé dans la nouvelle école ; S98 : ne rien perdre au passage',
  },
})

const reporter = (etat: Etat): Ligne => ({
  reporter: {
    roles: LISENT,
    vers: etat,
    bouton: 'Repousser l’échéance',
    aide: 'Avec une raison, et d’une semaine de classe au plus.',
    source: 'proposition : une échéance ne bouge qu’avec une raison écrite',
  },
})

/** Protecting, hearing and judging anew stay possible as long as the dossier lives: W15, reassess at each review. */
const soin = (etat: Etat): Ligne => ({
  ...tenue(etat),
  ...reporter(etat),
  proteger: { roles: LISENT, vers: etat, bouton: 'Ajouter une mesure', source: S03 },
  lever: { roles: LISENT, vers: etat, bouton: 'Mettre fin', source: 'proposition : une mesure finit par une date' },
  entendre: { roles: EQUIPE, vers: etat, bouton: 'Noter un entretien', source: `${S03} : entretiens séparés` },
  evaluer: {
    roles: EQUIPE,
    vers: etat,
    bouton: 'Remplir la grille',
    source: 'S18, S31 : remplie par plusieurs adultes ; TA Versailles 2302831 : réévaluer la gravité',
  },
  qualifier: {
    roles: DECIDENT,
    vers: etat,
    avant: ['entretien_cible', 'evaluation'],
    bouton: 'Qualifier la situation',
    source: 'L111-6 code de l’éducation ; 222-33-2-3 code pénal',
  },
})

const FINI: Ligne = {
  noter: tenue('clos').noter!,
  extraire: tenue('clos').extraire!,
  relire: tenue('clos').relire!,
  suivre_transmission: tenue('clos').suivre_transmission!,
  informer_famille: tenue('clos').informer_famille!,
  confier: {
    ...tenue('clos').confier!,
    source: 'proposition : après la fin, quelqu’un demande encore les suites d’une transmission (S93)',
  },
}
const fini = (etat: Etat): Ligne => ({
  ...(Object.fromEntries(Object.entries(FINI).map(([v, r]) => [v, { ...r, vers: etat }])) as Ligne),
  rouvrir: {
    roles: LISENT,
    vers: 'rouvert',
    delai: 'prise_en_charge',
    bouton: 'Rouvrir',
    source: 'invariant : un nouveau signalement sur un dossier clos le rouvre, ou l’explique',
  },
  expliquer: {
    roles: LISENT,
    vers: etat,
    bouton: 'Dire pourquoi le dossier reste clos',
    source: 'invariant : un nouveau signalement sur un dossier clos le rouvre, ou l’explique',
  },
  rattacher: { ...tenue(etat).rattacher!, vers: etat },
})

const engager = (etat: Etat): Ligne => ({
  engager_piste: {
    roles: DECIDENT,
    vers: 'traitement',
    delai: 'point_piste',
    avant: ['cible', 'protection', 'pret_a_traiter'],
    bouton: etat === 'evaluation' ? 'Choisir une piste de traitement' : 'Engager une autre piste',
    source: `${S03} ; S52 : aucune méthode n’est la meilleure pour tous, le choix est écrit et son résultat mesuré`,
  },
})

/**
 * The national protocol, for école, collège and lycée. What is documented is marked with its source; « proposition » means that the
 * field says nothing or contradicts itself.
 */
export const PROTOCOLE_2024: Protocole = {
  version: '2024',
  source: 'Circulaire du 2 février 2024 (MENE2403161C) § 1.3 ; Service-public F31985',
  regles: {
    recu: {
      ...tenue('recu'),
      prendre: {
        roles: LISENT,
        vers: 'pris_en_charge',
        delai: 'protection',
        bouton: 'Prendre en charge',
        source: 'documenté : prise en charge sous 24 h ; protection « immédiatement », ici le jour même',
      },
    },
    pris_en_charge: {
      ...tenue('pris_en_charge'),
      entendre: { ...soin('pris_en_charge').entendre!, source: `${S03} : l’entretien avec la victime vient en premier` },
      proteger: {
        roles: LISENT,
        vers: 'protege',
        delai: 'entretien',
        avant: ['cible'],
        bouton: 'Noter la première mesure',
        aide: 'Protéger ne demande pas de preuve : ce n’est pas sanctionner.',
        source: `${S03} : mesures de protection « immédiatement », un adulte référent nommé`,
      },
    },
    protege: {
      ...soin('protege'),
      entendre: { ...soin('evaluation').entendre!, delai: 'evaluation' },
      evaluer: { ...soin('evaluation').evaluer!, delai: 'evaluation' },
      qualifier: { ...soin('evaluation').qualifier!, delai: 'traitement' },
    },
    evaluation: {
      ...soin('evaluation'),
      qualifier: { ...soin('evaluation').qualifier!, delai: 'traitement' },
      ...engager('evaluation'),
      surveiller: {
        roles: DECIDENT,
        vers: 'surveillance',
        delai: 'suivi_1',
        avant: ['protection', 'pret_a_traiter'],
        bouton: 'Surveiller sans autre traitement',
        source: 'proposition : les faits ont cessé, la situation reste suivie',
      },
      ecarter: {
        roles: DECIDENT,
        vers: 'ecarte',
        avant: ['entretien_cible', 'pas_de_harcelement', 'famille_informee', 'sans_danger', 'sans_mesure', 'rien_en_attente'],
        bouton: 'Ce n’est pas du harcèlement : répondre et fermer',
        source: 'S49 : une grosse moitié des situations sont confirmées ; les autres ont une réponse et une trace',
      },
    },
    traitement: {
      ...soin('traitement'),
      ...engager('traitement'),
      preoccuper: {
        roles: EQUIPE,
        vers: 'traitement',
        delai: 'point_piste',
        avant: ['piste_ouverte'],
        bouton: 'Noter un entretien de la piste',
        source: 'S65, S66 : entretiens courts, individuels, revus chaque semaine',
      },
      composer_equipe: {
        roles: LISENT,
        vers: 'traitement',
        avant: ['piste_ouverte'],
        bouton: 'Composer l’équipe',
        source: 'S55, S65 : qui voit l’élève visé ne voit pas les auteurs ; S64, S68 : sans le pouvoir de sanction',
      },
      avancer_piste: {
        roles: DECIDENT,
        vers: 'traitement',
        delai: 'point_piste',
        avant: ['piste_ouverte'],
        bouton: 'Noter une étape',
        source: 'D321-16 (école) ; R421-10, R511-13 (collège, lycée) : chaque étape a sa date et sa raison',
      },
      decider_piste: {
        roles: DECIDENT,
        vers: 'traitement',
        delai: 'point_piste',
        avant: ['piste_ouverte'],
        bouton: 'Garder, changer ou finir la piste',
        source: 'S26, S28 : à quinze jours, la décision est écrite',
      },
      surveiller: {
        roles: DECIDENT,
        vers: 'surveillance',
        delai: 'suivi_1',
        avant: ['piste', 'pistes_finies', 'changement_suivi'],
        bouton: 'Passer à la surveillance',
        source: 'Sénat 2021 (S21, S90) : le suivi fait défaut',
      },
    },
    surveillance: {
      ...soin('surveillance'),
      ...engager('surveillance'),
      point_suivi: {
        roles: EQUIPE,
        vers: 'surveillance',
        delai: 'suivi_3',
        bouton: 'Noter un point de suivi',
        aide: 'L’échéance suit le prochain point prévu.',
        source: 'proposition : à une semaine, un mois, trois mois, et à la première semaine après des vacances',
      },
      clore: {
        roles: DECIDENT,
        vers: 'clos',
        avant: [
          'surveillance',
          'parole_cible',
          'sans_recidive',
          'famille_fin',
          'pistes_finies',
          'sans_danger',
          'apres_sanction',
          'sans_mesure',
          'rien_en_attente',
        ],
        bouton: 'Clore le dossier',
        source: 'S64 : quand l’élève visé dit que cela a cessé ; invariants 2 et 3',
      },
    },
    rouvert: {
      ...tenue('rouvert'),
      prendre: {
        roles: LISENT,
        vers: 'pris_en_charge',
        delai: 'protection',
        bouton: 'Reprendre en charge',
        source: 'documenté : prise en charge sous 24 h',
      },
    },
    clos: fini('clos'),
    ecarte: fini('ecarte'),
    doublon: {
      noter: { ...FINI.noter!, vers: 'doublon' },
      // What was transmitted from here keeps its reference and its answer here: the other dossier never sent it. An extract that was
      // prepared here is of what is written here, and a family still has a right to it.
      extraire: { ...FINI.extraire!, vers: 'doublon' },
      relire: { ...FINI.relire!, vers: 'doublon' },
      suivre_transmission: { ...FINI.suivre_transmission!, vers: 'doublon' },
      confier: { ...FINI.confier!, vers: 'doublon' },
      dedoubler: {
        roles: DECIDENT,
        vers: 'rouvert',
        delai: 'prise_en_charge',
        bouton: 'Ce n’était pas un doublon',
        source: 'proposition : ce qui a été réuni par erreur se sépare, et la trace reste',
      },
    },
    transfere: {
      // The pupil comes back, or is told of again here: no end is without a way back.
      ...fini('transfere'),
      // The pupil left; what was decided for them here still leaves from here.
      partir: { ...tenue('transfere').partir!, vers: 'transfere' },
    },
  },
  pas: {
    recu: [{ verbe: 'prendre', laisse: null }],
    rouvert: [{ verbe: 'prendre', laisse: null }],
    pris_en_charge: [
      { verbe: 'inscrire_personne', laisse: 'cible' },
      { verbe: 'proteger', laisse: null },
    ],
    protege: [
      { verbe: 'entendre', laisse: 'entretien_cible' },
      { verbe: 'informer_famille', laisse: 'famille_informee' },
      { verbe: 'evaluer', laisse: 'evaluation' },
    ],
    evaluation: [
      { verbe: 'entendre', laisse: 'entretien_cible' },
      { verbe: 'informer_famille', laisse: 'famille_informee' },
      { verbe: 'evaluer', laisse: 'evaluation' },
      { verbe: 'qualifier', laisse: 'qualification' },
      { verbe: 'partir', laisse: 'rien_en_attente' },
      { verbe: 'ecarter', laisse: null },
      { verbe: 'engager_piste', laisse: null },
    ],
    traitement: [
      { verbe: 'decider_piste', laisse: 'pistes_finies' },
      { verbe: 'engager_piste', laisse: 'changement_suivi' },
      { verbe: 'surveiller', laisse: null },
    ],
    surveillance: [
      { verbe: 'point_suivi', laisse: 'parole_cible' },
      { verbe: 'informer_famille', laisse: 'famille_fin' },
      { verbe: 'partir', laisse: 'rien_en_attente' },
      { verbe: 'clore', laisse: null },
    ],
    clos: [],
    ecarte: [],
    doublon: [],
    transfere: [],
  },
  refus: REFUS,
}
