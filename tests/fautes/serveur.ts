/** A server in its own process, to be killed: the same `servir` as every command, settings from the environment. */
import { lireConfig } from '#platform'
import { servir } from '../../src/main.ts'

const config = lireConfig()
await servir(config, config.databaseUrl!)
