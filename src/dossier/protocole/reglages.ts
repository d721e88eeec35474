import { DELAIS, type CodeDelai } from './delais.ts'
import { VARIANTES, type Choix, type CodeVariante } from './variantes.ts'

/** What this académie settled: the latest value of each code, else the one of the published protocol. */
export interface ReglagesAcad {
  /** In the unit of the clock (DELAIS). */
  delai(code: CodeDelai): number
  variante<C extends CodeVariante>(code: C): Choix<C>
  /** Codes that differ from the published protocol, with the reason: shown on each dossier. */
  locaux: readonly { code: string; raison: string }[]
}

/** `lignes`: the latest row of each code. A value out of its bounds is not followed. */
export function reglagesDe(lignes: readonly { code: string; valeur: string; raison: string }[]): ReglagesAcad {
  const dits = new Map(lignes.map((l) => [l.code, l]))
  const delai = (code: CodeDelai): number => {
    const { valeur, min, max } = DELAIS[code]
    const dit = Number(dits.get(`delai.${code}`)?.valeur ?? Number.NaN)
    return Number.isInteger(dit) && dit >= min && dit <= max ? dit : valeur
  }
  const variante = <C extends CodeVariante>(code: C): Choix<C> => {
    const choix: Record<string, string> = VARIANTES[code].choix
    const dit = dits.get(`variante.${code}`)?.valeur
    return (dit !== undefined && Object.hasOwn(choix, dit) ? dit : Object.keys(choix)[0]!) as Choix<C>
  }
  const change = (code: string, valeur: string): boolean =>
    code.startsWith('variante.')
      ? valeur !== Object.keys(VARIANTES[code.slice(9) as CodeVariante]?.choix ?? {})[0]
      : Number(valeur) !== DELAIS[code.slice(6) as CodeDelai]?.valeur
  return {
    delai,
    variante,
    locaux: lignes.filter((l) => change(l.code, l.valeur)).map(({ code, raison }) => ({ code, raison })),
  }
}
