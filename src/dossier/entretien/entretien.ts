import type { AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import type { Dossier, Identite } from '../dossier.ts'
import { identitesDe } from '../personne/personne.ts'
import { ROLES_PERSONNE, type RolePersonne } from '../vocabulaire.ts'
import { VIDE, type ContenuEntretien } from './champs.ts'
import * as sql from './entretien.sql.ts'

/** A talk as it reads now, or as one of its versions read. */
export interface Entretien extends Omit<sql.DerniersRow, 'contenu' | 'role' | 'issue'>, ContenuEntretien {
  role: RolePersonne
  issue: 'tenu' | 'impossible'
}

export const chiffrerEntretien = (o: Dossier, id: string, e: ContenuEntretien): Buffer =>
  chiffrer(o.fil, 'entretien.contenu', id, e)

const ouvrir = (o: Dossier, { contenu, ...e }: sql.DerniersRow): Entretien => ({
  ...VIDE,
  ...dechiffrer<Partial<ContenuEntretien>>(o.fil, 'entretien.contenu', e.id, contenu),
  ...e,
  role: e.role as RolePersonne,
  issue: e.issue as Entretien['issue'],
})

/**
 * Every talk of the dossier as it reads now, newest first. `adultes` are the agents who led it and `role` the role of the person
 * who was heard: enough to hold that the adult who sees the target never sees the authors (invariant 4).
 */
export const entretiensDe = async (db: AgentDb, o: Dossier): Promise<Entretien[]> =>
  o.memes.lignes(await db.all(sql.derniers, { acad: o.acad, fil: o.d.id })).map((e) => ouvrir(o, e))

/** One talk, newest version first; empty when this dossier has no such talk. */
export const versionsDe = async (db: AgentDb, o: Dossier, suite: string): Promise<Entretien[]> =>
  (await db.all(sql.versions, { acad: o.acad, fil: o.d.id, suite })).map((e) => ouvrir(o, e))

export type Adulte = sql.AdultesRow
/** Who may have led a talk: whoever sees the dossier, and the équipe ressource of its school. */
export const adultesDe = (db: AgentDb, o: Dossier): Promise<Adulte[]> =>
  db.all(sql.adultes, { acad: o.acad, fil: o.d.id, etab: o.d.etab })

export type PersonneDuDossier = Identite & { id: string; roles: RolePersonne[] }

const RANGS = Object.keys(ROLES_PERSONNE)

/** Everybody in the dossier with the roles they hold today, whoever is to be protected first. */
export async function personnesDe(db: AgentDb, o: Dossier): Promise<PersonneDuDossier[]> {
  const rang = (p: PersonneDuDossier): number => Math.min(RANGS.length, ...p.roles.map((r) => RANGS.indexOf(r)))
  return (await identitesDe(db, o))
    .map((p) => ({
      ...p,
      roles: o.roles.filter((r) => r.personne === p.id && r.au === null).map((r) => r.role as RolePersonne),
    }))
    .sort((a, b) => rang(a) - rang(b) || a.nom.localeCompare(b.nom, 'fr'))
}

/** The names of these agents, by identifier: also of those who left since. */
export async function nomsDe(db: AgentDb, o: Dossier, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const lignes = await db.all(sql.noms, { acad: o.acad, ids: [...new Set(ids)] })
  return new Map(lignes.map((a) => [a.id, `${a.prenom} ${a.nom}`]))
}
