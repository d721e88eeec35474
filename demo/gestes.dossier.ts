import type { CleAgent } from './agents.ts'
import { ETABLISSEMENTS, type Ecole } from './etablissements.ts'
import type { Signalement } from './gestes.ts'
import { ouvrirPage, remplir, type Champs, type Scene } from './scene.ts'
import { jourIso } from './temps.ts'

type Personne = readonly [nom: string, precision: string, role: string]

interface Ouverture {
  depuis?: Signalement
  ecole?: Ecole
  resume: string
  personnes?: readonly Personne[]
  responsable?: CleAgent
}

const idDe = (s: Scene, cle: CleAgent): string => {
  const agent = s.agents.get(cle)
  if (agent === undefined) throw new Error(`the demonstration has no ${cle}`)
  return agent.id
}

/** A number, found where the application leads afterwards. */
function lu(motif: RegExp, ou: string): string {
  const trouve = motif.exec(ou)?.[1]
  if (trouve === undefined) throw new Error(`demonstration: ${ou} was not expected`)
  return trouve
}

/** @returns the number of the new dossier. */
export async function ouvrirDossier(s: Scene, quand: Date, qui: CleAgent, o: Ouverture): Promise<string> {
  const page = o.depuis === undefined ? '/dossiers/nouveau' : `/dossiers/nouveau?signalement=${o.depuis.id}`
  const lignes = (o.personnes ?? []).flatMap(([nom, precision, role], i) => [
    [`nom${i}`, nom],
    [`precision${i}`, precision],
    [`role${i}`, role],
  ])
  const vers = await remplir(s, quand, qui, page, '/dossiers/nouveau', {
    ...(o.ecole !== undefined && { etab: ETABLISSEMENTS[o.ecole].etab }),
    resume: o.resume,
    responsable: idDe(s, o.responsable ?? qui),
    ...(Object.fromEntries(lignes) as Champs),
  })
  return lu(/^\/dossiers\/([0-9AB]{2,3}-\d{4}-\w{6})/, vers)
}

const geste =
  (forme: string) =>
  (s: Scene, quand: Date, qui: CleAgent, numero: string, champs: Champs = {}): Promise<string> =>
    remplir(s, quand, qui, `/dossiers/${numero}`, `/dossiers/${numero}/${forme}`, champs)

export const prendreDossier = geste('prise-en-charge')
export const faireLePoint = geste('point')

export const proteger = (
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  nature: string,
  quoi: string,
  par = '',
): Promise<string> => geste('mesures')(s, quand, qui, numero, { nature, quoi, qui: par, mesure_du: jourIso(quand) })

export const changerResponsable = (s: Scene, quand: Date, qui: CleAgent, numero: string, a: CleAgent): Promise<string> =>
  geste('responsable')(s, quand, qui, numero, { agent: idDe(s, a) })

export const inscrire = (
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  [nom, precision, role]: Personne,
): Promise<string> => geste('personnes')(s, quand, qui, numero, { nom, precision, role, du: jourIso(quand) })

/** Joins a report to a dossier, from the page of the report, where the dossier is suggested. */
export const rattacher = (s: Scene, quand: Date, qui: CleAgent, b: Signalement, numero: string): Promise<string> =>
  remplir(s, quand, qui, `/signalements/${b.id}`, `/dossiers/${numero}/rattachements`, {})

/** One more role for somebody whom the dossier knows, from a day on. */
export async function ajouterRole(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  nom: string,
  role: string,
  du: Date,
): Promise<string> {
  const page = await ouvrirPage(s, quand, qui, `/dossiers/${numero}`)
  const fiche = lu(new RegExp(`href="(/dossiers/${numero}/personnes/[0-9a-f-]{36})">${nom}`), page)
  return remplir(s, quand, qui, fiche, `${fiche}/roles`, { role, du: jourIso(du) })
}
