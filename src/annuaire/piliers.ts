/** The eight pillars of the programme, in the wording of 2021 to 2025; a pillar is its number, from 1. */
export const PILIERS = [
  'Mesurer le climat scolaire',
  'Prévenir les phénomènes de harcèlement',
  'Former une communauté protectrice',
  'Intervenir sur les situations',
  'Associer les parents et les partenaires',
  'Mobiliser les instances de démocratie scolaire',
  'Suivre l’impact des actions',
  'Mettre à disposition des ressources',
] as const
