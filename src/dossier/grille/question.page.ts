import { accordeon, badge, bouton, champListe, champTexte, champZone, html, typo, type Html } from '#ui'
import { GENRES } from '../evaluation/grilles.ts'
import { cache, type Saisies } from '../fiche/gestes.ts'
import type { Brouillon } from './grille.ts'
import { GENRES_OFFERTS, TENUES, type Ecart, type Question } from './modele.ts'

const ICI = '/reglages/grille'

/** What every form carries: the draft that it was made from. */
export const tenue = (b: Brouillon): Html => cache('revision', b.revision)

const deux = (s: Saisies, forme: string, nom: string, q?: Question): Html =>
  html`${champTexte({ nom: `question_${nom}`, libelle: 'Question', valeur: s.valeur(forme, `question_${nom}`, q?.question ?? ''), ...s.erreur(`question_${nom}`) })}
  ${champZone({ nom: `aide_${nom}`, libelle: 'Aide', facultatif: '(facultatif)', aide: 'Ce qui aide à répondre, en une ou deux phrases.', lignes: 2, valeur: s.valeur(forme, `aide_${nom}`, q?.aide ?? ''), ...s.erreur(`aide_${nom}`) })}`

const geste = (b: Brouillon, url: string, bouton_: Html): Html =>
  html`<form method="post" action="${url}">${tenue(b)} ${bouton_}</form>`

/** Where it may be moved, and whether it may be taken out: one small form each. */
function gestes(b: Brouillon, q: Question, bord: { premiere: boolean; derniere: boolean }): Html {
  const url = `${ICI}/questions/${q.code}`
  const bouger = (sens: 'haut' | 'bas', libelle: string): Html =>
    geste(
      b,
      `${url}/place`,
      bouton({ libelle, precision: `: ${q.question}`, nom: 'sens', valeur: sens, petit: true, variante: 'tertiaire' }),
    )
  return html`<div class="preau-rangee">
    ${!bord.premiere && bouger('haut', 'Monter')} ${!bord.derniere && bouger('bas', 'Descendre')}
    ${
      TENUES[q.code] === undefined &&
      geste(b, `${url}/retrait`, bouton({ libelle: 'Enlever', precision: `: ${q.question}`, petit: true, variante: 'tertiaire' }))
    }
  </div>`
}

/** One question of the draft: what it asks, how it is answered, and what may be done with it. */
export function carteQuestion(
  b: Brouillon,
  q: Question,
  e: Ecart,
  bord: { premiere: boolean; derniere: boolean },
  s: Saisies,
): Html {
  const forme = 'questions/:code'
  const reprise = s.ici(forme) && s.retour!.envoi[`question_${q.code}`] !== undefined
  const badges = [
    e.ajoutees.includes(q) && badge({ libelle: 'Ajoutée', ton: 'nouveau' }),
    e.reformulees.some((r) => r.apres === q) && badge({ libelle: 'Reformulée', ton: 'info' }),
  ].filter((x) => x !== false)
  return html`<li class="fr-card" id="q-${q.code}">
    <div class="fr-card__body preau-pile">
      ${badges.length > 0 && html`<p class="fr-badges-group">${badges}</p>`}
      <h4 class="fr-card__title">${typo(q.question)}</h4>
      ${q.aide !== '' && html`<p>${typo(q.aide)}</p>`}
      <p class="preau-discret">${typo(`Réponses : ${Object.values(GENRES[q.genre].reponses).join(' · ')}`)}</p>
      ${TENUES[q.code] !== undefined && html`<p class="preau-discret">${typo(`${TENUES[q.code]} Elle se reformule et se déplace, elle ne s’enlève pas.`)}</p>`}
      ${gestes(b, q, bord)}
      ${accordeon({
        titre: html`Reformuler<span class="fr-sr-only"> : ${typo(q.question)}</span>`,
        ouvert: reprise,
        contenu: html`<form class="preau-pile" method="post" action="${ICI}/questions/${q.code}" novalidate>
          ${tenue(b)} ${deux(s, forme, q.code, q)} ${bouton({ libelle: 'Enregistrer ces mots', variante: 'secondaire' })}
        </form>`,
      })}
    </div>
  </li>`
}

/** At the end of an axis: one more question, of a kind that is known. */
export function ajout(b: Brouillon, axe: number, titre: string, s: Saisies): Html {
  const [forme, nom] = ['questions', `axe${axe}`]
  return accordeon({
    titre: html`Ajouter une question<span class="fr-sr-only"> dans « ${titre} »</span>`,
    ouvert: s.ici(forme) && s.retour!.envoi.axe === String(axe),
    contenu: html`<form class="preau-pile" method="post" action="${ICI}/questions" novalidate>
      ${tenue(b)} ${cache('axe', axe)} ${deux(s, forme, nom)}
      ${champListe({
        nom: `genre_${nom}`,
        libelle: 'Comment on y répond',
        aide: 'Des mots seulement : aucune réponse n’est un nombre, et rien ne s’additionne.',
        vide: 'Choisir…',
        valeur: s.valeur(forme, `genre_${nom}`),
        options: GENRES_OFFERTS.map((g) => ({
          valeur: g,
          libelle: `${GENRES[g].libelle} (${Object.values(GENRES[g].reponses).slice(0, -1).join(', ').toLowerCase()})`,
        })),
        ...s.erreur(`genre_${nom}`),
      })}
      ${bouton({ libelle: 'Ajouter', variante: 'secondaire', icone: 'plus' })}
    </form>`,
  })
}
