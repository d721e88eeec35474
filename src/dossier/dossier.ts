import { clock, Conflit, HEURE, Introuvable, plus, Refus, type AgentDb, type Trousseau } from '#platform'
import { dechiffrer, inscrire, lireFil, qualite, type Fil, type Moi } from '#acces'
import * as sql from './dossier.sql.ts'
import { lireNumero } from './numero.ts'
import { exiger, type Situation } from './protocole/peut.ts'
import type { Prealable, Regle, Verbe } from './protocole/protocole.ts'

export interface Identite {
  nom: string
  /** Class, post, link to the others. */
  precision: string
}

/** A dossier that this agent may see, opened with its key. */
export interface Dossier {
  acad: string
  moi: Moi
  t: Trousseau
  d: sql.ParNumeroRow
  fil: Fil
  resume: string
  roles: sql.RolesRow[]
  situation: Situation
  qualite: string
}

/** @throws Introuvable when it does not exist for this agent. */
export async function dossierDe(db: AgentDb, t: Trousseau, moi: Moi, texte: string): Promise<Dossier> {
  const numero = lireNumero(texte)
  const d = numero === null ? null : await db.maybe(sql.parNumero, { acad: moi.acad, numero })
  if (d === null) throw new Introuvable()
  const [fil, roles] = await Promise.all([lireFil(db, t, moi.acad, d.id), db.all(sql.roles, { acad: moi.acad, fil: d.id })])
  const acquis = new Set<Prealable>(roles.some((r) => r.role === 'cible') ? ['cible'] : [])
  return {
    acad: moi.acad,
    moi,
    t,
    d,
    fil,
    resume: dechiffrer<{ texte: string }>(fil, 'dossier.resume', d.id, d.resume).texte,
    roles,
    situation: { ...d, acquis },
    qualite: qualite(moi, d),
  }
}

/** What an agent typed cannot be taken yet: a sentence for each field. */
export class Incomplet extends Refus {
  readonly erreurs: readonly { champ: string; message: string }[]
  constructor(...erreurs: { champ: string; message: string }[]) {
    super(erreurs[0]!.message, 422)
    this.erreurs = erreurs
  }
}

export interface Acte {
  version: number
  fait: string
  detail?: Record<string, string | number | boolean | null | readonly string[]>
  responsable?: string
}

/**
 * One act of the protocol: the table says yes, the dossier moves with its due date, the fact is written. All in the caller's
 * transaction; when somebody else was first, nothing happens.
 */
export async function accomplir(db: AgentDb, o: Dossier, verbe: Verbe, acte: Acte): Promise<Regle> {
  const regle = exiger(o.moi, verbe, o.situation)
  const echeance = regle.heures === undefined ? null : plus(clock.now(), regle.heures * HEURE)
  const n = await db.run(sql.avancer, {
    acad: o.acad,
    id: o.d.id,
    version: acte.version,
    etat: regle.vers,
    echeance,
    responsable: acte.responsable ?? null,
  })
  if (n === 0) throw new Conflit('Ce dossier a changé pendant que vous écriviez.')
  await inscrire(db, o.acad, { fil: o.d.id, verbe: acte.fait, par: o.moi.agent, qualite: o.qualite, detail: acte.detail ?? {} })
  return regle
}
