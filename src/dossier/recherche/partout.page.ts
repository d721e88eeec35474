import { enTete, html, resumeErreurs, typo, vide, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import type { Saisies } from '../fiche/gestes.ts'
import { champMots, LIMITES, liste, type Trouve } from './recherche.page.ts'
import type { OuvertsRow } from './recherche.sql.ts'

export interface Fouille extends OuvertsRow {
  o: Dossier
  /** Newest first. */
  trouves: Trouve[]
}

export interface Bilan {
  /** How many dossiers were looked through. */
  lus: number
  /** There are others, which were not. */
  reste: boolean
  trouves: Fouille[]
}

const combien = (n: number): string => (n === 1 ? 'un dossier ouvert' : `${n} dossiers ouverts`)

/** What was looked through, and what was not. */
const portee = (b: Bilan): Html =>
  html`<p class="preau-discret">
    ${typo(`Cherché dans ${combien(b.lus)} dont vous avez la charge. ${b.reste ? 'Vous en avez d’autres, qui n’ont pas été lus. ' : ''}${LIMITES}`)}
  </p>`

const dossier = (f: Fouille): Html =>
  html`<section class="preau-pile" aria-labelledby="d-${f.numero}">
    <h2 id="d-${f.numero}">
      <a href="/dossiers/${f.numero}">${f.numero}</a>
      <span class="preau-discret">${f.ecole}${f.commune === null ? '' : `, ${f.commune}`}</span>
    </h2>
    ${liste(f.o, f.trouves)}
  </section>`

const resultats = (b: Bilan): Html =>
  b.trouves.length === 0
    ? html`${vide({ titre: 'Rien dans vos dossiers ouverts', icone: 'loupe' })} ${portee(b)}`
    : html`${b.trouves.map(dossier)} ${portee(b)}`

/** `bilan` is null as long as nothing was asked. */
export function pagePartout(bilan: Bilan | null, s: Saisies): Html {
  const erreurs = s.retour?.erreurs ?? []
  return html`<div class="preau-pile">
    ${erreurs.length > 0 && resumeErreurs('Rien n’a été cherché', erreurs)}
    ${enTete({
      titre: 'Chercher des mots dans mes dossiers',
      texte: typo('Dans tout ce que vous pouvez lire des dossiers ouverts dont vous avez la charge.'),
    })}
    ${champMots('/dossiers/mots', 'Chercher dans mes dossiers', s)} ${bilan !== null && resultats(bilan)}
  </div>`
}
