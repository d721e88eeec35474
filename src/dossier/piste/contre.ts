/**
 * What speaks against asking pupils to mend what they did: the facts go another way, and the words of a child must not be
 * contaminated before the police or the gendarmerie hears them (S26, S68, S69; the list itself is a « proposition »).
 */
export const CONTRE = {
  violences_sexuelles: { libelle: 'Violences ou gestes sexuels' },
  violence_grave: { libelle: 'Violence physique grave' },
  arme: { libelle: 'Arme ou objet dangereux' },
  extorsion: { libelle: 'Argent ou objets exigés' },
  haine: { libelle: 'Infraction haineuse (origine, religion, orientation, handicap…)' },
  images_intimes: { libelle: 'Images intimes' },
  suicide: { libelle: 'Risque suicidaire' },
  procedure: { libelle: 'Procédure judiciaire en cours' },
  auteur_adulte: { libelle: 'L’auteur présumé est un adulte' },
} as const
export type Contre = keyof typeof CONTRE

export interface Lu {
  /** Reasons that the dossier came first. */
  urgences: readonly string[]
  /** What the attached reports tell. */
  quoi: readonly string[]
  roles: readonly { personne: string; role: string; au: string | null }[]
  /** Methods of the tracks that are running. */
  enCours: readonly string[]
}

const URGENCE: Readonly<Record<string, Contre>> = {
  violence_sexuelle: 'violences_sexuelles',
  arme: 'arme',
  images_intimes: 'images_intimes',
  suicide: 'suicide',
  adulte_mis_en_cause: 'auteur_adulte',
}
const QUOI: Readonly<Record<string, Contre>> = {
  gestes: 'violences_sexuelles',
  arme: 'arme',
  argent: 'extorsion',
  images: 'images_intimes',
  envie_mourir: 'suicide',
}

type Roles = Lu['roles']

/** A professional of the school among the presumed authors: not a matter between pupils. */
export function adulteEnCause(roles: Roles): boolean {
  const vivants = roles.filter((r) => r.au === null)
  const adultes = new Set(vivants.filter((r) => r.role === 'professionnel').map((r) => r.personne))
  return vivants.some((r) => r.role === 'auteur_presume' && adultes.has(r.personne))
}

/** What the dossier itself already says: ticked on the form. */
export function contreDe(l: Lu): Contre[] {
  const dits = new Set<Contre>()
  for (const u of l.urgences) if (URGENCE[u] !== undefined) dits.add(URGENCE[u])
  for (const q of l.quoi) if (QUOI[q] !== undefined) dits.add(QUOI[q])
  if (adulteEnCause(l.roles) || l.enCours.includes('adulte')) dits.add('auteur_adulte')
  if (l.enCours.includes('judiciaire')) dits.add('procedure')
  return (Object.keys(CONTRE) as Contre[]).filter((c) => dits.has(c))
}

/**
 * What counts: what is ticked, and what the dossier says even when its box is not. Only the adult may be set aside, when it comes
 * from what a reporter said and not from the people of the dossier.
 */
export function retenus(l: Lu, coches: readonly Contre[]): { contre: Contre[]; ecarte: boolean } {
  const dits = contreDe(l)
  const force = dits.filter((c) => c !== 'auteur_adulte' || adulteEnCause(l.roles))
  const tous = new Set([...coches, ...force])
  return {
    contre: (Object.keys(CONTRE) as Contre[]).filter((c) => tous.has(c)),
    ecarte: dits.some((c) => !tous.has(c)),
  }
}
