import assert from 'node:assert/strict'
import { clock, uuidv7 } from '#platform'
import { envoyerDossier } from './dossiers.ts'
import type { Monde, NomAgent } from './monde.ts'

type Champs = Record<string, string>
interface Ou {
  id: string
  numero: string
}

/** A transmission decided, read, sent or withdrawn by its forms, and where it stands. */
export class Envoi {
  readonly m: Monde
  readonly id: string
  readonly d: Ou
  constructor(m: Monde, d: Ou, id: string) {
    this.m = m
    this.d = d
    this.id = id
  }
  /** The same one, in the dossier that it went to. */
  dans(d: Ou): Envoi {
    return new Envoi(this.m, d, this.id)
  }
  chemin(suite = ''): string {
    return `/dossiers/${this.d.numero}/transmissions/envois/${this.id}${suite}`
  }
  async #envoyer(suite: string, champs: Champs, qui: NomAgent): Promise<Response> {
    const version = String((await this.vue()).version)
    return this.m.envoyer(this.chemin(suite), { version, ...champs }, qui)
  }
  relire(qui: NomAgent, champs: Champs = {}): Promise<Response> {
    return this.#envoyer('/avis', { avis: 'accord', ...champs }, qui)
  }
  partir(qui: NomAgent, champs: Champs = {}): Promise<Response> {
    return this.#envoyer('/depart', { jour: clock.now().toISOString().slice(0, 10), ...champs }, qui)
  }
  retirer(qui: NomAgent, champs: Champs = {}): Promise<Response> {
    return this.#envoyer('/retrait', { retrait_raison: 'La famille a appelé la CRIP elle-même.', ...champs }, qui)
  }
  async vue(): Promise<{ fil: string; attente: string | null; version: number; lu_par: string | null }> {
    const [t] = await this.m.admin<{ fil: string; attente: string | null; version: number; lu_par: string | null }>(
      'select fil, attente, version, lu_par from confidentiel.transmission where id = $1',
      [this.id],
    )
    return t!
  }
  /** For whom it is promised to leave, in which dossier. */
  promesse(): Promise<{ fil: string; pour: string }[]> {
    return this.m.admin(
      `select fil, pour from confidentiel.prevu where objet = $1 and nature = 'transmission_relue' and issue is null`,
      [this.id],
    )
  }
}

/** Decided, and waiting for its second reader. */
export async function soumettre(m: Monde, d: Ou, qui: NomAgent, code = 'dasen', champs: Champs = {}): Promise<Envoi> {
  const id = uuidv7()
  const jour = clock.now().toISOString().slice(0, 10)
  const dit = { id, decision: 'oui', raison: 'Les faits durent.', jour, depart: 'relecture', ...champs }
  const r = await envoyerDossier(m, d, `transmissions/${code}`, dit, qui)
  assert.equal(r.status, 303, await r.text())
  return new Envoi(m, d, id)
}
