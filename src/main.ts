import type { Server } from 'node:http'
import {
  closeBase,
  creerServeur,
  Memoire,
  openBase,
  ouvrirJournal,
  ouvrirTrousseau,
  urlDePorte,
  Empechement,
  type Config,
  type Maison,
} from '#platform'
import { createApp } from './app.ts'
import { verifierMigrations, verifierPortes, verifierSerrures } from './acces/preconditions.ts'

export interface Service {
  maison: Maison
  serveur: Server
  arreter(): Promise<void>
}

/** Opens the doors' pools; nothing is read or listened to yet. `url` names the database; its user is not used. */
export function ouvrirMaison(config: Config, url: string): Maison {
  const trousseau = ouvrirTrousseau(config.cles)
  const base = openBase((door) => urlDePorte(url, trousseau, door))
  return { config, base, trousseau, journal: ouvrirJournal(config.journal) }
}

/**
 * Serves until stopped. Refuses to start when a confidential table lacks its policy or a door's role could step around it.
 * @throws Empechement with one sentence: the port is taken, the database is not as it must be.
 */
export async function servir(config: Config, url: string): Promise<Service> {
  const maison = ouvrirMaison(config, url)
  await verifierPortes(maison.base)
  await verifierMigrations(maison.base, 'public')
  await verifierSerrures(maison.base)
  const memoire = new Memoire(maison.journal)
  const app = createApp(maison, memoire)
  const serveur = creerServeur(maison, app.fetch, memoire)
  await new Promise<void>((resolve, reject) => {
    serveur.once('error', (e: NodeJS.ErrnoException) =>
      reject(
        e.code === 'EADDRINUSE'
          ? new Empechement(
              `Le port ${config.port} est déjà pris : choisissez-en un autre, par exemple PORT=${config.port + 10} npm start.`,
            )
          : e,
      ),
    )
    serveur.listen(config.port, config.hote, resolve)
  })
  return {
    maison,
    serveur,
    async arreter() {
      serveur.closeIdleConnections()
      const force = setTimeout(() => serveur.closeAllConnections(), 3_000)
      await new Promise((resolve) => serveur.close(resolve))
      clearTimeout(force)
      await closeBase(maison.base)
    },
  }
}
