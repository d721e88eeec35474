import { z } from 'zod'
import { Empechement, uuidv7 } from '#platform'
import { ACADEMIES } from './academies.ts'
import * as sqlAgent from './agent.sql.ts'
import { enProprietaire, type Proprietaire } from './import/proprietaire.ts'
import { PHRASES_MANDAT, type Territoire } from './mandat.ts'
import * as sql from './mandat.sql.ts'
import { CODES_ROLES, ROLES, estRole } from './roles.ts'

/** What the operator of the machine may do to the directory, without a session: the first administrator comes from here. */
export interface Operateur {
  ajouter(o: NouvelAgent): Promise<{ deja: boolean }>
  lister(): Promise<MandatVif[]>
  /** Another address for the same agent, whose account is bound anew at the next sign-in; whoever is in under it is put out. */
  adresser(o: { mail: string; nouvelle: string }): Promise<void>
  /** How many mandates were ended. */
  finir(o: { mail: string; role?: string | undefined } & Territoire): Promise<number>
}

export type NouvelAgent = { mail: string; prenom: string; nom: string; role: string } & Territoire
export type MandatVif = sql.MandatsVifsRow

const OPTION = { etablissement: 'etab', circonscription: 'circo', departement: 'dept', academie: null } as const

function verifierAdresse(mail: string): void {
  if (!z.email().safeParse(mail).success) throw new Empechement(`« ${mail} » n’est pas une adresse de courriel.`)
}

/** @throws Empechement when the role or its territory is not what it must be. */
function verifier(o: NouvelAgent): void {
  if (!estRole(o.role))
    throw new Empechement(`La fonction « ${o.role} » n’existe pas. Les fonctions : ${CODES_ROLES.join(', ')}.`)
  verifierAdresse(o.mail)
  const attendu = OPTION[ROLES[o.role].niveau]
  const donnes = (['etab', 'circo', 'dept'] as const).filter((k) => o[k] !== null)
  if (donnes.join() === (attendu ?? '')) return
  throw new Empechement(
    attendu === null
      ? `La fonction « ${o.role} » vaut pour toute l’académie : retirez --${donnes[0]}.`
      : `La fonction « ${o.role} » demande --${attendu}, et lui seul.`,
  )
}

async function ajouter(db: Proprietaire, acad: string, o: NouvelAgent): Promise<{ deja: boolean }> {
  verifier(o)
  const connue = ACADEMIES[acad]
  if (connue !== undefined) await db.run(sql.poserAcademie, { acad, nom: connue.nom, zone: connue.zone })
  const { mail, prenom, nom, role, ...territoire } = o
  const [pose] = await db.all(sqlAgent.poserAgent, { acad, id: uuidv7(), prenom, nom, mail })
  const { dept, circo, etab } = territoire
  const [r] = await db.all(sql.poserMandat, { acad, id: uuidv7(), agent: pose!.agent, role, dept, circo, etab })
  if (r!.resultat !== 'fait') throw new Empechement(PHRASES_MANDAT[r!.resultat]!)
  return { deja: pose!.resultat !== 'fait' }
}

async function adresser(db: Proprietaire, acad: string, { mail, nouvelle }: { mail: string; nouvelle: string }): Promise<void> {
  verifierAdresse(nouvelle)
  const [r] = await db.all(sqlAgent.corrigerAdresse, { acad, mail, nouvelle })
  if (r!.resultat === 'inconnu') throw new Empechement(`Aucun agent n’a l’adresse « ${mail} » : rien n’a changé.`)
  if (r!.resultat === 'mail_pris')
    throw new Empechement(`L’adresse « ${nouvelle} » est déjà celle d’un autre agent : rien n’a changé.`)
}

async function finir(db: Proprietaire, acad: string, o: Parameters<Operateur['finir']>[0]): Promise<number> {
  const siens = await db.all(sql.mandatsVifs, { acad, mail: o.mail })
  const vises = siens.filter(
    (m) =>
      (o.role === undefined || m.role === o.role) &&
      (['etab', 'circo', 'dept'] as const).every((k) => o[k] === null || m[k] === o[k]),
  )
  for (const m of vises) {
    const [r] = await db.all(sql.cloreMandat, { acad, id: m.id })
    if (r!.resultat !== 'fait') throw new Empechement(PHRASES_MANDAT[r!.resultat] ?? r!.resultat)
  }
  return vises.length
}

/** One transaction as the owner of the tables: all of it, or nothing. */
export const commeOperateur = <T>(url: string, acad: string, travail: (o: Operateur) => Promise<T>): Promise<T> =>
  enProprietaire(
    url,
    (db) =>
      travail({
        ajouter: (o) => ajouter(db, acad, o),
        lister: () => db.all(sql.mandatsVifs, { acad, mail: null }),
        adresser: (o) => adresser(db, acad, o),
        finir: (o) => finir(db, acad, o),
      }),
    () => true,
  )
