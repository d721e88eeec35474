import assert from 'node:assert/strict'
import { clock, uuidv7 } from '#platform'
import type { Etat } from '../../src/dossier/protocole/protocole.ts'
import { ECOLES, type Ecole, type Monde, type NomAgent } from './monde.ts'

export interface DossierVu {
  id: string
  numero: string
  etat: string
  version: number
  echeance: Date | null
  persiste_le: Date | null
  clos_le: Date | null
}

export const dossierVu = async (m: Monde, id: string): Promise<DossierVu> =>
  (
    await m.admin<DossierVu & Record<string, unknown>>(
      'select id, numero, etat, version, echeance, persiste_le, clos_le from confidentiel.dossier where id = $1',
      [id],
    )
  )[0]!

/** Opens a dossier by the form, with a target. */
export async function ouvrirDossier(
  m: Monde,
  qui: NomAgent,
  champs: Record<string, string> = {},
  ecole: Ecole = 'tilleuls',
): Promise<DossierVu> {
  const id = uuidv7()
  const r = await m.envoyer(
    '/dossiers/nouveau',
    { id, etab: ECOLES[ecole].etab, nom0: 'Léa Marchetti', precision0: '5e B', role0: 'cible', ...champs },
    qui,
  )
  assert.equal(r.status, 303, await r.text())
  return dossierVu(m, id)
}

/** Writes facts as the verbs would, in this order, at the time of the test's clock. */
export async function ecrireFaits(
  m: Monde,
  fil: string,
  faits: readonly (readonly [verbe: string, detail: object])[],
): Promise<void> {
  await m.admin(`select set_config('preau.maintenant', $1, false)`, [clock.now().toISOString()])
  await m.admin(
    `insert into confidentiel.fait (acad, fil, rang, verbe, qualite, le, detail, precedent, empreinte)
      select '16', $1, 0, f ->> 0, 'chef', now(), f -> 1, '', '' from jsonb_array_elements($2::jsonb) with ordinality as t (f, n) order by n`,
    [fil, JSON.stringify(faits)],
  )
}
export const ecrireFait = (m: Monde, fil: string, verbe: string, detail: object = {}): Promise<void> =>
  ecrireFaits(m, fil, [[verbe, detail]])

/** Puts a dossier where the test begins: its state, and the facts that others would have written before. */
export async function mener(
  m: Monde,
  d: { id: string },
  etat: Etat,
  faits: readonly (readonly [verbe: string, detail: object])[] = [],
): Promise<DossierVu> {
  const fini = ['clos', 'ecarte', 'doublon', 'transfere'].includes(etat)
  await m.admin('update confidentiel.dossier set etat = $2, echeance = $3, clos_le = $4 where id = $1', [
    d.id,
    etat,
    fini ? null : clock.now(),
    fini ? clock.now() : null,
  ])
  if (faits.length > 0) await ecrireFaits(m, d.id, faits)
  return dossierVu(m, d.id)
}

/** Sends a form of a dossier, with the version that its page carries today. */
export const envoyerDossier = async (
  m: Monde,
  d: { id: string; numero: string },
  forme: string,
  champs: Record<string, string>,
  qui: NomAgent,
): Promise<Response> =>
  m.envoyer(`/dossiers/${d.numero}/${forme}`, { version: String((await dossierVu(m, d.id)).version), ...champs }, qui)

/** Whoever answers for the target knows that the dossier ends: as if nobody could be told, and it was written. */
export async function direLaFin(m: Monde, d: { id: string }): Promise<void> {
  const [cible] = await m.admin<{ personne: string }>(
    `select personne from confidentiel.personne_role where fil = $1 and role = 'cible' order by id limit 1`,
    [d.id],
  )
  const detail = { enfant: cible!.personne, personne: null, cote: 'cible', sujet: 'fin', motif: 'introuvable' }
  await ecrireFait(m, d.id, 'dossier.informer_famille', detail)
}

/** A dossier opened by its forms, with a target, a presumed author, a witness and a first measure: `protege`. */
export interface Ouvert {
  id: string
  numero: string
  cible: string
  auteur: string
  temoin: string
}

export async function ouvrirProtege(m: Monde, qui: NomAgent, ecole: Ecole = 'tilleuls'): Promise<Ouvert> {
  const { id, numero } = await ouvrirDossier(m, qui, { nom0: '' }, ecole)
  const envoyer = async (forme: string, champs: Record<string, string>): Promise<void> =>
    assert.equal((await envoyerDossier(m, { id, numero }, forme, champs, qui)).status, 303)
  const personne = async (nom: string, precision: string, role: string): Promise<string> => {
    const pid = uuidv7()
    await envoyer('personnes', { id: pid, nom, precision, role, du: '2026-11-01' })
    return pid
  }
  const cible = await personne('Lina Roussel', '5e B', 'cible')
  const auteur = await personne('Enzo Martin', '5e B', 'auteur_presume')
  const temoin = await personne('Sacha Vial', '5e C', 'temoin')
  const quoi = 'Mme Roca la reçoit chaque matin.'
  await envoyer('mesures', { id: uuidv7(), nature: 'adulte_referent', quoi, qui: 'Inès Roca' })
  return { id, numero, cible, auteur, temoin }
}

/** « N’est pas du harcèlement », said to the family and written by whoever holds the dossier. */
export async function ecarter(m: Monde, d: { id: string; numero: string }, qui: NomAgent): Promise<void> {
  await mener(m, d, 'evaluation', [
    ['dossier.entendre', { role: 'cible' }],
    ['dossier.evaluer', { danger: false }],
    ['dossier.qualifier', { qualification: 'pas_de_harcelement' }],
    ['dossier.informer_famille', { cote: 'cible', sujet: 'ouverture' }],
  ])
  const fin = { id: uuidv7(), famille_texte: 'Nous avons compris, et Mme Roca vous répond au collège.' }
  assert.equal((await envoyerDossier(m, d, 'suivi/ecart', fin, qui)).status, 303)
}
