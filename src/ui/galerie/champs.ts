import { bouton, groupeBoutons, lienBouton } from '../bouton.ts'
import { champCases, champChoix } from '../champ/choix.ts'
import { champDate } from '../champ/date.ts'
import { champFichiers } from '../champ/fichiers.ts'
import { champListe } from '../champ/liste.ts'
import { champTexte } from '../champ/texte.ts'
import { champZone } from '../champ/zone.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'

const facultatif = '(facultatif)'

export const faits = champCases({
  nom: 'faits',
  libelle: 'Qu’est-ce qui se passe ?',
  aide: 'Tu peux choisir plusieurs réponses.',
  valeurs: ['mots', 'ecart'],
  options: [
    { valeur: 'mots', libelle: 'Des insultes, des moqueries', icone: 'fait-mots' },
    { valeur: 'coups', libelle: 'Des coups', icone: 'fait-coups' },
    {
      valeur: 'ecart',
      libelle: 'On me laisse tout seul',
      aide: 'On ne veut pas que je joue, on ne me parle plus.',
      icone: 'fait-ecart',
    },
    { valeur: 'rumeurs', libelle: 'On raconte des choses sur moi', icone: 'fait-rumeurs' },
    { valeur: 'vol', libelle: 'On me prend ou on casse mes affaires', icone: 'fait-vol' },
    { valeur: 'reseaux', libelle: 'Sur le téléphone, sur internet', icone: 'fait-reseaux' },
    { valeur: 'menaces', libelle: 'On me fait peur, on me menace', icone: 'fait-menaces' },
    { valeur: 'gestes', libelle: 'On touche mon corps, on me force', icone: 'fait-gestes' },
    { valeur: 'argent', libelle: 'On m’oblige à donner', aide: 'De l’argent, un goûter, un jeu…', icone: 'fait-argent' },
    { valeur: 'autre', libelle: 'Autre chose', icone: 'fait-autre' },
  ],
})

const lieux = champCases({
  nom: 'lieux',
  libelle: 'Où ?',
  facultatif,
  options: [
    { valeur: 'classe', libelle: 'En classe', icone: 'lieu-classe' },
    { valeur: 'cour', libelle: 'Dans la cour', icone: 'lieu-cour' },
    { valeur: 'toilettes', libelle: 'Aux toilettes', icone: 'lieu-toilettes' },
    { valeur: 'cantine', libelle: 'À la cantine', icone: 'lieu-cantine' },
    { valeur: 'couloir', libelle: 'Dans les couloirs', icone: 'lieu-couloir' },
    { valeur: 'sport', libelle: 'Au sport, au vestiaire', icone: 'lieu-sport' },
    { valeur: 'trajet', libelle: 'Dans le bus, en chemin', icone: 'lieu-trajet' },
    { valeur: 'telephone', libelle: 'Sur le téléphone', icone: 'lieu-telephone' },
    { valeur: 'devant', libelle: 'Devant l’école', icone: 'lieu-devant' },
    { valeur: 'internat', libelle: 'À l’internat', icone: 'lieu-internat' },
    { valeur: 'autre', libelle: 'Ailleurs', icone: 'lieu-autre' },
  ],
})

const qui = (erreur?: string): Html =>
  champChoix({
    nom: erreur ? 'qui-erreur' : 'qui',
    libelle: 'Qui es-tu ?',
    valeur: erreur ? undefined : 'moi',
    erreur,
    options: [
      { valeur: 'moi', libelle: 'C’est pour moi', icone: 'qui-moi' },
      { valeur: 'camarade', libelle: 'C’est pour un camarade', icone: 'qui-camarade' },
      { valeur: 'enfant', libelle: 'C’est pour mon enfant', icone: 'qui-enfant' },
      { valeur: 'pro', libelle: 'Je travaille à l’école', icone: 'qui-pro' },
      { valeur: 'autre', libelle: 'Quelqu’un d’autre', icone: 'qui-autre' },
    ],
  })

const compte = { max: 2000, texte: '2 000 signes au plus.', reste: 'Il reste {n} signes.' }
const niveaux = [
  { groupe: 'Collège', entrees: ['6e', '5e', '4e', '3e'].map((n) => ({ valeur: n, libelle: n })) },
  { groupe: 'Lycée', entrees: [{ valeur: '2de', libelle: '2de' }] },
]

const simples = html`<form method="post" action="/galerie" novalidate>
  ${champTexte({ nom: 'ville', libelle: 'Ville ou nom de l’école', aide: 'Par exemple : Les Tilleuls, Castelnau', requis: true })}
  ${champTexte({ nom: 'mel', libelle: 'Ton adresse mail', facultatif, type: 'email', autocomplete: 'email', valeur: 'camille', erreur: 'Il manque la fin de l’adresse, par exemple « @exemple.fr ».' })}
  ${champZone({ nom: 'recit', libelle: 'Raconte avec tes mots', aide: 'Il n’y a pas de bonne ou de mauvaise réponse.', facultatif, compte, valeur: 'Depuis la rentrée, ' })}
  ${champListe({ nom: 'niveau', libelle: 'Classe', facultatif, vide: 'Choisir…', valeur: '5e', options: niveaux })}
  ${champDate({ nom: 'jour', libelle: 'Quand est-ce arrivé ?', facultatif, erreur: 'Ce jour n’est pas encore arrivé.', valeur: '2031-01-01' })}
  ${champFichiers({ nom: 'images', libelle: 'Ajouter des images', facultatif, aide: 'Cinq images au plus, 10 Mo chacune.', accepte: ['image/jpeg', 'image/png', 'image/webp'], plusieurs: true })}
  ${champChoix({
    nom: 'danger',
    libelle: 'Un enfant est-il en danger maintenant ?',
    enLigne: true,
    valeur: 'non',
    options: [
      { valeur: 'oui', libelle: 'Oui' },
      { valeur: 'non', libelle: 'Non' },
      { valeur: 'nsp', libelle: 'Je ne sais pas' },
    ],
  })}
  ${groupeBoutons([bouton({ libelle: 'Continuer', icone: 'fleche', iconeApres: true }), lienBouton({ libelle: 'Revenir', url: '#', variante: 'secondaire' }), bouton({ libelle: 'Tout effacer', variante: 'danger', type: 'button' }), bouton({ libelle: 'Plus tard', variante: 'tertiaire', petit: true, type: 'button' })])}
</form>`

export const champs = html`<h2>Choisir</h2>
  <form method="post" action="/galerie" novalidate>${qui()} ${qui('Choisis une réponse pour continuer.')} ${lieux}</form>
  <h2>Écrire</h2>
  ${simples}`
