import { html, typo, type Html } from '#ui'
import { combien, type Pole } from './donnees.ts'

/** Source: page of the académie for the journée nationale of 2024. */
export const MISSIONS = [
  [
    'Agir sur les situations',
    'Assurer la gestion des situations de harcèlement : coordonner l’action des référents départementaux, soutenir et accompagner les personnels face à une situation complexe ou qui s’aggrave.',
  ],
  [
    'Former',
    'Déployer des formations et des ressources pour tous les personnels, enseignants ou non, du premier et du second degré.',
  ],
  ['Sensibiliser', 'Renforcer et promouvoir les actions de sensibilisation auprès des élèves.'],
] as const

/** At the top of the pôle: whole académie and départements. */
export const POSTES = [
  ['responsable_academique', 'responsable académique', 'responsables académiques'],
  ['referente_academique', 'référente ou référent académique', 'référentes et référents académiques'],
  ['responsable_departemental', 'responsable départemental', 'responsables départementaux'],
  ['referent_departemental', 'référente ou référent départemental', 'référentes et référents départementaux'],
] as const

export const enumerer = (mots: readonly string[]): string =>
  mots.length < 2 ? mots.join('') : `${mots.slice(0, -1).join(', ')} et ${mots.at(-1)}`

export const comite = (p: Pole): Html =>
  html`<p>${typo(`Présidé par ${p.presidence}, il réunit des experts : ${p.membres.join(', ')}.`)}</p>
    ${p.themes.length > 0 && html`<p>${typo(`Il suit ${enumerer(p.themes)}.`)}</p>`}`

/** The pôle, on the page of the day: its missions, who leads it today, and its comité de pilotage. */
export const poleEnBref = (p: Pole): Html =>
  html`<section class="preau-pile" aria-labelledby="pole">
    <h2 id="pole">Le pôle académique de lutte contre le harcèlement</h2>
    ${p.rattachement !== '' && html`<p>${typo(p.rattachement)}</p>`}
    <ol>
      ${MISSIONS.map(([titre, texte]) => html`<li><strong>${titre}.</strong> ${typo(texte)}</li>`)}
    </ol>
    <p>
      ${typo(`Il compte aujourd’hui ${enumerer(POSTES.map(([role, un, des]) => `${combien(p, role)} ${combien(p, role) > 1 ? des : un}`))}.`)}
    </p>
    <h3>Le comité de pilotage</h3>
    ${comite(p)}
  </section>`
