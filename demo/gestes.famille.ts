import { randomUUID } from 'node:crypto'
import type { CleAgent } from './agents.ts'
import { envoyer, ouvrirPage, type Champs, type Scene } from './scene.ts'
import { jourIso } from './temps.ts'

/** The identifier of a pupil, found on the page of the families as an agent finds the link. */
export async function eleveDe(s: Scene, quand: Date, qui: CleAgent, numero: string, nom: string): Promise<string> {
  const page = await ouvrirPage(s, quand, qui, `/dossiers/${numero}/familles`)
  const id = new RegExp(`/familles/([0-9a-f-]{36})">${nom}`).exec(page)?.[1]
  if (id === undefined) throw new Error(`demonstration: no family of ${nom}`)
  return id
}

/** Who answers for this child. @returns who the contacts name. */
export async function inscrireResponsable(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  enfant: string,
  champs: Champs,
): Promise<string> {
  const id = randomUUID()
  const communs = { id, autorite: 'oui', langue: 'fr', interprete: 'non', regle: 'libre' }
  await envoyer(s, quand, qui, `/dossiers/${numero}/familles/${enfant}/responsables`, { ...communs, ...champs })
  return id
}

/** Somebody told the family something. */
export const direFamille = (
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  enfant: string,
  champs: Champs,
): Promise<string> =>
  envoyer(s, quand, qui, `/dossiers/${numero}/familles/${enfant}/contacts`, {
    id: randomUUID(),
    cote: 'cible',
    issue: 'informe',
    moyen: 'telephone',
    jour: jourIso(quand),
    ...champs,
  })

/** Whoever answers for the pupil, told what happens and how the pupil is protected. */
export async function prevenirFamille(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  [eleve, nom, lien]: readonly [eleve: string, nom: string, lien: string],
  dit: string,
): Promise<void> {
  const enfant = await eleveDe(s, quand, qui, numero, eleve)
  const responsable = await inscrireResponsable(s, quand, qui, numero, enfant, { nom, lien })
  await direFamille(s, quand, qui, numero, enfant, {
    [`avec_${responsable}`]: 'oui',
    sujet_ouverture: 'oui',
    sujet_mesures: 'oui',
    sujet_droits: 'oui',
    dit,
  })
}

/** To transmit, or not: either way with why. @returns the decision. */
export async function transmettre(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  destinataire: string,
  dit: Champs,
): Promise<string> {
  const id = randomUUID()
  await envoyer(s, quand, qui, `/dossiers/${numero}/transmissions/${destinataire}`, { id, jour: jourIso(quand), ...dit })
  return id
}

/** Another person reads the sheet, on its page. */
export async function relireTransmission(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  id: string,
  dit: Champs = { avis: 'accord' },
): Promise<void> {
  const ici = `/dossiers/${numero}/transmissions/envois/${id}`
  await envoyer(s, quand, qui, `${ici}/avis`, { version: versionDe(await ouvrirPage(s, quand, qui, ici)), ...dit })
}

/** What was read leaves, on its day. */
export async function partir(s: Scene, quand: Date, qui: CleAgent, numero: string, id: string, reference: string): Promise<void> {
  const ici = `/dossiers/${numero}/transmissions/envois/${id}`
  const version = versionDe(await ouvrirPage(s, quand, qui, ici))
  await envoyer(s, quand, qui, `${ici}/depart`, { version, jour: jourIso(quand), reference })
}

const versionDe = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''

/** What came of it, known later. */
export const suivreTransmission = (
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  [destinataire, transmission]: readonly [destinataire: string, transmission: string],
  dit: Champs,
): Promise<string> =>
  envoyer(s, quand, qui, `/dossiers/${numero}/transmissions/${destinataire}/suites`, {
    id: randomUUID(),
    transmission,
    suite_jour: jourIso(quand),
    ...dit,
  })
