import { un, type Envoi } from '../envoi.ts'
import type { Erreur } from '../declaration/declaration.form.ts'
import { estJour } from '../quand.ts'
import { niveauxDus, type Nombres } from './heures.ts'

export interface SaisieProgramme {
  version: string
  /** Level → what was typed. */
  effectifs: Readonly<Record<string, string>>
  ambassadeurs: string
  parents: string
  charte_le: string
}

export const champEffectif = (niveau: string): string => `eleves_${niveau}`

export const lireProgramme = (envoi: Envoi, type: string): SaisieProgramme => ({
  version: un(envoi, 'version'),
  effectifs: Object.fromEntries(niveauxDus(type).map((n) => [n, un(envoi, champEffectif(n))])),
  ambassadeurs: un(envoi, 'ambassadeurs'),
  parents: un(envoi, 'parents'),
  charte_le: un(envoi, 'charte_le'),
})

const nombre = (t: string): boolean => t === '' || (/^\d{1,4}$/.test(t) && Number(t) <= 2000)

export function fautesProgramme(s: SaisieProgramme, aujourdhui: string): Erreur[] {
  const regles: [string, boolean, string][] = [
    ...Object.entries(s.effectifs).map(([n, t]): [string, boolean, string] => [
      champEffectif(n),
      nombre(t),
      'Écrivez un nombre d’élèves, comme 120.',
    ]),
    ['ambassadeurs', nombre(s.ambassadeurs), 'Écrivez un nombre, comme 12. Aucun nom.'],
    ['parents', nombre(s.parents), 'Écrivez un nombre, comme 3. Aucun nom.'],
    ['charte_le', s.charte_le === '' || estJour(s.charte_le), 'Cette date n’existe pas.'],
    ['charte_le', s.charte_le <= aujourdhui, 'La charte se déclare une fois signée.'],
  ]
  return regles.filter(([, vraie]) => !vraie).map(([champ, , message]) => ({ champ, message }))
}

const compte = (t: string): number | null => (t === '' ? null : Number(t))
export const valeursDe = (
  s: SaisieProgramme,
): { effectifs: Nombres; ambassadeurs: number | null; parents: number | null; charteLe: string | null } => ({
  effectifs: Object.fromEntries(
    Object.entries(s.effectifs).flatMap(([n, t]) => (t === '' || Number(t) === 0 ? [] : [[n, Number(t)]])),
  ),
  ambassadeurs: compte(s.ambassadeurs),
  parents: compte(s.parents),
  charteLe: s.charte_le === '' ? null : s.charte_le,
})
