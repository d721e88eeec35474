import type { Partiel, Textes } from './types.ts'

/** What the French form says otherwise to adults: « vous ». Everything else is the same sentence. */
export const frVous: Partiel<Textes> = {
  commun: {
    tropLong: (max) =>
      `C’est un peu trop long : ${max.toLocaleString('fr-FR')} signes au plus. Vous pouvez raconter la suite dans un deuxième message.`,
    expire: 'Cette page est ouverte depuis plus d’un jour : par sécurité, tout a été effacé. Recommencez ici.',
    fermee: 'Cette page a été effacée. Ce qui était envoyé est gardé. Vous pouvez raconter autre chose ici.',
    perdu: 'La page était incomplète. Recommencez ici, rien n’a été envoyé.',
  },
  ecole: {
    beaucoup: 'Elle n’est pas dans cette liste ? Écrivez le nom de l’école et la ville, puis cherchez encore.',
    aucune: 'Nous n’avons pas trouvé. Essayez avec le nom de la ville seulement.',
    manque: 'Choisissez l’école dans la liste : c’est la seule réponse dont nous avons besoin.',
    fermee: 'Cette école n’est plus dans notre liste. Choisissez-en une autre : le reste est gardé, rien n’est encore envoyé.',
    pourquoi: 'Nous avons besoin de l’école pour que votre message arrive au bon adulte.',
  },
  quoi: {
    intime:
      'N’envoyez à personne une photo intime d’un enfant, même pour prouver : c’est interdit et cela peut la faire circuler. Laissez-la où elle est, et appelez le 3018 : ils peuvent la faire retirer.',
    mourir:
      'Appelez le 3114 maintenant, de jour comme de nuit : quelqu’un vous conseille, c’est gratuit. En cas de danger immédiat, appelez le 15.',
  },
  personnes: {
    adulte: 'Si c’est un adulte de l’école, votre message ne sera pas lu par l’école. Il sera lu par l’équipe du département.',
  },
  reponse: {
    mail: 'Votre adresse mail',
    mailAide: 'Personne ne la voit. Elle est effacée à la fin. Choisissez une adresse que vous seul ou vous seule pouvez ouvrir.',
    adulteAide: 'Par exemple : l’infirmière, la professeure principale, un surveillant. Nous lui demanderons de vous parler.',
    adulteVide: 'Écrivez de quel adulte il s’agit, ou choisissez une autre réponse.',
  },
  resume: {
    quand: 'Un adulte doit lire votre message en 24 heures au plus, un jour d’école.',
    lignes: { recit: 'Avec vos mots', souhait: 'Ce que vous souhaitez' },
  },
  lecteurs: {
    toujours: 'Les équipes harcèlement du département et de l’académie peuvent lire aussi, pour vérifier que l’élève est aidé.',
    jamais: 'Les élèves et les autres familles ne lisent jamais.',
  },
  danger: {
    aide: 'En danger : un enfant est frappé ou menacé, ou quelqu’un veut mourir ou se faire du mal.',
    appelle: 'Appelez maintenant un de ces numéros. Si vous ne pouvez pas parler, envoyez un SMS au 114.',
    ensuite: 'Ensuite, vous pouvez aussi raconter ici. Un adulte lira votre message avant les autres.',
    secret: 'Si un enfant est en danger, nous devrons prévenir pour le protéger.',
  },
  fin: {
    numerosDanger: 'Vous avez dit qu’il y a un danger maintenant : appelez aussi un de ces numéros.',
    code: 'Votre code secret',
    note: 'Notez ces 8 mots. Avec eux, vous pourrez lire la réponse et échanger avec un adulte. Nous ne pourrons pas vous les redonner.',
    conseils: [
      'Écrivez-les sur un papier, ou recopiez-les dans un endroit à vous.',
      'Les accents et les petites fautes ne comptent pas.',
      'Ne les donnez à personne.',
    ],
    sansCode: 'Votre message est arrivé. Vous n’aurez pas de réponse ici, mais des adultes vont s’en occuper.',
    etapes: [
      'Un adulte lit votre message : en 24 heures au plus, un jour d’école.',
      'Il vous répond ici, et il peut vous poser des questions.',
      'Des adultes décident comment protéger, et vous disent ce qui se passe.',
    ],
    etapesSansReponse: [
      'Un adulte lit votre message : en 24 heures au plus, un jour d’école.',
      'Des adultes décident comment protéger.',
    ],
  },
  verification: {
    question: 'Vérifions que votre code est bien noté',
    bravo: 'Votre code est bien noté.',
    rate: 'Ce n’est pas le bon mot. Regardez encore votre code.',
  },
  suivi: {
    bonjour: 'Votre message',
    etats: {
      arrive: 'Votre message est arrivé.',
      recu: (qui, avant) => `Votre message est arrivé. ${qui} doit le lire avant le ${avant}.`,
      lu: (qui) => `${qui} a lu votre message.`,
      pris_en_charge: (qui) => `${qui} s’occupe de votre message.`,
      repondu: 'On vous a répondu.',
      clos: 'L’échange est terminé. Si cela recommence, écrivez ici : un adulte reprend votre message.',
    },
    etapes: {
      pris_en_charge: 'Des adultes s’occupent de ce que vous avez raconté.',
      fini: 'Nous avons fini de vérifier. Si cela recommence, écrivez ici : nous reprenons.',
      surveille: 'Nous vérifions que cela s’est arrêté.',
    },
    protection: 'Des adultes protègent votre enfant',
    mesures: {
      adulte_referent: 'Un adulte est là pour votre enfant, qui peut aller le voir quand il veut.',
      camarades: 'Des camarades de confiance restent avec votre enfant.',
      lieux: 'Un lieu, un trajet ou un horaire a changé, pour que votre enfant soit tranquille.',
      separation: 'Des adultes font en sorte que votre enfant soit tranquille à l’école.',
      numerique: 'Des adultes aident votre enfant pour le téléphone et Internet.',
      soin: 'Une personne qui soigne ou qui aide peut voir votre enfant.',
      autre: 'Des adultes ont prévu autre chose pour votre enfant.',
    },
    aucun: 'Pas encore de réponse. Votre message est bien arrivé.',
    toi: 'Vous',
    ecrireAide: 'Vous pouvez répondre, ou raconter ce qui s’est passé depuis.',
    envoye: 'Votre message est envoyé.',
    rien: 'Écrivez un message ou choisissez une image.',
    contactAide: 'Un mail « vous avez une réponse » part quand on vous répond.',
    contactFini: 'Votre adresse est effacée. Vous pouvez toujours revenir avec votre code.',
    avis: {
      aide: 'Si cela ne va pas mieux, un adulte reprend votre message.',
      options: { oui: 'Oui, cela va mieux', un_peu: 'Un peu', non: 'Non, cela continue' },
      dit: 'Vous avez répondu :',
      aide_recue: {
        question: 'Avez-vous reçu l’aide que vous attendiez ?',
        aide: 'Votre réponse nous aide à mieux faire. Vous pouvez ne pas répondre.',
      },
    },
    recu: {
      explique: 'Ce document prouve que votre message est arrivé. Il ne dit ni votre nom, ni ce que vous avez raconté.',
    },
    raconte: 'Ce que vous avez raconté',
  },
}
