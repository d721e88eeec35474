/** What runs behind the doors, as preau_job: mail, reminders, cleaning, anchors, verification, rotation of keys. */
export { verifierChaines, type DemandeDeVerification, type Verification } from './ancres/verifier.ts'
export { lireEmpreinte, verifierRecu } from './ancres/recu.ts'
export type { Constat } from './ancres/chaine.ts'
export { ancrer } from './ancres/ancrer.ts'
export { demarrerTravaux, type Travaux } from './boucle.ts'
export { courriersEnSouffrance, viderCourriels, type Bilan, type Souffrance } from './courriels/vider.ts'
export { tournerCles, versionsDesCles, type Rotation, type Versions } from './cles/tourner.ts'
