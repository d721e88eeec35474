import { uuidv7 } from '#platform'
import { accordeon, bouton, champZone, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { listeAttente } from '../transmission/attente.page.ts'
import { mesuresRestantes } from './cloture.page.ts'
import { ECART, FAMILLE } from './lettres.ts'
import { ouverts } from './rattaches.ts'
import { reponses } from './reponses.page.ts'
import type { Suivi } from './suivi.ts'

const F = 'suivi/ecart'

const formulaire = (o: Dossier, d: Suivi, s: Saisies, libelle: string): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/${F}" novalidate>
    ${cache('version', o.d.version)} ${cache('id', s.valeur(F, 'id') || uuidv7())}
    ${champZone({
      nom: 'famille_texte',
      libelle: 'Ce qui est dit à la famille de l’élève visé',
      aide: 'Ce que vous avez compris, ce que vous faites, qui appeler. Gardez ses mots à elle ; aucun autre élève n’est nommé. Complétez les « … ».',
      lignes: 12,
      valeur: s.valeur(F, 'famille_texte', FAMILLE),
      ...s.erreur('famille_texte'),
    })}
    ${reponses(s, F, ouverts(d.rattaches), ECART)} ${bouton({ libelle, icone: 'message' })}
  </form>`

/** « Ce n’est pas du harcèlement »: offered when the qualification says so; the answers are the act. */
export function ecart(o: Dossier, d: Suivi, s: Saisies): Html | undefined {
  if (o.d.etat !== 'evaluation' || !o.situation.acquis.has('pas_de_harcelement')) return undefined
  const { regle, refus } = peut(o.moi, 'ecarter', o.situation)
  return html`<section class="preau-pile" id="ecarter" aria-labelledby="ecarter-titre">
    <h2 id="ecarter-titre">Ce n’est pas du harcèlement</h2>
    <p>
      ${typo('Environ la moitié des situations. La souffrance, elle, est vraie : chacun reçoit une réponse, et sait qui voir si cela continue.')}
    </p>
    ${mesuresRestantes(o, d, s)}
    ${
      regle === null
        ? html`<p>${typo(refus)}</p>
            ${listeAttente(o)}`
        : accordeon({ titre: regle.bouton, ouvert: true, contenu: formulaire(o, d, s, regle.bouton) })
    }
  </section>`
}
