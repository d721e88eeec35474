// Generated from ouverture.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Zero rows: this very dossier exists already (double click), or the number was drawn before. */
export type InsererRow = {}
export const inserer: Statement<{ acad: string; id: string; numero: string; dept: string; circo: string | null; etab: string; niveau: string; protocole: string; etat: string; urgences: readonly string[]; responsable: string; echeance: Date; resume: Uint8Array }, InsererRow> = {
  name: 'dossier.ouverture.ouverture.inserer',
  text: `insert into confidentiel.dossier (acad, id, numero, dept, circo, etab, niveau, protocole, etat, urgences, responsable, echeance,
    ouvert_par, ouvert_le, pris_le, resume)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
    acces.moi(), acces.maintenant(), case when $9 = 'recu' then null else acces.maintenant() end, $13)
  on conflict do nothing`,
  params: ['acad', 'id', 'numero', 'dept', 'circo', 'etab', 'niveau', 'protocole', 'etat', 'urgences', 'responsable', 'echeance', 'resume'],
}

export type NumeroDeRow = { numero: string }
export const numeroDe: Statement<{ acad: string; id: string }, NumeroDeRow> = {
  name: 'dossier.ouverture.ouverture.numeroDe',
  text: `select numero from confidentiel.dossier where acad = $1 and id = $2`,
  params: ['acad', 'id'],
}

export type SignalementRow = { rattache: boolean; id: string; dept: string; circo: string | null; etab: string; niveau: string; urgences: string[]; quoi: string[]; contenu: Buffer; recu_le: Date; etat: string; auteurs: string | null; ecole: string; commune: string; type: string }
export const signalement: Statement<{ acad: string; id: string }, SignalementRow> = {
  name: 'dossier.ouverture.ouverture.signalement',
  text: `select exists (select from confidentiel.rattachement r where r.acad = s.acad and r.fil = s.id and r.defait_le is null) as rattache,
    s.id, s.dept, s.circo, s.etab, s.niveau, s.urgences, s.quoi, s.contenu, s.recu_le, s.etat, s.auteurs, e.nom as ecole, e.commune, e.type
  from confidentiel.signalement s join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
  where s.acad = $1 and s.id = $2`,
  params: ['acad', 'id'],
}

export type AccueilRow = { dept: string; circo: string | null; type: string; niveau: string }
export const accueil: Statement<{ acad: string; etab: string }, AccueilRow> = {
  name: 'dossier.ouverture.ouverture.accueil',
  text: `select dept, circo, type, niveau from annuaire.accueil($1, $2, false)`,
  params: ['acad', 'etab'],
}

export type EcoleRow = { etab: string; nom: string; type: string; commune: string; dept: string; circo: string | null }
export const ecole: Statement<{ acad: string; etab: string }, EcoleRow> = {
  name: 'dossier.ouverture.ouverture.ecole',
  text: `select etab, nom, type, commune, dept, circo from annuaire.etablissement where acad = $1 and etab = $2 and etat <> 'ferme'`,
  params: ['acad', 'etab'],
}
