import { alerte, enTete, html, lienBouton, typo, type Html } from '#ui'
import type { Sort, VerbeDeLot } from './lot.ts'

const FAITS: Record<VerbeDeLot, (n: number) => string> = {
  valider: (n) => (n > 1 ? `${n} actions validées` : `${n} action validée`),
  publier: (n) => (n > 1 ? `${n} actions publiées` : `${n} action publiée`),
}

const titre = (s: Sort): Html | string => (s.id === '' ? s.titre : html`<a href="/actions/${s.id}">${s.titre}</a>`)

/** What became of each of them. */
export function pageLot(verbe: VerbeDeLot, sorts: readonly Sort[]): Html {
  const faites = sorts.filter((s) => s.refus === null)
  const refusees = sorts.filter((s) => s.refus !== null)
  return html`<div class="preau-pile">
    ${enTete({ titre: FAITS[verbe](faites.length) })}
    ${
      refusees.length > 0 &&
      html`<div role="alert" tabindex="-1" data-focus>
        ${alerte({
          type: 'attention',
          niveau: 2,
          titre: refusees.length > 1 ? `${refusees.length} actions n’ont pas changé` : 'Une action n’a pas changé',
          texte: html`<ul>
            ${refusees.map((s) => html`<li>${titre(s)} : ${typo(s.refus!)}</li>`)}
          </ul>`,
        })}
      </div>`
    }
    ${
      faites.length > 0 &&
      html`<ul>
        ${faites.map((s) => html`<li>${titre(s)}</li>`)}
      </ul>`
    }
    ${verbe === 'publier' && faites.length > 0 && html`<p>Leurs photos, elles, se publient une par une, sur la page de chaque action.</p>`}
    ${lienBouton({ libelle: 'Revenir aux actions', url: '/actions', icone: 'fleche' })}
  </div>`
}
