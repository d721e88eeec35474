/** One resource of the demonstration, as an editor types it. Invented, but what says that it is somebody else's. */
export interface Conte {
  /** Names it among the stories. */
  cle: string
  titre: string
  resume: string
  texte: string
  forme: string
  publics: readonly string[]
  niveaux?: readonly string[]
  themes: readonly string[]
  piliers?: readonly string[]
  duree?: string
  /** Parts of a dossier where it helps. */
  etapes?: readonly string[]
  falc?: true
  acces?: 'personnels'
  licence?: string
  origine?: string
  lien?: string
  /** Key of the one that it replaces. */
  remplace?: string
  fichier?: { nom: string; libelle: string; alternative: string; quoi: 'affiche' | 'document' | 'film' }
  /** How it stands today; online otherwise. */
  etat?: 'brouillon' | 'programmee' | 'retiree' | 'expiree'
  /** How often it was read these last weeks. */
  lectures?: number
  /** Days until it is to be read again; past when negative. */
  aRelireDans?: number
  /** Since so many days, its address answers no more. */
  mortDepuis?: number
}
