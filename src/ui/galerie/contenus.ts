import { boutonCopier, boutonImprimer, codeMots } from '../code.ts'
import { accordeon, carte, chiffre, definitionListe, encart, vide } from '../contenus.ts'
import { html, paragraphes } from '../html.ts'
import { icone, nomsIcones } from '../icone.ts'
import { badge, etiquette } from '../marques.ts'
import { alerte, resumeErreurs } from '../messages.ts'
import { etapes } from '../navigation.ts'
import { chronologie, filMessages } from '../temps.ts'

export const messages = html`<h2>Dire ce qui se passe</h2>
  ${resumeErreurs('Il y a deux choses à corriger', [
    { champ: 'qui-erreur', message: 'Dis-nous qui tu es.' },
    { champ: 'jour', message: 'Ce jour n’est pas encore arrivé.' },
  ])}
  ${alerte({ type: 'succes', titre: 'Ton message est bien arrivé', texte: 'Un adulte du collège le lira avant demain 17 h.' })}
  ${alerte({ type: 'info', texte: 'Tu peux revenir quand tu veux, avec ton code.' })}
  ${alerte({ type: 'attention', titre: 'N’envoie jamais une photo intime', texte: 'Garde-la et appelle le 3018 : ils savent la faire retirer.' })}
  ${alerte({ type: 'erreur', texte: 'Le fichier « vacances.mov » n’est pas une image.' })}
  <p class="fr-badges-group">
    ${badge({ libelle: 'À traiter' })} ${badge({ libelle: 'Nouveau', ton: 'nouveau' })} ${badge({ libelle: 'Lu', ton: 'info' })}
    ${badge({ libelle: 'Protégé', ton: 'succes', icone: 'bouclier' })}
    ${badge({ libelle: 'Demain', ton: 'attention', icone: 'horloge' })}
    ${badge({ libelle: 'En retard', ton: 'erreur', icone: 'alerte' })}
  </p>
  <p class="fr-tags-group">
    ${etiquette({ libelle: 'Collège' })} ${etiquette({ libelle: 'Haute-Garonne', url: '#', icone: 'dossier' })}
    ${etiquette({ libelle: 'En retard', url: '#', retirer: 'Retirer le filtre' })}
  </p>`

const points = [
  {
    quand: { iso: '2026-11-20T17:42', libelle: 'Vendredi, 17 h 42' },
    titre: 'Tu as envoyé ton message',
    icone: 'message' as const,
  },
  {
    quand: { iso: '2026-11-20T18:10', libelle: 'Vendredi, 18 h 10' },
    par: 'La CPE du collège',
    titre: 'Un adulte l’a lu',
    texte: 'Elle te répond ici.',
    ton: 'info' as const,
    icone: 'oeil' as const,
  },
  {
    quand: { iso: '2026-11-23T17:00', libelle: 'Avant lundi, 17 h' },
    titre: 'On te dira ce que nous faisons pour te protéger',
    icone: 'bouclier' as const,
    avenir: true,
  },
]

const fil = filMessages(
  [
    {
      auteur: 'Toi',
      quand: points[0]!.quand,
      texte: paragraphes('Ils attendent à la sortie.\n\nJe ne veux plus y aller seule.'),
      moi: true,
    },
    {
      auteur: 'La CPE du collège',
      quand: points[1]!.quand,
      texte: paragraphes('Merci de nous l’avoir dit. Tu n’es pas responsable. Demain, je serai au portail.'),
      moi: false,
      marque: badge({ libelle: 'Nouveau', ton: 'nouveau' }),
    },
  ],
  'Messages',
)

export const contenus = html`<h2>Montrer</h2>
  ${encart({ titre: 'Qui va lire ton message ?', texte: 'Deux adultes de ton collège. Pas tes professeurs, pas les autres élèves.', icone: 'oeil' })}
  <div class="fr-grid-row fr-grid-row--gutters">
    <div class="fr-col-sm-6">
      ${carte({ titre: 'Raconter', url: '#', texte: 'Sans donner ton nom. Environ 5 minutes.', icone: 'message' })}
    </div>
    <div class="fr-col-sm-6">
      ${carte({ titre: 'Lire la réponse', url: '#', texte: 'Avec le code que tu as noté.', icone: 'cadenas' })}
    </div>
  </div>
  ${accordeon({ titre: 'Est-ce que ce sera secret ?', contenu: html`<p>Nous n’écrivons ton nom nulle part. Si tu es en danger, nous préviendrons des adultes pour te protéger.</p>`, ouvert: true })}
  ${accordeon({ titre: 'Et si je me trompe ?', contenu: 'Tu ne seras jamais puni pour avoir demandé de l’aide.' })}
  <h2>Garder le code</h2>
  ${codeMots({ id: 'code', mots: ['girafe', 'orange', 'sentier', 'violon', 'nuage', 'pomme', 'bateau'], copier: { libelle: 'Copier le code', fait: 'Copié' }, imprimer: 'Imprimer' })}
  <h2>Ce qui s’est passé</h2>
  ${chronologie(points, 'Histoire de ton message')}
  <h2>Se parler</h2>
  ${fil}
  <h2>Relire</h2>
  ${definitionListe([
    {
      terme: 'École',
      definition: 'Collège Les Tilleuls, Castelnau',
      action: { libelle: 'Modifier', precision: 'l’école', url: '#' },
    },
    {
      terme: 'Ce qui se passe',
      definition: 'Des insultes, on me laisse tout seul',
      action: { libelle: 'Modifier', precision: 'ce qui se passe', url: '#' },
    },
  ])}
  ${vide({ titre: 'Rien à lire pour le moment', texte: 'Reviens demain, ou plus tôt si tu veux ajouter quelque chose.', icone: 'boite' })}
  <div class="fr-grid-row fr-grid-row--gutters">
    <div class="fr-col-sm-6">${chiffre({ valeur: 3, libelle: 'en retard', url: '#', ton: 'erreur' })}</div>
    <div class="fr-col-sm-6">${chiffre({ valeur: 12, libelle: 'en cours', url: '#' })}</div>
  </div>
  <p class="fr-tags-group">${boutonCopier({ cible: 'code', libelle: 'Copier', fait: 'Copié' })} ${boutonImprimer('Imprimer')}</p>
  ${etapes({ numero: 3, total: 8, etat: 'Étape 3 sur 8', titre: 'Ce qui se passe' })}
  <h2>Dessins</h2>
  <ul class="preau-planche">
    ${nomsIcones.map((nom) => html`<li>${icone(nom)}<span>${nom}</span></li>`)}
  </ul>`
