import { notifierAgent } from '#signalement'
import { versionDe, type Acte } from '../agir.ts'
import { accomplir, Incomplet } from '../dossier.ts'
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

/** Always one person, among those who see this dossier. */
export const confier: Acte = async (db, o, envoi) => {
  const lecteurs = await db.all(sql.lecteurs, { fil: o.d.id })
  const nouveau = lecteurs.find((l) => l.agent === envoi.agent && l.role !== 'equipe')
  if (nouveau === undefined) throw new Incomplet({ champ: 'agent', message: 'Choisissez une personne qui voit ce dossier.' })
  if (nouveau.agent === o.d.responsable)
    throw new Incomplet({ champ: 'agent', message: `${nouveau.prenom} ${nouveau.nom} en est déjà responsable.` })
  await accomplir(db, o, 'confier', {
    version: versionDe(envoi),
    fait: 'dossier.confier',
    detail: { de: o.d.responsable, vers: nouveau.agent },
    responsable: nouveau.agent,
  })
  await notifierAgent(db, o.acad, o.d.id, nouveau.agent, 'nouveau')
  return { fait: 'confie' }
}
