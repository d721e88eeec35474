// What every field shares: its label or legend, its help, its error, and the links between them.
import { attributs, classes, dit, html } from '../html.ts'
import type { Html, Texte } from '../html.ts'
import { icone } from '../icone.ts'

export interface Champ {
  /** Name sent by the form, and the `id` that the error summary links to. */
  nom: string
  libelle: Texte
  aide?: Texte
  erreur?: string
  requis?: boolean
  /** « (facultatif) » in the reader's language, when the field is optional. */
  facultatif?: string
  /** The label is the question of the screen: it becomes the `h1`. */
  titrePage?: boolean
}

export const idErreur = (nom: string) => `${nom}-erreur`
const idAide = (nom: string) => `${nom}-aide`

/** The attributes that tie a control to its help and its error; `enPlus` names other texts that describe it. */
export const lien = (c: Champ, enPlus?: string) => ({
  'aria-describedby': classes(c.aide && idAide(c.nom), enPlus, c.erreur && idErreur(c.nom)) || false,
  'aria-invalid': c.erreur ? 'true' : false,
})

export const messageErreur = (c: Champ): Html | undefined =>
  c.erreur ? html`<p class="fr-error-text" id="${idErreur(c.nom)}">${icone('alerte')}<span>${c.erreur}</span></p>` : undefined

const intitule = (c: Champ): Html =>
  html`${dit(c.libelle)}${c.facultatif && html` <span class="preau-facultatif">${dit(c.facultatif)}</span>`}`

export const aide = (c: Champ): Html | undefined =>
  c.aide ? html`<span class="fr-hint-text" id="${idAide(c.nom)}">${dit(c.aide)}</span>` : undefined

export function etiquetteChamp(c: Champ): Html {
  const label = html`<label class="fr-label" for="${c.nom}">${intitule(c)}</label>`
  return html`${c.titrePage ? html`<h1 class="preau-question">${label}</h1>` : label}${aide(c)}`
}

/** A group of options under one legend. The first option bears the field's name as its id. */
export function groupe(c: Champ, classe: string, options: Html[]): Html {
  const legende = c.titrePage ? html`<h1 class="preau-question">${intitule(c)}</h1>` : intitule(c)
  const attr = attributs({
    class: classes('fr-fieldset', classe, c.erreur && 'fr-fieldset--error'),
    id: `${c.nom}-groupe`,
    'aria-describedby': lien(c)['aria-describedby'],
  })
  return html`<fieldset${attr}>
<legend class="fr-fieldset__legend">${legende}</legend>
${aide(c)}${messageErreur(c)}
<div class="preau-options">${options}</div>
</fieldset>`
}

export const idOption = (nom: string, rang: number) => (rang === 0 ? nom : `${nom}-${rang + 1}`)

/** Of a field whose words are to be taken as they are typed. */
export const SANS_CORRECTION = { autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' } as const
