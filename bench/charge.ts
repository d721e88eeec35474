import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { centiles, mediane, type Centiles } from './mesure.ts'

/** One HTTP request, written out once and sent as it is. */
export function requete(
  methode: 'GET' | 'POST',
  chemin: string,
  entetes: Record<string, string> = {},
  corps: string = '',
): Buffer {
  const lignes = Object.entries({ Host: 'localhost', 'Content-Length': String(Buffer.byteLength(corps)), ...entetes })
  return Buffer.from(`${methode} ${chemin} HTTP/1.1\r\n${lignes.map(([n, v]) => `${n}: ${v}\r\n`).join('')}\r\n${corps}`)
}

export interface Tir {
  faites: number
  /** Anything but 2xx and 3xx, and connections cut. */
  refusees: number
  parSeconde: number
  durees: number[]
}

interface Charge {
  port: number
  /** Connections that each wait for an answer before the next request. */
  clients: number
  secondes: number
  /** The next request, or null when there is none left. */
  suivante: () => Buffer | null
}

/** Loopback only, over bare sockets: a client library costs more than the pages that it would measure. */
export async function tirer(charge: Charge): Promise<Tir> {
  const tir: Tir = { faites: 0, refusees: 0, parSeconde: 0, durees: [] }
  const prises = await Promise.all(Array.from({ length: charge.clients }, () => ouvrirPrise(charge.port)))
  const debut = performance.now()
  const fin = debut + charge.secondes * 1000
  await Promise.all(prises.map((prise) => repeter(prise, charge.suivante, fin, tir)))
  tir.parSeconde = tir.faites / ((performance.now() - debut) / 1000)
  return tir
}

/** Rates: the median round. Times: all rounds together. */
export const resumer = (tirs: readonly Tir[]): { parSeconde: number; refusees: number; faites: number } & Centiles => ({
  parSeconde: mediane(tirs.map((t) => t.parSeconde)),
  refusees: tirs.reduce((n, t) => n + t.refusees, 0),
  faites: tirs.reduce((n, t) => n + t.faites, 0),
  ...centiles(tirs.flatMap((t) => t.durees)),
})

function ouvrirPrise(port: number): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const prise = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(prise))
  prise.once('error', reject)
  return promise
}

function repeter(prise: Socket, suivante: () => Buffer | null, fin: number, tir: Tir): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let depart = 0
  let finie = false
  const finir = (): void => {
    finie = true
    prise.destroy()
    resolve()
  }
  const envoyer = (): void => {
    const octets = performance.now() < fin ? suivante() : null
    if (octets === null) return finir()
    depart = performance.now()
    prise.write(octets)
  }
  const lire = lecteur((statut) => {
    tir.durees.push(performance.now() - depart)
    if (statut >= 200 && statut < 400) tir.faites += 1
    else tir.refusees += 1
    envoyer()
  })
  prise.on('data', lire)
  prise.on('error', () => {})
  prise.on('close', () => {
    if (finie) return
    tir.refusees += 1
    finir()
  })
  envoyer()
  return promise
}

/** Reads answers that tell their length, one after the other. */
function lecteur(recue: (statut: number) => void): (octets: Buffer) => void {
  let tete: Buffer = Buffer.alloc(0)
  let reste = 0
  let statut = 0
  return (octets) => {
    if (reste > 0) {
      reste -= octets.length
      if (reste === 0) recue(statut)
      return
    }
    tete = tete.length === 0 ? octets : Buffer.concat([tete, octets])
    const finTete = tete.indexOf('\r\n\r\n')
    if (finTete < 0) return
    const texte = tete.toString('latin1', 0, finTete)
    const longueur = /^content-length: *(\d+)/im.exec(texte)?.[1]
    statut = Number(texte.slice(9, 12))
    if (longueur === undefined && statut !== 304) throw new Error('an answer without its length cannot be measured')
    reste = Number(longueur ?? 0) - (tete.length - finTete - 4)
    tete = Buffer.alloc(0)
    if (reste === 0) recue(statut)
  }
}
