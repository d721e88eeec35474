import { attributs, classes, html } from './html.ts'
import type { Html, Texte } from './html.ts'

export interface Colonne {
  libelle: string
  /** Figures are set against the end of the column. */
  fin?: boolean
  /** The header is a link that sorts; `sens` is the present order, if it is this column's. */
  tri?: { url: string; sens?: 'croissant' | 'decroissant' }
}

export interface Ligne {
  cellules: readonly (Texte | number)[]
  /** Late, urgent: the row stands out. Words in a cell must say why. */
  accent?: 'attention' | 'erreur'
}

export interface Tableau {
  legende: Texte
  /** The caption is only said, because a heading just above already shows it. */
  legendeMasquee?: boolean
  colonnes: readonly Colonne[]
  lignes: readonly Ligne[]
  dense?: boolean
}

const TRI = { croissant: 'ascending', decroissant: 'descending' } as const

const entete = (c: Colonne): Html => {
  const attr = attributs({ scope: 'col', class: c.fin && 'preau-fin', 'aria-sort': c.tri?.sens && TRI[c.tri.sens] })
  return html`<th${attr}>${c.tri ? html`<a class="preau-tri" href="${c.tri.url}">${c.libelle}</a>` : c.libelle}</th>`
}

/** On a phone each row becomes a small card: the cells then show their column's name, carried by `data-label`. */
const dite = (c: Colonne): Html => attributs({ class: c.fin && 'preau-fin', 'data-label': c.libelle })

/** The roles are written out because `display: block` on a phone would take the table's meaning away. */
const cellule = (attr: Html | undefined, contenu: Texte | number, rang: number): Html =>
  rang === 0
    ? html`<th scope="row" role="rowheader" ${attr}>${contenu}</th>`
    : html`<td role="cell" ${attr}><div>${contenu}</div></td>`

export function tableau(t: Tableau): Html {
  // Once a column, and not once a cell.
  const attrs = t.colonnes.map(dite)
  const ligne = (l: Ligne) =>
    html`<tr role="row" ${attributs({ class: l.accent && `preau-ligne--${l.accent}` })}>
      ${l.cellules.map((c, i) => cellule(attrs[i], c, i))}
    </tr>`
  return html`<div class="${classes('fr-table', t.dense && 'fr-table--sm')}"><table role="table">
<caption${attributs({ class: t.legendeMasquee && 'fr-sr-only' })}>${t.legende}</caption>
<thead role="rowgroup"><tr role="row">${t.colonnes.map(entete)}</tr></thead>
<tbody role="rowgroup">${t.lignes.map(ligne)}</tbody>
</table></div>`
}
