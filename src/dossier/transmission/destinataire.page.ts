import { clock, uuidv7 } from '#platform'
import { dateHeure, jourDe, jourIso } from '#signalement'
import {
  accordeon,
  alerte,
  badge,
  bouton,
  boutonCopier,
  champCases,
  champDate,
  champListe,
  champZone,
  html,
  lienBouton,
  paragraphes,
  typo,
  type Html,
} from '#ui'
import { PARENTS } from '../accord/accord.mots.ts'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { sourceDite } from '../sources.ts'
import { decider, options } from './decider.page.ts'
import { badgesEnvoi, lectures } from './envoi.page.ts'
import { FEUILLES } from './fiche.ts'
import { partie } from './feuilles.ts'
import { codeLien, enLigne } from './liens.ts'
import { DESTINATAIRES, GRAVITES, SUITES, type CodeDestinataire, type Suite } from './transmission.mots.ts'
import type { Transmission } from './transmettre.ts'

export interface VueDestinataire {
  code: CodeDestinataire
  transmissions: readonly Transmission[]
  /** Faits établissement: the draft, then what was checked. */
  fe: { projet: string; verifie: boolean } | null
  /** The numbers under which this recipient told us of the situation itself. */
  references: readonly string[]
  /** The pupils for whom a sheet can be made; one sheet a child where the law says so. */
  enfants: readonly { id: string; nom: string }[]
}

/** What was asked to be taken down, each with where it stands. As text: nobody should open it from here by a slip. */
function adresses(t: Transmission): Html | undefined {
  const restent = new Set(enLigne(t))
  if (t.liens.length === 0) return undefined
  return html`<ul>
    ${t.liens.map(
      (l) =>
        html`<li>
          ${l}
          ${restent.has(l) ? badge({ libelle: 'Demandé', ton: 'attention' }) : badge({ libelle: 'Retiré', ton: 'succes', icone: 'coche' })}
        </li>`,
    )}
  </ul>`
}

/** What there is to do with its sheet. */
const lienDe = (t: Transmission, o: Dossier): string =>
  t.attente === 'relue'
    ? 'Faire partir la fiche'
    : t.attente !== 'retiree' && t.relire_avant !== null && t.lu_par === null && t.par !== o.moi.agent
      ? 'Relire la fiche'
      : 'La fiche gardée'

function faite(o: Dossier, t: Transmission): Html {
  const details = [
    t.gravite !== null && GRAVITES[String(t.gravite) as keyof typeof GRAVITES].libelle,
    t.reference !== '' && `Référence : ${t.reference}`,
    t.parents !== null && PARENTS[t.parents as keyof typeof PARENTS].libelle,
    t.base !== null && `Fondement : ${t.base}`,
  ].filter((x) => x !== false)
  return html`<li class="fr-card">
    <div class="fr-card__body preau-pile">
      <p class="fr-badges-group">
        ${t.decision === 'oui' ? badgesEnvoi(t) : badge({ libelle: 'Décision de ne pas transmettre' })}
      </p>
      <h3 class="fr-card__title">Le ${jourIso(t.jour)}</h3>
      <p class="preau-discret">${typo(`Décidé par ${t.prenom} ${t.nom}, noté ${dateHeure(t.le)}`)}</p>
      ${details.map((d) => html`<p>${typo(d)}</p>`)} ${paragraphes(t.raison)}
      ${t.parents === 'contraire' && paragraphes(t.parentsRaison)} ${adresses(t)}
      ${lectures(t) !== '' && html`<p class="preau-discret">${typo(lectures(t))}</p>`} ${paragraphes(t.avisRaison)}
      ${paragraphes(t.retraitRaison)}
      ${t.scellee && html`<p>${lienBouton({ libelle: lienDe(t, o), precision: `du ${jourIso(t.jour)}`, url: `/dossiers/${o.d.numero}/transmissions/envois/${t.id}`, variante: 'secondaire', icone: 'fichier', petit: true })}</p>`}
      ${
        t.suites.length > 0 &&
        html`<ul>
          ${t.suites.map((s) => html`<li><strong>${SUITES[s.issue as Suite].libelle}</strong>, le ${jourIso(s.jour)} ${s.texte !== '' && paragraphes(s.texte)}</li>`)}
        </ul>`
      }
    </div>
  </li>`
}

/** The same addresses in the form of the outcome: which are gone. */
function retirees(faites: readonly Transmission[], v: (champ: string) => string, s: Saisies): Html | undefined {
  const lignes = faites.flatMap((t) => enLigne(t).map((l) => ({ valeur: codeLien(t, t.liens.indexOf(l)), libelle: l })))
  if (lignes.length === 0) return undefined
  return champCases({
    nom: 'retires',
    libelle: 'N’est plus en ligne',
    options: lignes,
    valeurs: v('retires').split(','),
    ...s.erreur('retires'),
  })
}

function suites(o: Dossier, vue: VueDestinataire, s: Saisies): Html | undefined {
  const faites = vue.transmissions.filter(partie)
  const { regle } = peut(o.moi, 'suivre_transmission', o.situation)
  if (regle === null || faites.length === 0) return undefined
  const forme = 'transmissions/:id/suites'
  const v = (champ: string, defaut = ''): string => s.valeur(forme, champ, defaut)
  return accordeon({
    titre: regle.bouton,
    ouvert: s.ici(forme),
    contenu: html`<form
      class="preau-pile"
      method="post"
      action="/dossiers/${o.d.numero}/transmissions/${vue.code}/suites"
      novalidate
    >
      ${cache('id', v('id') || uuidv7())}
      ${faites.length === 1 ? cache('transmission', faites[0]!.id) : champListe({ nom: 'transmission', libelle: 'Laquelle', valeur: v('transmission', faites.at(-1)!.id), options: faites.map((t) => ({ valeur: t.id, libelle: `Du ${jourIso(t.jour)}` })), ...s.erreur('transmission') })}
      ${champListe({ nom: 'issue', libelle: 'Ce qu’il en est', vide: 'Choisir…', valeur: v('issue'), options: options(SUITES), ...s.erreur('issue') })}
      ${retirees(faites, v, s)}
      ${champZone({ nom: 'suite_texte', libelle: 'Ce qui est dit, et par qui', lignes: 3, valeur: v('suite_texte'), ...s.erreur('suite_texte') })}
      ${champDate({ nom: 'suite_jour', libelle: 'Su le', valeur: v('suite_jour', jourDe(clock.now())), max: jourDe(clock.now()), ...s.erreur('suite_jour') })}
      ${bouton({ libelle: 'Noter les suites', variante: 'secondaire' })}
    </form>`,
  })
}

/** The text for Faits établissement: corrected here, looked at again, and only then given to be copied. */
function texteFe(o: Dossier, vue: VueDestinataire, s: Saisies): Html | undefined {
  if (vue.fe === null) return undefined
  const { projet, verifie } = vue.fe
  return html`<section class="preau-pile" aria-labelledby="texte-fe">
    <h2 id="texte-fe">Le texte, avec des initiales seulement</h2>
    ${
      verifie
        ? html`<div tabindex="-1" data-focus>
              ${alerte({ type: 'succes', texte: 'Aucun nom du dossier n’a été trouvé dans ce texte. Relisez-le une dernière fois, puis copiez-le.' })}
            </div>
            <div class="preau-feuille preau-texte" id="fe-verifie">${projet}</div>
            <p>${boutonCopier({ cible: 'fe-verifie', libelle: 'Copier', fait: 'Copié' })}</p>`
        : undefined
    }
    ${accordeon({
      titre: verifie ? 'Corriger encore' : 'Relire et corriger',
      ouvert: !verifie,
      contenu: html`<form
        class="preau-pile"
        method="post"
        action="/dossiers/${o.d.numero}/transmissions/${vue.code}/texte#texte-fe"
        novalidate
      >
        ${champZone({ nom: 'texte', libelle: 'Texte', aide: typo('Des faits datés, les mots entendus entre « guillemets ». Un « X. » est un mot qui pourrait être un nom.'), lignes: 18, valeur: projet, ...s.erreur('texte') })}
        ${bouton({ libelle: 'Vérifier avant de copier' })}
      </form>`,
    })}
  </section>`
}

function feuilles(o: Dossier, vue: VueDestinataire): Html | undefined {
  const feuille = FEUILLES[vue.code]
  if (feuille === undefined || peut(o.moi, 'transmettre', o.situation).regle === null) return undefined
  const url = `/dossiers/${o.d.numero}/transmissions/${vue.code}/fiche`
  return html`<section class="preau-pile" aria-labelledby="fiche">
    <h2 id="fiche">Ce que la fiche dirait aujourd’hui</h2>
    <p>${typo(feuille.base)}</p>
    <p class="preau-discret">
      ${typo('Un aperçu, avant de décider. La fiche qui part est gardée avec la décision, et s’imprime de là.')}
    </p>
    ${
      feuille.noms === 'enfant'
        ? vue.enfants.map(
            (e) =>
              html`<p>
                ${lienBouton({ libelle: `L’aperçu pour ${e.nom}`, url: `${url}?enfant=${e.id}`, variante: 'secondaire', icone: 'fichier' })}
              </p>`,
          )
        : html`<p>${lienBouton({ libelle: 'Voir l’aperçu', url, variante: 'secondaire', icone: 'fichier' })}</p>`
    }
  </section>`
}

export function pageDestinataire(o: Dossier, vue: VueDestinataire, s: Saisies): Html {
  const d = DESTINATAIRES[vue.code]
  const { regle, refus } = peut(o.moi, 'transmettre', o.situation)
  return html`<div class="preau-pile">
    <h2>${d.libelle}</h2>
    <p>${typo(d.aide)}</p>
    ${sourceDite(d.source) !== '' && html`<p class="preau-discret">${typo(`Source : ${sourceDite(d.source)}`)}</p>`}
    ${
      vue.references.length > 0 &&
      alerte({
        type: 'info',
        texte: typo(
          `Cette situation vient du ${d.court}, sous la référence ${vue.references.join(', ')}. Rappelez-le avec elle : il saura qu’un adulte s’en occupe, et vous direz ici ce qu’il fait retirer.`,
        ),
      })
    }
    ${
      vue.transmissions.length > 0 &&
      html`<ul class="preau-pile">
        ${vue.transmissions.map((t) => faite(o, t))}
      </ul>`
    }
    <div id="suivre_transmission">${suites(o, vue, s)}</div>
    <div id="transmettre">
      ${regle === null ? html`<p class="preau-discret">${typo(refus)}</p>` : accordeon({ titre: vue.transmissions.length === 0 ? regle.bouton : 'Décider à nouveau', ouvert: vue.transmissions.length === 0 || s.reprise('transmissions/:id'), contenu: decider(o, vue, s) })}
    </div>
    ${texteFe(o, vue, s)} ${feuilles(o, vue)}
    <p><a href="/dossiers/${o.d.numero}/transmissions">Toutes les transmissions</a></p>
  </div>`
}
