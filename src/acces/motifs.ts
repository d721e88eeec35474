/**
 * Why somebody who has no part in a dossier reads it: a choice, written with each of their readings. Proposition: the field asks that a
 * référent sees the situations handed to them (situations, § 5.1), and has no list of reasons to see another.
 */
export const MOTIFS_LECTURE = {
  appui: { libelle: 'Préparer un appui' },
  prevenu: { libelle: 'J’ai été prévenu : danger, retard, relecture' },
  remplacement: { libelle: 'Remplacer un collègue' },
  revue: { libelle: 'La revue des situations' },
  demande: { libelle: 'Mon responsable me le demande' },
  autre: { libelle: 'Autre chose' },
} as const
export type MotifLecture = keyof typeof MOTIFS_LECTURE

const DITS: Readonly<Record<string, { libelle: string }>> = {
  ...MOTIFS_LECTURE,
  suite: { libelle: 'Y avait affaire quelques heures plus tôt' },
}
/** As it is read in a log; empty for a reader who has a part in it. */
export const motifDit = (code: string | null): string => (code === null ? '' : (DITS[code]?.libelle ?? code))
