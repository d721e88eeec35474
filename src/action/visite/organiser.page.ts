import { badge, bouton, champTexte, enTete, html, lienBouton, tableau, typo, vide, type Html } from '#ui'
import { periode } from '../quand.ts'
import { un, type Envoi } from '../envoi.ts'
import { champsMoment, ditRefus } from './deplacer.page.ts'
import { aChange, placesLibres, quandVisite } from './dire.ts'
import type { CreneauxRow, EditionRow, ReservationsRow } from './visite.sql.ts'

export interface Organisation {
  adresse: string
  edition: EditionRow
  creneaux: readonly CreneauxRow[]
  reservations: readonly ReservationsRow[]
  envoi: Envoi
  refus?: string
}

const fermeture = (o: Organisation, c: CreneauxRow): Html =>
  html`<form method="post" action="${o.adresse}/visites/${c.id}/fermeture">
    <input type="hidden" name="ferme" value="${c.ferme_le === null ? 'oui' : ''}" />
    ${bouton({ libelle: c.ferme_le === null ? 'Fermer' : 'Rouvrir', precision: quandVisite(c), variante: 'tertiaire', petit: true })}
  </form>`

const creneaux = (o: Organisation): Html =>
  tableau({
    legende: 'Créneaux',
    dense: true,
    colonnes: [{ libelle: 'Quand' }, { libelle: 'Places' }, { libelle: 'Réserver' }, { libelle: 'Déplacer' }],
    lignes: o.creneaux.map((c) => ({
      cellules: [
        quandVisite(c),
        badge({ libelle: placesLibres(c), ton: c.ferme_le !== null ? 'neutre' : c.pris === c.places ? 'attention' : 'succes' }),
        fermeture(o, c),
        c.aVenir
          ? lienBouton({
              libelle: 'Déplacer',
              precision: quandVisite(c),
              url: `${o.adresse}/visites/${c.id}/deplacement`,
              variante: 'tertiaire',
              petit: true,
            })
          : '',
      ],
    })),
  })

const reservations = (o: Organisation): Html =>
  html`${tableau({
      legende: 'Classes qui viennent',
      dense: true,
      colonnes: [
        { libelle: 'Quand' },
        { libelle: 'Établissement' },
        { libelle: 'Niveau' },
        { libelle: 'Élèves', fin: true },
        { libelle: 'Annuler' },
      ],
      lignes: o.reservations.map((r) => ({
        cellules: [
          html`${quandVisite(r)} ${aChange(r) && badge({ libelle: 'Pas encore accepté', ton: 'attention' })}`,
          html`${typo(r.ecole)} <span class="fr-hint-text">${r.commune}${r.telephone !== '' && `, ${r.telephone}`}</span>`,
          r.niveau,
          r.eleves,
          html`<form method="post" action="${o.adresse}/visites/${r.id}/annulation">
            ${bouton({ libelle: 'Annuler', precision: `la visite de ${r.ecole}`, variante: 'tertiaire', petit: true })}
          </form>`,
        ],
      })),
    })}
    <p><a href="${o.adresse}/visites.csv">Emporter la liste (CSV)</a></p>`

const formulaire = (o: Organisation): Html =>
  html`<form class="preau-pile" method="post" action="${o.adresse}/visites" novalidate>
    <div class="preau-ligne">
      ${champsMoment(o.envoi)}
      ${champTexte({ nom: 'minutes', libelle: 'Durée en minutes', inputmode: 'numeric', largeur: 'court', valeur: un(o.envoi, 'minutes') || '45' })}
      ${champTexte({ nom: 'places', libelle: 'Élèves au plus', inputmode: 'numeric', largeur: 'court', valeur: un(o.envoi, 'places') || '30' })}
    </div>
    ${bouton({ libelle: 'Ouvrir ce créneau' })}
  </form>`

export const pageOrganiser = (o: Organisation): Html =>
  html`<div class="preau-pile">
    ${ditRefus('Ce n’est pas fait', o.refus)}
    ${enTete({
      titre: 'Visites de l’exposition',
      texte:
        o.edition.expo_du === null
          ? 'Cette journée n’a pas encore d’exposition.'
          : typo(`${o.edition.expo_titre}. ${o.edition.expo_lieu}, ${periode(o.edition.expo_du, o.edition.expo_au!)}.`),
    })}
    ${o.creneaux.length === 0 ? vide({ titre: 'Aucun créneau', texte: 'Ouvrez-en un : les écoles le voient aussitôt.', icone: 'calendrier' }) : creneaux(o)}
    ${o.reservations.length > 0 && reservations(o)}
    <section class="preau-pile" aria-labelledby="ouvrir">
      <h2 id="ouvrir">Ouvrir un créneau</h2>
      ${formulaire(o)}
    </section>
  </div>`
