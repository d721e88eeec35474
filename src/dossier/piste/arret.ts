import type { AgentDb } from '#platform'
import { liste } from '#signalement'
import { Incomplet, type Dossier } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'
import { prevoir } from '../prevu/prevu.ts'
import { pistesEnCours } from '../protocole/prealables.ts'
import { adulteEnCause, contreDe, CONTRE, sourcesDe, type Contre } from './contre.ts'
import { METHODES, type Methode } from './methodes.ts'
import { enCours, lu, type Piste, type Traitement } from './piste.ts'

/** A contraindication may be learnt after a track between pupils has begun: it stops, until somebody switches or writes why not. */

type Detail = Readonly<Record<string, unknown>>
const pistesDites = (o: Dossier): { verbe: string; d: Detail }[] =>
  o.faits
    .filter((f) => f.verbe === 'dossier.engager_piste' || f.verbe === 'dossier.decider_piste')
    .map((f) => ({ verbe: f.verbe, d: f.detail as Detail }))

/** What was already answered with a reason: when the track was begun, or when it was kept. */
const repondues = (o: Dossier, piste: string): Set<unknown> =>
  new Set(
    pistesDites(o)
      .filter(({ d }) => d.piste === piste)
      .flatMap(({ d }) => [...((d.contre as string[] | undefined) ?? []), ...((d.ecartes as string[] | undefined) ?? [])]),
  )

/** What stops this track today: said by the dossier, and answered by nobody. */
export function survenus(o: Dossier, t: Traitement, p: Piste): Contre[] {
  if (!enCours(p) || !METHODES[p.methode as Methode].entreEleves) return []
  const sues = repondues(o, p.id)
  return contreDe(lu(o, t)).filter((c) => !sues.has(c) || (c === 'auteur_adulte' && adulteEnCause(o.roles)))
}

/** The sentence: what is said, where it is written, what one does now; empty when nothing stops the track. */
export function arretDe(o: Dossier, t: Traitement, p: Piste): string {
  const codes = survenus(o, t, p)
  if (codes.length === 0) return ''
  const sources = sourcesDe(lu(o, t))
  const dits = codes.map((c) => `${CONTRE[c].libelle.toLowerCase()} (d’après ${liste(sources.get(c)!)})`)
  const suite = codes.includes('auteur_adulte')
    ? 'changez de voie.'
    : 'changez de voie, ou décidez de la garder en écrivant pourquoi.'
  return `Depuis que cette piste est engagée, le dossier dit : ${dits.join(' ; ')}. Elle est arrêtée : ${suite}`
}

/** @throws Incomplet when the track is stopped. */
export function exigerNonArretee(o: Dossier, t: Traitement, p: Piste, champ: string): void {
  const message = arretDe(o, t, p)
  if (message !== '') throw new Incomplet({ champ, message })
}

/** Somebody has just said this of the dossier: whoever runs a track that it stops has it to decide before the evening. */
export async function arreter(db: AgentDb, o: Dossier, dits: readonly Contre[]): Promise<void> {
  const vives = new Set(pistesEnCours(o.vu))
  const entreEleves = pistesDites(o).filter(
    ({ verbe, d }) =>
      verbe === 'dossier.engager_piste' && vives.has(String(d.piste)) && METHODES[d.methode as Methode].entreEleves,
  )
  const ceSoir = echeanceDe('protection', o.reglages, o.classe)
  for (const { d } of entreEleves) {
    const piste = String(d.piste)
    const sues = repondues(o, piste)
    const promise = o.prevus.find((p) => p.nature === 'decision_piste' && p.objet === piste)
    if (dits.every((c) => sues.has(c)) || (promise !== undefined && promise.le <= ceSoir)) continue
    await prevoir(db, o, { nature: 'decision_piste', le: ceSoir, objet: piste })
  }
}
