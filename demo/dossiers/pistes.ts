import { prevenirFamille } from '../gestes.famille.ts'
import { avancer, composer, decider, engager, preoccuper, prevoirMatinee } from '../gestes.pistes.ts'
import type { Scene } from '../scene.ts'
import { ilYA } from '../temps.ts'
import { qualifie } from './debut.ts'

/** Two weeks of shared concern: it goes better, one pupil keeps silent, and the decision of the fifteenth day is awaited. */
async function quinzeJours(s: Scene): Promise<void> {
  const chef = 'chef.tilleuls'
  const coordo = 'coordo.tilleuls'
  const numero = await qualifie(s, {
    ecole: 'tilleuls',
    chef,
    jours: 13,
    resume: 'Un groupe de 5e imite la voix de Nassim dès qu’il parle en classe. Il ne répond plus aux questions.',
    personnes: [
      ['Nassim', '5e C', 'cible'],
      ['Corentin', '5e C', 'auteur_presume'],
      ['Elsa', '5e C', 'auteur_presume'],
      ['Bilal', '5e C', 'temoin'],
    ],
    protection: 'Les professeurs de la classe l’interrogent à l’écrit ; la vie scolaire veille dans le couloir.',
    mots: '« Quand j’ouvre la bouche, ils refont ma voix. »',
    raison: 'Chaque jour depuis la rentrée, par plusieurs, et il ne parle plus.',
  })
  const famille = ['Nassim', 'Le père de Nassim', 'pere'] as const
  await prevenirFamille(
    s,
    ilYA(12, '17:30'),
    chef,
    numero,
    famille,
    '« Il m’a dit qu’il était enrhumé. » D’accord avec la suite.',
  )
  await engager(
    s,
    ilYA(11, '09:00'),
    chef,
    numero,
    'mpp',
    'Un groupe, des moqueries, et Nassim veut que cela cesse sans punition.',
  )
  const cible = await composer(s, ilYA(11, '09:20'), coordo, numero, 'cible', { nom: 'Mme Bonnafous', fonction: 'infirmière' })
  const groupe = await composer(s, ilYA(11, '09:22'), coordo, numero, 'groupe', { agent: coordo })
  const ordre = [
    ['Nassim', cible],
    ['Corentin', groupe],
    ['Elsa', groupe],
    ['Bilal', groupe],
  ] as const
  await prevoirMatinee(s, ilYA(11, '09:30'), coordo, numero, ordre, 'Petit bureau de la vie scolaire')
  const dire = (jours: number, heure: string, rang: 0 | 1 | 2 | 3, dit: Parameters<typeof preoccuper>[5]) =>
    preoccuper(s, ilYA(jours, heure), coordo, numero, ordre[rang], dit)
  await dire(10, '12:10', 0, { constat: 'pareil', mots: '« Ils le font encore en anglais. »' })
  await dire(10, '12:15', 1, { constat: 'suggestion', mots: '« Je peux arrêter de rire quand Elsa commence. »' })
  await dire(10, '12:20', 2, { constat: 'rien' })
  await dire(10, '12:25', 3, { constat: 'suggestion', mots: '« Je me mets à côté de lui en anglais. »' })
  await dire(5, '12:10', 0, { constat: 'mieux', mots: '« Bilal est venu à côté de moi. Y en a moins. »' })
  await dire(5, '12:15', 1, { constat: 'suggestion', suite: 'faite', mots: '« Je lui demande s’il vient au foot. »' })
  await dire(5, '12:20', 2, { constat: 'refus' })
  await dire(5, '12:25', 3, { constat: 'suggestion', suite: 'faite', mots: '« Je continue. »' })
  const suivi = await engager(
    s,
    ilYA(4, '17:00'),
    chef,
    numero,
    'farsta',
    'Elsa se tait et continue : un entretien direct, mené par une autre adulte.',
  )
  await avancer(s, ilYA(3, '10:30'), chef, numero, suivi, 'entretien', {
    nom: 'Elsa',
    texte: 'Dit clairement que cela doit cesser. Elle écoute, et dit « d’accord ».',
  })
  await decider(s, ilYA(1, '16:30'), chef, numero, suivi, 'finir', {
    parole: 'mieux',
    mots: '« Elsa ne le fait plus depuis jeudi. »',
    raison: 'Un seul entretien a suffi. La préoccupation partagée continue avec les autres.',
  })
}

/** 1er degré: équipe éducative, three days away from the école, and the DASEN, whose answer is awaited. */
async function jusquAuDasen(s: Scene): Promise<void> {
  const chef = 'chef.platanes'
  const numero = await qualifie(s, {
    ecole: 'platanes',
    chef,
    jours: 14,
    resume: 'Tous les jours, Loris fait tomber Maëlle dans l’escalier et lui prend son goûter.',
    personnes: [
      ['Maëlle', 'CE2', 'cible'],
      ['Loris', 'CM2', 'auteur_presume'],
    ],
    protection: 'Maëlle monte avec la maîtresse ; un adulte reste au pied de l’escalier.',
    mots: '« Il dit que si je le dis il me pousse plus fort. »',
    raison: 'Chaque jour, un grand contre une petite, et elle a peur de l’école.',
  })
  const piste = await engager(
    s,
    ilYA(11, '08:50'),
    chef,
    numero,
    'educative',
    'Le comportement continue malgré l’injonction et deux rencontres avec la famille.',
  )
  const pas = (jours: number, heure: string, etape: string, dit: Parameters<typeof avancer>[6]) =>
    avancer(s, ilYA(jours, heure), chef, numero, piste, etape, dit)
  await pas(9, '17:30', 'equipe_educative', {
    texte:
      'Psychologue, médecin scolaire, enseignante et les deux parents de Loris. Décidé : un adulte avec lui à chaque récréation.',
  })
  await pas(7, '12:00', 'suspension', {
    nom: 'Loris',
    jours: '3',
    texte: 'Nouvelle chute ce matin, genou ouvert. Le temps de préparer son retour.',
  })
  await pas(5, '16:40', 'parole', { parole: 'pareil', texte: '« Il a recommencé en cachette. »' })
  await pas(4, '17:10', 'saisine_dasen', { texte: 'Équipe éducative, suspension, suivi avec la famille : cela persiste.' })
}

/** A shared concern that changed nothing, a procedure where the victim was protected, and a sanction that is watched over. */
async function changerDeVoie(s: Scene): Promise<void> {
  const chef = 'chef.arcades'
  const coordo = 'coordo.arcades'
  const numero = await qualifie(s, {
    ecole: 'arcades',
    chef,
    jours: 20,
    resume: 'Depuis octobre, trois élèves attendent Philippine à l’arrêt de bus et commentent son corps à voix haute.',
    personnes: [
      ['Philippine', '2de 4', 'cible'],
      ['Gaspard', '2de 4', 'auteur_presume'],
      ['Yanis', '2de 4', 'auteur_presume'],
    ],
    protection: 'Sortie par l’autre porte, accompagnée de deux camarades ; les adultes veillent à l’arrêt.',
    mots: '« Je prends le bus d’après, mais ils m’attendent. »',
    raison: 'Chaque semaine, à plusieurs, et elle ne prend plus le bus.',
  })
  const mpp = await engager(
    s,
    ilYA(18, '09:00'),
    chef,
    numero,
    'mpp',
    'Un groupe qui ne voit pas ce qu’il fait ; à essayer quinze jours.',
  )
  const cible = await composer(s, ilYA(18, '09:20'), coordo, numero, 'cible', { nom: 'M. Delrieu', fonction: 'assistant social' })
  const groupe = await composer(s, ilYA(18, '09:22'), coordo, numero, 'groupe', { agent: coordo })
  await preoccuper(s, ilYA(17, '10:10'), coordo, numero, ['Philippine', cible], { constat: 'pareil', mots: '« Rien. »' })
  await preoccuper(s, ilYA(17, '10:20'), coordo, numero, ['Gaspard', groupe], { constat: 'refus' })
  await preoccuper(s, ilYA(12, '10:10'), coordo, numero, ['Philippine', cible], {
    constat: 'pire',
    mots: '« Maintenant ils filment. »',
  })
  await decider(s, ilYA(12, '12:00'), chef, numero, mpp, 'changer', {
    parole: 'pire',
    mots: '« Maintenant ils filment. »',
    raison: 'Refus de coopérer, et des images : ce n’est plus la bonne voie.',
  })
  const piste = await engager(
    s,
    ilYA(12, '12:30'),
    chef,
    numero,
    'disciplinaire',
    'Faits répétés et filmés, malgré la préoccupation partagée.',
  )
  await avancer(s, ilYA(11, '09:00'), chef, numero, piste, 'ouverture', {
    nom: 'Gaspard',
    texte: 'Écrit remis à ses parents ; dossier consultable dès aujourd’hui.',
  })
  await avancer(s, ilYA(7, '14:00'), chef, numero, piste, 'audition', {
    nom: 'Gaspard',
    protection: ['accompagne', 'entree', 'absence'],
    texte: 'Philippine a choisi de ne pas venir : M. Delrieu a lu ses mots.',
  })
  await decider(s, ilYA(6, '17:20'), chef, numero, piste, 'garder', {
    nom: 'Gaspard',
    sanction: 'exclusion_temporaire',
    quantite: '2',
    sursis: 'oui',
    parole: 'mieux',
    mots: '« J’ai repris le bus. »',
    raison: 'Faits reconnus ; les films sont effacés devant ses parents.',
  })
  const pourquoi = 'Gaspard le propose et Philippine le veut bien, par écrit seulement.'
  const accord = { reconnus: 'oui', accord_cible: 'oui' }
  const suite = await engager(s, ilYA(3, '11:00'), chef, numero, 'restauratif', pourquoi, accord)
  await avancer(s, ilYA(2, '15:30'), chef, numero, suite, 'proposition', {
    texte: 'Il prépare avec M. Delrieu une lettre et un exposé sur les images. Elle lira la lettre si elle le souhaite.',
  })
}

export const PISTES = [quinzeJours, jusquAuDasen, changerDeVoie]
