import type { Maison } from '#platform'
import { ACADEMIES } from '#annuaire'
import { html, type Html } from '#ui'

/** Conditions of use: what the service does, what it asks, what it does not promise. To be read by the académie’s lawyers before opening. */
export const conditions = ({ config }: Maison): { titre: string; contenu: Html } => ({
  titre: 'Conditions d’utilisation',
  contenu: html`<h1>Conditions d’utilisation</h1>
    <h2>À quoi sert ce site</h2>
    <p>
      L’académie de ${ACADEMIES[config.academie]?.nom ?? config.academie} l’ouvre pour que chacun puisse raconter une situation de
      harcèlement à l’école, y recevoir une réponse, et trouver de quoi prévenir.
    </p>
    <h2>Qui peut s’en servir</h2>
    <p>
      Tout le monde. Il ne faut ni compte, ni argent, ni dire son nom. Les personnels des écoles ont un espace, avec leur compte
      professionnel.
    </p>
    <h2>Ce que ce site n’est pas</h2>
    <p>
      Ce n’est pas un numéro d’urgence. En danger, on appelle le 17 ou le 112, ou on envoie un SMS au 114. Le 3018 répond tous les
      jours de 9 h à 23 h.
    </p>
    <h2>Ce que nous faisons</h2>
    <ul>
      <li>Un adulte lit chaque message, en 24 heures au plus, un jour d’école.</li>
      <li>Ce qui est raconté est chiffré, et ne va qu’aux adultes qui doivent agir.</li>
      <li>Le site est ouvert jour et nuit. Il peut s’arrêter pour un entretien : les numéros d’urgence restent valables.</li>
    </ul>
    <h2>Ce que nous demandons</h2>
    <ul>
      <li>Dire ce que l’on sait, avec ses mots. Se tromper n’est pas une faute.</li>
      <li>Ne pas se faire passer pour quelqu’un d’autre, et ne pas accuser en sachant que c’est faux.</li>
      <li>Ne pas chercher à lire ce qui est à d’autres, ni à empêcher le site de marcher.</li>
    </ul>
    <h2>Si ces conditions changent</h2>
    <p>La date change ici. Version du 28 novembre 2026.</p>
    <p>
      Voir aussi : <a href="/mentions-legales">les mentions légales</a>,
      <a href="/donnees-personnelles">les données personnelles</a>.
    </p>`,
})
