import type { TextesPage } from '../page/publique.ts'

export const en: TextesPage = {
  nom: 'Préau',
  devise: 'A safe place to talk',
  allerContenu: 'Skip to content',
  quitter: 'Leave quickly',
  quitterAide: 'closes this page and opens an unrelated one',
  ecouter: 'Listen',
  langues: 'Languages',
  urgences: {
    titre: 'In danger right now?',
    texte: 'Call straight away. It is free.',
    tous: 'All the numbers, and what they are for',
    numeros: [
      { numero: '17', nom: 'Police', pour: 'Someone is hurting you or is going to hurt you. Day and night.', premier: true },
      {
        numero: '15',
        nom: 'Ambulance',
        pour: 'Someone is hurt or ill, or wants to hurt themselves. Day and night.',
        premier: true,
      },
      { numero: '112', nom: 'Emergency', pour: 'Every emergency, anywhere in Europe. Day and night.', premier: true },
      {
        numero: '114',
        nom: 'By text',
        pour: 'You cannot speak, or it is hard for you to hear: send a text message. Day and night.',
        url: 'sms:114',
        premier: true,
      },
      {
        numero: '119',
        nom: 'Children in danger',
        pour: 'A child is in danger, even at home. Day and night. The call does not show on the bill.',
      },
      { numero: '3114', nom: 'Dark thoughts', pour: 'You want to die, or you are afraid for someone. Day and night.' },
      { numero: '3018', nom: 'Bullying', pour: 'Bullying, phones and social media. Every day, 9 am to 11 pm.' },
    ],
  },
  pied: {
    nom: 'Footer',
    mention: 'A service of the anti-bullying team of the school region (académie).',
    liens: [
      { libelle: 'Home', url: '/en' },
      { libelle: 'Your data', url: '/en/donnees-personnelles' },
      { libelle: 'Accessibility: not compliant (in French)', url: '/accessibilite' },
      { libelle: 'Help (in French)', url: '/aide' },
      { libelle: 'Staff sign-in', url: '/connexion' },
    ],
  },
}
