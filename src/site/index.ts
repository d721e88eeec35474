/** The public site. */
export { routesAccueil } from './accueil.ts'
export { PAGES } from './pages/index.ts'
