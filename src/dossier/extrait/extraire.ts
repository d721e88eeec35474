import { estUuid, Introuvable, Refus, type AgentDb } from '#platform'
import { chiffrer, consulter, dechiffrer } from '#acces'
import { notifierAgent } from '#signalement'
import { versionDe, type Acte, type Envoi } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { consigner, Incomplet, type Dossier } from '../dossier.ts'
import { COTES, type Cote } from '../famille/famille.mots.ts'
import { eleveDe } from '../famille/lien.ts'
import { exigerMotif } from '../motif/sans.ts'
import { exiger } from '../protocole/peut.ts'
import type { Verbe } from '../protocole/protocole.ts'
import { exigerAutre, exigerUn, lireAvis, prevenirSeconds } from '../relecture/relecture.ts'
import { construire, empreinteDe, figer, type Extrait, type Reglage } from './construire.ts'
import * as sql from './extrait.sql.ts'
import { PARTIES, type CodePartie } from './parties.ts'

/** Said of an extract that was prepared before. */
export const DEPASSE =
  'Des fiches de personnes ont été réunies ou séparées depuis : cet extrait ne peut plus partir. Préparez-en un nouveau.'

/** By what right it is given. Proposition for the wording; the articles are those of S59 and of the RGPD. */
export const BASES = {
  autorite: { libelle: 'Un parent demande ce qui concerne son enfant (code civil, 371-1 ; CRPA, L311-6)' },
  acces: { libelle: 'Droit d’accès aux données de l’élève (RGPD, article 15) : réponse dans le mois' },
} as const

export interface ExtraitLu extends Omit<sql.UnRow, 'contenu' | 'avis' | 'cote'> {
  cote: Cote
  contenu: Extrait
  avis: string
}

/** @throws Introuvable when this dossier has no such extract. */
export async function extraitDe(db: AgentDb, o: Dossier, id: string | undefined): Promise<ExtraitLu> {
  const e = estUuid(id ?? '') ? await db.maybe(sql.un, { acad: o.acad, fil: o.d.id, id: id! }) : null
  if (e === null) throw new Introuvable()
  return {
    ...o.memes.lignes([e])[0]!,
    cote: e.cote as Cote,
    contenu: dechiffrer<Extrait>(o.fil, 'extrait.contenu', e.id, e.contenu),
    avis: e.avis === null ? '' : dechiffrer<string>(o.fil, 'extrait.avis', e.id, e.avis),
  }
}

const sceller = (o: Dossier, id: string, e: Extrait): Buffer => chiffrer(o.fil, 'extrait.contenu', id, e)
const url = (o: Dossier, id: string): string => `/dossiers/${o.d.numero}/familles/extraits/${id}`

function reglageDe(envoi: Envoi): Reglage {
  const parties = (Object.keys(PARTIES) as CodePartie[]).filter((code) => envoi[`partie_${code}`] === 'oui')
  if (parties.length === 0) throw new Incomplet({ champ: 'partie_contacts', message: 'Cochez ce que l’extrait contient.' })
  const apres = (prefixe: string): string[] =>
    Object.keys(envoi)
      .filter((k) => k.startsWith(prefixe) && envoi[k] === 'oui')
      .map((k) => k.slice(prefixe.length))
  const cacher = texte(envoi, 'cacher', 2000)
    .split(/[\n,;]/)
    .map((l) => l.trim())
    .filter((l) => l !== '')
  return { parties, cacher, laisser: apres('laisser_'), oter: apres('oter_') }
}

async function noter(db: AgentDb, o: Dossier, f: { fait: string; detail: Record<string, string> }): Promise<void> {
  const { fait: verbe, detail } = f
  await consigner(db, o, verbe, detail)
}

const QUOI = 'Cet extrait'

/** Prepared from the dossier, masked; nothing leaves yet. */
export const preparer: Acte = async (db, o, envoi, eleve) => {
  exiger(o.moi, 'extraire', o.situation)
  const enfant = eleveDe(o, eleve)
  const cote = parmi(envoi, 'cote', COTES, 'Rechargez la page, puis renvoyez.')
  if (!o.roles.some((r) => r.personne === enfant && (COTES[cote].roles as readonly string[]).includes(r.role)))
    throw new Introuvable()
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'pour', message: 'Rechargez la page, puis renvoyez.' })
  const pour = envoi.pour ?? ''
  if (!estUuid(pour)) throw new Incomplet({ champ: 'pour', message: 'Dites à qui il sera remis.' })
  const base = envoi.base === undefined ? 'autorite' : parmi(envoi, 'base', BASES, 'Dites à quel titre il est demandé.')
  const e = await construire(db, o, { enfant, pour, cote }, reglageDe(envoi))
  const ligne = { acad: o.acad, id, fil: o.d.id, enfant, pour, cote, base, contenu: sceller(o, id, e), qualite: o.qualite }
  if ((await db.run(sql.creer, ligne)) === 1)
    await noter(db, o, { fait: 'dossier.extraire', detail: { extrait: id, enfant, personne: pour, base } })
  return { fait: 'prepare', url: url(o, id) }
}

async function exigerExtrait(db: AgentDb, o: Dossier, verbe: Verbe, id: string | undefined): Promise<ExtraitLu> {
  const e = await extraitDe(db, o, id)
  exiger(o.moi, verbe, o.situation)
  exigerActuel(e)
  return e
}

/** Who is who changed since: the mask was made for other people than those of today. */
function exigerActuel(e: ExtraitLu): void {
  if (e.depasse && e.etat !== 'remis') throw new Refus(DEPASSE)
}

/** Masks more, lets a word through that is no name, leaves a passage out: the whole is made anew from the dossier. */
export const regler: Acte = async (db, o, envoi, id) => {
  const e = await exigerExtrait(db, o, 'extraire', id)
  if (e.par !== o.moi.agent) throw new Refus('Cet extrait est préparé par quelqu’un d’autre : vous pouvez le relire.')
  const neuf = await construire(db, o, e, reglageDe(envoi))
  exigerUn(
    await db.run(sql.regler, { acad: o.acad, fil: o.d.id, id: e.id, contenu: sceller(o, e.id, neuf), version: versionDe(envoi) }),
    QUOI,
  )
  return { fait: 'regle', url: url(o, e.id) }
}

export const soumettre: Acte = async (db, o, envoi, id) => {
  const e = await exigerExtrait(db, o, 'extraire', id)
  if (e.par !== o.moi.agent) throw new Refus('Cet extrait est préparé par quelqu’un d’autre : vous pouvez le relire.')
  exigerUn(await db.run(sql.soumettre, { acad: o.acad, fil: o.d.id, id: e.id, version: versionDe(envoi) }), QUOI)
  await noter(db, o, { fait: 'dossier.soumettre_extrait', detail: { extrait: e.id } })
  await prevenirSeconds(db, o)
  return { fait: 'soumis', url: url(o, e.id) }
}

/** The second reader: another person, who sees the masks; with their agreement the text is frozen as they read it. */
export const relire: Acte = async (db, o, envoi, id) => {
  const e = await exigerExtrait(db, o, 'relire', id)
  exigerAutre(o, e.par, 'Vous avez préparé cet extrait : une autre personne le relit avant qu’il ne parte.')
  if (e.etat !== 'a_relire') throw new Refus('Cet extrait n’attend pas de relecture.')
  const { avis, raison } = lireAvis(envoi)
  const accord = avis === 'accord'
  const contenu = accord ? figer(e.contenu) : e.contenu
  exigerUn(
    await db.run(sql.relire, {
      acad: o.acad,
      fil: o.d.id,
      id: e.id,
      version: versionDe(envoi),
      etat: accord ? 'relu' : 'refuse',
      contenu: sceller(o, e.id, contenu),
      empreinte: accord ? empreinteDe(contenu) : null,
      avis: raison === '' ? null : chiffrer(o.fil, 'extrait.avis', e.id, raison),
    }),
    QUOI,
  )
  await noter(db, o, { fait: 'dossier.relire_extrait', detail: { extrait: e.id, avis } })
  await notifierAgent(db, o.acad, o.d.id, e.par, 'nouveau')
  return { fait: accord ? 'relu' : 'a_reprendre', url: url(o, e.id) }
}

/** It leaves the house: an export, and a fact. */
export const remettre: Acte = async (db, o, _envoi, id) => {
  const e = await exigerExtrait(db, o, 'extraire', id)
  exigerMotif(o)
  if ((await db.run(sql.remettre, { acad: o.acad, fil: o.d.id, id: e.id })) === 0)
    throw new Refus(e.etat === 'remis' ? 'Cet extrait est déjà remis.' : 'Un extrait ne part qu’après une seconde lecture.')
  await consulter(db, o.acad, o.d.id, 'export')
  await noter(db, o, { fait: 'dossier.remettre_extrait', detail: { extrait: e.id } })
  return { fait: 'remis', url: url(o, e.id) }
}
