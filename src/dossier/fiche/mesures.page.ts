import { clock, uuidv7 } from '#platform'
import { dateHeure, jour, jourDe, jourIso } from '#signalement'
import {
  accordeon,
  alerte,
  badge,
  bouton,
  champDate,
  champListe,
  champTexte,
  champZone,
  html,
  paragraphes,
  typo,
  type Html,
} from '#ui'
import { caseSeule } from '../famille/case.ts'
import { peut } from '../protocole/peut.ts'
import { FINIS } from '../protocole/protocole.ts'
import { PEUT_LIRE_MESURES } from '../suivi/dit.ts'
import { NATURES, type Nature } from '../vocabulaire.ts'
import type { Fiche } from './fiche.ts'
import { cache, type Saisies } from './gestes.ts'

type Mesure = Fiche['mesures'][number]

const enCours = (m: Mesure): boolean => m.nature !== 'aucune' && (m.au === null || m.au >= jourDe(clock.now()))

const fin = (f: Fiche, m: Mesure): Html | undefined =>
  !enCours(m) || m.au !== null || peut(f.moi, 'lever', f.situation).regle === null
    ? undefined
    : html`<form method="post" action="/dossiers/${f.d.numero}/mesures/${m.id}/fin">
        ${cache('version', f.d.version)}
        ${bouton({ libelle: 'Mettre fin aujourd’hui', precision: `à : ${m.quoi}`, variante: 'tertiaire', petit: true })}
      </form>`

const verifiee = (f: Fiche, m: Mesure): Fiche['faits'][number] | undefined =>
  f.faits.findLast((x) => x.verbe === 'dossier.confirmer_mesure' && (x.detail as { mesure?: string }).mesure === m.id)

const encore = (f: Fiche, m: Mesure): Html | undefined =>
  !enCours(m) || peut(f.moi, 'lever', f.situation).regle === null
    ? undefined
    : html`<form method="post" action="/dossiers/${f.d.numero}/mesures/${m.id}/encore">
        ${bouton({ libelle: 'Toujours en place', precision: `: ${m.quoi}`, variante: 'tertiaire', petit: true })}
      </form>`

function mesure(f: Fiche, m: Mesure): Html {
  const vue = verifiee(f, m)
  const periode = m.au === null ? `depuis le ${jourIso(m.du)}` : `du ${jourIso(m.du)} au ${jourIso(m.au)}`
  const etat =
    m.nature === 'aucune'
      ? badge({ libelle: 'Aucune mesure' })
      : enCours(m)
        ? badge({ libelle: 'En cours', ton: 'succes', icone: 'bouclier' })
        : badge({ libelle: 'Finie' })
  const qui = [
    m.qui !== '' && `Par ${m.qui}`,
    m.nature === 'aucune' ? `écrit le ${jourIso(m.du)}` : periode,
    `noté par ${m.prenom} ${m.nom}`,
  ]
  return html`<li class="fr-card">
    <div class="fr-card__body">
      <p class="fr-badges-group">${etat}</p>
      <h3 class="fr-card__title">${NATURES[m.nature as Nature].libelle}</h3>
      ${paragraphes(m.quoi)}
      <p class="preau-discret">${qui.filter(Boolean).join(', ')}</p>
      ${vue !== undefined && html`<p class="preau-discret">Vérifiée ${dateHeure(vue.le)} par ${vue.prenom} ${vue.nom}.</p>`}
      <div class="preau-cote">${encore(f, m)} ${fin(f, m)}</div>
    </div>
  </li>`
}

/** Ticked from the start or later (« Suivi et clôture »): whoever told reads its kind and its day, nothing else. */
function dire(f: Fiche, s: Saisies): Html | undefined {
  const peuvent = f.signalements.filter((r) => PEUT_LIRE_MESURES.has(r.declarant))
  if (peuvent.length === 0) return undefined
  return html`<fieldset class="fr-fieldset">
    <legend class="fr-fieldset__legend">Peut être dit à l’élève</legend>
    <div class="preau-options">
      ${peuvent.map((r) =>
        caseSeule({
          nom: `dire_${r.id}`,
          libelle: `À la personne du signalement du ${jour(r.recu_le)}`,
          aide: 'Elle lit la sorte de mesure et son jour, sans un nom ni un détail.',
          cochee: s.valeur('mesures', `dire_${r.id}`) === 'oui',
        }),
      )}
    </div>
  </fieldset>`
}

const formulaire = (f: Fiche, s: Saisies, libelle: string): Html =>
  html`<form class="preau-pile" method="post" action="/dossiers/${f.d.numero}/mesures" novalidate>
    ${cache('version', f.d.version)} ${cache('id', s.valeur('mesures', 'id') || uuidv7())}
    ${champListe({
      nom: 'nature',
      libelle: 'Mesure',
      vide: 'Choisir…',
      valeur: s.valeur('mesures', 'nature'),
      options: Object.entries(NATURES).map(([valeur, n]) => ({ valeur, libelle: n.libelle })),
      ...s.erreur('nature'),
    })}
    ${champZone({ nom: 'quoi', libelle: 'Ce qui est fait, ou pourquoi rien ne l’est', lignes: 3, valeur: s.valeur('mesures', 'quoi'), ...s.erreur('quoi') })}
    ${champTexte({ nom: 'qui', libelle: 'Par qui', aide: 'La personne que l’élève peut aller voir, ou qui veille.', valeur: s.valeur('mesures', 'qui'), ...s.erreur('qui') })}
    ${champDate({ nom: 'mesure_du', libelle: 'À partir du', valeur: s.valeur('mesures', 'mesure_du', jourDe(clock.now())), ...s.erreur('mesure_du') })}
    ${champDate({ nom: 'mesure_au', libelle: 'Jusqu’au', facultatif: '(facultatif)', valeur: s.valeur('mesures', 'mesure_au'), ...s.erreur('mesure_au') })}
    ${dire(f, s)} ${bouton({ libelle, icone: 'bouclier' })}
  </form>`

/** Protecting comes before judging: the form is open as long as nothing protects. */
export function mesures(f: Fiche, s: Saisies): Html {
  const { regle, refus } = peut(f.moi, 'proteger', f.situation)
  const premiere = f.mesures.length === 0
  return html`<section class="preau-pile" aria-labelledby="mesures">
    <h2 id="mesures">Protection</h2>
    ${
      f.mesures.length > 0 &&
      html`<ul class="preau-pile">
        ${f.mesures.map((m) => mesure(f, m))}
      </ul>`
    }
    ${regle === null && premiere && !FINIS.has(f.d.etat) && alerte({ type: 'info', texte: typo(refus!) })}
    <div id="proteger">
      ${regle !== null && accordeon({ titre: regle.bouton, ouvert: premiere || s.ici('mesures'), contenu: formulaire(f, s, regle.bouton) })}
    </div>
    ${f.mesures.some(enCours) && html`<p><a href="/dossiers/${f.d.numero}/vigilance">Un avis de vigilance pour les adultes, sans la cause</a></p>`}
  </section>`
}
