import type { Phrase } from '#signalement'
import { DESTINATAIRES, SUITES } from './transmission.mots.ts'

const mot = (liste: Record<string, { libelle: string; court?: string }>, code: unknown): string =>
  liste[String(code)]?.court ?? liste[String(code)]?.libelle ?? String(code)

export const PHRASES_TRANSMISSION: Readonly<Record<string, Phrase>> = {
  'dossier.transmettre': {
    dire: (d) =>
      d.decision === 'oui'
        ? `Transmis : ${mot(DESTINATAIRES, d.destinataire)}`
        : `Décision de ne pas transmettre : ${mot(DESTINATAIRES, d.destinataire)}`,
    icone: 'fleche',
    ton: 'attention',
  },
  'dossier.suivre_transmission': {
    dire: (d) => `Suites (${mot(DESTINATAIRES, d.destinataire)}) : ${mot(SUITES, d.issue).toLowerCase()}`,
    icone: 'horloge',
  },
  'dossier.editer_fiche': { dire: (d) => `Fiche à envoyer ouverte : ${mot(DESTINATAIRES, d.destinataire)}`, icone: 'imprimer' },
  'dossier.verifier_texte': { dire: () => 'Texte pour Faits établissement vérifié', icone: 'fichier' },
}
