/** Beginnings of answers, to be made one's own before sending. Short sentences, known words, nothing promised that is not sure. */
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
  parent: {
    libelle: 'À un parent',
    texte:
      'Bonjour,\n\nVotre message est bien arrivé et je l’ai lu en entier. Je m’en occupe.\n\nVoici ce que nous faisons dès maintenant pour protéger votre enfant : …\n\nJe vous donne des nouvelles avant le …. D’ici là, écrivez-moi ici si quelque chose change.',
  },
} as const

export type Modele = keyof typeof MODELES
export const texteModele = (code: string | undefined): string =>
  code !== undefined && Object.hasOwn(MODELES, code) ? MODELES[code as Modele].texte : ''
