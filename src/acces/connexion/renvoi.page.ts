import { alerte, bouton, html, lienBouton, pageErreur, typo, type Html } from '#ui'
import type { Saisie } from './renvoi.ts'
import { REVENU } from './vers.ts'

const cache = ([nom, valeur]: [string, string]): Html => html`<input type="hidden" name="${nom}" value="${valeur}" />`

const fichiers = (): Html =>
  alerte({
    type: 'attention',
    texte: typo('Les fichiers joints ne sont pas dans cet envoi : il faudra les choisir à nouveau.'),
  })

/** No line of what was typed is shown: somebody else may be in front of the screen by now. */
export const pageDeRenvoi = (p: Saisie & { vers: string }): Html =>
  pageErreur({
    langue: 'fr',
    titre: 'Votre session est terminée',
    texte: html`<div class="preau-pile">
      <p>${typo('Ce que vous aviez écrit n’est pas encore envoyé, et n’est pas perdu : cette page le garde.')}</p>
      <ol>
        <li>Reconnectez-vous dans un nouvel onglet, avec le même compte.</li>
        <li>Revenez ici et renvoyez.</li>
      </ol>
      ${p.fichiers && fichiers()}
      <p>
        ${lienBouton({
          url: `/connexion?vers=${encodeURIComponent(REVENU)}`,
          libelle: 'Se connecter dans un nouvel onglet',
          attributs: { target: '_blank', rel: 'noopener' },
        })}
      </p>
      <form method="post" action="${p.vers}" autocomplete="off">
        ${p.champs.map(cache)}${bouton({ libelle: 'Renvoyer ce que j’avais écrit', variante: 'secondaire' })}
      </form>
    </div>`,
    liens: [],
  })
