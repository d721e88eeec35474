import assert from 'node:assert/strict'
import { uuidv7 } from '#platform'
import { ECOLES, type Ecole, type Monde, type NomAgent } from './monde.ts'

export interface DossierATraiter {
  id: string
  numero: string
  /** Name → person. */
  qui: Record<string, string>
}

type Roles = Readonly<Record<string, string>>
export const LEA: Roles = { 'Léa Marchetti': 'cible', 'Kévin Dumas': 'auteur_presume', 'Mattéo Roux': 'auteur_presume' }

/** A dossier that is protected and qualified: planted as such, what leads there has its own tests. */
export async function aTraiter(m: Monde, qui: NomAgent, ecole: Ecole = 'tilleuls', roles: Roles = LEA): Promise<DossierATraiter> {
  const id = uuidv7()
  const lignes = Object.entries(roles).flatMap(([nom, role], i) => [
    [`nom${i}`, nom],
    [`role${i}`, role],
  ])
  const r = await m.envoyer('/dossiers/nouveau', { id, etab: ECOLES[ecole].etab, ...Object.fromEntries(lignes) }, qui)
  assert.equal(r.status, 303, await r.text())
  const numero = r.headers.get('location')!.split('/')[2]!.split('?')[0]!
  const page = await (await m.lire(`/dossiers/${numero}`, qui)).text()
  const ids = [...page.matchAll(/\/personnes\/([0-9a-f-]{36})">([^<]+)</g)].map((x) => [x[2]!, x[1]!] as const)
  await m.envoyer(
    `/dossiers/${numero}/mesures`,
    { version: '1', id: uuidv7(), nature: 'vigilance', quoi: 'Les adultes veillent.', qui: 'Toute l’équipe' },
    qui,
  )
  await fait(m, id, 'dossier.qualifier', { qualification: 'harcelement' })
  await m.admin(`update confidentiel.dossier set etat = 'evaluation' where id = $1`, [id])
  return { id, numero, qui: Object.fromEntries(ids) }
}

/** A fact of a part that has its own tests. */
export const fait = (m: Monde, fil: string, verbe: string, detail: object): Promise<unknown[]> =>
  m.admin(
    `insert into confidentiel.fait (acad, fil, rang, verbe, qualite, le, detail, precedent, empreinte) values ('16', $1, 0, $2, 'systeme', now(), $3, '', '')`,
    [fil, verbe, detail],
  )

export const engagement = (champs: Record<string, string> = {}) => ({
  id: uuidv7(),
  methode: 'mpp',
  duree: 'mois',
  raison: 'Un groupe, des faits modérés, une élève qui veut que cela s’arrête sans punition.',
  famille: '2026-11-09',
  ...champs,
})
