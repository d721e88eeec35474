import { accordeon, badge, html, typo, type Html } from '#ui'
import type { Regle, Remarque } from '../texte/relecture.ts'

const REGLES: Record<Regle, string> = {
  phrases: 'Phrases longues',
  mots: 'Mots simples',
  sigles: 'Sigles',
  images: 'Images',
  titres: 'Ordre des titres',
  liens: 'Textes des liens',
  typographie: 'Typographie',
  fichiers: 'Fichiers',
}

const remarque = (r: Remarque): Html =>
  html`<li>
    <p>${r.bloque && html`${badge({ libelle: 'À corriger', ton: 'erreur' })} `}<q class="preau-extrait">${r.extrait}</q></p>
    <p>${typo(r.pourquoi)} <strong>${typo(r.mieux)}</strong></p>
  </li>`

const compte = (n: number, quoi: string): string => `${n} ${quoi}${n > 1 ? 's' : ''}`

/** What to mend, by rule; what stops a publication comes first. */
export function pageRelecture(remarques: readonly Remarque[], niveau: 2 | 3 = 2): Html {
  const titre = (texte: string): Html =>
    niveau === 2 ? html`<h2 id="relecture">${texte}</h2>` : html`<h3 id="relecture">${texte}</h3>`
  const bloquent = remarques.filter((r) => r.bloque).length
  const groupes = Object.entries(REGLES)
    .map(([regle, libelle]) => ({ libelle, siennes: remarques.filter((r) => r.regle === regle) }))
    .filter((g) => g.siennes.length > 0)
    .toSorted((a, b) => Number(b.siennes.some((r) => r.bloque)) - Number(a.siennes.some((r) => r.bloque)))
  return html`<section class="preau-relecture preau-pile" aria-labelledby="relecture">
    ${titre('Relecture')}
    <p role="status">
      ${
        remarques.length === 0
          ? 'Rien à reprendre.'
          : bloquent > 0
            ? typo(`${compte(bloquent, 'point')} à corriger avant de publier, ${compte(remarques.length - bloquent, 'conseil')}.`)
            : typo(`Rien n’empêche de publier. ${compte(remarques.length, 'conseil')} :`)
      }
    </p>
    ${groupes.map((g) =>
      accordeon({
        titre: `${g.libelle} (${g.siennes.length})`,
        ouvert: g.siennes.some((r) => r.bloque),
        contenu: html`<ul class="preau-remarques">
          ${g.siennes.map(remarque)}
        </ul>`,
      }),
    )}
  </section>`
}
