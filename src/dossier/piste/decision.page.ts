import { uuidv7 } from '#platform'
import { jourIso } from '#signalement'
import {
  alerte,
  bouton,
  champCases,
  champChoix,
  champListe,
  champTexte,
  champZone,
  groupeBoutons,
  html,
  typo,
  type Html,
} from '#ui'
import { avisBrouillon, champsBrouillon, etatBrouillon, garder } from '../brouillon/brouillon.page.ts'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { arretDe } from './arret.ts'
import { arret, constat, options, url } from './commun.page.ts'
import { evolution } from './evolution.page.ts'
import { DECISIONS, METHODES, PAROLES, SANCTIONS, type Methode } from './methodes.ts'
import { enCours, type Piste, type Traitement } from './piste.ts'

const F = 'traitement/pistes/:id/decision'
/** The address of this form under its dossier, which names its draft. */
export const formeDecision = (piste: string): string => `traitement/pistes/${piste}/decision`

/** The sanction is a choice, « aucune » among them; a private school follows its own rules (S61). */
function sanction(t: Traitement, s: Saisies): Html {
  const { reglement_interieur, ...publiques } = SANCTIONS
  return html`<fieldset class="preau-pile">
    <legend><h3>La sanction, si elle se décide maintenant</h3></legend>
    ${
      t.prive &&
      html`<p>
        ${typo('Établissement privé : le chef d’établissement décide selon son règlement intérieur. La liste de l’article R511-13 ne l’oblige pas.')}
      </p>`
    }
    ${champListe({ nom: 'sanction', libelle: 'Sanction', aide: 'Laissez vide si rien ne se décide aujourd’hui.', vide: 'Rien aujourd’hui', valeur: s.valeur(F, 'sanction'), options: Object.entries(t.prive ? { ...publiques, reglement_interieur } : publiques).map(([valeur, x]) => ({ valeur, libelle: x.libelle })), ...s.erreur('sanction') })}
    ${champListe({ nom: 'sanctionne', libelle: 'Pour quel élève', vide: 'Choisir…', valeur: s.valeur(F, 'sanctionne'), options: t.eleves.map((e) => ({ valeur: e.id, libelle: e.nom })), ...s.erreur('sanctionne') })}
    ${champTexte({ nom: 'quantite', libelle: 'Combien d’heures ou de jours', facultatif: '(selon la sanction)', largeur: 'court', valeur: s.valeur(F, 'quantite'), ...s.erreur('quantite') })}
    ${champCases({ nom: 'sursis', libelle: 'Sursis', enLigne: true, valeurs: [s.valeur(F, 'sursis')], options: [{ valeur: 'oui', libelle: 'Avec sursis' }] })}
  </fieldset>`
}

/** What the targeted pupil said last, so that the decision starts from it. */
function derniereParole(t: Traitement, p: Piste): Html | undefined {
  const dites = [
    ...t.rencontres
      .filter((r) => r.piste === p.id && r.cote === 'cible' && r.constat !== null && r.constat in PAROLES)
      .map((r) => ({ le: r.tenue_le!, code: r.constat! })),
    ...t.etapes.filter((e) => e.piste === p.id && e.parole !== null).map((e) => ({ le: e.jour, code: e.parole! })),
  ].sort((a, b) => a.le.localeCompare(b.le))
  const d = dites.at(-1)
  return d && html`<p>L’élève visé, le ${jourIso(d.le)} : ${constat(d.code)}</p>`
}

const formulaire = (o: Dossier, t: Traitement, p: Piste, s: Saisies): Html =>
  html`${avisBrouillon(o, formeDecision(p.id), s)}
    <form class="preau-pile" method="post" action="${url(o, `pistes/${p.id}/decision`)}" novalidate>
      ${champsBrouillon(o, formeDecision(p.id), s)} ${cache('id', s.valeur(F, 'id') || uuidv7())}
      ${cache('version_piste', p.version)}
      ${champChoix({ nom: 'parole', libelle: 'Que dit l’élève visé ?', aide: 'Demandez-le-lui avant de décider.', enLigne: true, valeur: s.valeur(F, 'parole'), options: options(PAROLES), ...s.erreur('parole') })}
      ${champZone({ nom: 'mots', libelle: 'Avec ses mots', aide: 'Ou pourquoi il n’a pas pu le dire.', lignes: 2, valeur: s.valeur(F, 'mots'), ...s.erreur('mots') })}
      ${champChoix({ nom: 'decision', libelle: 'Décision', valeur: s.valeur(F, 'decision'), options: options(DECISIONS), ...s.erreur('decision') })}
      ${p.methode === 'disciplinaire' && sanction(t, s)}
      ${
        arretDe(o, t, p) !== '' &&
        champZone({
          nom: 'malgre',
          libelle: 'Si vous la gardez : pourquoi la suivre quand même',
          lignes: 2,
          valeur: s.valeur(F, 'malgre'),
          ...s.erreur('malgre'),
        })
      }
      ${champZone({ nom: 'raison', libelle: 'Pourquoi', lignes: 3, valeur: s.valeur(F, 'raison'), ...s.erreur('raison') })}
      ${etatBrouillon} ${groupeBoutons([bouton({ libelle: 'Enregistrer la décision' }), garder(o)])}
    </form>`

export function pageDecision(o: Dossier, { t, p }: { t: Traitement; p: Piste }, s: Saisies): Html {
  const { regle, refus } = peut(o.moi, 'decider_piste', o.situation)
  return html`<h2>${typo(`${METHODES[p.methode as Methode].libelle} : garder, changer ou finir`)}</h2>
    <p>
      ${typo('À quinze jours au plus, la décision est écrite, avec sa raison. Ce que dit l’élève visé permet de savoir, plus tard, ce qui marche.')}
    </p>
    ${arret(arretDe(o, t, p))} ${derniereParole(t, p)} ${evolution(t, p)}
    ${
      !enCours(p)
        ? alerte({ type: 'info', texte: 'Cette piste est finie.' })
        : regle === null
          ? alerte({ type: 'info', texte: typo(refus) })
          : formulaire(o, t, p, s)
    }`
}
