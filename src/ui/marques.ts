import { classes, html } from './html.ts'
import type { Html, Texte } from './html.ts'
import { icone } from './icone.ts'
import type { NomIcone } from './icone.ts'
import { CLASSE_TON } from './messages.ts'
import type { Ton } from './messages.ts'

export interface Badge {
  libelle: Texte
  ton?: Ton | 'neutre' | 'nouveau'
  icone?: NomIcone
}

/** A state in one or two words. The colour repeats what the words say. */
export function badge({ libelle, ton = 'neutre', icone: dessin }: Badge): Html {
  const classe = ton === 'neutre' ? false : `fr-badge--${ton === 'nouveau' ? 'new' : CLASSE_TON[ton]}`
  return html`<span class="${classes('fr-badge', classe)}">${dessin && icone(dessin)}${libelle}</span>`
}

export interface Etiquette {
  libelle: Texte
  url?: string
  icone?: NomIcone
  /** The link takes the tag away; the words say so to a screen reader (« Retirer le filtre »). */
  retirer?: string
}

export function etiquette(e: Etiquette): Html {
  const avant = e.icone && icone(e.icone)
  if (!e.url) return html`<span class="fr-tag">${avant}${e.libelle}</span>`
  if (!e.retirer) return html`<a class="fr-tag" href="${e.url}">${avant}${e.libelle}</a>`
  return html`<a class="fr-tag fr-tag--dismiss" href="${e.url}"
    ><span class="fr-sr-only">${e.retirer} </span>${avant}${e.libelle}${icone('croix')}</a
  >`
}
