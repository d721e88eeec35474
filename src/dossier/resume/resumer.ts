import { uuidv7, type AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import { versionDe, type Acte } from '../agir.ts'
import { remonter, type Changement } from '../avant/avant.ts'
import { texte } from '../champs.ts'
import { accomplir, type Dossier } from '../dossier.ts'
import { fusionner, trancher } from '../fusion.ts'
import { exiger } from '../protocole/peut.ts'
import * as sql from './resume.sql.ts'

/**
 * Two people write the summary at once: what one did not touch stays the other's; where both wrote, both texts come back. What it
 * said before is kept, and the fact names the row.
 */
export const resumer: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'resumer', o.situation)
  texte(envoi, 'resume', 8000)
  const tenu = await db.one(sql.tenu, { acad: o.acad, id: o.d.id })
  const resume = dechiffrer<{ texte: string }>(o.fil, 'dossier.resume', o.d.id, tenu.resume).texte
  const fusion = trancher(fusionner(['resume'], { resume }, envoi, versionDe(envoi) === tenu.version), 'dossier.resumer')
  if (!fusion.change) return { fait: 'resume' }
  const id = uuidv7()
  await accomplir(db, o, 'resumer', { fait: 'dossier.resumer', detail: { resume: id } })
  const contenu = chiffrer(o.fil, 'resume_avant.contenu', id, resume)
  await db.run(sql.garder, { acad: o.acad, id, fil: o.d.id, contenu })
  const chiffre = chiffrer(o.fil, 'dossier.resume', o.d.id, { texte: fusion.valeurs.resume })
  await db.run(sql.remplacer, { acad: o.acad, id: o.d.id, resume: chiffre })
  return { fait: 'resume' }
}

/** Newest first: the opening wrote it first, then each change. */
export async function changementsDe(db: AgentDb, o: Dossier): Promise<Changement<string>[]> {
  const lignes = await db.all(sql.avants, { acad: o.acad, fil: o.d.id })
  const textes = new Map(lignes.map((l) => [l.id, dechiffrer<string>(o.fil, 'resume_avant.contenu', l.id, l.contenu)]))
  const ecrits = o.faits.filter((f, i) => i === 0 || f.verbe === 'dossier.resumer')
  return remonter(ecrits, textes, o.resume)
}
