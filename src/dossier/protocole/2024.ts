import type { CodeRole } from '#annuaire'
import type { Etat, Protocole, Regle, Verbe } from './protocole.ts'

const LISENT: readonly CodeRole[] = [
  'chef',
  'coordonnateur',
  'ien',
  'referent_departemental',
  'responsable_departemental',
  'referente_academique',
  'responsable_academique',
]
const S03 = 'Service-public F31985 (4 novembre 2025)'

/** What does not move the dossier, and holds in each state of the first stage. */
const tenue = (etat: Etat): Partial<Record<Verbe, Regle>> => ({
  inscrire_personne: {
    roles: LISENT,
    vers: etat,
    bouton: 'Ajouter une personne',
    source: 'proposition : un rôle par personne et par période',
  },
  changer_role: {
    roles: LISENT,
    vers: etat,
    bouton: 'Changer un rôle',
    source: 'proposition : l’auteur d’hier peut être la cible d’aujourd’hui',
  },
  resumer: { roles: LISENT, vers: etat, bouton: 'Modifier le résumé', source: `${S03} : garder une trace écrite` },
  confier: {
    roles: LISENT,
    vers: etat,
    bouton: 'Changer de responsable',
    source: 'proposition : une situation a toujours une personne responsable',
  },
  rattacher: {
    roles: LISENT,
    vers: etat,
    bouton: 'Rattacher un signalement',
    source: 'proposition : plusieurs signalements pour les mêmes faits',
  },
})

/**
 * The first stage of the national protocol: received, taken in charge, protected. The next stages (evaluation, treatment,
 * watch, closing) have their rows below, empty until they are written: a dossier never falls out of the table.
 */
export const PROTOCOLE_2024: Protocole = {
  version: '2024',
  source: 'Circulaire du 2 février 2024 (MENE2403161C) § 1.3 ; Service-public F31985',
  regles: {
    recu: {
      ...tenue('recu'),
      prendre: {
        roles: LISENT,
        vers: 'pris_en_charge',
        heures: 24,
        bouton: 'Prendre en charge',
        source: 'documenté : prise en charge sous 24 h ; protection « immédiatement », ici le jour même',
      },
    },
    pris_en_charge: {
      ...tenue('pris_en_charge'),
      proteger: {
        roles: LISENT,
        vers: 'protege',
        heures: 7 * 24,
        avant: ['cible'],
        bouton: 'Noter la première mesure',
        source: `${S03} : mesures de protection « immédiatement », un adulte référent nommé`,
      },
    },
    protege: {
      ...tenue('protege'),
      proteger: { roles: LISENT, vers: 'protege', bouton: 'Ajouter une mesure', source: `${S03}` },
      lever: { roles: LISENT, vers: 'protege', bouton: 'Mettre fin', source: 'proposition : une mesure finit par une date' },
      reporter: {
        roles: LISENT,
        vers: 'protege',
        heures: 7 * 24,
        bouton: 'Point fait : le prochain dans une semaine',
        source: 'proposition : des nouvelles au moins chaque semaine',
      },
    },
    evaluation: {},
    traitement: {},
    surveillance: {},
    clos: {},
  },
  refus: {
    prendre: 'Cette situation est déjà prise en charge.',
    proteger: 'Prenez d’abord la situation en charge : la mesure portera votre nom.',
    lever: 'Aucune mesure n’est en cours à cette étape.',
    inscrire_personne: 'Ce dossier ne reçoit plus de personnes à cette étape.',
    changer_role: 'Les rôles ne changent plus à cette étape.',
    resumer: 'Le résumé ne change plus à cette étape.',
    confier: 'Ce dossier ne change plus de responsable à cette étape.',
    rattacher: 'Ce dossier ne reçoit plus de signalements à cette étape.',
    reporter: 'Notez d’abord la prise en charge et une mesure de protection.',
  },
}
