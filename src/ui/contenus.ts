import { classes, dit, html } from './html.ts'
import type { Html, Texte } from './html.ts'
import { icone } from './icone.ts'
import type { NomIcone } from './icone.ts'
import { titreDe } from './messages.ts'
import type { Titre } from './messages.ts'

export interface Carte {
  titre: Texte
  balise?: Titre
  /** The title becomes a link and the whole card answers to a click. */
  url?: string
  texte?: Texte
  icone?: NomIcone
  /** Above the title: badges, a date. */
  haut?: Texte
  pied?: Texte
}

export function carte(c: Carte): Html {
  const titre = titreDe(c.balise ?? 'h3', 'fr-card__title', c.url ? html`<a href="${c.url}">${dit(c.titre)}</a>` : dit(c.titre))
  return html`<div class="${classes('fr-card', c.url && 'fr-enlarge-link', c.icone && 'preau-carte--icone')}">
    ${c.icone && html`<span class="preau-carte__icone">${icone(c.icone)}</span>`}
    <div class="fr-card__body">
      ${c.haut && html`<div class="fr-card__start">${c.haut}</div>`}${titre}
      ${c.texte && html`<div class="fr-card__desc">${dit(c.texte)}</div>`}${c.pied && html`<div class="fr-card__footer">${c.pied}</div>`}
    </div>
  </div>`
}

export interface Encart {
  titre?: Texte
  balise?: Titre
  texte: Texte
  icone?: NomIcone
}

export const encart = (e: Encart): Html =>
  html`<div class="fr-callout">
    ${e.icone && icone(e.icone)}
    <div>
      ${e.titre && titreDe(e.balise ?? 'h3', 'fr-callout__title', e.titre)}
      <div class="fr-callout__text">${e.texte}</div>
    </div>
  </div>`

/** Native disclosure: open and closed without script, found by the browser's search. */
export const accordeon = (a: { titre: Texte; contenu: Texte; ouvert?: boolean; niveau?: 3 }): Html =>
  html`<details class="fr-accordion" ${a.ouvert && html` open`}>
    <summary class="fr-accordion__btn">
      ${icone('chevron')}${a.niveau === 3 ? html`<h3>${dit(a.titre)}</h3>` : html`<span>${dit(a.titre)}</span>`}
    </summary>
    <div class="fr-collapse">${a.contenu}</div>
  </details>`

export interface Definition {
  terme: Texte
  definition: Texte
  /** « Modifier », with what for a screen reader. */
  action?: { libelle: string; precision: string; url: string }
}

export const definitionListe = (lignes: readonly Definition[]): Html =>
  html`<dl class="preau-definitions">
    ${lignes.map((l) => {
      const action =
        l.action &&
        html`<dd class="preau-definitions__action">
          <a href="${l.action.url}">${l.action.libelle}<span class="fr-sr-only"> ${l.action.precision}</span></a>
        </dd>`
      return html`<div>
        <dt>${dit(l.terme)}</dt>
        <dd>${l.definition}</dd>
        ${action}
      </div>`
    })}
  </dl>`

export const vide = (v: { titre: Texte; texte?: Texte; icone?: NomIcone; action?: Html }): Html =>
  html`<div class="preau-vide">
    ${icone(v.icone ?? 'coche')}
    <p class="preau-vide__titre">${dit(v.titre)}</p>
    ${v.texte && html`<p>${dit(v.texte)}</p>`}${v.action}
  </div>`

/** A figure that leads to the rows behind it. */
export const chiffre = (c: { valeur: Texte | number; libelle: Texte; url?: string; ton?: 'attention' | 'erreur' }): Html => {
  const dedans = html`<span class="preau-chiffre__valeur">${c.valeur}</span> <span>${c.libelle}</span>`
  const classe = classes('preau-chiffre', c.ton && `preau-chiffre--${c.ton}`)
  return c.url ? html`<a class="${classe}" href="${c.url}">${dedans}</a>` : html`<p class="${classe}">${dedans}</p>`
}
