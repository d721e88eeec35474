import { clock, estUuid, Introuvable, type AgentDb } from '#platform'
import { chiffrer, dechiffrer, type Fil } from '#acces'
import { jourDe } from '#signalement'
import { PARENTS } from '../accord/accord.mots.ts'
import type { Acte, Envoi } from '../agir.ts'
import { jourSaisi, parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'
import { honorer, prevoir } from '../prevu/prevu.ts'
import { exiger } from '../protocole/peut.ts'
import { exigerUn, prevenirSeconds } from '../relecture/relecture.ts'
import { contexteDe } from './contexte.ts'
import { DEPARTS, lireDepart, regimeDe } from './depart.ts'
import { baseDe } from './fiche.ts'
import { feuillesDe, parentsDits, sceller } from './feuilles.ts'
import { DESTINATAIRES, GRAVITES, type CodeDestinataire } from './transmission.mots.ts'
import { liensDe } from './liens.ts'
import * as sql from './transmission.sql.ts'

export interface ContenuTransmission {
  raison: string
  reference: string
  /** Why the parents were not told first. */
  parentsRaison: string
  /** What is asked to be taken down: an address each. */
  liens: readonly string[]
  /** Who was tried before it left without being read by another. */
  joints: string
}
export interface ContenuSuite {
  texte: string
  /** Those of the addresses that are gone. */
  retires: readonly string[]
}
export type Transmission = Omit<sql.TransmissionsRow, 'contenu' | 'avis_raison' | 'retiree_raison'> &
  ContenuTransmission & {
    avisRaison: string
    /** Why it was withdrawn; empty: it was not. */
    retraitRaison: string
    suites: SuiteDite[]
  }
export type SuiteDite = Omit<sql.SuitesRow, 'contenu'> & ContenuSuite

// Those written before there were addresses, or second readers, have none.
const lireTransmission = (f: Fil, id: string, c: Uint8Array): ContenuTransmission => ({
  liens: [],
  joints: '',
  ...dechiffrer<Omit<ContenuTransmission, 'liens' | 'joints'>>(f, 'transmission.contenu', id, c),
})
const lireSuite = (f: Fil, id: string, c: Uint8Array): ContenuSuite => ({
  retires: [],
  ...dechiffrer<Omit<ContenuSuite, 'retires'>>(f, 'transmission_suite.contenu', id, c),
})

export async function transmissionsDe(db: AgentDb, o: Dossier): Promise<Transmission[]> {
  const ou = { acad: o.acad, fil: o.d.id }
  const [lignes, suites] = await Promise.all([db.all(sql.transmissions, ou), db.all(sql.suites, ou)])
  const dite = (colonne: `transmission.${string}`, id: string, raison: Uint8Array | null): string =>
    raison === null ? '' : dechiffrer<string>(o.fil, colonne, id, raison)
  return lignes.map(({ contenu, avis_raison, retiree_raison, ...t }) => ({
    ...t,
    ...lireTransmission(o.fil, t.id, contenu),
    avisRaison: dite('transmission.avis', t.id, avis_raison),
    retraitRaison: dite('transmission.retrait', t.id, retiree_raison),
    suites: suites.filter((s) => s.transmission === t.id).map(({ contenu: c, ...s }) => ({ ...s, ...lireSuite(o.fil, s.id, c) })),
  }))
}

/** @throws Introuvable for a recipient that the house does not know. */
export function destinataireDe(code: string | undefined): CodeDestinataire {
  if (code === undefined || !Object.hasOwn(DESTINATAIRES, code)) throw new Introuvable()
  return code as CodeDestinataire
}

const DECISIONS = { oui: true, non: true }

/** What this recipient asks of a « oui ». */
function exigences(
  envoi: Envoi,
  code: CodeDestinataire,
): { gravite: number | null; parents: 'avant' | 'contraire' | null; motifParents: string } {
  const rien = { gravite: null, parents: null, motifParents: '' }
  if (code === 'fait_etablissement')
    return {
      ...rien,
      gravite: Number(parmi(envoi, 'gravite', GRAVITES, 'Choisissez la gravité, sur l’échelle de Faits établissement.')),
    }
  if (code === 'crip' || code === 'n3018') {
    const parents = parmi(envoi, 'parents', PARENTS, 'Dites si les parents ont été prévenus avant, ou pourquoi non.')
    const vide = 'Écrivez pourquoi prévenir les parents serait contraire à l’intérêt de l’enfant.'
    return { ...rien, parents, motifParents: parents === 'avant' ? '' : texte(envoi, 'parents_raison', 2000, vide) }
  }
  if (code === 'pharos' && envoi.publique !== 'oui')
    throw new Incomplet({
      champ: 'publique',
      message:
        'PHAROS ne reçoit que des contenus publics. Pour des messages privés : la plainte, ou le 3018. Un doute : la permanence du parquet des mineurs.',
    })
  return rien
}

/** The id that the form brought, so that a double click is one row. @throws Incomplet */
export function idDe(envoi: Envoi, champ: string): string {
  if (!estUuid(envoi.id ?? '')) throw new Incomplet({ champ, message: 'Rechargez la page, puis renvoyez.' })
  return envoi.id!
}

/** A day that has come. @throws Incomplet */
export function passe(envoi: Envoi, champ: string): string {
  const jour = jourSaisi(envoi, champ, true)
  if (jour > jourDe(clock.now())) throw new Incomplet({ champ, message: 'Cette date n’est pas encore venue.' })
  return jour
}

/** By when somebody else reads it. */
export const relireAvant = (o: Dossier): Date => echeanceDe('relecture_transmission', o.reglages, o.classe)

/** It leaves: the fact, its second reader when it has not been read, and the outcome that somebody owes us. */
export async function noterDepart(
  db: AgentDb,
  o: Dossier,
  t: Pick<Transmission, 'id' | 'gravite' | 'parents'> & { destinataire: string; sans: string | null; avant: Date | null },
  verbe: 'transmettre' | 'partir' = 'transmettre',
): Promise<void> {
  const code = destinataireDe(t.destinataire)
  await accomplir(db, o, verbe, {
    fait: 'dossier.transmettre',
    detail: {
      transmission: t.id,
      destinataire: code,
      decision: 'oui',
      gravite: t.gravite,
      parents: t.parents,
      ...(t.sans !== null && t.avant !== null && { sans_relecture: t.sans, relire_avant: t.avant.toISOString() }),
    },
  })
  if (t.sans !== null) await prevenirSeconds(db, o)
  if (DESTINATAIRES[code].suites && t.gravite !== 1)
    await prevoir(db, o, {
      nature: 'suite_transmission',
      objet: t.id,
      le: echeanceDe('suite_transmission', o.reglages, o.classe),
    })
}

/** It never leaves: the promise to have it leave ends with it. @returns 0 when somebody else was first. */
export async function ecrireRetrait(
  db: AgentDb,
  o: Dossier,
  t: Pick<Transmission, 'id' | 'version'>,
  raison: string,
): Promise<number> {
  const chiffre = chiffrer(o.fil, 'transmission.retrait', t.id, raison)
  const n = await db.run(sql.retirer, { acad: o.acad, fil: o.d.id, id: t.id, version: t.version, raison: chiffre })
  if (n > 0) await honorer(db, o, 'transmission_relue', t.id, 'annule')
  return n
}

/** A new decision takes the place of those that were sent back, before or after they left; what is ready to leave still waits. */
async function remplacer(db: AgentDb, o: Dossier, toutes: readonly Transmission[], code: CodeDestinataire): Promise<void> {
  for (const t of toutes)
    if (t.destinataire === code && t.avis === 'refus')
      if (t.attente === 'refusee')
        exigerUn(await ecrireRetrait(db, o, t, 'Une nouvelle décision la remplace.'), 'Cette transmission')
      else if (t.attente === null) await honorer(db, o, 'transmission_relue', t.id)
}

/** Not to transmit is a decision too: its reason, and nothing else. */
async function nePasTransmettre(db: AgentDb, o: Dossier, envoi: Envoi, code: CodeDestinataire): Promise<void> {
  const vide = 'Écrivez pourquoi non : ne pas transmettre est aussi une décision.'
  const contenu = { raison: texte(envoi, 'raison', 4000, vide), reference: texte(envoi, 'reference', 200) }
  const id = idDe(envoi, 'raison')
  const rien = { gravite: null, parents: null, base: null, attente: null, sansRelecture: null, relireAvant: null }
  const ligne = { ...rien, feuille: null, empreinte: null, jour: passe(envoi, 'jour'), qualite: o.qualite }
  const chiffre = chiffrer(o.fil, 'transmission.contenu', id, { ...contenu, parentsRaison: '', liens: [], joints: '' })
  const ou = { acad: o.acad, id, fil: o.d.id, destinataire: code, decision: 'non' }
  if ((await db.run(sql.decider, { ...ou, ...ligne, contenu: chiffre })) === 0) return
  await remplacer(db, o, await transmissionsDe(db, o), code)
  const detail = { transmission: id, destinataire: code, decision: 'non', gravite: null, parents: null }
  await accomplir(db, o, 'transmettre', { fait: 'dossier.transmettre', detail })
}

/** The sheet is sealed with the decision; it leaves at once, or waits for its second reader. */
export const transmettre: Acte = async (db, o, envoi, destination) => {
  const code = destinataireDe(destination)
  exiger(o.moi, 'transmettre', o.situation)
  if (parmi(envoi, 'decision', DECISIONS, 'Dites oui ou non.') === 'non') {
    await nePasTransmettre(db, o, envoi, code)
    return { fait: 'non_transmis', url: `/dossiers/${o.d.numero}/transmissions/${code}` }
  }
  const { gravite, parents, motifParents } = exigences(envoi, code)
  const raison = texte(envoi, 'raison', 4000, 'Écrivez pourquoi cette transmission.')
  const regime = regimeDe(o, code, gravite)
  const depart = regime === 'attend' ? lireDepart(envoi, DEPARTS) : { sansRelecture: regime, raison: '' }
  const sans = depart.sansRelecture === 'jamais' ? null : depart.sansRelecture
  const [liens, jour, id] = [liensDe(envoi, code), passe(envoi, 'jour'), idDe(envoi, 'raison')]
  const reference = texte(envoi, 'reference', 200)
  const contenu: ContenuTransmission = { raison, reference, parentsRaison: motifParents, liens, joints: depart.raison }
  const [c, toutes] = await Promise.all([contexteDe(db, o), transmissionsDe(db, o)])
  const feuilles =
    regime === 'jamais' ? [] : feuillesDe(c, toutes, code, { envoi, parents: parentsDits(parents, motifParents), liens })
  const attente = regime === 'attend' && sans === null ? 'a_relire' : null
  const avant = regime === 'jamais' ? null : relireAvant(o)
  const suite = {
    fait: attente === null ? 'transmis' : 'soumise',
    url: `/dossiers/${o.d.numero}/transmissions/${feuilles.length === 0 ? code : `envois/${id}`}`,
  }
  const ou = { acad: o.acad, id, fil: o.d.id, destinataire: code, decision: 'oui', gravite, parents, base: baseDe(code), jour }
  const scellees = feuilles.length === 0 ? { feuille: null, empreinte: null } : sceller(o, id, feuilles)
  const ligne = { ...ou, ...scellees, attente, sansRelecture: sans, relireAvant: avant, qualite: o.qualite }
  if ((await db.run(sql.decider, { ...ligne, contenu: chiffrer(o.fil, 'transmission.contenu', id, contenu) })) === 0) return suite
  await remplacer(db, o, toutes, code)
  if (attente === null) await noterDepart(db, o, { id, gravite, parents, destinataire: code, sans, avant })
  else await soumettre(db, o, { transmission: id, destinataire: code, relire_avant: avant!.toISOString() })
  return suite
}

async function soumettre(db: AgentDb, o: Dossier, detail: Record<string, string>): Promise<void> {
  await accomplir(db, o, 'transmettre', { fait: 'dossier.soumettre_transmission', detail })
  await prevenirSeconds(db, o)
}
