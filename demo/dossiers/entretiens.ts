import { inscrire, ouvrirDossier, proteger } from '../gestes.dossier.ts'
import { entendre, entretienImpossible, evaluer, octroyer, qualifier } from '../gestes.entretien.ts'
import { engager } from '../gestes.pistes.ts'
import type { Scene } from '../scene.ts'
import { debutDuMois, ilYA } from '../temps.ts'

/** Words of death in a first talk, the right people called, a second talk two days later; two adults who do not see the same thing. */
async function motsDeDanger(s: Scene): Promise<void> {
  const numero = await ouvrirDossier(s, ilYA(8, '08:40'), 'chef.lac', {
    ecole: 'lac',
    resume: 'L’infirmière reçoit Manon chaque jour depuis deux semaines. Elle ne mange plus à la cantine.',
    personnes: [
      ['Manon', '4e A', 'cible'],
      ['Théa', '4e A', 'auteur_presume'],
      ['Rose', '4e B', 'temoin'],
      ['Mme Carrère', 'mère de Manon', 'responsable_legal'],
    ],
  })
  const veille = 'Mme Ségura, infirmière, la voit à son arrivée et avant le repas ; elle peut sortir de cours sans se justifier.'
  await proteger(s, ilYA(8, '09:20'), 'chef.lac', numero, 'adulte_referent', veille, 'Mme Ségura, infirmière')
  await entendre(s, ilYA(8, '11:05'), 'chef.lac', numero, ['Manon', 'cible'], {
    presents: 'Mme Ségura, infirmière',
    duree: '25',
    faits:
      'Depuis la rentrée, dans le groupe de classe en ligne, des photos d’elle à la cantine avec des animaux. Le soir aussi.',
    mots: '« Ils m’appellent la truie. » « Des fois je me dis que si j’étais plus là ils seraient contents. »',
    appreciation: 'Elle parle bas, les yeux baissés, et s’excuse plusieurs fois.',
    besoins: '« Que ça s’arrête. Que ma mère l’apprenne pas par les autres. »',
    annonce: 'Que je le dis à sa mère et à l’infirmière, et qu’on se revoit jeudi.',
    suicide: 'oui',
    soir: 'sait_pas',
    retour: 'Sa mère, appelée, est venue la chercher à 12 h 15 ; le 15 a conseillé une consultation le jour même.',
  })
  await entendre(s, ilYA(7, '17:10'), 'chef.lac', numero, ['Mme Carrère', 'responsable_legal'], {
    duree: '40',
    faits: 'Manon a vu un médecin hier soir. Elle ne dort plus depuis octobre. Sa mère a gardé des captures.',
    mots: '« On me l’a changée, ma fille. »',
    besoins: 'Que les photos disparaissent ; savoir chaque semaine où on en est.',
    nomme: '« On la détruit. »',
  })
  await entendre(s, ilYA(6, '10:00'), 'chef.lac', numero, ['Manon', 'cible'], {
    presents: 'Mme Ségura, infirmière',
    duree: '15',
    faits: 'Le 3018 a fait retirer les photos. Personne ne lui a rien dit depuis hier.',
    mots: '« Ça va un peu. J’ai mangé. »',
    retour: 'Sa mère, à 16 h 30',
  })
  await entendre(s, ilYA(6, '10:40'), 'coordo.lac', numero, ['Rose', 'temoin'], {
    duree: '10',
    faits: 'Les photos sont prises par deux élèves, toujours à la même table.',
    mots: '« Tout le monde rigole, moi aussi au début. »',
    besoins: 'Manger avec Manon, si elle veut bien.',
  })
  const base = { repetition: 'souvent', duree: 'mois', cyber: 'oui', desequilibre: 'non', dignite: 'oui', sante: 'oui' }
  await evaluer(s, ilYA(6, '12:00'), 'chef.lac', numero, {
    ...base,
    groupe: 'suit',
    vulnerabilite: 'sait_pas',
    sante_base: 'Infirmerie chaque jour ; consultation.',
    cyber_base: 'Captures gardées par la mère.',
    danger: 'sait_pas',
  })
  await evaluer(s, ilYA(5, '16:20'), 'coordo.lac', numero, {
    ...base,
    duree: 'semaines',
    groupe: 'soutient',
    apprentissage: 'signes',
    groupe_base: 'Deux élèves de 4e B mangent avec elle depuis lundi.',
    evolution: 'mieux',
  })
  await evaluer(s, ilYA(4, '08:50'), 'coordo.lac', numero, {
    ...base,
    avis: 'M. Abadie, professeur principal de 4e A',
    groupe: 'tait',
    cyber: 'sait_pas',
    apprentissage: 'oui',
    apprentissage_base: 'Ne participe plus ; trois devoirs non rendus.',
  })
  const raison =
    'Photos détournées, répétées depuis septembre, relayées par une partie de la classe ; effets sur sa santé et son travail. L’intention de chacun n’est pas établie : elle n’est pas demandée.'
  await qualifier(s, ilYA(4, '17:30'), 'chef.lac', numero, 'cyberharcelement', raison, '« On la détruit. »')
  const plainte =
    'La mère a porté plainte à la gendarmerie avec les captures. L’école protège et accompagne ; elle n’enquête pas.'
  await engager(s, ilYA(3, '17:45'), 'chef.lac', numero, 'judiciaire', plainte)
}

/** The target does not wish to speak to an adult of the school: it is written, and the rest does not wait. A member of the team helps. */
async function pasAvecNous(s: Scene): Promise<void> {
  const numero = await ouvrirDossier(s, ilYA(5, '13:30'), 'coordo.tilleuls', {
    ecole: 'tilleuls',
    resume: 'Une assistante d’éducation voit Ismaël seul à chaque récréation. Des élèves de 3e lui prennent son sac.',
    personnes: [
      ['Ismaël', '6e D', 'cible'],
      ['Un élève de 3e', 'à identifier', 'auteur_presume'],
    ],
  })
  await inscrire(s, ilYA(5, '13:35'), 'coordo.tilleuls', numero, ['Mme Lacoste', 'assistante d’éducation', 'professionnel'])
  const lieux = 'Il entre par la cour des sixièmes et range son sac en vie scolaire.'
  await proteger(s, ilYA(5, '14:10'), 'coordo.tilleuls', numero, 'lieux', lieux, 'La vie scolaire')
  const tente =
    'Il dit qu’il préfère en parler avec son grand frère d’abord. Il sait qu’Inès Roca peut le voir quand il veut ; je lui redemande jeudi.'
  await entretienImpossible(s, ilYA(4, '10:15'), 'coordo.tilleuls', numero, ['Ismaël', 'cible'], 'refus', tente)
  await octroyer(s, ilYA(4, '10:30'), 'coordo.tilleuls', numero, 'equipe1.tilleuls', 'entretiens', debutDuMois(1))
  await entendre(s, ilYA(3, '09:45'), 'equipe1.tilleuls', numero, ['Mme Lacoste', 'professionnel'], {
    duree: '10',
    faits:
      'Trois fois en deux semaines, le sac est passé de main en main puis jeté derrière le gymnase. Elle est intervenue une fois.',
    mots: '« Il m’a dit : ça va, c’est pour rire. »',
    appreciation: 'Elle pense qu’il a peur de ce qui se passe hors de sa vue.',
  })
}

/** Equal strength, both heard, named a conflict and not closed in silence. */
async function forceEgale(s: Scene): Promise<void> {
  const numero = await ouvrirDossier(s, ilYA(9, '11:45'), 'chef.glycines', {
    ecole: 'glycines',
    resume:
      'La mère de Timéo écrit que son fils « se fait harceler » par Adam. Les maîtresses voient deux enfants qui se cherchent.',
    personnes: [
      ['Timéo', 'CM1', 'cible'],
      ['Adam', 'CM1', 'auteur_presume'],
    ],
  })
  const veille = 'Un adulte près du terrain de foot à chaque récréation.'
  await proteger(s, ilYA(9, '13:40'), 'chef.glycines', numero, 'vigilance', veille, 'Les maîtresses de service')
  await entendre(s, ilYA(8, '09:00'), 'chef.glycines', numero, ['Timéo', 'cible'], {
    duree: '10',
    faits: 'Les disputes commencent au foot, chacun à son tour. Lundi, Adam a poussé, Timéo aussi.',
    mots: '« Des fois c’est moi qui commence, mais après c’est lui. »',
    besoins: '« Jouer dans une autre équipe. »',
  })
  await entendre(s, ilYA(8, '09:30'), 'chef.glycines', numero, ['Adam', 'auteur_presume'], {
    duree: '10',
    faits: 'Même récit. Il dit que Timéo est son copain le mercredi.',
    mots: '« On est copains mais pas au foot. »',
    besoins: 'Que les équipes soient tirées au sort.',
  })
  await evaluer(s, ilYA(8, '16:50'), 'chef.glycines', numero, {
    repetition: 'plusieurs',
    duree: 'semaines',
    graves: 'non',
    cyber: 'non',
    desequilibre: 'oui',
    groupe: 'tait',
    dignite: 'non',
    sante: 'non',
    apprentissage: 'non',
    desequilibre_base: 'Même âge, même taille, autant d’amis l’un que l’autre.',
  })
  const raison =
    'Deux enfants de force égale, qui se disputent au foot et jouent ensemble le mercredi. À revoir dans deux semaines.'
  await qualifier(s, ilYA(7, '16:45'), 'chef.glycines', numero, 'conflit', raison, '« Il se fait harceler. »')
}

/** Talks, grids and names: what each was heard to say, and what adults make of it. */
export const ENTRETIENS = [motsDeDanger, pasAvecNous, forceEgale]
