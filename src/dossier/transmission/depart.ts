import type { Envoi } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import type { Dossier } from '../dossier.ts'
import { DESTINATAIRES, type CodeDestinataire, type SansRelecture } from './transmission.mots.ts'

/** Something presses in this dossier: an urgency that is not lifted (but that an adult is named), or a grid that says a danger. */
const presse = (o: Dossier): boolean =>
  o.d.urgences.some((u) => u !== 'adulte_mis_en_cause') || !o.situation.acquis.has('sans_danger')

/**
 * When the second reader of this transmission reads: `jamais` when nothing of ours leaves, `attend` before, else the reason why it leaves
 * at once. What presses never waits. Proposition.
 */
export type Regime = 'jamais' | 'attend' | Extract<SansRelecture, 'urgence' | 'academie'>
export function regimeDe(o: Dossier, code: CodeDestinataire, gravite: number | null = null): Regime {
  const { relecture } = DESTINATAIRES[code]
  if (relecture === 'jamais' || gravite === 1) return 'jamais'
  if (relecture === 'apres' || presse(o)) return 'urgence'
  return o.reglages.variante('relecture_transmission') === 'apres' ? 'academie' : 'attend'
}

/** What whoever sends may say against waiting. */
export const DEPARTS = {
  relecture: { libelle: 'Une autre personne la relit, puis elle part' },
  danger: { libelle: 'Un enfant est en danger maintenant : elle part tout de suite' },
  seul: { libelle: 'Personne d’autre n’est joignable : elle part tout de suite' },
} as const

export interface Depart {
  /** Null: it waits for its second reader. */
  sansRelecture: SansRelecture | null
  /** Who was tried, when nobody can be reached. */
  raison: string
}

/** Why it leaves without being read, as the form says it. @throws Incomplet */
export function lireDepart(envoi: Envoi, choix: Readonly<Partial<Record<keyof typeof DEPARTS, unknown>>>): Depart {
  const vide = 'Dites si une autre personne la relit avant, ou pourquoi elle ne peut pas attendre.'
  const dit = parmi(envoi, 'depart', choix as typeof DEPARTS, vide)
  if (dit !== 'seul') return { sansRelecture: dit === 'danger' ? 'danger' : null, raison: '' }
  return { sansRelecture: 'seul', raison: texte(envoi, 'depart_raison', 2000, 'Écrivez qui vous avez essayé de joindre.') }
}
