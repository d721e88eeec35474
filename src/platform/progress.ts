/** Says how far a long step is: « 12 000 sur 70 000 ». */
export type Detail = (texte: string) => void

export type Progres = {
  /** Shows the step, runs it, shows how long it took. */
  etape: <T>(titre: string, action: (detail: Detail) => Promise<T> | T) => Promise<T>
}

/** A pipe or a log file gets a detail at most this often; a terminal rewrites its line. */
const CADENCE_SANS_TERMINAL_MS = 3000

export const secondes = (ms: number) =>
  `${(ms / 1000).toLocaleString('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}\u00a0s`

/** Numbered steps on stderr, so that stdout stays for results. */
export function suivreProgres(total: number, sortie: NodeJS.WriteStream = process.stderr): Progres {
  let rang = 0
  return {
    async etape(titre, action) {
      const ligne = `[${++rang}/${total}] ${titre}`
      const debut = performance.now()
      sortie.write(`${ligne}…`)
      const resultat = await action(detailSur(sortie, ligne))
      sortie.write(` ${secondes(performance.now() - debut)}\n`)
      return resultat
    },
  }
}

function detailSur(sortie: NodeJS.WriteStream, ligne: string): Detail {
  let dernier = performance.now()
  return (texte) => {
    if (sortie.isTTY) {
      sortie.write(`\r\x1b[K${ligne}… ${texte}`)
      return
    }
    if (performance.now() - dernier < CADENCE_SANS_TERMINAL_MS) return
    dernier = performance.now()
    sortie.write(`\n    ${texte}`)
  }
}
