import { createServer } from 'node:net'
import { Empechement } from '../src/platform/config.ts'

/** Refuses before anything is set up when the address cannot be listened on. */
export async function verifierPort(hote: string, port: number) {
  const code = await essayer(hote, port)
  if (code === undefined) return
  if (code === 'EADDRINUSE')
    throw new Empechement(
      `Le port ${port} est déjà pris : arrêtez l’autre programme, ou prenez un autre port, par exemple PORT=${await portVoisin(hote, port)}.`,
    )
  if (code === 'EACCES')
    throw new Empechement(`Le port ${port} est réservé au compte root : prenez-en un au-dessus de 1024, par exemple PORT=3000.`)
  throw new Empechement(
    `On ne peut pas écouter à l’adresse ${hote} (${code}) : HOST doit être une adresse de cette machine, comme 127.0.0.1.`,
  )
}

async function portVoisin(hote: string, port: number): Promise<number> {
  for (let voisin = port + 1; voisin <= Math.min(port + 50, 65535); voisin++)
    if ((await essayer(hote, voisin)) === undefined) return voisin
  return 8080
}

/** The code of the error, or nothing when the port is free. */
function essayer(hote: string, port: number): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const essai = createServer()
  essai.once('error', (erreur: NodeJS.ErrnoException) => resolve(erreur.code ?? erreur.message))
  essai.listen(port, hote, () => essai.close(() => resolve(undefined)))
  return promise
}
