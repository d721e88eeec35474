import { uuidv7 } from '#platform'
import { jour } from '#signalement'
import { accordeon, alerte, bouton, champListe, champZone, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { FINIS } from '../protocole/protocole.ts'
import { EXPLICATION } from './lettres.ts'
import { champReponse } from './reponses.page.ts'
import type { Suivi } from './suivi.ts'

const ROUVRIR = 'suivi/reouverture'
const EXPLIQUER = 'suivi/explication'

function rouvrir(o: Dossier, d: Suivi, s: Saisies): Html | undefined {
  const { regle } = peut(o.moi, 'rouvrir', o.situation)
  if (regle === null) return undefined
  return html`<div id="rouvrir">
    ${accordeon({
      titre: regle.bouton,
      ouvert: d.aChoisir.length > 0 || s.ici(ROUVRIR),
      contenu: html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/${ROUVRIR}" novalidate>
        ${cache('version', o.d.version)} ${cache('id', s.valeur(ROUVRIR, 'id') || uuidv7())}
        ${
          d.aChoisir.length > 0 &&
          champListe({
            nom: 'signalement',
            libelle: 'À cause de quel signalement',
            valeur: s.valeur(ROUVRIR, 'signalement', d.aChoisir[0]!.id),
            options: d.aChoisir.map((r) => ({ valeur: r.id, libelle: `Reçu le ${jour(r.recu_le)}` })),
          })
        }
        ${champZone({ nom: 'raison', libelle: 'Pourquoi le dossier est rouvert', lignes: 3, valeur: s.valeur(ROUVRIR, 'raison'), ...s.erreur('raison') })}
        ${bouton({ libelle: regle.bouton, icone: 'dossier' })}
      </form>`,
    })}
  </div>`
}

function expliquer(o: Dossier, d: Suivi, s: Saisies): Html | undefined {
  const { regle } = peut(o.moi, 'expliquer', o.situation)
  const choisi = d.aChoisir.find((r) => r.id === s.valeur(EXPLIQUER, 'signalement')) ?? d.aChoisir[0]
  if (regle === null || choisi === undefined) return undefined
  return html`<div id="expliquer">
    ${accordeon({
      titre: regle.bouton,
      ouvert: s.ici(EXPLIQUER),
      contenu: html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/${EXPLIQUER}" novalidate>
        ${cache('version', o.d.version)} ${cache('id', s.valeur(EXPLIQUER, 'id') || uuidv7())} ${cache('signalement', choisi.id)}
        ${champZone({ nom: 'explication', libelle: 'Pourquoi le dossier reste fini', aide: 'Pour l’équipe : ce qui a été vérifié, et auprès de qui.', lignes: 3, valeur: s.valeur(EXPLIQUER, 'explication'), ...s.erreur('explication') })}
        ${champReponse(s, EXPLIQUER, 'mot', choisi, EXPLICATION)} ${bouton({ libelle: regle.bouton, icone: 'message' })}
      </form>`,
    })}
  </div>`
}

/** After the end: what comes back opens it anew, or is explained. Never silence (invariant 6). */
export function retour(o: Dossier, d: Suivi, s: Saisies): Html | undefined {
  if (!FINIS.has(o.d.etat)) return undefined
  return html`<section class="preau-pile" aria-labelledby="retour-titre">
    <h2 id="retour-titre">Si cela recommence</h2>
    ${
      d.aChoisir.length > 0 &&
      alerte({
        type: 'attention',
        titre:
          d.aChoisir.length === 1
            ? 'Un signalement attend votre choix'
            : `${d.aChoisir.length} signalements attendent votre choix`,
        texte: html`<p>${typo('Rouvrez le dossier, ou dites pourquoi il reste fini : la personne aura sa réponse.')}</p>
          <ul>
            ${d.aChoisir.map((r) => html`<li><a href="/signalements/${r.id}">Signalement du ${jour(r.recu_le)}</a></li>`)}
          </ul>`,
      })
    }
    ${rouvrir(o, d, s)} ${expliquer(o, d, s)}
  </section>`
}
