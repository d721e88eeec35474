import type { EtablissementTrouve } from '#annuaire'
import { bouton, carte, champTexte, chiffre, html, lienBouton, tableau, typo, vide, type Html } from '#ui'
import type { Pole } from './pole.ts'

/** Source: page of the académie for the journée nationale of 2024. */
const MISSIONS = [
  [
    'Agir sur les situations',
    'Assurer la gestion des situations de harcèlement : coordonner l’action des référents départementaux, soutenir et accompagner les personnels face à une situation complexe ou qui s’aggrave.',
  ],
  [
    'Former',
    'Déployer des formations et des ressources pour tous les personnels, enseignants ou non, du premier et du second degré.',
  ],
  ['Sensibiliser', 'Renforcer et promouvoir les actions de sensibilisation auprès des élèves.'],
] as const

const COMITE =
  'assistantes sociales, personnels de direction, inspecteurs, direction des affaires juridiques, direction de l’action culturelle'
const THEMES = [
  'la pédagogie',
  'la gestion de crise',
  'les relations entre institutions',
  'le programme pHARe',
  'la méthode de la préoccupation partagée',
  'le pilotage',
]

/** At the top of the pôle: whole académie and départements. */
const POSTES = [
  ['responsable_academique', 'responsable académique', 'responsables académiques'],
  ['referente_academique', 'référente ou référent académique', 'référentes et référents académiques'],
  ['responsable_departemental', 'responsable départemental', 'responsables départementaux'],
  ['referent_departemental', 'référente ou référent départemental', 'référentes et référents départementaux'],
] as const

const COLONNES = [
  ['responsable_departemental', 'Responsables'],
  ['referent_departemental', 'Référents'],
  ['ien', 'Inspecteurs'],
  ['coordonnateur', 'Coordonnateurs'],
  ['equipe', 'Équipes ressource'],
] as const

const combien = (p: Pole, role: string, dept?: string): number =>
  p.composition.filter((l) => l.role === role && (dept === undefined || l.dept === dept)).reduce((s, l) => s + l.nombre, 0)

const composition = (p: Pole): Html =>
  html`<section class="preau-pile" aria-labelledby="composition">
    <h2 id="composition">Qui le compose</h2>
    <div class="preau-chiffres">
      ${POSTES.map(([role, un, des]) => ({ n: combien(p, role), un, des })).map(({ n, un, des }) => chiffre({ valeur: n, libelle: n > 1 ? des : un }))}
    </div>
    ${tableau({
      legende: 'Dans chaque département, aujourd’hui',
      dense: true,
      colonnes: [{ libelle: 'Département' }, ...COLONNES.map(([, libelle]) => ({ libelle, fin: true }))],
      lignes: p.departements
        .toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr'))
        .map((d) => ({ cellules: [d.nom, ...COLONNES.map(([role]) => combien(p, role, d.dept))] })),
    })}
  </section>`

function ecole(e: EtablissementTrouve, p: Pole): Html {
  const nom = p.departements.find((d) => d.dept === e.dept)?.nom ?? e.dept
  const n = combien(p, 'referent_departemental', e.dept) + combien(p, 'responsable_departemental', e.dept)
  return html`<li>
    ${carte({
      titre: e.nom,
      haut: typo(`${e.commune} · ${nom}`),
      texte: html`<p>
          Sur place : la
          direction${e.type === 'ecole' ? ', et l’inspection de la circonscription' : ' et le coordonnateur harcèlement'}.
        </p>
        <p>
          ${typo(`Au-dessus : ${n} personnes suivent les situations de ce département. Ce que vous racontez ici, elles le lisent.`)}
        </p>`,
    })}
  </li>`
}

const joindre = (p: Pole, q: string, trouvees: readonly EtablissementTrouve[]): Html =>
  html`<section class="preau-pile" aria-labelledby="joindre">
    <h2 id="joindre">Joindre son référent</h2>
    <form class="preau-pile" method="get" action="/le-pole" role="search" aria-label="Trouver son école">
      ${champTexte({ nom: 'ecole', libelle: 'Votre école, votre collège ou votre lycée', aide: 'Son nom, ou sa commune', type: 'search', valeur: q })}
      ${bouton({ libelle: 'Trouver', icone: 'loupe', variante: 'secondaire' })}
    </form>
    ${q !== '' && trouvees.length === 0 && vide({ titre: 'Aucun établissement trouvé', texte: 'Essayez la commune seule.', icone: 'loupe' })}
    ${
      trouvees.length > 0 &&
      html`<ul class="preau-liste-nue preau-pile">
        ${trouvees.map((e) => ecole(e, p))}
      </ul>`
    }
    <p>
      Le chemin le plus court est d’écrire ici : le message arrive à l’adulte qui suit cet établissement, et au département. Par
      téléphone, le 3018 répond tous les jours, de 9 h à 23 h.
    </p>
    <div>${lienBouton({ url: '/signaler', libelle: 'Raconter ce qui se passe', icone: 'message' })}</div>
  </section>`

export const pagePole = (p: Pole, q: string, trouvees: readonly EtablissementTrouve[]): Html =>
  html`<h1>Le pôle académique de lutte contre le harcèlement</h1>
    <p class="fr-text--lead">Des personnes dont le métier est de protéger les élèves, dans chaque département.</p>
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
      <p>${typo(`Présidé par le recteur, il réunit des experts : ${COMITE}.`)}</p>
      <p>${typo(`Il suit ${THEMES.slice(0, -1).join(', ')} et ${THEMES.at(-1)}.`)}</p>
    </section>
    ${joindre(p, q, trouvees)}
    <p><a href="/journee-nationale">La journée nationale dans l’académie</a></p>`
