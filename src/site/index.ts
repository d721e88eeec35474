/** The public site. */
export { routesAccueil, routesNormal } from './accueil.ts'
export { routesEdition } from './journee/journee.ts'
export { routesTempsForts } from './tempsforts/tempsforts.ts'
export { routesPhotos } from './photos/photos.ts'
export { routesPole } from './pole/pole.ts'
export { PAGES } from './pages/index.ts'
