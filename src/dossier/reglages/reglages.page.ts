import { jour, moment } from '#signalement'
import { accordeon, badge, bouton, carte, champChoix, champTexte, champZone, enTete, html, typo, type Html } from '#ui'
import type { Retour } from '../fiche/fiche.ts'
import { cache, refus, Saisies } from '../fiche/gestes.ts'
import { sourceDite } from '../sources.ts'
import { dite, NOMS_UNITES, type Reglage } from './reglage.ts'

function champ(r: Reglage, s: Saisies): Html {
  const nom = `valeur_${r.code}`
  const valeur = s.valeur(r.code, nom, r.valeur)
  if (r.choix !== null)
    return champChoix({
      nom,
      libelle: r.libelle,
      valeur,
      options: Object.entries(r.choix).map(([code, libelle]) => ({ valeur: code, libelle })),
      enLigne: true,
      ...s.erreur(nom),
    })
  const { min, max, unite } = r.bornes!
  return champTexte({
    nom,
    libelle: r.libelle,
    aide: typo(`De ${min} à ${max}, ${NOMS_UNITES[unite]}.`),
    valeur,
    ...s.erreur(nom),
  })
}

const formulaire = (r: Reglage, s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="/reglages/${r.code}" novalidate>
    ${cache('vu', r.valeur)} ${champ(r, s)}
    ${champZone({ nom: `raison_${r.code}`, libelle: 'Raison', aide: 'Elle est montrée sur chaque dossier, et gardée.', lignes: 2, valeur: s.valeur(r.code, `raison_${r.code}`), ...s.erreur(`raison_${r.code}`) })}
    ${bouton({ libelle: 'Enregistrer', precision: `: ${r.libelle}`, variante: 'secondaire' })}
  </form>`

const histoire = (r: Reglage): Html | undefined =>
  r.histoire.length === 0
    ? undefined
    : html`<ul>
        ${r.histoire.map(
          (h) =>
            html`<li>
              <time datetime="${moment(h.le).iso}">${jour(h.le)}</time> : ${typo(`${dite(r, h.valeur)}. ${h.raison}`)}
              <small>${h.prenom} ${h.nom}</small>
            </li>`,
        )}
      </ul>`

function reglage(r: Reglage, s: Saisies, peutEcrire: boolean): Html {
  const local = r.valeur !== r.defaut
  return html`<li class="fr-card">
    <div class="fr-card__body preau-pile">
      ${local && html`<p class="fr-badges-group">${badge({ libelle: 'Choix de l’académie', ton: 'info' })}</p>`}
      <h3 class="fr-card__title">${typo(r.libelle)}</h3>
      <p>
        <strong>${dite(r, r.valeur)}</strong
        >${local && html` <span class="preau-discret">${typo(`(protocole : ${dite(r, r.defaut)})`)}</span>`}
      </p>
      <p class="preau-discret">${typo(sourceDite(r.source))}</p>
      ${histoire(r)}
      ${peutEcrire && accordeon({ titre: html`Changer<span class="fr-sr-only"> : ${typo(r.libelle)}</span>`, ouvert: s.ici(r.code), contenu: formulaire(r, s) })}
    </div>
  </li>`
}

const liste = (titre: string, id: string, tous: readonly Reglage[], s: Saisies, peutEcrire: boolean): Html =>
  html`<section class="preau-pile" aria-labelledby="${id}">
    <h2 id="${id}">${titre}</h2>
    <ul class="preau-pile">
      ${tous.map((r) => reglage(r, s, peutEcrire))}
    </ul>
  </section>`

/** What practice leaves open, and every clock: today's value, its source, its bounds, and who changed it why. */
export function pageReglages(
  { delais, variantes }: { delais: readonly Reglage[]; variantes: readonly Reglage[] },
  peutEcrire: boolean,
  retour: Retour | undefined,
): Html {
  const s = new Saisies(retour)
  return html`<div class="preau-pile">
    ${refus(retour)}
    ${enTete({
      titre: 'Réglages de l’académie',
      texte: typo(
        'Ce que la pratique laisse ouvert, et chaque délai. Un changement vaut pour les échéances à venir ; sa raison est montrée sur chaque dossier.',
      ),
    })}
    ${!peutEcrire && html`<p>${typo('Vous lisez ces réglages. Le responsable académique les change.')}</p>`}
    ${carte({
      balise: 'h2',
      titre: 'La grille d’évaluation',
      url: '/reglages/grille',
      texte: typo('Les questions que les équipes se posent sur une situation, version par version.'),
      icone: 'fichier',
    })}
    ${liste('Choix que la pratique laisse ouverts', 'variantes', variantes, s, peutEcrire)}
    ${liste('Délais', 'delais', delais, s, peutEcrire)}
  </div>`
}
