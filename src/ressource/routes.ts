import { Hono } from 'hono'
import type { Env } from '#platform'
import type { EnvAgent } from '#acces'
import { visiter, visiterReserve } from './etagere/visite.ts'
import { lirePage, lireReserve, lireRessource } from './fiche/fiche.ts'
import { faireKit, faireKitReserve } from './fiche/kit.ts'
import { commencer, continuer, ouEnEst } from './fichier/envois.ts'
import { ouvrirFichier, ouvrirFichierReserve } from './fichier/servir.ts'
import { lireComparaison } from './redaction/comparer.ts'
import { lireFiche, lireVersion } from './redaction/fiche.ts'
import { ajouter, formulaireModifier, formulaireNouveau, modifier } from './redaction/formulaire.ts'
import { formulaireFichier, joindre } from './redaction/joindre.ts'
import { lister } from './redaction/liste.ts'
import { annuler, publier, relue, restaurer, retirer } from './redaction/parution.ts'

/** /ressources */
export const routesRessource = new Hono<Env>()
  .get('/', visiter)
  .get('/kit', faireKit)
  .get('/fichiers/:id', ouvrirFichier)
  .get('/:adresse', lireRessource)

/** /pages */
export const routesPages = new Hono<Env>().get('/:adresse', lirePage)

/** /bibliotheque */
export const routesBibliotheque = new Hono<EnvAgent>()
  .get('/', visiterReserve)
  .get('/kit', faireKitReserve)
  .get('/fichiers/:id', ouvrirFichierReserve)
  .get('/:adresse', lireReserve)

/** /redaction */
export const routesRedaction = new Hono<EnvAgent>()
  .get('/', lister)
  .get('/nouvelle', formulaireNouveau)
  .post('/nouvelle', ajouter)
  .post('/envois', commencer)
  .get('/envois/:id', ouEnEst)
  .patch('/envois/:id', continuer)
  .get('/:id', lireFiche)
  .get('/:id/modifier', formulaireModifier)
  .post('/:id/modifier', modifier)
  .get('/:id/fichier', formulaireFichier)
  .post('/:id/fichier', joindre)
  .get('/:id/versions/:rang', lireVersion)
  .get('/:id/comparer', lireComparaison)
  .post('/:id/restauration', restaurer)
  .post('/:id/publication', publier)
  .post('/:id/annulation', annuler)
  .post('/:id/retrait', retirer)
  .post('/:id/revue', relue)
