import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { urlStatique } from '../statique.ts'

export interface Enveloppe {
  langue: string
  dir: 'ltr' | 'rtl'
  /** What the tab and the browser's history show. */
  onglet: string
  description?: string
  script: readonly string[]
  corps: Html
  apercu?: Apercu
}

/** What a network shows of a link that somebody shares: our words and our picture, by their whole address. */
export interface Apercu {
  titre: string
  texte: string
  url: string
  image: string
  /** What the picture says, for who does not see it. */
  alternative: string
}

const meta = (a: Apercu): Html =>
  html`<meta property="og:type" content="website" />
    <meta property="og:locale" content="fr_FR" />
    <meta property="og:title" content="${a.titre}" />
    <meta property="og:description" content="${a.texte}" />
    <meta property="og:url" content="${a.url}" />
    <meta property="og:image" content="${a.image}" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${a.alternative}" />
    <meta name="twitter:card" content="summary_large_image" />`

/** The HTML document. Scripts are modules: they wait for the page, which is complete without them. */
export const enveloppe = (e: Enveloppe): Html =>
  html`<!doctype html>
    <html lang="${e.langue}" dir="${e.dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${e.onglet}</title>
        ${e.description && html`<meta name="description" content="${e.description}" />`} ${e.apercu && meta(e.apercu)}
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="${urlStatique('favicon.svg')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${urlStatique('theme.css')}" />
        ${e.script.map((nom) => html`<script type="module" src="${urlStatique(nom)}"></script>`)}
      </head>
      ${e.corps}
    </html>`

// A child's tab or history is read over the shoulder: a title that names the subject is not shown there.
const SUJET = /harc[eè]l|harass|bully|violen|suicid|agress|danger|viol\b|تنمر|مضايق|عنف/i

export const onglet = (titre: string, nom: string): string => (SUJET.test(titre) || titre === nom ? nom : `${nom} · ${titre}`)

/** The mark: a roof, and somebody under it. */
export const marque = html`<svg
  class="preau-marque"
  viewBox="0 0 48 48"
  width="40"
  height="40"
  aria-hidden="true"
  focusable="false"
>
  <path class="toit" d="M4 23 24 9l20 14" />
  <path class="poteaux" d="M10 22v18M38 22v18" />
  <circle class="abrite" cx="24" cy="28" r="4.5" />
  <path class="abrite" d="M15.5 41c.7-5 4-7 8.5-7s7.8 2 8.5 7Z" />
</svg>`
