import { CONTRE } from '../piste/contre.ts'

/**
 * The grid that adults fill, each on their own. Few words for an answer, and what it rests on. A published version is never edited:
 * each evaluation keeps the one that it was filled with. Nothing here is added up, and nothing ever is (RGPD 22, invariant 11).
 * Criteria: L111-6 code de l'éducation; 222-33-2-2 and 222-33-2-3 code pénal (S40, S41); S47, S48; signs seen by several adults: S18,
 * S31. The wording is a proposition.
 */
export interface Critere {
  question: string
  aide?: string
  genre: Genre
  /** Code → words, in the order in which they are offered; `sait_pas` ends each list. */
  reponses: Readonly<Record<string, string>>
  /** Asked when the answer is « oui » or « des signes »: which ones. Several may be ticked. */
  lesquels?: { question: string; parmi: Readonly<Record<string, { libelle: string }>> }
}

export interface Grille {
  version: string
  parties: readonly { titre: string; criteres: Readonly<Record<string, Critere>> }[]
}

const SAIT_PAS = { sait_pas: 'Je ne sais pas' }

/** The kinds of answers that a question may have: few words each, and never a figure. A kind that is published is never edited. */
export const GENRES = {
  oui_non: { libelle: 'Oui ou non', reponses: { oui: 'Oui', non: 'Non', ...SAIT_PAS } },
  signes: {
    libelle: 'Oui, des signes, ou non',
    reponses: { oui: 'Oui, c’est dit ou constaté', signes: 'Des signes, sans certitude', non: 'Non', ...SAIT_PAS },
  },
  repetition: {
    libelle: 'Combien de fois',
    reponses: { une_fois: 'Une fois', plusieurs: 'Plusieurs fois', souvent: 'Chaque semaine, ou plus', ...SAIT_PAS },
  },
  duree: {
    libelle: 'Depuis combien de temps',
    reponses: {
      jours: 'Quelques jours',
      semaines: 'Quelques semaines',
      mois: 'Plusieurs mois',
      an: 'Plus d’un an',
      ...SAIT_PAS,
    },
  },
  evolution: {
    libelle: 'Comment cela évolue',
    reponses: {
      cesse: 'Cela a cessé',
      mieux: 'Mieux',
      pareil: 'Pareil',
      pire: 'Pire',
      debut: 'Trop tôt pour le dire',
      ...SAIT_PAS,
    },
  },
  desequilibre: {
    libelle: 'Peut se défendre',
    reponses: { non: 'Non', un_peu: 'Un peu, ou parfois', oui: 'Oui, à force égale', ...SAIT_PAS },
  },
  groupe: {
    libelle: 'Ce que fait le groupe',
    reponses: {
      suit: 'Il rit, filme ou suit',
      tait: 'Il voit et ne dit rien',
      soutient: 'Certains le soutiennent',
      absent: 'Personne ne voit',
      ...SAIT_PAS,
    },
  },
} as const satisfies Record<string, { libelle: string; reponses: Readonly<Record<string, string>> }>
export type Genre = keyof typeof GENRES

/** Answers of this kind. */
export const repond = (genre: Genre): { genre: Genre; reponses: Readonly<Record<string, string>> } => ({
  genre,
  reponses: GENRES[genre].reponses,
})

export const GRILLE_2026: Grille = {
  version: '2026-1',
  parties: [
    {
      titre: 'Ce qui se passe',
      criteres: {
        repetition: {
          question: 'L’élève visé a-t-il subi cela plusieurs fois ?',
          aide: 'Du côté de l’élève visé : plusieurs auteurs qui agissent une fois chacun, c’est une répétition.',
          ...repond('repetition'),
        },
        duree: {
          question: 'Depuis combien de temps ?',
          ...repond('duree'),
        },
        graves: {
          question: 'Y a-t-il des faits graves ?',
          aide: 'Violence physique sérieuse, violence sexuelle, arme, argent exigé, images intimes, haine. Ces faits appellent une autre voie que la préoccupation partagée.',
          ...repond('signes'),
        },
        cyber: {
          question: 'Est-ce que cela se passe aussi en ligne ?',
          aide: 'Le téléphone prolonge le harcèlement le soir et le week-end. Le 3018 fait retirer vite.',
          ...repond('signes'),
        },
      },
    },
    {
      titre: 'Entre qui',
      criteres: {
        desequilibre: {
          question: 'Peut-il se défendre, ou se faire respecter ?',
          aide: 'Deux élèves de force égale qui se disputent, ce n’est pas du harcèlement. Le nombre, l’âge, la popularité comptent.',
          ...repond('desequilibre'),
        },
        groupe: {
          question: 'Que fait le groupe ?',
          ...repond('groupe'),
        },
        vulnerabilite: {
          question: 'Est-il plus exposé que d’autres ?',
          aide: 'Handicap, isolement, langue, arrivée récente, déjà visé avant. Dites-le en un mot, sans diagnostic.',
          ...repond('oui_non'),
        },
      },
    },
    {
      titre: 'Ce que cela lui fait',
      criteres: {
        dignite: {
          question: 'Sa dignité est-elle atteinte ?',
          aide: 'Humiliation, honte, rumeurs. L’intention n’est pas demandée : l’effet suffit (L111-6).',
          ...repond('signes'),
        },
        sante: {
          question: 'Sa santé change-t-elle ?',
          aide: 'Sommeil, appétit, maux de ventre, tristesse, infirmerie.',
          ...repond('signes'),
        },
        apprentissage: {
          question: 'Sa scolarité en souffre-t-elle ?',
          aide: 'Absences, retards, résultats, ne participe plus, évite des lieux.',
          ...repond('signes'),
        },
      },
    },
    {
      titre: 'Aujourd’hui',
      criteres: {
        evolution: {
          question: 'Depuis les dernières mesures, comment cela évolue-t-il ?',
          ...repond('evolution'),
        },
        danger: {
          question: 'Est-il en danger aujourd’hui ?',
          aide: 'Si oui : restez avec lui, 15 ou 112. En l’écrivant, le responsable et le niveau au-dessus sont prévenus tout de suite.',
          ...repond('oui_non'),
        },
      },
    },
  ],
}

/** The same, and which grave facts: they say by themselves whether the shared concern fits (piste/contre.ts). */
export const GRILLE_2026_2: Grille = {
  version: '2026-2',
  parties: GRILLE_2026.parties.map((p) => ({
    ...p,
    criteres: Object.fromEntries(
      Object.entries(p.criteres).map(([code, c]) => [
        code,
        code === 'graves'
          ? {
              ...c,
              question: 'Y a-t-il des faits graves, ou qui appellent une autre voie ?',
              aide: 'Un seul des faits de la liste ci-dessous suffit : il appelle une autre voie que la préoccupation partagée. Un doute se dit « des signes ».',
              lesquels: { question: 'Si oui, ou s’il y a des signes : lesquels', parmi: CONTRE },
            }
          : c,
      ]),
    ),
  })),
}

/** Versions published in the code, for every académie. */
export const NATIONALES: Readonly<Record<string, Grille>> = {
  [GRILLE_2026.version]: GRILLE_2026,
  [GRILLE_2026_2.version]: GRILLE_2026_2,
}
/** New evaluations are filled with this one, as long as the académie has published none of its own (grille/versions.ts). */
export const GRILLE_NATIONALE = GRILLE_2026_2

/** Codes of answers that ask « lesquels ». */
export const AFFIRMES: ReadonlySet<string> = new Set(['oui', 'signes'])

export const criteresDe = (g: Grille): Readonly<Record<string, Critere>> => Object.assign({}, ...g.parties.map((p) => p.criteres))
