import { Hono } from 'hono'
import type { EnvAgent } from '#acces'
import { boite } from './boite.ts'

/** /boite */
export const routesBoite = new Hono<EnvAgent>().get('/', boite)
