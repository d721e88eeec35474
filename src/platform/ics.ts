import { sansControles } from './signes.ts'

/** A text of RFC 5545 § 3.3.11; a line end of any kind is one, and never that of the file. */
export const echapperIcs = (texte: string): string =>
  sansControles(texte)
    .replace(/[\\;,]/g, (s) => `\\${s}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
export const instantIcs = (d: Date): string => d.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** 75 octets a line at most, and never in the middle of a letter (RFC 5545 § 3.1). */
function plier(ligne: string): string {
  const lignes: string[] = []
  let courante = ''
  for (const signe of ligne) {
    if (Buffer.byteLength(courante + signe) > 75) {
      lignes.push(courante)
      courante = ' '
    }
    courante += signe
  }
  return [...lignes, courante].join('\r\n')
}

/** A calendar of RFC 5545; `lignes` are those of its events, already escaped. */
export function enIcalendar(produit: string, lignes: readonly string[]): string {
  const toutes = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Preau//${produit}//FR`, ...lignes, 'END:VCALENDAR']
  return `${toutes.map(plier).join('\r\n')}\r\n`
}
