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
  qui: 'La direction de ton école et le coordonnateur harcèlement, ou l’inspecteur. Les équipes harcèlement du département et de l’académie vérifient que tu es aidé. Un adulte de l’école fait du mal ? Alors l’école ne lit pas.',
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
      'Une seule de ces phrases te parle ? Ce n’est pas normal, et ce n’est pas de ta faute. Tu peux en parler : un adulte va t’aider.',
    camarade: 'Tu penses à un ou une camarade en lisant ? Tu peux parler pour lui ou pour elle.',
  },
  publicsTitre: 'Pour toi, pour vous',
  publics: {
    eleves: {
      libelle: 'Élèves',
      accroche: 'Ça t’arrive, tu le vois, ou tu l’as fait',
      titre: 'Que peux-tu faire ?',
      intro: 'Tu as le droit d’être tranquille à l’école. Tous les enfants l’ont.',
      sections: [
        {
          titre: 'Si ça t’arrive',
          points: [
            'Ce n’est pas de ta faute. Même si on te le dit.',
            'Parle à un adulte : un parent, une maîtresse ou un maître, l’infirmière, qui tu veux.',
            'Tu peux raconter ici, sans dire ton nom.',
            'Garde les messages et les photos : ne réponds pas, fais une capture d’écran.',
            'Tu peux appeler le 3018 tous les jours, de 9 h à 23 h. C’est gratuit.',
          ],
        },
        {
          titre: 'Si tu le vois',
          points: [
            'Va voir l’élève après : dis-lui que tu as vu, et que ce n’est pas normal.',
            'Ne ris pas, ne filme pas, n’envoie rien.',
            'Raconte à un adulte, ou ici. Ce n’est pas rapporter : c’est aider.',
            'Ne te mets pas en danger.',
          ],
        },
        {
          titre: 'Si tu l’as fait',
          points: [
            'Tu peux t’arrêter maintenant.',
            'Tu peux en parler à un adulte : il t’aidera à réparer.',
            'Rire avec les autres fait mal aussi.',
          ],
        },
      ],
      bouton: 'Raconter ce qui se passe',
    },
    parents: {
      libelle: 'Parents',
      accroche: 'Les signes, quoi faire, qui appeler',
      titre: 'Vous êtes parent',
      intro: 'Vous vous inquiétez pour un enfant. Voici comment l’aider, et ce que l’école doit faire.',
      sections: [
        {
          titre: 'Les signes qui doivent alerter',
          points: [
            'Il ou elle ne veut plus aller à l’école, dort mal, a mal au ventre ou à la tête.',
            'Des affaires abîmées ou perdues, des bleus, de l’argent qui manque.',
            'Moins d’amis, des notes qui baissent, un téléphone que l’on cache ou que l’on fuit.',
          ],
        },
        {
          titre: 'Ce que vous pouvez faire',
          points: [
            'Écoutez sans interrompre, et dites que ce n’est pas de sa faute.',
            'Notez ce qui s’est passé : quoi, quand, où, qui. Gardez les messages.',
            'Racontez ici, ou demandez un rendez-vous à la direction de l’école.',
            'N’allez pas régler cela vous-même avec l’autre enfant ou ses parents.',
          ],
        },
        {
          titre: 'Ce que l’école doit faire',
          points: [
            'Recevoir votre enfant et vous recevoir, puis protéger tout de suite si c’est nécessaire.',
            'Vous dire ce qui est fait, et vérifier plus tard que c’est fini.',
            'Sans réponse, racontez ici : les équipes du département et de l’académie lisent aussi.',
          ],
        },
        {
          titre: 'Si votre enfant a fait du mal à un autre',
          points: [
            'Ce n’est pas lui que l’on juge, c’est ce qui s’est passé : l’aider à comprendre arrête souvent les choses.',
            'L’école vous reçoit aussi.',
          ],
        },
      ],
      bouton: 'Raconter pour un enfant',
    },
    personnels: {
      libelle: 'Personnels',
      accroche: 'Un élève vous parle, vous avez vu quelque chose',
      titre: 'Vous travaillez avec des élèves',
      intro: 'Vous n’avez pas à être sûr : dire ce que vous avez vu ou entendu suffit.',
      sections: [
        {
          titre: 'Un élève vous parle',
          points: [
            'Écoutez, croyez ce qu’il dit, remerciez-le d’avoir parlé.',
            'Ne promettez pas le secret : dites qui sera prévenu, et pourquoi.',
            'Écrivez ses mots, sans les changer. Ne menez pas d’enquête.',
            'Ne mettez jamais face à face les élèves concernés.',
          ],
        },
        {
          titre: 'Le jour même',
          points: [
            'Prévenez la direction et le coordonnateur harcèlement, ou racontez ici.',
            'Danger ou idées noires : le 15, le 17, le 112 ; le 3114 pour les idées suicidaires ; le 119 pour un enfant en danger.',
            'Si un adulte de l’école est en cause, racontez ici : l’école ne lira pas, le département lira.',
          ],
        },
        {
          titre: 'Ensuite',
          points: [
            'L’équipe de l’établissement suit le protocole : recevoir chacun, protéger, traiter, vérifier que c’est fini.',
            'Le référent de votre département vous aide, à chaque étape.',
          ],
        },
      ],
      bouton: 'Dire ce que j’ai vu',
    },
  },
  /** The notice of RGPD art. 12, for a child: each sentence has its test (docs/promesses.md). */
  vie: {
    titre: 'Ce que devient ce que tu racontes',
    intro: 'Pour les enfants et les ados',
    phrases: [
      'Tu n’as pas à donner ton nom. On ne te demande jamais où tu habites, ta santé, ta religion, qui tu aimes.',
      'On ne garde pas le numéro de ton téléphone ou de ton ordinateur. Il n’y a pas de cookie.',
      'Ce que tu écris est enfermé avec une clé. Seuls les adultes qui doivent t’aider peuvent l’ouvrir.',
      'Chaque fois qu’un adulte ouvre ton message, c’est noté.',
      'Avec ton code, tu peux relire et ajouter. Tu peux aussi dire que tu ne veux plus de mail.',
      'Si tu es en danger, on devra prévenir des adultes pour te protéger. On te le dit avant que tu envoies.',
      'Les mots de ton code ne sont écrits nulle part chez nous. Si tu les perds, personne ne peut les retrouver.',
      'Ton téléphone garde peut-être la trace que tu es venu ici. Tu peux l’effacer, ou utiliser une fenêtre privée.',
      'On te voit sur une photo de ce site, et tu ne veux plus ? Dis-le à tes parents ou à ton école. On l’efface tout de suite.',
    ],
    adultes: 'Tout le détail, pour les adultes',
  },
  ferme: (quand: string) =>
    `En ce moment, personne ne lit ici. Ton message sera lu à partir de ${quand}. Si c’est grave, appelle un des numéros en haut de la page.`,
  service: 'Les adultes lisent ici du lundi au vendredi, de 8 h à 18 h. Pas la nuit, pas le week-end, pas pendant les vacances.',
}
export type Textes = typeof fr
