import type { AgentDb } from '#platform'
import { notifierAgent } from '#signalement'
import { accordDuFait, lireAccord, type Accord } from '../accord/accord.ts'
import { versionDe, type Acte, type Envoi, type Suite } from '../agir.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { niveauDe, noterPourquoi } from '../escalade/escalade.ts'
import * as sql from '../dossier.sql.ts'
import { annoncer } from '../famille/annoncer.ts'

/** Whoever takes the situation in charge is its responsable. */
export const prendre: Acte = async (db, o, envoi) => {
  await accomplir(db, o, 'prendre', {
    version: versionDe(envoi),
    fait: 'dossier.prendre',
    detail: { de: o.d.responsable },
    responsable: o.moi.agent,
  })
  await annoncer(db, o)
  return { fait: 'pris' }
}

/** Always one person, among those who see this dossier; from one level to another, with what the family knows of it. */
export const confier: Acte = async (db, o, envoi) =>
  donner(db, o, envoi, (niveaux) => (niveaux === 1 ? null : lireAccord(envoi, 'responsable')))

/** The same, when it is people who change and not a situation that moves (an absence, a departure): nothing is asked. */
export const remplacer: Acte = async (db, o, envoi) => donner(db, o, envoi, () => null)

async function donner(db: AgentDb, o: Dossier, envoi: Envoi, accordDe: (niveaux: number) => Accord | null): Promise<Suite> {
  const lecteurs = await db.all(sql.lecteurs, { fil: o.d.id })
  const nouveau = lecteurs.find((l) => l.agent === envoi.agent && l.role !== 'equipe')
  if (nouveau === undefined) throw new Incomplet({ champ: 'agent', message: 'Choisissez une personne qui voit ce dossier.' })
  if (nouveau.agent === o.d.responsable)
    throw new Incomplet({ champ: 'agent', message: `${nouveau.prenom} ${nouveau.nom} en est déjà responsable.` })
  const ancien = lecteurs.find((l) => l.agent === o.d.responsable)
  const accord = accordDe(new Set([ancien ?? nouveau, nouveau].map((l) => niveauDe(l.role))).size)
  const note = accord === null || accord.mots === '' ? null : await noterPourquoi(db, o, accord.mots)
  await accomplir(db, o, 'confier', {
    version: versionDe(envoi),
    fait: 'dossier.confier',
    detail: { de: o.d.responsable, vers: nouveau.agent, ...(accord !== null && { note, ...accordDuFait(accord) }) },
    responsable: nouveau.agent,
  })
  await notifierAgent(db, o.acad, o.d.id, nouveau.agent, 'nouveau')
  return { fait: 'confie' }
}
