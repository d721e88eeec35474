import { dit, html } from './html.ts'
import type { Html, Texte } from './html.ts'

export interface EnTete {
  titre: Texte
  /** Small line above: a number, a place. */
  surtitre?: Texte
  badges?: readonly Html[]
  texte?: Texte
  actions?: Html
}

/** Head of a staff page: its only `h1`, what state it is in, what can be done. */
export const enTete = (e: EnTete): Html =>
  html`<div class="preau-tete">
    <div>
      ${e.surtitre && html`<p class="preau-tete__surtitre">${dit(e.surtitre)}</p>`}
      <h1>${dit(e.titre)}</h1>
      ${e.badges?.length ? html`<p class="fr-badges-group">${e.badges}</p>` : undefined}${e.texte && html`<p class="preau-tete__texte">${dit(e.texte)}</p>`}
    </div>
    ${e.actions && html`<div class="preau-tete__actions">${e.actions}</div>`}
  </div>`

/** One thing to read and do: the sheltering panel of the public pages. */
export const abri = (contenu: Texte): Html => html`<div class="preau-abri">${contenu}</div>`
