/** The two-phase script of a talk with a pupil of the group (S66, S67), in our own words; what not to do (S64, S68, S69). */
export const PHASES = [
  {
    titre: 'Phase 1. Partager la préoccupation',
    lignes: [
      'Dire pour qui l’on s’inquiète : « Je voulais te parler de X. X ne va pas bien, et cela me préoccupe. Qu’est-ce que tu peux m’en dire ? »',
      'Rassurer : « Tu n’es pas là pour être puni. »',
      'Écouter, sans enquêter. La phase finit quand l’élève reconnaît que X ne va pas bien.',
    ],
  },
  {
    titre: 'Phase 2. Chercher une suggestion',
    lignes: [
      '« Et toi, qu’est-ce que tu pourrais faire pour que X aille mieux ? »',
      'Attendre. La suggestion vient de l’élève et se note avec ses mots.',
      'Rien remarqué ? « Sois attentif cette semaine, on se revoit la semaine prochaine. »',
      'Fixer la date du prochain entretien avant de se quitter.',
    ],
  },
] as const

export const A_EVITER = [
  'Accuser, faire la morale, demander « pourquoi », chercher des preuves.',
  'Parler à plusieurs élèves en même temps, ou mettre face à face.',
  'Menacer d’une sanction : ce pouvoir reste hors de cet entretien.',
  'Dire ce que X a raconté, ou qui a parlé.',
  'Promettre le secret sur un danger.',
] as const

/** With the targeted pupil (S65, S143). */
export const AVEC_LA_CIBLE = [
  'Dire qu’on la croit, que ce n’est pas sa faute, et qu’elle peut dire non.',
  'Laisser parler : « Comment ça se passe depuis la dernière fois ? » Puis : « Est-ce que cela a cessé ? »',
  'Ne rien demander en échange, ne pas chercher ce que l’élève aurait dû faire.',
  'Avant de finir : « Comment tu te sens maintenant ? À qui peux-tu parler ce soir ? » Un danger se dit tout de suite.',
] as const

/** Where somebody could plan one: S78 (TA Versailles 2302831) counts mediation among the measures that did not protect; S79. */
export const RENCONTRE = {
  titre: 'Pas de rencontre imposée',
  texte:
    'Ne mettez pas l’élève visé face aux auteurs. La médiation ne convient pas quand les forces sont inégales : un tribunal l’a comptée parmi les mesures insuffisantes, et des enfants en ont été blessés.',
  source: 'S78, S79',
} as const
