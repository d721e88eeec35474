export const fr = {
  titre: 'Parler, être aidé',
  accroche: 'On t’embête, on te fait du mal ?',
  accrocheSuite: 'Ou tu vois quelqu’un à qui ça arrive ? Raconte ici : un adulte va te lire et t’aider.',
  raconter: 'Raconter ce qui se passe',
  reponse: 'Lire ma réponse',
  promesses: [
    'Tu n’as pas à donner ton nom.',
    'Ça prend 5 minutes. Tu peux t’arrêter quand tu veux.',
    'Ce n’est jamais de ta faute.',
  ],
  commentTitre: 'Comment ça se passe',
  comment: [
    { titre: 'Tu racontes', texte: 'Des questions courtes. Tu réponds à ce que tu veux.' },
    {
      titre: 'Tu reçois un code secret',
      texte: '8 mots à noter. Ils servent à lire la réponse, sans compte et sans mot de passe.',
    },
    { titre: 'Un adulte te lit', texte: 'En 24 heures au plus, un jour d’école. Il te répond ici.' },
    { titre: 'On te protège', texte: 'Des adultes décident quoi faire et te disent ce qui se passe.' },
  ],
  quiTitre: 'Qui va lire ?',
  qui: 'La direction de ton école et le coordonnateur harcèlement, ou l’inspecteur. Les équipes harcèlement du département et de l’académie vérifient que tu es aidé. Si c’est un adulte de l’école qui fait du mal, l’école ne lit pas.',
  verite: 'On ne peut pas tout garder secret : si tu es en danger, on préviendra des adultes pour te protéger.',
  harcelementTitre: 'C’est quoi, le harcèlement ?',
  harcelement:
    'C’est quand une ou plusieurs personnes font du mal à quelqu’un, plusieurs fois : avec des mots, des coups, en le mettant à l’écart, ou sur le téléphone. Même « pour rire ». Même si chacun ne l’a fait qu’une fois.',
  pasHarcelement:
    'Une dispute entre deux élèves de même force, ce n’est pas du harcèlement. Mais si ça te fait du mal, tu peux en parler aussi.',
  normal: {
    titre: 'Est-ce que c’est normal ?',
    lien: 'Je ne sais pas si c’est grave',
    intro: 'Lis ces phrases. Tu n’as rien à cocher, rien n’est enregistré.',
    phrases: [
      'Il y a des élèves qui se moquent de moi, souvent.',
      'On me met à l’écart : personne ne veut jouer ou manger avec moi.',
      'On me pousse, on me frappe, on abîme mes affaires.',
      'On dit des choses fausses sur moi.',
      'On m’embête sur le téléphone ou dans un jeu.',
      'J’ai peur d’aller à l’école, ou sur le chemin.',
      'J’ai mal au ventre, je dors mal, je n’ai plus envie d’apprendre.',
      'Je fais semblant d’être malade pour ne pas y aller.',
    ],
    conclusion:
      'Si une seule de ces phrases te parle, ce n’est pas normal, et ce n’est pas de ta faute. Tu peux en parler : un adulte va t’aider.',
    camarade: 'Si tu penses à un ou une camarade en lisant, tu peux parler pour lui ou pour elle.',
  },
  parentsTitre: 'Vous êtes parent, ou vous travaillez avec des élèves ?',
  parents:
    'Le même formulaire vous est ouvert. Vous recevrez un code pour lire la réponse et suivre ce qui est fait. Vous pouvez aussi appeler le 3018, tous les jours de 9 h à 23 h.',
  ferme: (quand: string) =>
    `En ce moment, personne ne lit ici. Ton message sera lu à partir de ${quand}. Si c’est grave, appelle un des numéros en haut de la page.`,
  service: 'Les adultes lisent ici du lundi au vendredi, de 8 h à 18 h. Pas la nuit, pas le week-end, pas pendant les vacances.',
}
export type Textes = typeof fr
