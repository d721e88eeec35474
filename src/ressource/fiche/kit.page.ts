import { boutonImprimer, html, lienBouton, typo, type Html } from '#ui'
import type { Livre } from '../etagere/etagere.ts'
import { lienDehors, texteEnPage } from '../texte/texte.page.ts'
import { LICENCES } from '../vocabulaire.ts'
import { lesPieces, rendu, type Piece } from './fiche.page.ts'

export interface Chapitre {
  l: Livre
  texte: string
  pieces: readonly Piece[]
}

const adresse = (base: string, chapitres: readonly Livre[], nom: 'r' | 'kit'): string =>
  `${nom === 'r' ? `${base}/kit` : base}?${new URLSearchParams(chapitres.map((l) => [nom, l.adresse]))}`

function sommaire(chapitres: readonly Chapitre[], base: string): Html {
  const livres = chapitres.map((c) => c.l)
  return html`<nav aria-label="Dans ce kit">
    <ol>
      ${livres.map((l) => {
        const autres = livres.filter((x) => x !== l)
        const sans = autres.length === 0 ? base : adresse(base, autres, 'r')
        return html`<li>
          <a href="#r-${l.adresse}">${typo(l.titre)}</a>
          <a class="preau-ecran preau-discret" href="${sans}">Retirer<span class="fr-sr-only"> ${typo(l.titre)}</span></a>
        </li>`
      })}
    </ol>
  </nav>`
}

const chapitre = ({ l, texte, pieces }: Chapitre): Html =>
  html`<section class="preau-kit__chapitre" aria-labelledby="r-${l.adresse}">
    <h2 id="r-${l.adresse}">${typo(l.titre)}</h2>
    <p>${typo(l.resume)}</p>
    ${l.lien !== '' && html`<p>${lienDehors(l.lien, l.lien, 'preau-dehors--dit')}</p>`} ${lesPieces(pieces, true)}
    <div class="preau-prose">${texteEnPage(texte, rendu(pieces, 3))}</div>
    <p class="preau-discret">${typo([l.origine, LICENCES[l.licence] ?? ''].filter((x) => x !== '').join(' · '))}</p>
  </section>`

/** Several resources as one document: each with its text, the words of its files, its origin and its licence. */
export function pageKit(chapitres: readonly Chapitre[], base: string): Html {
  const livres = chapitres.map((c) => c.l)
  return html`<article class="preau-fiche preau-kit">
    <h1>Mon kit</h1>
    <div class="preau-ecran preau-kit__suite">
      ${boutonImprimer('Imprimer le kit')}
      ${lienBouton({ libelle: 'Ajouter d’autres ressources', url: adresse(base, livres, 'kit'), variante: 'secondaire' })}
    </div>
    <p class="preau-ecran preau-discret">L’adresse de cette page contient le kit : gardez-la pour le retrouver ou le partager.</p>
    ${sommaire(chapitres, base)} ${chapitres.map(chapitre)}
  </article>`
}

export const pageSansKit = (base: string): Html =>
  html`<h1>Mon kit</h1>
    <p>Cochez des ressources dans la liste, puis « Faire un kit à imprimer ».</p>
    <p>${lienBouton({ libelle: 'Choisir des ressources', url: base })}</p>`
