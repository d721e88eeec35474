import { bouton, html, pageErreur, tableau, typo, type Html } from '#ui'
import { CODES_ROLES, ROLES, type CodeRole } from '#annuaire'
import type { Compte } from './comptes.ts'

const page = (titre: string, texte: Html, liens: { url: string; libelle: string }[] = []): Html =>
  pageErreur({ langue: 'fr', titre, texte, liens, nom: 'Fournisseur d’identité de démonstration' })

const ligne = (c: Compte, rang: number) => ({
  cellules: [
    html`${c.prenom} ${c.nom}<br /><span class="fr-hint-text">${c.lieu}</span>`,
    typo(c.voit),
    typo(c.neVoitPas),
    bouton({
      libelle: 'Entrer',
      precision: `comme ${c.prenom} ${c.nom}, ${c.lieu}`,
      petit: true,
      nom: 'compte',
      valeur: String(rang),
    }),
  ],
})

function groupe(role: CodeRole | null, comptes: readonly Compte[]): Html | undefined {
  const siens = comptes.map((c, rang) => ({ c, rang })).filter(({ c }) => c.role === role)
  if (siens.length === 0) return undefined
  return tableau({
    legende: role === null ? 'Sans fonction dans Préau' : ROLES[role].libelle,
    dense: true,
    colonnes: ['Compte', 'Voit', 'Ne voit pas', 'Connexion'].map((libelle) => ({ libelle })),
    lignes: siens.map(({ c, rang }) => ligne(c, rang)),
  })
}

/** One button an account. No password: it is a demonstration, and says so. */
export const pageComptes = (action: string, comptes: readonly Compte[]): Html =>
  page(
    'Choisir un compte de démonstration',
    html`<div class="preau-pile">
      <p>
        ${typo(
          'Cette page remplace ProConnect pour la démonstration : les personnes et les lieux sont inventés, et il n’y a pas de mot de passe. Elle refuse de se lancer en production.',
        )}
      </p>
      <form method="post" action="${action}">${[...CODES_ROLES, null].map((role) => groupe(role, comptes))}</form>
    </div>`,
  )

export const pageRefus = (origine: string): Html =>
  page('La connexion n’a pas abouti', html`<p>Cette demande de connexion n’est plus valable, ou n’est pas celle de Préau.</p>`, [
    { url: `${origine}/connexion`, libelle: 'Revenir à Préau et recommencer' },
  ])
