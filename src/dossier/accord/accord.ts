import type { Envoi } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { ACCORDS, RAISONS, type Raison, type Reponse } from './accord.mots.ts'

/** What was answered; `non_dit`: before it was asked. */
export interface Accord {
  famille: Reponse | 'non_dit'
  motif: Raison | null
  mots: string
}

/** The fields of one form among those of a page. */
export const champsDe = (pour: string) => ({
  famille: `famille_${pour}`,
  motif: `famille_${pour}_motif`,
  mots: `famille_${pour}_mots`,
})

/** @throws Incomplet when nothing is said, or no reason where one is due. */
export function lireAccord(envoi: Envoi, pour: string): Accord & { famille: Reponse } {
  const nom = champsDe(pour)
  const famille = parmi(envoi, nom.famille, ACCORDS, 'Dites si la famille le sait, et ce qu’elle en dit.')
  if (!ACCORDS[famille].raison) return { famille, motif: null, mots: texte(envoi, nom.mots, 1000) }
  const motif = parmi(envoi, nom.motif, RAISONS, 'Choisissez pourquoi il faut le faire quand même.')
  return { famille, motif, mots: texte(envoi, nom.mots, 1000, motif === 'autre' ? 'Écrivez pourquoi.' : undefined) }
}

/** Choices only, for the fact. */
export const accordDuFait = ({ famille, motif }: Accord) => ({ famille, ...(motif !== null && { famille_motif: motif }) })
