/** As many as come together in the worst instant: one transaction for thirty costs what it costs for three. */
const PLACES = 32
/** A packet that is out longer no longer keeps the next one waiting. */
const PATIENCE_MS = 100

interface Attente<T, R> {
  x: T
  resolve: (r: R) => void
  reject: (raison: unknown) => void
}

/**
 * Whoever comes while others are being carried leaves with those who wait: one packet is out at a time, unless it is slow.
 * `porter` answers for each, in their order, and takes all of them or none: when it fails, each is carried by itself, so that one
 * bad parcel harms none of its neighbours. What it does must therefore be safe to do again.
 */
export function parPaquets<T, R>(porter: (lot: readonly T[]) => Promise<readonly R[]>): (x: T) => Promise<R> {
  const attente: Attente<T, R>[] = []
  let dehors = false
  /** `rentre` is called before anybody is answered: the next packet travels while answers are made. */
  const livrer = async (lot: readonly Attente<T, R>[], rentre: () => void): Promise<void> => {
    try {
      const rendus = await porter(lot.map((a) => a.x))
      rentre()
      lot.forEach((a, i) => a.resolve(rendus[i]!))
    } catch (raison) {
      if (lot.length === 1) lot[0]!.reject(raison)
      else await Promise.all(lot.map((a) => livrer([a], () => {})))
      rentre()
    }
  }
  const partir = (): void => {
    if (dehors || attente.length === 0) return
    dehors = true
    let dehorsEncore = true
    const rentre = (): void => {
      clearTimeout(minuterie)
      if (!dehorsEncore) return
      dehorsEncore = false
      dehors = false
      partir()
    }
    const minuterie = setTimeout(rentre, PATIENCE_MS).unref()
    void livrer(attente.splice(0, PLACES), rentre)
  }
  return (x) => {
    const { promise, resolve, reject } = Promise.withResolvers<R>()
    // Those of one turn of the program leave together.
    if (attente.push({ x, resolve, reject }) === 1) setImmediate(partir)
    return promise
  }
}
