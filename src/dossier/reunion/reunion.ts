import { Introuvable, Refus, uuidv7, type AgentDb } from '#platform'
import { versionDe, type Acte } from '../agir.ts'
import { texte } from '../champs.ts'
import { accomplir, consigner, dossierPourAgir, Incomplet, type Dossier } from '../dossier.ts'
import { noterPourquoi } from '../escalade/escalade.ts'
import { jetonsDe } from '#signalement'
import { identitesDe } from '../personne/personne.ts'
import { ciblesDe } from '../protocole/familles.ts'
import { exiger } from '../protocole/peut.ts'
import { FINIS } from '../protocole/protocole.ts'
import { entendreDire, joindre, separer } from '../rattachement/rattachement.ts'
import { enAttenteLa, porterAttente } from '../transmission/porter.ts'
import * as sql from './reunion.sql.ts'
import { auDessus } from '../vocabulaire.ts'

async function autreDossier(db: AgentDb, o: Dossier, numero: string): Promise<Dossier> {
  const refus = (message: string): Incomplet => new Incomplet({ champ: 'numero', message })
  if (numero === '') throw refus('Écrivez le numéro de l’autre dossier.')
  const autre = await dossierPourAgir(db, o.t, o.moi, numero).catch((e: unknown) => {
    throw e instanceof Introuvable ? refus('Vous ne voyez aucun dossier sous ce numéro.') : e
  })
  if (autre.d.id === o.d.id) throw refus('C’est le numéro de ce dossier même.')
  if (FINIS.has(autre.d.etat)) throw refus('L’autre dossier est fini : rouvrez-le d’abord, ou gardez celui-ci.')
  // What is held above a school must not come into its sight through another dossier.
  if (auDessus(o.d.niveau, autre.d.niveau))
    throw refus('Ce dossier est tenu à un niveau supérieur : réunissez-les dans l’autre sens.')
  return autre
}

async function deplacer(db: AgentDb, de: Dossier, vers: Dossier, signalements: readonly string[]): Promise<void> {
  for (const fil of signalements) {
    await separer(db, de, fil)
    await joindre(db, vers, fil)
  }
}

/** In the dossier where the act does not happen, as what one is in the one where it does. */
const tracer = (db: AgentDb, o: Dossier, verbe: string, autre: Dossier): Promise<void> =>
  consigner(db, { ...o, qualite: autre.qualite }, verbe, { dossier: autre.d.id, numero: autre.d.numero })

/** The same facts stand in another dossier: its reports and what waits to leave go there, this one says so, and can be told apart again. */
export const doublonner: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'doublonner', o.situation)
  const autre = await autreDossier(db, o, envoi.numero ?? '')
  exiger(o.moi, 'rattacher', autre.situation)
  const raison = texte(envoi, 'pourquoi_reunion', 1000, 'Écrivez à quoi vous voyez que c’est la même situation.')
  const signalements = (await db.all(sql.attaches, { acad: o.acad, dossier: o.d.id })).map((s) => s.fil)
  const attente = await enAttenteLa(db, o)
  const id = uuidv7()
  const avec = { signalements, transmissions: attente.map((t) => t.id) }
  if ((await db.run(sql.reunir, { acad: o.acad, id, fil: o.d.id, vers: autre.d.id, ...avec })) === 0)
    throw new Refus('Ce dossier est déjà réuni à un autre.')
  const note = await noterPourquoi(db, o, raison)
  await deplacer(db, o, autre, signalements)
  await porterAttente(db, o, autre, attente)
  const quoi = (await db.all(sql.dits, { acad: o.acad, fils: signalements })).map((q) => q.quoi)
  await entendreDire(db, autre, { quoi, urgences: o.d.urgences })
  await accomplir(db, o, 'doublonner', {
    version: versionDe(envoi),
    fait: 'dossier.doublonner',
    detail: { dossier: autre.d.id, numero: autre.d.numero, note },
  })
  await tracer(db, autre, 'dossier.reunir', o)
  return { fait: 'reuni', url: `/dossiers/${autre.d.numero}` }
}

/**
 * They were two situations after all: the reports that came from here come back, and what came from here and has not left; what was
 * moved on, sent or withdrawn meanwhile stays where it is.
 */
export const dedoubler: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'dedoubler', o.situation)
  const r = await db.maybe(sql.vivante, { acad: o.acad, fil: o.d.id })
  if (r === null) throw new Refus('Ce dossier n’est réuni à aucun autre.')
  const raison = texte(envoi, 'pourquoi_reunion', 1000, 'Écrivez pourquoi ce sont deux situations.')
  const autre = await dossierPourAgir(db, o.t, o.moi, r.numero)
  const la = new Set((await db.all(sql.attaches, { acad: o.acad, dossier: autre.d.id })).map((s) => s.fil))
  const note = await noterPourquoi(db, o, raison)
  await accomplir(db, o, 'dedoubler', {
    version: versionDe(envoi),
    fait: 'dossier.dedoubler',
    detail: { dossier: autre.d.id, numero: autre.d.numero, note },
  })
  await deplacer(
    db,
    autre,
    o,
    r.signalements.filter((s) => la.has(s)),
  )
  const revient = (await enAttenteLa(db, autre)).filter((t) => r.transmissions.includes(t.id))
  await porterAttente(db, autre, await dossierPourAgir(db, o.t, o.moi, o.d.numero), revient)
  await db.run(sql.defaire, { acad: o.acad, fil: o.d.id, id: r.id })
  await tracer(db, autre, 'dossier.separer', o)
  return { fait: 'separe' }
}

/** Other dossiers under the name of a target of this one: perhaps the same situation, for somebody to look at. Nothing is joined by itself. */
export async function semblablesDe(db: AgentDb, o: Dossier): Promise<sql.SemblablesRow[]> {
  const cibles = new Set(ciblesDe(o.vu))
  const noms = (await identitesDe(db, o)).filter((p) => cibles.has(p.id)).map((p) => jetonsDe(o.t, o.acad, p.nom))
  // A first name alone meets too many.
  const listes = await Promise.all(
    noms
      .filter((jetons) => jetons.length > 1)
      .map((jetons) => db.all(sql.semblables, { acad: o.acad, fil: o.d.id, jetons, n: jetons.length })),
  )
  return [...new Map(listes.flat().map((l) => [l.numero, l])).values()]
}

export interface Reunions {
  semblables: sql.SemblablesRow[]
  vers: string | null
  reunis: string[]
}

export async function reunionsDe(db: AgentDb, o: Dossier): Promise<Reunions> {
  const [vivante, reunis, semblables] = await Promise.all([
    db.maybe(sql.vivante, { acad: o.acad, fil: o.d.id }),
    db.all(sql.reunis, { acad: o.acad, dossier: o.d.id }),
    FINIS.has(o.d.etat) ? [] : semblablesDe(db, o),
  ])
  return { vers: vivante?.numero ?? null, reunis: reunis.map((r) => r.numero), semblables }
}
