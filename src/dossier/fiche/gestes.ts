import { alerte, attributs, html, resumeErreurs, typo, type Html } from '#ui'
import type { Garde } from '../brouillon/brouillon.ts'
import type { Retour } from './fiche.ts'

/** What a form shows of what was typed before. */
export class Saisies {
  readonly retour: Retour | undefined
  /** What was kept of the form of this page and not sent, if it has one. */
  readonly garde: Garde | null
  /** The form that it was kept from, on a page that has several. */
  readonly #gardee: string | undefined
  constructor(retour: Retour | undefined, garde: Garde | null = null, gardee?: string) {
    this.retour = retour
    this.garde = garde
    this.#gardee = gardee
  }
  ici(forme: string): boolean {
    return this.retour?.forme === forme
  }
  valeur(forme: string, champ: string, defaut = ''): string {
    if (this.ici(forme)) return this.retour!.envoi[champ] ?? defaut
    return this.#garde(forme)?.valeurs[champ] ?? defaut
  }
  /** Something typed waits in this form: refused, or kept and not sent. It shows open. */
  reprise(forme: string): boolean {
    return this.ici(forme) || this.#garde(forme) !== null
  }
  #garde(forme: string): Garde | null {
    return this.#gardee === undefined || this.#gardee === forme ? this.garde : null
  }
  /** Somebody wrote this field meanwhile, and otherwise. */
  dispute(champ: string): boolean {
    return this.retour?.devance === true && this.retour.erreurs.some((e) => e.champ === champ)
  }
  erreur(champ: string): { erreur?: string } {
    const e = this.retour?.erreurs.find((x) => x.champ === champ)
    return e === undefined ? {} : { erreur: typo(e.message) }
  }
}

/** Forms without a field on the page that comes back: their errors are said, not linked. */
const AILLEURS = new Set(['personnes/:id/roles', 'personnes/:id/fin', 'rattachements'])

/** What could not be done, at the top, with its sentence; a wrong field is linked. */
export function refus(retour: Retour | undefined): Html | undefined {
  if (retour === undefined || retour.refus === '') return undefined
  if (retour.erreurs.length > 0 && !retour.devance && !AILLEURS.has(retour.forme))
    return resumeErreurs(
      'Ce n’est pas encore enregistré',
      retour.erreurs.map((e) => ({ champ: e.champ, message: typo(e.message) })),
    )
  return html`<div role="alert" tabindex="-1" data-focus>
    ${alerte({ type: 'attention', niveau: 2, titre: 'Ce n’est pas fait', texte: typo(retour.refus) })}
  </div>`
}

export const cache = (nom: string, valeur: string | number): Html => html`<input type="hidden" name="${nom}" value="${valeur}" />`

/** The box of one dossier among several, named by its number. */
export const caseDossier = (nom: string, valeur: string, numero: string, cochee = false): Html =>
  html`<div class="fr-checkbox-group">
    <input type="checkbox" id="${nom}-${numero}" ${attributs({ name: nom, value: valeur, checked: cochee })} /><label
      class="fr-label"
      for="${nom}-${numero}"
      ><span class="fr-sr-only">Dossier </span>${numero}</label
    >
  </div>`
