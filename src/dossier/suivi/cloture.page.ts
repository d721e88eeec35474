import { uuidv7 } from '#platform'
import { jourIso } from '#signalement'
import { accordeon, bouton, champDate, champListe, champTexte, champZone, html, paragraphes, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut, protocoleDe } from '../protocole/peut.ts'
import { PREALABLES, type Prealable } from '../protocole/prealables.ts'
import { VERBES, type Verbe } from '../protocole/protocole.ts'
import { listeAttente } from '../transmission/attente.page.ts'
import { NATURES, type Nature } from '../vocabulaire.ts'
import { finAnnee } from './garde.ts'
import { FIN } from './lettres.ts'
import { reponses } from './reponses.page.ts'
import { ouverts } from './rattaches.ts'
import type { MesureSuivie, Suivi } from './suivi.ts'
import { MOTIFS } from './vocabulaire.ts'

const F = 'suivi/cloture'

/** Which act gives what is missing. */
const GESTE: Partial<Record<Prealable, Verbe>> = {
  surveillance: 'surveiller',
  parole_cible: 'point_suivi',
  sans_recidive: 'engager_piste',
  famille_fin: 'informer_famille',
  pistes_finies: 'decider_piste',
  sans_danger: 'evaluer',
}

function lien(o: Dossier, p: Prealable): Html | undefined {
  if (p === 'rien_en_attente') return html`${typo(PREALABLES[p].phrase)}${listeAttente(o)}`
  const verbe = GESTE[p]
  const ancre =
    verbe === undefined
      ? p === 'sans_mesure'
        ? '#mesures-restantes'
        : undefined
      : `/dossiers/${o.d.numero}/${VERBES[verbe]}#${verbe}`
  return ancre === undefined ? undefined : html`<a href="${ancre}">${typo(PREALABLES[p].phrase)}</a>`
}

/** Everything that the end asks for, what is there, and where to do the rest. */
const liste = (o: Dossier, avant: readonly Prealable[]): Html =>
  html`<ul class="preau-pas">
    ${avant.map((p) => {
      const fait = o.situation.acquis.has(p)
      return html`<li class="${fait ? 'fait' : ''}">
        <div>
          ${typo(PREALABLES[p].libelle)} <span class="fr-sr-only">${fait ? '(oui)' : '(pas encore)'}</span>
          ${!fait && html`<br />${lien(o, p) ?? typo(PREALABLES[p].phrase)}`}
        </div>
      </li>`
    })}
  </ul>`

const restante = (m: MesureSuivie, jour: string): boolean => m.garde === null && (m.au === null || m.au > jour)

function finir(o: Dossier, m: MesureSuivie, s: Saisies): Html {
  const garde = `suivi/mesures/:id/garde`
  const ici = s.ici(garde) && s.retour!.envoi[`garde_${m.id}`] !== undefined
  return html`<li class="fr-card">
    <div class="fr-card__body preau-pile">
      <h4 class="fr-card__title">${NATURES[m.nature as Nature].libelle}</h4>
      ${paragraphes(m.quoi)}
      <form method="post" action="/dossiers/${o.d.numero}/mesures/${m.id}/fin">
        ${cache('version', o.d.version)}
        ${bouton({ libelle: 'Mettre fin aujourd’hui', precision: `à : ${m.quoi}`, variante: 'secondaire', petit: true })}
      </form>
      ${accordeon({
        titre: html`La garder après la clôture<span class="fr-sr-only"> : ${m.quoi}</span>`,
        ouvert: ici,
        contenu: html`<form
          class="preau-pile"
          method="post"
          action="/dossiers/${o.d.numero}/suivi/mesures/${m.id}/garde"
          novalidate
        >
          ${cache('version', o.d.version)}
          ${champDate({ nom: `au_${m.id}`, libelle: 'Jusqu’au', aide: `Au plus tard le ${jourIso(finAnnee(o.vu.jour))}, fin de l’année scolaire.`, valeur: s.valeur(garde, `au_${m.id}`), ...s.erreur(`au_${m.id}`) })}
          ${champTexte({ nom: `garde_${m.id}`, libelle: 'Pourquoi, et qui s’en charge', valeur: s.valeur(garde, `garde_${m.id}`), ...s.erreur(`garde_${m.id}`) })}
          ${bouton({ libelle: 'Garder', variante: 'secondaire', petit: true })}
        </form>`,
      })}
    </div>
  </li>`
}

/** Measures that are still on: each is ended, or kept until a day and for a reason. */
export function mesuresRestantes(o: Dossier, d: Suivi, s: Saisies): Html | undefined {
  const restent = d.mesures.filter((m) => restante(m, o.vu.jour))
  if (restent.length === 0 || peut(o.moi, 'lever', o.situation).regle === null) return undefined
  return html`<div class="preau-pile" id="mesures-restantes">
    <h3>Mesures encore en cours</h3>
    <ul class="preau-pile">
      ${restent.map((m) => finir(o, m, s))}
    </ul>
  </div>`
}

const formulaire = (o: Dossier, d: Suivi, s: Saisies, libelle: string): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/${F}" novalidate>
    ${cache('version', o.d.version)} ${cache('id', s.valeur(F, 'id') || uuidv7())}
    ${champListe({
      nom: 'motif',
      libelle: 'Pourquoi le dossier est clos',
      vide: 'Choisir…',
      valeur: s.valeur(F, 'motif'),
      options: Object.entries(MOTIFS).map(([valeur, m]) => ({ valeur, libelle: m.libelle })),
      ...s.erreur('motif'),
    })}
    ${champZone({ nom: 'raison', libelle: 'Ce qui permet de clore', aide: 'Ce que l’élève visé dit, ce que les adultes ont vu, et depuis quand.', lignes: 4, valeur: s.valeur(F, 'raison'), ...s.erreur('raison') })}
    ${champZone({ nom: 'reste', libelle: 'Ce qui reste après, et qui appeler si cela recommence', lignes: 3, valeur: s.valeur(F, 'reste'), ...s.erreur('reste') })}
    ${reponses(s, F, ouverts(d.rattaches), FIN)} ${bouton({ libelle, icone: 'coche' })}
  </form>`

/** The end: what it asks for, then its form. */
export function cloture(o: Dossier, d: Suivi, s: Saisies): Html | undefined {
  if (o.d.etat !== 'surveillance') return undefined
  const { regle, refus } = peut(o.moi, 'clore', o.situation)
  const avant = protocoleDe(o.d.protocole).regles.surveillance.clore!.avant!
  const manquants = avant.filter((p) => !o.situation.acquis.has(p))
  return html`<section class="preau-pile" id="clore" aria-labelledby="clore-titre">
    <h2 id="clore-titre">Clore le dossier</h2>
    ${liste(o, avant)} ${mesuresRestantes(o, d, s)}
    ${regle === null ? manquants.length === 0 && html`<p>${typo(refus)}</p>` : accordeon({ titre: regle.bouton, ouvert: s.ici(F), contenu: formulaire(o, d, s, regle.bouton) })}
  </section>`
}
