import { estUuid, Introuvable, Refus, type AgentDb } from '#platform'
import type { Urgence } from '#signalement'
import type { Acte } from '../agir.ts'
import { alerter, DANGERS, echeanceDanger } from '../danger.ts'
import { accomplir, consigner, type Dossier } from '../dossier.ts'
import * as ouvertureSql from '../ouverture/ouverture.sql.ts'
import { suivreNiveau } from '../escalade/niveau.ts'
import { contreDits } from '../piste/contre.ts'
import { exiger } from '../protocole/peut.ts'
import { FINIS } from '../protocole/protocole.ts'
import * as sql from './rattachement.sql.ts'
import { auDessus } from '../vocabulaire.ts'

type Ou = Pick<Dossier, 'acad' | 'moi' | 'qualite'> & { d: { id: string; numero: string } }

/** The report is of this dossier from now on; false: it was already. @throws Refus when it is of another one. */
async function lier(db: AgentDb, o: Ou, fil: string): Promise<boolean> {
  if ((await db.run(sql.rattacher, { acad: o.acad, fil, dossier: o.d.id })) === 0) {
    const vivant = await db.maybe(sql.vivant, { acad: o.acad, fil })
    if (vivant?.id === o.d.id) return false
    throw new Refus(
      vivant === null
        ? 'Ce signalement est déjà rattaché à un dossier.'
        : `Ce signalement est déjà rattaché au dossier ${vivant.numero}.`,
    )
  }
  await consigner(db, { ...o, d: { id: fil } }, 'signalement.rattacher', { dossier: o.d.id, numero: o.d.numero })
  await suivreNiveau(db, o)
  return true
}

/** Joins a report to a dossier, with a fact on each. The same twice is one: false, and nothing is written. */
export async function joindre(db: AgentDb, o: Ou, fil: string): Promise<boolean> {
  if (!(await lier(db, o, fil))) return false
  await consigner(db, o, 'dossier.rattacher', { signalement: fil })
  return true
}

/**
 * What a report that joins says, told like what is said in the dossier: a track between pupils that it speaks against is decided
 * before the evening, and its reasons to come first are told at once (S03, S26).
 */
export async function entendreDire(
  db: AgentDb,
  o: Dossier,
  dit: { quoi: readonly string[]; urgences: readonly string[] },
): Promise<void> {
  await alerter(db, o, dit.urgences as Urgence[], contreDits(dit.quoi))
}

/** A danger in it is answered now. */
export const dangerDe = (s: { urgences: readonly string[] }): boolean => s.urgences.some((u) => DANGERS.has(u))

/** What is held above a school must not be seen from the school's dossier, not even that it exists. @throws Refus */
export function tenable(s: { niveau: string }, o: Pick<Dossier, 'd'>): void {
  if (auDessus(s.niveau, o.d.niveau))
    throw new Refus('Ce signalement est tenu à un niveau supérieur à celui de ce dossier : ouvrez un dossier à ce niveau.')
}

/** POST from the page of the report: it stays there. */
export const rattacher: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'rattacher', o.situation)
  const fil = envoi.signalement ?? ''
  const s = estUuid(fil) ? await db.maybe(ouvertureSql.signalement, { acad: o.acad, id: fil }) : null
  if (s === null) throw new Introuvable()
  if (s.etat === 'clos') throw new Refus('Ce signalement est clos : il ne peut plus être rattaché.')
  tenable(s, o)
  // After the end nothing joins in silence: the dossier is opened anew, or says why it is not. Nothing is written before that choice.
  if (FINIS.has(o.d.etat)) return { fait: 'choisir', url: `/dossiers/${o.d.numero}/suivi?signalement=${fil}` }
  if (await lier(db, o, fil)) {
    const danger = dangerDe(s)
    await accomplir(db, o, 'rattacher', {
      fait: 'dossier.rattacher',
      detail: { signalement: fil, ...(danger && { danger }) },
      ...(danger && { echeance: echeanceDanger() }),
    })
    await entendreDire(db, o, s)
  }
  return { fait: 'rattache', url: `/signalements/${fil}` }
}

/** Takes a report out of a dossier, with a fact on each. */
export async function separer(
  db: AgentDb,
  o: Pick<Dossier, 'acad' | 'moi' | 'qualite'> & { d: { id: string; numero: string } },
  fil: string,
): Promise<void> {
  if ((await db.run(sql.detacher, { acad: o.acad, fil, dossier: o.d.id })) === 0)
    throw new Refus('Ce signalement n’est plus rattaché à ce dossier.')
  await consigner(db, { ...o, d: { id: fil } }, 'signalement.detacher', { dossier: o.d.id, numero: o.d.numero })
  await consigner(db, o, 'dossier.detacher', { signalement: fil })
}

export const detacher: Acte = async (db, o, _envoi, fil) => {
  exiger(o.moi, 'rattacher', o.situation)
  if (fil === undefined || !estUuid(fil)) throw new Introuvable()
  await separer(db, o, fil)
  return { fait: 'detache' }
}
