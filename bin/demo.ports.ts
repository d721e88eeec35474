import { Empechement, type Config } from '../src/platform/config.ts'
import { verifierPort } from './port.ts'

/** The identity provider of the demonstration listens beside the site. */
export const portIdentite = ({ port }: Config): number => (port < 65535 ? port + 1 : port - 1)

/** Refuses before anything is set up when one of the two cannot be listened on. */
export async function verifierPorts(config: Config): Promise<void> {
  await verifierPort(config.hote, config.port)
  if (config.oidc !== undefined) return
  const second = portIdentite(config)
  await verifierPort(config.hote, second).catch(() => {
    throw new Empechement(
      `Le port ${second} est déjà pris : la démonstration en prend deux, celui du site et son voisin. Choisissez-en un autre, par exemple PORT=${config.port < 60000 ? config.port + 10 : 3000}.`,
    )
  })
}
