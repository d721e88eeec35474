import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** What the antivirus says of these bytes; `attente` when it could not look (out of reach, too large for it): asked again later. */
export type Avis = 'sain' | 'infecte' | 'attente'

const SILENCE_MS = 60_000

function ouvrir(adresse: string): Socket {
  if (adresse.startsWith('/')) return connect({ path: adresse })
  const [hote, port] = adresse.split(':') as [string, string]
  return connect({ host: hote, port: Number(port) })
}

const longueur = (n: number): Buffer => {
  const b = Buffer.alloc(4)
  b.writeUInt32BE(n)
  return b
}

/** Sends a stream to clamd (its INSTREAM command): four bytes of length before each piece, a length of zero at the end. */
export async function demanderAClamd(adresse: string, flux: Readable): Promise<Avis> {
  const prise = ouvrir(adresse)
  const arret = AbortSignal.timeout(10 * 60_000)
  prise.setTimeout(SILENCE_MS, () => prise.destroy(new Error('clamd: silence')))
  const reponse = lireReponse(prise)
  reponse.catch(() => {})
  try {
    await once(prise, 'connect', { signal: arret })
    prise.write('zINSTREAM\0')
    for await (const morceau of flux as AsyncIterable<Buffer>) {
      if (prise.destroyed || prise.readableEnded) break
      prise.write(longueur(morceau.length))
      if (!prise.write(morceau)) await Promise.race([once(prise, 'drain', { signal: arret }), reponse])
    }
    if (!prise.destroyed) prise.write(longueur(0))
    return lireAvis(await reponse)
  } catch {
    return 'attente'
  } finally {
    flux.destroy()
    prise.destroy()
  }
}

/** One answer, ended by a NUL; clamd may give it before the end (size limit exceeded), and hangs up. */
function lireReponse(prise: Socket): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let recu = ''
  prise.setEncoding('latin1')
  prise.on('data', (texte: string) => {
    recu += texte
    if (recu.includes('\0') || recu.length > 1000) resolve(recu)
  })
  prise.on('error', reject)
  prise.on('close', () => (recu === '' ? reject(new Error('clamd: no answer')) : resolve(recu)))
  return promise
}

const lireAvis = (reponse: string): Avis => {
  const dit = reponse.replace(/\0[^]*$/, '').trim()
  return dit === 'stream: OK' ? 'sain' : dit.endsWith(' FOUND') ? 'infecte' : 'attente'
}
