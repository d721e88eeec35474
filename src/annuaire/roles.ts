/** The roles that a mandate can give: what each is called, where it stands, what it opens. Source: the national programme's own functions. */
export type NiveauRole = 'etablissement' | 'circonscription' | 'departement' | 'academie'

export interface Role {
  libelle: string
  /** What the same post is called in a school of the first degree. */
  libelleEcole?: string
  niveau: NiveauRole
  /** Reads the reports and dossiers of its territory, without an individual grant. */
  litLesSituations: boolean
  /** What it opens, in one sentence for the person who holds it. */
  voit: string
}

export const ROLES = {
  chef: {
    libelle: 'Chef d’établissement',
    libelleEcole: 'Directeur ou directrice d’école',
    niveau: 'etablissement',
    litLesSituations: true,
    voit: 'Les signalements et les dossiers de son établissement, sauf ceux qui mettent un adulte en cause.',
  },
  coordonnateur: {
    libelle: 'Coordonnateur ou coordonnatrice harcèlement',
    niveau: 'etablissement',
    litLesSituations: true,
    voit: 'Les signalements et les dossiers de son établissement, sauf ceux qui mettent un adulte en cause.',
  },
  equipe: {
    libelle: 'Membre de l’équipe ressource',
    niveau: 'etablissement',
    litLesSituations: false,
    voit: 'Seulement les dossiers qui lui ont été confiés, un par un.',
  },
  ien: {
    libelle: 'Inspecteur ou inspectrice de circonscription',
    niveau: 'circonscription',
    litLesSituations: true,
    voit: 'Les signalements et les dossiers des écoles de sa circonscription, sauf ceux qui mettent un adulte en cause.',
  },
  referent_departemental: {
    libelle: 'Référent ou référente départementale',
    niveau: 'departement',
    litLesSituations: true,
    voit: 'Les signalements et les dossiers de tout son département.',
  },
  responsable_departemental: {
    libelle: 'Responsable départemental',
    niveau: 'departement',
    litLesSituations: true,
    voit: 'Les signalements et les dossiers de tout son département, et les fonctions de ses agents.',
  },
  referente_academique: {
    libelle: 'Référente académique',
    niveau: 'academie',
    litLesSituations: true,
    voit: 'Les signalements et les dossiers de toute l’académie.',
  },
  responsable_academique: {
    libelle: 'Responsable académique',
    niveau: 'academie',
    litLesSituations: true,
    voit: 'Les signalements et les dossiers de toute l’académie, le journal des consultations, et les fonctions des agents.',
  },
  communication: {
    libelle: 'Communication académique',
    niveau: 'academie',
    litLesSituations: false,
    voit: 'Les actions des établissements une fois proposées, et les pages publiques. Aucun signalement, aucun dossier.',
  },
  dpo: {
    libelle: 'Délégué ou déléguée à la protection des données',
    niveau: 'academie',
    litLesSituations: false,
    voit: 'Le journal des consultations : qui a ouvert quoi, et quand. Aucun signalement, aucun dossier.',
  },
  administrateur: {
    libelle: 'Administrateur ou administratrice',
    niveau: 'academie',
    litLesSituations: false,
    voit: 'Les agents et leurs mandats. Aucun signalement, aucun dossier.',
  },
} as const satisfies Record<string, Role>

export type CodeRole = keyof typeof ROLES
export const CODES_ROLES = Object.keys(ROLES) as CodeRole[]

export const estRole = (code: string): code is CodeRole => Object.hasOwn(ROLES, code)

export function roleDe(code: string): Role {
  if (!estRole(code)) throw new Error(`unknown role ${code}`)
  return ROLES[code]
}

/** What a post is called, given the type of its school (`ecole`, `college`…) when it has one. */
export function libelleRole(code: string, typeEtab?: string | null): string {
  const role = roleDe(code)
  return typeEtab === 'ecole' ? (role.libelleEcole ?? role.libelle) : role.libelle
}
