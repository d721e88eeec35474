import { clock } from '#platform'
import { alerter } from '#dossier'
import { noter, ouvrirDossier, prendreDossier, proteger } from '../gestes.dossier.ts'
import { absenter, commencerRevue, demanderAppui, ouvrirPourquoi, passer, prendreAppui, tacher } from '../gestes.bureau.ts'
import type { Scene } from '../scene.ts'
import { dans, ilYA, jourIso, minutesAvant } from '../temps.ts'
import { prevenirFamille } from '../gestes.famille.ts'
import { qualifie } from './debut.ts'

/** Too heavy for the collège: handed to the département, who takes it and comes; a task, and a question that waits. */
async function auDepartement(s: Scene): Promise<void> {
  const chef = 'chef.saules'
  const numero = await qualifie(s, {
    ecole: 'saules',
    chef,
    jours: 10,
    resume: 'Des élèves de deux collèges se moquent d’Apolline sur un compte anonyme, puis à l’arrêt de car.',
    personnes: [
      ['Apolline', '4e D', 'cible'],
      ['« le compte »', 'à identifier', 'auteur_presume'],
    ],
    protection: 'Une surveillante attend le car avec elle.',
    mots: '« Je sais même pas qui c’est. »',
    raison: 'Chaque jour, sous couvert d’anonymat, et deux collèges concernés.',
  })
  const pourquoi =
    'Deux collèges, un compte anonyme, des parents qui veulent porter plainte : il faut quelqu’un qui voie les deux.'
  await passer(s, [ilYA(6, '17:30'), ilYA(5, '08:40')], [chef, 'nadia'], numero, pourquoi)
  const appel = 'Appelée une heure. « On ne sait même pas contre qui on se bat. » Elle veut une date pour venir.'
  await prevenirFamille(s, ilYA(5, '11:10'), 'nadia', numero, ['Apolline', 'La mère d’Apolline', 'mere'], appel)
  const quoi =
    'Les parents viennent cette semaine et ils sont en colère. Pouvez-vous être là, et préparer avec nous ce qu’on peut leur dire ?'
  const appui = await demanderAppui(s, ilYA(3, '12:20'), chef, numero, 'visite', quoi)
  await prendreAppui(s, ilYA(3, '16:05'), 'nadia', appui, dans(2), 'Je viens une heure avant le rendez-vous.')
  const liste = 'Envoyer le nom des élèves du collège qui prennent ce car'
  await tacher(s, ilYA(2, '09:15'), 'nadia', numero, chef, liste, dans(1))
  const question =
    '@Nadia Ferrières : Apolline a reconnu une voix dans une vidéo. Est-ce qu’on attend le rendez-vous pour l’entendre ?'
  await noter(s, ilYA(1, '17:10'), chef, numero, question)
  await ouvrirPourquoi(s, ilYA(1, '18:20'), 'fatou', numero, 'remplacement')
}

/** A référent falls ill: a colleague keeps his desk, and what he had taken does not wait. */
async function remplacement(s: Scene): Promise<void> {
  const chef = 'chef.lac'
  const numero = await ouvrirDossier(s, ilYA(7, '10:50'), chef, {
    ecole: 'lac',
    resume: 'Un élève de 3e reçoit chaque soir des messages d’un ancien du collège, aujourd’hui au lycée.',
    personnes: [
      ['Soan', '3e C', 'cible'],
      ['Un ancien élève', 'au lycée', 'auteur_presume'],
    ],
  })
  await proteger(
    s,
    ilYA(7, '11:20'),
    chef,
    numero,
    'numerique',
    'Captures gardées avec lui, compte bloqué, 3018 appelé.',
    'La CPE',
  )
  const pourquoi = 'L’auteur présumé n’est plus chez nous : le collège n’a pas prise sur lui.'
  const famille = {
    famille_offre: 'non_demande',
    famille_offre_motif: 'injoignable',
    famille_offre_mots: 'Deux messages laissés.',
  }
  await passer(s, [ilYA(6, '09:00'), ilYA(6, '14:10')], [chef, 'julien'], numero, pourquoi, famille)
  await absenter(s, ilYA(1, '07:50'), 'julien', [jourIso(ilYA(1, '07:50')), dans(4)], 'nadia')
}

/** Protected, then nobody heard the pupil: late, and told to the level above. */
async function enRetard(s: Scene): Promise<void> {
  const numero = await ouvrirDossier(s, ilYA(8, '09:30'), 'coordo.visitation', {
    ecole: 'visitation',
    resume: 'Le sac d’Augustin est vidé dans la cour pour la troisième fois. Il ramasse sans rien dire.',
    personnes: [['Augustin', '6e 2', 'cible']],
    responsable: 'chef.visitation',
  })
  await prendreDossier(s, ilYA(8, '11:00'), 'chef.visitation', numero)
  const quoi = 'Son sac reste en vie scolaire pendant les récréations.'
  await proteger(s, ilYA(8, '11:10'), 'chef.visitation', numero, 'lieux', quoi, 'La vie scolaire')
}

/** What was late went up by itself; then the fortnightly review, left half-way by a telephone. */
async function aujourdhui(s: Scene): Promise<void> {
  clock.set(ilYA(1, '17:59'))
  await alerter(s.maison)
  await commencerRevue(s, minutesAvant(75), 'nadia', [
    { decision: 'continue', mot: 'Vu avec le collège ce matin : la mesure tient.' },
    { decision: 'continue' },
  ])
}

/** What a référent finds in the morning. The last one comes after every other story. */
export const BUREAU = [auDepartement, remplacement, enRetard, aujourdhui]
