import { alerte, champChoix, champTexte, champZone, html, numerosUrgence, typo, type Html } from '#ui'
import { liste, URGENCES } from '#signalement'
import type { Saisies } from '../fiche/gestes.ts'
import { mot } from '../vocabulaire.ts'
import { FAMILLE, REPONSES } from './champs.ts'

/** Whom an adult calls (S50, S133, S134). */
const NUMEROS = [
  { numero: '15', nom: 'SAMU', pour: 'Un élève s’est fait du mal, ou va le faire. Le 112 marche aussi.' },
  { numero: '112', nom: 'Toutes les urgences', pour: 'Un danger maintenant, où que ce soit.' },
  {
    numero: '3114',
    nom: 'Prévention du suicide',
    pour: 'Un conseil tout de suite, jour et nuit, aussi pour les professionnels.',
  },
  { numero: '119', nom: 'Enfance en danger', pour: 'Quand le danger peut venir de la maison, jour et nuit.' },
]

const QUE_FAIRE = [
  'Un adulte reste avec l’élève jusqu’à ce qu’un autre prenne le relais. Il n’est pas laissé seul, même un instant.',
  'Appelez le 15 ou le 112. Prévenez l’infirmière, le médecin ou la psychologue de l’école, et la direction.',
  'Prévenez les responsables légaux et remettez-leur l’élève en personne. Si le danger peut venir de la maison : pas eux, le 119, et le procureur.',
  'Notez ici ce qui est fait : c’est urgent dans le dossier, et le responsable et le niveau au-dessus sont prévenus.',
]

const faire = html`<ol>
  ${QUE_FAIRE.map((q) => html`<li>${typo(q)}</li>`)}
</ol>`

/** What to do now, where a danger was said: on the page of the talks as long as nobody wrote otherwise. */
export const consigneDanger = (quand: string): Html =>
  alerte({
    type: 'erreur',
    niveau: 2,
    titre: 'Un danger a été dit : agir maintenant',
    texte: html`<p>${quand}</p>
      ${faire} ${numerosUrgence(NUMEROS)}`,
  })

/** What the target said of a danger at the end of a short talk or of a checkpoint; nothing when there was none. */
export const dangerDit = (urgences: readonly string[]): Html | undefined =>
  urgences.length === 0
    ? undefined
    : html`<p>${typo(`Un danger a été dit : ${liste(urgences.map((u) => mot(URGENCES, u).toLowerCase()))}.`)}</p>`

const options = Object.entries(REPONSES).map(([valeur, libelle]) => ({ valeur, libelle }))

const quoiFaire = html`<details class="preau-siDanger" open>
  <summary>${typo('Si une réponse inquiète : faites-le maintenant, avant d’écrire')}</summary>
  ${faire} ${numerosUrgence(NUMEROS)}
</details>`

const questions = (forme: string, s: Saisies): Html =>
  html`<h2 id="securite-titre">Avant de se quitter : l’élève est-il en sécurité ?</h2>
    <p>
      ${typo('Demandez-le simplement, avec ces mots : « Est-ce que tu te sens en sécurité pour rentrer ? » « Est-ce que tu as pensé à te faire du mal ? » Le demander ne donne pas l’idée : cela permet d’en parler.')}
    </p>
    ${(
      [
        ['danger', 'Est-il en danger maintenant ?'],
        ['suicide', 'A-t-il parlé de mourir, ou de se faire du mal ?'],
        ['soir', 'Sera-t-il en sécurité ce soir ?'],
      ] as const
    ).map(([nom, libelle]) =>
      champChoix({ nom, libelle: typo(libelle), enLigne: true, options, valeur: s.valeur(forme, nom), ...s.erreur(nom) }),
    )}`

/** At the end of a short talk of the shared concern, and of a checkpoint, before the pupil goes back to class. */
export const securiteCourte = (forme: string, s: Saisies): Html =>
  html`<section class="preau-pile preau-securite" aria-labelledby="securite-titre">${questions(forme, s)} ${quoiFaire}</section>`

/** At the end of each talk with the target: danger, words of death, tonight, who takes them home. */
export const securite = (forme: string, s: Saisies): Html =>
  html`<section class="preau-pile preau-securite" aria-labelledby="securite-titre">
    ${questions(forme, s)}
    ${champTexte({ nom: 'retour', libelle: 'Avec qui rentre-t-il, ou à qui est-il confié', aide: 'Par exemple : sa mère vient le chercher à 16 h 30.', valeur: s.valeur(forme, 'retour'), ...s.erreur('retour') })}
    ${quoiFaire}
    <h2>La famille</h2>
    ${champChoix({
      nom: 'famille',
      libelle: typo('Les responsables légaux sont-ils prévenus aujourd’hui ?'),
      options: Object.entries(FAMILLE).map(([valeur, f]) => ({ valeur, libelle: f.libelle, aide: typo(f.aide) })),
      valeur: s.valeur(forme, 'famille'),
      ...s.erreur('famille'),
    })}
    ${champZone({ nom: 'famille_raison', libelle: 'Si ce n’est pas aujourd’hui, pourquoi', lignes: 2, valeur: s.valeur(forme, 'famille_raison'), ...s.erreur('famille_raison') })}
  </section>`
