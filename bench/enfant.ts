/** Tells the bench that it may begin, answers what this process uses, and leaves with the bench. */
export function repondreAuBanc(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ mo: process.memoryUsage.rss() / 1_000_000, cpu: (user + system) / 1e6 })
  })
  process.on('disconnect', () => process.exit())
  process.send?.('pret')
}
