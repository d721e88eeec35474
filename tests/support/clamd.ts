import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'

/** What EICAR's test file holds: every antivirus knows it. Written in two pieces, so that none takes this file away. */
export const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`

/** A small server that speaks clamd's INSTREAM: lengths of four bytes, a length of zero, one answer ended by a NUL. */
export async function ouvrirClamd(
  o: { tailleMax?: number } = {},
): Promise<{ adresse: string; vus: number; fermer(): Promise<void> }> {
  const etat = { adresse: '', vus: 0, fermer: async () => {} }
  const serveur: Server = createServer((prise) => {
    let recu: Buffer = Buffer.alloc(0)
    const contenu: Buffer[] = []
    let commence = false
    const repondre = (texte: string): void => {
      etat.vus += 1
      prise.end(`${texte}\0`)
    }
    prise.on('error', () => {})
    prise.on('data', (morceau: Buffer) => {
      recu = Buffer.concat([recu, morceau])
      if (!commence) {
        const fin = recu.indexOf(0)
        if (fin < 0) return
        if (recu.toString('latin1', 0, fin) !== 'zINSTREAM') return repondre('UNKNOWN COMMAND')
        recu = recu.subarray(fin + 1)
        commence = true
      }
      while (recu.length >= 4) {
        const n = recu.readUInt32BE(0)
        if (n === 0) return repondre(Buffer.concat(contenu).includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK')
        if (recu.length < 4 + n) return
        contenu.push(recu.subarray(4, 4 + n))
        recu = recu.subarray(4 + n)
        if (contenu.reduce((s, c) => s + c.length, 0) > (o.tailleMax ?? Infinity))
          return repondre('INSTREAM size limit exceeded. ERROR')
      }
    })
  })
  await new Promise<void>((r) => serveur.listen(0, '127.0.0.1', r))
  etat.adresse = `127.0.0.1:${(serveur.address() as AddressInfo).port}`
  etat.fermer = () => new Promise<void>((r) => void serveur.close(() => r()))
  return etat
}
