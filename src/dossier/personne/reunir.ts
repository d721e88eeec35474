import { estUuid, Introuvable, Refus, uuidv7, type AgentDb } from '#platform'
import { versionDe, type Acte } from '../agir.ts'
import { texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { noterPourquoi } from '../escalade/escalade.ts'
import { exiger } from '../protocole/peut.ts'
import { identitesDe } from './personne.ts'
import * as sql from './personne.sql.ts'

/** @throws Incomplet when reading the two as one would join what must stay apart. */
async function joignables(db: AgentDb, o: Dossier, garde: string, autre: string): Promise<void> {
  const refus = (message: string): Incomplet => new Incomplet({ champ: 'autre', message })
  const autres = o.memes.toutes(autre)
  const e = await db.one(sql.empechements, { acad: o.acad, fil: o.d.id, toutes: [...o.memes.toutes(garde), ...autres], autres })
  if (e.liees) throw refus('L’une de ces personnes répond de l’autre : ce sont deux personnes.')
  // S55, S65: an adult sees one side; one pupil cannot be on both.
  if (e.cotes) throw refus('Ces deux élèves sont vus de deux côtés dans la préoccupation partagée : ils restent séparés.')
  if (e.prevue)
    throw refus('Un entretien de préoccupation partagée est prévu avec cette personne : gardez plutôt sa fiche à elle.')
}

/** Two entries of one person: the other one is read under this one. No row moves, so that it can be undone (situations § 0.6). */
export const reunir: Acte = async (db, o, envoi, id) => {
  const personnes = await identitesDe(db, o)
  const garde = personnes.find((p) => p.id === o.memes.id(id ?? ''))
  if (garde === undefined) throw new Introuvable()
  exiger(o.moi, 'changer_role', o.situation)
  const autre = personnes.find((p) => p.id === envoi.autre)
  if (autre === undefined || autre.id === garde.id)
    throw new Incomplet({ champ: 'autre', message: 'Choisissez l’autre fiche de cette personne.' })
  const raison = texte(envoi, 'pourquoi_meme', 1000, 'Écrivez à quoi vous voyez que c’est la même personne.')
  await joignables(db, o, garde.id, autre.id)
  const note = await noterPourquoi(db, o, raison)
  // The version stops two people who would each read the other’s entry under their own.
  await accomplir(db, o, 'changer_role', {
    version: versionDe(envoi),
    fait: 'dossier.reunir_personnes',
    detail: { personne: garde.id, autre: autre.id, note },
  })
  const pose = { acad: o.acad, id: uuidv7(), fil: o.d.id, de: autre.id, vers: garde.id }
  if ((await db.run(sql.reunir, pose)) === 0) throw new Refus('Cette fiche est déjà lue sous une autre.')
  return { fait: 'personnes_reunies' }
}

/** They were two people after all: each has again what was written under their own entry. */
export const separer: Acte = async (db, o, envoi, id) => {
  const reunion = envoi.reunion ?? ''
  const r = estUuid(reunion) ? o.memes.vives.find((x) => x.id === reunion) : undefined
  if (r === undefined || o.memes.id(r.vers) !== o.memes.id(id ?? '')) throw new Introuvable()
  exiger(o.moi, 'changer_role', o.situation)
  const raison = texte(envoi, 'pourquoi_deux', 1000, 'Écrivez pourquoi ce sont deux personnes.')
  const note = await noterPourquoi(db, o, raison)
  await accomplir(db, o, 'changer_role', {
    version: versionDe(envoi),
    fait: 'dossier.separer_personnes',
    detail: { personne: r.vers, autre: r.de, note },
  })
  if ((await db.run(sql.separer, { acad: o.acad, fil: o.d.id, id: r.id })) === 0)
    throw new Refus('Ces deux personnes sont déjà séparées.')
  return { fait: 'personnes_separees' }
}
