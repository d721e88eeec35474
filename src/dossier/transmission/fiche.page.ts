import { clock } from '#platform'
import { dateHeure } from '#signalement'
import { boutonImprimer, definitionListe, html, paragraphes, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import type { Feuille, LigneFiche } from './fiche.ts'

/** A sheet as it leaves: on screen it is its own preview, on paper it is alone. */
export const pageFiche = (o: Dossier, feuille: Feuille, lignes: readonly LigneFiche[], retour: string): Html =>
  html`<div class="preau-pile">
    <p class="preau-ecran">${boutonImprimer('Imprimer')} <a href="${retour}">Revenir</a></p>
    <article class="preau-feuille">
      <h1>${feuille.titre}</h1>
      <p>${typo(`Dossier ${o.d.numero}. Établie ${dateHeure(clock.now())}. Confidentiel.`)}</p>
      ${definitionListe(lignes.map((l) => ({ terme: l.libelle, definition: paragraphes(l.texte) })))}
      <p class="preau-discret">${typo(feuille.base)}</p>
      <p>${typo('Date et signature :')}</p>
    </article>
  </div>`
