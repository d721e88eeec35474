/** Where a situation may be sent, and by what right. Codes are stored. */
export interface Destinataire {
  libelle: string
  /** What the button and the sentences call it. */
  court: string
  aide: string
  source: string
  /** Does somebody owe us an outcome? It is asked for again. */
  suites: boolean
  /** Its second reader. `apres`: it never waits. `avant`: read first when nothing presses. `jamais`: nothing of ours leaves. */
  relecture: 'avant' | 'apres' | 'jamais'
}

export const DESTINATAIRES = {
  fait_etablissement: {
    libelle: 'Fait établissement',
    court: 'Fait établissement',
    aide: 'Un texte factuel, avec des initiales seulement : le texte ci-dessous les met pour vous.',
    source: 'S14, S15, S16 : application Faits établissement ; initiales seulement',
    suites: true,
    relecture: 'apres',
  },
  procureur: {
    libelle: 'Procureur de la République (article 40)',
    court: 'Procureur',
    aide: 'Un crime ou un délit dont on a connaissance, et le harcèlement grave et persistant. Au moindre doute, appelez la permanence du parquet des mineurs avant d’écrire. Écouter, ce n’est pas enquêter : transmettez ce que vous savez, ne cherchez pas de preuves.',
    source: 'article 40 al. 2 CPP ; S03 : harcèlement « grave et persistant » ; S42',
    suites: true,
    relecture: 'apres',
  },
  crip: {
    libelle: 'Information préoccupante (CRIP)',
    court: 'CRIP',
    aide: 'Un enfant en danger ou en risque de l’être. Les parents sont prévenus d’abord, sauf si c’est contraire à l’intérêt de l’enfant. Danger immédiat : le procureur, et le 17.',
    source: 'L226-2-1 et L226-4 CASF ; S43, S54',
    suites: true,
    relecture: 'avant',
  },
  n3018: {
    libelle: '3018',
    court: '3018',
    aide: 'Des contenus en ligne à faire retirer vite. Ne renvoyez jamais une image intime d’un mineur : dites où elle est.',
    source: 'S56, S80',
    suites: true,
    relecture: 'apres',
  },
  plainte: {
    libelle: 'Plainte de la famille',
    court: 'Plainte',
    aide: 'La famille décide. Dites-lui ce droit ; notez ce qu’elle a choisi, et la référence si elle la donne.',
    source: 'S03 : la famille connaît ses droits ; plainte possible six ans après les faits',
    suites: true,
    relecture: 'jamais',
  },
  main_courante: {
    libelle: 'Main courante de la famille',
    court: 'Main courante',
    aide: 'Une main courante n’ouvre pas d’enquête. La famille décide.',
    source: 'S03',
    suites: false,
    relecture: 'jamais',
  },
  pharos: {
    libelle: 'PHAROS',
    court: 'PHAROS',
    aide: 'Pour des contenus publics seulement : une page, un compte ouvert à tous. Des messages privés : la plainte, ou le 3018. Ce n’est pas un service d’urgence.',
    source: 'S57',
    suites: false,
    relecture: 'avant',
  },
  dasen: {
    libelle: 'DASEN',
    court: 'DASEN',
    aide: 'À l’école, quand le harcèlement persiste : le DASEN peut demander au maire une inscription dans une autre école.',
    source: 'R411-11-1 ; S38',
    suites: true,
    relecture: 'avant',
  },
  cabinet: {
    libelle: 'Cabinet du recteur',
    court: 'Cabinet',
    aide: 'Une situation sensible ou médiatique. Des initiales, les faits, ce qui est fait.',
    source: 'S53 : rôle d’alerte auprès du cabinet',
    suites: false,
    relecture: 'avant',
  },
} as const satisfies Record<string, Destinataire>
export type CodeDestinataire = keyof typeof DESTINATAIRES

/** The scale of Faits établissement, and of nothing else (S14, S16). */
export const GRAVITES = {
  '1': { libelle: 'Gravité 1 : fait préoccupant, gardé dans l’établissement, non transmis' },
  '2': { libelle: 'Gravité 2 : fait grave, transmis au DASEN et au recteur' },
  '3': { libelle: 'Gravité 3 : extrême gravité ; appelez aussi tout de suite' },
} as const

export const SUITES = {
  attente: { libelle: 'Toujours pas de réponse', fin: false },
  recue: { libelle: 'Reçue, en cours d’examen', fin: false },
  mesure: { libelle: 'Une suite est donnée', fin: true },
  classee: { libelle: 'Classée, sans suite', fin: true },
  retiree_partie: { libelle: 'Retiré en partie', fin: false },
  retiree: { libelle: 'Le contenu est retiré', fin: true },
  inconnue: { libelle: 'Il n’y aura pas de réponse', fin: true },
} as const
export type Suite = keyof typeof SUITES

/** Why a transmission leaves before another person has read it. The first and the last are no choice of whoever sends. */
export const SANS_RELECTURE = {
  urgence: { libelle: 'Elle ne pouvait pas attendre' },
  danger: { libelle: 'Un enfant est en danger maintenant' },
  seul: { libelle: 'Personne d’autre n’est joignable' },
  academie: { libelle: 'L’académie fait relire après le départ' },
} as const
export type SansRelecture = keyof typeof SANS_RELECTURE
