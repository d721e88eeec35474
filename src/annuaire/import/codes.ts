import { lireUai } from '../uai.ts'

/** One line that does not go in: the reason, and the school that it was about where that can be told. */
export class LigneRefusee extends Error {
  readonly etab: string | undefined
  constructor(motif: string, etab?: string) {
    super(motif)
    this.etab = etab
  }
}

/** `2,17E+13` or `31.0`: a spreadsheet has taken the code for a number, and its digits can no longer be trusted. */
export function code(nom: string, texte: string): string {
  if (/^\d+([.,]\d+)?E[+-]?\d+$/i.test(texte))
    throw new LigneRefusee(`${nom} « ${texte} » : nombre abîmé par un tableur (notation scientifique)`)
  if (/^\d+[.,]\d+$/.test(texte)) throw new LigneRefusee(`${nom} « ${texte} » : nombre abîmé par un tableur (décimales)`)
  return texte
}

/** `031`, `31`, `9`, `2a`: three characters, or null when it is no such thing. */
export function departement(texte: string): string | null {
  const lu = code('département', texte).toUpperCase()
  return /^(\d{1,3}|0?2[AB])$/.test(lu) ? lu.padStart(3, '0') : null
}

/** Two characters: `16`, `1` is `01`. */
export const academie = (texte: string): string => code('académie', texte).padStart(2, '0')

/** Postal codes and codes of communes: a lost leading zero can only have been a zero. */
export const cinqChiffres = (nom: string, texte: string): string =>
  /^\d{4}$/.test(code(nom, texte)) ? texte.padStart(5, '0') : texte

export function uai(texte: string): string {
  const lu = lireUai(code('UAI', texte))
  if ('uai' in lu) return lu.uai
  throw new LigneRefusee(lu.faute, lu.probable)
}

export function circonscription(texte: string): string {
  const lu = lireUai(code('circonscription', texte))
  if ('uai' in lu) return lu.uai
  throw new LigneRefusee(`circonscription, ${lu.faute}`)
}
