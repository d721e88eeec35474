import { jourLong } from '#action'
import { carte, html, typo, type Html } from '#ui'
import type { Edition, Paru } from '../journee/donnees.ts'
import { adresse, CODES, nomDe, titreDe } from '../journee/edition.ts'

/** What each is for, in one sentence a family understands. */
const SENS: Record<string, string> = {
  journee_nationale:
    'Un jour d’automne où chaque école, chaque collège et chaque lycée parle du harcèlement, et de ce qui protège.',
  safer_internet_day: 'Une journée d’hiver pour apprendre à vivre ensemble aussi sur internet et sur les réseaux.',
  prix: 'Un concours\u00a0: des élèves disent non au harcèlement par une affiche ou par un film.',
}

const combien = (e: Edition): string =>
  e.actions.length === 0
    ? ''
    : `${e.actions.length} action${e.actions.length > 1 ? 's' : ''} publiée${e.actions.length > 1 ? 's' : ''}`

function un(p: Paru, code: string): Html {
  const [derniere, ...autres] = p.editions.filter((e) => e.code === code)
  return html`<section class="preau-pile" aria-labelledby="t-${code}">
    <h2 id="t-${code}">${nomDe(code)}</h2>
    <p>${SENS[code]}</p>
    ${
      derniere === undefined
        ? html`<p class="preau-discret">La page de cette année se prépare.</p>`
        : carte({
            titre: titreDe(derniere),
            url: adresse(derniere),
            icone: 'calendrier',
            texte: html`<p>${typo(['Le ' + jourLong(derniere.jour), derniere.theme].filter((x) => x !== '').join(' · '))}</p>`,
            ...(combien(derniere) !== '' && { pied: combien(derniere) }),
          })
    }
    ${
      derniere !== undefined &&
      derniere.palmares_url !== '' &&
      html`<p>
        <a href="${derniere.palmares_url}" rel="noreferrer external">Le palmarès</a
        >${!derniere.palmares_url.startsWith('/') && ' (autre site)'}
      </p>`
    }
    ${
      autres.length > 0 &&
      html`<ul>
        ${autres.map((e) => html`<li><a href="${adresse(e)}">${titreDe(e)}</a>, le ${jourLong(e.jour)}</li>`)}
      </ul>`
    }
  </section>`
}

export const pageTempsForts = (p: Paru): Html =>
  html`<h1>Les temps forts</h1>
    <p class="fr-text--lead">
      Des jours choisis chaque année, où les écoles de l’académie montrent ce qu’elles font pour protéger.
    </p>
    ${CODES.map((code) => un(p, code))}
    <p><a href="/temps-forts/calendrier.ics">Le calendrier des temps forts (ICS)</a></p>`
