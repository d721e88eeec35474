import { randomUUID } from 'node:crypto'
import { setTimeout as attendre } from 'node:timers/promises'
import { brouillonDe, codeDe } from '../support/declarant.ts'
import { COLLEGE } from './installation.ts'

/** What somebody saw on the last page: their code. From then on, the report must exist. */
export interface Accuse {
  code: string
  recit: string
}

/** Reporters who write without pause, whatever happens to the server. */
export class Declarants {
  readonly accuses: Accuse[] = []
  /** Answers by status; 0 for none at all. */
  readonly statuts = new Map<number, number>()
  readonly pannes: string[] = []
  readonly #origine: string
  readonly #nom = randomUUID().slice(0, 8)
  #fini = false
  #n = 0
  #tous: Promise<void[]>

  private constructor(origine: string, combien: number) {
    this.#origine = origine
    this.#tous = Promise.all(Array.from({ length: combien }, (_, i) => this.#ecrire(i)))
  }

  private async arreter(): Promise<void> {
    this.#fini = true
    await this.#tous
  }

  /** Runs while they write; they stop whatever comes of it. */
  static async pendant(origine: string, combien: number, travail: (d: Declarants) => Promise<void>): Promise<Declarants> {
    const d = new Declarants(origine, combien)
    try {
      await travail(d)
    } finally {
      await d.arreter()
    }
    return d
  }

  /** Half of them press « Envoyer » again when the line drops, the others leave: both must be right. */
  async #ecrire(i: number): Promise<void> {
    while (!this.#fini) {
      const recit = `Récit ${this.#nom}-${i}-${this.#n++} : ils se moquent, « encore ».`
      const derniere = await this.#remplir(recit)
      if (derniere === null) continue
      let page = await this.#poster(derniere)
      for (let essai = 0; page === null && i % 2 === 0 && essai < 200; essai++) page = await this.#poster(derniere)
      if (page !== null) this.accuses.push({ code: codeDe(page), recit })
    }
  }

  async #remplir(recit: string): Promise<Record<string, string> | null> {
    const premiere = await this.#demander('/signaler')
    if (premiere === null) return null
    const suite = await this.#poster({ brouillon: brouillonDe(premiere), etape: 'quoi', vers: 'suite', quoi: 'mots', recit })
    return suite === null ? null : { brouillon: brouillonDe(suite), etape: 'ecole', etab: COLLEGE, vers: 'envoyer' }
  }

  #poster(champs: Record<string, string>): Promise<string | null> {
    return this.#demander('/signaler', { method: 'POST', body: new URLSearchParams(champs) })
  }

  async #demander(chemin: string, init: RequestInit = {}): Promise<string | null> {
    try {
      const headers = { 'X-Forwarded-For': `10.0.${this.#n >> 8}.${this.#n & 255}` }
      const r = await fetch(this.#origine + chemin, { ...init, headers })
      const texte = await r.text()
      this.#compter(r.status)
      if (r.status === 200) return texte
      this.pannes.push(texte)
    } catch {
      this.#compter(0)
    }
    await attendre(20)
    return null
  }

  #compter(statut: number): void {
    this.statuts.set(statut, (this.statuts.get(statut) ?? 0) + 1)
  }
}
