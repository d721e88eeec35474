import { clock } from './clock.ts'
import { hasard } from './crypto.ts'

/** UUID version 7 (RFC 9562 § 5.7): sorts by time, 74 random bits. */
export function uuidv7(): string {
  const b = hasard(16)
  b.writeUIntBE(clock.now().getTime(), 0, 6)
  b[6] = (b[6]! & 0x0f) | 0x70
  b[8] = (b[8]! & 0x3f) | 0x80
  const h = b.toString('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}

export const estUuid = (texte: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(texte)
