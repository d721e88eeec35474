import { clock } from '#platform'
import { surPapier } from '#signalement'
import { boutonImprimer, definitionListe, html, lienBouton, paragraphes, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import type { Feuille, LigneFiche } from './fiche.ts'

/** A sheet as it leaves: on screen it is its own preview, on paper it is alone. */
export const pageFiche = (o: Dossier, feuille: Feuille, lignes: readonly LigneFiche[], retour: string): Html =>
  html`<div class="preau-pile">
    <div class="preau-ecran preau-cote">
      ${boutonImprimer('Imprimer')} ${lienBouton({ libelle: 'Revenir', url: retour, variante: 'tertiaire' })}
    </div>
    <article class="preau-feuille">
      <h1>${feuille.titre}</h1>
      <p>${typo(`Dossier ${o.d.numero}. Établie ${surPapier(clock.now())}. Confidentiel.`)}</p>
      ${definitionListe(lignes.map((l) => ({ terme: l.libelle, definition: paragraphes(l.texte) })))}
      <p class="preau-discret">${typo(feuille.base)}</p>
      <p class="preau-signature">Date et signature :</p>
    </article>
  </div>`
