import { alerte, bouton, champChoix, champListe, champTexte, enTete, html, typo, vide, type Html } from '#ui'
import type { MesEcolesRow } from '../action.sql.ts'
import { un, type Envoi } from '../envoi.ts'
import { niveauxDe } from '../vocabulaire.ts'
import { ditRefus } from './deplacer.page.ts'
import { aChange, placesLibres, quandVisite } from './dire.ts'
import type { AVenirRow, MesVisitesRow } from './visite.sql.ts'

export interface Visites {
  ecoles: readonly MesEcolesRow[]
  creneaux: readonly AVenirRow[]
  miennes: readonly MesVisitesRow[]
  /** The id that a booking from this page will bear: sent twice, it is one. */
  id: string
  envoi: Envoi
  refus?: string
}

const cache = (nom: string, valeur: string): Html => html`<input type="hidden" name="${nom}" value="${valeur}" />`

/** A moved slot: what it was, and the choice. */
const change = (m: MesVisitesRow): Html | false =>
  aChange(m) &&
  html`${alerte({
      type: 'attention',
      texte: typo(`Le moment a changé. Vous aviez choisi ${quandVisite({ ...m, debut: m.pour }).toLowerCase()}.`),
    })}
    <form method="post" action="/actions/visites/${m.id}/acceptation">
      ${cache('debut', String(m.debut.getTime()))}
      ${bouton({ libelle: 'Garder ce nouveau moment', precision: quandVisite(m), petit: true })}
    </form>`

const miennes = (v: Visites): Html =>
  html`<section class="preau-pile" aria-labelledby="miennes">
    <h2 id="miennes">Nos visites</h2>
    <ul class="preau-pile preau-nue">
      ${v.miennes.map(
        (m) =>
          html`<li class="fr-card">
            <div class="fr-card__body preau-pile">
              <h3 class="fr-card__title">${quandVisite(m)}</h3>
              <p>${typo(`${m.niveau}, ${m.eleves} élèves${v.ecoles.length > 1 ? `, ${m.ecole}` : ''}. ${m.expo_lieu}`)}</p>
              ${change(m)}
              <form method="post" action="/actions/visites/${m.id}/annulation">
                ${bouton({ libelle: 'Annuler cette visite', precision: quandVisite(m), variante: 'tertiaire', petit: true })}
              </form>
            </div>
          </li>`,
      )}
    </ul>
  </section>`

function formulaire(v: Visites): Html {
  const classes = [...new Set(v.ecoles.flatMap((e) => niveauxDe(e.type)))]
  const entree = (x: string): { valeur: string; libelle: string } => ({ valeur: x, libelle: x })
  return html`<form class="preau-pile" method="post" action="/actions/visites" novalidate>
    ${cache('id', v.id)}
    ${
      v.ecoles.length === 1
        ? cache('etab', v.ecoles[0]!.etab)
        : champListe({
            nom: 'etab',
            libelle: 'Établissement',
            vide: 'Choisir…',
            valeur: un(v.envoi, 'etab'),
            options: v.ecoles.map((e) => ({ valeur: e.etab, libelle: `${e.nom}, ${e.commune}` })),
          })
    }
    ${champChoix({
      nom: 'creneau',
      libelle: 'Quand',
      valeur: un(v.envoi, 'creneau'),
      options: v.creneaux.map((c) => ({
        valeur: `${c.id}.${c.debut.getTime()}`,
        libelle: quandVisite(c),
        aide: `${placesLibres(c)}. ${c.expo_titre}, ${c.expo_lieu}`,
      })),
    })}
    ${champListe({ nom: 'niveau', libelle: 'Niveau de la classe', vide: 'Choisir…', valeur: un(v.envoi, 'niveau'), options: classes.map(entree) })}
    ${champTexte({ nom: 'eleves', libelle: 'Combien d’élèves', aide: 'Aucun nom.', inputmode: 'numeric', largeur: 'court', valeur: un(v.envoi, 'eleves') })}
    ${bouton({ libelle: 'Réserver pour cette classe' })}
  </form>`
}

export const pageVisites = (v: Visites): Html =>
  html`<div class="preau-pile">
    ${ditRefus('Ce n’est pas fait', v.refus)}
    ${enTete({ titre: 'Visites de l’exposition', texte: 'Une classe à la fois : un niveau et un nombre, jamais un nom.' })}
    ${v.miennes.length > 0 && miennes(v)}
    <section class="preau-pile" aria-labelledby="reserver">
      <h2 id="reserver">Réserver</h2>
      ${v.creneaux.length === 0 ? vide({ titre: 'Aucune visite n’est proposée pour l’instant', icone: 'calendrier' }) : formulaire(v)}
    </section>
  </div>`
