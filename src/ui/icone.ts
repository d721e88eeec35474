import { raw } from 'hono/html'
import { classes, html } from './html.ts'
import type { Html, Texte } from './html.ts'
import { INTERFACE } from './icones.interface.ts'
import { SIGNALEMENT } from './icones.signalement.ts'

const ICONES = { ...INTERFACE, ...SIGNALEMENT }

export type NomIcone = keyof typeof ICONES

export const nomsIcones = Object.keys(ICONES) as NomIcone[]

// Drawings that point somewhere: turned round in a page written from right to left.
const ORIENTEES = new Set<NomIcone>(['chevron', 'fleche', 'sortie'])

const dessinees = new Map<NomIcone, Html>()

/** A drawing beside words, never instead of them: it is hidden from screen readers. */
export function icone(nom: NomIcone): Html {
  const deja = dessinees.get(nom)
  if (deja !== undefined) return deja
  const dessin = dessiner(nom)
  dessinees.set(nom, dessin)
  return dessin
}

function dessiner(nom: NomIcone): Html {
  // Drawings are constants of this room: nothing that a person typed can reach this `raw`.
  const trace = raw(ICONES[nom])
  const classe = classes('preau-icone', ORIENTEES.has(nom) && 'preau-icone--sens')
  return html`<svg class="${classe}" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    ${trace}
  </svg>`
}

export const iconeTexte = (nom: NomIcone, texte: Texte): Html =>
  html`<span class="preau-icone-texte">${icone(nom)}<span>${texte}</span></span>`
