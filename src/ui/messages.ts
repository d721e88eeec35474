import { attributs, classes, dit, html } from './html.ts'
import type { Html, Texte } from './html.ts'
import { icone } from './icone.ts'
import type { NomIcone } from './icone.ts'

export type Ton = 'succes' | 'info' | 'attention' | 'erreur'

export const CLASSE_TON = { succes: 'success', info: 'info', attention: 'warning', erreur: 'error' } as const satisfies Record<
  Ton,
  string
>

const ICONE_TON: Record<Ton, NomIcone> = { succes: 'coche', info: 'info', attention: 'alerte', erreur: 'alerte' }

export interface Erreur {
  /** Name of the field, whose control bears it as its id. */
  champ?: string
  message: string
}

/** First thing of a page sent back with status 422. The script gives it the focus; without, it is at the top anyway. */
export function resumeErreurs(titre: string, erreurs: readonly Erreur[]): Html | undefined {
  if (erreurs.length === 0) return undefined
  const ligne = (e: Erreur) => html`<li>${e.champ ? html`<a href="#${e.champ}">${e.message}</a>` : e.message}</li>`
  return html`<div class="fr-alert fr-alert--error preau-resume" role="alert" tabindex="-1" data-focus>
    ${icone('alerte')}
    <div>
      <h2 class="fr-alert__title">${titre}</h2>
      <ul>
        ${erreurs.map(ligne)}
      </ul>
    </div>
  </div>`
}

export interface Alerte {
  type: Ton
  titre?: Texte
  texte?: Texte
  niveau?: 2 | 3 | 4
  icone?: NomIcone
}

/** A message that belongs to its place in the page. */
export function alerte(a: Alerte): Html {
  const balise = `h${a.niveau ?? 3}` as const
  const titre = a.titre && titreDe(balise, 'fr-alert__title', dit(a.titre))
  const texte = a.texte && html`<div class="preau-alerte__texte">${dit(a.texte)}</div>`
  return html`<div class="${classes('fr-alert', `fr-alert--${CLASSE_TON[a.type]}`, !a.titre && 'fr-alert--sm')}">
    ${icone(a.icone ?? ICONE_TON[a.type])}
    <div>${titre}${texte}</div>
  </div>`
}

export interface Banniere {
  type: Ton
  texte: Texte
}

/** The result of what was just done, at the top of the next page. A success tells the session script that the draft was sent. */
export const banniere = (b: Banniere): Html =>
  html`<div${attributs({ class: `fr-notice fr-notice--${CLASSE_TON[b.type]}`, role: b.type === 'erreur' ? 'alert' : 'status', 'data-envoye': b.type === 'succes' })}>
<div class="fr-container"><div class="fr-notice__body">${icone(ICONE_TON[b.type])}<p class="fr-notice__title">${dit(b.texte)}</p></div></div>
</div>`

export type Titre = 'h1' | 'h2' | 'h3' | 'h4'

export function titreDe(balise: Titre, classe: string, texte: Texte): Html {
  switch (balise) {
    case 'h1':
      return html`<h1 class="${classe}">${texte}</h1>`
    case 'h2':
      return html`<h2 class="${classe}">${texte}</h2>`
    case 'h3':
      return html`<h3 class="${classe}">${texte}</h3>`
    case 'h4':
      return html`<h4 class="${classe}">${texte}</h4>`
  }
}
