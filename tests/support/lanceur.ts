import { fileURLToPath } from 'node:url'

/** The real launcher. */
export const LANCEUR = fileURLToPath(new URL('../../bin/preau.mjs', import.meta.url))

/** The environment of somebody who has set nothing: where programs are found, and what Node compiled for the files before. */
export const NU: Readonly<Record<string, string>> = Object.fromEntries(
  ['PATH', 'NODE_COMPILE_CACHE'].flatMap((nom) => (process.env[nom] === undefined ? [] : [[nom, process.env[nom]]])),
)
