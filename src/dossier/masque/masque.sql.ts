// Generated from masque.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** The reports of a dossier, with what they say in the clear and what they hold sealed. */
export type SignalementsRow = { id: string; canal: string; contenu: Buffer; quoi: string[]; lieux: string[]; faits_du: string | null; faits_au: string | null; recu_le: Date }
export const signalements: Statement<{ acad: string; dossier: string }, SignalementsRow> = {
  name: 'dossier.masque.masque.signalements',
  text: `select s.id, s.canal, s.contenu, s.quoi, s.lieux, s.faits_du, s.faits_au, s.recu_le
  from confidentiel.rattachement r join confidentiel.signalement s on s.acad = r.acad and s.id = r.fil
  where r.acad = $1 and r.dossier = $2 and r.defait_le is null order by s.recu_le`,
  params: ['acad', 'dossier'],
}
