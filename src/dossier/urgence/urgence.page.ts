import { URGENCES, type Urgence } from '#signalement'
import { accordeon, bouton, champListe, champTexte, html, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import type { Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { levees } from './urgence.ts'

const options = (codes: readonly string[]) =>
  codes.map((valeur) => ({ valeur, libelle: URGENCES[valeur as Urgence]?.libelle ?? valeur }))

const lever = (o: Dossier, s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/urgences/levee" novalidate>
    ${champListe({ nom: 'urgence', libelle: 'Ce qui n’est plus une urgence', vide: 'Choisir…', valeur: s.valeur('urgences/levee', 'urgence'), options: options(o.d.urgences), ...s.erreur('urgence') })}
    ${champTexte({ nom: 'raison_lever', libelle: 'Ce qui a été vérifié, et auprès de qui', valeur: s.valeur('urgences/levee', 'raison_lever'), ...s.erreur('raison_lever') })}
    ${bouton({ libelle: 'Lever cette urgence', variante: 'secondaire' })}
  </form>`

const remettre = (o: Dossier, dites: readonly string[], s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/urgences/retour" novalidate>
    ${champListe({ nom: 'levee', libelle: 'Une urgence levée, à remettre', vide: 'Choisir…', valeur: s.valeur('urgences/retour', 'levee'), options: options(dites), ...s.erreur('levee') })}
    ${champTexte({ nom: 'raison_remettre', libelle: 'Pourquoi elle revient', valeur: s.valeur('urgences/retour', 'raison_remettre'), ...s.erreur('raison_remettre') })}
    ${bouton({ libelle: 'Remettre cette urgence', variante: 'secondaire' })}
  </form>`

/** What puts the dossier first, lifted with a reason or put back: among what one does seldom. */
export function urgences(o: Dossier, s: Saisies): Html | undefined {
  const { regle } = peut(o.moi, 'changer_urgence', o.situation)
  const dites = levees(o)
  if (regle === null || o.d.urgences.length + dites.length === 0) return undefined
  return html`<div id="changer_urgence">
    ${accordeon({
      titre: regle.bouton,
      ouvert: s.ici('urgences/levee') || s.ici('urgences/retour'),
      contenu: html`${o.d.urgences.length > 0 && lever(o, s)} ${dites.length > 0 && remettre(o, dites, s)}`,
    })}
  </div>`
}
