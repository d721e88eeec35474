import type { TextesPage } from '../page/publique.ts'

export const ar: TextesPage = {
  nom: 'Préau',
  devise: 'مكان آمن للحديث',
  allerContenu: 'انتقل إلى المحتوى',
  quitter: 'خروج سريع',
  quitterAide: 'يغلق هذه الصفحة ويفتح صفحة أخرى لا علاقة لها بها',
  ecouter: 'استمع',
  langues: 'اللغات',
  urgences: {
    titre: 'هل أنت في خطر الآن؟',
    texte: 'اتصل فورًا. الاتصال مجاني.',
    tous: 'كل الأرقام، وفائدة كل رقم',
    numeros: [
      { numero: '17', nom: 'الشرطة', pour: 'شخص يؤذيك أو سيؤذيك. ليلًا ونهارًا.', premier: true },
      { numero: '15', nom: 'الإسعاف', pour: 'شخص مصاب أو مريض، أو يريد أن يؤذي نفسه. ليلًا ونهارًا.', premier: true },
      { numero: '112', nom: 'الطوارئ', pour: 'كل حالات الطوارئ، في كل أوروبا. ليلًا ونهارًا.', premier: true },
      {
        numero: '114',
        nom: 'رسالة SMS',
        pour: 'لا تستطيع الكلام أو لا تسمع جيدًا: أرسل رسالة SMS. ليلًا ونهارًا.',
        url: 'sms:114',
        premier: true,
      },
      { numero: '119', nom: 'الأطفال في خطر', pour: 'طفل في خطر، حتى في البيت. ليلًا ونهارًا. المكالمة لا تظهر في الفاتورة.' },
      { numero: '3114', nom: 'أفكار سوداء', pour: 'لديك رغبة في الموت، أو خوف على شخص ما. ليلًا ونهارًا.' },
      { numero: '3018', nom: 'التنمر', pour: 'التنمر، الهاتف ووسائل التواصل. كل يوم من 9 صباحًا إلى 11 ليلًا.' },
    ],
  },
  pied: {
    nom: 'أسفل الصفحة',
    mention: 'خدمة يقدمها فريق مكافحة التنمر في المنطقة التعليمية (الأكاديمية).',
    liens: [
      { libelle: 'الصفحة الرئيسية', url: '/ar' },
      { libelle: 'بياناتك', url: '/ar/donnees-personnelles' },
      { libelle: 'إمكانية الوصول: غير مطابقة (بالفرنسية)', url: '/accessibilite' },
      { libelle: 'مساعدة (بالفرنسية)', url: '/aide' },
      { libelle: 'دخول الموظفين', url: '/connexion' },
    ],
  },
}
