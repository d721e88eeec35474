import { ROLES, type CodeRole } from '#annuaire'

/** The first line of a generated page. */
export const AVERTISSEMENT = '<!-- Engendré par « preau docs ». Ne pas modifier à la main. -->'
export const page = (...parties: string[]): string =>
  `${parties.join('\n\n')}\n`.replace(/ (?=[:;!?»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0')
export const tableau = (entetes: string[], lignes: string[][]): string =>
  [entetes, entetes.map(() => '---'), ...lignes]
    .map((l) => `| ${l.map((x) => x.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
export const liste = (mots: readonly string[]): string => (mots.length === 0 ? 'aucune' : mots.join(', '))
export const libelle = (r: CodeRole): string => ROLES[r].libelle
