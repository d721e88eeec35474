import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Empechement, type Config } from '#platform'
import type { Compte } from './comptes.ts'
import { creerFournisseur, type Demande } from './fournisseur.ts'
import { repondre } from './serveur.ts'

export type { Compte } from './comptes.ts'

export interface Identite {
  emetteur: string
  client: string
  secret: string
  serveur: Server
  arreter(): Promise<void>
}

export interface DemandeIdentite {
  /** 0: any free port. */
  port: number
  /** Listening address; loopback unless told. */
  hote?: string
  /** Public address of Préau, without a path. */
  origine: string
  comptes: readonly Compte[]
  env: Config['env']
}

async function ecouter(serveur: Server, port: number, hote: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    serveur.once('error', (e: NodeJS.ErrnoException) =>
      reject(
        e.code === 'EADDRINUSE'
          ? new Empechement(
              `Le port ${port}, celui du fournisseur d’identité de démonstration, est déjà pris : choisissez-en un autre.`,
            )
          : e,
      ),
    )
    serveur.listen(port, hote, resolve)
  })
  return (serveur.address() as AddressInfo).port
}

/**
 * The demonstration's identity provider: it signs anybody in without a password.
 * @throws Empechement in production, or when the port is taken.
 */
export async function demarrerIdentite(o: DemandeIdentite): Promise<Identite> {
  if (o.env === 'production')
    throw new Empechement(
      'Le fournisseur d’identité de démonstration ouvre tous les comptes sans mot de passe : il refuse de démarrer en production.',
    )
  const serveur = createServer()
  const port = await ecouter(serveur, o.port, o.hote ?? '127.0.0.1')
  // The browser must reach it by the name under which it reaches Préau.
  const emetteur = `http://${new URL(o.origine).hostname}:${port}`
  const demande: Demande = {
    emetteur,
    origine: o.origine,
    comptes: o.comptes,
    client: 'preau',
    secret: randomBytes(32).toString('base64url'),
  }
  serveur.on('request', repondre(await creerFournisseur(demande), demande))
  return {
    emetteur,
    client: demande.client,
    secret: demande.secret,
    serveur,
    arreter: () =>
      new Promise((resolve) => {
        serveur.close(() => resolve())
        serveur.closeAllConnections()
      }),
  }
}
