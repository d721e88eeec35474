// Words of the gallery only: invented, and enough to fill each component. The real ones live in the rooms' dictionaries.
import type { LangueUrl, TextesPage } from '../page/publique.ts'

export const languesUrls: LangueUrl[] = [
  { langue: 'fr', dir: 'ltr', libelle: 'Français', url: '/galerie' },
  { langue: 'en', dir: 'ltr', libelle: 'English', url: '/galerie?vue=en' },
  { langue: 'ar', dir: 'rtl', libelle: 'العربية', url: '/galerie?vue=ar' },
]

export const textes: TextesPage = {
  nom: 'Préau',
  devise: 'Parler à un adulte de l’école',
  allerContenu: 'Aller au contenu',
  quitter: 'Quitter vite',
  quitterAide: 'ferme cette page tout de suite',
  langues: 'Langues',
  urgences: {
    titre: 'En danger maintenant\u00a0?',
    texte: 'Appelle. C’est gratuit.',
    tous: 'Tous les numéros',
    numeros: [
      { numero: '17', nom: 'Police', pour: 'On te fait du mal ou on va t’en faire. Jour et nuit.', premier: true },
      { numero: '15', nom: 'SAMU', pour: 'Quelqu’un est blessé ou va très mal. Jour et nuit.', premier: true },
      {
        numero: '114',
        nom: 'SMS',
        pour: 'Tu ne peux pas parler ou tu n’entends pas\u00a0: écris un SMS.',
        url: 'sms:114',
        premier: true,
      },
      { numero: '112', nom: 'Urgences', pour: 'Le numéro d’urgence partout en Europe. Jour et nuit.' },
      { numero: '119', nom: 'Enfance en danger', pour: 'Un enfant est en danger, à la maison ou ailleurs. Jour et nuit.' },
      { numero: '3114', nom: 'Idées noires', pour: 'Tu penses à mourir, ou tu as peur pour quelqu’un. Jour et nuit.' },
      { numero: '3018', nom: 'Harcèlement', pour: 'À l’école ou sur le téléphone. De 9\u00a0h à 23\u00a0h, tous les jours.' },
    ],
  },
  pied: {
    nom: 'Informations',
    mention: 'Préau est le service de l’académie pour que chaque élève soit en sécurité.',
    liens: [
      { libelle: 'Qui lit les messages', url: '/qui-lit' },
      { libelle: 'Données personnelles', url: '/donnees-personnelles' },
      { libelle: 'Accessibilité', url: '/accessibilite' },
      { libelle: 'Galerie', url: '/galerie' },
    ],
  },
}

export const textesArabe: TextesPage = {
  ...textes,
  devise: 'التحدث مع شخص بالغ في المدرسة',
  allerContenu: 'الانتقال إلى المحتوى',
  quitter: 'خروج سريع',
  quitterAide: 'يغلق هذه الصفحة فورًا',
  langues: 'اللغات',
  urgences: {
    ...textes.urgences,
    titre: 'هل أنت في خطر الآن؟',
    texte: 'اتصل. المكالمة مجانية.',
    tous: 'كل الأرقام',
    numeros: [
      { numero: '17', nom: 'الشرطة', pour: 'شخص يؤذيك أو سيؤذيك. ليلًا ونهارًا.', premier: true },
      { numero: '15', nom: 'الإسعاف', pour: 'شخص مصاب أو في حالة سيئة جدًا.', premier: true },
      { numero: '114', nom: 'رسالة نصية', pour: 'إذا كنت لا تستطيع الكلام.', url: 'sms:114', premier: true },
    ],
  },
}
