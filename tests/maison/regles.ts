import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export interface Source {
  chemin: string
  texte: string
}

export const RACINE = new URL('../../', import.meta.url).pathname

export const sources = (motif: string): Source[] =>
  globSync(motif, { cwd: RACINE })
    .filter((f) => !f.includes('node_modules'))
    .sort()
    .map((chemin) => ({ chemin, texte: readFileSync(join(RACINE, chemin), 'utf8') }))

/** What each room may stand on. A room that is not here does not exist: it is a decision page first. */
export const PEUT: Record<string, readonly string[]> = {
  platform: [],
  ui: ['platform'],
  annuaire: ['platform', 'ui'],
  acces: ['platform', 'ui', 'annuaire'],
  signalement: ['platform', 'ui', 'annuaire', 'acces'],
  dossier: ['platform', 'ui', 'annuaire', 'acces', 'signalement', 'action'],
  action: ['platform', 'ui', 'annuaire', 'acces'],
  ressource: ['platform', 'ui', 'annuaire', 'acces'],
  site: ['platform', 'ui', 'annuaire', 'acces', 'action', 'ressource'],
  travaux: ['platform', 'ui', 'annuaire', 'acces', 'dossier', 'ressource'],
}

const IMPORT = /(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|^import\s+'([^']+)'/gms

/** The imports of a file that break a boundary, each in a sentence. */
export function passages(s: Source): string[] {
  const piece = /^src\/([^/]+)\//.exec(s.chemin)?.[1]
  if (piece === undefined || s.chemin.endsWith('.test.ts')) return []
  if (PEUT[piece] === undefined) return [`${s.chemin}: « ${piece} » is not a room`]
  const fautes: string[] = []
  for (const m of s.texte.matchAll(IMPORT)) {
    const cible = m[1] ?? m[2] ?? m[3]!
    if (cible.startsWith('#') && !PEUT[piece]!.includes(cible.slice(1))) fautes.push(`${s.chemin} → ${cible}: not below it`)
    if (cible.startsWith('.') && !normalize(join(dirname(s.chemin), cible)).startsWith(`src/${piece}/`))
      fautes.push(`${s.chemin} → ${cible}: climbs out of its room`)
  }
  return fautes
}

export interface Regle {
  nom: string
  motif: RegExp
  /** Where it is allowed, with the reason. */
  sauf: Record<string, string>
}

export const REGLES: Regle[] = [
  {
    nom: 'the clock is asked, never the machine',
    motif: /\bnew Date\(\)|\bDate\.now\(\)/,
    sauf: { 'src/platform/clock.ts': 'the clock itself' },
  },
  { nom: 'the environment is read in one file', motif: /process\.env/, sauf: { 'src/platform/config.ts': 'the one file' } },
  {
    nom: 'markup is never raw outside the interface room',
    motif: /\braw\(/,
    sauf: { 'src/ui/html.ts': 'attributes it has just escaped', 'src/ui/icone.ts': 'drawings of our own' },
  },
  { nom: 'attributes are quoted', motif: /<[a-z][^>`]*\s[a-z-]+=\$\{/, sauf: {} },
  { nom: 'no default export', motif: /^export default/m, sauf: {} },
  {
    nom: 'a dossier is read by dossierDe, which asks why; only what shows nothing of it goes the other way',
    motif: /\bdossierPourAgir\(/,
    sauf: {
      'src/dossier/dossier.ts': 'an act that follows a dossier where a colleague moved it',
      'src/dossier/agir.ts': 'every act: a fact and a redirection',
      'src/dossier/brouillon/routes.ts': 'keeps what its author types',
      'src/dossier/bureau/repartition.ts': 'several dossiers to one person',
      'src/dossier/bureau/revue.ts': 'the walk is a motive, which it writes',
      'src/dossier/ouverture/ouverture.ts': 'whoever opens it',
      'src/dossier/repere/repere.ts': 'a task in each',
      'src/dossier/reunion/reunion.ts': 'the other dossier of an act, by its number',
      'src/dossier/secours/secours.ts': 'whether it is seen already',
    },
  },
]

export const enfreint = (r: Regle, s: Source): boolean => r.motif.test(s.texte) && r.sauf[s.chemin] === undefined
