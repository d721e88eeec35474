/** 23 letters, without I, O and Q: seven digits modulo 23 give the letter. */
const LETTRES = 'ABCDEFGHJKLMNPRSTUVWXYZ'

export const lettreUai = (chiffres: string): string => LETTRES[Number(chiffres) % 23]!

export type LectureUai = { uai: string } | { faute: string; probable?: string }

/**
 * Reads a school's number as people type it: lower case and spaces are forgiven. A wrong one gets a French reason and,
 * where there is one, the number that was probably meant.
 */
export function lireUai(texte: string): LectureUai {
  const lu = texte.replace(/\s/g, '').toUpperCase()
  const dit = `UAI « ${texte.trim()} »`
  if (lu === '') return { faute: 'UAI absent' }
  const forme = /^(?<chiffres>\d{4,7})(?<lettre>[A-Z])$/.exec(lu)?.groups
  if (forme === undefined) {
    if (/^\d{7}$/.test(lu)) return { faute: `${dit} : la lettre de contrôle manque`, probable: lu + lettreUai(lu) }
    return { faute: `${dit} : il faut sept chiffres et une lettre` }
  }
  const chiffres = forme.chiffres!.padStart(7, '0')
  const juste = chiffres + lettreUai(chiffres)
  if (lu === juste) return { uai: lu }
  if (lu.length < 8 && juste.endsWith(forme.lettre!))
    return { faute: `${dit} : il a perdu ses zéros de tête dans un tableur (${juste} ?)`, probable: juste }
  if (lu.length < 8) return { faute: `${dit} : il faut sept chiffres et une lettre` }
  return { faute: `${dit} : la lettre de contrôle est fausse (pour ${chiffres}, c’est ${juste.at(-1)})`, probable: juste }
}
