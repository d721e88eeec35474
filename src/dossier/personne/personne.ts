import { estUuid, Introuvable, uuidv7, type AgentDb } from '#platform'
import { chiffrer, dechiffrer, type Fil } from '#acces'
import { jetonsDe } from '#signalement'
import type { Acte, Envoi } from '../agir.ts'
import { versionDe } from '../agir.ts'
import { jourSaisi, parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier, type Identite } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import { annoncer } from '../famille/annoncer.ts'
import { fusionner, trancher } from '../fusion.ts'
import { exiger } from '../protocole/peut.ts'
import { ROLES_PERSONNE } from '../vocabulaire.ts'
import { avantsDe, garderIdentite } from './avant.ts'
import * as sql from './personne.sql.ts'

export const chiffrerIdentite = (f: Fil, id: string, i: Identite): Buffer => chiffrer(f, 'personne.identite', id, i)
export const lireIdentite = (f: Fil, id: string, chiffre: Uint8Array): Identite =>
  dechiffrer<Identite>(f, 'personne.identite', id, chiffre)

/** A person of the dossier, with the other entries that are read as theirs. */
export interface Personne extends Identite {
  id: string
  reunies: (Identite & { id: string; reunion: string })[]
}

/** Everybody of a dossier, each once. */
export async function identitesDe(db: AgentDb, o: Pick<Dossier, 'acad' | 'fil' | 'd' | 'memes'>): Promise<Personne[]> {
  const lignes = await db.all(dossierSql.personnes, { acad: o.acad, fil: o.d.id })
  const lues = lignes.map((p) => ({ id: p.id, ...lireIdentite(o.fil, p.id, p.identite) }))
  return lues
    .filter((p) => o.memes.id(p.id) === p.id)
    .map((p) => ({
      ...p,
      reunies: o.memes.vives
        .filter((r) => o.memes.id(r.de) === p.id)
        .map((r) => ({ ...lues.find((x) => x.id === r.de)!, reunion: r.id })),
    }))
}

/** Every way in which a text may name somebody noted like this. */
export const nomsConnus = (identites: readonly Identite[]): string[] =>
  identites
    .flatMap((i) => [i.nom, ...(i.autres ?? '').split(/[,;\n]/)])
    .map((n) => n.trim())
    .filter((n) => n !== '')

const identiteDe = (envoi: Envoi): Identite => ({
  nom: texte(envoi, 'nom', 200, 'Écrivez un nom, ou comment on désigne cette personne.'),
  precision: texte(envoi, 'precision', 300),
  autres: texte(envoi, 'autres', 300),
})

/** The blind index of this dossier, made anew from the people it holds, as they are noted and as they were. */
export async function indexer(
  db: AgentDb,
  o: Pick<Dossier, 'acad' | 't' | 'fil'> & { d: { id: string; etab: string } },
): Promise<void> {
  const ou = { acad: o.acad, fil: o.d.id }
  const [personnes, avants] = await Promise.all([db.all(dossierSql.personnes, ou), avantsDe(db, o)])
  const identites = [...personnes.map((p) => lireIdentite(o.fil, p.id, p.identite)), ...avants.map((a) => a.identite)]
  const noms = identites.map((i) => `${i.nom} ${i.autres ?? ''}`).join(' ')
  await db.run(sql.oterJetons, ou)
  await db.run(sql.poserJetons, { ...ou, etab: o.d.etab, jetons: jetonsDe(o.t, o.acad, noms) })
}

export const inscrirePersonne: Acte = async (db, o, envoi) => {
  const identite = identiteDe(envoi)
  const role = parmi(envoi, 'role', ROLES_PERSONNE, 'Choisissez le rôle de cette personne.')
  const du = jourSaisi(envoi, 'du', true)
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'nom', message: 'Rechargez la page, puis renvoyez.' })
  const chiffre = chiffrerIdentite(o.fil, id, identite)
  // The same form sent twice adds one person.
  if ((await db.run(sql.ajouter, { acad: o.acad, id, fil: o.d.id, identite: chiffre })) === 0) return { fait: 'personne' }
  await db.run(sql.poserRole, { acad: o.acad, id, fil: o.d.id, personne: id, role, du })
  await accomplir(db, o, 'inscrire_personne', {
    fait: 'dossier.inscrire_personne',
    detail: { personne: id, role },
  })
  await indexer(db, o)
  await annoncer(db, o)
  return { fait: 'personne' }
}

/**
 * Corrects a name or a class. Two people at once: one the name, the other the class, both are kept; both the name, both come back.
 * What was noted before is kept, and the fact names the row.
 */
export const corrigerPersonne: Acte = async (db, o, envoi, entree) => {
  if (entree === undefined || !estUuid(entree)) throw new Introuvable()
  const id = o.memes.id(entree)
  exiger(o.moi, 'changer_role', o.situation)
  const tenue = await db.maybe(sql.tenue, { acad: o.acad, fil: o.d.id, id })
  if (tenue === null) throw new Introuvable()
  const avant = lireIdentite(o.fil, id, tenue.identite)
  const { nom, precision, autres = '' } = avant
  const aJour = versionDe(envoi) === o.d.version
  const fusion = trancher(
    fusionner(['nom', 'precision', 'autres'], { nom, precision, autres }, envoi, aJour),
    'dossier.corriger_personne',
  )
  const identite = chiffrerIdentite(o.fil, id, identiteDe(fusion.valeurs))
  if (!fusion.change) return { fait: 'corrige', url: `/dossiers/${o.d.numero}` }
  const garde = uuidv7()
  await accomplir(db, o, 'changer_role', { fait: 'dossier.corriger_personne', detail: { personne: id, identite: garde } })
  await garderIdentite(db, o, { id: garde, personne: id, identite: avant })
  await db.run(sql.modifier, { acad: o.acad, fil: o.d.id, id, identite, version: tenue.version })
  await indexer(db, o)
  return { fait: 'corrige', url: `/dossiers/${o.d.numero}` }
}

/** One more role for the same person, from a day on: somebody may be target and presumed author. */
export const ajouterRole: Acte = async (db, o, envoi, entree) => {
  if (entree === undefined || !estUuid(entree)) throw new Introuvable()
  const id = o.memes.id(entree)
  const connue = (await db.all(dossierSql.personnes, { acad: o.acad, fil: o.d.id })).some((p) => p.id === id)
  if (!connue) throw new Introuvable()
  const role = parmi(envoi, 'role', ROLES_PERSONNE, 'Choisissez le rôle de cette personne.')
  if (o.roles.some((r) => r.personne === id && r.role === role && r.au === null))
    throw new Incomplet({ champ: 'role', message: 'Cette personne a déjà ce rôle.' })
  const du = jourSaisi(envoi, 'du', true)
  if (!estUuid(envoi.role_id ?? '')) throw new Incomplet({ champ: 'role', message: 'Rechargez la page, puis renvoyez.' })
  await accomplir(db, o, 'changer_role', {
    version: versionDe(envoi),
    fait: 'dossier.ajouter_role',
    detail: { personne: id, role },
  })
  await db.run(sql.poserRole, { acad: o.acad, id: envoi.role_id!, fil: o.d.id, personne: id, role, du })
  await annoncer(db, o)
  return { fait: 'role' }
}

export const finirRole: Acte = async (db, o, envoi, entree) => {
  const id = o.memes.id(entree ?? '')
  const role = o.roles.find((r) => r.personne === id && r.id === envoi.fini && r.au === null)
  if (role === undefined) throw new Incomplet({ champ: 'fini', message: 'Choisissez le rôle qui finit.' })
  const au = jourSaisi(envoi, 'au', true)
  await accomplir(db, o, 'changer_role', {
    version: versionDe(envoi),
    fait: 'dossier.finir_role',
    detail: { personne: role.personne, role: role.role },
  })
  // Noted under two entries of the same person, a role ends under both.
  const memes = o.roles.filter((r) => r.personne === id && r.role === role.role && r.au === null)
  for (const r of memes)
    if ((await db.run(sql.finirRole, { acad: o.acad, fil: o.d.id, id: r.id, au })) === 0)
      throw new Incomplet({ champ: 'au', message: 'Un rôle finit après son début, et une seule fois.' })
  return { fait: 'role_fini' }
}
