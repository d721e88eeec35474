import { Hono } from 'hono'
import type { EnvAgent } from '../session.ts'
import { inscrireAgent, montrerAgent, nouvelAgent } from './agent.ts'
import { porteGestion } from './droits.ts'
import { enregistrerFin, proposerFin } from './fin.ts'
import { lister } from './liste.ts'
import { attribuerMandat, proposerMandat } from './mandat.ts'
import { changerProfession } from './profession.ts'

/** Agents and mandates. Lives behind `acces`, since `annuaire` knows no session. */
export const administration = new Hono<EnvAgent>()
  .use(porteGestion)
  .get('/', lister)
  .get('/agents/nouveau', nouvelAgent)
  .post('/agents/nouveau', inscrireAgent)
  .get('/agents/:id', montrerAgent)
  .get('/agents/:id/mandat', proposerMandat)
  .post('/agents/:id/mandat', attribuerMandat)
  .post('/agents/:id/profession', changerProfession)
  .get('/mandats/:id/fin', proposerFin)
  .post('/mandats/:id/fin', enregistrerFin)
