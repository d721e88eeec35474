import { attributs, classes, html } from './html.ts'
import type { Html, Texte } from './html.ts'
import { icone } from './icone.ts'
import { etiquette } from './marques.ts'

export interface Lien {
  libelle: string
  url: string
}

/** The last step is the page itself: no link. */
export const filAriane = (pas: readonly { libelle: string; url?: string }[], nom = 'Fil d’Ariane'): Html =>
  html`<nav class="fr-breadcrumb" aria-label="${nom}">
    <ol class="fr-breadcrumb__list">
      ${pas.map((p) =>
        p.url
          ? html`<li><a class="fr-breadcrumb__link" href="${p.url}">${p.libelle}</a></li>`
          : html`<li><span class="fr-breadcrumb__link" aria-current="page">${p.libelle}</span></li>`,
      )}
    </ol>
  </nav>`

export interface Etapes {
  numero: number
  total: number
  /** « Étape 3 sur 8 » in the reader's language. */
  etat: string
  /** Title of the step, when the page's own `h1` does not say it. */
  titre?: Texte
}

export function etapes(e: Etapes): Html {
  const pas = Array.from({ length: e.total }, (_, i) => html`<span${attributs({ class: i < e.numero && 'fait' })}></span>`)
  return html`<div class="fr-stepper">
    <p class="fr-stepper__state">${e.etat}</p>
    ${e.titre && html`<p class="fr-stepper__title">${e.titre}</p>`}
    <div class="fr-stepper__steps" aria-hidden="true">${pas}</div>
  </div>`
}

export interface Pagination {
  page: number
  pages: number
  url: (page: number) => string
}

function voisines(page: number, pages: number): (number | '…')[] {
  const gardees = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages)
  return gardees.flatMap((n, i) => (i > 0 && n - gardees[i - 1]! > 1 ? ['…' as const, n] : [n]))
}

/** Staff lists only, hence in French. One page: nothing to show. */
export function pagination(p: Pagination): Html | undefined {
  if (p.pages <= 1) return undefined
  const lien = (n: number, libelle: Texte, classe = '', rel?: string) =>
    html`<li><a class="${classes('fr-pagination__link', classe)}" href="${p.url(n)}" ${attributs({ rel })}>${libelle}</a></li>`
  const numero = (n: number | '…') => {
    if (n === '…') return html`<li><span class="fr-pagination__link" aria-hidden="true">…</span></li>`
    if (n === p.page) return html`<li><a class="fr-pagination__link" aria-current="page">${sr('Page ')}${n}</a></li>`
    return lien(n, html`${sr('Page ')}${n}`)
  }
  return html`<nav class="fr-pagination" aria-label="Pagination">
    <ul class="fr-pagination__list">
      ${p.page > 1 && lien(p.page - 1, html`${icone('chevron')}<span>Précédente</span>`, 'fr-pagination__link--prev', 'prev')}
      ${voisines(p.page, p.pages).map(numero)}
      ${p.page < p.pages && lien(p.page + 1, html`<span>Suivante</span>${icone('chevron')}`, 'fr-pagination__link--next', 'next')}
    </ul>
  </nav>`
}

const sr = (texte: string) => html`<span class="fr-sr-only">${texte}</span>`

export interface Filtres {
  url: string
  /** `post` where what is typed may be a child's name: it is then in no address. */
  methode?: 'get' | 'post'
  champs: readonly Html[]
  /** What filters now; the link is the same list without it. */
  actifs?: readonly Lien[]
  /** Parameters to keep that have no field here (order, tab). */
  gardes?: Readonly<Record<string, string>>
  titre?: string
}

export function filtres(f: Filtres): Html {
  const gardes = Object.entries(f.gardes ?? {}).map(
    ([nom, valeur]) => html`<input type="hidden" name="${nom}" value="${valeur}" />`,
  )
  const actifs = f.actifs?.length
    ? html`<ul class="fr-tags-group" aria-label="Filtres actifs">
        ${f.actifs.map((a) => html`<li>${etiquette({ ...a, retirer: 'Retirer le filtre' })}</li>`)}
        <li><a class="preau-filtres__tout" href="${f.url}">Tout effacer</a></li>
      </ul>`
    : undefined
  return html`<form
    class="preau-filtres"
    method="${f.methode ?? 'get'}"
    action="${f.url}"
    role="search"
    aria-label="${f.titre ?? 'Filtrer la liste'}"
  >
    <div class="preau-filtres__champs">
      ${f.champs}${gardes}<button type="submit" class="fr-btn preau-btn--icone">${icone('filtre')}<span>Filtrer</span></button>
    </div>
    ${actifs}
  </form>`
}
