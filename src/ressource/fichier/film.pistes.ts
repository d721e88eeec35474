import { enfants } from './film.boites.ts'
import { filmAbime } from './film.ts'

/** The inside of a box below this one; a film without it tells nothing that could be trusted. */
function sous(parent: Buffer, ...types: readonly string[]): Buffer {
  let ici = parent
  for (const type of types) {
    const b = enfants(ici).find((x) => x.type === type)
    if (b === undefined) throw filmAbime()
    ici = ici.subarray(b.debut + b.tete, b.fin)
  }
  return ici
}

/** Hours of data, one a hundredth of a second; more is a lie to keep us counting. */
const ECHANTILLONS_AU_PLUS = 5_000_000

/** Where in the film the data of a track lie: its chunks, from the tables of its samples. */
export function morceauxDe(piste: Buffer): { debut: number; fin: number }[] {
  const stbl = sous(piste, 'mdia', 'minf', 'stbl')
  const larges = enfants(stbl).some((b) => b.type === 'co64')
  const chunks = sous(stbl, larges ? 'co64' : 'stco')
  const parChunk = sous(stbl, 'stsc')
  const taille = lireTailles(sous(stbl, 'stsz'))
  const trous: { debut: number; fin: number }[] = []
  let echantillon = 0
  let rangee = 0
  const rangees = parChunk.readUInt32BE(4)
  for (let c = 0; c < chunks.readUInt32BE(4); c++) {
    const debut = larges ? Number(chunks.readBigUInt64BE(8 + 8 * c)) : chunks.readUInt32BE(8 + 4 * c)
    // A row of `stsc` holds from its chunk on, counted from 1.
    while (rangee + 1 < rangees && parChunk.readUInt32BE(8 + 12 * (rangee + 1)) <= c + 1) rangee += 1
    let fin = debut
    const dedans = rangees === 0 ? 0 : parChunk.readUInt32BE(12 + 12 * rangee)
    if (echantillon + dedans > ECHANTILLONS_AU_PLUS) throw filmAbime()
    for (let n = 0; n < dedans; n++) fin += taille(echantillon++)
    trous.push({ debut, fin })
  }
  return trous
}

/** The size of each sample: the same for all, or one each. */
function lireTailles(stsz: Buffer): (n: number) => number {
  const commune = stsz.readUInt32BE(4)
  const combien = stsz.readUInt32BE(8)
  return (n) => {
    if (n >= combien) throw filmAbime()
    return commune > 0 ? commune : stsz.readUInt32BE(12 + 4 * n)
  }
}
