// Generated from pole.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type LePoleRow = { telephone: string; mail: string; rattachement: string; presidence: string; membres: string[]; themes: string[]; version: number }
export const lePole: Statement<{ acad: string }, LePoleRow> = {
  name: 'action.pole.pole.lePole',
  text: `select telephone, mail, rattachement, presidence, membres, themes, version from prevention.pole where acad = $1`,
  params: ['acad'],
}

export type EstDUnAgentRow = { oui: boolean }
export const estDUnAgent: Statement<{ acad: string; mail: string }, EstDUnAgentRow> = {
  name: 'action.pole.pole.estDUnAgent',
  text: `select exists (select from annuaire.agent where acad = $1 and mail = lower($2::text)) as oui`,
  params: ['acad', 'mail'],
}

export type PoserPoleRow = {}
export const poserPole: Statement<{ acad: string; telephone: string; mail: string; rattachement: string; presidence: string; membres: readonly string[]; themes: readonly string[] }, PoserPoleRow> = {
  name: 'action.pole.pole.poserPole',
  text: `insert into prevention.pole (acad, telephone, mail, rattachement, presidence, membres, themes, par, le)
  values ($1, $2, $3, $4, $5, $6, $7, acces.moi(), acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'telephone', 'mail', 'rattachement', 'presidence', 'membres', 'themes'],
}

export type ChangerPoleRow = {}
export const changerPole: Statement<{ telephone: string; mail: string; rattachement: string; presidence: string; membres: readonly string[]; themes: readonly string[]; acad: string; version: number }, ChangerPoleRow> = {
  name: 'action.pole.pole.changerPole',
  text: `update prevention.pole set telephone = $1, mail = $2, rattachement = $3, presidence = $4,
    membres = $5, themes = $6, par = acces.moi(), le = acces.maintenant(), version = version + 1
  where acad = $7 and version = $8`,
  params: ['telephone', 'mail', 'rattachement', 'presidence', 'membres', 'themes', 'acad', 'version'],
}
