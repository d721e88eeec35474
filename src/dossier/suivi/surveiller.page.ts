import { uuidv7 } from '#platform'
import { jour } from '#signalement'
import { bouton, champZone, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import type { Suivi } from './suivi.ts'
import { RANGS } from './vocabulaire.ts'

/** Putting under watch: what is looked at, by whom, and the days that will be promised. */
export function surveillance(o: Dossier, d: Suivi, s: Saisies): Html | undefined {
  if (!['evaluation', 'traitement'].includes(o.d.etat)) return undefined
  const { regle, refus } = peut(o.moi, 'surveiller', o.situation)
  const f = 'suivi/surveillance'
  return html`<section class="preau-pile" id="surveiller" aria-labelledby="surveiller-titre">
    <h2 id="surveiller-titre">Mettre sous surveillance</h2>
    <p>${typo('Une situation calmée n’est pas finie. On redemande à l’élève visé, à des jours prévus.')}</p>
    ${
      regle === null
        ? html`<p class="preau-discret">${typo(refus)}</p>`
        : html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/${f}" novalidate>
            ${cache('version', o.d.version)} ${cache('id', s.valeur(f, 'id') || uuidv7())}
            ${champZone({ nom: 'quoi', libelle: 'Qui regarde quoi, et où', aide: 'La cour, la cantine, le trajet, les réseaux, les absences. Un nom d’adulte pour chaque chose.', lignes: 4, valeur: s.valeur(f, 'quoi'), ...s.erreur('quoi') })}
            <div>
              <p>Points qui seront prévus</p>
              <ul>
                ${d.jalons.map((j) => html`<li>${RANGS[j.rang].libelle} <small>${jour(j.le)}</small></li>`)}
              </ul>
            </div>
            ${bouton({ libelle: regle.bouton, icone: 'oeil' })}
          </form>`
    }
  </section>`
}
