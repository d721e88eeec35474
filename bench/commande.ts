import { execFile } from 'node:child_process'

/** What `COMMAND --version` says; empty when there is no such command. */
export function existeCommande(nom: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  execFile(nom, ['--version'], (erreur, sortie) => resolve(erreur ? '' : sortie))
  return promise
}
