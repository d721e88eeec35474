import { clock, uuidv7 } from '#platform'
import { acteur, badgeDelai, dateHeure, evenement, jour, jourDe } from '#signalement'
import {
  badge,
  bouton,
  champChoix,
  champDate,
  champListe,
  champZone,
  chronologie,
  definitionListe,
  enTete,
  html,
  lienBouton,
  paragraphes,
  tableau,
  typo,
  vide,
  type Html,
} from '#ui'
import { accordDit } from '../accord/accord.page.ts'
import { cache, refus, type Saisies } from '../fiche/gestes.ts'
import { etatAppui, NATURES_APPUI, peutAppuyer, peutClore, UTILE, VERS, type Appui } from './appui.ts'
import { PHRASES_APPUI } from './appui.phrases.ts'
import type { ListeRow } from './appui.sql.ts'
import { mot } from '../vocabulaire.ts'

const options = (liste: Record<string, { libelle: string }>) =>
  Object.entries(liste).map(([valeur, { libelle }]) => ({ valeur, libelle }))

/** The form that asks, on a dossier or not. */
export const champsAppui = (
  action: string,
  id: string,
  valeur: (nom: string) => string,
  erreur: (nom: string) => { erreur?: string },
  accord?: Html,
): Html =>
  html`<form class="preau-pile" method="post" action="${action}" novalidate>
    ${cache('id', id)}
    ${champListe({ nom: 'appui', libelle: 'Ce qui vous aiderait', vide: 'Choisir…', valeur: valeur('appui'), options: options(NATURES_APPUI), ...erreur('appui') })}
    ${champChoix({ nom: 'vers', libelle: 'À qui', enLigne: true, valeur: valeur('vers') || 'departement', options: options(VERS), ...erreur('vers') })}
    ${champZone({ nom: 'quoi', libelle: 'Ce qui se passe, et ce que vous attendez', lignes: 5, valeur: valeur('quoi'), ...erreur('quoi') })}
    ${accord} ${bouton({ libelle: 'Demander l’appui' })}
  </form>`

const ou = (a: Pick<ListeRow, 'ecole' | 'commune' | 'numero'>): Html =>
  html`${a.ecole !== null && `${a.ecole}, ${a.commune}`}${a.ecole !== null && a.numero !== null && ' · '}${a.numero !== null && html`<span class="preau-insecable">dossier ${a.numero}</span>`}`

export const pageListeAppuis = (lignes: readonly ListeRow[], moi: string, clos: boolean): Html =>
  html`<div class="preau-pile">
    ${enTete({ titre: 'Demandes d’appui', texte: 'Une situation complexe, qui dure ou qui s’aggrave : personne ne reste seul avec elle.', actions: lienBouton({ libelle: 'Demander un appui', url: '/appuis/nouvelle', icone: 'plus' }) })}
    <p>
      ${clos ? html`<a href="/appuis">Cacher les demandes finies</a>` : html`<a href="/appuis?finies=oui">Voir aussi les demandes finies</a>`}
    </p>
    ${
      lignes.length === 0
        ? vide({ titre: 'Aucune demande en cours' })
        : tableau({
            legende: 'Demandes d’appui',
            legendeMasquee: true,
            colonnes: [{ libelle: 'Demande' }, { libelle: 'Où' }, { libelle: 'De' }, { libelle: 'État' }, { libelle: 'Pour' }],
            lignes: lignes.map((l) => ({
              cellules: [
                html`<a href="/appuis/${l.id}">${mot(NATURES_APPUI, l.nature)}</a>`,
                ou(l),
                l.demande_par === moi ? 'Vous' : `${l.de_prenom} ${l.de_nom}`,
                html`${badge({ libelle: etatAppui(l, moi) })}
                ${l.r_nom !== null && html`<span class="fr-hint-text">${l.r_prenom} ${l.r_nom}</span>`}`,
                l.echeance === null ? '' : badgeDelai(l.echeance),
              ],
            })),
          })
    }
  </div>`

const forme = (o: Appui, acte: string, contenu: Html): Html =>
  html`<form class="preau-pile" method="post" action="/appuis/${o.a.id}/${acte}" novalidate>
    ${cache('version', o.a.version)} ${contenu}
  </form>`

function prendre(o: Appui, s: Saisies): Html | undefined {
  if (!peutAppuyer(o) || !['demande', 'pris'].includes(o.a.etat)) return undefined
  const repris = o.a.repondant === o.moi.agent
  return html`<section class="preau-pile">
    <h2>${o.a.etat === 'demande' ? 'Répondre' : repris ? 'Changer de jour' : 'Reprendre à ma place'}</h2>
    ${forme(o, 'prise', html`${champDate({ nom: 'pour_le', libelle: 'Je le fais au plus tard le', valeur: s.valeur('prise', 'pour_le', jourDe(o.a.echeance ?? clock.now())), ...s.erreur('pour_le') })} ${bouton({ libelle: repris ? 'Changer le jour' : 'Je m’en charge', variante: repris ? 'secondaire' : 'primaire' })}`)}
  </section>`
}

const faire = (o: Appui, s: Saisies): Html | undefined =>
  o.a.repondant !== o.moi.agent || o.a.etat !== 'pris'
    ? undefined
    : html`<section class="preau-pile">
        <h2>Dire ce qui a été fait</h2>
        ${forme(o, 'fait', html`${champZone({ nom: 'fait', libelle: 'Ce qui a été fait', lignes: 4, valeur: s.valeur('fait', 'fait'), ...s.erreur('fait') })} ${bouton({ libelle: 'C’est fait' })}`)}
      </section>`

const clore = (o: Appui, s: Saisies): Html | undefined =>
  !peutClore(o) || o.a.etat === 'clos'
    ? undefined
    : html`<section class="preau-pile">
        <h2>Est-ce fini ?</h2>
        ${forme(o, 'fin', html`${champChoix({ nom: 'utile', libelle: o.a.demande_par === o.moi.agent ? 'Cela vous a-t-il aidé ?' : 'Cela a-t-il aidé ?', enLigne: true, valeur: s.valeur('fin', 'utile'), options: options(UTILE), ...s.erreur('utile') })} ${bouton({ libelle: 'C’est fini', variante: 'secondaire' })}`)}
        ${o.a.etat === 'fait' && forme(o, 'encore', bouton({ libelle: 'Ce n’est pas fini : redemander', variante: 'tertiaire' }))}
      </section>`

const echanges = (o: Appui, s: Saisies): Html =>
  html`<section class="preau-pile" aria-labelledby="echanges">
    <h2 id="echanges">Échanges</h2>
    ${o.echanges.map(
      (e) =>
        html`<article class="fr-card">
          <div class="fr-card__body">
            ${paragraphes(e.texte)}
            <p class="preau-discret">${acteur(e)}, ${dateHeure(e.le)}</p>
          </div>
        </article>`,
    )}
    ${forme(o, 'messages', html`${cache('id', s.valeur('messages', 'id') || uuidv7())} ${champZone({ nom: 'message', libelle: 'Écrire', lignes: 3, valeur: s.valeur('messages', 'message'), ...s.erreur('message') })} ${bouton({ libelle: 'Envoyer', variante: 'secondaire' })}`)}
  </section>`

export function pageAppui(o: Appui, s: Saisies): Html {
  const { a } = o
  return html`<div class="preau-pile">
    ${refus(s.retour)}
    ${enTete({
      surtitre: ou(a),
      titre: typo(`Demande d’appui : ${mot(NATURES_APPUI, a.nature).toLowerCase()}`),
      badges: [badge({ libelle: etatAppui(a, o.moi.agent) }), ...(a.echeance === null ? [] : [badgeDelai(a.echeance)])],
      texte: `Demandé ${mot(VERS, a.vers).toLowerCase()} ${dateHeure(a.demande_le)} par ${a.demande_par === o.moi.agent ? 'vous' : `${a.de_prenom} ${a.de_nom}`}.`,
    })}
    ${paragraphes(o.quoi)} ${o.accord !== null && accordDit(o.accord)}
    ${definitionListe([
      ...(a.numero === null ? [] : [{ terme: 'Dossier', definition: html`<a href="/dossiers/${a.numero}">${a.numero}</a>` }]),
      {
        terme: 'S’en charge',
        definition: a.repondant === null ? 'Personne encore' : a.repondant === o.moi.agent ? 'Vous' : `${a.r_prenom} ${a.r_nom}`,
      },
      ...(a.rendez_vous === null ? [] : [{ terme: 'Rendez-vous', definition: jour(a.rendez_vous) }]),
      ...(o.rendu === '' ? [] : [{ terme: 'Fait', definition: paragraphes(o.rendu) }]),
    ])}
    ${prendre(o, s)} ${faire(o, s)} ${clore(o, s)} ${echanges(o, s)}
    <section class="preau-pile" aria-labelledby="histoire">
      <h2 id="histoire">Histoire</h2>
      ${chronologie(o.faits.map(evenement(PHRASES_APPUI)), 'Histoire de la demande')}
    </section>
  </div>`
}
