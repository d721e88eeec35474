import { JOUR, plus, type AgentDb, type Trousseau } from '#platform'
import type { Contenu } from '../contenu.ts'
import { jetonsDe } from './noms.ts'
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

/** For each token, the fields of this report where its name stands. */
function lieuxDesNoms(t: Trousseau, acad: string, c: Contenu): Map<string, string[]> {
  const lieux = new Map<string, string[]>()
  for (const [champ, dit] of Object.entries(CHAMPS) as [keyof typeof CHAMPS, string][])
    for (const jeton of jetonsDe(t, acad, c[champ])) {
      const hex = jeton.toString('hex')
      lieux.set(hex, [...(lieux.get(hex) ?? []), dit])
    }
  return lieux
}

export function raisonNoms(communs: readonly Buffer[], lieux: Map<string, string[]>): string {
  const champs = [...new Set(communs.flatMap((j) => lieux.get(j.toString('hex')) ?? []))]
  const n = communs.length === 1 ? 'Un nom en commun' : `${communs.length} noms en commun`
  return champs.length === 0 ? n : `${n}, dit ici pour ${champs.join(' et ')}`
}

/** Dossiers and reports that may speak of the same thing, with why: names in common, or the same school at the same time. */
export async function proches(db: AgentDb, t: Trousseau, acad: string, s: Depart): Promise<Proche[]> {
  const lieux = lieuxDesNoms(t, acad, s.contenu)
  const jetons = [...lieux.keys()].map((hex) => Buffer.from(hex, 'hex'))
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
        ...(noms.length > 0 ? [raisonNoms(noms, lieux)] : []),
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
