import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const COMPRIMABLE = /^(?:text\/|application\/(?:atom\+)?xml)/
/** Below, it fits in one packet anyhow. */
const TROP_PETIT = 1_200

const FORMES = {
  br: (corps: Buffer): Buffer =>
    brotliCompressSync(corps, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: corps.length },
    }),
  gzip: (corps: Buffer): Buffer => gzipSync(corps),
}
export type Codage = keyof typeof FORMES

/** Named, and not with a weight of nothing. */
const nomme = (codage: Codage): RegExp => new RegExp(`\\b${codage}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`)
const PREFERES: readonly (readonly [Codage, RegExp])[] = [
  ['br', nomme('br')],
  ['gzip', nomme('gzip')],
]

/** The best form that this reader takes, or null: as it is. `accepte`: its Accept-Encoding. */
export const codageDe = (accepte: string): Codage | null => PREFERES.find(([, motif]) => motif.test(accepte))?.[0] ?? null

/** Each body is compressed once, when somebody first asks for it so. */
const comprimes = new WeakMap<Buffer, Partial<Record<Codage, Buffer>>>()

/**
 * A body as this reader takes it, with the headers that say so. For what is public and holds no secret: the size of a
 * compressed answer tells something of what is in it.
 */
export function selonLecteur(
  { corps, type }: { corps: Buffer; type: string },
  accepte: string,
): { corps: Buffer; entetes: Record<string, string>; codage: Codage | null } {
  if (corps.length < TROP_PETIT || !COMPRIMABLE.test(type)) return { corps, entetes: {}, codage: null }
  const codage = codageDe(accepte)
  if (codage === null) return { corps, entetes: { Vary: 'Accept-Encoding' }, codage: null }
  const deja = comprimes.get(corps) ?? {}
  comprimes.set(corps, deja)
  const comprime = (deja[codage] ??= FORMES[codage](corps))
  return { corps: comprime, entetes: { Vary: 'Accept-Encoding', 'Content-Encoding': codage }, codage }
}
