import { transaction, type Maison } from '#platform'
import { verifierChaines } from './verifier.ts'
import * as sql from './verifier.sql.ts'

/** What a receipt is of: when that report came; and whether its chain, and the anchors that vouch for it, still follow. */
export interface RecuVerifie {
  acad: string
  le: Date
  intact: boolean
}

/** 64 hexadecimal digits, however they were grouped; null when they are something else. */
export function lireEmpreinte(saisie: string): string | null {
  const hexa = saisie.replaceAll(/[\s.:-]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(hexa) ? hexa : null
}

/** Null when no report ever had this fingerprint. */
export async function verifierRecu(m: Maison, empreinte: string): Promise<RecuVerifie | null> {
  const fait = await transaction(m.base, 'job', {}, (db) => db.maybe(sql.faitDUnRecu, { empreinte }))
  if (fait === null) return null
  const { constats } = await verifierChaines(m)
  return { acad: fait.acad, le: fait.le, intact: constats.every((c) => c.fil !== null && c.fil !== fait.fil) }
}
