import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * A folder and those above it, open to its owner alone. One at a time: asked for the whole way at once, Node asks for ever where
 * nothing can be made and nothing says why (/proc).
 */
export function faireDossier(dossier: string): void {
  if (existsSync(dossier)) return
  if (dirname(dossier) !== dossier) faireDossier(dirname(dossier))
  try {
    mkdirSync(dossier, { mode: 0o700 })
  } catch (cause) {
    // Somebody else has just made it.
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  }
}
