import { join } from 'node:path'
import type { Config } from '../src/platform/config.ts'

const NB = '\u00a0'

/** Columns under one another. */
function colonnes(lignes: readonly string[][]): string {
  const largeurs = lignes[0]!.map((_, i) => Math.max(...lignes.map((l) => l[i]!.length)))
  return lignes.map((l) => `  ${l.map((mot, i) => mot.padEnd(largeurs[i]!)).join('  ')}`.trimEnd()).join('\n')
}

/** Where everything is, said once on stdout when all is ready. */
export async function annoncer({ origine, donnees, smtpUrl }: Config): Promise<void> {
  const { codesDeDemonstration, comptes } = await import('../demo/index.ts')
  const avecRole = comptes().filter((c) => c.role !== null)
  const lieux = colonnes(avecRole.map((c) => [`${c.prenom} ${c.nom}`, c.fonction, c.lieu]))
  const codes = codesDeDemonstration().map(({ code, qui }) => `  ${code}\n    ${qui}`)
  console.log(`
Préau est prêt${NB}: ${origine}
Rien n’y est vrai${NB}: les personnes et les écoles sont inventées.

Qui signale n’a pas de compte. Trois codes de retour, à essayer sur ${origine}/suivi
${codes.join('\n')}

Qui agit se connecte sur ${origine}/connexion et choisit un compte, sans mot de passe
${lieux}

${smtpUrl === undefined ? `Les courriels s’écrivent dans ${join(donnees, 'courriels')}` : 'Les courriels partent par SMTP_URL'}.
Ctrl-C arrête tout${NB}; les données restent dans ${donnees}. «${NB}npm start -- --reset${NB}» recommence à neuf.`)
}
