import { clock, HEURE, plus, Refus, type AgentDb } from '#platform'
import { inscrire } from '#acces'
import { ECHEANCES } from '../echeances.ts'
import { versionDe, type Verbe } from './envoi.ts'
import { devance, pasClos, type Ouvert } from './ouvert.ts'
import { dateHeure } from './quand.ts'
import * as sql from './traitement.sql.ts'

export const dejaPris = (o: Ouvert): Refus =>
  new Refus(`${o.s.pris_prenom} ${o.s.pris_nom} a pris ce signalement en charge ${dateHeure(o.s.pris_le!)}.`)

/** When the answer is due. To take in charge what comes first answers nobody yet: it stays due when it was. */
function reponseDue({ s }: Ouvert): Date {
  const prevue = plus(clock.now(), ECHEANCES.reponse.heures * HEURE)
  return s.urgences.length > 0 && s.echeance !== null && s.echeance < prevue ? s.echeance : prevue
}

/** From now on somebody has it, by name, and owes an answer. `version`: the one that was on the agent's screen. */
export async function prendreEnCharge(db: AgentDb, o: Ouvert, version: number): Promise<void> {
  const echeance = reponseDue(o)
  if ((await db.run(sql.prendre, { acad: o.acad, id: o.s.id, version, echeance })) === 0) throw devance()
  const verbe = o.s.pris_par === null ? 'signalement.prendre' : 'signalement.reprendre'
  await inscrire(db, o.acad, { fil: o.s.id, verbe, par: o.moi.agent, qualite: o.qualite, detail: { de: o.s.pris_par } })
}

export const prendre: Verbe = async (db, o, envoi) => {
  pasClos(o)
  if (o.s.pris_par === o.moi.agent) return { fait: 'pris' }
  // Taking over from a colleague is said aloud: the form names the colleague that it showed.
  if (o.s.pris_par !== null && envoi.de !== o.s.pris_par) throw dejaPris(o)
  await prendreEnCharge(db, o, versionDe(envoi))
  return { fait: 'pris' }
}
