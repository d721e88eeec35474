import type { Langue } from '#ui'
import { delai } from './erreurs.delai.ts'

type Page = { titre: string; texte: string }
interface Textes {
  accueil: string
  raconter: string
  introuvable: Page
  efface: (le: Date) => Page
  refus: Page
  ailleurs: Page
  attente: (secondes: number) => Page
  indisponible: Page
  inattendu: (reference: string) => Page
}

const leJour = (langue: Langue, le: Date): string =>
  `${langue === 'fr' ? 'le ' : ''}${new Intl.DateTimeFormat(langue, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(le)}`

/** What an error page says, in the reader's language. The emergency numbers are always there: an error is no reason to be alone. */
export const ERREURS: Record<Langue, Textes> = {
  fr: {
    accueil: 'Aller à la page d’accueil',
    raconter: 'Raconter ce qui se passe',
    introuvable: {
      titre: 'Cette page n’existe pas',
      texte:
        'L’adresse est peut-être incomplète, ou ce qu’elle montrait n’est plus là, ou n’est pas ouvert à tous. En cas de danger : le 17, le 15 ou le 112 ; le 114 par SMS.',
    },
    efface: (le) => ({
      titre: 'Ce contenu a été effacé',
      texte: `Il a été effacé ${leJour('fr', le)}, pour toujours : les noms et les récits ne peuvent plus être lus, par personne. Il en reste des dates et des comptes, sans un nom.`,
    }),
    refus: { titre: 'Ce n’est pas possible maintenant', texte: '' },
    ailleurs: {
      titre: 'Cet envoi ne vient pas d’une page de ce site',
      texte:
        'Par sécurité, rien n’a été lu ni gardé. Il faut revenir à la page d’avant, la recharger, puis envoyer de nouveau. En cas de danger : le 17, le 15 ou le 112 ; le 114 par SMS.',
    },
    attente: (s) => ({
      titre: 'Beaucoup de demandes en même temps',
      texte: `On peut réessayer ${delai('fr', s)} : rien n’est perdu, tout est encore à la page d’avant. En cas de danger : le 17, le 15 ou le 112 ; le 114 par SMS.`,
    }),
    indisponible: {
      titre: 'Le service revient dans un instant',
      texte:
        'Ce qui était déjà envoyé est gardé. On peut revenir à la page d’avant, et réessayer dans une minute. En cas de danger : le 17, le 15 ou le 112 ; le 114 par SMS.',
    },
    inattendu: (ref) => ({
      titre: 'Quelque chose n’a pas marché',
      texte: `Ce qui était déjà envoyé est gardé. On peut réessayer dans un instant. Si ça dure, voici le numéro à donner : ${ref}. En cas de danger : le 17, le 15 ou le 112 ; le 114 par SMS.`,
    }),
  },
  en: {
    accueil: 'Go to the home page',
    raconter: 'Tell what is happening',
    introuvable: {
      titre: 'This page does not exist',
      texte:
        'The address may be incomplete, or what it showed is gone, or is not open to you. In danger, call 17, 15 or 112; text 114.',
    },
    efface: (le) => ({
      titre: 'This has been erased',
      texte: `It was erased on ${leJour('en', le)}, for good: nobody can read the names and the words any more. Dates and counts remain, without a name.`,
    }),
    refus: {
      titre: 'This is not possible right now',
      texte: 'We could not read what was sent. Go back to the page before: your answers are still there. Try again.',
    },
    ailleurs: {
      titre: 'This was not sent from a page of this site',
      texte:
        'To keep you safe, nothing was read or kept. Go back to the page before, reload it, then send again. In danger, call 17, 15 or 112; text 114.',
    },
    attente: (s) => ({
      titre: 'Many requests at the same time',
      texte: `Try again ${delai('en', s)}: nothing is lost, go back to the page before. In danger, call 17, 15 or 112; text 114.`,
    }),
    indisponible: {
      titre: 'The service will be back in a moment',
      texte:
        'What was already sent is kept. Go back to the page before and try again in a minute. In danger, call 17, 15 or 112; text 114.',
    },
    inattendu: (ref) => ({
      titre: 'Something went wrong',
      texte: `What was already sent is kept. Try again in a moment. If it goes on, this is the number to give: ${ref}. In danger, call 17, 15 or 112; text 114.`,
    }),
  },
  ar: {
    accueil: 'العودة إلى الصفحة الرئيسية',
    raconter: 'احكِ ما يحدث',
    introuvable: {
      titre: 'هذه الصفحة غير موجودة',
      texte:
        'قد يكون العنوان ناقصًا، أو أن ما كان فيه لم يعد موجودًا، أو غير مفتوح لك. إذا كنت في خطر، اتصل بالرقم 17 أو 15 أو 112، أو أرسل رسالة إلى 114.',
    },
    efface: (le) => ({
      titre: 'تم محو هذا المحتوى',
      texte: `تم محوه نهائيًا في ${leJour('ar', le)}: لم يعد أحد يستطيع قراءة الأسماء والكلمات. لم يبق منه إلا تواريخ وأعداد، بلا أي اسم.`,
    }),
    refus: {
      titre: 'هذا غير ممكن الآن',
      texte: 'لم نستطع قراءة ما أُرسل. عد إلى الصفحة السابقة: إجاباتك ما زالت هناك. حاول مرة أخرى.',
    },
    ailleurs: {
      titre: 'لم يُرسل هذا من صفحة في هذا الموقع',
      texte:
        'من أجل أمانك، لم يُقرأ شيء ولم يُحفظ شيء. عد إلى الصفحة السابقة، وأعد تحميلها، ثم أرسل مرة أخرى. إذا كنت في خطر، اتصل بالرقم 17 أو 15 أو 112، أو أرسل رسالة إلى 114.',
    },
    attente: (s) => ({
      titre: 'طلبات كثيرة في الوقت نفسه',
      texte: `حاول مرة أخرى ${delai('ar', s)}: لم يضع شيء، عد إلى الصفحة السابقة. إذا كنت في خطر، اتصل بالرقم 17 أو 15 أو 112، أو أرسل رسالة إلى 114.`,
    }),
    indisponible: {
      titre: 'ستعود الخدمة بعد لحظات',
      texte:
        'ما أُرسل من قبل محفوظ. عد إلى الصفحة السابقة وحاول بعد دقيقة. إذا كنت في خطر، اتصل بالرقم 17 أو 15 أو 112، أو أرسل رسالة إلى 114.',
    },
    inattendu: (ref) => ({
      titre: 'حدث خطأ ما',
      texte: `ما أُرسل من قبل محفوظ. حاول بعد لحظات. إذا استمر ذلك، فهذا هو الرقم الذي يُطلب منك: ${ref}. إذا كنت في خطر، اتصل بالرقم 17 أو 15 أو 112، أو أرسل رسالة إلى 114.`,
    }),
  },
}
