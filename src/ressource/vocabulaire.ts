import { PILIERS } from '#annuaire'

/** The words by which a resource is found. Families: programme.md § 6; the lists themselves are a proposition. */
type Mots = Readonly<Record<string, string>>

export const FORMES: Mots = {
  affiche: 'Affiche',
  seance: 'Séance en classe',
  film: 'Film court',
  depliant: 'Dépliant',
  fiche: 'Fiche conseil',
  guide: 'Guide',
  jeu: 'Jeu',
  exposition: 'Exposition',
  outil: 'Outil pour les équipes',
  formation: 'Formation',
  site: 'Site ou numéro d’aide',
}

export const PUBLICS: Mots = {
  eleves: 'Élèves',
  ambassadeurs: 'Élèves ambassadeurs',
  familles: 'Familles',
  personnels: 'Personnels',
  equipes: 'Équipes ressource',
  direction: 'Direction',
}

export const NIVEAUX: Mots = {
  maternelle: 'Maternelle',
  cycle2: 'CP, CE1, CE2',
  cycle3: 'CM1, CM2, 6e',
  cycle4: '5e, 4e, 3e',
  lycee: 'Lycée',
}

export const THEMES: Mots = {
  reconnaitre: 'Reconnaître le harcèlement',
  cyber: 'Téléphone et réseaux',
  temoins: 'Témoins',
  empathie: 'Empathie, vivre ensemble',
  sexisme: 'Sexisme et violences sexuelles',
  lgbt: 'Homophobie et transphobie',
  racisme: 'Racisme et antisémitisme',
  handicap: 'Handicap',
  traiter: 'Traiter une situation',
  droits: 'Droits et textes',
}

export const DUREES: Mots = { courte: '15 minutes ou moins', moyenne: 'De 15 minutes à 1 heure', longue: 'Plus d’une heure' }
export const dureeDe = (minutes: number | null): string =>
  minutes === null ? '' : minutes <= 15 ? 'courte' : minutes <= 60 ? 'moyenne' : 'longue'

export const LES_PILIERS: Mots = Object.fromEntries(PILIERS.map((p, i) => [String(i + 1), `${i + 1}. ${p}`]))

/** Where a resource helps in a dossier: the parts of the protocol's table, as src/dossier names them (a test holds the two together). */
export const ETAPES: Mots = {
  ensemble: 'Prendre en charge, protéger',
  entretiens: 'Entretiens',
  evaluation: 'Évaluation',
  traitement: 'Traitement',
  familles: 'Familles',
  transmissions: 'Transmissions',
  suivi: 'Suivi et clôture',
  appui: 'Passer, demander de l’aide',
  notes: 'Notes et tâches',
}

export const LICENCES: Mots = {
  ouverte: 'Licence Ouverte 2.0 : réutilisable en citant la source',
  ccby: 'CC BY 4.0 : réutilisable en citant l’auteur',
  ccbysa: 'CC BY-SA 4.0 : réutilisable en citant l’auteur, sous la même licence',
  classe: 'Usage en classe autorisé par l’auteur',
  origine: 'Conditions à lire sur le site d’origine',
}

export const ACCES = { public: 'Tout le monde', personnels: 'Les personnels seulement' } as const
export type Acces = keyof typeof ACCES

export const estCle = (mots: Mots, code: string): boolean => Object.hasOwn(mots, code)
export const dire = (mots: Mots, codes: readonly string[]): string => codes.map((c) => mots[c] ?? c).join(', ')
