// Generated from grille.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** The first one published first. */
export type PublieesRow = { version: string; contenu: unknown; raison: string; du: string; le: Date; prenom: string; nom: string }
export const publiees: Statement<{ acad: string }, PublieesRow> = {
  name: 'dossier.grille.grille.publiees',
  text: `select g.version, g.contenu, g.raison, g.du, g.le, a.prenom, a.nom
  from annuaire.grille g join annuaire.agent a on a.acad = g.acad and a.id = g.par
  where g.acad = $1 order by g.le, length(g.version), g.version`,
  params: ['acad'],
}

export type BrouillonRow = { contenu: unknown; depuis: string; revision: number; le: Date; prenom: string; nom: string }
export const brouillon: Statement<{ acad: string }, BrouillonRow> = {
  name: 'dossier.grille.grille.brouillon',
  text: `select b.contenu, b.depuis, b.revision, b.le, a.prenom, a.nom
  from annuaire.grille_brouillon b join annuaire.agent a on a.acad = b.acad and a.id = b.par
  where b.acad = $1`,
  params: ['acad'],
}

export type EcrireRow = { fait: boolean }
export const ecrire: Statement<{ contenu: object; depuis: string; revision: number }, EcrireRow> = {
  name: 'dossier.grille.grille.ecrire',
  text: `select annuaire.ecrire_grille($1, $2, $3) as fait`,
  params: ['contenu', 'depuis', 'revision'],
}

export type AbandonnerRow = { fait: boolean }
export const abandonner: Statement<{ revision: number }, AbandonnerRow> = {
  name: 'dossier.grille.grille.abandonner',
  text: `select annuaire.abandonner_grille($1) as fait`,
  params: ['revision'],
}

export type PublierRow = { version: string | null }
export const publier: Statement<{ revision: number; raison: string; du: string }, PublierRow> = {
  name: 'dossier.grille.grille.publier',
  text: `select annuaire.publier_grille($1, $2, $3) as version`,
  params: ['revision', 'raison', 'du'],
}
