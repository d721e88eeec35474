import { attributs, classes, dit, html } from '../html.ts'
import type { Html, Texte } from '../html.ts'
import { icone } from '../icone.ts'
import type { NomIcone } from '../icone.ts'
import { groupe, idOption } from './commun.ts'
import type { Champ } from './commun.ts'

export interface Option {
  valeur: string
  libelle: Texte
  aide?: Texte
  icone?: NomIcone
}

interface Options extends Champ {
  options: readonly Option[]
  /** Side by side without frames: two or three short answers on a dense screen. */
  enLigne?: boolean
}

export interface ChampChoix extends Options {
  valeur?: string
}

export interface ChampCases extends Options {
  valeurs?: readonly string[]
}

type Genre = 'radio' | 'checkbox'

function option(genre: Genre, c: Options, o: Option, rang: number, choisie: boolean): Html {
  const id = idOption(c.nom, rang)
  const attr = attributs({
    type: genre,
    id,
    name: c.nom,
    value: o.valeur,
    checked: choisie,
    required: genre === 'radio' && c.requis,
    'aria-describedby': o.aide ? `${id}-detail` : false,
    'aria-invalid': c.erreur ? 'true' : false,
  })
  const dessin = o.icone && html`<span class="fr-radio-rich__pictogram">${icone(o.icone)}</span>`
  const aide = o.aide && html`<span class="fr-hint-text" id="${id}-detail">${dit(o.aide)}</span>`
  const texte = html`<span class="preau-option__texte"
    ><label class="fr-label" for="${id}">${dit(o.libelle)}</label>${aide}</span
  >`
  const cadre = classes(`fr-${genre}-group`, !c.enLigne && `fr-${genre}-rich`)
  return html`<div class="${cadre}"><input${attr}>${dessin}${texte}</div>`
}

const disposition = (c: Options) =>
  classes(c.enLigne && 'fr-fieldset--inline', c.options.some((o) => o.icone) && 'preau-options--icones')

/** One answer among several. */
export const champChoix = (c: ChampChoix): Html =>
  groupe(
    c,
    disposition(c),
    c.options.map((o, i) => option('radio', c, o, i, o.valeur === c.valeur)),
  )

/** As many answers as one wants. */
export const champCases = (c: ChampCases): Html =>
  groupe(
    c,
    disposition(c),
    c.options.map((o, i) => option('checkbox', c, o, i, c.valeurs?.includes(o.valeur) ?? false)),
  )
