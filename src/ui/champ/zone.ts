import { attributs, classes, html } from '../html.ts'
import type { Html } from '../html.ts'
import { etiquetteChamp, lien, messageErreur, SANS_CORRECTION } from './commun.ts'
import type { Champ } from './commun.ts'

export interface ChampZone extends Champ {
  valeur?: string
  lignes?: number
  /** The words of a code: a telephone in another language would « correct » them. */
  sansCorrection?: boolean
  /** `texte` is always shown (« 2 000 signes au plus »); with script, `reste` counts down, `{n}` being the number. */
  compte?: { max: number; texte: string; reste: string }
}

const idCompte = (nom: string) => `${nom}-compte`

// No `maxlength`: it would cut silently what somebody pastes. The form says it in words.
const compteur = (c: ChampZone): Html | undefined =>
  c.compte &&
  html`<p${attributs({
    class: 'fr-hint-text preau-compte',
    id: idCompte(c.nom),
    'data-compteur': `#${c.nom}`,
    'data-max': c.compte.max,
    'data-reste': c.compte.reste,
  })}>${c.compte.texte}</p>`

export function champZone(c: ChampZone): Html {
  const attr = attributs({
    class: classes('fr-input', c.erreur && 'fr-input--error'),
    id: c.nom,
    name: c.nom,
    rows: c.lignes ?? 6,
    required: c.requis,
    autocomplete: 'off',
    dir: 'auto',
    ...(c.sansCorrection && SANS_CORRECTION),
    ...lien(c, c.compte && idCompte(c.nom)),
  })
  // The line end after <textarea> is eaten by the parser: without it, a text that begins with one would lose it.
  return html`<div class="${classes('fr-input-group', c.erreur && 'fr-input-group--error')}">
${etiquetteChamp(c)}${messageErreur(c)}
<textarea${attr}>
${c.valeur ?? ''}</textarea>${compteur(c)}
</div>`
}
