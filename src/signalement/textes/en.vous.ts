import type { Partiel, Textes } from './types.ts'

/** What the English form says otherwise to adults: they tell for a child. Everything else is the same sentence. */
export const enVous: Partiel<Textes> = {
  quoi: {
    mourir: 'Call 3114 now, by day or by night: someone will advise you, and it is free. In immediate danger, call 15.',
  },
  reponse: {
    adulteAide: 'For example: the nurse, the form teacher, a supervisor. We will ask them to talk to you.',
  },
  lecteurs: {
    toujours:
      'The anti-bullying teams of the département and of the school region can read it too, to check that the pupil is being helped.',
    jamais: 'Pupils and other families never read it.',
  },
  danger: {
    aide: 'In danger: a child is being hit or threatened, or someone wants to die or to hurt themselves.',
    secret: 'If a child is in danger, we will have to tell others, to protect the child.',
  },
  fin: {
    conseils: [
      'Write them on paper, or copy them to a place of your own.',
      'Accents and small mistakes do not matter.',
      'Do not give them to anyone.',
    ],
  },
  suivi: {
    protection: 'Adults are there to keep your child safe',
    avis: { aide_recue: { question: 'Did you get the help you were expecting?' } },
  },
}
