/** What `?fait=` may say on these pages. */
export const FAITS = {
  agent: 'L’agent est inscrit. Il ne voit rien tant qu’une fonction ne lui est pas attribuée.',
  profession: 'La profession est enregistrée.',
  mandat: 'La fonction est attribuée.',
  fin: 'La fin de la fonction est enregistrée : ce qu’elle ouvrait se ferme à cette date.',
} as const
