import { importerAnnuaire } from '#annuaire'

const [url, fichier] = process.argv.slice(2)
const debut = performance.now()
const { etablissements } = await importerAnnuaire({ url: url!, fichier: fichier!, acad: '16', fermerBeaucoup: true })
const secondes = (performance.now() - debut) / 1000
// maxRSS is in kibibytes.
const mo = (process.resourceUsage().maxRSS * 1024) / 1_000_000
console.log(JSON.stringify({ secondes, mo, nouveaux: etablissements.nouveaux }))
