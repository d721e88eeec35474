import { randomUUID } from 'node:crypto'
import type { CleAgent } from '../agents.ts'
import { ouvrirDossier, proteger } from '../gestes.dossier.ts'
import { direFamille, eleveDe, inscrireResponsable, partir, relireTransmission, transmettre } from '../gestes.famille.ts'
import { envoyer, type Champs, type Scene } from '../scene.ts'
import { ilYA } from '../temps.ts'

/** A father who must not know, a mother told through an interpreter on the phone; then an extract for her, not yet read by another. */
async function interprete(s: Scene): Promise<void> {
  const qui: CleAgent = 'chef.arcades'
  const numero = await ouvrirDossier(s, ilYA(5, '10:10'), qui, {
    ecole: 'arcades',
    resume:
      'Depuis deux semaines, Yasmine est laissée seule à table et appelée par un surnom. Elle dit : « je mange plus à la cantine ». Sacha lance le surnom, les autres reprennent.',
    personnes: [
      ['Yasmine Benhadj', '2de 3', 'cible'],
      ['Sacha Thuret', '2de 3', 'auteur_presume'],
    ],
  })
  await proteger(
    s,
    ilYA(5, '10:30'),
    qui,
    numero,
    'adulte_referent',
    'Yasmine peut venir au bureau de la vie scolaire quand elle veut.',
    'Mme Pagès, CPE',
  )
  const enfant = await eleveDe(s, ilYA(5, '10:40'), qui, numero, 'Yasmine')
  const mere = await inscrireResponsable(s, ilYA(5, '10:45'), qui, numero, enfant, {
    nom: 'Samira Benhadj',
    lien: 'mere',
    telephone: '06 00 00 00 01',
    langue: 'ar',
    interprete: 'oui',
  })
  await inscrireResponsable(s, ilYA(5, '10:50'), qui, numero, enfant, {
    nom: 'Karim Benhadj',
    lien: 'pere',
    regle: 'ne_doit_pas_savoir',
    raison: 'Ordonnance de protection du mois dernier, montrée par la mère.',
  })
  await direFamille(s, ilYA(5, '14:00'), qui, numero, enfant, {
    [`avec_${mere}`]: 'oui',
    sujet_ouverture: 'oui',
    sujet_mesures: 'oui',
    sujet_droits: 'oui',
    interprete: 'telephone',
    dit: 'Elle ne savait pas. Elle demande que Yasmine ne soit pas changée de classe : « c’est pas à elle de partir ».',
    limites: 'D’accord pour un rendez-vous avec l’infirmière.',
  })
  await envoyer(s, ilYA(2, '17:00'), qui, `/dossiers/${numero}/familles/${enfant}/extraits`, {
    id: randomUUID(),
    cote: 'cible',
    pour: mere,
    partie_resume: 'oui',
    partie_mesures: 'oui',
    partie_contacts: 'oui',
  })
}

/** Decided both ways: an information préoccupante, parents told before, that the inspector reads before it leaves; a Fait établissement; and the prosecutor not yet, with why. */
async function transmissions(s: Scene): Promise<void> {
  const qui: CleAgent = 'chef.moulin'
  const numero = await ouvrirDossier(s, ilYA(12, '09:00'), qui, {
    ecole: 'moulin',
    resume:
      'Un élève de CM1 arrive sans goûter ni manteau et se fait traiter de « clochard » à chaque récréation. Il dit qu’il n’y a personne le soir.',
    personnes: [['Loan', 'CM1', 'cible']],
  })
  await proteger(s, ilYA(12, '09:30'), qui, numero, 'vigilance', 'Deux adultes dans la cour, côté préau.', 'La directrice')
  const decider = (quand: Date, code: string, champs: Champs): Promise<string> => transmettre(s, quand, qui, numero, code, champs)
  const crip = await decider(ilYA(11, '12:00'), 'crip', {
    decision: 'oui',
    depart: 'relecture',
    raison:
      'Loan dit être seul le soir depuis plusieurs semaines. Réflexion partagée avec la psychologue de l’Éducation nationale.',
    parents: 'avant',
  })
  await relireTransmission(s, ilYA(11, '12:10'), 'ien.castelrive', numero, crip)
  await partir(s, ilYA(11, '12:15'), qui, numero, crip, 'CRIP, reçue par courriel')
  const fe = await decider(ilYA(11, '12:20'), 'fait_etablissement', {
    decision: 'oui',
    raison: 'Moqueries répétées, plusieurs élèves.',
    gravite: '2',
  })
  await decider(ilYA(11, '12:30'), 'procureur', {
    decision: 'non',
    raison: 'La permanence du parquet des mineurs, jointe au téléphone, demande d’attendre l’évaluation de la CRIP.',
  })
  // It could not wait: the same inspector reads it afterwards, the next day.
  await relireTransmission(s, ilYA(10, '09:40'), 'ien.castelrive', numero, fe)
}

export const FAMILLES = [interprete, transmissions]
