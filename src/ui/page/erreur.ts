import { html } from '../html.ts'
import type { Texte } from '../html.ts'
import type { Lien } from '../navigation.ts'
import { enveloppe, marque, onglet } from './commun.ts'
import { sortie, type TextesPage } from './publique.ts'

export interface PageErreur {
  langue: string
  dir?: 'ltr' | 'rtl'
  titre: string
  texte: Texte
  /** Where to go from here; the first is the likeliest. */
  liens: readonly Lien[]
  nom?: string
  /** Where a child may stand: the way out of every public page. */
  quitter?: Pick<TextesPage, 'quitter' | 'quitterAide'>
}

/** An error page stands alone: it needs no data and no session, since these may be what failed. */
export const pageErreur = (p: PageErreur) => {
  const nom = p.nom ?? 'Préau'
  const [premier, ...autres] = p.liens
  return enveloppe({
    langue: p.langue,
    dir: p.dir ?? (p.langue === 'ar' ? 'rtl' : 'ltr'),
    onglet: onglet(p.titre, nom),
    script: p.quitter === undefined ? [] : ['quitter.js'],
    corps: html`<body class="preau-publique">
      ${
        p.quitter &&
        html`<header class="fr-header preau-entete" role="banner">
          <div class="fr-container fr-header__body-row">${sortie(p.quitter)}</div>
        </header>`
      }
      <main id="contenu" class="fr-container preau-contenu preau-erreur" tabindex="-1">
        ${marque}
        <h1>${p.titre}</h1>
        <div>${p.texte}</div>
        ${premier && html`<p><a class="fr-btn" href="${premier.url}">${premier.libelle}</a></p>`}
        ${
          autres.length > 0 &&
          html`<ul>
            ${autres.map((l) => html`<li><a href="${l.url}">${l.libelle}</a></li>`)}
          </ul>`
        }
      </main>
    </body>`,
  })
}
