/** Choices that practice leaves open. The first value is the one of the published protocol; another is declared with its reason. */
export const VARIANTES = {
  fait_etablissement: {
    libelle: 'Quand le Fait établissement se déclare',
    choix: { qualification: 'Après la qualification', soupcon: 'Dès le soupçon' },
    source: 'S22 (Erquy : après l’analyse) contre S20 (Charente : dès le soupçon, niveau 2)',
  },
  parents_auteurs: {
    libelle: 'Quand les parents des auteurs présumés sont informés',
    choix: { ensuite: 'Quand l’équipe le décide, avec sa raison', debut: 'Dès le début' },
    source: 'S03 (reçus) contre S29, S58 (pas forcément, pour éviter des représailles)',
  },
  accord_famille: {
    libelle: 'Accord de la famille avant la préoccupation partagée',
    choix: { information: 'La famille est informée', accord: 'La famille donne son accord' },
    source: 'S24, S26, S65 : les pratiques divergent',
  },
  traiter_sur_soupcon: {
    libelle: 'Commencer un traitement avant la qualification',
    choix: { non: 'Non', oui: 'Oui, l’élève visé une fois entendu' },
    source: 'S24 (école : la phase 1 commence vite) contre S03 (la procédure s’ouvre quand les faits sont constitués)',
  },
} as const satisfies Record<string, { libelle: string; choix: Record<string, string>; source: string }>
export type CodeVariante = keyof typeof VARIANTES
export type Choix<C extends CodeVariante> = keyof (typeof VARIANTES)[C]['choix'] & string
