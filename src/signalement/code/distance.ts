// Damerau–Levenshtein distance: insertions, deletions, substitutions and swaps of neighbouring letters.
// The unrestricted one, on purpose. The usual « optimal string alignment » is no metric: it puts « ca » and « abc »
// three apart although « ac » is one error from both, so three apart would not mean that one error has one repair.
export function distance(a: string, b: string): number {
  const width = b.length + 1
  const d = new Uint16Array((a.length + 1) * width)
  for (let i = 1; i <= a.length; i++) d[i * width] = i
  for (let j = 1; j <= b.length; j++) d[j] = j

  for (let i = 1; i <= a.length; i++) {
    let l = 0 // the last place in b, before j, of a's letter i
    for (let j = 1; j <= b.length; j++) {
      const cell = i * width + j
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(d[cell - width - 1]! + (same ? 0 : 1), d[cell - width]! + 1, d[cell - 1]! + 1)
      const k = i > 1 && l > 0 ? a.lastIndexOf(b[j - 1]!, i - 2) + 1 : 0 // the last place in a, before i, of b's letter j
      if (k > 0) best = Math.min(best, d[(k - 1) * width + l - 1]! + (i - k - 1) + 1 + (j - l - 1))
      d[cell] = best
      if (same) l = j
    }
  }
  return d[d.length - 1]!
}
