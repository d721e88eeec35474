import assert from 'node:assert/strict'
import { uuidv7 } from '#platform'
import type { Monde, NomAgent } from './monde.ts'

/** A resource that lacks nothing; what a test is about is given over it. */
export const RESSOURCE = {
  titre: 'L’affiche du préau',
  adresse: '',
  resume: 'Une affiche à mettre dans la cour.',
  texte: '# À quoi elle sert\n\nElle dit à qui parler.',
  acces: 'public',
  forme: 'affiche',
  publics: 'eleves',
  niveaux: 'cycle3',
  themes: 'temoins',
  piliers: '2',
  duree: '10',
  licence: 'ouverte',
  origine: 'Académie',
  lien: '',
  remplace: '',
}
export type Champs = Record<string, string | readonly string[]>

/** Written by the form. @returns the id of the resource. */
export async function ecrite(
  m: Monde,
  champs: Champs = {},
  qui: NomAgent = 'communication',
  genre = 'ressource',
): Promise<string> {
  const ressource = uuidv7()
  const r = await m.envoyer(
    `/redaction/nouvelle?genre=${genre}`,
    { ...RESSOURCE, id: uuidv7(), ressource, suite: 'enregistrer', ...champs },
    qui,
  )
  assert.equal(r.status, 303, await r.text())
  return ressource
}

export const teteDe = async (m: Monde, id: string): Promise<string> =>
  (await m.admin<{ tete: string }>('select tete from prevention.ressource where id = $1', [id]))[0]!.tete
export const adresseDe = async (m: Monde, id: string): Promise<string> =>
  (await m.admin<{ adresse: string }>('select adresse from prevention.ressource where id = $1', [id]))[0]!.adresse

export const publier = async (m: Monde, id: string, champs: Champs = {}, qui: NomAgent = 'communication'): Promise<Response> =>
  m.envoyer(
    `/redaction/${id}/publication`,
    { version: await teteDe(m, id), id: uuidv7(), du: '', heure: '', au: '', ...champs },
    qui,
  )

/** Written and online. @returns its id and its address. */
export async function enLigne(m: Monde, champs: Champs = {}, genre = 'ressource'): Promise<{ id: string; adresse: string }> {
  const id = await ecrite(m, champs, 'communication', genre)
  const r = await publier(m, id)
  assert.equal(r.status, 303, await r.text())
  return { id, adresse: await adresseDe(m, id) }
}

/** A next version, from the newest. */
export async function modifier(
  m: Monde,
  id: string,
  champs: Champs,
  base?: string,
  qui: NomAgent = 'communication',
): Promise<Response> {
  const debut = base ?? (await teteDe(m, id))
  return m.envoyer(`/redaction/${id}/modifier`, { ...RESSOURCE, id: uuidv7(), base: debut, suite: 'enregistrer', ...champs }, qui)
}
