import { clock } from '#platform'
import { jourDe, jourIso } from '#signalement'
import { alerte, attributs, bouton, champDate, champTexte, champZone, de, html, lienBouton, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { arretDe } from './arret.ts'
import { arret, avertirRencontre, url } from './commun.page.ts'
import { DUREE_MAX, DUREE_MIN, prochainJour } from './matinee.ts'
import { COTES } from './methodes.ts'
import { presents } from './mpp.page.ts'
import { mppEnCours, type Eleve, type Rencontre, type Traitement } from './piste.ts'
import { coteDe } from './rythme.ts'

const F = 'traitement/matinee'

/** What is planned with an hour, in order. */
export const prevues = (t: Traitement): Rencontre[] =>
  t.rencontres.filter((r) => r.constat === null && r.debut !== null && r.piste === mppEnCours(t)?.id)

/** One pupil: in which order, with whom. An empty order leaves them out of this morning. */
function ligne(t: Traitement, s: Saisies, e: Eleve, rang: number): Html {
  const cote = coteDe(e)
  const adultes = presents(t, cote)
  const prevue = t.rencontres.find((r) => r.personne === e.id && r.constat === null)
  const choisi = s.valeur(F, `qui_${e.id}`, prevue?.intervenant ?? (adultes.length === 1 ? adultes[0]!.id : ''))
  const { erreur } = { ...s.erreur(`rang_${e.id}`), ...s.erreur(`qui_${e.id}`) }
  return html`<li class="preau-creneau">
    <p><strong>${e.nom}</strong> <small>${COTES[cote].libelle}</small></p>
    <div class="preau-rangee">
      <div class="preau-paire">
        <label for="rang_${e.id}">Ordre <span class="fr-sr-only">${de(e.nom)}</span></label>
      <input${attributs({ class: 'fr-input preau-ordre', id: `rang_${e.id}`, name: `rang_${e.id}`, inputmode: 'numeric', value: s.ici(F) ? s.valeur(F, `rang_${e.id}`) : String(rang), maxlength: '2', autocomplete: 'off', 'aria-describedby': erreur && `erreur_${e.id}` })}>
      </div>
      <div class="preau-paire">
      <label for="qui_${e.id}">avec <span class="fr-sr-only">pour ${e.nom}</span></label>
      <select class="fr-select preau-avec" id="qui_${e.id}" name="qui_${e.id}">
        <option value="">${adultes.length === 0 ? 'Personne dans l’équipe' : 'Choisir…'}</option>
        ${adultes.map((i) => html`<option${attributs({ value: i.id, selected: i.id === choisi })}>${i.nom}</option>`)}
      </select>
      </div>
    </div>
    ${erreur && html`<p class="fr-error-text" id="erreur_${e.id}">${erreur}</p>`}
  </li>`
}

const formulaire = (o: Dossier, t: Traitement, s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="${url(o, 'matinee')}" novalidate>
    ${cache('version', o.d.version)}
    <div class="preau-rangee">
      ${champDate({ nom: 'jour', libelle: 'Jour', valeur: s.valeur(F, 'jour', prochainJour(o)), min: jourDe(clock.now()), ...s.erreur('jour') })}
      ${champTexte({ nom: 'debut', libelle: 'Premier entretien à', aide: '08:30', valeur: s.valeur(F, 'debut', '08:30'), largeur: 'court', ...s.erreur('debut') })}
      ${champTexte({ nom: 'duree', libelle: 'Minutes par entretien', aide: `De ${DUREE_MIN} à ${DUREE_MAX}`, valeur: s.valeur(F, 'duree', '10'), largeur: 'court', ...s.erreur('duree') })}
      ${champTexte({ nom: 'lieu', libelle: 'Lieu', facultatif: '(facultatif)', aide: 'Calme, à l’abri des regards', valeur: s.valeur(F, 'lieu'), ...s.erreur('lieu') })}
    </div>
    <fieldset class="preau-pile">
      <legend><h3>L’un après l’autre, seul à seul</h3></legend>
      <p class="preau-discret">
        ${typo('L’élève visé passe toujours en premier. Laissez l’ordre vide pour ne pas voir un élève ce matin-là.')}
      </p>
      <ul class="preau-creneaux">
        ${t.eleves.map((e, i) => ligne(t, s, e, i + 1))}
      </ul>
    </fieldset>
    ${
      t.rencontres.some((r) => r.constat === null && r.piste === mppEnCours(t)?.id) &&
      champZone({
        nom: 'raison',
        libelle: 'Si un entretien déjà prévu est remis à plus tard : pourquoi',
        facultatif: '(sinon, laissez vide)',
        lignes: 2,
        valeur: s.valeur(F, 'raison'),
        ...s.erreur('raison'),
      })
    }
    ${bouton({ libelle: 'Prévoir ces entretiens', icone: 'calendrier' })}
  </form>`

export const deroule = (t: Traitement, nomDe: (r: Rencontre) => string): Html =>
  html`<ol class="preau-deroule">
    ${prevues(t).map((r) => {
      const qui = t.intervenants.find((i) => i.id === r.intervenant)?.nom
      return html`<li>
        <strong>${r.debut}</strong> <span>${nomDe(r)}</span> <span>${typo(`avec ${qui}`)}</span>
        <small>${r.duree} min${r.lieu !== '' && html`, ${r.lieu}`}</small>
      </li>`
    })}
  </ol>`

export function pageMatinee(o: Dossier, t: Traitement, s: Saisies): Html {
  const { regle, refus } = peut(o.moi, 'preoccuper', o.situation)
  const la = prevues(t)
  const p = mppEnCours(t)
  if (p === undefined) return alerte({ type: 'info', texte: 'Aucune préoccupation partagée n’est en cours.' })
  const phrase = arretDe(o, t, p)
  if (phrase !== '')
    return html`<h2>Prévoir la matinée</h2>
      ${arret(phrase)} ${lienBouton({ libelle: 'Garder, changer ou finir', url: url(o, `pistes/${p.id}/decision`) })}`
  return html`<h2>Prévoir la matinée</h2>
    ${avertirRencontre()}
    ${
      la.length > 0 &&
      html`<section class="preau-pile" aria-labelledby="deroule">
        <h3 id="deroule">Prévu le ${jourIso(la[0]!.jour)}</h3>
        ${deroule(t, (r) => t.noms.get(r.personne) ?? '')}
        ${lienBouton({ libelle: 'Feuille sans les noms', url: url(o, 'matinee/feuille'), icone: 'imprimer', variante: 'secondaire' })}
      </section>`
    }
    ${regle === null ? alerte({ type: 'info', texte: typo(refus) }) : formulaire(o, t, s)}`
}
