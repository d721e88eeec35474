/** The public site. */
export { routesAccueil, routesNormal } from './accueil.ts'
export { PAGES } from './pages/index.ts'
