import { bouton, carte, html, pageErreur, typo, type Html } from '#ui'
import { CODES_ROLES, ROLES, type CodeRole } from '#annuaire'
import type { Compte } from './comptes.ts'

const page = (titre: string, texte: Html, liens: { url: string; libelle: string }[] = []): Html =>
  pageErreur({ langue: 'fr', titre, texte, liens, nom: 'Fournisseur d’identité de démonstration' })

const fiche = (c: Compte, rang: number): Html =>
  carte({
    titre: `${c.prenom} ${c.nom}`,
    haut: c.lieu,
    icone: 'personne',
    texte: html`<p><strong>Voit${'\u00a0'}:</strong> ${typo(c.voit)}</p>
      <p><strong>Ne voit pas${'\u00a0'}:</strong> ${typo(c.neVoitPas)}</p>`,
    pied: bouton({ libelle: 'Entrer', precision: `comme ${c.prenom} ${c.nom}, ${c.lieu}`, nom: 'compte', valeur: String(rang) }),
  })

function groupe(role: CodeRole | null, comptes: readonly Compte[]): Html | undefined {
  const siens = comptes.map((c, rang) => ({ c, rang })).filter(({ c }) => c.role === role)
  if (siens.length === 0) return undefined
  return html`<h2>${role === null ? 'Sans fonction dans Préau' : ROLES[role].libelle}</h2>
    ${siens.map(({ c, rang }) => fiche(c, rang))}`
}

/** One button an account. No password: it is a demonstration, and says so. */
export const pageComptes = (action: string, comptes: readonly Compte[]): Html =>
  page(
    'Choisir un compte de démonstration',
    html`<p>
        ${typo(
          'Cette page remplace ProConnect pour la démonstration : les personnes et les lieux sont inventés, et il n’y a pas de mot de passe. Elle refuse de se lancer en production.',
        )}
      </p>
      <form method="post" action="${action}">${[...CODES_ROLES, null].map((role) => groupe(role, comptes))}</form>`,
  )

export const pageRefus = (origine: string): Html =>
  page('La connexion n’a pas abouti', html`<p>Cette demande de connexion n’est plus valable, ou n’est pas celle de Préau.</p>`, [
    { url: `${origine}/connexion`, libelle: 'Revenir à Préau et recommencer' },
  ])
