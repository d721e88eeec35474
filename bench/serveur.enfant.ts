import { lireConfig } from '#platform'
import { servir } from '../src/main.ts'
import { repondreAuBanc } from './enfant.ts'

const config = lireConfig()
if (config.databaseUrl === undefined) throw new Error('the bench gives the database')
await servir(config, config.databaseUrl)
repondreAuBanc()
