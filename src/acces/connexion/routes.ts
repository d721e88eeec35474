import { Hono } from 'hono'
import { page, type Env } from '#platform'
import { pageRevenu, pageSortie } from './connexion.page.ts'
import { accueillir, partir } from './depart.ts'
import { revenir } from './retour.ts'
import { sortir } from './sortie.ts'

export const connexion = new Hono<Env>()
  .get('/', accueillir)
  .get('/depart', partir)
  .get('/retour', revenir)
  .get('/sortie', (c) => page(c, pageSortie()))
  .get('/revenu', (c) => page(c, pageRevenu()))

export const deconnexion = new Hono<Env>().post('/', sortir)
