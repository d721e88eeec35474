import type { CtxAgent } from '#acces'

const LISENT: ReadonlySet<string> = new Set([
  'responsable_academique',
  'referente_academique',
  'responsable_departemental',
  'referent_departemental',
])
const a = (c: CtxAgent, roles: ReadonlySet<string>): boolean => c.get('moi').mandats.some((m) => roles.has(m.role))

/** The pôle reads what was settled. */
export const litReglages = (c: CtxAgent): boolean => a(c, LISENT)

/** The responsable académique alone settles it, and the database holds it too. */
export const regleReglages = (c: CtxAgent): boolean => a(c, new Set(['responsable_academique']))
