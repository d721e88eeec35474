import { URGENCES, type Phrase } from '#signalement'
import { PHRASES_EXTRAIT } from './extrait/extrait.phrases.ts'
import { PHRASES_BUREAU } from './bureau/bureau.phrases.ts'
import { accordEnBref } from './accord/accord.mots.ts'
import { PHRASES_FAMILLE } from './famille/famille.phrases.ts'
import { PHRASES_SCELLEE } from './note/scellee.phrases.ts'
import { PHRASES_TRANSMISSION } from './transmission/transmission.phrases.ts'
import { PHRASES_SUIVI } from './suivi/suivi.phrases.ts'
import { PHRASES_ESCALADE } from './escalade/escalade.phrases.ts'
import { PHRASES_ENTRETIEN } from './entretien/entretien.phrases.ts'
import { PHRASES_PISTE } from './piste/piste.phrases.ts'
import { PHRASES_EVALUATION } from './evaluation/evaluation.phrases.ts'
import { PHRASES_OCTROI } from './octroi/octroi.phrases.ts'
import { PHRASES_SECOURS } from './secours/secours.phrases.ts'
import { enPhrase, NATURES, ROLES_PERSONNE } from './vocabulaire.ts'

/** Every verb that is written about a dossier, and how it is told. A test holds that none is missing. */
export const PHRASES: Readonly<Record<string, Phrase>> = {
  'dossier.ouvrir': {
    dire: (d) => (d.signalement === null ? 'Dossier ouvert' : 'Dossier ouvert depuis un signalement'),
    icone: 'dossier',
  },
  'dossier.prendre': { dire: () => 'Pris en charge', icone: 'personne', ton: 'info' },
  'dossier.proteger': {
    dire: (d) =>
      d.nature === 'aucune'
        ? 'Pas de mesure de protection : la raison est écrite'
        : `Protection : ${enPhrase(NATURES, d.nature)}`,
    icone: 'bouclier',
    ton: 'succes',
  },
  'dossier.lever': { dire: () => 'Fin d’une mesure de protection', icone: 'bouclier' },
  'dossier.confirmer_mesure': { dire: () => 'Une mesure de protection vérifiée : toujours en place', icone: 'bouclier' },
  'dossier.inscrire_personne': { dire: (d) => `Une personne ajoutée : ${enPhrase(ROLES_PERSONNE, d.role)}`, icone: 'personne' },
  'dossier.corriger_personne': { dire: () => 'L’identité d’une personne corrigée', icone: 'personne' },
  'dossier.ajouter_role': { dire: (d) => `Un rôle ajouté : ${enPhrase(ROLES_PERSONNE, d.role)}`, icone: 'personne' },
  'dossier.finir_role': { dire: () => 'Fin du rôle d’une personne', icone: 'personne' },
  'dossier.reunir_personnes': {
    dire: () => 'Une personne notée deux fois : ses deux fiches réunies',
    icone: 'personne',
    ton: 'attention',
  },
  'dossier.separer_personnes': { dire: () => 'Deux fiches de personnes séparées', icone: 'personne', ton: 'attention' },
  'dossier.lever_urgence': { dire: (d) => `Urgence levée : ${enPhrase(URGENCES, d.urgence)}`, icone: 'alerte', ton: 'attention' },
  'dossier.remettre_urgence': {
    dire: (d) => `Urgence remise : ${enPhrase(URGENCES, d.urgence)}`,
    icone: 'alerte',
    ton: 'attention',
  },
  'dossier.resumer': { dire: () => 'Résumé modifié', icone: 'message' },
  'dossier.confier': { dire: (d) => `Nouveau responsable${accordEnBref(d.famille)}`, icone: 'personne', ton: 'attention' },
  'dossier.changer_circonscription': {
    dire: () => 'L’école a changé de circonscription : le dossier la suit',
    icone: 'fleche',
  },
  'dossier.rattacher': {
    dire: (d) => `Un signalement rattaché${d.danger === true ? ' : un danger est dit' : ''}`,
    icone: 'boite',
    ton: 'info',
  },
  'dossier.detacher': { dire: () => 'Un signalement détaché', icone: 'boite' },
  ...PHRASES_EXTRAIT,
  ...PHRASES_FAMILLE,
  ...PHRASES_SCELLEE,
  ...PHRASES_TRANSMISSION,
  ...PHRASES_PISTE,
  'dossier.reporter': { dire: () => 'Point fait', icone: 'calendrier' },
  ...PHRASES_SUIVI,
  'dossier.avis_vigilance': { dire: () => 'Un avis de vigilance préparé pour les adultes, sans la cause', icone: 'bouclier' },
  ...PHRASES_ESCALADE,
  ...PHRASES_ENTRETIEN,
  ...PHRASES_BUREAU,
  ...PHRASES_EVALUATION,
  ...PHRASES_OCTROI,
  ...PHRASES_SECOURS,
}
