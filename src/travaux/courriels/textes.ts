/** All that a mail of ours ever says. It may be read over a shoulder, on a shared screen, by whoever keeps the mail server. */
export interface Texte {
  objet: string
  corps: string
}

const POURQUOI_SI_PEU =
  'Ce courriel ne dit rien d’autre, exprès : ce que les élèves confient ne voyage pas par courriel.\nN’y répondez pas, personne ne le lirait.'

/** To an agent; the address is typed or kept as a bookmark by those who distrust links, and they are right. */
const equipe = (phrase: string, objet: string): ((origine: string, chemins: readonly string[]) => Texte) => {
  return (origine, chemins) => {
    const adresses = chemins.map((c) => `${origine}${c}`).join('\n')
    return { objet, corps: `Bonjour,\n\n${phrase}\n\n${adresses}\n\n${POURQUOI_SI_PEU}\n` }
  }
}

/** Nobody's trouble: it may say what it is about, and leads where it is done. */
const PREVENTION: Readonly<Record<string, { objet: string; phrase: string; chemin: string }>> = {
  action: {
    objet: 'des actions vous attendent',
    phrase: 'Des actions d’écoles et d’établissements attendent votre avis, ou leur publication.',
    chemin: '/actions?faire=oui',
  },
  ressource: {
    objet: 'des ressources sont à relire',
    phrase: 'Des ressources en ligne sont à relire : leur jour vient, ou il est passé.',
    chemin: '/redaction?revue=oui',
  },
  visite: {
    objet: 'une visite est annulée',
    phrase: 'L’organisateur a annulé une visite de l’exposition que vous aviez réservée.',
    chemin: '/actions/visites',
  },
  visite_deplacee: {
    objet: 'une visite change de moment',
    phrase: 'Une visite de l’exposition que vous aviez réservée change de moment. Gardez-la, ou rendez vos places.',
    chemin: '/actions/visites',
  },
  charte: {
    objet: 'votre charte d’engagement se termine',
    phrase: 'La charte d’engagement de votre école ou de votre établissement se termine bientôt, ou vient de se terminer.',
    chemin: '/actions/programme',
  },
}
export const estPrevention = (modele: string): boolean => Object.hasOwn(PREVENTION, modele)

/** Several of them make one mail. @throws when none is given. */
export function prevention(origine: string, modeles: readonly string[]): Texte {
  const siens = [...new Set(modeles)].map((m) => PREVENTION[m]!)
  const corps = siens.map((p) => `${p.phrase.replaceAll(' :', '\u00a0:')}\n\n${origine}${p.chemin}`).join('\n\n')
  return {
    objet: `Préau\u00a0: ${siens[0]!.objet}`,
    corps: `Bonjour,\n\n${corps}\n\nNe répondez pas à ce courriel, personne ne le lirait.\n`,
  }
}

export const AGENTS = {
  urgent: equipe('Un nouveau message vous attend dans Préau. Il est à lire sans attendre.', 'Préau\u00a0: à lire sans attendre'),
  rappel: equipe('Un message vous attend encore dans Préau.', 'Préau\u00a0: un message vous attend encore'),
  nouveau: equipe('Un nouveau message vous attend dans Préau.', 'Préau\u00a0: un nouveau message vous attend'),
} as const
export type GenreAgent = keyof typeof AGENTS

/** The most pressing of the models about children that meet in one mail. */
export function genreDe(enfants: readonly string[]): GenreAgent {
  return enfants.includes('urgent') ? 'urgent' : enfants.every((m) => m === 'rappel') ? 'rappel' : 'nouveau'
}

/** To a reporter: the subject does not say from where, the address of the page alone does. */
export const DECLARANTS = {
  fr: (origine) => ({
    objet: 'Vous avez un message',
    corps: `Bonjour,\n\nVous avez une réponse. Pour la lire, il faut votre code\u00a0:\n\n${origine}/suivi\n\nNe répondez pas à ce courriel, personne ne le lirait.\nEn cas de danger, appelez le 17 ou le 112, ou envoyez un SMS au 114.\n`,
  }),
  en: (origine) => ({
    objet: 'You have a message',
    corps: `Hello,\n\nYou have an answer. To read it, you need your code:\n\n${origine}/en/suivi\n\nDo not reply to this mail: nobody would read it.\nIn danger, call 17 or 112, or text 114.\n`,
  }),
  ar: (origine) => ({
    objet: 'لديك رسالة',
    corps: `مرحبًا،\n\nلديك ردّ. لقراءته تحتاج إلى رمزك:\n\n${origine}/ar/suivi\n\nلا ترد على هذه الرسالة، فلن يقرأها أحد.\nفي حالة الخطر، اتصل بالرقم 17 أو 112، أو أرسل رسالة نصية إلى 114.\n`,
  }),
} as const satisfies Record<string, (origine: string) => Texte>
export type LangueDeclarant = keyof typeof DECLARANTS

export const langueDe = (code: string): LangueDeclarant => (Object.hasOwn(DECLARANTS, code) ? (code as LangueDeclarant) : 'fr')
