// Generated from extrait.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type ExtraitsRow = { id: string; enfant: string; pour: string; cote: string; etat: string; le: Date; par: string; prenom: string; nom: string }
export const extraits: Statement<{ acad: string; fil: string }, ExtraitsRow> = {
  name: 'dossier.extrait.extrait.extraits',
  text: `select e.id, e.enfant, e.pour, e.cote, e.etat, e.le, e.par, a.prenom, a.nom
  from confidentiel.extrait e join annuaire.agent a on a.acad = e.acad and a.id = e.par
  where e.acad = $1 and e.fil = $2 order by e.le desc, e.id`,
  params: ['acad', 'fil'],
}

/** `depasse`: people of the dossier were read as one, or told apart, since it was prepared. */
export type UnRow = { id: string; enfant: string; pour: string; cote: string; base: string; etat: string; contenu: Buffer; empreinte: Buffer | null; le: Date; par: string; lu_le: Date | null; avis: Buffer | null; remis_le: Date | null; version: number; depasse: boolean; prenom: string; nom: string; lu_prenom: string | null; lu_nom: string | null }
export const un: Statement<{ acad: string; fil: string; id: string }, UnRow> = {
  name: 'dossier.extrait.extrait.un',
  text: `select e.id, e.enfant, e.pour, e.cote, e.base, e.etat, e.contenu, e.empreinte, e.le, e.par, e.lu_le, e.avis, e.remis_le, e.version,
    exists (select from confidentiel.personne_reunie r where r.acad = e.acad and r.fil = e.fil
      and greatest(r.le, r.separee_le) >= e.le) as depasse,
    a.prenom, a.nom, l.prenom as lu_prenom, l.nom as lu_nom
  from confidentiel.extrait e join annuaire.agent a on a.acad = e.acad and a.id = e.par
    left join annuaire.agent l on l.acad = e.acad and l.id = e.lu_par
  where e.acad = $1 and e.fil = $2 and e.id = $3`,
  params: ['acad', 'fil', 'id'],
}

export type CreerRow = {}
export const creer: Statement<{ acad: string; id: string; fil: string; enfant: string; pour: string; cote: string; base: string; contenu: Uint8Array; qualite: string }, CreerRow> = {
  name: 'dossier.extrait.extrait.creer',
  text: `insert into confidentiel.extrait (acad, id, fil, enfant, pour, cote, base, etat, contenu, par, qualite, le)
  values ($1, $2, $3, $4, $5, $6, $7, 'prepare', $8, acces.moi(), $9, acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'enfant', 'pour', 'cote', 'base', 'contenu', 'qualite'],
}

/** Only by whoever prepared it: whoever changes a mask is no second reader. */
export type ReglerRow = {}
export const regler: Statement<{ contenu: Uint8Array; acad: string; fil: string; id: string; version: number }, ReglerRow> = {
  name: 'dossier.extrait.extrait.regler',
  text: `update confidentiel.extrait set contenu = $1, etat = 'prepare', version = version + 1
  where acad = $2 and fil = $3 and id = $4 and version = $5 and etat in ('prepare', 'refuse') and par = acces.moi()`,
  params: ['contenu', 'acad', 'fil', 'id', 'version'],
}

export type SoumettreRow = {}
export const soumettre: Statement<{ acad: string; fil: string; id: string; version: number }, SoumettreRow> = {
  name: 'dossier.extrait.extrait.soumettre',
  text: `update confidentiel.extrait set etat = 'a_relire', version = version + 1
  where acad = $1 and fil = $2 and id = $3 and version = $4 and etat = 'prepare' and par = acces.moi()`,
  params: ['acad', 'fil', 'id', 'version'],
}

export type RelireRow = {}
export const relire: Statement<{ etat: string; contenu: Uint8Array; empreinte: Uint8Array | null; avis: Uint8Array | null; acad: string; fil: string; id: string; version: number }, RelireRow> = {
  name: 'dossier.extrait.extrait.relire',
  text: `update confidentiel.extrait set etat = $1, contenu = $2, empreinte = $3, avis = $4, lu_par = acces.moi(),
    lu_le = acces.maintenant(), version = version + 1
  where acad = $5 and fil = $6 and id = $7 and version = $8 and etat = 'a_relire' and par <> acces.moi()`,
  params: ['etat', 'contenu', 'empreinte', 'avis', 'acad', 'fil', 'id', 'version'],
}

export type RemettreRow = {}
export const remettre: Statement<{ acad: string; fil: string; id: string }, RemettreRow> = {
  name: 'dossier.extrait.extrait.remettre',
  text: `update confidentiel.extrait set etat = 'remis', remis_par = acces.moi(), remis_le = acces.maintenant(), version = version + 1
  where acad = $1 and fil = $2 and id = $3 and etat = 'relu'`,
  params: ['acad', 'fil', 'id'],
}
