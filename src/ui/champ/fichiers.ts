import { attributs, classes, html } from '../html.ts'
import type { Html } from '../html.ts'
import { etiquetteChamp, lien, messageErreur } from './commun.ts'
import type { Champ } from './commun.ts'

export interface ChampFichiers extends Champ {
  /** MIME types: `['image/jpeg', 'image/png']`. */
  accepte: readonly string[]
  plusieurs?: boolean
}

export function champFichiers(c: ChampFichiers): Html {
  const attr = attributs({
    class: 'fr-upload',
    type: 'file',
    id: c.nom,
    name: c.nom,
    accept: c.accepte.join(','),
    multiple: c.plusieurs,
    required: c.requis,
    ...lien(c),
  })
  return html`<div class="${classes('fr-upload-group', c.erreur && 'fr-upload-group--error')}">
${etiquetteChamp(c)}${messageErreur(c)}
<input${attr}>
</div>`
}
