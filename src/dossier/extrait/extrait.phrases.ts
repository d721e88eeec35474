import type { Phrase } from '#signalement'

export const PHRASES_EXTRAIT: Readonly<Record<string, Phrase>> = {
  'dossier.extraire': { dire: () => 'Un extrait pour une famille préparé', icone: 'fichier' },
  'dossier.soumettre_extrait': { dire: () => 'Un extrait donné à relire', icone: 'oeil' },
  'dossier.relire_extrait': {
    dire: (d) => (d.avis === 'accord' ? 'Un extrait relu : il peut être remis' : 'Un extrait relu : il est à reprendre'),
    icone: 'oeil',
  },
  'dossier.remettre_extrait': { dire: () => 'Un extrait remis à une famille', icone: 'sortie', ton: 'attention' },
}
