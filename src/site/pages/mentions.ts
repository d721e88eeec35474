import type { Maison } from '#platform'
import { ACADEMIES } from '#annuaire'
import { html, type Html } from '#ui'

/** Loi n° 2004-575 of 21 June 2004, article 1-1: who publishes, who answers for it, who hosts. */
export const mentions = ({ config }: Maison): { titre: string; contenu: Html } => {
  const nom = ACADEMIES[config.academie]?.nom ?? config.academie
  return {
    titre: 'Mentions légales',
    contenu: html`<h1>Mentions légales</h1>
      <h2>Qui publie ce site</h2>
      <p>L’académie de ${nom}, pour son pôle académique de lutte contre le harcèlement.</p>
      <p>Directeur de la publication : le recteur ou la rectrice de l’académie de ${nom}.</p>
      <p><a href="/le-pole#joindre">Joindre le pôle</a></p>
      <h2>Qui l’héberge</h2>
      <p>
        ${config.hebergeur ?? 'L’hébergeur n’est pas encore indiqué\u00a0: l’exploitant de ce site doit le faire avant son ouverture.'}
      </p>
      <h2>Ce que vous pouvez en reprendre</h2>
      <p>
        Les textes de ce site peuvent être repris en citant leur source. Les photos des actions ne le peuvent pas : les personnes
        qui s’y trouvent ont donné leur accord pour cette page seulement, et peuvent le retirer.
      </p>
      <p>Le logiciel, Préau, est libre, sous la licence EUPL 1.2 : <a href="/ce-service">ce service</a>.</p>
      <h2>Les liens vers d’autres sites</h2>
      <p>Ils sont signalés. Nous ne répondons pas de ce que ces sites contiennent.</p>
      <h2>Une image de vous, ou de votre enfant, ne devrait pas être ici ?</h2>
      <p>
        Dites-le à la direction de l’école ou au <a href="/le-pole#joindre">pôle académique</a> : la photo est effacée à
        l’instant, sans raison à donner.
      </p>
      <h2>Signaler une faille de sécurité</h2>
      <p>L’adresse est dans <a href="/.well-known/security.txt">security.txt</a>.</p>
      <p>
        Voir aussi : <a href="/donnees-personnelles">les données personnelles</a>, <a href="/accessibilite">l’accessibilité</a>.
      </p>`,
  }
}
