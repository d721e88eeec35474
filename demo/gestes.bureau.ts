import { randomUUID } from 'node:crypto'
import type { CleAgent } from './agents.ts'
import { ETABLISSEMENTS, type Ecole } from './etablissements.ts'
import { champ, geste, lu, personne } from './gestes.dossier.ts'
import { agentDe, envoyer, ouvrirPage, type Champs, type Scene } from './scene.ts'

/** A dossier is offered to somebody above, who takes it. */
export async function passer(
  s: Scene,
  [offert, pris]: readonly [offert: Date, pris: Date],
  [de, a]: readonly [de: CleAgent, a: CleAgent],
  numero: string,
  pourquoi: string,
  famille: Champs = { famille_offre: 'informee' },
): Promise<void> {
  const id = randomUUID()
  const demande = { id, nature: 'passer', a: agentDe(s, a).id, pourquoi, ...famille }
  await envoyer(s, offert, de, `/dossiers/${numero}/offres`, demande)
  await envoyer(s, pris, a, `/dossiers/${numero}/offres/${id}`, { reponse: 'acceptee' })
}

/** The school asks the département for support about a dossier. @returns the request. */
export async function demanderAppui(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  appui: string,
  quoi: string,
): Promise<string> {
  const id = randomUUID()
  const famille = { famille_appui: 'accord', famille_appui_mots: 'Ils demandent que quelqu’un du pôle soit là.' }
  await envoyer(s, quand, qui, `/dossiers/${numero}/appuis`, { id, appui, vers: 'departement', quoi, ...famille })
  return id
}

/** Somebody who only has it in their territory says why, and reads it. */
export async function ouvrirPourquoi(s: Scene, quand: Date, qui: CleAgent, numero: string, motif: string): Promise<void> {
  await envoyer(s, quand, qui, `/dossiers/${numero}/motif`, { id: randomUUID(), motif })
  await ouvrirPage(s, quand, qui, `/dossiers/${numero}`)
}

/** Taken, for a day; with a word to whoever asked. */
export async function prendreAppui(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  id: string,
  pour_le: string,
  message: string,
): Promise<void> {
  const version = champ('version', await ouvrirPage(s, quand, qui, `/appuis/${id}`))
  await envoyer(s, quand, qui, `/appuis/${id}/prise`, { version, pour_le })
  await envoyer(s, quand, qui, `/appuis/${id}/messages`, { id: randomUUID(), message })
}

/** Something to be done, by whom, until a day (`2026-11-22`). */
export const tacher = (
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  pour: CleAgent,
  quoi: string,
  tache_le: string,
): Promise<string> =>
  envoyer(s, quand, qui, `/dossiers/${numero}/taches`, { id: randomUUID(), quoi, pour: agentDe(s, pour).id, tache_le })

/** Days away, and who keeps the desk meanwhile. */
export const absenter = (
  s: Scene,
  quand: Date,
  qui: CleAgent,
  [absence_du, absence_au]: readonly [du: string, au: string],
  remplacant: CleAgent,
): Promise<string> =>
  envoyer(s, quand, qui, '/bureau/absences', { id: randomUUID(), absence_du, absence_au, remplacant: agentDe(s, remplacant).id })

/** The pupil changes school, within the académie. */
export async function transferer(
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  [eleve, vers]: readonly [eleve: string, vers: Ecole],
  resume: string,
): Promise<void> {
  const suit = `suit_${await personne(s, quand, qui, numero, eleve)}`
  const { etab } = ETABLISSEMENTS[vers]
  await geste('transfert')(s, quand, qui, numero, {
    id: randomUUID(),
    ou: 'academie',
    etab,
    resume,
    [suit]: 'oui',
    famille_transfert: 'accord',
  })
}

/** The same facts under two numbers: the first one joins the second. */
export const reunir = (
  s: Scene,
  quand: Date,
  qui: CleAgent,
  numero: string,
  a: string,
  pourquoi_reunion: string,
): Promise<void> => geste('reunion')(s, quand, qui, numero, { numero: a, pourquoi_reunion })

/** Looks at the first dossiers of the review, one decision each, and is called away. */
export async function commencerRevue(s: Scene, quand: Date, qui: CleAgent, decisions: readonly Champs[]): Promise<void> {
  await envoyer(s, quand, qui, '/bureau/revue', { perimetre: 'miens' })
  for (const dit of decisions) {
    const page = await ouvrirPage(s, quand, qui, '/bureau/revue')
    const vue = { note: champ('note', page), id: champ('id', page), vue: champ('vue', page) }
    await envoyer(s, quand, qui, lu(/action="(\/bureau\/revue\/[\w-]+)"/, page), { ...vue, ...dit })
  }
}
