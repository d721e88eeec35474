import type { CodeRole } from '#annuaire'

/** The way of an action: state × verb × role → next state. Guard, buttons and steps all come from this table. */
export const ETATS = {
  brouillon: { libelle: 'Brouillon', ton: 'neutre', suite: 'À proposer au département' },
  proposee: { libelle: 'Proposée', ton: 'info', suite: 'À valider par le département' },
  validee: { libelle: 'Validée', ton: 'nouveau', suite: 'À publier par la communication' },
  publiee: { libelle: 'Publiée', ton: 'succes', suite: '' },
  refusee: { libelle: 'À reprendre', ton: 'attention', suite: 'À reprendre par l’établissement' },
} as const
export type Etat = keyof typeof ETATS

export type Verbe =
  | 'modifier'
  | 'proposer'
  | 'reprendre'
  | 'valider'
  | 'renvoyer'
  | 'publier'
  | 'retirer'
  | 'commenter'
  | 'photographier'
  | 'publierphoto'
  | 'retirerphoto'
  | 'rendrecompte'
  | 'publiercompte'

export interface Regle {
  roles: readonly CodeRole[]
  vers: Etat
  bouton: string
  /** The reason is written, and whoever declared reads it. */
  motif?: true
}

const ECOLE: readonly CodeRole[] = ['chef', 'coordonnateur']
const DEPARTEMENT: readonly CodeRole[] = ['referent_departemental', 'responsable_departemental']
const COMMUNICATION: readonly CodeRole[] = ['communication']
const AUTRES: readonly CodeRole[] = ['ien', 'referente_academique', 'responsable_academique']
const TOUS = [...ECOLE, ...DEPARTEMENT, ...COMMUNICATION, ...AUTRES]

const commenter = (vers: Etat): Regle => ({ roles: TOUS, vers, bouton: 'Commenter' })
const proposer: Regle = { roles: ECOLE, vers: 'proposee', bouton: 'Proposer au département' }
const retirer: Regle = {
  roles: [...ECOLE, ...DEPARTEMENT, ...COMMUNICATION],
  vers: 'refusee',
  bouton: 'Retirer de la page publique',
  motif: true,
}

/** Photographs come before or after: often, authorisations arrive once the day is over. Withdrawing one asks for no reason. */
const photos = (vers: Etat, retirent: readonly CodeRole[] = [...ECOLE, ...DEPARTEMENT, ...COMMUNICATION]) => ({
  photographier: { roles: ECOLE, vers, bouton: 'Ajouter ces photos' },
  retirerphoto: { roles: retirent, vers, bouton: 'Retirer cette photo' },
})

export const PROTOCOLE: Readonly<Record<Etat, Partial<Record<Verbe, Regle>>>> = {
  brouillon: {
    modifier: { roles: ECOLE, vers: 'brouillon', bouton: 'Modifier' },
    proposer,
    commenter: { roles: ECOLE, vers: 'brouillon', bouton: 'Commenter' },
    ...photos('brouillon', ECOLE),
  },
  proposee: {
    valider: { roles: DEPARTEMENT, vers: 'validee', bouton: 'Valider' },
    renvoyer: { roles: DEPARTEMENT, vers: 'refusee', bouton: 'Renvoyer à l’établissement', motif: true },
    reprendre: { roles: ECOLE, vers: 'brouillon', bouton: 'Reprendre pour modifier' },
    commenter: commenter('proposee'),
    ...photos('proposee'),
  },
  validee: {
    publier: { roles: COMMUNICATION, vers: 'publiee', bouton: 'Publier' },
    renvoyer: { roles: [...DEPARTEMENT, ...COMMUNICATION], vers: 'refusee', bouton: 'Renvoyer à l’établissement', motif: true },
    reprendre: { roles: ECOLE, vers: 'brouillon', bouton: 'Reprendre pour modifier' },
    commenter: commenter('validee'),
    ...photos('validee'),
  },
  publiee: {
    retirer,
    commenter: commenter('publiee'),
    ...photos('publiee'),
    publierphoto: { roles: COMMUNICATION, vers: 'publiee', bouton: 'Publier cette photo' },
    rendrecompte: { roles: ECOLE, vers: 'publiee', bouton: 'Raconter ce qui a été fait' },
    publiercompte: { roles: COMMUNICATION, vers: 'publiee', bouton: 'Publier ce compte rendu' },
  },
  refusee: {
    modifier: { roles: ECOLE, vers: 'refusee', bouton: 'Modifier' },
    proposer: { ...proposer, bouton: 'Proposer de nouveau' },
    commenter: commenter('refusee'),
    ...photos('refusee'),
  },
}

/** The sentence when the state does not allow the verb. */
export const REFUS: Readonly<Record<Verbe, string>> = {
  modifier: 'Cette action ne se modifie pas à cette étape : il faut d’abord la reprendre ou la retirer.',
  proposer: 'Cette action est déjà proposée.',
  reprendre: 'Cette action ne peut plus être reprise : elle est publiée, ou déjà chez vous.',
  valider: 'Cette action n’attend pas de validation.',
  renvoyer: 'Cette action n’attend pas d’avis.',
  publier: 'Cette action n’est pas encore validée par son département, ou elle est déjà publiée.',
  retirer: 'Cette action n’est pas publiée.',
  commenter: 'Cette action ne se commente pas à cette étape.',
  photographier: 'Cette action ne prend pas de photo à cette étape.',
  publierphoto: 'Cette photo sera publiée avec son action.',
  retirerphoto: 'Cette photo ne se retire pas à cette étape.',
  rendrecompte: 'Le compte rendu s’écrit quand l’action est publiée.',
  publiercompte: 'Le compte rendu se publie avec une action publiée.',
}

export const PHRASES: Readonly<Record<string, string>> = {
  'action.declarer': 'Déclarée',
  'action.importer': 'Importée d’un tableur, proposée au département',
  'action.modifier': 'Modifiée',
  'action.proposer': 'Proposée au département',
  'action.reprendre': 'Reprise par l’établissement',
  'action.valider': 'Validée par le département',
  'action.renvoyer': 'Renvoyée à l’établissement',
  'action.publier': 'Publiée',
  'action.retirer': 'Retirée de la page publique',
  'action.photographier': 'Photos ajoutées',
  'action.preciserphoto': 'Droits d’une photo précisés',
  'action.publierphoto': 'Photo publiée',
  'action.retirerphoto': 'Photo retirée et effacée',
  'action.rendrecompte': 'Compte rendu écrit',
  'action.publiercompte': 'Compte rendu publié',
}
