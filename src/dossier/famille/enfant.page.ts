import { clock, uuidv7 } from '#platform'
import { dateHeure, jourDe, jourIso } from '#signalement'
import {
  accordeon,
  alerte,
  badge,
  bouton,
  champChoix,
  champDate,
  champListe,
  champTexte,
  champZone,
  de,
  definitionListe,
  groupeBoutons,
  html,
  paragraphes,
  typo,
  type Html,
} from '#ui'
import type { Dossier } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'
import { demanderExtrait } from '../extrait/extrait.page.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { motifsDe } from './contact.ts'
import { caseSeule } from './case.ts'
import {
  COTES,
  INTERPRETES,
  ISSUES,
  LANGUES,
  LIENS,
  MOTIFS,
  MOYENS,
  REGLES,
  SUJETS,
  type Motif,
  type Sujet,
} from './famille.mots.ts'
import type { Echange, Famille, Nomme } from './famille.ts'
import { aDireAussi, etatNouvelles, interdits } from './familles.page.ts'
import { ajoutResponsable } from './lien.page.ts'
import { avisBrouillon, champsBrouillon, etatBrouillon, garder } from '../brouillon/brouillon.page.ts'

const options = (liste: Record<string, { libelle: string }>) =>
  Object.entries(liste).map(([valeur, { libelle }]) => ({ valeur, libelle }))

function responsable(o: Dossier, r: Nomme): Html {
  const modifiable = peut(o.moi, 'changer_role', o.situation).regle !== null
  return html`<li class="fr-card">
    <div class="fr-card__body preau-pile">
      <h3 class="fr-card__title">
        ${modifiable ? html`<a href="/dossiers/${o.d.numero}/familles/liens/${r.id}">${r.nom}</a>` : r.nom}
      </h3>
      <p class="fr-badges-group">
        ${badge({ libelle: LIENS[r.lien].libelle })} ${!r.autorite && badge({ libelle: 'Sans autorité parentale' })}
        ${r.interprete && badge({ libelle: 'Interprète nécessaire, jamais un enfant', ton: 'attention', icone: 'langue' })}
        ${r.regle !== 'libre' && badge({ libelle: REGLES[r.regle as keyof typeof REGLES].court, ton: 'erreur', icone: 'alerte' })}
      </p>
      ${definitionListe([
        ...(r.telephone === ''
          ? []
          : [{ terme: 'Téléphone', definition: html`<a href="tel:${r.telephone.replace(/[^\d+]/g, '')}">${r.telephone}</a>` }]),
        ...(r.mail === '' ? [] : [{ terme: 'Courriel', definition: r.mail }]),
        ...(r.adresse === '' ? [] : [{ terme: 'Adresse', definition: paragraphes(r.adresse) }]),
        { terme: 'Langue', definition: LANGUES[r.langue] },
      ])}
    </div>
  </li>`
}

function echange(f: Famille, e: Echange): Html {
  const noms = e.avec.map((id) => f.responsables.find((r) => r.responsable === id)?.nom ?? 'un ancien responsable')
  const titre =
    e.issue === 'renonce'
      ? `Pas informé${noms.length > 0 ? ` : ${noms.join(', ')}` : ''}`
      : e.issue === 'tente'
        ? `Sans réponse : ${noms.join(', ')}`
        : `${MOYENS[e.moyen as keyof typeof MOYENS].libelle} : ${noms.join(', ')}`
  return html`<li class="fr-card">
    <div class="fr-card__body preau-pile">
      <p class="preau-discret">${typo(`Le ${jourIso(e.jour)}, noté ${dateHeure(e.le)} par ${e.prenom} ${e.nom}`)}</p>
      <h3 class="fr-card__title">${typo(titre)}</h3>
      <ul class="fr-tags-group">
        ${e.sujets.map((s) => html`<li>${badge({ libelle: SUJETS[s as Sujet].libelle })}</li>`)}
      </ul>
      ${e.motif !== null && html`<p>${MOTIFS[e.motif as Motif].libelle}.</p>`} ${paragraphes(e.dit || e.raison)}
      ${e.limites !== '' && html`<p><strong>${typo('La famille accepte ou refuse :')}</strong> ${e.limites}</p>`}
      ${e.interprete !== null && html`<p class="preau-discret">${typo(`Traduction : ${INTERPRETES[e.interprete as keyof typeof INTERPRETES].libelle.toLowerCase()}.`)}</p>`}
    </div>
  </li>`
}

function noter(o: Dossier, f: Famille, s: Saisies): Html {
  const forme = 'familles/:id/contacts'
  const v = (champ: string, defaut = ''): string => s.valeur(forme, champ, defaut)
  const traduit = f.responsables.some((r) => r.interprete)
  const auPlus = jourDe(echeanceDe('nouvelles_famille', o.reglages, o.classe))
  const ici = `familles/${f.enfant}`
  return html`${avisBrouillon(o, ici, s)}
    <form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/familles/${f.enfant}/contacts" novalidate>
      ${champsBrouillon(o, ici, s)} ${cache('id', v('id') || uuidv7())} ${cache('cote', f.cote)}
      <fieldset class="fr-fieldset">
        <legend class="fr-fieldset__legend">Avec qui</legend>
        <div class="preau-options">
          ${f.responsables.map((r) =>
            caseSeule({
              nom: `avec_${r.responsable}`,
              libelle: r.nom,
              aide:
                r.regle === 'libre'
                  ? LIENS[r.lien].libelle
                  : `${REGLES[r.regle as keyof typeof REGLES].court}. Ce contact sera refusé.`,
              cochee: v(`avec_${r.responsable}`) === 'oui',
              ...s.erreur(`avec_${r.responsable}`),
            }),
          )}
        </div>
      </fieldset>
      ${champChoix({ nom: 'issue', libelle: 'Résultat', valeur: v('issue', 'informe'), options: options(ISSUES), ...s.erreur('issue') })}
      ${champListe({ nom: 'moyen', libelle: 'Comment', vide: 'Choisir…', valeur: v('moyen'), options: options(MOYENS), ...s.erreur('moyen') })}
      ${champDate({ nom: 'jour', libelle: 'Le', valeur: v('jour', jourDe(clock.now())), max: jourDe(clock.now()), ...s.erreur('jour') })}
      <fieldset class="fr-fieldset">
        <legend class="fr-fieldset__legend">De quoi il a été question</legend>
        <div class="preau-options">
          ${Object.entries(SUJETS).map(([code, { libelle }]) => caseSeule({ nom: `sujet_${code}`, libelle, cochee: v(`sujet_${code}`) === 'oui', ...s.erreur(`sujet_${code}`) }))}
        </div>
      </fieldset>
      ${champZone({ nom: 'dit', libelle: 'Ce qui a été dit, et ce que la famille a répondu', aide: typo('Les mots entendus entre « guillemets ». Ni nom d’un autre élève, ni sanction : la famille pourra lire ce contact.'), lignes: 6, valeur: v('dit'), ...s.erreur('dit') })}
      ${champTexte({ nom: 'limites', libelle: 'Ce que la famille accepte ou refuse', facultatif: '(facultatif)', valeur: v('limites'), ...s.erreur('limites') })}
      ${traduit && champListe({ nom: 'interprete', libelle: 'Qui a traduit', aide: 'Jamais un enfant.', vide: 'Choisir…', valeur: v('interprete'), options: options(INTERPRETES), ...s.erreur('interprete') })}
      ${f.cote !== 'autre' && champDate({ nom: 'prochaines', libelle: 'Prochaines nouvelles', aide: typo(`Au plus tard le ${jourIso(auPlus)}. Dites cette date à la famille.`), valeur: v('prochaines', auPlus), max: auPlus, ...s.erreur('prochaines') })}
      ${etatBrouillon} ${groupeBoutons([bouton({ libelle: 'Enregistrer ce contact', icone: 'coche' }), garder(o)])}
    </form>`
}

function neDirePas(o: Dossier, f: Famille, s: Saisies): Html {
  const forme = 'familles/:id/raisons'
  const v = (champ: string, defaut = ''): string => s.valeur(forme, champ, defaut)
  return html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/familles/${f.enfant}/raisons" novalidate>
    ${cache('id', v('id') || uuidv7())} ${cache('cote', f.cote)}
    ${champListe({ nom: 'personne', libelle: 'Qui n’est pas informé', vide: 'Personne en particulier', valeur: v('personne'), options: f.responsables.map((r) => ({ valeur: r.responsable, libelle: r.nom })), ...s.erreur('personne') })}
    ${champListe({ nom: 'sujet', libelle: 'De quoi', valeur: v('sujet', 'ouverture'), options: options(SUJETS), ...s.erreur('sujet') })}
    ${champListe({ nom: 'motif', libelle: 'Pourquoi', vide: 'Choisir…', valeur: v('motif'), options: motifsDe(o, f.cote).map((m) => ({ valeur: m, libelle: MOTIFS[m].libelle })), ...s.erreur('motif') })}
    ${champZone({ nom: 'pourquoi', libelle: 'La raison', aide: 'Ce que l’on sait, de qui, et ce qui permettra de revoir ce choix.', lignes: 3, valeur: v('pourquoi'), ...s.erreur('pourquoi') })}
    ${bouton({ libelle: 'Écrire cette raison', variante: 'secondaire' })}
  </form>`
}

/** A parent follows and writes apart from the child: a report of their own, with its code, attached here. Never to the other side. */
function sonCode(o: Dossier, f: Famille): Html | false {
  if (f.cote !== 'cible' || !f.responsables.some((r) => r.regle === 'libre')) return false
  const q = new URLSearchParams({ dossier: o.d.numero, etab: o.d.etab, declarant: 'parent', canal: 'oral' })
  return html`<p><a href="/signalements/nouveau?${q.toString()}">Donner à ce parent son propre code</a></p>
    <p class="fr-hint-text">
      ${typo('Il verra où en est la situation et pourra écrire, sans lire ce que son enfant écrit. À donner à qui a le droit de savoir, et à personne d’autre.')}
    </p>`
}

/** One family: who answers for the child, what was said, and the next news. */
export function pageEnfant(
  o: Dossier,
  familles: readonly Famille[],
  connus: readonly { id: string; nom: string }[],
  s: Saisies,
): Html {
  const f = familles[0]!
  const { regle, refus } = peut(o.moi, 'informer_famille', o.situation)
  return html`<div class="preau-pile">
    <h2>${typo(`La famille ${de(f.nom)}`)}</h2>
    <p class="preau-discret">${COTES[f.cote].libelle}${f.precision !== '' && `, ${f.precision}`}</p>
    ${familles.length > 1 && alerte({ type: 'attention', texte: typo('Cet élève est des deux côtés : visé, et mis en cause. Parlez de chaque chose à part. Ici : en tant qu’élève visé.') })}
    ${etatNouvelles(f)} ${interdits(f, 3)} ${aDireAussi(f)}
    <div class="fr-grid-row fr-grid-row--gutters">
      <section class="fr-col-lg-7 preau-pile" aria-labelledby="echanges">
        <div id="informer_famille" class="preau-pile">
          ${regle === null ? html`<p class="preau-discret">${typo(refus)}</p>` : f.responsables.length === 0 ? alerte({ type: 'info', texte: 'Ajoutez d’abord un responsable légal, ou écrivez pourquoi la famille n’est pas informée.' }) : accordeon({ titre: regle.bouton, ouvert: !s.ici('familles/:id/raisons') && !s.ici('familles/:id/responsables'), contenu: noter(o, f, s) })}
          ${regle !== null && accordeon({ titre: 'Ne pas informer, et pourquoi', ouvert: s.ici('familles/:id/raisons'), contenu: neDirePas(o, f, s) })}
        </div>
        <h2 id="echanges">Ce qui a été dit</h2>
        ${
          f.echanges.length === 0
            ? html`<p class="preau-discret">Rien encore.</p>`
            : html`<ul class="preau-pile">
                ${f.echanges.toReversed().map((e) => echange(f, e))}
              </ul>`
        }
      </section>
      <section class="fr-col-lg-5 preau-pile" aria-labelledby="responsables">
        <h2 id="responsables">Responsables légaux</h2>
        ${
          f.responsables.length > 0 &&
          html`<ul class="preau-pile">
            ${f.responsables.map((r) => responsable(o, r))}
          </ul>`
        }
        ${ajoutResponsable(o, f, connus, s)} ${regle !== null && sonCode(o, f)}
        <div id="extraire">${demanderExtrait(o, f, s)}</div>
      </section>
    </div>
    <p><a href="/dossiers/${o.d.numero}/familles">Toutes les familles du dossier</a></p>
  </div>`
}
