import type { AgentDb } from '#platform'
import { lireFils } from '#acces'
import { lireContenu, type Contenu } from '#signalement'
import type { Dossier } from '../dossier.ts'
import { avantsDe } from '../personne/avant.ts'
import { identitesDe, nomsConnus } from '../personne/personne.ts'
import { estDescription, nomsPropres } from './description.ts'
import * as sql from './masque.sql.ts'
import { COURANTS, PRENOMS_COURANTS } from './mots.ts'
import { atomes, Cles, plier, type Nomme } from './noms.ts'

/** A person of the dossier, with every way in which a text may name them. */
export interface Connu {
  id: string
  nom: string
  noms: readonly string[]
  /** Names under which they were noted before somebody corrected it. */
  avant: readonly string[]
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

const tousLesNoms = (c: Connu): Connu => ({ ...c, noms: [...c.noms, ...c.avant] })

/** Does one of these people bear this word as a name, however it is written? */
function porteurs(connus: readonly Connu[]): (brut: string) => boolean {
  const cles = connus.map((c) => new Cles({ ...c, garde: false, dire: '' }))
  return (brut) => cles.some((c) => c.lire({ pli: plier(brut), capitale: true, majuscules: false, debut: false }) > 0)
}

/** « la fille en rose » names nobody; « Rose, de 5e B » does. */
function peutNommer(m: string): boolean {
  const pli = plier(m)
  return !COURANTS.has(pli) || (PRENOMS_COURANTS.has(pli) && m[0] !== m[0]!.toLowerCase())
}

/** The words of a report that may be names, but those that a person of the dossier bears already. */
function rapportesDe(rapports: readonly Rapport[], connus: readonly Connu[]): string[] {
  const porte = porteurs(connus.map(tousLesNoms))
  const mots = rapports.flatMap(
    ({ contenu: c }) => [c.cible, c.auteurs, c.temoins, c.declarant].join(' ').match(/\p{L}[\p{L}\p{M}]+/gu) ?? [],
  )
  return [...new Map(mots.filter((m) => m.length >= 3 && peutNommer(m) && !porte(m)).map((m) => [plier(m), m])).values()]
}

/** Everybody whom a text of this dossier may name. */
export async function nomsDe(db: AgentDb, o: Dossier): Promise<Noms> {
  const [personnes, avants, rapports] = await Promise.all([identitesDe(db, o), avantsDe(db, o), rapportsDe(db, o)])
  const connus = personnes.map((p) => {
    const roles = new Set(o.roles.filter((r) => r.personne === p.id).map((r) => r.role))
    return {
      id: p.id,
      nom: p.nom,
      noms: nomsConnus([p, ...p.reunies]),
      avant: nomsConnus(avants.filter((a) => o.memes.id(a.personne) === p.id).map((a) => a.identite)),
      precision: p.precision,
      roles,
      adulte: roles.size > 0 && [...roles].every((r) => ADULTES.has(r)),
    }
  })
  return sansDescriptions({ connus, rapports, rapportes: rapportesDe(rapports, connus) })
}

/** Each person by what names them, and nobody by the name of somebody else. */
export function sansDescriptions(n: Noms): Noms {
  const propres = n.connus.flatMap(tousLesNoms).flatMap((c) => c.noms.filter((nom) => !estDescription(nom)))
  const nommes = new Set(propres.flatMap(atomes))
  return {
    ...n,
    connus: n.connus.map((c) => ({ ...c, noms: nomsPropres(c.noms, nommes), avant: nomsPropres(c.avant, nommes) })),
  }
}

const LETTRES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const lettre = (n: number): string => (n < 26 ? LETTRES[n]! : `${LETTRES[Math.floor(n / 26) - 1]}${LETTRES[n % 26]}`)

/** Nobody inscribed: a word that may be the name of somebody. */
const inconnue = (nom: string, dire: string): Nomme => ({ id: nom, noms: [nom], adulte: false, garde: false, dire })

/**
 * Names under which those who may be named were noted once, and which none of them bears today. Perhaps a spelling, perhaps another
 * child noted by mistake: nobody can tell from the text, so it is hidden.
 */
function abandonnes(gardes: readonly Connu[]): string[] {
  const porte = porteurs(gardes)
  const mots = gardes.flatMap((c) => c.avant).map((nom) => atomes(nom).filter((mot) => !porte(mot)))
  return [...new Set(mots.filter((m) => m.length > 0).map((m) => m.join(' ')))]
}

/** For a family: their own child and its guardians are named, everybody else is a letter, the same throughout. */
export function pourFamille(n: Noms, gardes: ReadonlySet<string>): Nomme[] {
  let rang = 0
  const dire = (adulte: boolean): string => `${adulte ? 'un adulte' : 'un autre élève'} (${lettre(rang++)})`
  const [siens, autres] = [n.connus.filter((c) => gardes.has(c.id)), n.connus.filter((c) => !gardes.has(c.id))]
  return [
    ...siens.map((c) => ({ ...c, garde: true, dire: c.nom })),
    ...autres.map((c) => ({ ...tousLesNoms(c), garde: false, dire: dire(c.adulte) })),
    ...n.rapportes.map((nom) => inconnue(nom, `une autre personne (${lettre(rang++)})`)),
    ...abandonnes(siens).map((nom) => inconnue(nom, `une personne (${lettre(rang++)})`)),
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

/** « Le grand frère de Mattéo », whom nobody else is: M. */
const initialesDe = (c: Connu): string => (estDescription(c.nom) ? c.noms[0]! : c.nom)

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
    ...n.connus.map((c) => ({ ...tousLesNoms(c), garde: false, dire: c.noms.length === 0 ? c.nom : dire(initialesDe(c)) })),
    ...n.rapportes.map((nom) => inconnue(nom, dire(nom))),
  ]
}

/** What a capital may be without being a name: the school and its town. */
export const lieuxDe = (o: Dossier): Set<string> => new Set(plier(`${o.d.ecole} ${o.d.commune}`).match(/\p{L}+/gu) ?? [])
