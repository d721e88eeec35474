import { clock } from '#platform'
import { dateHeure, jour, jourDe, jourIso, moment } from '#signalement'
import { alerte, bouton, champDate, champListe, champZone, enTete, html, lienBouton, typo, type Html } from '#ui'
import { questions } from '../evaluation/grille.page.ts'
import { GRILLE_NATIONALE, type Grille } from '../evaluation/grilles.ts'
import type { Retour } from '../fiche/fiche.ts'
import { refus, Saisies } from '../fiche/gestes.ts'
import type { Brouillon } from './grille.ts'
import { ecartDe, memes, type Ecart, type Question } from './modele.ts'
import { ajout, carteQuestion, tenue } from './question.page.ts'
import { nomVersion, type Grilles, type Publiee } from './versions.ts'

interface Vue {
  grilles: Grilles
  brouillon: Brouillon | null
  peutEcrire: boolean
  retour: Retour | undefined
}

const ICI = '/reglages/grille'
const lienApercu = (version: string): Html => html`<a href="${ICI}/apercu?version=${version}">${nomVersion(version)}</a>`

const publiee = (p: Publiee): Html =>
  html`<li>
    ${lienApercu(p.version)}, ${typo(`à partir du ${jourIso(p.du)} : ${p.raison}`)}
    <small>${p.prenom} ${p.nom}, <time datetime="${moment(p.le).iso}">${jour(p.le)}</time></small>
  </li>`

const versions = ({ grilles }: Vue): Html => {
  const { enVigueur, courante, publiees } = grilles
  const aVenir = publiees.filter((p) => p.du > jourDe(clock.now()) && p === publiees.at(-1))
  return html`<section class="preau-pile" aria-labelledby="versions">
    <h2 id="versions">Ce que les équipes remplissent</h2>
    <p>
      <strong>${lienApercu(courante.version)}</strong>${enVigueur !== undefined && typo(`, depuis le ${jourIso(enVigueur.du)}.`)}
      ${aVenir.map((p) => html`<br />${lienApercu(p.version)} ${typo(`prendra sa place le ${jourIso(p.du)}.`)}`)}
    </p>
    ${
      publiees.length === 0
        ? html`<p class="preau-discret">L’académie n’a encore publié aucune version à elle.</p>`
        : html`<h3>Versions publiées</h3>
            <ul>
              ${publiees.toReversed().map(publiee)}
              <li>${lienApercu(GRILLE_NATIONALE.version)}</li>
            </ul>`
    }
  </section>`
}

const commencer = (v: Vue, s: Saisies): Html => {
  const derniere = v.grilles.publiees.at(-1)?.version ?? GRILLE_NATIONALE.version
  const choix = [...v.grilles.publiees.map((p) => p.version).toReversed(), GRILLE_NATIONALE.version]
  return html`<form class="preau-pile" method="post" action="${ICI}/brouillon" novalidate>
    ${champListe({
      nom: 'depuis',
      libelle: 'Partir de',
      aide: 'Pour revenir à une version d’avant : partez d’elle, et publiez-la de nouveau.',
      valeur: s.valeur('brouillon', 'depuis', derniere),
      options: choix.map((valeur) => ({ valeur, libelle: nomVersion(valeur) })),
      ...s.erreur('depuis'),
    })}
    ${bouton({ libelle: 'Préparer une nouvelle version', icone: 'fichier' })}
  </form>`
}

const axes = (b: Brouillon, e: Ecart, s: Saisies): Html[] => {
  const [premier, dernier] = [b.modele.axes[0], b.modele.axes.at(-1)]
  return b.modele.axes.map(
    (a, i) =>
      html`<section class="preau-pile" aria-labelledby="axe-${i}">
        <h3 id="axe-${i}">${typo(a.titre)}</h3>
        ${a.questions.length === 0 && html`<p class="preau-discret">Plus aucune question : cette partie ne sera pas montrée.</p>`}
        <ol class="preau-pile preau-nue">
          ${a.questions.map((q, n) => {
            const bord = {
              premiere: a === premier && n === 0,
              derniere: a === dernier && n === a.questions.length - 1,
            }
            return carteQuestion(b, q, e, bord, s)
          })}
        </ol>
        ${ajout(b, i, a.titre, s)}
      </section>`,
  )
}

const dites = (titre: string, liste: readonly (Html | string)[]): Html | undefined =>
  liste.length === 0
    ? undefined
    : html`<h3>${titre}</h3>
        <ul>
          ${liste.map((l) => html`<li>${l}</li>`)}
        </ul>`

const mots = (q: Question): string => (q.aide === '' ? q.question : `${q.question} (${q.aide})`)

/** What the draft asks otherwise than the version that it would follow. */
const changements = (e: Ecart): Html =>
  html`${dites(
    'Ajoutées',
    e.ajoutees.map((q) => typo(mots(q))),
  )}
  ${dites(
    'Enlevées',
    e.retirees.map((q) => typo(mots(q))),
  )}
  ${dites(
    'Reformulées',
    e.reformulees.map((r) => html`${typo(mots(r.avant))}<br />${typo(`Devient : ${mots(r.apres)}`)}`),
  )}
  ${e.ordre && html`<p>Des questions changent de place.</p>`}`

const publier = (b: Brouillon, s: Saisies): Html =>
  html`<form class="preau-pile" method="post" action="${ICI}/publication" novalidate>
    ${tenue(b)}
    ${champDate({ nom: 'du', libelle: 'À partir du', min: jourDe(clock.now()), valeur: s.valeur('publication', 'du', jourDe(clock.now())), ...s.erreur('du') })}
    ${champZone({ nom: 'raison', libelle: 'Raison', lignes: 2, valeur: s.valeur('publication', 'raison'), ...s.erreur('raison') })}
    <p class="preau-discret">
      ${typo('Une version publiée ne change plus. Les grilles remplies ou commencées avant gardent la leur, et se comparent avec elle.')}
    </p>
    ${bouton({ libelle: 'Publier cette version', icone: 'coche' })}
  </form>`

const abandonner = (b: Brouillon): Html =>
  html`<form method="post" action="${ICI}/abandon">
    ${tenue(b)} ${bouton({ libelle: 'Abandonner cette version', variante: 'tertiaire' })}
  </form>`

function preparation(v: Vue, b: Brouillon, s: Saisies): Html {
  const { derniere } = v.grilles
  const e = ecartDe(derniere, b.modele)
  const rien = memes(derniere, b.modele)
  return html`<p>
      ${typo(`En préparation, à partir de : ${nomVersion(b.depuis)}. Dernier changement ${dateHeure(b.le)}, par ${b.prenom} ${b.nom}. Les équipes ne la voient pas.`)}
      <a href="#publier">Relire, puis publier</a>
    </p>
    ${axes(b, e, s)}
    <section class="preau-pile" aria-labelledby="publier">
      <h2 id="publier">Relire, puis publier</h2>
      ${rien ? html`<p class="preau-discret">Rien ne change encore par rapport à la dernière version publiée.</p>` : changements(e)}
      <p>${lienBouton({ libelle: 'Voir l’aperçu', url: `${ICI}/apercu`, variante: 'secondaire', icone: 'oeil' })}</p>
      ${!rien && publier(b, s)} ${abandonner(b)}
    </section>`
}

/** /reglages/grille: which version is filled, those before, and the next one as it is being written. */
export function pageGrille(v: Vue): Html {
  const s = new Saisies(v.retour)
  return html`<div class="preau-pile">
    ${refus(v.retour)}
    ${enTete({
      titre: 'La grille d’évaluation',
      texte: typo('Les questions que chaque adulte se pose sur une situation. On compare les réponses ; on n’additionne rien.'),
    })}
    ${versions(v)}
    ${
      v.peutEcrire
        ? html`<section class="preau-pile" id="preparer" aria-labelledby="preparer-titre">
            <h2 id="preparer-titre">La prochaine version</h2>
            ${v.brouillon === null ? commencer(v, s) : preparation(v, v.brouillon, s)}
          </section>`
        : html`<p>${typo('Vous lisez la grille. Le responsable académique la change.')}</p>`
    }
  </div>`
}

/** A version as whoever fills it reads it. */
export const pageApercu = (g: Grille, nom: string): Html =>
  html`<div class="preau-pile">
    ${enTete({ titre: 'Aperçu de la grille', surtitre: nom })}
    ${alerte({ type: 'info', texte: typo('C’est un aperçu : rien de ce qui est coché ici n’est enregistré.') })}
    <h2>Ce que chacun remplit</h2>
    ${questions(g, undefined, new Saisies(undefined))}
    <p>${lienBouton({ libelle: 'Revenir à la grille', url: ICI, variante: 'tertiaire' })}</p>
  </div>`
