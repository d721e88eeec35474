import type { Fait } from '#acces'
import { dateHeure, parMandat } from '#signalement'
import { html, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'

/** The row that a fact names, when it changed the summary and the text before was kept: the oldest ones name none. */
export const gardeDe = (f: Fait): string | undefined =>
  f.verbe === 'dossier.resumer' ? (f.detail as { resume?: string }).resume : undefined

/** In the history, the way from a change to the text before; nothing for whoever may not read it. */
export function lienAvant(o: Dossier, f: Fait): Html | undefined {
  const id = gardeDe(f)
  if (id === undefined || !parMandat(o.moi, o.d)) return undefined
  return html`<a href="/dossiers/${o.d.numero}/suivi/resume#r-${id}"
    >Le texte d’avant<span class="fr-sr-only">, changé ${dateHeure(f.le)}</span></a
  >`
}
