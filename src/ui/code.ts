import { attributs, html } from './html.ts'
import type { Html } from './html.ts'
import { icone } from './icone.ts'

export interface CodeMots {
  /** Id of the code, for the copy button. */
  id: string
  mots: readonly string[]
  langue?: string
  /** Without a text, no such button. Both appear only where script runs. */
  copier?: { libelle: string; fait: string }
  imprimer?: string
}

/** The return code, large, one word a cell, selectable as one text. The words are French whatever the page's language. */
export function codeMots(c: CodeMots): Html {
  const mots = c.mots.map((mot, i) => html`${i > 0 && ' '}<span>${mot}</span>`)
  return html`<div class="preau-code">
    <p class="preau-code__mots" id="${c.id}" lang="${c.langue ?? 'fr'}" dir="ltr" translate="no">${mots}</p>
    <div class="preau-code__actions">
      ${c.copier && boutonCopier({ cible: c.id, ...c.copier })}${c.imprimer && boutonImprimer(c.imprimer)}
    </div>
  </div>`
}

const boutonScript = (dessin: 'copier' | 'imprimer', libelle: string, donnees: Record<string, string | true>): Html =>
  html`<button${attributs({ type: 'button', class: 'fr-btn fr-btn--secondary preau-btn--icone preau-js', ...donnees })}>${icone(dessin)}<span>${libelle}</span></button>`

/** Copies the text of `#cible` and says `fait`. Needs `copier.js`. */
export const boutonCopier = (b: { cible: string; libelle: string; fait: string }): Html =>
  boutonScript('copier', b.libelle, { 'data-copier': `#${b.cible}`, 'data-copie': b.fait })

/** Opens the browser's print window. Needs `imprimer.js`. */
export const boutonImprimer = (libelle: string): Html => boutonScript('imprimer', libelle, { 'data-imprimer': true })
