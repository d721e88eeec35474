// Lists in time: the history of a dossier, the dialogue with the person who told.
import { attributs, classes, dit, html } from './html.ts'
import type { Html, Texte } from './html.ts'
import { icone } from './icone.ts'
import type { NomIcone } from './icone.ts'
import type { Ton } from './messages.ts'

/** The words for people and the ISO instant for machines; both come from who holds the clock. */
export interface Moment {
  iso: string
  libelle: string
}

export const moment = (m: Moment): Html => html`<time datetime="${m.iso}">${m.libelle}</time>`

export interface Evenement {
  quand: Moment
  titre: Texte
  texte?: Texte
  /** Who did it. */
  par?: Texte
  icone?: NomIcone
  ton?: Ton
  /** Not yet: a due date. */
  avenir?: boolean
}

export const chronologie = (evenements: readonly Evenement[], nom?: string): Html =>
  html`<ol class="preau-chronologie" ${attributs({ 'aria-label': nom })}>
    ${evenements.map((e) => {
      const classe = classes(e.ton && `preau-ton--${e.ton}`, e.avenir && 'avenir')
      return html`<li${attributs({ class: classe || false })}><span class="preau-chronologie__point">${icone(e.icone ?? 'coche')}</span><div>
<p class="preau-chronologie__quand">${moment(e.quand)}${e.par && html` · ${e.par}`}</p>
<p class="preau-chronologie__titre">${dit(e.titre)}</p>${e.texte && html`<div class="preau-chronologie__texte">${e.texte}</div>`}
</div></li>`
    })}
  </ol>`

export interface MessageFil {
  /** A role (« Toi », « La CPE du collège »), never a name. */
  auteur: Texte
  quand: Moment
  texte: Texte
  /** Written by the reader of this page: set on the other side. */
  moi: boolean
  /** « Nouveau », « Note interne ». */
  marque?: Html
  pieces?: Html
}

export const filMessages = (messages: readonly MessageFil[], nom?: string): Html =>
  html`<ol class="preau-fil" ${attributs({ 'aria-label': nom })}>
    ${messages.map(
      (m) =>
        html`<li class="${classes('preau-message', m.moi && 'preau-message--moi')}">
          <p class="preau-message__qui"><strong>${m.auteur}</strong> <span>${moment(m.quand)}</span>${m.marque}</p>
          <div class="preau-message__texte">${m.texte}</div>
          ${m.pieces && html`<div class="preau-message__pieces">${m.pieces}</div>`}
        </li>`,
    )}
  </ol>`
