// Generated from famille.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type LiensRow = { id: string; enfant: string; responsable: string; autorite: boolean; regle: string; contenu: Buffer; au: string | null; version: number }
export const liens: Statement<{ acad: string; fil: string }, LiensRow> = {
  name: 'dossier.famille.famille.liens',
  text: `select id, enfant, responsable, autorite, regle, contenu, au, version from confidentiel.lien
  where acad = $1 and fil = $2 and au is null order by id`,
  params: ['acad', 'fil'],
}

/** Living, ended, or read under another entry. */
export type UnLienRow = { id: string; enfant: string; responsable: string; autorite: boolean; regle: string; contenu: Buffer; au: string | null; version: number }
export const unLien: Statement<{ acad: string; fil: string; id: string }, UnLienRow> = {
  name: 'dossier.famille.famille.unLien',
  text: `select id, enfant, responsable, autorite, regle, contenu, au, version from confidentiel.lien
  where acad = $1 and fil = $2 and id = $3`,
  params: ['acad', 'fil', 'id'],
}

/** Held until the end of the act: whoever changes it at the same time comes after, and merges. */
export type TenirLienRow = { id: string; enfant: string; responsable: string; autorite: boolean; regle: string; contenu: Buffer; au: string | null; version: number }
export const tenirLien: Statement<{ acad: string; fil: string; id: string }, TenirLienRow> = {
  name: 'dossier.famille.famille.tenirLien',
  text: `select id, enfant, responsable, autorite, regle, contenu, au, version from confidentiel.lien
  where acad = $1 and fil = $2 and id = $3 and au is null for update`,
  params: ['acad', 'fil', 'id'],
}

/** As it was noted until now. */
export type GarderLienRow = {}
export const garderLien: Statement<{ acad: string; id: string; fil: string; lien: string; contenu: Uint8Array }, GarderLienRow> = {
  name: 'dossier.famille.famille.garderLien',
  text: `insert into confidentiel.lien_avant (acad, id, fil, lien, contenu, par, le)
  values ($1, $2, $3, $4, $5, (select acces.moi()), (select acces.maintenant()))`,
  params: ['acad', 'id', 'fil', 'lien', 'contenu'],
}

export type LiensAvantRow = { id: string; contenu: Buffer }
export const liensAvant: Statement<{ acad: string; fil: string; lien: string }, LiensAvantRow> = {
  name: 'dossier.famille.famille.liensAvant',
  text: `select id, contenu from confidentiel.lien_avant where acad = $1 and fil = $2 and lien = $3`,
  params: ['acad', 'fil', 'lien'],
}

export type PoserLienRow = {}
export const poserLien: Statement<{ acad: string; id: string; fil: string; enfant: string; responsable: string; autorite: boolean; regle: string; contenu: Uint8Array }, PoserLienRow> = {
  name: 'dossier.famille.famille.poserLien',
  text: `insert into confidentiel.lien (acad, id, fil, enfant, responsable, autorite, regle, contenu, par, le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, acces.moi(), acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'enfant', 'responsable', 'autorite', 'regle', 'contenu'],
}

export type ChangerLienRow = {}
export const changerLien: Statement<{ autorite: boolean; regle: string; contenu: Uint8Array; acad: string; fil: string; id: string; version: number }, ChangerLienRow> = {
  name: 'dossier.famille.famille.changerLien',
  text: `update confidentiel.lien set autorite = $1, regle = $2, contenu = $3, version = version + 1
  where acad = $4 and fil = $5 and id = $6 and version = $7 and au is null`,
  params: ['autorite', 'regle', 'contenu', 'acad', 'fil', 'id', 'version'],
}

export type FinirLienRow = {}
export const finirLien: Statement<{ au: string; acad: string; fil: string; id: string }, FinirLienRow> = {
  name: 'dossier.famille.famille.finirLien',
  text: `update confidentiel.lien set au = $1, version = version + 1
  where acad = $2 and fil = $3 and id = $4 and au is null`,
  params: ['au', 'acad', 'fil', 'id'],
}

export type ContactsRow = { id: string; enfant: string; cote: string; avec: string[]; issue: string; sujets: string[]; moyen: string | null; motif: string | null; interprete: string | null; contenu: Buffer; jour: string; qualite: string; le: Date; prenom: string; nom: string }
export const contacts: Statement<{ acad: string; fil: string }, ContactsRow> = {
  name: 'dossier.famille.famille.contacts',
  text: `select c.id, c.enfant, c.cote, c.avec, c.issue, c.sujets, c.moyen, c.motif, c.interprete, c.contenu, c.jour, c.qualite, c.le,
    a.prenom, a.nom
  from confidentiel.contact c join annuaire.agent a on a.acad = c.acad and a.id = c.par
  where c.acad = $1 and c.fil = $2 order by c.le, c.id`,
  params: ['acad', 'fil'],
}

export type NoterContactRow = {}
export const noterContact: Statement<{ acad: string; id: string; fil: string; enfant: string; cote: string; avec: readonly string[]; issue: string; sujets: readonly string[]; moyen: string | null; motif: string | null; interprete: string | null; contenu: Uint8Array; jour: string; qualite: string }, NoterContactRow> = {
  name: 'dossier.famille.famille.noterContact',
  text: `insert into confidentiel.contact
  (acad, id, fil, enfant, cote, avec, issue, sujets, moyen, motif, interprete, contenu, jour, par, qualite, le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
    acces.moi(), $14, acces.maintenant())
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'enfant', 'cote', 'avec', 'issue', 'sujets', 'moyen', 'motif', 'interprete', 'contenu', 'jour', 'qualite'],
}

/** The first news to the family of each pupil who has one of these roles, where none is promised and none was given. */
export type PromettreRow = {}
export const promettre: Statement<{ le: Date; acad: string; id: string; roles: readonly string[] }, PromettreRow> = {
  name: 'dossier.famille.famille.promettre',
  text: `insert into confidentiel.prevu (acad, id, fil, nature, objet, pour, le, prevu_par, prevu_le)
  select distinct on (coalesce(u.vers, r.personne)) d.acad, gen_random_uuid(), d.id, 'nouvelles_famille',
      coalesce(u.vers, r.personne), d.responsable, $1::timestamptz, acces.moi(), acces.maintenant()
    from confidentiel.dossier d join confidentiel.personne_role r on r.acad = d.acad and r.fil = d.id
      left join confidentiel.personne_reunie u on u.acad = d.acad and u.fil = d.id and u.de = r.personne and u.separee_le is null
    where d.acad = $2 and d.id = $3 and r.role = any ($4::text[]) and r.au is null
      and not exists (select from confidentiel.prevu p where p.acad = d.acad and p.fil = d.id and p.nature = 'nouvelles_famille'
        and p.objet in (r.personne, u.vers) and p.issue is null)
  on conflict do nothing`,
  params: ['le', 'acad', 'id', 'roles'],
}
