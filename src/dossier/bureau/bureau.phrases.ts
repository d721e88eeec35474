import { jour, type Phrase } from '#signalement'

const NIVEAUX_ALERTE: Record<string, string> = {
  circonscription: 'la circonscription est prévenue',
  departement: 'le département est prévenu',
  academie: 'l’académie est prévenue',
}

const DECISIONS_DITES: Record<string, string> = {
  continue: 'on continue',
  tache: 'une chose est à faire',
  aide: 'de l’aide va être demandée',
  clore: 'la fin se prépare',
  reevaluer: 'la situation est à réévaluer',
}

/** What is said of time: due dates, notes, tasks, reviews. */
export const PHRASES_BUREAU: Readonly<Record<string, Phrase>> = {
  'dossier.reporter': {
    dire: (d) => (typeof d.vers === 'string' ? `Échéance repoussée au ${jour(new Date(d.vers))}, avec sa raison` : 'Point fait'),
    icone: 'calendrier',
    ton: 'attention',
  },
  'dossier.alerter': {
    dire: (d) =>
      `Retard : ${NIVEAUX_ALERTE[String(d.niveau)] ?? 'le niveau au-dessus est prévenu'} par l’échéance, sans que personne l’ait demandé`,
    icone: 'alerte',
    ton: 'erreur',
  },
  'dossier.noter': {
    dire: (d) => (Array.isArray(d.appeles) && d.appeles.length > 0 ? 'Une note, et un collègue appelé' : 'Une note'),
    icone: 'message',
  },
  'dossier.tacher': { dire: () => 'Une tâche ajoutée', icone: 'calendrier' },
  'dossier.finir_tache': { dire: () => 'Une tâche faite', icone: 'coche', ton: 'succes' },
  'dossier.annuler_tache': { dire: () => 'Une tâche annulée', icone: 'calendrier' },
  'dossier.revoir': {
    dire: (d) => `Revue : ${DECISIONS_DITES[String(d.decision)] ?? 'vu'}`,
    icone: 'oeil',
    ton: 'info',
  },
}
