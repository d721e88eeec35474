// Generated from compte.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type CompteRenduRow = { texte: string; eleves: number | null; publie_le: Date | null; version: number }
export const compteRendu: Statement<{ acad: string; action: string }, CompteRenduRow> = {
  name: 'action.compte.compte.compteRendu',
  text: `select texte, eleves, publie_le, version from prevention.compte_rendu where acad = $1 and action = $2`,
  params: ['acad', 'action'],
}

export type RendreRow = {}
export const rendre: Statement<{ acad: string; action: string; etab: string; texte: string; eleves: number | null }, RendreRow> = {
  name: 'action.compte.compte.rendre',
  text: `insert into prevention.compte_rendu (acad, action, etab, texte, eleves, par, le)
  values ($1, $2, $3, $4, $5::integer, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'action', 'etab', 'texte', 'eleves'],
}

/** Written again, it waits for a look again. */
export type ReprendreCompteRow = {}
export const reprendreCompte: Statement<{ texte: string; eleves: number | null; acad: string; action: string; version: number }, ReprendreCompteRow> = {
  name: 'action.compte.compte.reprendreCompte',
  text: `update prevention.compte_rendu set texte = $1, eleves = $2::integer, par = acces.moi(), le = acces.maintenant(), publie_par = null,
    publie_le = null, version = version + 1
  where acad = $3 and action = $4 and version = $5`,
  params: ['texte', 'eleves', 'acad', 'action', 'version'],
}

export type PublierCompteRow = {}
export const publierCompte: Statement<{ acad: string; action: string; version: number }, PublierCompteRow> = {
  name: 'action.compte.compte.publierCompte',
  text: `update prevention.compte_rendu set publie_par = acces.moi(), publie_le = acces.maintenant()
  where acad = $1 and action = $2 and version = $3 and publie_le is null`,
  params: ['acad', 'action', 'version'],
}
