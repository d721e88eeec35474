import { dateHeure } from '#signalement'
import { accordeon, bouton, champTexte, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { ETATS } from '../protocole/protocole.ts'
import { mot } from '../vocabulaire.ts'
import type { Reunions } from './reunion.ts'

const lien = (numero: string): Html => html`<a href="/dossiers/${numero}">${numero}</a>`

const formulaire = (o: Dossier, s: Saisies, forme: 'reunion' | 'separation', libelle: string): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/${forme}" novalidate>
    ${cache('version', o.d.version)}
    ${
      forme === 'reunion' &&
      champTexte({
        nom: 'numero',
        libelle: 'Numéro de l’autre dossier',
        aide: 'Ses signalements et ceux de celui-ci y seront ensemble, avec ce qui attend ici de partir. Celui-ci reste lisible, et peut être séparé ensuite.',
        valeur: s.valeur(forme, 'numero'),
        sansCorrection: true,
        ...s.erreur('numero'),
      })
    }
    ${champTexte({ nom: 'pourquoi_reunion', libelle: 'À quoi vous le voyez', valeur: s.valeur(forme, 'pourquoi_reunion'), ...s.erreur('pourquoi_reunion') })}
    ${bouton({ libelle, variante: 'secondaire' })}
  </form>`

/** The same situation in two dossiers, and how to tell them apart again. */
export function reunion(o: Dossier, r: Reunions, s: Saisies): Html | undefined {
  const reunir = peut(o.moi, 'doublonner', o.situation)
  const separer = peut(o.moi, 'dedoubler', o.situation)
  if (reunir.regle === null && separer.regle === null && r.vers === null && r.reunis.length === 0) return undefined
  return html`<section class="preau-pile" id="doublonner" aria-labelledby="reunion-titre">
    <h2 id="reunion-titre">La même situation ailleurs</h2>
    ${r.vers !== null && html`<p>C’est la même situation que le dossier ${lien(r.vers)} : tout s’y passe.</p>`}
    ${r.reunis.length > 0 && html`<p>Réunis à celui-ci : ${r.reunis.map((n) => html`${lien(n)} `)}</p>`}
    ${
      reunir.regle !== null &&
      r.semblables.length > 0 &&
      html`<p>${typo('Un élève visé du même nom, dans un autre dossier. À vous de voir si c’est la même situation :')}</p>
        <ul>
          ${r.semblables.map((x) => html`<li>${lien(x.numero)}, ${x.ecole}, ${mot(ETATS, x.etat).toLowerCase()}, ouvert ${dateHeure(x.ouvert_le)}</li>`)}
        </ul>`
    }
    ${reunir.regle !== null && accordeon({ titre: reunir.regle.bouton, ouvert: s.ici('reunion'), contenu: formulaire(o, s, 'reunion', 'Réunir') })}
    <div id="dedoubler">
      ${separer.regle !== null && accordeon({ titre: separer.regle.bouton, ouvert: s.ici('separation'), contenu: formulaire(o, s, 'separation', 'Séparer') })}
    </div>
  </section>`
}
