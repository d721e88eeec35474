import { JOUR, plus, type AgentDb, type Trousseau } from '#platform'
import type { Contenu } from '../contenu.ts'
import { jetonsDesCles, suitesDe } from './noms.ts'
import * as sql from './rapprochement.sql.ts'

/** The period within which two reports of one school may be about the same facts. */
const PERIODE = 60 * JOUR

export interface Proche {
  sorte: 'dossier' | 'signalement'
  id: string
  /** Number of the dossier, or what the report says. */
  numero: string | null
  quoi: string[]
  ecole: string
  commune: string
  le: Date
  etat: string
  /** Why it is shown, in words: an agent decides, nothing is joined by itself. */
  raisons: string[]
  noms: number
}

export interface Depart {
  id: string
  etab: string
  recu_le: Date
  contenu: Contenu
}

const CHAMPS = { cible: 'la personne visée', auteurs: 'les personnes mises en cause', temoins: 'les témoins' } as const

/** Tokens of names that stand side by side in this report: one person, most of the time, and what they are said to be. */
interface Suite {
  jetons: string[]
  dit: string
}

const suitesDesNoms = (t: Trousseau, acad: string, c: Contenu): Suite[] =>
  (Object.entries(CHAMPS) as [keyof typeof CHAMPS, string][]).flatMap(([champ, dit]) =>
    suitesDe(c[champ]).map((cles) => ({ jetons: jetonsDesCles(t, acad, cles).map((j) => j.toString('hex')), dit })),
  )

/** Of each run of names, what the other thread holds too; a run that is part of another one is the same person. */
export function personnesCommunes(communs: ReadonlySet<string>, suites: readonly Suite[]): string[][] {
  const tenues = suites
    .map((s) => [...new Set(s.jetons.filter((j) => communs.has(j)))])
    .filter((s) => s.length > 0)
    .sort((a, b) => b.length - a.length)
  return tenues.reduce<string[][]>(
    (gardees, s) => (gardees.some((g) => s.every((j) => g.includes(j))) ? gardees : [...gardees, s]),
    [],
  )
}

/** A first name and a last name are one name. */
export function raisonNoms(communs: readonly Buffer[], suites: readonly Suite[]): string {
  const la = new Set(communs.map((j) => j.toString('hex')))
  const champs = [...new Set(suites.filter((s) => s.jetons.some((j) => la.has(j))).map((s) => s.dit))]
  const combien = personnesCommunes(la, suites).length
  const n = combien <= 1 ? 'Un nom en commun' : `${combien} noms en commun`
  return champs.length === 0 ? n : `${n}, dit ici pour ${champs.join(' et ')}`
}

/** Dossiers and reports that may speak of the same thing, with why: names in common, or the same school at the same time. */
export async function proches(db: AgentDb, t: Trousseau, acad: string, s: Depart): Promise<Proche[]> {
  const suites = suitesDesNoms(t, acad, s.contenu)
  const jetons = [...new Set(suites.flatMap((x) => x.jetons))].map((hex) => Buffer.from(hex, 'hex'))
  const communs = new Map(
    jetons.length === 0 ? [] : (await db.all(sql.memesNoms, { acad, fil: s.id, jetons })).map((r) => [r.fil, r.communs]),
  )
  const ou = { acad, ids: [...communs.keys()], etab: s.etab, du: plus(s.recu_le, -PERIODE), au: plus(s.recu_le, PERIODE) }
  const [dossiers, signalements] = await Promise.all([db.all(sql.dossiers, ou), db.all(sql.signalements, { ...ou, id: s.id })])
  const pourquoi = (l: { id: string; etab: string }, le: Date): Pick<Proche, 'raisons' | 'noms'> => {
    const noms = communs.get(l.id) ?? []
    const periode = l.etab === s.etab && Math.abs(le.getTime() - s.recu_le.getTime()) <= PERIODE
    return {
      noms: noms.length,
      raisons: [
        ...(noms.length > 0 ? [raisonNoms(noms, suites)] : []),
        ...(periode ? ['Même établissement, même période'] : l.etab === s.etab ? ['Même établissement'] : []),
      ],
    }
  }
  const tous: Proche[] = [
    ...dossiers.map((d) => ({ sorte: 'dossier' as const, ...d, quoi: [], le: d.ouvert_le, ...pourquoi(d, d.ouvert_le) })),
    ...signalements.map((d) => ({ sorte: 'signalement' as const, ...d, numero: null, le: d.recu_le, ...pourquoi(d, d.recu_le) })),
  ]
  return tous
    .sort(
      (a, b) =>
        Number(b.noms > 0) - Number(a.noms > 0) ||
        Number(b.sorte === 'dossier') - Number(a.sorte === 'dossier') ||
        b.noms - a.noms ||
        b.raisons.length - a.raisons.length ||
        b.le.getTime() - a.le.getTime(),
    )
    .slice(0, 8)
}
