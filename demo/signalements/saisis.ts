import { saisir, prendre } from '../gestes.ts'
import { ouvrirDossier } from '../gestes.dossier.ts'
import type { Scene } from '../scene.ts'
import { ilYA, jourIso, minutesAvant } from '../temps.ts'

/** What came by telephone, on paper or through another platform, and that an agent wrote down. */

/** From the national platform: consulted within the day, then handed to the school with a dossier. */
async function stopHarcelement(s: Scene): Promise<void> {
  const b = await saisir(s, minutesAvant(260), 'nadia', 'saules', {
    canal: 'stop_harcelement',
    reference: 'SH-2026-31-04417',
    declarant: 'parent',
    nom_declarant: 'Mme V., mère',
    quoi: ['mots', 'coups', 'ecart'],
    lieux: ['cour', 'couloir'],
    depuis: 'mois',
    frequence: 'jours',
    auteurs: 'eleves',
    faits_du: jourIso(ilYA(25, '12:00')),
    danger: 'non',
    recit:
      'Appel de la mère au 3018, qui accepte la transmission. Son fils est « le nouveau » de la 4e B depuis septembre. « On lui dit de rentrer chez lui. » Il est poussé dans l’escalier, ses affaires sont jetées. Il ne veut plus que sa mère appelle le collège.',
    cible: 'Artem, 4e B',
    noms: 'Trois élèves de 4e B',
    informes: ['parents', 'trois018'],
    souhait: 'Que quelqu’un regarde sans attendre, et qu’on lui explique en mots simples.',
  })
  await prendre(s, minutesAvant(250), 'nadia', b)
  await ouvrirDossier(s, minutesAvant(240), 'nadia', {
    depuis: b,
    resume:
      'Famille jointe par téléphone, collège appelé : le principal prend la suite. Un témoin de la même classe a écrit il y a trois jours sur le site, sans réponse : à rattacher.',
    personnes: [
      ['Artem', '4e B', 'cible'],
      ['Mme V.', 'mère, comprend le français simple', 'responsable_legal'],
    ],
    responsable: 'chef.saules',
  })
}

/** A folded sheet in the box of the hall. */
async function boiteAuxLettres(s: Scene): Promise<void> {
  const b = await saisir(s, ilYA(4, '11:15'), 'coordo.pruniers', 'pruniers', {
    canal: 'papier',
    declarant: 'temoin',
    quoi: ['mots', 'vol'],
    lieux: ['sport', 'cour'],
    depuis: 'mois',
    frequence: 'semaine',
    auteurs: 'eleves',
    danger: 'non',
    recit:
      'Papier plié, boîte du hall : « Il faut faire quelque chose pour Agathe de 6e B, on lui prend ses baskets au gymnase et on l’appelle l’asperge. Elle rigole mais après elle pleure aux toilettes. »',
    cible: 'Agathe, 6e B',
  })
  await prendre(s, ilYA(4, '11:20'), 'coordo.pruniers', b)
  await ouvrirDossier(s, ilYA(4, '11:40'), 'coordo.pruniers', {
    depuis: b,
    resume: 'Écriture d’élève, non signé. Agathe sera vue par la CPE ; sa famille n’est pas encore jointe.',
    personnes: [['Agathe', '6e B', 'cible']],
  })
}

/** A father on the telephone. */
async function telephone(s: Scene): Promise<void> {
  const b = await saisir(s, ilYA(2, '10:20'), 'vincent', 'tanneurs', {
    canal: 'telephone',
    declarant: 'parent',
    nom_declarant: 'M. K., père',
    quoi: ['mots'],
    lieux: ['periscolaire', 'trajet'],
    depuis: 'semaine',
    frequence: 'plusieurs',
    auteurs: 'eleves',
    danger: 'non',
    recit:
      '« Ils chantent une chanson sur lui au centre de loisirs. » Le père demande qui s’occupe du temps d’après l’école : la mairie ou nous.',
    cible: 'Son fils, CE1',
    informes: ['parents', 'adulte_ecole'],
  })
  await prendre(s, ilYA(2, '10:25'), 'vincent', b)
}

/** The yearly questionnaire: the pupil chose to sign it. */
async function questionnaire(s: Scene): Promise<void> {
  await saisir(s, minutesAvant(410), 'chef.falaises', 'falaises', {
    canal: 'questionnaire',
    declarant: 'victime',
    quoi: ['ecart', 'mots', 'numerique'],
    lieux: ['classe', 'telephone'],
    depuis: 'longtemps',
    frequence: 'semaine',
    auteurs: 'eleves',
    recit:
      'Questionnaire nominatif, 4 « très souvent » sur 31. En bas de page : « je voudrais changer de collège mais je veux pas le dire à mes parents ».',
    cible: 'Capucine, 3e C',
    informes: ['personne'],
  })
}

/** The school's own report to the ministry, picked up by the département. */
async function faitsEtablissement(s: Scene): Promise<void> {
  const b = await saisir(s, ilYA(3, '14:30'), 'antoine', 'monts', {
    canal: 'faits_etablissement',
    reference: 'FE 2026-12-0093',
    declarant: 'professionnel',
    quoi: ['coups', 'menaces'],
    lieux: ['entree'],
    depuis: 'semaine',
    frequence: 'une_fois',
    auteurs: 'eleves',
    faits_du: jourIso(ilYA(4, '12:00')),
    recit: 'Niveau 2. « L’élève A. (2de) a été attendu à la grille par trois élèves, bousculé, menacé pour le lendemain. »',
    cible: 'A., seconde',
    informes: ['adulte_ecole', 'parents'],
  })
  await prendre(s, ilYA(3, '14:35'), 'antoine', b)
}

export const SAISIS = [stopHarcelement, boiteAuxLettres, telephone, questionnaire, faitsEtablissement]
