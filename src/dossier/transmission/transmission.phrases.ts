import type { Phrase } from '#signalement'
import { DESTINATAIRES, SUITES } from './transmission.mots.ts'

const mot = (liste: Record<string, { libelle: string; court?: string }>, code: unknown): string =>
  liste[String(code)]?.court ?? liste[String(code)]?.libelle ?? String(code)

/** Why it was not read by another first; of what never waits, nothing is said. */
const SANS: Record<string, string> = {
  danger: ' tout de suite, un enfant étant en danger',
  seul: ' sans relecture, personne d’autre n’étant joignable',
}

export const PHRASES_TRANSMISSION: Readonly<Record<string, Phrase>> = {
  'dossier.transmettre': {
    dire: (d) =>
      d.decision === 'oui'
        ? `Transmis${SANS[String(d.sans_relecture)] ?? ''} : ${mot(DESTINATAIRES, d.destinataire)}`
        : `Décision de ne pas transmettre : ${mot(DESTINATAIRES, d.destinataire)}`,
    icone: 'fleche',
    ton: 'attention',
  },
  'dossier.soumettre_transmission': {
    dire: (d) => `Donnée à relire avant de partir : ${mot(DESTINATAIRES, d.destinataire)}`,
    icone: 'oeil',
  },
  'dossier.relire_transmission': {
    dire: (d) =>
      `Transmission relue ${d.quand === 'avant' ? 'avant' : 'après'} son départ, ${d.avis === 'accord' ? 'rien à reprendre' : 'à reprendre'} : ${mot(DESTINATAIRES, d.destinataire)}`,
    icone: 'oeil',
  },
  'dossier.retirer_transmission': {
    dire: (d) => `Retirée avant de partir, avec sa raison : ${mot(DESTINATAIRES, d.destinataire)}`,
    icone: 'croix',
  },
  'dossier.porter_transmission': {
    dire: (d) => `Ce qui attendait de partir passe au dossier ${String(d.numero)} : ${mot(DESTINATAIRES, d.destinataire)}`,
    icone: 'fleche',
    ton: 'attention',
  },
  'dossier.recevoir_transmission': {
    dire: (d) => `Vient du dossier ${String(d.numero)}, pas encore parti : ${mot(DESTINATAIRES, d.destinataire)}`,
    icone: 'fleche',
    ton: 'attention',
  },
  'dossier.heriter': {
    dire: () => 'Une transmission relue revient à qui répond du dossier : la personne qui l’a décidée est partie',
    icone: 'personne',
    ton: 'attention',
  },
  'dossier.suivre_transmission': {
    dire: (d) => `Suites (${mot(DESTINATAIRES, d.destinataire)}) : ${mot(SUITES, d.issue).toLowerCase()}`,
    icone: 'horloge',
  },
  'dossier.editer_fiche': { dire: (d) => `Fiche à envoyer ouverte : ${mot(DESTINATAIRES, d.destinataire)}`, icone: 'imprimer' },
  'dossier.verifier_texte': { dire: () => 'Texte pour Faits établissement vérifié', icone: 'fichier' },
}
