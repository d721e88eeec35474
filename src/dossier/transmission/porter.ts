import type { AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import { consigner, type Dossier } from '../dossier.ts'
import { honorer, prevoir, prevusDe, type Prevu } from '../prevu/prevu.ts'
import { empreinteDes, type FeuilleScellee } from './feuilles.ts'
import { encoreLa } from './relire.ts'
import * as sql from './transmission.sql.ts'

type Attend = sql.EnAttenteRow

/** Each text of it under the key of another dossier, the same word for word. @throws when the sheet is not the one that was decided. */
function rechiffrer(de: Dossier, vers: Dossier, t: Attend) {
  const passer = (colonne: `transmission.${string}`, c: Uint8Array): Buffer =>
    chiffrer(vers.fil, colonne, t.id, dechiffrer<unknown>(de.fil, colonne, t.id, c))
  if (t.feuille !== null) {
    const feuilles = dechiffrer<FeuilleScellee[]>(de.fil, 'transmission.feuille', t.id, t.feuille)
    if (!empreinteDes(feuilles).equals(t.empreinte!)) throw new Error(`the sheet of ${t.id} is not the one that was sealed`)
  }
  return {
    contenu: passer('transmission.contenu', t.contenu),
    feuille: t.feuille === null ? null : passer('transmission.feuille', t.feuille),
    avisRaison: t.avis_raison === null ? null : passer('transmission.avis', t.avis_raison),
  }
}

/** The promise to have it leave goes along, to the same day; to whoever answers there for somebody who does not see that dossier. */
async function porterPromesse(db: AgentDb, de: Dossier, vers: Dossier, id: string, prevus: readonly Prevu[]): Promise<void> {
  const promis = prevus.find((p) => p.nature === 'transmission_relue' && p.objet === id)
  if (promis === undefined) return
  await honorer(db, de, 'transmission_relue', id, 'annule')
  await prevoir(db, vers, { nature: 'transmission_relue', objet: id, le: promis.le, pour: await encoreLa(db, vers, promis.pour) })
}

/** Those of this dossier that have not left, locked until the end of the transaction. */
export const enAttenteLa = (db: AgentDb, o: Dossier): Promise<Attend[]> => db.all(sql.enAttente, { acad: o.acad, fil: o.d.id })

/** What waits to leave, to the dossier that is kept, as it is: the same sheet, the same second reader to come, a fact on either side. */
export async function porterAttente(db: AgentDb, de: Dossier, vers: Dossier, attente: readonly Attend[]): Promise<void> {
  // Looked for anew, now that they are locked: somebody may have read one meanwhile.
  const prevus = await prevusDe(db, { acad: de.acad, fil: de.d.id })
  for (const t of attente) {
    await porterPromesse(db, de, vers, t.id, prevus)
    await db.run(sql.porter, { acad: de.acad, fil: de.d.id, vers: vers.d.id, id: t.id, ...rechiffrer(de, vers, t) })
    const quoi = { transmission: t.id, destinataire: t.destinataire }
    await consigner(db, de, 'dossier.porter_transmission', { ...quoi, dossier: vers.d.id, numero: vers.d.numero })
    await consigner(db, { ...vers, qualite: de.qualite }, 'dossier.recevoir_transmission', {
      ...quoi,
      dossier: de.d.id,
      numero: de.d.numero,
      etat: t.attente!,
      auteur: t.par,
      ...(t.attente === 'a_relire' && { relire_avant: t.relire_avant!.toISOString() }),
    })
  }
}
