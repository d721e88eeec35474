/** Reports: told without an account, read and answered by agents. */
export { routesDepot } from './depot/depot.ts'
export { routesSuivi } from './suivi/suivi.ts'
export { routesBoite } from './boite/routes.ts'
export { routesTraitement } from './traitement/routes.ts'
