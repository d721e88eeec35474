import { DECLARANTS, jour } from '#signalement'
import { bouton, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { NATURES, type Nature } from '../vocabulaire.ts'
import { PEUT_LIRE_MESURES } from './dit.ts'
import type { Rattache } from './rattaches.ts'
import type { MesureSuivie, Suivi } from './suivi.ts'

function coche(o: Dossier, m: MesureSuivie, r: Rattache): Html {
  const dite = m.dite.includes(r.id)
  const peutDire = peut(o.moi, 'lever', o.situation).regle !== null
  return html`<li>
    ${NATURES[m.nature as Nature].libelle} <small>${m.quoi}</small>
    <strong>${dite ? 'Peut être dit' : 'N’est pas dit'}</strong>
    ${
      peutDire &&
      html`<form method="post" action="/dossiers/${o.d.numero}/suivi/mesures/${m.id}/dit">
        ${cache('signalement', r.id)} ${cache('dire', dite ? 'non' : 'oui')}
        ${bouton({ libelle: dite ? 'Ne plus le dire' : 'Peut être dit à l’élève', precision: `: ${m.quoi}`, variante: 'tertiaire', petit: true })}
      </form>`
    }
  </li>`
}

const lit = (o: Dossier, d: Suivi, r: Rattache): Html => {
  const enCours = d.mesures.filter((m) => m.au === null || m.au >= o.vu.jour)
  return html`<div class="preau-pile">
    <h3>
      <a href="/signalements/${r.id}">Signalement du ${jour(r.recu_le)}</a>,
      ${DECLARANTS[r.declarant as keyof typeof DECLARANTS].libelle.toLowerCase()}
    </h3>
    ${
      !PEUT_LIRE_MESURES.has(r.declarant)
        ? html`<p class="preau-discret">
            ${typo('Cette personne lit les étapes, en mots simples. Rien des mesures : elles concernent un autre élève.')}
          </p>`
        : enCours.length === 0
          ? html`<p class="preau-discret">Aucune mesure en cours.</p>`
          : html`<ul>
              ${enCours.map((m) => coche(o, m, r))}
            </ul>`
    }
  </div>`
}

/** What each person who told may read of the dossier: the steps always, a measure only when it is ticked. */
export const dits = (o: Dossier, d: Suivi): Html | undefined =>
  d.rattaches.length === 0
    ? undefined
    : html`<section class="preau-pile" aria-labelledby="dits-titre">
        <h2 id="dits-titre">Ce que lit la personne qui a signalé</h2>
        <p>
          ${typo('Les étapes et leurs jours, sans un nom ni un détail : pris en charge, protégé, écouté, décidé, vérifié, fini.')}
        </p>
        ${d.rattaches.map((r) => lit(o, d, r))}
      </section>`
