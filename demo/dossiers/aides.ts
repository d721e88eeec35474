import { randomUUID } from 'node:crypto'
import type { CleAgent } from '../agents.ts'
import { champ, ouvrirDossier, personne, proteger } from '../gestes.dossier.ts'
import { octroyer } from '../gestes.entretien.ts'
import { relireTransmission, suivreTransmission, transmettre } from '../gestes.famille.ts'
import { agentDe, envoyer, ouvrirPage, versionVue, type Scene } from '../scene.ts'
import { dans, debutDuMois, ilYA } from '../temps.ts'

/** One asks somebody else: an answer that waits, one that is no, a dossier followed by two. */
async function demandes(s: Scene): Promise<void> {
  const chef: CleAgent = 'chef.vergers'
  const numero = await ouvrirDossier(s, ilYA(4, '10:20'), chef, {
    ecole: 'vergers',
    resume: 'Deux familles s’accusent sur les réseaux ; leurs enfants, en 4e, ne se parlent plus et le groupe a choisi son camp.',
    personnes: [['Maxence', '4e B', 'cible']],
  })
  await proteger(
    s,
    ilYA(4, '11:00'),
    chef,
    numero,
    'vigilance',
    'La sortie de 16 h est tenue par deux adultes.',
    'La vie scolaire',
  )
  const offrir = async (jours: number, nature: string, a: CleAgent, pourquoi: string): Promise<string> => {
    const id = randomUUID()
    const champs = { id, nature, a: agentDe(s, a).id, pourquoi, famille_offre: 'informee' }
    await envoyer(s, ilYA(jours, '12:15'), chef, `/dossiers/${numero}/offres`, champs)
    return id
  }
  const repondre = (jours: number, qui: CleAgent, id: string, dit: Record<string, string>): Promise<string> =>
    envoyer(s, ilYA(jours, '16:40'), qui, `/dossiers/${numero}/offres/${id}`, dit)
  const non = await offrir(3, 'passer', 'samuel', 'Les parents exigent quelqu’un d’extérieur.')
  const raison_offre = 'Pas encore : vous êtes les mieux placés, et je viens avec vous au premier rendez-vous.'
  await repondre(3, 'samuel', non, { reponse: 'refusee', raison_offre })
  const oui = await offrir(2, 'partager', 'samuel', 'Alors suivez-le avec moi.')
  await repondre(2, 'samuel', oui, { reponse: 'acceptee' })
  await offrir(1, 'passer', 'nadia', 'Le père a écrit au rectorat ce matin. Je n’arrive plus à parler aux deux familles.')
}

/** Support outside of any dossier: nobody has answered yet; done, and the asker has not said whether it is over; over. */
async function appuis(s: Scene): Promise<void> {
  const demander = async (jours: number, qui: CleAgent, appui: string, quoi: string): Promise<string> => {
    const id = randomUUID()
    await envoyer(s, ilYA(jours, '17:20'), qui, '/appuis/nouvelle', { id, appui, vers: 'departement', quoi })
    return id
  }
  const agir = async (jours: number, heure: string, qui: CleAgent, id: string, acte: string, dit: Record<string, string>) => {
    const version = champ('version', await ouvrirPage(s, ilYA(jours, heure), qui, `/appuis/${id}`))
    await envoyer(s, ilYA(jours, heure), qui, `/appuis/${id}/${acte}`, { version, ...dit })
  }
  await demander(
    1,
    'chef.glycines',
    'conseil',
    'Une mère filme la cour depuis la grille. Que puis-je lui dire, et à qui le signaler ?',
  )
  const fait = await demander(7, 'chef.tilleuls', 'courrier', 'Répondre à un courrier d’avocat sans nommer les autres élèves.')
  await agir(6, '09:30', 'nadia', fait, 'prise', { pour_le: dans(-4) })
  await agir(5, '15:10', 'nadia', fait, 'fait', { fait: 'Relu à deux avec les affaires juridiques ; la lettre est partie.' })
  const fini = await demander(12, 'coordo.lac', 'appel', 'Un père m’appelle chaque soir. Comment fixer un cadre ?')
  await agir(11, '10:00', 'samuel', fini, 'prise', { pour_le: dans(-10) })
  await agir(10, '14:00', 'samuel', fini, 'fait', {
    fait: 'Une demi-heure au téléphone : un appel par semaine, le jeudi, avec la principale.',
  })
  await agir(9, '08:40', 'coordo.lac', fini, 'fin', { utile: 'oui' })
}

/** What the nurse knows stays with the nurses; a part of it, the strict necessary, goes to one person. */
async function secret(s: Scene): Promise<void> {
  const [chef, infirmiere]: CleAgent[] = ['chef.tilleuls', 'equipe1.tilleuls']
  const numero = await ouvrirDossier(s, ilYA(6, '08:50'), chef!, {
    ecole: 'tilleuls',
    resume: 'Depuis les vacances, Salomé passe les récréations à l’infirmerie. Un groupe de 4e l’attend à la sortie.',
    personnes: [
      ['Salomé', '4e A', 'cible'],
      ['Un groupe de 4e', 'à identifier', 'auteur_presume'],
    ],
  })
  await proteger(
    s,
    ilYA(6, '09:10'),
    chef!,
    numero,
    'adulte_referent',
    'L’infirmière la reçoit quand elle le demande.',
    'Inès Roca',
  )
  await octroyer(s, ilYA(6, '09:15'), chef!, numero, infirmiere!, 'entretiens', debutDuMois(1))
  await envoyer(s, ilYA(6, '09:20'), 'theo', `/administration/agents/${agentDe(s, infirmiere!).id}/profession`, {
    profession: 'infirmier',
  })
  const note = randomUUID()
  const scellee = 'Maux de ventre avant chaque récréation. Elle en a parlé à son médecin ; traitement depuis lundi.'
  await envoyer(s, ilYA(5, '10:40'), infirmiere!, `/dossiers/${numero}/notes/scellees`, { id: note, scellee })
  await envoyer(s, ilYA(5, '10:45'), infirmiere!, `/dossiers/${numero}/notes/partages`, {
    id: randomUUID(),
    de_note: note,
    avec: agentDe(s, chef!).id,
    partage: 'Elle a besoin de pouvoir sortir de cours sans demander.',
    partage_raison: 'Pour prévenir les enseignants, sans dire pourquoi.',
    famille: 'informee',
  })
}

/** Images online: the 3018 and what came of it, the family's complaint, PHAROS decided against; then the pupil leaves for another académie. */
async function loin(s: Scene): Promise<void> {
  const chef: CleAgent = 'chef.lac'
  const numero = await ouvrirDossier(s, ilYA(14, '09:40'), chef, {
    ecole: 'lac',
    resume: 'Une vidéo de Margaux, moquée en cours de danse, circule dans trois classes.',
    personnes: [
      ['Margaux', '3e A', 'cible'],
      ['Lisa', '3e A', 'auteur_presume'],
    ],
  })
  await proteger(s, ilYA(14, '10:05'), chef, numero, 'numerique', 'Captures gardées avec elle, compte mis en privé.', 'La CPE')
  const liens = 'Snapchat @danse.3a\nhttps://video.exemple.fr/v/9f31'
  const raison = 'La vidéo est vue chaque jour ; elle demande qu’elle disparaisse.'
  const n3018 = await transmettre(s, ilYA(13, '11:20'), chef, numero, 'n3018', {
    decision: 'oui',
    raison,
    parents: 'avant',
    liens,
  })
  const suite_texte = 'Le 3018 a rappelé : le compte est fermé, la page de la vidéo est encore là.'
  await relireTransmission(s, ilYA(12, '09:10'), 'coordo.lac', numero, n3018)
  const retires = `${n3018}_0`
  await suivreTransmission(s, ilYA(11, '15:00'), chef, numero, ['n3018', n3018], {
    issue: 'retiree_partie',
    suite_texte,
    retires,
  })
  const seule = 'Ses parents ont choisi, après en avoir parlé avec elle.'
  await transmettre(s, ilYA(12, '17:00'), chef, numero, 'plainte', {
    decision: 'oui',
    raison: seule,
    reference: 'PV de la gendarmerie de Montaubry',
  })
  const prive = 'Un groupe fermé : PHAROS ne reçoit que ce qui est public. Le 3018 suffit.'
  await transmettre(s, ilYA(12, '17:10'), chef, numero, 'pharos', { decision: 'non', raison: prive })
  const version = await versionVue(s, ilYA(2, '11:00'), chef, { numero })
  const suit = `suit_${await personne(s, ilYA(2, '11:00'), chef, numero, 'Margaux')}`
  await envoyer(s, ilYA(2, '11:05'), chef, `/dossiers/${numero}/transfert`, {
    version,
    id: randomUUID(),
    ou: 'ailleurs',
    ailleurs: 'Un collège de l’académie de Bordeaux : le principal et la référente de là-bas ont été appelés.',
    famille_transfert: 'accord',
    [suit]: 'oui',
  })
}

/** What one asks of others, what is kept secret, what leaves the house. */
export const AIDES = [demandes, appuis, secret, loin]
