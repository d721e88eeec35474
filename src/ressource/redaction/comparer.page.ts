import { alerte, enTete, html, tableau, typo, type Html } from '#ui'
import type { Morceau } from '../texte/difference.ts'
import type { Version } from './version.ts'

const DITS = { ajoute: 'ajouté', retire: 'retiré' } as const

/** What is taken away is struck, what is added is underlined; both are also said in words. */
export function difference(morceaux: readonly Morceau[]): Html {
  const passages = morceaux.filter((m) => m.sorte !== 'pareil').length
  return html`<p>
      ${passages === 0 ? 'Les deux textes sont les mêmes.' : `${passages} passage${passages > 1 ? 's changés' : ' changé'}.`}
    </p>
    <div class="preau-difference">
      ${morceaux.map((m) =>
        m.sorte === 'pareil'
          ? html`<span>${abreger(m.texte)}</span>`
          : m.sorte === 'ajoute'
            ? html`<ins
                ><span class="fr-sr-only">[${DITS.ajoute}${'\u00a0'}: </span>${m.texte}<span class="fr-sr-only">] </span></ins
              >`
            : html`<del
                ><span class="fr-sr-only">[${DITS.retire}${'\u00a0'}: </span>${m.texte}<span class="fr-sr-only">] </span></del
              >`,
      )}
    </div>`
}

/** A long run that did not change is shown by its two ends. */
const abreger = (texte: string): string => (texte.length <= 600 ? texte : `${texte.slice(0, 250)}\n\n[…]\n\n${texte.slice(-250)}`)

export interface Comparaison {
  de: Version
  a: Version
  texte: readonly Morceau[]
  resume: readonly Morceau[]
  /** What else changed: name of the field, before, after. */
  champs: readonly (readonly [nom: string, avant: string, apres: string])[]
}

export function pageComparaison(c: Comparaison): Html {
  const rien = c.champs.length === 0 && [...c.texte, ...c.resume].every((m) => m.sorte === 'pareil')
  return html`<div class="preau-pile">
    ${enTete({ surtitre: typo(c.a.titre), titre: `De la version ${c.de.rang} à la version ${c.a.rang}`, texte: typo(c.de.parNom === c.a.parNom ? `Toutes deux écrites par ${c.a.parNom}.` : `Écrites par ${c.de.parNom} et par ${c.a.parNom}.`) })}
    ${rien && alerte({ type: 'info', niveau: 2, titre: 'Rien n’a changé entre ces deux versions' })}
    ${
      c.champs.length > 0 &&
      tableau({
        legende: 'Ce qui change dans la fiche',
        dense: true,
        colonnes: [{ libelle: 'Champ' }, { libelle: `Version ${c.de.rang}` }, { libelle: `Version ${c.a.rang}` }],
        lignes: c.champs.map(([nom, avant, apres]) => ({ cellules: [nom, avant || '(vide)', apres || '(vide)'] })),
      })
    }
    ${
      c.resume.some((m) => m.sorte !== 'pareil') &&
      html`<section class="preau-pile">
        <h2>Résumé</h2>
        ${difference(c.resume)}
      </section>`
    }
    <section class="preau-pile">
      <h2>Texte</h2>
      ${difference(c.texte)}
    </section>
  </div>`
}
