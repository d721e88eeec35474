import type { EtablissementTrouve } from '#annuaire'
import {
  bouton,
  carte,
  champTexte,
  chiffre,
  definitionListe,
  html,
  lienBouton,
  tableau,
  typo,
  vide,
  type Html,
  type Texte,
} from '#ui'
import type { Paru } from '../journee/donnees.ts'
import { comite, MISSIONS, POSTES } from './bref.page.ts'
import { combien } from './donnees.ts'

const COLONNES = [
  ['responsable_departemental', 'Responsables'],
  ['referent_departemental', 'Référents'],
  ['ien', 'Inspecteurs'],
  ['coordonnateur', 'Coordonnateurs'],
  ['equipe', 'Équipes ressource'],
] as const

const nomDuDept = (p: Paru, dept: string | null): string => p.departements.find((d) => d.dept === dept)?.nom ?? ''

/** Only those who agreed to it, and nothing when nobody did. */
function noms(p: Paru): Html | undefined {
  if (p.pole.noms.length === 0) return undefined
  const rang = (role: string): number => POSTES.findIndex(([r]) => r === role)
  const poste = (role: string): string => POSTES[rang(role)]?.[1] ?? role
  return html`<h3>Celles et ceux qui ont accepté d’être nommés</h3>
    <ul>
      ${p.pole.noms
        .toSorted((a, b) => rang(a.role) - rang(b.role))
        .map((n) => html`<li>${n.prenom} ${n.nom}, ${poste(n.role)}${n.dept !== null && html` (${nomDuDept(p, n.dept)})`}</li>`)}
    </ul>`
}

const composition = (p: Paru): Html =>
  html`<section class="preau-pile" aria-labelledby="composition">
    <h2 id="composition">Qui le compose</h2>
    ${p.pole.rattachement !== '' && html`<p>${typo(p.pole.rattachement)}</p>`}
    <div class="preau-chiffres">
      ${POSTES.map(([role, un, des]) => ({ n: combien(p.pole, role), un, des })).map(({ n, un, des }) => chiffre({ valeur: n, libelle: n > 1 ? des : un }))}
    </div>
    ${tableau({
      legende: 'Dans chaque département, aujourd’hui',
      dense: true,
      colonnes: [{ libelle: 'Département' }, ...COLONNES.map(([, libelle]) => ({ libelle, fin: true }))],
      lignes: p.departements
        .toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr'))
        .map((d) => ({ cellules: [d.nom, ...COLONNES.map(([role]) => combien(p.pole, role, d.dept))] })),
    })}
    ${noms(p)}
  </section>`

/** Telephone and address of the desk of the académie: never somebody's own. */
function guichet(p: Paru): { terme: string; definition: Texte }[] {
  const { telephone, mail } = p.pole
  return [
    telephone !== '' && {
      terme: 'Téléphone du pôle',
      definition: html`<a href="tel:${telephone.replace(/[^\d+]/g, '')}">${telephone}</a>`,
    },
    mail !== '' && { terme: 'Courriel du pôle', definition: html`<a href="mailto:${mail}">${mail}</a>` },
  ].filter((l) => l !== false)
}

/** Who follows this school, from the nearest: functions, and the desk where to ask for them. */
function ecole(e: EtablissementTrouve, p: Paru): Html {
  const n = combien(p.pole, 'referent_departemental', e.dept) + combien(p.pole, 'responsable_departemental', e.dept)
  return html`<li>
    ${carte({
      titre: e.nom,
      haut: typo(`${e.commune} · ${nomDuDept(p, e.dept)}`),
      texte: definitionListe([
        {
          terme: 'Sur place',
          definition:
            e.type === 'ecole'
              ? 'La direction de l’école, et l’inspection de la circonscription'
              : 'La direction, et le coordonnateur ou la coordonnatrice harcèlement',
        },
        {
          terme: 'Dans le département',
          definition: typo(
            n === 0
              ? 'Aucun référent n’est nommé aujourd’hui : le pôle académique répond.'
              : `${n} ${n > 1 ? 'personnes suivent' : 'personne suit'} les situations : demandez « le référent harcèlement, ${nomDuDept(p, e.dept)} »`,
          ),
        },
        ...guichet(p),
      ]),
    })}
  </li>`
}

const joindre = (p: Paru, q: string, trouvees: readonly EtablissementTrouve[]): Html =>
  html`<section class="preau-pile" aria-labelledby="joindre">
    <h2 id="joindre">Joindre le référent de son école</h2>
    <form class="preau-pile" method="get" action="/le-pole#joindre" role="search" aria-label="Trouver son école">
      ${champTexte({ nom: 'ecole', libelle: 'Votre école, votre collège ou votre lycée', aide: 'Son nom, ou sa commune', type: 'search', valeur: q })}
      ${bouton({ libelle: 'Trouver', icone: 'loupe', variante: 'secondaire' })}
    </form>
    ${q !== '' && trouvees.length === 0 && vide({ titre: 'Aucun établissement trouvé', texte: 'Essayez la commune seule.', icone: 'loupe' })}
    ${
      trouvees.length > 0
        ? html`<ul class="preau-liste-nue preau-pile">
            ${trouvees.map((e) => ecole(e, p))}
          </ul>`
        : guichet(p).length > 0 && definitionListe(guichet(p))
    }
    <p>
      ${typo('Le chemin le plus court est d’écrire ici : le message arrive à l’adulte qui suit cet établissement, et au département. Par téléphone, le 3018 répond tous les jours, de 9\u00a0h à 23\u00a0h.')}
    </p>
    <div>${lienBouton({ url: '/signaler', libelle: 'Raconter ce qui se passe', icone: 'message' })}</div>
  </section>`

export const pagePole = (p: Paru, q: string, trouvees: readonly EtablissementTrouve[]): Html =>
  html`<h1>Le pôle académique de lutte contre le harcèlement</h1>
    <p class="fr-text--lead">Des personnes dont le métier est de protéger les élèves, dans chaque département.</p>
    ${q !== '' && joindre(p, q, trouvees)}
    <section class="preau-pile" aria-labelledby="missions">
      <h2 id="missions">Trois missions</h2>
      <ol class="preau-suite preau-suite--large">
        ${MISSIONS.map(
          ([titre, texte]) =>
            html`<li>
              <h3>${titre}</h3>
              <p>${typo(texte)}</p>
            </li>`,
        )}
      </ol>
    </section>
    ${composition(p)}
    <section class="preau-pile" aria-labelledby="comite">
      <h2 id="comite">Le comité de pilotage</h2>
      ${comite(p.pole)}
    </section>
    ${q === '' && joindre(p, q, trouvees)}
    <p><a href="/temps-forts">Les temps forts dans l’académie</a></p>`
