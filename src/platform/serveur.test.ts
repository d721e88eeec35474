import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Server } from 'node:http'
import { entetesFixes, type Maison } from './http.ts'
import { ouvrirJournal } from './log.ts'
import { Memoire } from './memoire.ts'
import { creerServeur } from './serveur.ts'

let serveur: Server
const config = { origine: 'https://preau.exemple.fr' } as Maison['config']
before(async () => {
  const journal = ouvrirJournal('silent')
  const fetch = (q: Request): Response => {
    if (new URL(q.url).pathname === '/panne') throw new Error('Lina Roussel')
    return new Response('ici', { headers: entetesFixes(config) })
  }
  serveur = creerServeur({ config, journal } as Maison, fetch, new Memoire(journal))
  await once(serveur.listen(0, '127.0.0.1'), 'listening')
})
after(() => serveur.close())

/** What is sent as it is, and all that comes back until the other end closes. */
async function envoyer(...morceaux: string[]): Promise<string> {
  const prise = connect((serveur.address() as AddressInfo).port, '127.0.0.1')
  let recu = ''
  prise.setEncoding('utf8').on('data', (d: string) => (recu += d))
  for (const m of morceaux) prise.write(m)
  prise.setTimeout(3_000, () => prise.destroy())
  await once(prise, 'close')
  return recu
}

const ICI = 'Host: ici\r\nConnection: close\r\n'
const MALFORMEES: [quoi: string, demande: string, statut: number][] = [
  ['not HTTP at all', 'Lina Roussel\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
  ['two lengths', `POST / HTTP/1.1\r\n${ICI}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc`, 400],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['an impossible host', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
  ['an expectation of its own', `GET / HTTP/1.1\r\n${ICI}Expect: le-pere-noel\r\n\r\n`, 200],
  ['a fault that nobody foresaw', `GET /panne HTTP/1.1\r\n${ICI}\r\n`, 500],
  ['only what it has', `OPTIONS * HTTP/1.1\r\n${ICI}\r\n`, 400],
  ['a page', `GET / HTTP/1.1\r\n${ICI}\r\n`, 200],
]

for (const [quoi, demande, statut] of MALFORMEES)
  test(`${quoi}: ${statut}, with every header of the house, and nothing of what was sent`, async () => {
    const recu = await envoyer(demande)
    assert.match(recu, new RegExp(`^HTTP/1.1 ${statut} `))
    const tete = recu.split('\r\n\r\n', 1)[0]!.toLowerCase()
    for (const [nom, valeur] of Object.entries(entetesFixes(config)))
      assert.ok(tete.includes(`\r\n${nom}: ${valeur}`.toLowerCase()), `${nom} in\n${tete}`)
    assert.doesNotMatch(recu, /Roussel|a{50}/)
  })
