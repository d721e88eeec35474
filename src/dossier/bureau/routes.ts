import { Hono } from 'hono'
import type { EnvAgent } from '#acces'
import { absences, absenter, revenir } from './absence.ts'
import { agenda, fermerAgenda, ouvrirAgenda } from './agenda.ts'
import { bureau } from './bureau.ts'
import { charge, reattribuer, repartir } from './repartition.ts'
import { commencer, revoir, revue } from './revue.ts'

/** /bureau */
export const routesBureau = new Hono<EnvAgent>()
  .get('/', bureau)
  .get('/revue', revue)
  .post('/revue', commencer)
  .post('/revue/:numero', revoir)
  .get('/charge', charge)
  .get('/a-reattribuer', reattribuer)
  .post('/repartition', repartir)
  .get('/absences', absences)
  .post('/absences', absenter)
  .post('/absences/:id/fin', revenir)
  .get('/agenda', agenda)
  .post('/agenda', ouvrirAgenda)
  .post('/agenda/fin', fermerAgenda)
