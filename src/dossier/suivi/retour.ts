import { estUuid, Introuvable, Refus, type AgentDb } from '#platform'
import { dernierMot, notifierAgent, registreDe } from '#signalement'
import { versionDe, type Acte, type Envoi } from '../agir.ts'
import { texte } from '../champs.ts'
import { echeanceDanger } from '../danger.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { exiger } from '../protocole/peut.ts'
import { dangerDe, entendreDire, joindre, tenable } from '../rattachement/rattachement.ts'
import { dejaRecu, ecrire, idDe } from './ecrit.ts'
import { lettre } from './lettres.ts'
import * as sql from './suivi.sql.ts'

type Signalement = sql.SignalementRow

/** The report that comes back after the end, if the form names one; joined to the dossier if it was not yet. */
async function revenu(db: AgentDb, o: Dossier, envoi: Envoi): Promise<Signalement | null> {
  const id = envoi.signalement ?? ''
  if (id === '') return null
  const s = estUuid(id) ? await db.maybe(sql.signalement, { acad: o.acad, id }) : null
  if (s === null) throw new Introuvable()
  if (s.etat === 'clos') throw new Refus('Ce signalement est clos : il a déjà eu sa réponse.')
  tenable(s, o)
  await joindre(db, o, s.id)
  return s
}

/** The dossier lives again: what was written stays, and somebody has it in charge within the day. */
export const rouvrir: Acte = async (db, o, envoi) => {
  const id = idDe(envoi, 'raison')
  if (await dejaRecu(db, o, id)) return { fait: 'rouvert' }
  exiger(o.moi, 'rouvrir', o.situation)
  const raison = texte(envoi, 'raison', 4000, 'Écrivez pourquoi le dossier est rouvert.')
  if (!(await ecrire(db, o, { id, nature: 'reouverture', contenu: { raison } }))) return { fait: 'rouvert' }
  const s = await revenu(db, o, envoi)
  const danger = s !== null && dangerDe(s)
  await accomplir(db, o, 'rouvrir', {
    version: versionDe(envoi),
    fait: 'dossier.rouvrir',
    detail: { signalement: s?.id ?? null, ...(danger && { danger }) },
    ...(danger && { echeance: echeanceDanger() }),
  })
  if (s !== null) await entendreDire(db, o, s)
  // Told already, and more, when the report has a reason to come first.
  if (o.d.responsable !== o.moi.agent && (s?.urgences ?? []).length === 0)
    await notifierAgent(db, o.acad, o.d.id, o.d.responsable, 'nouveau')
  return { fait: 'rouvert' }
}

/** A report about what is over: why the dossier stays closed, and the answer to the person who told. */
export const expliquer: Acte = async (db, o, envoi) => {
  const id = idDe(envoi, 'explication')
  if (await dejaRecu(db, o, id)) return { fait: 'explique' }
  exiger(o.moi, 'expliquer', o.situation)
  const raison = texte(envoi, 'explication', 4000, 'Écrivez pourquoi le dossier reste fini.')
  if (!estUuid(envoi.signalement ?? ''))
    throw new Incomplet({ champ: 'explication', message: 'Choisissez le signalement auquel vous répondez.' })
  if (!(await ecrire(db, o, { id, nature: 'explication', objet: envoi.signalement!, contenu: { raison } })))
    return { fait: 'explique' }
  const s = (await revenu(db, o, envoi))!
  const mot = await lettre(db, o, envoi, 'mot', registreDe(s.declarant))
  await accomplir(db, o, 'expliquer', { version: versionDe(envoi), fait: 'dossier.expliquer', detail: { signalement: s.id } })
  await dernierMot(db, o, s.id, { motif: 'dossier', texte: mot })
  return { fait: 'explique' }
}
