import type { Phrase } from '#signalement'

/** Read by the same profession only: the database gives these facts to nobody else. */
export const PHRASES_SCELLEE: Readonly<Record<string, Phrase>> = {
  'dossier.sceller': { dire: () => 'Une note scellée', icone: 'cadenas' },
  'dossier.partager_scellee': {
    dire: () => 'Une part d’une note scellée partagée avec une personne',
    icone: 'cadenas',
    ton: 'attention',
  },
}
