import { clock, uuidv7 } from '#platform'
import { jourDe, jourIso } from '#signalement'
import {
  accordeon,
  alerte,
  bouton,
  champChoix,
  champDate,
  champListe,
  champZone,
  groupeBoutons,
  html,
  typo,
  type Html,
} from '#ui'
import { avisBrouillon, champsBrouillon, etatBrouillon, garder } from '../brouillon/brouillon.page.ts'
import type { Dossier } from '../dossier.ts'
import { dangerDit, securiteCourte } from '../entretien/securite.page.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { arretDe } from './arret.ts'
import { arret, cite, constat, options, url } from './commun.page.ts'
import { COTES, SUITES } from './methodes.ts'
import { presents } from './mpp.page.ts'
import { mppEnCours, type Eleve, type Piste, type Rencontre, type Traitement } from './piste.ts'
import { constatsDe, derniereSuggestion } from './rencontre.ts'
import { auPlusTard, coteDe } from './rythme.ts'
import { A_EVITER, AVEC_LA_CIBLE, PHASES } from './trame.ts'

const F = 'traitement/entretiens/:id'
/** The address of this form under its dossier, which names its draft. */
export const formeEntretien = (personne: string): string => `traitement/entretiens/${personne}`
const liste = (lignes: readonly string[]): Html =>
  html`<ul>
    ${lignes.map((l) => html`<li>${typo(l)}</li>`)}
  </ul>`

const eviter = (): Html => accordeon({ titre: 'À ne pas faire', contenu: liste(A_EVITER) })

const champMots = (s: Saisies, libelle: string, aide: string): Html =>
  champZone({ nom: 'mots', libelle, aide: typo(aide), lignes: 3, valeur: s.valeur(F, 'mots'), ...s.erreur('mots') })

/** The script beside what it asks to write: phase by phase. */
function groupe(t: Traitement, p: Piste, e: Eleve, s: Saisies): Html {
  const avant = derniereSuggestion(t, p, e)
  return html`${
      avant &&
      html`<fieldset class="preau-pile">
        <legend><h3>D’abord : la dernière fois</h3></legend>
        <p>${typo(`Le ${jourIso(avant.tenue_le!)}, cet élève proposait : ${cite(avant.mots)}`)}</p>
        ${champChoix({ nom: 'suite', libelle: 'A-t-il fait ce qu’il proposait ?', enLigne: true, valeur: s.valeur(F, 'suite'), options: options(SUITES), ...s.erreur('suite') })}
      </fieldset>`
    }
    <h3>${PHASES[0].titre}</h3>
    ${liste(PHASES[0].lignes)}
    <h3>${PHASES[1].titre}</h3>
    ${liste(PHASES[1].lignes)}
    ${champChoix({ nom: 'constat', libelle: 'Ce qui s’est passé', valeur: s.valeur(F, 'constat'), options: options(constatsDe('groupe')), ...s.erreur('constat') })}
    ${champMots(s, 'Sa suggestion, avec ses mots', 'Demandée quand l’élève propose quelque chose.')}`
}

const cible = (s: Saisies): Html =>
  html`<h3>Avec l’élève visé</h3>
    ${liste(AVEC_LA_CIBLE)}
    ${champChoix({ nom: 'constat', libelle: 'Est-ce que cela a cessé ?', aide: 'Ce que dit l’élève, pas ce que l’on en pense.', valeur: s.valeur(F, 'constat'), options: options(constatsDe('cible')), ...s.erreur('constat') })}
    ${champMots(s, 'Ce que dit l’élève, avec ses mots', 'Ou pourquoi il n’a pas pu le dire.')}`

function formulaire(o: Dossier, t: Traitement, p: Piste, e: Eleve, s: Saisies): Html {
  const prevue = t.rencontres.find((r) => r.piste === p.id && r.personne === e.id && r.constat === null)
  const adultes = presents(t, coteDe(e))
  const aujourdhui = jourDe(clock.now())
  const forme = formeEntretien(e.id)
  return html`${avisBrouillon(o, forme, s)}
    <form class="preau-pile" method="post" action="${url(o, `entretiens/${e.id}`)}" novalidate>
      ${champsBrouillon(o, forme, s)} ${cache('id', s.valeur(F, 'id') || (prevue?.id ?? uuidv7()))}
      ${champListe({
        nom: 'intervenant',
        libelle: 'Qui a vu cet élève, seul à seul',
        vide: 'Choisir…',
        valeur: s.valeur(F, 'intervenant', prevue?.intervenant ?? (adultes.length === 1 ? adultes[0]!.id : '')),
        options: adultes.map((i) => ({ valeur: i.id, libelle: i.nom })),
        ...s.erreur('intervenant'),
      })}
      ${champDate({ nom: 'tenue_le', libelle: 'Le', valeur: s.valeur(F, 'tenue_le', aujourdhui), max: aujourdhui, ...s.erreur('tenue_le') })}
      ${coteDe(e) === 'cible' ? cible(s) : groupe(t, p, e, s)}
      ${champZone({ nom: 'note', libelle: 'Autre chose à garder', facultatif: '(facultatif)', aide: 'Des faits, ou des mots entre guillemets.', lignes: 2, valeur: s.valeur(F, 'note') })}
      ${coteDe(e) === 'cible' && securiteCourte(F, s)}
      ${arretDe(o, t, p) === '' && champDate({ nom: 'prochain', libelle: 'Prochain entretien', aide: typo(`Chaque semaine : au plus tard le ${jourIso(auPlusTard(o))}`), valeur: s.valeur(F, 'prochain', auPlusTard(o)), min: aujourdhui, max: auPlusTard(o), ...s.erreur('prochain') })}
      ${etatBrouillon} ${groupeBoutons([bouton({ libelle: 'Enregistrer l’entretien', icone: 'coche' }), garder(o)])}
    </form>`
}

/** A talk that was held is written down still. */
const arretee = (phrase: string): Html | undefined => arret(phrase && `${phrase} Un entretien déjà tenu se note encore ici.`)

const passe = (r: Rencontre): Html =>
  html`<li>
    <strong>${jourIso(r.tenue_le!)}</strong> ${constat(r.constat!)} ${r.mots !== '' && html`<p>${cite(r.mots)}</p>`}
    ${r.note !== '' && html`<p>${r.note}</p>`} ${dangerDit(r.urgences)}
    <p class="preau-discret">Noté par ${r.prenom} ${r.nom}</p>
  </li>`

export function pageRencontre(o: Dossier, { t, e }: { t: Traitement; e: Eleve }, s: Saisies): Html {
  const p = mppEnCours(t)
  const { regle, refus } = peut(o.moi, 'preoccuper', o.situation)
  const passees = t.rencontres.filter((r) => r.personne === e.id && r.constat !== null).toReversed()
  return html`<h2>Entretien avec ${e.nom}</h2>
    <p class="preau-discret">${COTES[coteDe(e)].libelle}${e.precision !== '' && html`, ${e.precision}`}</p>
    ${
      regle === null || p === undefined
        ? alerte({ type: 'info', texte: typo(refus ?? 'Aucune préoccupation partagée n’est en cours.') })
        : html`${arretee(arretDe(o, t, p))} ${eviter()} ${formulaire(o, t, p, e, s)}`
    }
    ${
      passees.length > 0 &&
      html`<section class="preau-pile" aria-labelledby="passes">
        <h3 id="passes">Entretiens déjà tenus</h3>
        <ul class="preau-pile">
          ${passees.map(passe)}
        </ul>
      </section>`
    }`
}
