import type { Textes } from './fr.ts'

export const en: Textes = {
  titre: 'Talk, get help',
  accroche: 'Is someone picking on you or hurting you?',
  accrocheSuite: 'Or do you see it happen to someone? Tell us here: an adult will read you and help you.',
  raconter: 'Tell what is happening',
  reponse: 'Read my answer',
  promesses: [
    'You do not have to give your name.',
    'It takes 5 minutes. You can stop whenever you want.',
    'It is never your fault.',
  ],
  commentTitre: 'How it works',
  comment: [
    { titre: 'You tell', texte: 'Short questions. You answer the ones you want.' },
    {
      titre: 'You get a secret code',
      texte: '8 French words to write down. They let you read the answer, with no account and no password.',
    },
    { titre: 'An adult reads you', texte: 'Within 24 hours, on a school day. They answer you here.' },
    { titre: 'We protect you', texte: 'Adults decide what to do and tell you what is happening.' },
  ],
  quiTitre: 'Who will read?',
  qui: 'The head of your school and the school’s bullying coordinator, or the inspector. The bullying teams of the county (département) and of the region (académie) check that you get help. If an adult of the school is hurting you, the school does not read it.',
  verite: 'We cannot keep everything secret: if you are in danger, we will tell adults so that they can protect you.',
  harcelementTitre: 'What is bullying?',
  harcelement:
    'It is when one or more people hurt someone, several times: with words, by hitting, by leaving them out, or on the phone. Even “as a joke”. Even if each of them did it only once.',
  pasHarcelement:
    'A quarrel between two pupils of the same strength is not bullying. But if it hurts you, you can talk about it too.',
  normal: {
    titre: 'Is this normal?',
    lien: 'I do not know if it is serious',
    intro: 'Read these sentences. There is nothing to tick, and nothing is recorded.',
    phrases: [
      'Some pupils make fun of me, often.',
      'I am left out: nobody wants to play or eat with me.',
      'People push me, hit me or break my things.',
      'People say untrue things about me.',
      'People pick on me on the phone or in a game.',
      'I am afraid of going to school, or on the way.',
      'My stomach hurts, I sleep badly, I no longer feel like learning.',
      'I pretend to be ill so as not to go.',
    ],
    conclusion:
      'If even one of these sentences is about you, it is not normal, and it is not your fault. You can talk about it: an adult will help you.',
    camarade: 'If you think of a friend while reading, you can talk for them.',
  },
  parentsTitre: 'Are you a parent, or do you work with pupils?',
  parents:
    'The same form is open to you. You will get a code to read the answer and follow what is done. You can also call 3018, every day from 9 am to 11 pm.',
  ferme: (quand) =>
    `Right now, nobody is reading here. Your message will be read from ${quand}. If it is serious, call one of the numbers at the top of the page.`,
  service: 'Adults read here from Monday to Friday, 8 am to 6 pm. Not at night, not at weekends, not during school holidays.',
}
