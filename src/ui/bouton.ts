import { attributs, classes, dit, html } from './html.ts'
import type { Attributs, Html, Texte } from './html.ts'
import { icone } from './icone.ts'
import type { NomIcone } from './icone.ts'

export type Variante = 'primaire' | 'secondaire' | 'tertiaire' | 'danger'

interface Apparence {
  libelle: Texte
  variante?: Variante
  petit?: boolean
  icone?: NomIcone
  /** The icon follows the words (« Continuer → »). */
  iconeApres?: boolean
  /** Said by a screen reader after the label, to tell alike buttons apart (« Retirer » *le filtre Collège*). */
  precision?: string
  attributs?: Attributs
}

export interface Bouton extends Apparence {
  type?: 'submit' | 'button'
  nom?: string
  valeur?: string
}

export interface LienBouton extends Apparence {
  url: string
}

const CLASSES: Record<Variante, string | false> = {
  primaire: false,
  secondaire: 'fr-btn--secondary',
  tertiaire: 'fr-btn--tertiary',
  danger: 'preau-btn--danger',
}

const classeBouton = (b: Apparence) =>
  classes('fr-btn', CLASSES[b.variante ?? 'primaire'], b.petit && 'fr-btn--sm', b.icone && 'preau-btn--icone')

function interieur(b: Apparence): Html {
  const dessin = b.icone && icone(b.icone)
  const precision = b.precision && html` <span class="fr-sr-only">${b.precision}</span>`
  return b.iconeApres
    ? html`<span>${dit(b.libelle)}${precision}</span>${dessin}`
    : html`${dessin}<span>${dit(b.libelle)}${precision}</span>`
}

export const bouton = (b: Bouton): Html =>
  html`<button${attributs({ type: b.type ?? 'submit', class: classeBouton(b), name: b.nom, value: b.valeur, ...b.attributs })}>${interieur(b)}</button>`

export const lienBouton = (b: LienBouton): Html =>
  html`<a${attributs({ class: classeBouton(b), href: b.url, ...b.attributs })}>${interieur(b)}</a>`

/** Buttons of one decision: one under the other on a phone, side by side elsewhere. */
export const groupeBoutons = (boutons: (Html | false | undefined)[]): Html =>
  html`<ul class="fr-btns-group fr-btns-group--inline-md">
    ${boutons.filter((b) => b).map((b) => html`<li>${b}</li>`)}
  </ul>`
