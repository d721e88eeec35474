import type { TextesPage } from '../page/publique.ts'

/** Words of every public page. A number's `pour` says what it is for and when it answers. */
export const fr: TextesPage = {
  nom: 'Préau',
  devise: 'Un abri pour en parler',
  allerContenu: 'Aller au contenu',
  quitter: 'Quitter vite',
  quitterAide: 'ferme cette page et en ouvre une autre, sans rapport',
  ecouter: 'Écouter',
  langues: 'Langues',
  urgences: {
    titre: 'En danger maintenant ?',
    texte: 'Appelle tout de suite. C’est gratuit.',
    tous: 'Tous les numéros, et à quoi ils servent',
    numeros: [
      { numero: '17', nom: 'Police', pour: 'Quelqu’un te fait du mal ou va te faire du mal. Jour et nuit.', premier: true },
      {
        numero: '15',
        nom: 'SAMU',
        pour: 'Quelqu’un est blessé ou malade, ou veut se faire du mal. Jour et nuit.',
        premier: true,
      },
      { numero: '112', nom: 'Urgences', pour: 'Toutes les urgences, partout en Europe. Jour et nuit.', premier: true },
      {
        numero: '114',
        nom: 'Par SMS',
        pour: 'Tu ne peux pas parler, ou tu entends mal : écris un SMS. Jour et nuit.',
        url: 'sms:114',
        premier: true,
      },
      {
        numero: '119',
        nom: 'Enfance en danger',
        pour: 'Un enfant est en danger, même à la maison. Jour et nuit. L’appel ne se voit pas sur la facture.',
      },
      { numero: '3114', nom: 'Idées noires', pour: 'Tu as envie de mourir, ou tu as peur pour quelqu’un. Jour et nuit.' },
      { numero: '3018', nom: 'Harcèlement', pour: 'Harcèlement, téléphone et réseaux. Tous les jours, de 9 h à 23 h.' },
    ],
  },
  pied: {
    nom: 'Pied de page',
    mention: 'Le service du pôle académique de lutte contre le harcèlement.',
    liens: [
      { libelle: 'Accueil', url: '/' },
      { libelle: 'Temps forts', url: '/temps-forts' },
      { libelle: 'Le pôle', url: '/le-pole' },
      { libelle: 'Ressources', url: '/ressources' },
      { libelle: 'Tes données', url: '/donnees-personnelles' },
      { libelle: 'Accessibilité\u00a0: non conforme', url: '/accessibilite' },
      { libelle: 'Aide', url: '/aide' },
      { libelle: 'Je donne mon avis', url: '/avis' },
      { libelle: 'Mentions légales', url: '/mentions-legales' },
      { libelle: 'Conditions d’utilisation', url: '/conditions-d-utilisation' },
      { libelle: 'Statistiques', url: '/stats' },
      { libelle: 'Plan du site', url: '/plan-du-site' },
      { libelle: 'Espace des personnels', url: '/connexion' },
    ],
  },
}
