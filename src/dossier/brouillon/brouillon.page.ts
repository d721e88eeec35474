import { dateHeure, jourIso, jourDe } from '#signalement'
import { JOUR, plus } from '#platform'
import { alerte, bouton, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { JOURS_GARDES } from './brouillon.ts'

const url = (o: Dossier): string => `/dossiers/${o.d.numero}/brouillons`

/** Inside the form: its draft's name, and how many times it was kept. The script finds the form by them. */
export const champsBrouillon = (o: Dossier, forme: string, s: Saisies): Html =>
  html`${cache('brouillon', forme)}<input type="hidden" name="serie" value="${s.garde?.serie ?? 0}" data-brouillon="${url(o)}" />`

/** Above the form: what was found again. Its own form, so that erasing it sends nothing else. */
export const avisBrouillon = (o: Dossier, forme: string, s: Saisies): Html | undefined =>
  s.garde === null || s.retour !== undefined
    ? undefined
    : html`<form class="preau-brouillon" method="post" action="${url(o)}/fin">
        ${cache('brouillon', forme)}
        ${alerte({
          type: 'info',
          texte: html`<p>
              ${typo(`Votre brouillon, gardé ${dateHeure(s.garde.le)}. Il n’est pas envoyé : vous seul le voyez, jusqu’au ${jourIso(jourDe(plus(s.garde.le, JOURS_GARDES * JOUR)))}.`)}
            </p>
            ${bouton({ libelle: 'Effacer ce brouillon', variante: 'secondaire', petit: true })}`,
        })}
      </form>`

/** Beside the button that sends: keep it for later. With the script it happens by itself, and says so here. */
export const garder = (o: Dossier): Html =>
  html`${bouton({ libelle: 'Garder le brouillon', variante: 'tertiaire', attributs: { formaction: url(o), formnovalidate: true, 'data-garder': true } })}`

/** Where the script says whether the text is safe. */
export const etatBrouillon = html`<p class="preau-brouillon__etat preau-discret" role="status" data-brouillon-etat></p>`
