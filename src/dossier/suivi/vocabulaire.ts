/** The closed lists of the follow-up and of the end. Codes are stored. */

/** What the target says: has it stopped? */
export const PAROLES = {
  cesse: { libelle: 'Cela a cessé' },
  mieux: { libelle: 'C’est mieux, pas fini' },
  pareil: { libelle: 'C’est pareil' },
  pire: { libelle: 'C’est pire' },
  non_recueillie: { libelle: 'Parole non recueillie, pour une raison écrite' },
} as const
export type Parole = keyof typeof PAROLES
/** « Pareil » and « pire » are not an opinion to file: the treatment is taken up again, and the level above sees it. */
export const PERSISTE: ReadonlySet<string> = new Set<Parole>(['pareil', 'pire'])

/** Checkpoints. The first three follow the clocks of the académie; the fourth the school calendar. */
export const RANGS = {
  suivi_1: { libelle: 'Premier point' },
  suivi_2: { libelle: 'Deuxième point' },
  suivi_3: { libelle: 'Troisième point' },
  rentree: { libelle: 'Première semaine après les vacances' },
  ajoute: { libelle: 'Point ajouté' },
} as const
export type Rang = keyof typeof RANGS

/** Why a dossier is closed. Source: S64 (« entièrement pris fin »), the others are proposals: each is rare and says what it is. */
export const MOTIFS = {
  cesse: { libelle: 'Cela a cessé, l’élève visé le dit' },
  apaise: { libelle: 'Plus rien n’est observé, l’élève visé ne veut ou ne peut pas le dire lui-même' },
  parti: { libelle: 'L’élève visé a quitté l’établissement, et quelqu’un le suit ailleurs' },
  autre_cadre: { libelle: 'La suite se passe ailleurs (justice, soin, protection de l’enfance)' },
} as const
export type Motif = keyof typeof MOTIFS
