import type { CleAgent } from '../agents.ts'
import type { Ecole } from '../etablissements.ts'
import { ouvrirDossier, proteger } from '../gestes.dossier.ts'
import { entendre, evaluer, qualifier } from '../gestes.entretien.ts'
import type { Signalement } from '../gestes.ts'
import type { Champs, Scene } from '../scene.ts'
import { ilYA } from '../temps.ts'

export interface Debut {
  ecole: Ecole
  chef: CleAgent
  /** School days ago. */
  jours: number
  /** The report that opened it, when there is one. */
  depuis?: Signalement
  resume: string
  /** The target first. */
  personnes: readonly (readonly [nom: string, classe: string, role: string])[]
  protection: string
  mots: string
  raison: string
  /** What the grid and the qualification say, when it is not bullying. */
  grille?: Champs
  qualification?: string
}

const GRILLE: Champs = { repetition: 'souvent', duree: 'mois', desequilibre: 'non', graves: 'non' }

/** Protected, heard, judged and named: what comes before a treatment. */
export async function qualifie(s: Scene, d: Debut): Promise<string> {
  const { chef, jours, ecole, depuis } = d
  const numero = await ouvrirDossier(s, ilYA(jours, '08:30'), chef, {
    ...(depuis === undefined ? { ecole } : { depuis }),
    resume: d.resume,
    personnes: d.personnes,
  })
  await proteger(s, ilYA(jours, '09:10'), chef, numero, 'vigilance', d.protection, 'Les adultes de service')
  await entendre(s, ilYA(jours - 1, '10:00'), chef, numero, [d.personnes[0]![0], 'cible'], {
    duree: '15',
    faits: d.resume,
    mots: d.mots,
  })
  await evaluer(s, ilYA(jours - 1, '11:30'), chef, numero, d.grille ?? GRILLE)
  await qualifier(s, ilYA(jours - 1, '16:50'), chef, numero, d.qualification ?? 'harcelement', d.raison)
  return numero
}
