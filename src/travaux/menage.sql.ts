// Generated from menage.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Pictures of a report that was never sent. */
export type EffacerImagesPerimeesRow = {}
export const effacerImagesPerimees: Statement<{ maintenant: Date }, EffacerImagesPerimeesRow> = {
  name: 'travaux.menage.effacerImagesPerimees',
  text: `delete from confidentiel.piece_en_attente where expire_le < $1`,
  params: ['maintenant'],
}

export type EffacerSessionsFiniesRow = {}
export const effacerSessionsFinies: Statement<{ avant: Date }, EffacerSessionsFiniesRow> = {
  name: 'travaux.menage.effacerSessionsFinies',
  text: `delete from acces.session where finit_le < $1 or close_le < $1`,
  params: ['avant'],
}

/** Sent or given up long ago: the row says who was told and when, which is of no more use. */
export type EffacerCourrielsRow = {}
export const effacerCourriels: Statement<{ avant: Date }, EffacerCourrielsRow> = {
  name: 'travaux.menage.effacerCourriels',
  text: `delete from machine.courriel where envoye_le < $1 or abandonne_le < $1`,
  params: ['avant'],
}

/** What an agent began to write in a dossier and never sent: src/dossier/brouillon says how long. */
export type EffacerBrouillonsRow = {}
export const effacerBrouillons: Statement<{ avant: Date }, EffacerBrouillonsRow> = {
  name: 'travaux.menage.effacerBrouillons',
  text: `delete from confidentiel.brouillon where garde_le < $1`,
  params: ['avant'],
}

/** Spreadsheets that were tried and not imported. */
export type EffacerImportsRow = {}
export const effacerImports: Statement<{ maintenant: Date }, EffacerImportsRow> = {
  name: 'travaux.menage.effacerImports',
  text: `delete from prevention.import_garde where expire_le < $1`,
  params: ['maintenant'],
}

/** The last notice could not leave (no mail server, or one out of reach for days): the address is erased all the same, as was promised. */
export type EffacerContactsRow = {}
export const effacerContacts: Statement<{ avant: Date }, EffacerContactsRow> = {
  name: 'travaux.menage.effacerContacts',
  text: `delete from acces.contact k using machine.courriel c
  where c.modele = 'derniere_reponse' and c.envoye_le is null and c.cree_le < $1 and k.acad = c.acad and k.signalement = c.fil`,
  params: ['avant'],
}
