import { transaction, uuidv7 } from '#platform'
import type { Langue } from '#ui'
import { nouveauBrouillon, REPONSES_VIDES, type Brouillon, type Reponses } from '../../src/signalement/depot/brouillon.ts'
import { deposer, preuvesDuDepot } from '../../src/signalement/depot/deposer.ts'
import { ECOLES, type Ecole, type Monde, type NomAgent } from './monde.ts'

export interface Depose {
  id: string
  /** What the reporter holds: opens this report at the public door. */
  brouillon: Brouillon
}

/** Somebody tells, through the public door, as the form does. */
export async function raconter(m: Monde, ecole: Ecole, r: Partial<Reponses> = {}, langue: Langue = 'fr'): Promise<Depose> {
  const neuf = nouveauBrouillon()
  const brouillon: Brouillon = {
    ...neuf,
    r: {
      ...REPONSES_VIDES,
      etab: ECOLES[ecole].etab,
      declarant: 'victime',
      recit: 'Ils se moquent de moi tous les jours.',
      ...r,
    },
  }
  const { base, trousseau } = m.maison
  await transaction(base, 'public', preuvesDuDepot(trousseau, '16', brouillon), (db) =>
    deposer(db, trousseau, '16', brouillon, langue),
  )
  return { id: brouillon.id, brouillon }
}

/** The facts of a thread, as verbs, in order. */
export const verbes = async (m: Monde, fil: string): Promise<string[]> =>
  (await m.admin<{ verbe: string }>('select verbe from confidentiel.fait where fil = $1 order by rang', [fil])).map(
    (f) => f.verbe,
  )

/** The version of a report, as the agent's page carries it. */
export const version = async (m: Monde, id: string): Promise<string> =>
  String((await m.admin<{ version: number }>('select version from confidentiel.signalement where id = $1', [id]))[0]!.version)

export interface DossierOuvert {
  id: string
  numero: string
}

/** A dossier of Les Tilleuls, opened by this agent, with a target: in charge, nothing protects yet. */
export async function ouvrirDossierDe(
  m: Monde,
  qui: NomAgent,
  ecole: Ecole = 'tilleuls',
  champs: Record<string, string> = {},
): Promise<DossierOuvert> {
  const id = uuidv7()
  const r = await m.envoyer('/dossiers/nouveau', { id, etab: ECOLES[ecole].etab, nom0: 'Léa', role0: 'cible', ...champs }, qui)
  if (r.status !== 303) throw new Error(`the dossier was not opened: ${r.status}`)
  return { id, numero: /\/dossiers\/([\w-]+)/.exec(r.headers.get('location') ?? '')![1]! }
}

/** The same, with a first measure. */
export async function ouvrirProtege(m: Monde, qui: NomAgent, ecole: Ecole = 'tilleuls'): Promise<DossierOuvert> {
  const d = await ouvrirDossierDe(m, qui, ecole)
  const [{ version }] = (await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [
    d.id,
  ])) as [{ version: number }]
  const r = await m.envoyer(
    `/dossiers/${d.numero}/mesures`,
    { version: String(version), id: uuidv7(), nature: 'vigilance', quoi: 'Un adulte à la grille.', qui: 'Mme Roux' },
    qui,
  )
  if (r.status !== 303) throw new Error(`the dossier was not protected: ${r.status}`)
  return d
}
