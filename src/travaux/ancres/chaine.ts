import { empreinteFait, origine, type FaitBrut } from './empreintes.ts'

/** Something that is not as it was written: where, and what, in a sentence. */
export interface Constat {
  acad: string
  fil: string | null
  rang: number | null
  phrase: string
}

export interface FaitLu extends FaitBrut {
  /** Head of the chain, as kept apart; null when that row is gone. */
  rangtete: number | null
  tete: Buffer | null
}

/**
 * Reads facts in order and says, thread by thread, where the first break is: what follows a break may be sound or not,
 * nothing tells.
 */
export class LectureDesChaines {
  fils = 0
  faits = 0
  readonly constats: Constat[] = []
  #dernier: FaitLu | null = null
  #rompue = false

  lire(f: FaitLu): void {
    if (this.#dernier?.fil !== f.fil || this.#dernier.acad !== f.acad) this.#commencer()
    this.faits += 1
    if (!this.#rompue) this.#examiner(f, this.#dernier)
    this.#dernier = f
  }

  finir(): void {
    if (this.#dernier !== null && !this.#rompue) this.#examinerTete(this.#dernier)
  }

  #commencer(): void {
    this.finir()
    this.fils += 1
    this.#dernier = null
    this.#rompue = false
  }

  #examiner(f: FaitLu, avant: FaitLu | null): void {
    const attendu = (avant?.rang ?? 0) + 1
    if (f.rang !== attendu) return this.#dire(f, attendu, `le fait ${attendu} manque, on passe au fait ${f.rang}`)
    const intact = empreinteFait(f).equals(f.empreinte)
    const suit = f.precedent.equals(avant?.empreinte ?? origine(f.fil))
    if (!intact && suit) this.#dire(f, f.rang, `le fait ${f.rang} a été modifié`)
    else if (!intact) this.#dire(f, f.rang, `le fait ${f.rang} a été déplacé ou mis à la place d’un autre`)
    else if (!suit) this.#dire(f, f.rang, `le fait ${f.rang} ne suit pas celui qui le précède : l’un des deux a été remplacé`)
  }

  #examinerTete(f: FaitLu): void {
    if (f.tete === null || f.rangtete === null) return this.#dire(f, f.rang, 'la tête de la chaîne a disparu')
    if (f.rangtete > f.rang)
      return this.#dire(f, f.rang + 1, `la fin a été retirée : ${f.rangtete} faits annoncés, ${f.rang} présents`)
    if (f.rangtete < f.rang)
      return this.#dire(f, f.rangtete + 1, `un fait a été ajouté après la fin : ${f.rangtete} faits annoncés, ${f.rang} présents`)
    if (!f.tete.equals(f.empreinte)) this.#dire(f, f.rang, `le dernier fait (${f.rang}) n’est pas celui que la tête annonce`)
  }

  #dire({ acad, fil }: FaitLu, rang: number, phrase: string): void {
    this.#rompue = true
    this.constats.push({ acad, fil, rang, phrase })
  }
}
