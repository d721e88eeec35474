// Generated from pole.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type CompositionRow = { role: string; dept: string | null; nombre: number }
export const composition: Statement<{ acad: string }, CompositionRow> = {
  name: 'site.pole.pole.composition',
  text: `select role, dept, nombre from annuaire.composition($1)`,
  params: ['acad'],
}

/** Those who agreed to be named, while they hold a post there. */
export type NomsRow = { role: string; dept: string | null; prenom: string; nom: string }
export const noms: Statement<{ acad: string }, NomsRow> = {
  name: 'site.pole.pole.noms',
  text: `select role, dept, prenom, nom from annuaire.noms_publics($1)`,
  params: ['acad'],
}

export type PoleRow = { telephone: string; mail: string; rattachement: string; presidence: string; membres: string[]; themes: string[] }
export const pole: Statement<{ acad: string }, PoleRow> = {
  name: 'site.pole.pole.pole',
  text: `select telephone, mail, rattachement, presidence, membres, themes from prevention.pole where acad = $1`,
  params: ['acad'],
}
