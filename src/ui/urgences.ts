import { attributs, html } from './html.ts'
import type { Html } from './html.ts'
import { icone } from './icone.ts'

export interface NumeroUrgence {
  /** As it is read: `17`, `0 800 235 236`. */
  numero: string
  /** Who answers: « Police », « SAMU ». */
  nom: string
  /** What for, in one short sentence, with the hours. */
  pour: string
  /** `sms:` for 114, a chat's address; a call otherwise. */
  url?: string
  /** Shown at once in the strip; the others unfold. */
  premier?: boolean
}

export interface TextesUrgences {
  /** « En danger maintenant ? » */
  titre: string
  /** « Appelle tout de suite. C’est gratuit. » */
  texte: string
  /** « Tous les numéros » */
  tous: string
  numeros: readonly NumeroUrgence[]
}

/** What calls it, or writes to it, from a telephone. */
export const urlNumero = (n: NumeroUrgence): string => n.url ?? `tel:${n.numero.replaceAll(/\s/g, '')}`

const appel = (n: NumeroUrgence): Html =>
  html`<a class="preau-numero" href="${urlNumero(n)}"
    >${icone('telephone')}<span><strong dir="ltr">${n.numero}</strong> ${n.nom}</span></a
  >`

/** All the numbers with what each is for. */
export const numerosUrgence = (numeros: readonly NumeroUrgence[]): Html =>
  html`<ul class="preau-numeros">
    ${numeros.map((n) => html`<li>${appel(n)}<span class="preau-numeros__pour">${n.pour}</span></li>`)}
  </ul>`

const bandeaux = { ferme: new WeakMap<TextesUrgences, Html>(), ouvert: new WeakMap<TextesUrgences, Html>() }

/** Above every public page: the first numbers at once, the whole list one tap away. The same in a language: made once. */
export function bandeauUrgences(t: TextesUrgences, ouvert = false): Html {
  const faits = bandeaux[ouvert ? 'ouvert' : 'ferme']
  const bandeau = faits.get(t) ?? faireBandeau(t, ouvert)
  faits.set(t, bandeau)
  return bandeau
}

const faireBandeau = (t: TextesUrgences, ouvert: boolean): Html =>
  html`<aside class="preau-urgences" aria-labelledby="urgences-titre">
    <div class="fr-container">
      <div class="preau-urgences__premiers">
        <p><strong id="urgences-titre">${t.titre}</strong> ${t.texte}</p>
        <ul>
          ${t.numeros.filter((n) => n.premier).map((n) => html`<li>${appel(n)}</li>`)}
        </ul>
      </div>
      <details class="preau-urgences__tous" ${attributs({ open: ouvert })}>
        <summary>${icone('chevron')}<span>${t.tous}</span></summary>
        ${numerosUrgence(t.numeros)}
      </details>
    </div>
  </aside>`
