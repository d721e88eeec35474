import type { Textes } from './fr.ts'

export const en: Textes = {
  titre: 'Talk, get help',
  accroche: 'Is someone picking on you or hurting you?',
  accrocheSuite: 'Or do you see it happen to someone? Tell us here: an adult will read what you say and help you.',
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
    { titre: 'An adult reads your message', texte: 'In 24 hours at most, on school days. They answer you here.' },
    { titre: 'We protect you', texte: 'Adults decide what to do and tell you what is happening.' },
  ],
  quiTitre: 'Who will read?',
  qui: 'The head teacher of your school and its anti-bullying coordinator, or the schools inspector. The anti-bullying teams of the département and of the school region (académie) check that you get help. Is an adult at the school hurting you? Then the school does not read it.',
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
  publicsTitre: 'For you',
  publics: {
    eleves: {
      libelle: 'Pupils',
      accroche: 'It happens to you, you see it, or you did it',
      titre: 'What can you do?',
      intro: 'You have the right to be left in peace at school. Every child has.',
      sections: [
        {
          titre: 'If it happens to you',
          points: [
            'It is not your fault. Even if they tell you it is.',
            'Talk to an adult: a parent, a teacher, the nurse, whoever you like.',
            'You can tell it here, without giving your name.',
            'Keep the messages and the pictures: do not answer, take a screenshot.',
            'You can call 3018 every day, from 9 am to 11 pm. It is free.',
          ],
        },
        {
          titre: 'If you see it',
          points: [
            'Go to them afterwards: say that you saw, and that it is not normal.',
            'Do not laugh, do not film, do not send anything on.',
            'Tell an adult, or tell it here. It is not telling tales: it is helping.',
            'Do not put yourself in danger.',
          ],
        },
        {
          titre: 'If you did it',
          points: [
            'You can stop now.',
            'You can talk to an adult: they will help you put it right.',
            'Laughing along hurts too.',
          ],
        },
      ],
      bouton: 'Tell what is happening',
    },
    parents: {
      libelle: 'Parents',
      accroche: 'The signs, what to do, who to call',
      titre: 'You are a parent',
      intro: 'You are worried about a child. Here is how to help, and what the school must do.',
      sections: [
        {
          titre: 'Signs to look out for',
          points: [
            'They no longer want to go to school, sleep badly, have stomach aches or headaches.',
            'Damaged or lost belongings, bruises, missing money.',
            'Fewer friends, falling marks, a phone that is hidden or avoided.',
          ],
        },
        {
          titre: 'What you can do',
          points: [
            'Listen without interrupting, and say that it is not their fault.',
            'Write down what happened: what, when, where, who. Keep the messages.',
            'Tell it here, or ask to meet the head teacher.',
            'Do not settle it yourself with the other child or their parents.',
          ],
        },
        {
          titre: 'What the school must do',
          points: [
            'See your child and see you, and protect at once if needed.',
            'Tell you what is done, and check later that it has stopped.',
            'No answer? Tell it here: the anti-bullying teams of the département and of the school region read too.',
          ],
        },
        {
          titre: 'If your child hurt another',
          points: [
            'It is what happened that is judged, not your child: helping them understand often ends it.',
            'The school will see you too.',
          ],
        },
      ],
      bouton: 'Tell for a child',
    },
    personnels: {
      libelle: 'Staff',
      accroche: 'A pupil talks to you, you saw something',
      titre: 'You work with pupils',
      intro: 'You do not have to be sure: saying what you saw or heard is enough.',
      sections: [
        {
          titre: 'A pupil talks to you',
          points: [
            'Listen, believe what they say, thank them for speaking.',
            'Do not promise secrecy: say who will be told, and why.',
            'Write down their words, unchanged. Do not investigate.',
            'Never bring the pupils concerned face to face.',
          ],
        },
        {
          titre: 'The same day',
          points: [
            'Tell the head teacher and the anti-bullying coordinator, or tell it here.',
            'Danger or dark thoughts: 15, 17, 112; 3114 for suicidal thoughts; 119 for a child in danger.',
            'If an adult at the school is involved, tell it here: the school will not read it, the département will.',
          ],
        },
        {
          titre: 'Afterwards',
          points: [
            'The school’s team follows the protocol: see everyone, protect, treat, check that it has stopped.',
            'The anti-bullying officer of your département helps you at each step.',
          ],
        },
      ],
      bouton: 'Tell what I saw',
    },
  },
  vie: {
    titre: 'What happens to what you tell us',
    intro: 'For children and teenagers',
    phrases: [
      'You do not have to give your name. We never ask where you live, or about your health, your religion or who you love.',
      'We do not keep the number of your phone or your computer. There are no cookies.',
      'What you write is locked with a key. Only the adults who must help you can open it.',
      'Each time an adult opens your message, it is written down.',
      'With your code, you can read it again, add to it, and say that you want no more emails.',
      'If you are in danger, we will have to tell adults, so that they can protect you. We say so before you send.',
      'We keep the words of your code nowhere. If you lose them, nobody can find them again.',
      'Your phone may remember that you came here. You can erase that, or use a private window.',
      'If you can be seen in a photo on this site and no longer want to be: tell your parents or your school. We erase it at once.',
    ],
    adultes: 'All the details, for adults (in French)',
  },
  ferme: (quand) =>
    `Right now, nobody is reading here. Your message will be read from ${quand}. If it is serious, call one of the numbers at the top of the page.`,
  service: 'Adults read here from Monday to Friday, 8 am to 6 pm. Not at night, not at weekends, not during school holidays.',
}
