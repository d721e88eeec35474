import { bouton, lienBouton } from '../bouton.ts'
import { champChoix } from '../champ/choix.ts'
import { champListe } from '../champ/liste.ts'
import { champTexte } from '../champ/texte.ts'
import { champZone } from '../champ/zone.ts'
import { carte, chiffre, definitionListe } from '../contenus.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { badge } from '../marques.ts'
import { banniere } from '../messages.ts'
import { filtres, pagination } from '../navigation.ts'
import { pageAgents } from '../page/agents.ts'
import { tableau } from '../tableau.ts'
import type { Ligne } from '../tableau.ts'
import { chronologie } from '../temps.ts'
import { enTete } from '../titre.ts'

const lignes: Ligne[] = [
  {
    cellules: [
      html`<a href="#">31-2026-K7Q2</a>`,
      'Collège Les Tilleuls, Castelnau',
      badge({ libelle: 'Arme évoquée', ton: 'erreur', icone: 'alerte' }),
      badge({ libelle: 'En retard de 3 h', ton: 'erreur', icone: 'horloge' }),
      '—',
    ],
    accent: 'erreur',
  },
  {
    cellules: [
      html`<a href="#">31-2026-M4TX</a>`,
      'École Jean-Ferrat, Montbrun',
      'Coups, insultes',
      badge({ libelle: 'Avant 17 h', ton: 'attention', icone: 'horloge' }),
      'D. Marchal',
    ],
    accent: 'attention',
  },
  {
    cellules: [
      html`<a href="#">31-2026-P9HB</a>`,
      'Lycée du Grand-Chêne, Saint-Aubin',
      'Téléphone, rumeurs',
      'Lundi',
      'I. Bassi',
    ],
  },
]

const liste = html`${filtres({
  url: '/galerie',
  gardes: { vue: 'agents' },
  champs: [
    champTexte({ nom: 'q', libelle: 'École ou numéro', type: 'search' }),
    champListe({
      nom: 'etat',
      libelle: 'État',
      vide: 'Tous',
      options: [
        { valeur: 'nouveau', libelle: 'Nouveau' },
        { valeur: 'pris', libelle: 'Pris en charge' },
      ],
    }),
    champListe({
      nom: 'dept',
      libelle: 'Département',
      vide: 'Tous',
      valeur: '31',
      options: [{ valeur: '31', libelle: 'Haute-Garonne' }],
    }),
  ],
  actifs: [{ libelle: 'Haute-Garonne', url: '/galerie?vue=agents' }],
})}
${tableau({
  legende: '47 signalements à traiter',
  dense: true,
  colonnes: [
    { libelle: 'Numéro' },
    { libelle: 'Établissement' },
    { libelle: 'Ce qui est dit' },
    { libelle: 'Échéance', tri: { url: '#', sens: 'croissant' } },
    { libelle: 'Pris par', tri: { url: '#' } },
  ],
  lignes,
})}
${pagination({ page: 3, pages: 9, url: (n) => `/galerie?vue=agents&page=${n}` })}`

const fiche = html`<div class="fr-grid-row fr-grid-row--gutters">
  <div class="fr-col-lg-8 preau-pile">
    <h2>Situation</h2>
    ${definitionListe([
      { terme: 'Établissement', definition: 'Collège Les Tilleuls, Castelnau' },
      { terme: 'Faits', definition: 'Insultes, mise à l’écart, depuis la rentrée' },
    ])}
    <h2>Répondre</h2>
    <form class="preau-pile" method="post" action="/galerie" novalidate>
      ${champZone({ nom: 'reponse', libelle: 'Votre réponse à l’élève', aide: 'Il la lira avec son code. Dites ce que vous faites, et quand.', lignes: 4, compte: { max: 1000, texte: '1 000 signes au plus.', reste: 'Il reste {n} signes.' } })}
      ${champChoix({
        nom: 'suite',
        libelle: 'Ensuite',
        enLigne: true,
        valeur: 'attendre',
        options: [
          { valeur: 'attendre', libelle: 'Attendre sa réponse' },
          { valeur: 'ouvrir', libelle: 'Ouvrir un dossier' },
        ],
      })}
      ${bouton({ libelle: 'Envoyer', icone: 'message' })}
    </form>
  </div>
  <div class="fr-col-lg-4 preau-pile">
    <h2>Histoire</h2>
    ${chronologie([
      { quand: { iso: '2026-11-20T17:42', libelle: '20 nov., 17 h 42' }, titre: 'Signalement reçu', icone: 'boite' },
      {
        quand: { iso: '2026-11-20T18:10', libelle: '20 nov., 18 h 10' },
        par: 'D. Marchal',
        titre: 'Pris en charge',
        ton: 'info',
        icone: 'personne',
      },
      {
        quand: { iso: '2026-11-23T17:00', libelle: 'Avant le 23 nov., 17 h' },
        titre: 'Mesure de protection',
        ton: 'attention',
        icone: 'bouclier',
        avenir: true,
      },
    ])}
    ${carte({ titre: 'Un dossier existe peut-être', url: '#', texte: 'Même école, même période, un nom en commun.', haut: badge({ libelle: 'À vérifier', ton: 'attention' }) })}
  </div>
</div>`

export const galerieAgents = (): Html =>
  pageAgents({
    titre: 'Boîte d’entrée',
    agent: { nom: 'Dominique Marchal', role: 'Référente départementale, Haute-Garonne', cle: 'demo' },
    menu: [
      { libelle: 'À faire', url: '#', courant: false, compte: 4, icone: 'horloge' },
      { libelle: 'Boîte d’entrée', url: '/galerie?vue=agents', courant: true, compte: 47, icone: 'boite' },
      { libelle: 'Dossiers', url: '#', courant: false, icone: 'dossier' },
      { libelle: 'Établissements', url: '#', courant: false, icone: 'maison' },
      { libelle: 'Aide', url: '#', courant: false, icone: 'info' },
    ],
    filAriane: [{ libelle: 'Accueil', url: '#' }, { libelle: 'Boîte d’entrée' }],
    banniere: banniere({ type: 'succes', texte: 'La réponse est envoyée. Elle sera lue avec le code.' }),
    session: { finAvant: '2026-11-23T06:00:00Z', maintenant: '2026-11-22T20:00:00Z', inactiviteMinutes: 30 },
    script: ['compteur.js'],
    contenu: html`${enTete({
        titre: 'Boîte d’entrée',
        surtitre: 'Haute-Garonne',
        badges: [badge({ libelle: '3 en retard', ton: 'erreur', icone: 'alerte' })],
        actions: lienBouton({ libelle: 'Saisir un appel', url: '#', icone: 'plus', petit: true }),
      })}
      <div class="fr-grid-row fr-grid-row--gutters">
        ${[
          chiffre({ valeur: 3, libelle: 'en retard', url: '#', ton: 'erreur' }),
          chiffre({ valeur: 9, libelle: 'à lire aujourd’hui', url: '#', ton: 'attention' }),
          chiffre({ valeur: 35, libelle: 'en cours', url: '#' }),
          chiffre({ valeur: '2 h 10', libelle: 'premier retour, médiane de la semaine' }),
        ].map((c) => html`<div class="fr-col-6 fr-col-md-3">${c}</div>`)}
      </div>
      ${liste} ${fiche}`,
  })
