import { createHash } from 'node:crypto'
import { clock } from './clock.ts'
import { hasard } from './crypto.ts'

let milliseconde = -1
let rang = 0

/** UUID version 7 (RFC 9562 § 5.7): sorts by time, then in the order it was made by this process (§ 6.2, method 1); 62 random bits. */
export function uuidv7(): string {
  const b = hasard(16)
  const maintenant = clock.now().getTime()
  rang = maintenant === milliseconde ? rang + 1 : 0
  milliseconde = maintenant
  // More than 4 096 in one millisecond borrow from the next one.
  b.writeUIntBE(maintenant + (rang >> 12), 0, 6)
  b.writeUInt16BE(0x7000 | (rang & 0xfff), 6)
  b[8] = (b[8]! & 0x3f) | 0x80
  const h = b.toString('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}

export const estUuid = (texte: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(texte)

/** A UUID (RFC 9562, version 8) that the same words always give: what is sent again is then the same thing. */
export function uuidDe(...mots: readonly string[]): string {
  const h = createHash('sha256').update(mots.join('\n')).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
}
