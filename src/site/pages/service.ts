import type { Maison } from '#platform'
import { ACADEMIES } from '#annuaire'
import { html, type Html } from '#ui'

/** What the State’s standards call a product sheet: what for, for whom, what is measured, what it costs, where the code is, whom to ask. */
export const service = ({ config }: Maison): { titre: string; contenu: Html } => ({
  titre: 'Ce service',
  contenu: html`<h1>Ce service</h1>
    <p class="fr-text--lead">
      Préau est un abri pour en parler : un enfant, un parent ou un témoin raconte, et un adulte de la bonne école lui répond.
    </p>
    <h2>Pourquoi il existe</h2>
    <p>
      Parler est difficile, et le silence qui suit l’est plus encore. Ce service veut que personne ne raconte pour rien : qu’un
      adulte lise, réponde, protège, et que celui qui a parlé sache ce qui avance.
    </p>
    <h2>Pour qui</h2>
    <ul>
      <li>Les élèves, les parents et tous ceux qui ont vu quelque chose : sans compte, sans donner de nom, gratuitement.</li>
      <li>Les équipes des écoles, des collèges et des lycées, les référents et le pôle académique.</li>
      <li>Tous ceux qui cherchent de quoi prévenir : ressources, actions des écoles.</li>
    </ul>
    <p>
      Qui ne peut pas se servir d’un écran peut parler à un adulte de l’école, qui écrit pour lui, ou appeler le 3018, tous les
      jours de 9 h à 23 h.
    </p>
    <h2>Ce que nous mesurons</h2>
    <p>
      Une chose d’abord : la part des messages lus par un adulte au plus tard le jour d’école suivant. Elle est dans
      <a href="/stats">les statistiques</a>, avec ce que l’on pense du site. Nous ne suivons personne pour cela.
    </p>
    <h2>Qui le fait, et ce qu’il coûte</h2>
    <p>
      Le pôle académique de lutte contre le harcèlement de l’académie de ${ACADEMIES[config.academie]?.nom ?? config.academie}.
      <a href="/budget">Le budget</a>.
    </p>
    <h2>Son code</h2>
    <p>
      Le logiciel est libre, sous la licence EUPL 1.2.
      ${
        config.code === undefined
          ? 'L’académie n’a pas encore donné l’adresse où elle publie son code.'
          : html`<a href="${config.code}" rel="noreferrer external">Lire le code</a> (autre site).`
      }
    </p>
    <h2>Nous écrire</h2>
    <p>
      <a href="/le-pole#joindre">Joindre le pôle</a>, <a href="/avis">donner votre avis</a>, ou lire <a href="/aide">l’aide</a>.
    </p>`,
})
