import { ACADEMIES } from '../academies.ts'
import type { Bilan, Compte } from './bilan.ts'
import * as sql from './ecrire.sql.ts'
import type { EtablissementLu } from './lire.ts'
import type { Proprietaire } from './proprietaire.ts'
import type { Tri } from './trier.ts'

const LOT = 1000
const MONTRES = 20

/** Writes what the sorting lets through, batch by batch, so that a long file never lies in memory. */
export class Ecriture {
  #db: Proprietaire
  #tri: Tri
  #bilan: Bilan
  #lot: EtablissementLu[] = []
  #academies = new Set<string>()
  #neufs = { circonscriptions: new Set<string>(), bassins: new Set<string>() }

  constructor(db: Proprietaire, tri: Tri, bilan: Bilan) {
    this.#db = db
    this.#tri = tri
    this.#bilan = bilan
  }

  async ecrire(lu: EtablissementLu): Promise<void> {
    if (this.#lot.push(lu) >= LOT) await this.#vider()
  }

  async finir(): Promise<void> {
    await this.#vider()
    await this.#nommer()
  }

  async #vider(): Promise<void> {
    await this.#territoires()
    const lignes = this.#lot.splice(0)
    if (lignes.length === 0) return
    const e = this.#bilan.etablissements
    const autres = await this.#db.all(sql.poserEtablissements, { lot: { lignes } })
    e.inchanges += lignes.length - autres.length
    for (const { etab, nom, nouveau, rouvert, deplace, colonnes } of autres) {
      if (nouveau) e.nouveaux++
      else if (this.#bilan.changements.push({ etab, nom, colonnes }) > MONTRES) this.#bilan.changements.pop()
      if (!nouveau) e.changes++
      if (rouvert) e.rouverts++
      if (deplace) this.#bilan.deplaces++
    }
  }

  /** A school's territories come before the school. */
  async #territoires(): Promise<void> {
    const { departements, circonscriptions, bassins, academies } = this.#tri
    for (const acad of academies) {
      if (this.#academies.has(acad)) continue
      this.#academies.add(acad)
      await this.#db.run(sql.poserAcademie, { acad, nom: ACADEMIES[acad]!.nom, zone: ACADEMIES[acad]!.zone })
    }
    const neufs = { d: departements.prendreNouveaux(), c: circonscriptions.prendreNouveaux(), b: bassins.prendreNouveaux() }
    if (neufs.d.length > 0) this.#bilan.departements += await this.#db.run(sql.poserDepartements, { lot: { lignes: neufs.d } })
    if (neufs.c.length > 0)
      for (const { circo } of await this.#db.all(sql.poserCirconscriptions, { lot: { lignes: neufs.c } }))
        this.#neufs.circonscriptions.add(circo)
    if (neufs.b.length > 0)
      for (const { bassin } of await this.#db.all(sql.poserBassins, { lot: { lignes: neufs.b } })) this.#neufs.bassins.add(bassin)
  }

  /** At the end every line has been read: the names are the right ones. */
  async #nommer(): Promise<void> {
    const { circonscriptions, bassins } = this.#tri
    const circos = await this.#db.all(sql.nommerCirconscriptions, { lot: { lignes: [...circonscriptions.tous.values()] } })
    const noms = await this.#db.all(sql.nommerBassins, { lot: { lignes: [...bassins.tous.values()] } })
    const compter = (compte: Compte, tous: number, neufs: Set<string>, touches: string[]): void => {
      compte.nouveaux = neufs.size
      compte.changes = touches.filter((code) => !neufs.has(code)).length
      compte.inchanges = tous - compte.nouveaux - compte.changes
    }
    compter(
      this.#bilan.circonscriptions,
      circonscriptions.tous.size,
      this.#neufs.circonscriptions,
      circos.map((c) => c.circo),
    )
    compter(
      this.#bilan.bassins,
      bassins.tous.size,
      this.#neufs.bassins,
      noms.map((b) => b.bassin),
    )
  }
}
