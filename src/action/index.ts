/** What schools do to prevent: declared, validated, published; and the editions of the days it is done for. */
export { placesLibres, quandVisite } from './visite/dire.ts'
export { moments } from './edition/edition.form.ts'
export { routesAction } from './routes.ts'
export { compterAFaire } from './liste/afaire.ts'
export { importerActionsEnCommande, rapportActions } from './import/commande.ts'
export { ouvrirPhoto } from './photo/images.ts'
export { isoJour, jourLong, periode } from './quand.ts'
export { libelleAnnee, NIVEAUX, PUBLICS, TEMPS_FORTS, TYPES } from './vocabulaire.ts'
