/** The public site. */
export { routesAccueil } from './accueil.ts'
