/** The public site. */
export { routesAccueil, routesDuPublic, routesNormal, routesVie } from './accueil.ts'
export { NOMS_PUBLICS } from './accueil.page.ts'
export { routesEdition } from './journee/journee.ts'
export { routesTempsForts } from './tempsforts/tempsforts.ts'
export { routesApercus } from './apercus/apercus.ts'
export { routesPhotos } from './photos/photos.ts'
export { routesPole } from './pole/pole.ts'
export { PAGES } from './pages/index.ts'
