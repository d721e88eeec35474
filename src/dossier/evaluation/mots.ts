/** How a situation may be named. `pas_de_harcelement` opens the respectful end; all the others may be treated. */
export const QUALIFICATIONS = {
  harcelement: { libelle: 'Harcèlement' },
  cyberharcelement: { libelle: 'Cyberharcèlement' },
  violences: { libelle: 'Violences, sans harcèlement établi' },
  violences_sexuelles: { libelle: 'Violences sexuelles' },
  discrimination: { libelle: 'Propos ou actes de haine, discrimination' },
  conflit: { libelle: 'Conflit, à force égale' },
  adulte: { libelle: 'Faits qui mettent un adulte en cause' },
  pas_de_harcelement: { libelle: 'Pas de harcèlement' },
} as const
export type CodeQualification = keyof typeof QUALIFICATIONS
