/** Why a dossier was opened in an emergency: a choice, so that no narrative lies outside the dossier's key. Proposition. */
export const MOTIFS_SECOURS = {
  danger: { libelle: 'Un enfant est en danger maintenant' },
  injoignable: { libelle: 'Cela n’attend pas, et personne qui voit ce dossier ne répond' },
  arrive: { libelle: 'L’élève est chez nous, et il faut savoir de quoi le protéger' },
} as const
export type MotifSecours = keyof typeof MOTIFS_SECOURS

/** What the level above says of it afterwards. */
export const AVIS_SECOURS = {
  justifie: { libelle: 'Justifié' },
  pas_justifie: { libelle: 'Pas justifié' },
} as const

/** As the grant keeps it. */
export const PREFIXE = 'urgence_'

/** Is this access one of an emergency, and not one that somebody handed over? */
export const estSecours = (x: { motif: string }): boolean => x.motif.startsWith(PREFIXE)
