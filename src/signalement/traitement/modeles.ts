interface Debut {
  libelle: string
  texte: string
}

/**
 * Beginnings of answers for each step, to be made one's own before sending. Short sentences, known words, nothing promised that is not
 * sure, and in each of them that one was right to speak, or is not forgotten.
 */
export const MODELES = {
  merci: {
    libelle: 'J’ai lu, merci',
    texte:
      'Merci de nous l’avoir dit. J’ai lu ton message en entier.\n\nTu n’y es pour rien. Ce que tu racontes est important, et je vais t’aider.\n\nJe te réécris ici avant …, pour te dire ce que nous faisons.',
  },
  protection: {
    libelle: 'Voici qui te protège',
    texte:
      'Dès aujourd’hui, … est là pour toi. Tu peux aller le voir quand tu veux, même pendant un cours.\n\nLes adultes de l’école font attention à toi, sans dire pourquoi aux autres élèves.\n\nSi quelque chose recommence, dis-le-moi ici, ou à lui.',
  },
  precision: {
    libelle: 'J’ai besoin d’en savoir plus',
    texte:
      'Merci pour ton message. Pour bien t’aider, j’aimerais comprendre un peu mieux.\n\nQue s’est-il passé ? Raconte comme tu veux, avec tes mots. Tu n’es pas obligé de tout dire.\n\nEt toi, qu’est-ce que tu voudrais ?',
  },
  temoin: {
    libelle: 'Merci d’aider quelqu’un',
    texte:
      'Merci. En parler, c’est aider. Tu as bien fait, et tu n’as trahi personne.\n\nNous nous occupons de la situation. Nous ne dirons pas que le message vient de toi.\n\nTu peux ajouter quelque chose ici quand tu veux.',
  },
  nouvelles: {
    libelle: 'Des nouvelles',
    texte:
      'Je pense à toi. Voici où nous en sommes : …\n\nEt pour toi, comment ça se passe depuis ? Tu peux répondre par un seul mot.\n\nJe te réécris ici avant ….',
  },
  attente: {
    libelle: 'C’est plus long que prévu',
    texte:
      'Ça prend plus de temps que ce que je t’avais dit. Attendre, c’est dur, et tu as raison de trouver ça long.\n\nNous nous occupons toujours de toi. Ce qui nous manque encore : …\n\nD’ici là, tu peux aller voir …. Je te réécris avant ….',
  },
  parent: {
    libelle: 'À un parent',
    texte:
      'Bonjour,\n\nVotre message est bien arrivé et je l’ai lu en entier. Je m’en occupe.\n\nVoici ce que nous faisons dès maintenant pour protéger votre enfant : …\n\nJe vous donne des nouvelles avant le …. D’ici là, écrivez-moi ici si quelque chose change.',
  },
} as const satisfies Record<string, Debut>

/** Last words: what was done, what to do if it begins again, and that speaking was right. */
export const FINS = {
  fini: {
    libelle: 'Ça s’est arrêté',
    texte:
      'Tu as bien fait de parler : grâce à toi, ça s’est arrêté. Nous avons vérifié avec toi.\n\nSi ça recommence, même un peu, écris ici avec ton code, ou va voir ….\n\nMerci de ta confiance.',
  },
  autre_aide: {
    libelle: 'Une autre aide',
    texte:
      'Merci d’avoir parlé. Ce que tu ressens compte.\n\nCe n’est pas du harcèlement, mais tu as besoin d’aide, et en voici une : … peut te recevoir.\n\nSi quelque chose change, écris ici avec ton code.',
  },
  temoin_fin: {
    libelle: 'À un témoin',
    texte:
      'Grâce à toi, des adultes ont pu agir. Nous ne pouvons pas te raconter ce qui concerne un autre élève, mais nous nous en sommes occupés.\n\nSi tu vois encore quelque chose, écris ici avec ton code. Merci de ne pas avoir détourné les yeux.',
  },
  parent_fin: {
    libelle: 'À un parent',
    texte:
      'Bonjour,\n\nVous avez bien fait de nous écrire. Voici ce qui a été fait, et ce que nous avons vérifié : …\n\nSi quelque chose recommence, écrivez ici avec votre code, ou appelez …. Merci de votre confiance.',
  },
} as const satisfies Record<string, Debut>

const debut = (liste: Record<string, Debut>, code: string | undefined): string =>
  code !== undefined && Object.hasOwn(liste, code) ? liste[code]!.texte : ''
export const texteModele = (code: string | undefined): string => debut(MODELES, code)
export const texteFin = (code: string | undefined): string => debut(FINS, code)
