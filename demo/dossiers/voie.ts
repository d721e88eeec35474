import { avancer, composer, decider, engager, preoccuper } from '../gestes.pistes.ts'
import type { Champs, Scene } from '../scene.ts'
import { ilYA } from '../temps.ts'
import { qualifie, type Debut } from './debut.ts'

/** A track of a dossier: its steps day by day after the opening, then its decision. */
export interface Voie {
  methode: string
  pourquoi: string
  debut: number
  pas?: readonly (readonly [jours: number, etape: string, dit: Champs & { nom?: string }])[]
  fin?: readonly [jours: number, decision: 'changer' | 'finir', dit: Champs & { nom?: string }]
  engagement?: Champs
}

export const dit = (parole: string, mots: string, raison: string): Champs => ({ parole, mots, raison })

export async function suivreVoie(s: Scene, d: Debut, numero: string, v: Voie): Promise<void> {
  const a = (jours: number, heure: string): Date => ilYA(d.jours - jours, heure)
  const piste = await engager(s, a(v.debut, '17:05'), d.chef, numero, v.methode, v.pourquoi, v.engagement)
  if (v.methode === 'mpp') {
    const eleves = d.personnes.map(([nom]) => nom)
    const cible = await composer(s, a(v.debut, '17:15'), d.chef, numero, 'cible', { nom: 'Mme Bastide', fonction: 'infirmière' })
    const groupe = await composer(s, a(v.debut, '17:20'), d.chef, numero, 'groupe', { nom: 'M. Estève', fonction: 'enseignant' })
    await preoccuper(s, a(v.debut + 1, '10:00'), d.chef, numero, [eleves[0]!, cible], { constat: 'pareil', mots: '« Rien. »' })
    await preoccuper(s, a(v.debut + 1, '10:10'), d.chef, numero, [eleves[1]!, groupe], {
      constat: 'suggestion',
      mots: '« Je peux l’attendre. »',
    })
  }
  for (const [jours, etape, quoi] of v.pas ?? []) await avancer(s, a(jours, '16:30'), d.chef, numero, piste, etape, quoi)
  if (v.fin !== undefined) await decider(s, a(v.fin[0], '16:45'), d.chef, numero, piste, v.fin[1], v.fin[2])
}

export async function conter(s: Scene, d: Debut, voies: readonly Voie[]): Promise<string> {
  const numero = await qualifie(s, d)
  for (const v of voies) await suivreVoie(s, d, numero, v)
  return numero
}
