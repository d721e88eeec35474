import { join } from 'node:path'
import { ROLES } from '../src/annuaire/roles.ts'
import type { Config } from '../src/platform/config.ts'

const NB = '\u00a0'

/** Two columns, the second one aligned. */
function colonnes(lignes: readonly (readonly [string, string])[]): string {
  const largeur = Math.max(...lignes.map(([gauche]) => gauche.length))
  return lignes.map(([gauche, droite]) => `  ${gauche.padEnd(largeur)}  ${droite}`).join('\n')
}

/** Where everything is, said once on stdout when all is ready. */
export async function annoncer({ origine, donnees, smtpUrl }: Config): Promise<void> {
  const { codesDeDemonstration, comptes } = await import('../demo/index.ts')
  const avecRole = comptes().flatMap((c) => (c.role === null ? [] : [{ ...c, role: ROLES[c.role].libelle }]))
  const lieux = colonnes(avecRole.map((c) => [`${c.prenom} ${c.nom}`, `${c.role}, ${c.lieu}`] as const))
  const codes = codesDeDemonstration().map(({ code, qui }) => `  ${code}\n    ${qui}`)
  console.log(`
Préau est prêt${NB}: ${origine}
Rien n’y est vrai${NB}: les personnes et les écoles sont inventées, l’horloge est celle de cette machine.

Qui signale n’a pas de compte. Trois codes de retour, à essayer sur ${origine}/suivi
${codes.join('\n')}

Qui agit se connecte sur ${origine}/connexion et choisit un compte, sans mot de passe
${lieux}

${smtpUrl === undefined ? `Les courriels s’écrivent dans ${join(donnees, 'courriels')}` : 'Les courriels partent par SMTP_URL'}.
Ctrl-C arrête tout${NB}; les données restent dans ${donnees}. «${NB}npm start -- --reset${NB}» recommence à neuf.`)
}
