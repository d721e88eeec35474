import type { Bureau } from './bureau.ts'

/** What is awaited of this support, and of whom. */
export function etatVisite(v: Bureau['visites'][number], moi: string): string {
  if (v.repondant === moi) return `demandé par ${v.prenom} ${v.nom}`
  if (v.etat === 'fait')
    return v.demande_par === moi ? 'à vous de dire si c’est fini' : `${v.prenom} ${v.nom} est parti : dites si c’est fini`
  if (v.etat === 'demande') return v.demande_par === moi ? 'votre demande attend une réponse' : 'attend une réponse'
  return `${v.r_prenom} ${v.r_nom} s’en chargeait : ${v.demande_par === moi ? 'à lui demander' : 'à reprendre, ou à lui demander'}`
}
