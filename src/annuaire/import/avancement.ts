const CADENCE_MS = 500

/** Says on stderr how far a long file has been read: every half second on a terminal, every tenth in a log. */
export function avancement(sortie: NodeJS.WriteStream = process.stderr): (octets: number, total: number) => void {
  let dernier = performance.now()
  let dixieme = 0
  let montre = false
  const surTerminal = (part: number): void => {
    if (part === 1 && montre) sortie.write('\r\x1b[K')
    if (part === 1 || performance.now() - dernier < CADENCE_MS) return
    dernier = performance.now()
    montre = true
    sortie.write(`\r\x1b[KLecture de l’annuaire\u00a0: ${Math.floor(part * 100)}\u00a0%`)
  }
  const surJournal = (part: number): void => {
    if (Math.floor(part * 10) <= dixieme) return
    dixieme = Math.floor(part * 10)
    sortie.write(`Lecture de l’annuaire\u00a0: ${dixieme * 10}\u00a0%\n`)
  }
  return (octets, total) => (sortie.isTTY ? surTerminal : surJournal)(Math.min(1, octets / total))
}
