import type { Langue } from '#ui'
import { registreDe, textes, type Registre } from '../textes/index.ts'
import type { Contenu } from '../contenu.ts'
import type { MonSignalementRow } from '../suivi/suivi.sql.ts'
import { REPONSES_VIDES, type Reponses } from './brouillon.ts'
import type { Etape } from './depot.form.ts'

/** One answer in the words of its reader; `valeur` is empty when nothing was answered. */
export interface Dite {
  terme: string
  valeur: string
  etape: Etape
}

const precision = (r: Reponses): string =>
  [r.mail, r.adulte]
    .filter((x) => x !== '')
    .map((x) => ` (${x})`)
    .join('')

const un = (code: string, libelles: Record<string, string>): string => libelles[code] ?? ''
const liste = (codes: readonly string[], libelles: Record<string, string>): string =>
  codes
    .map((c) => libelles[c])
    .filter(Boolean)
    .join(' · ')

interface Autour {
  /** As they are to be read; '' says nothing of them. */
  ecole: string
  images: string
  /** Whose words; those of whoever tells, unless said. */
  registre?: Registre
}

/** All the answers, in the order of the screens: always as many. */
export function reponsesDites(
  langue: Langue,
  r: Reponses,
  { ecole, images, registre = registreDe(r.declarant) }: Autour,
): Dite[] {
  const t = textes(langue, registre)
  const l = t.resume.lignes
  const lignes: [string, string, Etape][] = [
    [l.danger, r.danger === '' ? '' : t.danger[r.danger], 'danger'],
    [l.qui, un(r.declarant, t.qui.options), 'qui'],
    [l.ecole, ecole, 'ecole'],
    [l.quoi, liste(r.quoi, t.quoi.options), 'quoi'],
    [l.recit, r.recit, 'quoi'],
    [l.quand, un(r.depuis, t.quand.depuis), 'quand'],
    [l.frequence, un(r.frequence, t.quand.frequence), 'quand'],
    [l.ou, liste(r.lieux, t.ou.options), 'ou'],
    [l.personnes, un(r.auteurs, t.personnes.options), 'personnes'],
    [l.noms, r.noms, 'personnes'],
    [l.cible, r.cible, 'personnes'],
    [l.aide, liste(r.informes, t.aide.options), 'aide'],
    [l.essais, r.essais, 'aide'],
    [l.souhait, r.souhait, 'aide'],
    [l.reponse, `${un(r.contact, t.reponse.options)}${precision(r)}`, 'reponse'],
    [l.images, images, 'reponse'],
  ]
  return lignes.map(([terme, valeur, etape]) => ({ terme, valeur, etape }))
}

/** What was sent, as the form held it; but how to be answered, which is kept elsewhere. */
export const reponsesDe = (s: MonSignalementRow, c: Contenu): Reponses => ({
  ...REPONSES_VIDES,
  danger: (s.danger ?? '') as Reponses['danger'],
  declarant: (s.declarant === 'inconnu' ? '' : s.declarant) as Reponses['declarant'],
  etab: s.etab,
  quoi: s.quoi,
  depuis: s.depuis ?? '',
  frequence: s.frequence ?? '',
  lieux: s.lieux,
  auteurs: s.auteurs ?? '',
  informes: s.informes,
  recit: c.recit,
  cible: c.cible,
  noms: c.auteurs,
  essais: c.essais,
  souhait: c.souhait,
  adulte: c.adulte,
})
