import { Hono } from 'hono'
import type { EnvAgent } from '#acces'
import { enregistrer, formulaire } from '../saisie/saisie.ts'
import { agir } from './agir.ts'
import { clore } from './clore.ts'
import { confier } from './confier.ts'
import { monter, reorienter } from './deplacer.ts'
import { lire, piece } from './lire.ts'
import { noter } from './noter.ts'
import { prendre } from './prendre.ts'
import { chercherEcole } from './reorientation.ts'
import { repondre } from './repondre.ts'
import { leverUrgence, remettreUrgence } from './urgence.ts'

/** /signalements: typing one in, then each by its identifier. */
export const routesTraitement = new Hono<EnvAgent>()
  .get('/nouveau', formulaire)
  .post('/nouveau', enregistrer)
  .get('/:id', lire)
  .get('/:id/pieces/:piece', piece)
  .get('/:id/reorientation', chercherEcole)
  .post('/:id/prise-en-charge', agir('prise-en-charge', prendre))
  .post('/:id/reponses', agir('reponses', repondre))
  .post('/:id/notes', agir('notes', noter))
  .post('/:id/octrois', agir('octrois', confier))
  .post('/:id/reorientation', agir('reorientation', reorienter))
  .post('/:id/niveau', agir('niveau', monter))
  .post('/:id/urgences/levee', agir('urgences/levee', leverUrgence))
  .post('/:id/urgences/retour', agir('urgences/retour', remettreUrgence))
  .post('/:id/cloture', agir('cloture', clore))
