import { randomUUID } from 'node:crypto'
import type { CleAgent } from './agents.ts'
import { ETABLISSEMENTS, type Ecole } from './etablissements.ts'
import type { Signalement } from './gestes.ts'
import { agentDe, envoyer, ouvrirPage, versionVue, type Champs, type Scene } from './scene.ts'
import { jourIso } from './temps.ts'

type Personne = readonly [nom: string, precision: string, role: string]

interface Ouverture {
  depuis?: Signalement
  ecole?: Ecole
  resume: string
  personnes?: readonly Personne[]
  responsable?: CleAgent
}

/** What a page or an address holds: a number, a field as it stands. */
export function lu(motif: RegExp, ou: string): string {
  const trouve = motif.exec(ou)?.[1]
  if (trouve === undefined) throw new Error(`demonstration: ${motif} not found`)
  return trouve
}
export const champ = (nom: string, page: string): string => lu(new RegExp(`name="${nom}" value="([^"]*)"`), page)

/** @returns the number of the new dossier. */
export async function ouvrirDossier(s: Scene, quand: Date, qui: CleAgent, o: Ouverture): Promise<string> {
  const lignes = (o.personnes ?? []).flatMap(([nom, precision, role], i) => [
    [`nom${i}`, nom],
    [`precision${i}`, precision],
    [`role${i}`, role],
  ])
  const vers = await envoyer(s, quand, qui, '/dossiers/nouveau', {
    id: randomUUID(),
    ...(o.depuis !== undefined && { signalement: o.depuis.id }),
    ...(o.ecole !== undefined && { etab: ETABLISSEMENTS[o.ecole].etab }),
    resume: o.resume,
    responsable: agentDe(s, o.responsable ?? qui).id,
    ...(Object.fromEntries(lignes) as Champs),
  })
  return lu(/^\/dossiers\/([0-9AB]{2,3}-\d{4}-\w{6})/, vers)
}

export const geste =
  (forme: string) =>
  async (s: Scene, quand: Date, qui: CleAgent, numero: string, champs: Champs = {}): Promise<void> => {
    const version = await versionVue(s, quand, qui, { numero })
    await envoyer(s, quand, qui, `/dossiers/${numero}/${forme}`, { version, ...champs })
  }

export const prendreDossier = geste('prise-en-charge')

/** A word to colleagues on how things go. */
export const noter = (s: Scene, quand: Date, qui: CleAgent, numero: string, note: string): Promise<void> =>
  geste('notes')(s, quand, qui, numero, { id: randomUUID(), note })

export const proteger = (
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  nature: string,
  quoi: string,
  par = '',
): Promise<void> =>
  geste('mesures')(s, quand, qui, numero, { id: randomUUID(), nature, quoi, qui: par, mesure_du: jourIso(quand) })

/** Every measure that is on ends today. */
export async function leverMesures(s: Scene, quand: Date, qui: CleAgent, numero: string): Promise<void> {
  const page = await ouvrirPage(s, quand, qui, `/dossiers/${numero}`)
  for (const [, forme] of page.matchAll(/\/(mesures\/[0-9a-f-]{36}\/fin)"/g)) await geste(forme!)(s, quand, qui, numero)
}

export const changerResponsable = (s: Scene, quand: Date, qui: CleAgent, numero: string, a: CleAgent): Promise<void> =>
  geste('responsable')(s, quand, qui, numero, { agent: agentDe(s, a).id })

export const inscrire = (s: Scene, quand: Date, qui: CleAgent, numero: string, [nom, precision, role]: Personne): Promise<void> =>
  geste('personnes')(s, quand, qui, numero, { id: randomUUID(), nom, precision, role, du: jourIso(quand) })

/** One person noted twice: the second entry is read under the first, and nothing is lost. */
export async function reunirPersonnes(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  [nom, autre]: readonly [nom: string, autre: string],
  pourquoi_meme: string,
): Promise<void> {
  const [garde, double] = [await personne(s, quand, qui, numero, nom), await personne(s, quand, qui, numero, autre)]
  await geste(`personnes/${garde}/reunion`)(s, quand, qui, numero, { autre: double, pourquoi_meme })
}

/** What put it first no longer does: what was checked is written. */
export const leverUrgence = (
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  urgence: string,
  raison_lever: string,
): Promise<void> => geste('urgences/levee')(s, quand, qui, numero, { urgence, raison_lever })

/** Joins a report to a dossier, from the page of the report, where the dossier is suggested. */
export const rattacher = (s: Scene, quand: Date, qui: CleAgent, b: Signalement, numero: string): Promise<string> =>
  envoyer(s, quand, qui, `/dossiers/${numero}/rattachements`, { signalement: b.id })

/** Somebody of the dossier, by their name, as its page leads to them. */
export async function personne(s: Scene, quand: Date, qui: CleAgent, numero: string, nom: string): Promise<string> {
  const page = await ouvrirPage(s, quand, qui, `/dossiers/${numero}`)
  return lu(new RegExp(`/personnes/([0-9a-f-]{36})">${nom}`), page)
}

/** One more role for somebody whom the dossier knows, from a day on. */
export async function ajouterRole(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  nom: string,
  role: string,
  du: Date,
): Promise<void> {
  const id = await personne(s, quand, qui, numero, nom)
  await geste(`personnes/${id}/roles`)(s, quand, qui, numero, { role_id: randomUUID(), role, du: jourIso(du) })
}
