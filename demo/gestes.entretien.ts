import { randomUUID } from 'node:crypto'
import type { CleAgent } from './agents.ts'
import { agentDe, envoyer, ouvrirPage, type Champs, type Scene } from './scene.ts'
import { geste } from './gestes.dossier.ts'
import { jourIso } from './temps.ts'

/** A moment as a form writes it, on the clocks of France. */
const momentIso = (le: Date): string =>
  `${jourIso(le)}T${le.toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' })}`

/** Where the page of the talks leads to hear somebody, by their name and role. */
async function adresse(s: Scene, quand: Date, qui: CleAgent, numero: string, nom: string, role: string): Promise<string> {
  const page = await ouvrirPage(s, quand, qui, `/dossiers/${numero}/entretiens`)
  const liens = [
    ...page.matchAll(/href="(\/dossiers\/[^"]*\/entretiens\/avec\/[^"]*)"[^]*?<span class="fr-sr-only">\s*avec ([^<]*)</g),
  ]
  const lien = liens.find(([, url, dit]) => url!.endsWith(`/${role}`) && dit!.startsWith(nom))
  if (lien === undefined) throw new Error(`demonstration: ${nom} cannot be heard as ${role}`)
  return lien[1]!
}

/** A talk with one person, noted just after. For the target, the safety check says that all is well unless told otherwise. */
export async function entendre(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  [nom, role]: readonly [nom: string, role: string],
  champs: Champs,
): Promise<void> {
  const url = await adresse(s, quand, qui, numero, nom, role)
  const sur = { danger: 'non', suicide: 'non', soir: 'oui', retour: 'Ses parents, à la sortie', famille: 'faite' }
  await envoyer(s, quand, qui, url, {
    id: randomUUID(),
    role,
    mene: agentDe(s, qui).id,
    quand: momentIso(quand),
    ...(role === 'cible' && sur),
    ...champs,
  })
}

export async function entretienImpossible(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  [nom, role]: readonly [nom: string, role: string],
  raison: string,
  explication: string,
): Promise<void> {
  const url = await adresse(s, quand, qui, numero, nom, role)
  await envoyer(s, quand, qui, `${url}/impossible`, { id: randomUUID(), role, raison, explication })
}

/** One adult's grid: what is not told is « je ne sais pas ». */
export async function evaluer(s: Scene, quand: Date, qui: CleAgent, numero: string, dit: Champs): Promise<void> {
  const criteres = [
    'repetition',
    'duree',
    'graves',
    'cyber',
    'desequilibre',
    'groupe',
    'vulnerabilite',
    'dignite',
    'sante',
    'apprentissage',
    'evolution',
  ]
  const sans = Object.fromEntries(criteres.map((c) => [c, 'sait_pas']))
  await envoyer(s, quand, qui, `/dossiers/${numero}/evaluation/grille`, { id: randomUUID(), ...sans, danger: 'non', ...dit })
}

export const qualifier = (
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  qualification: string,
  raison: string,
  mots_famille = '',
): Promise<void> =>
  geste('evaluation/qualification')(s, quand, qui, numero, { id: randomUUID(), qualification, raison, mots_famille })

/** The dossier is handed to a member of the équipe ressource, until a day. */
export const octroyer = (
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  a: CleAgent,
  motif: string,
  jusque: Date,
): Promise<string> =>
  envoyer(s, quand, qui, `/dossiers/${numero}/octrois`, {
    membre: agentDe(s, a).id,
    motif,
    jusque: jourIso(jusque),
    famille_octroi: 'informee',
  })
