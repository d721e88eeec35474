/** Choices that practice leaves open. The first value is the one of the published protocol; another is declared with its reason. */
export const VARIANTES = {
  fait_etablissement: {
    libelle: 'Quand le Fait établissement se déclare',
    choix: { qualification: 'Après la qualification', soupcon: 'Dès le soupçon' },
    source: 'après l’analyse à Erquy (S22) ; dès le soupçon, au niveau 2, en Charente (S20)',
  },
  parents_auteurs: {
    libelle: 'Quand les parents des auteurs présumés sont informés',
    choix: { ensuite: 'Quand l’équipe le décide, avec sa raison', debut: 'Dès le début' },
    source: 'ils sont reçus (S03) ; pas forcément, pour éviter des représailles (S29, S58)',
  },
  accord_famille: {
    libelle: 'Accord de la famille avant la préoccupation partagée',
    choix: { information: 'La famille est informée', accord: 'La famille donne son accord' },
    source: 'S24, S26, S65 : les pratiques divergent',
  },
  traiter_sur_soupcon: {
    libelle: 'Commencer un traitement avant la qualification',
    choix: { non: 'Non', oui: 'Oui, l’élève visé une fois entendu' },
    source: 'à l’école, la première phase commence vite (S24) ; la procédure s’ouvre quand les faits sont constitués (S03)',
  },
  relecture_transmission: {
    libelle: 'Quand une transmission est relue par une autre personne',
    choix: { avant: 'Avant qu’elle ne parte, si rien ne presse', apres: 'Toujours après son départ' },
    source: 'proposition : ce qui presse part tout de suite, et il est relu après (S34 : des courriers problématiques)',
  },
} as const satisfies Record<string, { libelle: string; choix: Record<string, string>; source: string }>
export type CodeVariante = keyof typeof VARIANTES
export type Choix<C extends CodeVariante> = keyof (typeof VARIANTES)[C]['choix'] & string
