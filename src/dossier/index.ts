/** Cases: numbered, with people and their roles over time, protection, and a protocol that is a table. */
export { routesDossier } from './routes.ts'
export { couvrir } from './motif/motif.ts'
export { routesAppui } from './appui/routes.ts'
export { ouvrirDossier, type NouveauDossier } from './ouverture/ouvrir.ts'
export { routesReglages } from './reglages/reglages.ts'
export { alerter } from './alerte/alerter.ts'
export { routesBureau } from './bureau/routes.ts'
export { routesAgenda } from './bureau/agenda.ts'
