import { alerte, bouton, champDate, champTexte, enTete, html, typo, type Html } from '#ui'
import { periode } from '../quand.ts'
import { un, type Envoi } from '../envoi.ts'
import { quandVisite } from './dire.ts'
import type { CreneauxRow, EditionRow, ReservationsRow } from './visite.sql.ts'

export interface Deplacement {
  adresse: string
  edition: EditionRow
  creneau: CreneauxRow
  /** Those who come. */
  classes: readonly ReservationsRow[]
  envoi: Envoi
  refus?: string
}

/** Who will be told, before anything moves. */
function quiSera(d: Deplacement): string {
  const ecoles = new Set(d.classes.map((r) => r.etab)).size
  if (ecoles === 0) return 'Aucune classe ne l’a réservé : personne n’est à prévenir.'
  return ecoles === 1
    ? `${d.classes[0]!.ecole} l’a réservé : un courriel part, et l’établissement garde la visite ou rend ses places.`
    : `${ecoles} établissements l’ont réservé : un courriel part à chacun, et chacun garde la visite ou rend ses places.`
}

/** The day and the hour, as the form that opens a slot has them. */
export const champsMoment = (envoi: Envoi): Html =>
  html`${champDate({ nom: 'jour', libelle: 'Jour', valeur: un(envoi, 'jour') })}
  ${champTexte({ nom: 'heure', libelle: 'Heure', aide: '10:30', largeur: 'court', valeur: un(envoi, 'heure') })}`

export const ditRefus = (titre: string, refus: string | undefined): Html | undefined =>
  refus === undefined
    ? undefined
    : html`<div role="alert" tabindex="-1" data-focus>
        ${alerte({ type: 'attention', niveau: 2, titre, texte: typo(refus) })}
      </div>`

export const pageDeplacer = (d: Deplacement): Html =>
  html`<div class="preau-pile">
    ${ditRefus('Le créneau n’est pas déplacé', d.refus)}
    ${enTete({
      titre: 'Déplacer un créneau',
      texte: typo(
        `${quandVisite(d.creneau)}. L’exposition est ouverte ${periode(d.edition.expo_du ?? d.edition.jour, d.edition.expo_au ?? d.edition.jour)}.`,
      ),
    })}
    <p>${typo(quiSera(d))}</p>
    <form class="preau-pile" method="post" action="${d.adresse}/visites/${d.creneau.id}/deplacement" novalidate>
      <input type="hidden" name="de" value="${d.creneau.debut.getTime()}" />
      <div class="preau-ligne">${champsMoment(d.envoi)}</div>
      ${bouton({ libelle: 'Déplacer ce créneau' })}
    </form>
    <p><a href="${d.adresse}/visites">Ne rien changer</a></p>
  </div>`
