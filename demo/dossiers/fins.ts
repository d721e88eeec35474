import type { CleAgent } from '../agents.ts'
import { prendre, repondre } from '../gestes.ts'
import { leverMesures, ouvrirDossier } from '../gestes.dossier.ts'
import { transferer, reunir } from '../gestes.bureau.ts'
import {
  direFamille,
  eleveDe,
  inscrireResponsable,
  relireTransmission,
  suivreTransmission,
  transmettre,
} from '../gestes.famille.ts'
import { decider, engager } from '../gestes.pistes.ts'
import { clore, ecarter, noterPoint, rouvrir, surveiller } from '../gestes.suivi.ts'
import { raconter, revenir, type Champs, type Scene } from '../scene.ts'
import { ilYA, minutesAvant } from '../temps.ts'
import { qualifie, type Debut } from './debut.ts'

/** A group of classmates has helped; it goes better, not quite, and the adults still look. */
async function enVeille(s: Scene): Promise<void> {
  const chef = 'chef.vergers'
  const numero = await qualifie(s, {
    ecole: 'vergers',
    chef,
    jours: 24,
    resume: 'À la cantine, la table de Mila se vide dès qu’elle s’assoit. Un surnom la suit dans les couloirs.',
    personnes: [
      ['Mila', '5e A', 'cible'],
      ['Jade', '5e A', 'auteur_presume'],
      ['Tom', '5e A', 'auteur_presume'],
    ],
    protection: 'Un surveillant déjeune à la table voisine ; Mila choisit avec qui elle entre.',
    mots: '« Quand j’arrive, ils prennent leur plateau. »',
    raison: 'Tous les jours depuis la rentrée, par plusieurs, et elle ne déjeune plus.',
  })
  const pourquoi = 'Des camarades suivent sans vouloir de mal : un petit groupe peut l’aider.'
  const piste = await engager(s, ilYA(21, '09:00'), chef, numero, 'no_blame', pourquoi)
  await decider(s, ilYA(12, '16:30'), chef, numero, piste, 'finir', {
    parole: 'mieux',
    mots: '« Zoé mange avec moi. »',
    raison: 'Le groupe tient sans nous depuis une semaine. On continue de regarder.',
  })
  const quoi = 'La cantine : M. Rouch. Le couloir du premier étage : la CPE. Les absences : l’infirmière.'
  await surveiller(s, ilYA(12, '16:45'), chef, numero, quoi)
  await noterPoint(s, ilYA(7, '12:40'), 'coordo.vergers', numero, 'mieux', '« C’est mieux. Y en a encore un qui souffle. »', {
    vie: 'Elle déjeune tous les jours, avec deux camarades. Plus de surnom entendu depuis dix jours.',
    famille: 'Sa mère : « elle rechante sous la douche ».',
  })
}

/** When things happen after the opening: school days after it, and the hour. */
type Apres = (jours: number, heure: string) => Date

/** Watched, asked again, said to both parents, closed: a week from `de`. What the target says of it stands in `mots`. */
export async function jusquALaCloture(
  s: Scene,
  chef: CleAgent,
  numero: string,
  eleve: string,
  mots: string,
  a: Apres,
  dit: Champs = {},
): Promise<void> {
  await surveiller(s, a(0, '17:10'), chef, numero, 'La cour et l’arrêt de bus : la vie scolaire. Les absences : l’infirmière.')
  await noterPoint(s, a(5, '10:20'), chef, numero, 'cesse', mots)
  const enfant = await eleveDe(s, a(6, '17:00'), chef, numero, eleve)
  const mere = await inscrireResponsable(s, a(6, '17:00'), chef, numero, enfant, { nom: `La mère de ${eleve}`, lien: 'mere' })
  const pere = await inscrireResponsable(s, a(6, '17:05'), chef, numero, enfant, { nom: `Le père de ${eleve}`, lien: 'pere' })
  await direFamille(s, a(6, '17:30'), chef, numero, enfant, {
    [`avec_${mere}`]: 'oui',
    [`avec_${pere}`]: 'oui',
    sujet_fin: 'oui',
    moyen: 'rendez_vous',
    dit: 'Reçus ensemble. Ils savent qui appeler si cela recommence.',
  })
  await leverMesures(s, a(6, '17:40'), chef, numero)
  await clore(s, a(6, '17:50'), chef, numero, {
    raison: 'L’élève dit que cela a cessé ; la vie scolaire n’a rien vu depuis trois semaines.',
    reste: 'L’infirmière, tous les matins. Si cela recommence : appeler l’établissement, ou écrire ici.',
    ...dit,
  })
}

/** The end, once each parent knows: what the target says of it stands in `mots`. */
async function jusquALaFin(
  s: Scene,
  d: Debut,
  mots: string,
  dit: Champs,
  transmis?: (numero: string) => Promise<void>,
): Promise<string> {
  const { chef } = d
  const eleve = d.personnes[0]![0]
  const a = (apres: number, heure: string): Date => ilYA(d.jours - apres, heure)
  const numero = await qualifie(s, d)
  const raison = 'Peu de jeunes, des faits reconnus à demi-mot : leur dire clairement que cela doit cesser.'
  const piste = await engager(s, a(3, '09:00'), chef, numero, 'farsta', raison)
  await transmis?.(numero)
  await decider(s, a(8, '17:00'), chef, numero, piste, 'finir', { parole: 'cesse', mots, raison: 'Rien depuis les entretiens.' })
  await jusquALaCloture(s, chef, numero, eleve, mots, (jours, heure) => a(8 + jours, heure), dit)
  return numero
}

/** Told by the target, treated, watched over, and closed in the target's own words; the last word is read. */
async function clos(s: Scene): Promise<void> {
  const chef = 'chef.canal'
  const b = await raconter(s, ilYA(37, '19:10'), 'canal', {
    danger: 'non',
    declarant: 'victime',
    quoi: ['mots', 'ecart'],
    recit: 'Deux garçons de mon groupe d’atelier imitent ma façon de marcher dès que le prof a le dos tourné. Tout le monde rit.',
    depuis: 'mois',
    frequence: 'jours',
    lieux: ['classe'],
    auteurs: 'eleves',
    cible: 'Noa, 1re STI2D',
    informes: ['ami'],
  })
  const mot = 'Merci Noa, je t’ai lu. Tu n’y es pour rien. Je te vois demain à 10 h, sans que personne le sache en classe.'
  await repondre(s, ilYA(36, '08:10'), chef, b, mot)
  let fe = ''
  const numero = await jusquALaFin(
    s,
    {
      ecole: 'canal',
      chef,
      jours: 36,
      depuis: b,
      resume: 'En atelier, deux élèves imitent la démarche de Noa dès que l’enseignant se retourne. Le groupe rit.',
      personnes: [
        ['Noa', '1re STI2D', 'cible'],
        ['Mathis', '1re STI2D', 'auteur_presume'],
        ['Enguerrand', '1re STI2D', 'auteur_presume'],
      ],
      protection: 'L’enseignant d’atelier est prévenu et change les groupes.',
      mots: '« Je marche en regardant mes pieds. »',
      raison: 'Chaque semaine depuis septembre, à deux devant un groupe.',
    },
    '« C’est fini. On bosse ensemble, maintenant, c’est même eux qui m’ont demandé. »',
    {
      [`mot_${b.id}`]:
        'Bonjour Noa. Tu nous l’as dit toi-même : c’est fini. Merci d’avoir parlé, c’est grâce à toi que des adultes ont pu agir. Nous arrêtons de te demander chaque semaine, mais la porte reste ouverte : écris ici, ou va voir l’infirmière.',
    },
    async (dossier) => {
      const raison = 'Des faits répétés en atelier, devant le groupe, et un élève qui ne voulait plus venir.'
      fe = await transmettre(s, ilYA(32, '12:10'), chef, dossier, 'fait_etablissement', { decision: 'oui', raison, gravite: '2' })
      await relireTransmission(s, ilYA(31, '10:10'), 'coordo.canal', dossier, fe)
    },
  )
  await revenir(s, ilYA(21, '18:30'), b)
  // The dossier is closed; what was transmitted is followed all the same.
  const suite_texte = 'La DSDEN a rappelé : l’équipe mobile vient en janvier dans les trois classes d’atelier.'
  await suivreTransmission(s, ilYA(3, '11:30'), chef, numero, ['fait_etablissement', fe], { issue: 'mesure', suite_texte })
}

/** Closed, and it began again: the same dossier lives anew. */
async function rouvert(s: Scene): Promise<void> {
  const chef = 'chef.peupliers'
  const numero = await jusquALaFin(
    s,
    {
      ecole: 'peupliers',
      chef,
      jours: 34,
      resume: 'À l’internat, deux élèves cachent les affaires de Kenzo avant l’étude.',
      personnes: [
        ['Kenzo', '4e B', 'cible'],
        ['Rayan', '3e A', 'auteur_presume'],
      ],
      protection: 'Une armoire qui ferme ; un éducateur à l’étage avant l’étude.',
      mots: '« Je cherche mes affaires tous les soirs. »',
      raison: 'Tous les soirs ou presque, des plus grands, et il dort mal.',
    },
    '« Ils ont arrêté. »',
    {},
  )
  const raison = 'Kenzo est venu voir l’éducateur hier soir : « ça recommence, mais dans le car ». On reprend aujourd’hui.'
  await rouvrir(s, minutesAvant(170), chef, numero, raison)
}

/** Two children of equal strength, and a worried mother: not bullying, and each has an answer that takes them seriously. */
async function pasDuHarcelement(s: Scene): Promise<void> {
  const chef = 'chef.roseaux'
  const b = await raconter(s, ilYA(12, '20:15'), 'roseaux', {
    danger: 'non',
    declarant: 'parent',
    quoi: ['ecart', 'mots'],
    recit:
      'Ma fille est en CE2. Depuis trois semaines sa copine ne veut plus jouer avec elle et le dit aux autres. Elle pleure le soir.',
    depuis: 'mois',
    frequence: 'plusieurs',
    lieux: ['cour'],
    auteurs: 'eleve',
    cible: 'Garance, CE2',
    informes: ['enseignant'],
  })
  await prendre(s, ilYA(11, '08:10'), chef, b)
  const numero = await qualifie(s, {
    ecole: 'roseaux',
    chef,
    jours: 11,
    depuis: b,
    resume: 'Garance et son amie ne jouent plus ensemble depuis trois semaines ; chacune en souffre.',
    personnes: [
      ['Garance', 'CE2', 'cible'],
      ['Suzanne', 'CE2', 'auteur_presume'],
    ],
    protection: 'La maîtresse reste près du banc à la récréation.',
    mots: '« On s’est fâchées pour la corde. Après j’ai dit qu’elle était plus ma copine, et elle aussi. »',
    raison: 'Deux enfants de force égale, une dispute et du chagrin des deux côtés. Personne ne s’en prend à l’autre.',
    grille: { repetition: 'plusieurs', duree: 'semaines', desequilibre: 'oui', groupe: 'tait', graves: 'non', cyber: 'non' },
    qualification: 'pas_de_harcelement',
  })
  const enfant = await eleveDe(s, ilYA(9, '16:30'), chef, numero, 'Garance')
  const mere = await inscrireResponsable(s, ilYA(9, '16:30'), chef, numero, enfant, { nom: 'La mère de Garance', lien: 'mere' })
  await direFamille(s, ilYA(9, '16:50'), chef, numero, enfant, {
    [`avec_${mere}`]: 'oui',
    sujet_ouverture: 'oui',
    sujet_evaluation: 'oui',
    dit: 'Nous avons parlé un quart d’heure. Elle craignait que ce soit sa faute. « Merci de l’avoir écoutée, elle. »',
  })
  await leverMesures(s, ilYA(8, '16:35'), chef, numero)
  const compris =
    'Votre fille et son amie se sont fâchées autour d’un jeu, et toutes les deux en ont du chagrin. Ce n’est pas du harcèlement ; sa peine, elle, est vraie. La maîtresse les voit vendredi, l’une puis l’autre, et je vous appelle mardi.'
  await ecarter(s, ilYA(8, '16:45'), chef, numero, {
    famille_texte: `Bonjour,\n\n${compris} Si quelque chose vous inquiète d’ici là, appelez l’école.`,
    [`mot_${b.id}`]: `Bonjour,\n\nVous avez eu raison de nous écrire. ${compris} Si cela continue, écrivez ici ou appelez l’école : nous reprenons sans attendre.`,
  })
  await revenir(s, ilYA(8, '21:10'), b)
}

/** The family moves: the référente sees both schools, and what protects the pupil goes along. */
async function demenagement(s: Scene): Promise<void> {
  const numero = await qualifie(s, {
    ecole: 'save',
    chef: 'chef.save',
    jours: 9,
    resume: 'Élio est poussé hors du rang chaque matin par deux plus grands.',
    personnes: [
      ['Élio', 'CE1', 'cible'],
      ['Deux élèves de CM2', 'à identifier', 'auteur_presume'],
    ],
    protection: 'Il entre avec la maîtresse, avant le rang.',
    mots: '« Le matin j’ai mal au ventre. »',
    raison: 'Chaque matin, des grands contre un petit.',
  })
  const resume =
    'A été poussé chaque matin dans son ancienne école. Il a peur du rang : le faire entrer avec un adulte, le présenter à deux camarades. Sa mère attend un appel la première semaine.'
  await transferer(s, ilYA(3, '11:20'), 'nadia', numero, ['Élio', 'glycines'], resume)
}

/** Two adults open the same situation on the same morning. */
async function memesFaits(s: Scene): Promise<void> {
  const dit = { ecole: 'metiers', personnes: [['Ilyes', '2de MELEC', 'cible']] } as const
  const ici = await ouvrirDossier(s, ilYA(2, '09:05'), 'coordo.metiers', {
    ...dit,
    resume: 'Un professeur d’atelier voit Ilyes bousculé dans le vestiaire, toujours par les mêmes.',
    responsable: 'chef.metiers',
  })
  const la = await ouvrirDossier(s, ilYA(2, '09:40'), 'chef.metiers', {
    ...dit,
    resume: 'Ilyes demande à ne plus aller au vestiaire. « Ils me tapent dans le dos. »',
  })
  await reunir(s, ilYA(2, '10:15'), 'chef.metiers', ici, la, 'Même élève, même vestiaire, même matin.')
}

/** How it ends: watched, closed, begun again, not bullying, gone elsewhere, told twice. */
export const FINS = [enVeille, clos, rouvert, pasDuHarcelement, demenagement, memesFaits]
