/**
 * What the family of the target, and the child in words for their age, know of a share and say of it. The legal basis of sharing inside
 * the institution is its mission, not consent (situations, § 6.5; art. 6(1)(e)): a missing agreement stops nothing, it is said, with why.
 * These words are the only ones of the house: what the law asks of a CRIP or of a shared secret is a part of them.
 */
export const ACCORDS = {
  accord: { libelle: 'La famille, et l’enfant selon son âge, sont d’accord', court: 'la famille est d’accord', raison: false },
  informee: {
    libelle: 'La famille, et l’enfant selon son âge, en sont informés',
    court: 'la famille en est informée',
    raison: false,
  },
  refus: {
    libelle: 'La famille, ou l’enfant, n’est pas d’accord, et il faut le faire quand même',
    court: 'sans l’accord de la famille, avec une raison',
    raison: true,
  },
  non_demande: { libelle: 'La famille ne le sait pas', court: 'la famille ne le sait pas, avec une raison', raison: true },
} as const
export type Reponse = keyof typeof ACCORDS

/** Why it is done all the same. Proposition: the field gives the second one (L226-2-1 and L226-2-2 CASF), the others are ours. */
export const RAISONS = {
  danger: { libelle: 'Un danger : cela n’attend pas' },
  contraire: { libelle: 'Les informer serait contraire à l’intérêt de l’enfant' },
  injoignable: { libelle: 'La famille n’a pas pu être jointe' },
  enfant: { libelle: 'L’enfant demande que sa famille ne le sache pas encore' },
  conseil: { libelle: 'Un avis est demandé avant de parler à la famille' },
  autre: { libelle: 'Une autre raison, écrite ci-dessous' },
} as const
export type Raison = keyof typeof RAISONS

/** Sharing a part of a sealed note (L226-2-2 CASF). */
export const FAMILLE = { informee: ACCORDS.informee, contraire: RAISONS.contraire } as const

/** A CRIP (L226-2-1 CASF) or the 3018: the parents first, unless it is against the interest of the child. */
export const PARENTS = {
  avant: { libelle: 'Les parents ont été prévenus avant' },
  contraire: { libelle: 'Les prévenir serait contraire à l’intérêt de l’enfant' },
} as const

/** For one row of history; nothing for what was done before it was asked. */
export const accordEnBref = (code: unknown): string => {
  const dit = ACCORDS[code as Reponse]
  return dit === undefined ? '' : ` ; ${dit.court}`
}
