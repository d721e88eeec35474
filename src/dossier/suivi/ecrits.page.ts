import { dateHeure, jourIso } from '#signalement'
import { badge, definitionListe, html, paragraphes, typo, type Html } from '#ui'
import { urgencesDe } from '../entretien/entretien.form.ts'
import { dangerDit } from '../entretien/securite.page.ts'
import type { Ecrit } from './ecrit.ts'
import type { Suivi } from './suivi.ts'
import { MOTIFS, PAROLES, PERSISTE, RANGS } from './vocabulaire.ts'

type Lignes = [terme: string, texte: string][]

export const TITRES: Record<Ecrit['nature'], string> = {
  surveillance: 'Mise sous surveillance',
  point: 'Point de suivi',
  cloture: 'Clôture',
  ecart: 'N’est pas du harcèlement',
  reouverture: 'Réouverture',
  explication: 'Un nouveau signalement, expliqué',
}

/** What was written at one step, each text under its name. */
export function lignes(e: Ecrit): Lignes {
  switch (e.nature) {
    case 'surveillance':
      return [['Qui regarde quoi', e.c.quoi]]
    case 'point':
      return [
        [e.c.parole === 'non_recueillie' ? 'Pourquoi' : 'Ses mots', e.c.mots],
        ['La famille', e.c.famille],
        ['Les adultes', e.c.vie],
        ['Téléphone et réseaux', e.c.reseaux],
        ['Absences, retards, infirmerie', e.c.absences],
        ['Travail en classe', e.c.travail],
      ]
    case 'cloture':
      return [
        ['Motif', MOTIFS[e.c.motif].libelle],
        ['Ce qui permet de clore', e.c.raison],
        ['Après, et qui appeler', e.c.reste],
      ]
    case 'ecart':
      return [['Dit à la famille', e.c.famille]]
    default:
      return [['Raison', e.c.raison]]
  }
}

const parole = (e: Ecrit): Html | undefined =>
  e.nature !== 'point'
    ? undefined
    : badge({
        libelle: PAROLES[e.c.parole].libelle,
        ...(PERSISTE.has(e.c.parole)
          ? { ton: 'erreur' as const, icone: 'alerte' as const }
          : e.c.parole === 'cesse'
            ? { ton: 'succes' as const }
            : {}),
      })

const ecrit = (e: Ecrit): Html =>
  html`<li class="fr-card">
    <div class="fr-card__body">
      ${parole(e) && html`<p class="fr-badges-group">${parole(e)}</p>`}
      <h3 class="fr-card__title">${e.nature === 'point' ? RANGS[e.c.rang].libelle : TITRES[e.nature]}, ${jourIso(e.jour)}</h3>
      ${definitionListe(
        lignes(e)
          .filter(([, t]) => t !== '')
          .map(([terme, t]) => ({ terme, definition: paragraphes(t) })),
      )}
      ${e.nature === 'point' && e.c.securite && dangerDit(urgencesDe(e.c.securite))}
      <p class="preau-discret">${typo(`Écrit ${dateHeure(e.le)} par ${e.prenom} ${e.nom}`)}</p>
    </div>
  </li>`

/** What was written at each step, the latest first; the lives of the dossier follow one another. */
export const ecrits = (d: Suivi): Html | undefined =>
  d.ecrits.length === 0
    ? undefined
    : html`<section class="preau-pile" aria-labelledby="ecrits-titre">
        <h2 id="ecrits-titre">Ce qui a été écrit</h2>
        <ul class="preau-pile">
          ${d.ecrits.toReversed().map(ecrit)}
        </ul>
      </section>`
