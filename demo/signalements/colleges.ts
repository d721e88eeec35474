import { noter, ouvrirDossier, prendreDossier, proteger } from '../gestes.dossier.ts'
import { clore, monter, prendre, reorienter, repondre } from '../gestes.ts'
import { raconter, revenir, type Scene } from '../scene.ts'
import { ilYA } from '../temps.ts'

/** Collèges of the other départements. */

/** Taken, and then no news: the answer is overdue. */
async function bus(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(5, '18:05'), 'confluent', {
    danger: 'non',
    declarant: 'temoin',
    quoi: ['coups', 'mots'],
    recit:
      'Dans le bus de 17h il y a un petit de 6e qui se fait taper derrière la tête tous les soirs. Le chauffeur dit que c’est pas son travail.',
    depuis: 'mois',
    frequence: 'jours',
    lieux: ['trajet'],
    auteurs: 'eleves',
    cible: 'Un 6e, je crois Evan',
    informes: ['autre'],
  })
  await prendre(s, ilYA(4, '10:15'), 'coordo.confluent', b)
  const numero = await ouvrirDossier(s, ilYA(4, '10:30'), 'coordo.confluent', {
    depuis: b,
    resume:
      'Un élève de 6e serait frappé derrière la tête « tous les soirs » dans le bus de 17\u00a0h. Son prénom n’est pas sûr.',
    personnes: [['Evan (?)', '6e, à identifier', 'cible']],
    responsable: 'chef.confluent',
  })
  await prendreDossier(s, ilYA(3, '09:00'), 'chef.confluent', numero)
}

/** What the school did was not enough: the département takes over. */
async function jeux(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(11, '20:20'), 'gaves', {
    danger: 'non',
    declarant: 'parent',
    quoi: ['numerique', 'menaces', 'rumeurs'],
    recit:
      'Mon fils de 4e est harcelé le soir sur un jeu en ligne par des élèves de son collège et d’un autre. Cela continue le lendemain dans la cour. Le collège a fait ce qu’il a pu, mais les soirées recommencent.',
    depuis: 'longtemps',
    frequence: 'jours',
    lieux: ['telephone', 'cour'],
    auteurs: 'eleves',
    cible: 'Bixente, 4e A',
    noms: 'Pseudos : Krono65, ZeTitan',
    informes: ['adulte_ecole', 'trois018'],
    essais: 'Blocage des comptes, rendez-vous avec la CPE.',
  })
  await repondre(
    s,
    ilYA(10, '08:50'),
    'chef.gaves',
    b,
    'Bonjour, votre message est bien arrivé. Nous avons déjà agi dans le collège ; comme deux établissements sont concernés, je demande l’appui du département. Vous serez rappelés par lui.',
  )
  await monter(s, ilYA(9, '17:10'), 'chef.gaves', b, 'plusieurs')
  await prendre(s, ilYA(8, '08:20'), 'peyo', b)
  await repondre(
    s,
    ilYA(4, '10:30'),
    'peyo',
    b,
    'Bonjour,\n\nJ’ai vu les deux principaux ensemble. Les élèves sont reçus un par un cette semaine, dans chaque collège. Le 3018 a signalé les deux comptes au jeu. Gardez les captures que vous avez, sans les renvoyer. Je vous rappelle sous huit jours.\n\nPeyo Etcheverry, référent départemental',
  )
  const numero = await ouvrirDossier(s, ilYA(8, '08:45'), 'peyo', {
    depuis: b,
    resume:
      'Soirées de jeu en ligne qui se prolongent dans la cour. Deux collèges. Le premier a agi (rendez-vous, vie scolaire) sans que les soirées cessent.',
    personnes: [
      ['Bixente', '4e A', 'cible'],
      ['« Krono65 »', '4e A, reconnu par Bixente', 'auteur_presume'],
      ['« ZeTitan »', 'collège voisin', 'auteur_presume'],
    ],
  })
  await proteger(
    s,
    ilYA(8, '11:30'),
    'peyo',
    numero,
    'separation',
    'Les deux élèves ne sont plus dans le même groupe de langue que Bixente.',
    'Le principal du collège',
  )
  await noter(
    s,
    ilYA(3, '17:20'),
    'peyo',
    numero,
    'Appel au collège : la mesure tient, aucun nouvel incident. La famille sera rappelée en fin de semaine.',
  )
}

/** A quarrel between friends: not bullying, and still an answer. */
async function dispute(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(13, '12:55'), 'isards', {
    declarant: 'victime',
    quoi: ['ecart', 'rumeurs'],
    recit: 'Ma meilleure amie ne me parle plus depuis qu’on s’est disputées et elle dit à tout le monde que c’est ma faute.',
    depuis: 'semaine',
    frequence: 'plusieurs',
    lieux: ['cour'],
    auteurs: 'eleve',
    cible: 'Moi',
    informes: ['ami'],
  })
  await repondre(
    s,
    ilYA(12, '10:05'),
    'coordo.isards',
    b,
    'Merci de m’avoir écrit. Une dispute comme ça, ça fait mal. Est-ce qu’il se passe autre chose, avec d’autres élèves ?',
  )
  await revenir(s, ilYA(12, '17:15'), b, 'non que elle. en fait on s’est reparlé aujourd’hui')
  await clore(
    s,
    ilYA(10, '09:40'),
    'coordo.isards',
    b,
    'pas_harcelement',
    'Tant mieux ! Ce n’était pas du harcèlement, mais tu as bien fait de le dire. Si un jour tu as besoin de parler, l’infirmière est là tous les matins.',
  )
}

/** A sealed address: the visitor's answer will leave as a mail without content. */
async function avecAdresse(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(4, '21:35'), 'causse', {
    danger: 'non',
    declarant: 'parent',
    quoi: ['mots', 'ecart'],
    recit:
      'Ma fille, en 6e, suit sa scolarité avec une aide en classe. Des camarades l’appellent par un surnom humiliant, l’imitent, et la laissent seule pour les travaux de groupe.',
    depuis: 'mois',
    frequence: 'jours',
    lieux: ['classe', 'cour'],
    auteurs: 'eleves',
    cible: 'Maud, 6e C',
    informes: ['enseignant'],
    contact: 'mail',
    mail: 'parent.maud@famille.example',
  })
  await repondre(
    s,
    ilYA(3, '12:10'),
    'chef.causse',
    b,
    'Bonjour,\n\nJe vous ai lu avec attention. Dès demain, les groupes de travail sont composés par les enseignants, et Mme Portal, l’infirmière, est l’adulte vers qui Maud peut se tourner. Je souhaite vous recevoir cette semaine, tous les deux si vous le pouvez.',
  )
}

/** Sent to the wrong school, and handed on. */
async function mauvaiseEcole(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(2, '18:20'), 'mousquet', {
    declarant: 'parent',
    quoi: ['mots'],
    recit:
      'Mon fils est en seconde au lycée de l’Armagne, je n’ai pas su le choisir dans la liste. Il est la tête de turc de son groupe d’atelier.',
    depuis: 'mois',
    frequence: 'semaine',
    lieux: ['classe'],
    auteurs: 'eleves',
    cible: 'Lilian, seconde',
    informes: ['parents'],
  })
  await reorienter(s, ilYA(1, '08:30'), 'chef.mousquet', b, 'armagne')
  await repondre(
    s,
    ilYA(1, '14:00'),
    'chef.armagne',
    b,
    'Bonjour, votre message m’est bien arrivé, vous n’avez rien à refaire. Je vois Lilian demain, seul, et je vous appelle ensuite.',
  )
}

/** Pupils who board: evenings count too. */
async function internat(s: Scene): Promise<void> {
  const b = await raconter(s, ilYA(6, '22:15'), 'templiers', {
    danger: 'non',
    declarant: 'victime',
    quoi: ['mots', 'vol', 'ecart'],
    recit:
      'À l’internat ils mettent mon matelas dans le couloir et ils prennent mes gâteaux. Le surveillant croit que c’est pour rire.',
    depuis: 'mois',
    frequence: 'semaine',
    lieux: ['internat'],
    auteurs: 'eleves',
    cible: 'Gaspard, 4e',
    noms: 'Ceux de la chambre 12',
    informes: ['parents'],
  })
  await repondre(
    s,
    ilYA(5, '09:25'),
    'chef.templiers',
    b,
    'Bonjour Gaspard. Je t’ai lu. Ce n’est pas pour rire, et tu n’y es pour rien. Ce soir tu changes de chambre si tu le veux ; dis-le-moi ici, ou à M. Thuriès à l’étude.',
  )
  await revenir(s, ilYA(5, '18:02'), b, 'je veux bien changer. la chambre 8 si possible avec Adam')
  await repondre(s, ilYA(4, '08:40'), 'chef.templiers', b, 'C’est fait pour ce soir, chambre 8. Je passe te voir à l’étude.')
}

export const COLLEGES = [bus, jeux, dispute, avecAdresse, mauvaiseEcole, internat]
