import { Introuvable, Refus } from '#platform'
import { deporter as mettreDeCote, MOTIFS_DEPORT, relever as reprendre } from '#acces'
import { notifierAgent } from '#signalement'
import type { Acte } from '../agir.ts'
import { parmi } from '../champs.ts'
import { accomplir, consigner, Incomplet, type Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import type { LecteursRow } from '../dossier.sql.ts'
import { confierPrevus } from '../prevu/prevu.ts'

/** Who takes over when the person set aside was responsible: always one person. */
function successeur(o: Dossier, lecteurs: readonly LecteursRow[], agent: string, choisi: string | undefined): string {
  if (o.d.responsable !== agent) return o.d.responsable
  const l = lecteurs.find((x) => x.agent === choisi && x.agent !== agent && x.role !== 'equipe')
  if (l === undefined) throw new Incomplet({ champ: 'successeur', message: 'Choisissez qui devient responsable du dossier.' })
  return l.agent
}

/** A conflict of interest: oneself, or somebody who stands below, is set aside and sees nothing of the situation any more. */
export const deporter: Acte = async (db, o, envoi) => {
  const lecteurs = await db.all(dossierSql.lecteurs, { fil: o.d.id })
  const agent = lecteurs.find((l) => l.agent === envoi.agent_deporte)?.agent
  if (agent === undefined) throw new Incomplet({ champ: 'agent_deporte', message: 'Choisissez la personne.' })
  const motif = parmi(envoi, 'motif', MOTIFS_DEPORT, 'Choisissez pourquoi.')
  const vers = successeur(o, lecteurs, agent, envoi.successeur)
  if (vers !== o.d.responsable)
    await accomplir(db, o, 'confier', { fait: 'dossier.confier', detail: { de: agent, vers }, responsable: vers })
  await confierPrevus(db, o, agent, vers)
  // Before: whoever sets themselves aside can write nothing afterwards.
  await consigner(db, o, 'dossier.deporter', { agent, motif })
  if (!(await mettreDeCote(db, o.d.id, agent, motif)))
    throw new Refus('On se met à l’écart soi-même, ou l’on y met une personne que l’on encadre.')
  await notifierAgent(db, o.acad, o.d.id, vers, 'nouveau')
  return agent === o.moi.agent ? { fait: 'deporte', url: '/dossiers' } : { fait: 'deporte' }
}

export const relever: Acte = async (db, o, _envoi, id) => {
  if (id === undefined) throw new Introuvable()
  if (!(await reprendre(db, o.d.id, id)))
    throw new Refus('Cette personne n’est pas à l’écart, ou ce n’est pas à vous d’en décider.')
  await consigner(db, o, 'dossier.relever', { agent: id })
  return { fait: 'releve' }
}
