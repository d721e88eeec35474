import { estUuid, type AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import { notifierAgent } from '#signalement'
import type { Acte, Envoi } from '../agir.ts'
import { texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import * as sql from './note.sql.ts'

/** Who is called: ticked, or written « @Prénom Nom » in the note. */
function appeles(envoi: Envoi, note: string, lecteurs: readonly dossierSql.LecteursRow[]): string[] {
  const plie = (t: string): string => t.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const dits = plie(note)
  const ecrits = lecteurs.filter((l) => dits.includes(plie(`@${l.prenom} ${l.nom}`))).map((l) => l.agent)
  const coches = (envoi.appeles ?? '').split(',').filter(Boolean)
  return [...new Set([...ecrits, ...coches])]
}

export const lireNote = (o: Dossier, id: string, chiffre: Uint8Array): string =>
  dechiffrer<string>(o.fil, 'note.contenu', id, chiffre)

/**
 * A note for colleagues. Who sees the dossier can be called in it: it then waits on their desk. Somebody who does not see it cannot.
 * What was said to a colleague merges with what others do meanwhile.
 */
export const noter: Acte = async (db, o, envoi) => {
  const note = texte(envoi, 'note', 8000, 'Écrivez votre note.')
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'note', message: 'Rechargez la page, puis renvoyez votre note.' })
  const lecteurs = await db.all(dossierSql.lecteurs, { fil: o.d.id })
  const agents = appeles(envoi, note, lecteurs).filter((a) => a !== o.moi.agent)
  if (agents.some((a) => !lecteurs.some((l) => l.agent === a)))
    throw new Incomplet({
      champ: 'note',
      message: 'Une personne que vous appelez ne voit pas ce dossier : elle ne peut pas y être appelée.',
    })
  const contenu = chiffrer(o.fil, 'note.contenu', id, note)
  if ((await db.run(sql.poser, { acad: o.acad, id, fil: o.d.id, qualite: o.qualite, contenu })) === 0) return { fait: 'note' }
  await accomplir(db, o, 'noter', { fait: 'dossier.noter', detail: { note: id, appeles: agents } })
  await appeler(db, o, id, agents)
  return { fait: 'note' }
}

async function appeler(db: AgentDb, o: Dossier, note: string, agents: readonly string[]): Promise<void> {
  if (agents.length === 0) return
  await db.run(sql.mentionner, { acad: o.acad, fil: o.d.id, note, agents })
  for (const agent of agents) await notifierAgent(db, o.acad, o.d.id, agent, 'nouveau_message')
}
