import type { Adapter, AdapterPayload } from 'oidc-provider'

type Fiche = { charge: AdapterPayload; fin: number }

/** What the provider remembers, for as long as it runs. */
export class Memoire implements Adapter {
  readonly #modele: string
  readonly #fiches: Map<string, Fiche>

  constructor(modele: string, fiches: Map<string, Fiche>) {
    this.#modele = modele
    this.#fiches = fiches
  }

  #cle = (id: string): string => `${this.#modele}:${id}`

  async upsert(id: string, charge: AdapterPayload, secondes: number): Promise<void> {
    for (const [cle, { fin }] of this.#fiches) if (fin < performance.now()) this.#fiches.delete(cle)
    this.#fiches.set(this.#cle(id), { charge, fin: performance.now() + (secondes ?? 3600) * 1000 })
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const fiche = this.#fiches.get(this.#cle(id))
    return fiche !== undefined && fiche.fin > performance.now() ? fiche.charge : undefined
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.#fiches].find(([cle, f]) => cle.startsWith(`${this.#modele}:`) && f.charge.uid === uid)?.[1].charge
  }

  /** Device flow only, which is off. */
  async findByUserCode(): Promise<undefined> {}

  async consume(id: string): Promise<void> {
    const fiche = this.#fiches.get(this.#cle(id))
    if (fiche !== undefined) fiche.charge.consumed = Math.floor(Date.now() / 1000)
  }

  async destroy(id: string): Promise<void> {
    this.#fiches.delete(this.#cle(id))
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [cle, f] of this.#fiches) if (f.charge.grantId === grantId) this.#fiches.delete(cle)
  }
}
