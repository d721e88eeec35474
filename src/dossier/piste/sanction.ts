import type { Envoi } from '../agir.ts'
import { parmi } from '../champs.ts'
import { Incomplet, type Dossier } from '../dossier.ts'
import { SANCTIONS, type Sanction } from './methodes.ts'
import type { Piste, Traitement } from './piste.ts'

export interface SanctionDite {
  sanction: Sanction | null
  quantite: number | null
  sursis: boolean
  personne: string | null
}
const SANS: SanctionDite = { sanction: null, quantite: null, sursis: false, personne: null }

const faux = (champ: string, message: string): never => {
  throw new Incomplet({ champ, message })
}

const passee = (t: Traitement, p: Piste, personne: string, ...etapes: string[]): boolean =>
  t.etapes.some((e) => e.piste === p.id && e.personne === personne && etapes.includes(e.etape))

/** Hours or days within the bound of R511-13; nothing for the others. */
function quantiteDe(sanction: Sanction, envoi: Envoi): number | null {
  const { max, unite } = SANCTIONS[sanction]
  if (max === 0) return null
  const n = Number(envoi.quantite ?? '')
  return Number.isInteger(n) && n >= 1 && n <= max ? n : faux('quantite', `Écrivez la durée en ${unite}, de 1 à ${max}.`)
}

/**
 * A sanction is a choice, « aucune » among them. It comes after the pupil was heard (S62), never from somebody who led the talks
 * of the shared concern (S64), and only a disciplinary board excludes for good (R511-14).
 */
export function sanctionDe(o: Dossier, t: Traitement, p: Piste, envoi: Envoi): SanctionDite {
  if (p.methode !== 'disciplinaire' || (envoi.sanction ?? '') === '') return SANS
  const sanction = parmi(envoi, 'sanction', SANCTIONS, 'Choisissez la sanction, ou « pas de sanction ».')
  const personne =
    t.eleves.find((e) => e.id === envoi.sanctionne)?.id ?? faux('sanctionne', 'Choisissez l’élève que cela concerne.')
  if (!passee(t, p, personne, 'audition', 'conseil'))
    faux('sanction', 'Entendez d’abord cet élève avec ses responsables : sans cela, aucune sanction n’est possible.')
  if (sanction === 'exclusion_definitive' && !passee(t, p, personne, 'conseil'))
    faux('sanction', 'Seul le conseil de discipline prononce une exclusion définitive : notez d’abord sa réunion.')
  if (sanction === 'reglement_interieur' && !t.prive)
    faux('sanction', 'Dans un établissement public, les sanctions sont celles de l’article R511-13.')
  if (sanction !== 'aucune' && t.intervenants.some((i) => i.agent === o.moi.agent))
    faux('sanction', 'Vous êtes de l’équipe de la préoccupation partagée : la sanction revient à quelqu’un d’autre.')
  return { sanction, quantite: quantiteDe(sanction, envoi), sursis: envoi.sursis === 'oui', personne }
}

/** Every pupil for whom a procedure was begun has its answer before the track ends. */
export function sansReponse(t: Traitement, p: Piste, avec: SanctionDite): string[] {
  const repondus = new Set([
    ...t.decisions.filter((d) => d.piste === p.id && d.sanction !== null).map((d) => d.personne),
    avec.personne,
  ])
  return [...new Set(t.etapes.filter((e) => e.piste === p.id && e.etape === 'ouverture').map((e) => e.personne!))].filter(
    (x) => !repondus.has(x),
  )
}
