import type { Moi } from '#acces'

/** Those who gather what schools did: the département, and the communication team. */
const ROLES = ['communication', 'referent_departemental', 'responsable_departemental']

export const peutImporter = (moi: Moi): boolean => moi.mandats.some((m) => ROLES.includes(m.role))
