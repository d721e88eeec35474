import { clock } from '#platform'
import { surPapier } from '#signalement'
import { boutonImprimer, definitionListe, html, lienBouton, paragraphes, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import type { FeuilleScellee, Scellees } from './feuilles.ts'
import type { Transmission } from './transmettre.ts'

/** One sheet. `dite`: when it was made, and what tells it from another. */
const article = (o: Dossier, f: FeuilleScellee, dite: string, titre: Html): Html =>
  html`<article class="preau-feuille">
    ${titre}
    <p>${typo(`Dossier ${o.d.numero}. ${dite} Confidentiel.`)}</p>
    ${definitionListe(f.lignes.map((l) => ({ terme: l.libelle, definition: paragraphes(l.texte) })))}
    <p class="preau-discret">${typo(f.base)}</p>
    <p class="preau-signature">Date et signature :</p>
  </article>`

const barre = (retour: string, imprimer: boolean): Html =>
  html`<div class="preau-ecran preau-cote">
    ${imprimer && boutonImprimer('Imprimer')} ${lienBouton({ libelle: 'Revenir', url: retour, variante: 'tertiaire' })}
  </div>`

/** What the sheet would be today: the one that leaves is sealed with the decision. */
export const pageFiche = (o: Dossier, f: FeuilleScellee, retour: string): Html =>
  html`<div class="preau-pile">
    ${barre(retour, false)}
    ${article(o, f, `Aperçu du ${surPapier(clock.now())} : la fiche à envoyer est gardée avec la décision.`, html`<h1>${f.titre}</h1>`)}
  </div>`

const etablie = (t: Transmission, empreinte: string): string => `Établie ${surPapier(t.le)}. Empreinte ${empreinte}.`

/** The sheets exactly as they leave, on the page where they are read. */
export const feuillesLues = (o: Dossier, t: Transmission, s: Scellees): Html =>
  html`${s.feuilles.map((f) => article(o, f, etablie(t, s.empreinte), html`<h3>${f.titre}</h3>`))}`

/** The same, on paper: each alone. */
export const pageFeuilles = (o: Dossier, t: Transmission, s: Scellees): Html =>
  html`<div class="preau-pile">
    ${barre(`/dossiers/${o.d.numero}/transmissions/envois/${t.id}`, true)}
    ${s.feuilles.map((f, i) => article(o, f, etablie(t, s.empreinte), i === 0 ? html`<h1>${f.titre}</h1>` : html`<h2>${f.titre}</h2>`))}
  </div>`
