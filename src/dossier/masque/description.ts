import { COURANTS, PARTICULES, PRENOMS_COURANTS } from './mots.ts'
import { atomes, plier } from './noms.ts'

const DEBUTS: ReadonlySet<string> = new Set(
  `un une le la les l des deux trois quatre cinq six plusieurs certains certaines autre autres ancien ancienne mere pere maman papa
  soeur frere groupe eleve eleves ami amie camarade camarades`.split(/\s+/),
)

/** Somebody noted by what one knows of them: « la mère d’Apolline », « deux élèves de CM2 », « le compte ». */
export function estDescription(nom: string): boolean {
  const mots = nom.match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? []
  return DEBUTS.has(plier(mots[0] ?? '')) && mots.some((m) => m.length >= 3 && m === m.toLowerCase() && COURANTS.has(plier(m)))
}

const nomme = (a: string): boolean =>
  a.length > 1 && !/\d/.test(a) && !PARTICULES.has(a) && (!COURANTS.has(a) || PRENOMS_COURANTS.has(a))

/**
 * What of these names names this person: of a description, neither its words of the language nor the names of others that it says.
 * `autres`: the atoms of every name that is no description. Without it, « on se moque d’Apolline » named her mother.
 */
export const nomsPropres = (noms: readonly string[], autres: ReadonlySet<string>): string[] =>
  noms.flatMap((n) => {
    if (!estDescription(n)) return [n]
    const propres = atomes(n).filter((a) => nomme(a) && !autres.has(a))
    return propres.length === 0 ? [] : [propres.join(' ')]
  })
