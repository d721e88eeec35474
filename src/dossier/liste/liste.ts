import { clock, Introuvable, menerABien, page, type AgentDb, type Statement } from '#platform'
import { cadre, enTantQue, lireEnTantQue, type CtxAgent, type Moi } from '#acces'
import { listeDepartements } from '#annuaire'
import { jetonsDe, porteeDe, type Portee } from '#signalement'
import type { Trousseau } from '#platform'
import type { Retour } from '../fiche/fiche.ts'
import { lireNumero } from '../numero.ts'
import { lireFiltres, urlDossiers, type Filtres } from './liste.filtres.ts'
import { bornesRepere } from '../repere/vocabulaire.ts'
import { pageListe, titreListe } from './liste.page.ts'
import { peutSecourir } from '../secours/secours.ts'
import * as sql from './liste.sql.ts'

/** The statements read one more, to know whether there is a next page. */
export const PAR_PAGE = 30
export type Ligne = sql.ParEtabRow

/** Later than any dossier: where the first page begins. */
const FIN = { le: new Date('9999-12-31T00:00:00Z'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

const parametres = (f: Filtres, moi: Moi) => {
  const repere = bornesRepere(f.repere)
  return {
    acad: moi.acad,
    avantLe: (f.avant ?? FIN).le,
    avantId: (f.avant ?? FIN).id,
    etat: f.etat,
    etab: f.etab,
    dept: f.dept,
    responsable: f.responsable === 'moi' ? moi.agent : f.responsable,
    retard: f.retard ? clock.now() : null,
    persiste: f.persiste ? true : null,
    repereDe: repere?.de ?? null,
    repereA: repere?.a ?? null,
  }
}

/** What the words looked for lead to: a number, or every name of them in the blind index. */
async function trouves(db: AgentDb, t: Trousseau, acad: string, q: string): Promise<string[]> {
  const numero = lireNumero(q)
  if (numero !== null) return (await db.all(sql.idDe, { acad, numero })).map((d) => d.id)
  const jetons = jetonsDe(t, acad, q)
  if (jetons.length === 0) return []
  return (await db.all(sql.parNoms, { acad, jetons, n: jetons.length })).map((j) => j.fil)
}

/** The newest of several levels, each row once. */
const fondre = (listes: Ligne[][]): Ligne[] =>
  listes.length === 1
    ? listes[0]!
    : [...new Map(listes.flat().map((l) => [l.id, l])).values()]
        .sort((a, b) => b.ouvert_le.getTime() - a.ouvert_le.getTime() || (a.id < b.id ? 1 : -1))
        .slice(0, PAR_PAGE + 1)

/** One statement for each level that the mandates open, and one for what was granted: all asked at once. */
async function parNiveau(db: AgentDb, moi: Moi, f: Filtres, portee: Portee): Promise<Ligne[]> {
  const p = parametres(f, moi)
  type Niveau = Statement<typeof p & { code: string }, Ligne>
  const niveaux: [Niveau, string[]][] = [
    [sql.parEtab as Niveau, portee.etabs],
    [sql.parCirco as Niveau, portee.circos],
    [sql.parDept as Niveau, portee.depts],
    [sql.parAcad as Niveau, portee.acads],
  ]
  const listes = await Promise.all([
    ...niveaux.flatMap(([s, codes]) => codes.map((code) => db.all(s, { ...p, code }))),
    ...(moi.octrois.length === 0 ? [] : [db.all(sql.parIds, { ...p, ids: moi.octrois })]),
  ])
  return fondre(listes)
}

/** What this agent may see, newest first. Without words to look for, everything is asked in this turn (see `lecture`). */
export async function lister(db: AgentDb, t: Trousseau, moi: Moi, f: Filtres, portee: Portee = porteeDe(moi)): Promise<Ligne[]> {
  if (f.q === '') return parNiveau(db, moi, f, portee)
  const ids = await trouves(db, t, moi.acad, f.q)
  return ids.length === 0 ? [] : db.all(sql.parIds, { ...parametres(f, moi), ids })
}

/** Reads dossiers of a territory by a mandate. */
const litUnTerritoire = (p: Portee): boolean => [p.etabs, p.circos, p.depts, p.acads].some((codes) => codes.length > 0)

/** @throws Introuvable for whoever sees dossiers one by one only, or none. */
export function exigerLecteur(moi: Moi): void {
  if (!litUnTerritoire(porteeDe(moi))) throw new Introuvable()
}

const FAITS = { repere: 'Le repère est posé sur chaque dossier coché : il est dans ses tâches, et sur le bureau à sa date.' }

/** The list that the address asks for; `retour`: what was typed in the form around it, and why it was not taken. */
export async function afficherListe(c: CtxAgent, retour?: Retour): Promise<ReturnType<typeof cadre>> {
  const moi = c.get('moi')
  const portee = porteeDe(moi)
  const parTerritoire = litUnTerritoire(portee)
  const lus = lireFiltres((nom) => c.req.query(nom), c.get('maison').trousseau)
  const filtres = { ...lus, poser: lus.poser && parTerritoire && lus.signalement === null }
  const [lignes, departements] = await (filtres.q === '' ? lireEnTantQue : enTantQue)(c, (db) =>
    Promise.all([
      lister(db, c.get('maison').trousseau, moi, filtres, portee),
      portee.acads.length > 0 ? listeDepartements(db, moi.acad) : [],
    ]),
  )
  const derniere = lignes.length > PAR_PAGE ? lignes[PAR_PAGE - 1]! : null
  const contenu = pageListe({
    lignes: lignes.slice(0, PAR_PAGE),
    departements,
    filtres,
    moi,
    suite: derniere === null ? null : { le: derniere.ouvert_le, id: derniere.id },
    secours: peutSecourir(c),
    peutOuvrir: parTerritoire,
    retour,
  })
  return cadre(c, { titre: titreListe(filtres), courant: '/dossiers', contenu, faits: FAITS })
}

function exigerDossiers(c: CtxAgent): void {
  c.set('motif', '/dossiers')
  if (!c.get('moi').mandats.some((m) => !['dpo', 'administrateur', 'communication'].includes(m.role))) throw new Introuvable()
}

/** What is looked for comes by a form, and leads to the address of the list, where no name can be read. */
export async function chercher(c: CtxAgent): Promise<Response> {
  exigerDossiers(c)
  const corps = await menerABien(() => c.req.parseBody())
  const un = (nom: string): string | undefined => (typeof corps[nom] === 'string' ? corps[nom] : undefined)
  return c.redirect(urlDossiers(lireFiltres(un, c.get('maison').trousseau)), 303)
}

export async function liste(c: CtxAgent): Promise<Response> {
  exigerDossiers(c)
  return page(c, await afficherListe(c))
}
