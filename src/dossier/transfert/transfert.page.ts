import { uuidv7 } from '#platform'
import { jour } from '#signalement'
import { accordeon, alerte, bouton, champCases, champChoix, champTexte, champZone, html, typo, type Html } from '#ui'
import { champsAccord } from '../accord/accord.page.ts'
import type { Dossier } from '../dossier.ts'
import type { LecteursRow } from '../dossier.sql.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { listeAttente } from '../transmission/attente.page.ts'
import { ROLES_PERSONNE } from '../vocabulaire.ts'
import { OU, voitLesDeux, type Transferts } from './transfert.ts'

const suivants = (t: Transferts, s: Saisies): Html =>
  html`<fieldset class="fr-fieldset">
    <legend class="fr-fieldset__legend">Qui suit l’élève</legend>
    ${s.erreur('personnes').erreur !== undefined && html`<p class="fr-error-text" id="personnes-erreur">${s.erreur('personnes').erreur}</p>`}
    ${t.suivants.map((p) =>
      champCases({
        nom: `suit_${p.id}`,
        libelle: p.nom,
        options: [{ valeur: 'oui', libelle: `${p.nom}, ${ROLES_PERSONNE[p.role].libelle.toLowerCase()}` }],
        valeurs: s.ici('transfert') ? (s.valeur('transfert', `suit_${p.id}`) ? ['oui'] : []) : ['oui'],
        enLigne: true,
      }),
    )}
  </fieldset>`

/** What was decided here leaves from here, transferred or not: who has still to read it, and where. */
const attente = (o: Dossier, lecteurs: readonly LecteursRow[]): Html | undefined =>
  o.vu.enAttente.length === 0
    ? undefined
    : html`<div class="preau-pile">
        <p>${typo('Pas encore parti : cela reste dans ce dossier, s’y relit et part d’ici, même après le transfert.')}</p>
        ${listeAttente(o, lecteurs)}
      </div>`

const formulaire = (o: Dossier, t: Transferts, s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/transfert" novalidate>
    ${cache('version', o.d.version)} ${cache('id', s.valeur('transfert', 'id') || uuidv7())}
    <p>
      ${typo('Suivent l’élève : son nom, ses responsables légaux, et ce que vous écrivez ici. Restent ici : les autres élèves, les entretiens, les notes, les évaluations, les pièces.')}
    </p>
    ${!voitLesDeux(o) && alerte({ type: 'info', texte: typo('Pour ouvrir le dossier de la nouvelle école, il faut la voir aussi : passez d’abord ce dossier au département.') })}
    ${champChoix({ nom: 'ou', libelle: 'Où va l’élève', valeur: s.valeur('transfert', 'ou'), options: Object.entries(OU).map(([valeur, x]) => ({ valeur, libelle: typo(x.libelle) })), ...s.erreur('ou') })}
    ${champTexte({ nom: 'etab', libelle: 'Numéro (UAI) de la nouvelle école', facultatif: '(dans l’académie)', valeur: s.valeur('transfert', 'etab'), sansCorrection: true, ...s.erreur('etab') })}
    ${champZone({ nom: 'resume', libelle: 'Ce que la nouvelle école doit savoir pour le protéger', aide: 'Sans nommer d’autres élèves.', lignes: 4, valeur: s.valeur('transfert', 'resume'), ...s.erreur('resume') })}
    ${champTexte({ nom: 'ailleurs', libelle: 'Où, et qui a été prévenu là-bas', facultatif: '(hors de l’académie)', valeur: s.valeur('transfert', 'ailleurs'), ...s.erreur('ailleurs') })}
    ${suivants(t, s)}
    ${champCases({ nom: 'continue', libelle: 'Et ici', options: [{ valeur: 'oui', libelle: 'Ce dossier continue ici : d’autres élèves sont concernés' }], valeurs: s.valeur('transfert', 'continue') ? ['oui'] : [] })}
    ${champsAccord('transfert', 'transfert', s)} ${bouton({ libelle: 'Transférer', variante: 'secondaire' })}
  </form>`

/** A pupil who leaves, and one who came. */
export function transfert(o: Dossier, t: Transferts, lecteurs: readonly LecteursRow[], s: Saisies): Html {
  const { regle, refus } = peut(o.moi, 'transferer', o.situation)
  return html`<section class="preau-pile" id="transferer" aria-labelledby="transfert-titre">
    <h2 id="transfert-titre">L’élève change d’école</h2>
    ${t.origine !== null && html`<p>Cet élève vient d’une autre école : dossier <a href="/dossiers/${t.origine}">${t.origine}</a>, si vous le voyez.</p>`}
    ${t.partis.map((p) =>
      p.numero === null
        ? html`<p>Parti ailleurs le ${jour(p.le)} : ${typo(p.ailleurs)}</p>`
        : html`<p>Parti le ${jour(p.le)} : dossier <a href="/dossiers/${p.numero}">${p.numero}</a>, ${p.ecole}, ${p.commune}</p>`,
    )}
    ${(regle !== null || o.d.etat === 'transfere') && attente(o, lecteurs)}
    ${regle === null ? t.partis.length === 0 && html`<p class="preau-discret">${typo(refus)}</p>` : accordeon({ titre: regle.bouton, ouvert: s.ici('transfert'), contenu: formulaire(o, t, s) })}
  </section>`
}
