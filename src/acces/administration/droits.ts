import type { MiddlewareHandler } from 'hono'
import { Introuvable } from '#platform'
import { CODES_ROLES, ROLES, type CodeRole } from '#annuaire'
import type { EnvAgent, Moi } from '../session.ts'

/** Who keeps the directory. The database checks the same on every act: see annuaire.je_gere. */
export const GESTION: readonly string[] = ['administrateur', 'responsable_academique', 'responsable_departemental']

export const porteGestion: MiddlewareHandler<EnvAgent> = async (c, next) => {
  if (!c.get('moi').mandats.some((m) => GESTION.includes(m.role))) throw new Introuvable()
  return next()
}

const tient = (moi: Moi, role: CodeRole): boolean => moi.mandats.some((m) => m.role === role)

/** The départements whose agents one keeps; null for the whole académie. */
export const depts = (moi: Moi): string[] | null =>
  tient(moi, 'administrateur') || tient(moi, 'responsable_academique')
    ? null
    : moi.mandats.filter((m) => m.role === 'responsable_departemental').map((m) => m.dept!)

/** The roles that one may give: what the forms offer. */
export function rolesOuvrables(moi: Moi): CodeRole[] {
  if (tient(moi, 'administrateur')) return CODES_ROLES
  if (tient(moi, 'responsable_academique')) return CODES_ROLES.filter((r) => r !== 'administrateur' && r !== 'dpo')
  return CODES_ROLES.filter((r) => r !== 'responsable_departemental' && ROLES[r].niveau !== 'academie')
}
