import type { Moi } from '#acces'

/** The codes that this agent's mandates open, by level: what a list query repeats so that an index can serve it. */
export interface Portee {
  acad: string
  etabs: string[]
  circos: string[]
  depts: string[]
  acads: string[]
}

const codes = (moi: Moi, roles: readonly string[], champ: 'etab' | 'circo' | 'dept'): string[] => [
  ...new Set(moi.mandats.flatMap((m) => (roles.includes(m.role) && m[champ] !== null ? [m[champ]] : []))),
]

/** Several mandates: the union of their levels. The policies decide; this only says where to look. */
export const porteeDe = (moi: Moi): Portee => ({
  acad: moi.acad,
  etabs: codes(moi, ['chef', 'coordonnateur'], 'etab'),
  circos: codes(moi, ['ien'], 'circo'),
  depts: codes(moi, ['referent_departemental', 'responsable_departemental'], 'dept'),
  acads: moi.mandats.some((m) => ['referente_academique', 'responsable_academique'].includes(m.role)) ? [moi.acad] : [],
})

/** True when a mandate, and not only an individual grant, opens this place. */
export const parMandat = (moi: Moi, lieu: { etab: string; circo: string | null; dept: string; niveau: string }): boolean => {
  const p = porteeDe(moi)
  return (
    p.acads.length > 0 ||
    (lieu.niveau !== 'academie' && p.depts.includes(lieu.dept)) ||
    (['etablissement', 'circonscription'].includes(lieu.niveau) && lieu.circo !== null && p.circos.includes(lieu.circo)) ||
    (lieu.niveau === 'etablissement' && p.etabs.includes(lieu.etab))
  )
}
