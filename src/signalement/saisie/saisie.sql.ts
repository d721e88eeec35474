// Generated from saisie.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type EcoleRow = { etab: string; nom: string; type: string; commune: string; dept: string; circo: string | null }
export const ecole: Statement<{ acad: string; etab: string }, EcoleRow> = {
  name: 'signalement.saisie.saisie.ecole',
  text: `select etab, nom, type, commune, dept, circo from annuaire.etablissement where acad = $1 and etab = $2 and etat <> 'ferme'`,
  params: ['acad', 'etab'],
}

/** The schools where this agent holds a post: the short list of a head or a coordonnateur. */
export type MiennesRow = { etab: string; nom: string; commune: string }
export const miennes: Statement<{ acad: string; etabs: readonly string[] }, MiennesRow> = {
  name: 'signalement.saisie.saisie.miennes',
  text: `select etab, nom, commune from annuaire.etablissement where acad = $1 and etab = any ($2::text[]) and etat <> 'ferme' order by nom`,
  params: ['acad', 'etabs'],
}

export type AccueilRow = { dept: string; circo: string | null; type: string; niveau: string }
export const accueil: Statement<{ acad: string; etab: string; saufEtablissement: boolean }, AccueilRow> = {
  name: 'signalement.saisie.saisie.accueil',
  text: `select dept, circo, type, niveau from annuaire.accueil($1, $2, $3)`,
  params: ['acad', 'etab', 'saufEtablissement'],
}

/** Zero rows: this very form has been sent already. */
export type InsererRow = {}
export const inserer: Statement<{ acad: string; id: string; dept: string; circo: string | null; etab: string; niveau: string; canal: string; declarant: string; quoi: readonly string[]; lieux: readonly string[]; depuis: string | null; frequence: string | null; auteurs: string | null; informes: readonly string[]; danger: string | null; urgences: readonly string[]; contenu: Uint8Array; faitsDu: string | null; faitsAu: string | null; echeance: Date; contact: string }, InsererRow> = {
  name: 'signalement.saisie.saisie.inserer',
  text: `insert into confidentiel.signalement (acad, id, dept, circo, etab, niveau, canal, langue, declarant, quoi, lieux, depuis, frequence,
    auteurs, informes, danger, urgences, contenu, faits_du, faits_au, saisi_par, recu_le, echeance, contact)
  values ($1, $2, $3, $4, $5, $6, $7, 'fr', $8, $9, $10, $11, $12,
    $13, $14, $15, $16, $17, $18, $19, acces.moi(), acces.maintenant(), $20, $21)
  on conflict do nothing`,
  params: ['acad', 'id', 'dept', 'circo', 'etab', 'niveau', 'canal', 'declarant', 'quoi', 'lieux', 'depuis', 'frequence', 'auteurs', 'informes', 'danger', 'urgences', 'contenu', 'faitsDu', 'faitsAu', 'echeance', 'contact'],
}

export type PoserJetonsRow = {}
export const poserJetons: Statement<{ acad: string; etab: string; fil: string; jetons: readonly Uint8Array[] }, PoserJetonsRow> = {
  name: 'signalement.saisie.saisie.poserJetons',
  text: `insert into confidentiel.jeton_nom (acad, etab, fil, jeton)
  select $1, $2, $3, j from unnest($4::bytea[]) j on conflict do nothing`,
  params: ['acad', 'etab', 'fil', 'jetons'],
}

export type PoserSuiviRow = { fait: boolean }
export const poserSuivi: Statement<{ empreinte: Uint8Array; fil: string }, PoserSuiviRow> = {
  name: 'signalement.saisie.saisie.poserSuivi',
  text: `select acces.poser_suivi($1, $2) as fait`,
  params: ['empreinte', 'fil'],
}

export type MonterRow = { niveau: string | null }
export const monter: Statement<{ acad: string; id: string; echeance: Date }, MonterRow> = {
  name: 'signalement.saisie.saisie.monter',
  text: `select confidentiel.monter_niveau($1, $2, $3, 1, false) as niveau`,
  params: ['acad', 'id', 'echeance'],
}
