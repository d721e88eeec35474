import { Introuvable, Refus, uuidv7, type AgentDb } from '#platform'
import { motsDesFacettes } from '../etagere/recherche.lexique.ts'
import { adresseDuWeb, liensDehors } from '../texte/liens.ts'
import { relire, type Remarque } from '../texte/relecture.ts'
import * as sql from './redaction.sql.ts'
import { dansJours, REVUE_JOURS } from './revue.ts'
import { adresseDe, type FichierSaisi, type Saisie } from './version.form.ts'

export type Version = sql.VersionRow
export type Fichier = sql.FichiersRow

/** @throws Introuvable when there is no such version for this agent. */
export async function versionDe(db: AgentDb, acad: string, id: string, rang: number | null = null): Promise<Version> {
  const v = await db.maybe(sql.version, { acad, id, rang })
  if (v === null) throw new Introuvable()
  return v
}

/** A version as the form shows it: what is written next follows it. */
export const saisieDe = (v: Version, fichiers: readonly Fichier[]): Saisie => ({
  genre: v.genre as Saisie['genre'],
  ressource: v.ressource,
  id: uuidv7(),
  base: v.id,
  titre: v.titre,
  adresse: v.adresse,
  resume: v.resume,
  texte: v.texte,
  acces: v.acces,
  forme: v.forme,
  publics: v.publics,
  niveaux: v.niveaux,
  themes: v.themes,
  piliers: v.piliers.map(String),
  etapes: v.etapes,
  duree: v.duree === null ? '' : String(v.duree),
  falc: v.falc,
  licence: v.licence,
  origine: v.origine,
  lien: v.lien,
  remplace: v.remplace ?? '',
  fichiers: fichiers.map((f) => ({
    id: f.id,
    rang: f.rang,
    libelle: f.libelle,
    alternative: f.alternative,
    pour: f.pour,
    langue: f.langue,
  })),
})

const INCONNU = { type: 'application/pdf', balise: false }

export const relireSaisie = (s: Saisie, connus: ReadonlyMap<string, { type: string; balise: boolean }>): Remarque[] =>
  relire({ ...s, fichiers: s.fichiers.map((f) => ({ ...f, ...(connus.get(f.id) ?? INCONNU) })) })

/** Ranks stay what they were, since the text names them; a new file takes the next one. */
export function rangs(fichiers: readonly FichierSaisi[]): FichierSaisi[] {
  const pris = new Set<number>()
  return fichiers.map((f) => {
    let { rang } = f
    while (rang < 1 || rang > 98 || pris.has(rang)) rang = Math.max(0, ...pris) + 1
    pris.add(rang)
    return { ...f, rang }
  })
}

function champsDe(s: Saisie) {
  const lien = s.lien === '' ? '' : (adresseDuWeb(s.lien) ?? '')
  const annexes = s.fichiers.map((f) => `${f.libelle} ${f.alternative}`).join(' ')
  return {
    titre: s.titre,
    resume: s.resume,
    texte: s.texte,
    acces: s.acces,
    forme: s.forme,
    publics: s.publics,
    niveaux: s.niveaux,
    themes: s.themes,
    piliers: s.piliers.map(Number),
    etapes: s.etapes,
    duree: s.duree === '' ? null : Number(s.duree),
    falc: s.falc,
    licence: s.licence,
    origine: s.origine,
    lien,
    remplace: s.remplace === '' ? null : s.remplace,
    liens: [...new Set([...(lien === '' ? [] : [lien]), ...liensDehors(s.texte)])],
    mots: `${motsDesFacettes(s)} ${s.origine} ${annexes}`.slice(0, 150_000),
  }
}

export interface Ecrite {
  rang: number
  /** Somebody else wrote meanwhile: this text is kept aside, and theirs is still the newest. */
  ecartee: boolean
}

/** A new resource with its first version. The same form sent twice writes once. */
export async function creer(db: AgentDb, acad: string, s: Saisie): Promise<void> {
  const voulue = s.adresse || adresseDe(s.titre)
  let adresse = voulue
  for (let n = 2; (await db.one(sql.adressePrise, { acad, genre: s.genre, adresse })).prise; n++) {
    if (s.adresse !== '' || n > 50) throw new Refus('Cette adresse est déjà prise : choisissez-en une autre.', 422)
    adresse = `${voulue}-${n}`
  }
  if ((await db.run(sql.creer, { acad, id: s.ressource, genre: s.genre, adresse, aRevoirLe: dansJours(REVUE_JOURS) })) === 0)
    return
  await ecrire(db, acad, { ...s, base: '' })
}

/**
 * Writes a version after the one that it began from. When another was written meanwhile, both are kept: this one aside.
 * @throws Introuvable when the resource does not exist for this agent.
 */
export async function ecrire(db: AgentDb, acad: string, s: Saisie): Promise<Ecrite> {
  const tenue = await db.maybe(sql.tenir, { acad, id: s.ressource })
  if (tenue === null) throw new Introuvable()
  await verifierRemplace(db, acad, s)
  const ecartee = (tenue.tete ?? '') !== s.base
  const connue = await db.maybe(sql.versionParId, { acad, ressource: s.ressource, id: s.base || s.id })
  const precedente = connue === null || s.base === '' ? null : s.base
  const faite = await db.maybe(sql.ecrire, { acad, id: s.id, ressource: s.ressource, precedente, ecartee, ...champsDe(s) })
  // The same form sent twice.
  if (faite === null)
    return { rang: (await db.one(sql.versionParId, { acad, ressource: s.ressource, id: s.id })).rang, ecartee: false }
  // A film before its captions, which name it.
  for (const f of rangs(s.fichiers).toSorted((a, b) => Number(a.pour !== null) - Number(b.pour !== null)))
    await db.run(sql.joindre, {
      acad,
      version: s.id,
      fichier: f.id,
      rang: f.rang,
      libelle: f.libelle,
      alternative: f.alternative,
      pour: f.pour,
      langue: f.langue,
    })
  if (!ecartee) await db.run(sql.avancer, { acad, id: s.ressource, tete: s.id })
  return { rang: faite.rang!, ecartee }
}

async function verifierRemplace(db: AgentDb, acad: string, s: Saisie): Promise<void> {
  if (s.remplace === '') return
  const autres = await db.all(sql.remplacables, { acad, sauf: s.ressource })
  if (s.genre !== 'ressource' || !autres.some((r) => r.id === s.remplace))
    throw new Refus('La ressource à remplacer n’existe pas.', 422)
  const suite = await db.all(sql.chaine, { acad, id: s.remplace })
  if (suite.some((r) => r.id === s.ressource))
    throw new Refus('Cette ressource est déjà remplacée par celle-ci : elles ne peuvent pas se remplacer l’une l’autre.', 422)
}
