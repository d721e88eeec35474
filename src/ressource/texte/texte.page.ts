import { classes, html, typo, type Html } from '#ui'
import { cibleDe, rangDuFichier } from './liens.ts'
import { attribut, lireMarkdown, texteDe, type Noeud } from './markdown.ts'

export interface Rendu {
  /** The level that a first-level title of the text takes in the page: 2 under its h1. */
  niveau?: number
  /** Address of a file of this version, by its rank; null when there is none, or when it is no picture. */
  fichier?: (rang: number) => string | null
  image?: (rang: number) => string | null
}

/**
 * A text in Markdown as a part of a page. Each kind of piece that we know is drawn by its template; any other gives its words.
 * Nothing typed becomes an element, an attribute or an address that is not of the list.
 */
export function texteEnPage(texte: string, o: Rendu = {}): Html {
  return html`${lireMarkdown(texte).map((n) => dessiner(n, o))}`
}

const dedans = (n: Noeud, o: Rendu): Html[] => n.enfants.map((e) => dessiner(e, o))

type Dessin = (n: Noeud, o: Rendu) => Html

const DESSINS: Readonly<Record<string, Dessin>> = {
  inline: (n, o) => html`${dedans(n, o)}`,
  text: (n) => html`${typo(n.token.content)}`,
  text_special: (n) => html`${n.token.content}`,
  softbreak: () => html``,
  hardbreak: () => html`<br />`,
  paragraph_open: (n, o) => (n.token.hidden ? html`${dedans(n, o)}` : html`<p>${dedans(n, o)}</p>`),
  heading_open: (n, o) => titre(Number(n.token.tag.slice(1)) + (o.niveau ?? 2) - 1, dedans(n, o)),
  strong_open: (n, o) => html`<strong>${dedans(n, o)}</strong>`,
  em_open: (n, o) => html`<em>${dedans(n, o)}</em>`,
  bullet_list_open: (n, o) =>
    html`<ul>
      ${dedans(n, o)}
    </ul>`,
  ordered_list_open: (n, o) =>
    html`<ol start="${debut(n)}">
      ${dedans(n, o)}
    </ol>`,
  list_item_open: (n, o) => html`<li>${dedans(n, o)}</li>`,
  blockquote_open: (n, o) => html`<blockquote>${dedans(n, o)}</blockquote>`,
  hr: () => html`<hr />`,
  code_inline: (n) => html`<code>${n.token.content}</code>`,
  code_block: (n) => html`<pre tabindex="0"><code>${n.token.content}</code></pre>`,
  fence: (n) => html`<pre tabindex="0"><code>${n.token.content}</code></pre>`,
  link_open: lien,
  image,
  table_open: (n, o) =>
    html`<div class="fr-table preau-texte__table" tabindex="0">
      <table>
        ${dedans(n, o)}
      </table>
    </div>`,
  thead_open: (n, o) =>
    html`<thead>
      ${dedans(n, o)}
    </thead>`,
  tbody_open: (n, o) =>
    html`<tbody>
      ${dedans(n, o)}
    </tbody>`,
  tr_open: (n, o) =>
    html`<tr>
      ${dedans(n, o)}
    </tr>`,
  th_open: (n, o) => html`<th scope="col">${dedans(n, o)}</th>`,
  td_open: (n, o) => html`<td>${dedans(n, o)}</td>`,
}

const dessiner: Dessin = (n, o) =>
  Object.hasOwn(DESSINS, n.token.type) ? DESSINS[n.token.type]!(n, o) : html`${texteDe(n) || n.token.content}`

const debut = (n: Noeud): number => Number(n.token.attrGet('start') ?? 1) || 1

function titre(niveau: number, contenu: readonly Html[]): Html {
  switch (Math.min(6, niveau)) {
    case 2:
      return html`<h2>${contenu}</h2>`
    case 3:
      return html`<h3>${contenu}</h3>`
    case 4:
      return html`<h4>${contenu}</h4>`
    case 5:
      return html`<h5>${contenu}</h5>`
    default:
      return html`<h6>${contenu}</h6>`
  }
}

function lien(n: Noeud, o: Rendu): Html {
  const href = attribut(n, 'href')
  const rang = rangDuFichier(href)
  const fichier = rang === null ? null : (o.fichier?.(rang) ?? null)
  if (fichier !== null) return html`<a href="${fichier}">${dedans(n, o)}</a>`
  const cible = rang === null ? cibleDe(href) : null
  if (cible === null || texteDe(n).trim() === '') return html`${dedans(n, o)}`
  return cible.dehors ? lienDehors(cible.url, html`${dedans(n, o)}`) : html`<a href="${cible.url}">${dedans(n, o)}</a>`
}

/** Leads away, and says so; the other site is not told where its reader comes from. */
export const lienDehors = (url: string, libelle: Html | string, classe = ''): Html =>
  html`<a class="${classes('preau-dehors', classe)}" href="${url}" rel="external noopener noreferrer"
    >${libelle}<span class="fr-sr-only"> (autre site)</span></a
  >`

function image(n: Noeud, o: Rendu): Html {
  const rang = rangDuFichier(attribut(n, 'src'))
  const src = rang === null ? null : (o.image?.(rang) ?? null)
  const alternative = texteDe(n)
  return src === null ? html`${alternative}` : html`<img src="${src}" alt="${alternative}" loading="lazy" />`
}
