import { uuidv7 } from '#platform'
import { alerte, badge, bouton, champCases, champChoix, champListe, champTexte, html, typo, type Html } from '#ui'
import type { Dossier } from '../dossier.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import { peut } from '../protocole/peut.ts'
import { url } from './commun.page.ts'
import type { AdultesRow } from './equipe.sql.ts'
import { COTES, degreDe, type Cote } from './methodes.ts'
import type { Intervenant, Traitement } from './piste.ts'

const F = 'traitement/equipe'

function membre(o: Dossier, t: Traitement, i: Intervenant, compose: boolean): Html {
  // Whoever has a talk keeps their side: the keys say so.
  const libre = !t.rencontres.some((r) => r.intervenant === i.id)
  const autre: Cote = i.cote === 'cible' ? 'groupe' : 'cible'
  return html`<li class="fr-card">
    <div class="fr-card__body">
      <p>${badge({ libelle: COTES[i.cote as Cote].voit, ton: i.cote === 'cible' ? 'info' : 'neutre' })}</p>
      <h3 class="fr-card__title">${i.nom}</h3>
      ${i.fonction !== '' && html`<p class="preau-discret">${i.fonction}</p>`}
      ${i.retire_le !== null && html`<p class="preau-discret">N’est plus dans l’équipe.</p>`}
      ${
        compose &&
        i.retire_le === null &&
        html`<div class="preau-rangee">
          <form method="post" action="${url(o, `equipe/${i.id}/fin`)}">
            ${bouton({ libelle: 'Retirer', precision: i.nom, variante: 'tertiaire', petit: true })}
          </form>
          ${
            libre &&
            html`<form method="post" action="${url(o, `equipe/${i.id}/cote`)}">
              ${cache('cote', autre)}
              ${bouton({ libelle: `Changer : ${COTES[autre].voit.toLowerCase()}`, precision: i.nom, variante: 'tertiaire', petit: true })}
            </form>`
          }
        </div>`
      }
    </div>
  </li>`
}

/** Who may be chosen among those who see the dossier: S64, S68, not whoever punishes. */
const possibles = (o: Dossier, t: Traitement, adultes: readonly AdultesRow[]): AdultesRow[] =>
  adultes.filter(
    (l) =>
      !(l.chef && degreDe(o.d.type) === 'second') && !t.intervenants.some((i) => i.agent === l.agent && i.retire_le === null),
  )

const formulaire = (o: Dossier, t: Traitement, adultes: readonly AdultesRow[], s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="${url(o, 'equipe')}" novalidate>
    ${cache('id', s.valeur(F, 'id') || uuidv7())}
    ${champListe({
      nom: 'agent',
      libelle: 'Un adulte de l’établissement, ou qui voit ce dossier',
      vide: 'Choisir…',
      valeur: s.valeur(F, 'agent'),
      options: possibles(o, t, adultes).map((l) => ({
        valeur: l.agent,
        libelle: `${l.prenom} ${l.nom}`,
      })),
      ...s.erreur('agent'),
    })}
    ${champTexte({ nom: 'nom', libelle: 'Ou un autre adulte', aide: 'Prénom et nom.', valeur: s.valeur(F, 'nom'), sansCorrection: true, ...s.erreur('nom') })}
    ${champTexte({ nom: 'fonction', libelle: 'Fonction', facultatif: '(facultatif)', valeur: s.valeur(F, 'fonction') })}
    ${champChoix({
      nom: 'cote',
      libelle: 'Qui cet adulte va voir',
      valeur: s.valeur(F, 'cote'),
      options: [
        { valeur: 'cible', libelle: 'L’élève visé' },
        {
          valeur: 'groupe',
          libelle: 'Les autres élèves',
          aide: 'Auteurs présumés et témoins. De préférence quelqu’un d’extérieur à la classe.',
        },
      ],
      ...s.erreur('cote'),
    })}
    ${
      s.ici(F) &&
      s.erreur('distinct').erreur &&
      champCases({
        nom: 'distinct',
        libelle: 'Deux noms qui se ressemblent',
        enLigne: true,
        options: [{ valeur: 'oui', libelle: 'Ce sont deux personnes différentes' }],
        ...s.erreur('distinct'),
      })
    }
    ${bouton({ libelle: 'Ajouter à l’équipe', icone: 'plus' })}
  </form>`

export function pageEquipe(o: Dossier, d: { t: Traitement; adultes: AdultesRow[] }, s: Saisies): Html {
  const { regle, refus } = peut(o.moi, 'composer_equipe', o.situation)
  return html`<h2>Composer l’équipe</h2>
    ${alerte({ type: 'info', texte: typo('La personne qui voit l’élève visé ne voit jamais les autres élèves, ni aujourd’hui ni plus tard dans ce dossier. Le pouvoir de sanction reste hors de l’équipe.') })}
    ${
      d.t.intervenants.length > 0 &&
      html`<ul class="preau-pile">
        ${d.t.intervenants.map((i) => membre(o, d.t, i, regle !== null))}
      </ul>`
    }
    ${
      regle === null
        ? alerte({ type: 'info', texte: typo(refus) })
        : html`<h3>Ajouter un adulte</h3>
            ${formulaire(o, d.t, d.adultes, s)}`
    }`
}
