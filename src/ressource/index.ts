/** Resources and pages: written in Markdown, versioned, published from a date to a date; the shelf where they are found. */
export { routesBibliotheque, routesPages, routesRedaction, routesRessource } from './routes.ts'
export { etagerePublique, type Etagere } from './etagere/etagere.ts'
export { examinerFichiers, rangerRessources } from './fichier/menage.ts'
export { verifierLiens } from './liens/verifier.ts'
