import { attributs, classes, html } from '../html.ts'
import type { Html } from '../html.ts'
import { etiquetteChamp, lien, messageErreur } from './commun.ts'
import type { Champ } from './commun.ts'

export interface ChampDate extends Champ {
  /** ISO (`2026-11-22`), or what was typed when it was no date. */
  valeur?: string
  min?: string
  max?: string
  /** `2026-11-22T14:30` instead of a day. */
  avecHeure?: boolean
}

export function champDate(c: ChampDate): Html {
  const attr = attributs({
    class: classes('fr-input', 'preau-largeur--moyen', c.erreur && 'fr-input--error'),
    type: c.avecHeure ? 'datetime-local' : 'date',
    id: c.nom,
    name: c.nom,
    value: c.valeur,
    min: c.min,
    max: c.max,
    required: c.requis,
    ...lien(c),
  })
  return html`<div class="${classes('fr-input-group', c.erreur && 'fr-input-group--error')}">
${etiquetteChamp(c)}${messageErreur(c)}
<input${attr}>
</div>`
}
