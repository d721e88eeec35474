import { attributs, classes, dit, html } from '../html.ts'
import type { Html } from '../html.ts'
import { etiquetteChamp, lien, messageErreur } from './commun.ts'
import type { Champ } from './commun.ts'

interface Entree {
  valeur: string
  libelle: string
}

export interface ChampListe extends Champ {
  valeur?: string
  /** A group (`groupe` and its `entrees`) or a plain entry. */
  options: readonly (Entree | { groupe: string; entrees: readonly Entree[] })[]
  /** First line with an empty value (« Choisir… », « Tous les niveaux »). */
  vide?: string
}

export function champListe(c: ChampListe): Html {
  const entree = (e: Entree) =>
    html`<option${attributs({ value: e.valeur, selected: e.valeur === c.valeur })}>${dit(e.libelle)}</option>`
  const attr = attributs({
    class: classes('fr-select', c.erreur && 'fr-select--error'),
    id: c.nom,
    name: c.nom,
    required: c.requis,
    ...lien(c),
  })
  return html`<div class="${classes('fr-select-group', c.erreur && 'fr-select-group--error')}">
${etiquetteChamp(c)}${messageErreur(c)}
<select${attr}>${c.vide !== undefined && html`<option value="">${c.vide}</option>`}${c.options.map((o) =>
    'groupe' in o ? html`<optgroup label="${o.groupe}">${o.entrees.map(entree)}</optgroup>` : entree(o),
  )}</select>
</div>`
}
