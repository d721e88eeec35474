import { attributs, classes, html } from '../html.ts'
import type { Html } from '../html.ts'
import { etiquetteChamp, lien, messageErreur, SANS_CORRECTION } from './commun.ts'
import type { Champ } from './commun.ts'

export interface ChampTexte extends Champ {
  valeur?: string
  type?: 'text' | 'email' | 'tel' | 'search' | 'url'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'search'
  /** Codes and names are not words to be corrected. */
  sansCorrection?: boolean
  largeur?: 'court' | 'moyen'
}

export function champTexte(c: ChampTexte): Html {
  const attr = attributs({
    class: classes('fr-input', c.erreur && 'fr-input--error', c.largeur && `preau-largeur--${c.largeur}`),
    type: c.type ?? 'text',
    id: c.nom,
    name: c.nom,
    value: c.valeur,
    required: c.requis,
    autocomplete: c.autocomplete ?? 'off',
    inputmode: c.inputmode,
    dir: 'auto',
    ...(c.sansCorrection && SANS_CORRECTION),
    ...lien(c),
  })
  return html`<div class="${classes('fr-input-group', c.erreur && 'fr-input-group--error')}">
${etiquetteChamp(c)}${messageErreur(c)}
<input${attr}>
</div>`
}
