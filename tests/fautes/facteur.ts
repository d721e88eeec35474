import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Recu {
  a: string
  brut: string
  objet: string
  identifiant: string
  texte: string
}

/** A real mail server that keeps what it is given. `refuser` answers a code for an address, as a server that is busy or knows nobody of that name. */
export interface Facteur {
  url: string
  recus: Recu[]
  refuser: (adresse: string) => number | undefined
  arreter(): Promise<void>
}

export async function demarrerFacteur(): Promise<Facteur> {
  const recus: Recu[] = []
  const facteur: Facteur = { url: '', recus, refuser: () => undefined, arreter: async () => {} }
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _, suite) {
      const code = facteur.refuser(address)
      suite(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code }))
    },
    onData(flux, session, suite) {
      const morceaux: Buffer[] = []
      flux.on('data', (m: Buffer) => morceaux.push(m))
      flux.on('end', () => {
        const brut = Buffer.concat(morceaux).toString('utf8')
        for (const { address } of session.envelope.rcptTo) recus.push(lire(address, brut))
        suite(null)
      })
    },
  })
  await new Promise<void>((resolve) => serveur.listen(0, '127.0.0.1', resolve))
  facteur.url = `smtp://127.0.0.1:${(serveur.server.address() as AddressInfo).port}`
  facteur.arreter = () => new Promise((resolve) => serveur.close(() => resolve()))
  return facteur
}

function lire(a: string, brut: string): Recu {
  const coupe = brut.indexOf('\r\n\r\n')
  const tetes = brut.slice(0, coupe).replace(/\r\n[ \t]+/g, ' ')
  const tete = (nom: string): string => new RegExp(`^${nom}: (.*)$`, 'im').exec(tetes)?.[1] ?? ''
  const texte = decoder(brut.slice(coupe + 4), tete('Content-Transfer-Encoding'))
  return { a, brut, texte, objet: motsCodes(tete('Subject')), identifiant: tete('Message-ID') }
}

function decoder(corps: string, codage: string): string {
  if (codage === 'base64') return Buffer.from(corps, 'base64').toString('utf8').replaceAll('\r\n', '\n')
  if (codage !== 'quoted-printable') return corps.replaceAll('\r\n', '\n')
  return enOctets(corps.replace(/=\r\n/g, '')).replaceAll('\r\n', '\n')
}

const enOctets = (s: string): string =>
  Buffer.from(
    s.replace(/=([0-9A-F]{2})/g, (_, h: string) => String.fromCharCode(Number.parseInt(h, 16))),
    'latin1',
  ).toString('utf8')

/** Encoded words of a header (RFC 2047). */
const motsCodes = (s: string): string =>
  s
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, q: string, t: string) =>
      q.toUpperCase() === 'B' ? Buffer.from(t, 'base64').toString('utf8') : enOctets(t.replaceAll('_', ' ')),
    )
