import { Introuvable } from '#platform'
import type { CtxAgent, Moi } from '#acces'

/** Who writes and publishes: as acces.je_redige() says it in the database (proposition). */
const REDACTEURS: readonly string[] = ['communication', 'referente_academique', 'responsable_academique']

export const redige = (moi: Moi): boolean => moi.mandats.some((m) => REDACTEURS.includes(m.role))

/** Whoever does not write finds no such page. */
export function exigerRedaction(c: CtxAgent, motif: string): Moi {
  c.set('motif', motif)
  const moi = c.get('moi')
  if (!redige(moi)) throw new Introuvable()
  return moi
}
