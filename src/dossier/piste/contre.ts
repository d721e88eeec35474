import { jour } from '#signalement'

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
  /** How the situation is named today. */
  qualification: string | null
  /** What each grid ticked, oldest first. */
  grilles: readonly { contre: readonly string[]; le: Date }[]
}

export const CONTRE_URGENCE: Readonly<Record<string, Contre>> = {
  violence_sexuelle: 'violences_sexuelles',
  arme: 'arme',
  images_intimes: 'images_intimes',
  suicide: 'suicide',
  adulte_mis_en_cause: 'auteur_adulte',
}
export const CONTRE_QUALIFIEE: Readonly<Record<string, Contre>> = {
  violences_sexuelles: 'violences_sexuelles',
  discrimination: 'haine',
  adulte: 'auteur_adulte',
}
const QUOI: Readonly<Record<string, Contre>> = {
  gestes: 'violences_sexuelles',
  arme: 'arme',
  argent: 'extorsion',
  images: 'images_intimes',
  envie_mourir: 'suicide',
}

/** What a report says of it, by itself. */
export const contreDits = (quoi: readonly string[]): Contre[] => quoi.flatMap((q) => QUOI[q] ?? [])

type Roles = Lu['roles']

/** A professional of the school among the presumed authors: not a matter between pupils. */
export function adulteEnCause(roles: Roles): boolean {
  const vivants = roles.filter((r) => r.au === null)
  const adultes = new Set(vivants.filter((r) => r.role === 'professionnel').map((r) => r.personne))
  return vivants.some((r) => r.role === 'auteur_presume' && adultes.has(r.personne))
}

/** What the dossier itself already says, and where: ticked on the form, with its sources in words. */
export function sourcesDe(l: Lu): Map<Contre, string[]> {
  const dits: (readonly [Contre | undefined, string])[] = [
    ...l.urgences.map((u) => [CONTRE_URGENCE[u], 'une urgence du dossier'] as const),
    ...l.quoi.map((q) => [QUOI[q], 'un signalement'] as const),
    ...(adulteEnCause(l.roles) ? [['auteur_adulte', 'les personnes du dossier'] as const] : []),
    ...(l.enCours.includes('adulte') ? [['auteur_adulte', 'une piste en cours'] as const] : []),
    ...(l.enCours.includes('judiciaire') ? [['procedure', 'une piste en cours'] as const] : []),
    [l.qualification === null ? undefined : CONTRE_QUALIFIEE[l.qualification], 'la qualification'],
    ...l.grilles.flatMap((g) => g.contre.map((c) => [c as Contre, `la grille du ${jour(g.le)}`] as const)),
  ]
  const sources = new Map<Contre, string[]>()
  for (const c of Object.keys(CONTRE) as Contre[]) {
    const ou = [...new Set(dits.filter(([dit]) => dit === c).map(([, ou]) => ou))]
    if (ou.length > 0) sources.set(c, ou)
  }
  return sources
}

export const contreDe = (l: Lu): Contre[] => [...sourcesDe(l).keys()]

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
