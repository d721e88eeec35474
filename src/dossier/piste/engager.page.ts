import { clock, uuidv7 } from '#platform'
import { jourDe, liste } from '#signalement'
import { accordeon, alerte, bouton, champCases, champChoix, champDate, champListe, champZone, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { aideSource, options, transmissionDite } from './commun.page.ts'
import { CONTRE, type Contre } from './contre.ts'
import { DUREES, METHODES, methodesPour } from './methodes.ts'
import { contreDuDossier, type Traitement } from './piste.ts'

const F = 'traitement/pistes'

/** Does the method fit? What the dossier already says is ticked; going on asks for a reason. */
function verification(o: Dossier, t: Traitement, s: Saisies): Html {
  const dits = contreDuDossier(o, t)
  const coches = s.ici(F) ? s.valeur(F, 'contre').split(',') : [...dits.keys()]
  return html`<fieldset class="preau-pile preau-verification">
    <legend><h3>La méthode convient-elle ?</h3></legend>
    <p>${typo('Pour la préoccupation partagée, Farsta, le groupe de soutien et la réparation.')}</p>
    ${champCases({
      nom: 'contre',
      libelle: 'Ce qui parle contre',
      aide: typo(
        dits.size === 0
          ? 'Une seule case cochée suffit à choisir une autre voie, ou demande une raison écrite.'
          : 'Ce que le dossier dit déjà est coché. Une seule case suffit à choisir une autre voie, ou demande une raison écrite.',
      ),
      valeurs: coches,
      enLigne: true,
      options: options(CONTRE).map((x) => {
        const ou = dits.get(x.valeur as Contre)
        return ou === undefined ? x : { ...x, aide: typo(`D’après ${liste(ou)}`) }
      }),
      ...s.erreur('contre'),
    })}
    ${champZone({ nom: 'malgre', libelle: 'Si une case est cochée : pourquoi suivre quand même cette méthode', facultatif: '(sinon, laissez vide)', lignes: 2, valeur: s.valeur(F, 'malgre'), ...s.erreur('malgre') })}
  </fieldset>`
}

/** The family is told, or agrees, as the académie settled. */
function famille(o: Dossier, s: Saisies): Html {
  const accord = o.reglages.variante('accord_famille') === 'accord'
  return champDate({
    nom: 'famille',
    libelle: accord ? 'La famille de l’élève visé a donné son accord le' : 'La famille de l’élève visé a été informée le',
    aide: typo(
      accord
        ? 'Demandé pour la préoccupation partagée : c’est le choix de votre académie.'
        : o.situation.acquis.has('famille_informee')
          ? 'Le dossier dit déjà qu’elle a eu des nouvelles : vous pouvez laisser vide.'
          : 'Demandé pour la préoccupation partagée.',
    ),
    valeur: s.valeur(F, 'famille'),
    max: jourDe(clock.now()),
    ...s.erreur('famille'),
  })
}

const reparation = (s: Saisies): Html =>
  html`<fieldset class="preau-pile">
    <legend><h3>Pour la réparation seulement</h3></legend>
    ${champCases({ nom: 'reconnus', libelle: 'Les faits', valeurs: [s.valeur(F, 'reconnus')], enLigne: true, options: [{ valeur: 'oui', libelle: 'Leur auteur les a reconnus' }], ...s.erreur('reconnus') })}
    ${champCases({ nom: 'accord_cible', libelle: 'L’élève visé', valeurs: [s.valeur(F, 'accord_cible')], enLigne: true, options: [{ valeur: 'oui', libelle: 'L’élève visé et sa famille le veulent' }], ...s.erreur('accord_cible') })}
  </fieldset>`

const origine = (t: Traitement, s: Saisies): Html | undefined =>
  t.transmises.length === 0
    ? undefined
    : champListe({
        nom: 'transmission',
        libelle: 'Pour des suites judiciaires : la transmission d’où elles viennent',
        facultatif: '(facultatif)',
        vide: 'Aucune',
        valeur: s.valeur(F, 'transmission'),
        options: t.transmises.map((x) => ({ valeur: x.id, libelle: transmissionDite(x) })),
        ...s.erreur('transmission'),
      })

const champs = (o: Dossier, t: Traitement, s: Saisies): Html =>
  html`${cache('id', s.valeur(F, 'id') || uuidv7())}
  ${champChoix({
    nom: 'methode',
    libelle: 'Méthode',
    aide: typo('Aucune n’est la meilleure pour tous : choisissez pour cette situation.'),
    valeur: s.valeur(F, 'methode'),
    options: methodesPour(o.d.type).map((valeur) => ({
      valeur,
      libelle: METHODES[valeur].libelle,
      aide: aideSource(METHODES[valeur].aide, METHODES[valeur].source),
    })),
    ...s.erreur('methode'),
  })}
  ${verification(o, t, s)} ${famille(o, s)} ${reparation(s)} ${origine(t, s)}
  ${champListe({ nom: 'duree', libelle: 'Depuis combien de temps cela durait', vide: 'Choisir…', valeur: s.valeur(F, 'duree'), options: options(DUREES), ...s.erreur('duree') })}
  ${champZone({ nom: 'raison', libelle: 'Pourquoi cette méthode, pour cette situation', lignes: 3, valeur: s.valeur(F, 'raison'), ...s.erreur('raison') })}`

export function formulaireEngager(o: Dossier, t: Traitement, s: Saisies, ouvert: boolean): Html {
  const { regle, refus } = peut(o.moi, 'engager_piste', o.situation)
  if (regle === null) return alerte({ type: 'info', texte: typo(refus) })
  return accordeon({
    titre: regle.bouton,
    ouvert: ouvert || s.ici(F),
    contenu: html`<form class="preau-pile" method="post" action="/dossiers/${o.d.numero}/${F}" novalidate>
      ${champs(o, t, s)} ${bouton({ libelle: 'Engager cette piste' })}
    </form>`,
  })
}
