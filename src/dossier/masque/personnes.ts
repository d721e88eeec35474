import type { AgentDb } from '#platform'
import { lireFils } from '#acces'
import { lireContenu, type Contenu } from '#signalement'
import type { Dossier } from '../dossier.ts'
import { identitesDe, nomsConnus } from '../personne/personne.ts'
import * as sql from './masque.sql.ts'
import { COURANTS } from './mots.ts'
import { Cles, plier, type Nomme } from './noms.ts'

/** A person of the dossier, with every way in which a text may name them. */
export interface Connu {
  id: string
  nom: string
  noms: readonly string[]
  precision: string
  roles: ReadonlySet<string>
  adulte: boolean
}

export interface Rapport extends Omit<sql.SignalementsRow, 'contenu'> {
  contenu: Contenu
}

export interface Noms {
  connus: readonly Connu[]
  /** Names that only the reports say, of people whom nobody has inscribed. */
  rapportes: readonly string[]
  rapports: readonly Rapport[]
}

const ADULTES = new Set(['responsable_legal', 'professionnel'])

async function rapportsDe(db: AgentDb, o: Dossier): Promise<Rapport[]> {
  const lignes = await db.all(sql.signalements, { acad: o.acad, dossier: o.d.id })
  const fils = await lireFils(
    db,
    o.t,
    o.acad,
    lignes.map((l) => l.id),
  )
  return lignes.flatMap(({ contenu, ...l }) => {
    const fil = fils.get(l.id)
    return fil === undefined ? [] : [{ ...l, contenu: lireContenu(fil, contenu) }]
  })
}

/** The words of a report that may be names, but those that a person of the dossier bears already. */
function rapportesDe(rapports: readonly Rapport[], connus: readonly Connu[]): string[] {
  const cles = connus.map((c) => new Cles({ ...c, garde: false, dire: '' }))
  const mots = rapports.flatMap(
    ({ contenu: c }) => [c.cible, c.auteurs, c.temoins, c.declarant].join(' ').match(/\p{L}[\p{L}\p{M}]+/gu) ?? [],
  )
  const porte = (brut: string): boolean =>
    cles.some((c) => c.lire({ pli: plier(brut), capitale: true, majuscules: false, debut: false }) > 0)
  return [
    ...new Map(mots.filter((m) => m.length >= 3 && !COURANTS.has(plier(m)) && !porte(m)).map((m) => [plier(m), m])).values(),
  ]
}

/** Everybody whom a text of this dossier may name. */
export async function nomsDe(db: AgentDb, o: Dossier): Promise<Noms> {
  const [personnes, rapports] = await Promise.all([identitesDe(db, o), rapportsDe(db, o)])
  const connus = personnes.map((p) => {
    const roles = new Set(o.roles.filter((r) => r.personne === p.id).map((r) => r.role))
    return {
      id: p.id,
      nom: p.nom,
      noms: nomsConnus(p),
      precision: p.precision,
      roles,
      adulte: roles.size > 0 && [...roles].every((r) => ADULTES.has(r)),
    }
  })
  return { connus, rapports, rapportes: rapportesDe(rapports, connus) }
}

const LETTRES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const lettre = (n: number): string => (n < 26 ? LETTRES[n]! : `${LETTRES[Math.floor(n / 26) - 1]}${LETTRES[n % 26]}`)

/** For a family: their own child and its guardians are named, everybody else is a letter, the same throughout. */
export function pourFamille(n: Noms, gardes: ReadonlySet<string>): Nomme[] {
  let rang = 0
  const dire = (adulte: boolean): string => `${adulte ? 'un adulte' : 'un autre élève'} (${lettre(rang++)})`
  return [
    ...n.connus.map((c) => ({ ...c, garde: gardes.has(c.id), dire: gardes.has(c.id) ? c.nom : dire(c.adulte) })),
    ...n.rapportes.map((nom) => ({
      id: nom,
      noms: [nom],
      adulte: false,
      garde: false,
      dire: `une autre personne (${lettre(rang++)})`,
    })),
  ]
}

/** « K. D. »: the first letter of the first and of the last of a name. */
export function initiales(nom: string): string {
  const mots = nom.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const tetes = [mots[0], ...(mots.length > 1 ? [mots.at(-1)] : [])].map((m) => m?.[0]?.toUpperCase())
  return (
    tetes
      .filter(Boolean)
      .map((t) => `${t}.`)
      .join(' ') || 'X.'
  )
}

/** For Faits établissement: nobody is named, everybody by initials; those who share theirs by a number beside them. */
export function enInitiales(n: Noms): Nomme[] {
  const vus = new Map<string, number>()
  const dire = (nom: string): string => {
    const i = initiales(nom)
    const rang = (vus.get(i) ?? 0) + 1
    vus.set(i, rang)
    return rang === 1 ? i : `${i} (${rang})`
  }
  return [
    ...n.connus.map((c) => ({ ...c, garde: false, dire: dire(c.nom) })),
    ...n.rapportes.map((nom) => ({ id: nom, noms: [nom], adulte: false, garde: false, dire: dire(nom) })),
  ]
}

/** What a capital may be without being a name: the school and its town. */
export const lieuxDe = (o: Dossier): Set<string> => new Set(plier(`${o.d.ecole} ${o.d.commune}`).match(/\p{L}+/gu) ?? [])
