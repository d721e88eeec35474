import { randomUUID } from 'node:crypto'
import type { CleAgent } from './agents.ts'
import { champ, personne } from './gestes.dossier.ts'
import { agentDe, envoyer, ouvrirPage, versionVue, type Champs, type Scene } from './scene.ts'
import { jourIso } from './temps.ts'

/** Begins a track. @returns its id. */
export async function engager(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  methode: string,
  raison: string,
  dit: Champs = {},
): Promise<string> {
  const id = randomUUID()
  const champs = { id, methode, raison, duree: 'mois', famille: jourIso(quand), ...dit }
  await envoyer(s, quand, qui, `/dossiers/${numero}/traitement/pistes`, champs)
  return id
}

/** One adult in the team: an agent, or somebody by name and post. @returns who the talks name. */
export async function composer(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  cote: 'cible' | 'groupe',
  adulte: { agent: CleAgent } | { nom: string; fonction: string },
): Promise<string> {
  const id = randomUUID()
  const dit = 'agent' in adulte ? { agent: agentDe(s, adulte.agent).id } : adulte
  await envoyer(s, quand, qui, `/dossiers/${numero}/traitement/equipe`, { id, cote, ...dit })
  return id
}

/** A morning on the next school day: name → adult, the target first. */
export async function prevoirMatinee(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  ordre: readonly (readonly [nom: string, intervenant: string])[],
  lieu: string,
): Promise<void> {
  const chemin = `/dossiers/${numero}/traitement/matinee`
  const jour = champ('jour', await ouvrirPage(s, quand, qui, chemin))
  const lignes: [string, string][] = []
  for (const [i, [nom, intervenant]] of ordre.entries()) {
    const id = await personne(s, quand, qui, numero, nom)
    lignes.push([`rang_${id}`, String(i + 1)], [`qui_${id}`, intervenant])
  }
  const version = await versionVue(s, quand, qui, { numero })
  await envoyer(s, quand, qui, chemin, {
    version,
    jour,
    debut: '08:40',
    duree: '7',
    lieu,
    ...(Object.fromEntries(lignes) as Champs),
  })
}

/** A short talk of the shared concern, noted; the next one within the week, as the page offers it. */
/** Asked of the targeted pupil alone: no danger, unless the story says so. */
const SURE = { danger: 'non', suicide: 'non', soir: 'oui' }

export async function preoccuper(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  [nom, intervenant]: readonly [nom: string, intervenant: string],
  dit: Champs,
): Promise<void> {
  const chemin = `/dossiers/${numero}/traitement/entretiens/${await personne(s, quand, qui, numero, nom)}`
  const page = await ouvrirPage(s, quand, qui, chemin)
  const champs = {
    id: champ('id', page),
    intervenant,
    tenue_le: jourIso(quand),
    prochain: champ('prochain', page),
    ...SURE,
    ...dit,
  }
  await envoyer(s, quand, qui, chemin, champs)
}

/** A step of another track; `nom`: the pupil it is about. */
export async function avancer(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  piste: string,
  etape: string,
  dit: Champs & { nom?: string },
): Promise<void> {
  const { nom, ...champs } = dit
  const celui: Champs = nom === undefined ? {} : { personne: await personne(s, quand, qui, numero, nom) }
  const chemin = `/dossiers/${numero}/traitement/pistes/${piste}/etapes`
  await envoyer(s, quand, qui, chemin, { id: randomUUID(), etape, jour: jourIso(quand), ...celui, ...champs })
}

export async function decider(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  piste: string,
  decision: 'garder' | 'changer' | 'finir',
  dit: Champs & { nom?: string },
): Promise<void> {
  const { nom, ...champs } = dit
  const chemin = `/dossiers/${numero}/traitement/pistes/${piste}/decision`
  const version_piste = champ('version_piste', await ouvrirPage(s, quand, qui, chemin))
  const sanctionne: Champs = nom === undefined ? {} : { sanctionne: await personne(s, quand, qui, numero, nom) }
  await envoyer(s, quand, qui, chemin, { id: randomUUID(), version_piste, decision, ...sanctionne, ...champs })
}
