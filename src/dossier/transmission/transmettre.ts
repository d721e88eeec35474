import { clock, estUuid, Introuvable, type AgentDb } from '#platform'
import { chiffrer, dechiffrer, type Fil } from '#acces'
import { jourDe } from '#signalement'
import type { Acte, Envoi } from '../agir.ts'
import { jourSaisi, parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'
import { honorer, prevoir } from '../prevu/prevu.ts'
import { DESTINATAIRES, GRAVITES, PARENTS, SUITES, type CodeDestinataire } from './transmission.mots.ts'
import { baseDe } from './fiche.ts'
import { liensDe, retiresDe } from './liens.ts'
import * as sql from './transmission.sql.ts'

export interface ContenuTransmission {
  raison: string
  reference: string
  /** Why the parents were not told first. */
  parentsRaison: string
  /** What is asked to be taken down: an address each. */
  liens: readonly string[]
}
export interface ContenuSuite {
  texte: string
  /** Those of the addresses that are gone. */
  retires: readonly string[]
}
export type Transmission = Omit<sql.TransmissionsRow, 'contenu'> & ContenuTransmission & { suites: SuiteDite[] }
export type SuiteDite = Omit<sql.SuitesRow, 'contenu'> & ContenuSuite

// Those written before there were addresses have none.
const lireTransmission = (f: Fil, id: string, c: Uint8Array): ContenuTransmission => ({
  liens: [],
  ...dechiffrer<Omit<ContenuTransmission, 'liens'>>(f, 'transmission.contenu', id, c),
})
const lireSuite = (f: Fil, id: string, c: Uint8Array): ContenuSuite => ({
  retires: [],
  ...dechiffrer<Omit<ContenuSuite, 'retires'>>(f, 'transmission_suite.contenu', id, c),
})

export async function transmissionsDe(db: AgentDb, o: Dossier): Promise<Transmission[]> {
  const ou = { acad: o.acad, fil: o.d.id }
  const [lignes, suites] = await Promise.all([db.all(sql.transmissions, ou), db.all(sql.suites, ou)])
  return lignes.map(({ contenu, ...t }) => ({
    ...t,
    ...lireTransmission(o.fil, t.id, contenu),
    suites: suites.filter((s) => s.transmission === t.id).map(({ contenu: c, ...s }) => ({ ...s, ...lireSuite(o.fil, s.id, c) })),
  }))
}

/** @throws Introuvable for a recipient that the house does not know. */
export function destinataireDe(code: string | undefined): CodeDestinataire {
  if (code === undefined || !Object.hasOwn(DESTINATAIRES, code)) throw new Introuvable()
  return code as CodeDestinataire
}

const DECISIONS = { oui: true, non: true }

/** What this recipient asks of a « oui ». */
function exigences(
  envoi: Envoi,
  code: CodeDestinataire,
): { gravite: number | null; parents: 'avant' | 'contraire' | null; motifParents: string } {
  const rien = { gravite: null, parents: null, motifParents: '' }
  if (code === 'fait_etablissement')
    return {
      ...rien,
      gravite: Number(parmi(envoi, 'gravite', GRAVITES, 'Choisissez la gravité, sur l’échelle de Faits établissement.')),
    }
  if (code === 'crip' || code === 'n3018') {
    const parents = parmi(envoi, 'parents', PARENTS, 'Dites si les parents ont été prévenus avant, ou pourquoi non.')
    const vide = 'Écrivez pourquoi prévenir les parents serait contraire à l’intérêt de l’enfant.'
    return { ...rien, parents, motifParents: parents === 'avant' ? '' : texte(envoi, 'parents_raison', 2000, vide) }
  }
  if (code === 'pharos' && envoi.publique !== 'oui')
    throw new Incomplet({
      champ: 'publique',
      message:
        'PHAROS ne reçoit que des contenus publics. Pour des messages privés : la plainte, ou le 3018. Un doute : la permanence du parquet des mineurs.',
    })
  return rien
}

function idDe(envoi: Envoi, champ: string): string {
  if (!estUuid(envoi.id ?? '')) throw new Incomplet({ champ, message: 'Rechargez la page, puis renvoyez.' })
  return envoi.id!
}

function passe(envoi: Envoi, champ: string): string {
  const jour = jourSaisi(envoi, champ, true)
  if (jour > jourDe(clock.now())) throw new Incomplet({ champ, message: 'Cette date n’est pas encore venue.' })
  return jour
}

/** Yes or no, with the reason: not to transmit is a decision too. */
export const transmettre: Acte = async (db, o, envoi, destination) => {
  const code = destinataireDe(destination)
  const decision = parmi(envoi, 'decision', DECISIONS, 'Dites oui ou non.')
  const oui = decision === 'oui'
  const { gravite, parents, motifParents } = oui ? exigences(envoi, code) : { gravite: null, parents: null, motifParents: '' }
  const raison = texte(
    envoi,
    'raison',
    4000,
    oui ? 'Écrivez pourquoi cette transmission.' : 'Écrivez pourquoi non : ne pas transmettre est aussi une décision.',
  )
  const contenu: ContenuTransmission = {
    raison,
    reference: texte(envoi, 'reference', 200),
    parentsRaison: motifParents,
    liens: oui ? liensDe(envoi, code) : [],
  }
  const id = idDe(envoi, 'raison')
  const chiffre = chiffrer(o.fil, 'transmission.contenu', id, contenu)
  const ligne = {
    acad: o.acad,
    id,
    fil: o.d.id,
    destinataire: code,
    decision,
    gravite,
    parents,
    base: oui ? baseDe(code) : null,
    jour: passe(envoi, 'jour'),
    contenu: chiffre,
    qualite: o.qualite,
  }
  const suite = { fait: oui ? 'transmis' : 'non_transmis', url: `/dossiers/${o.d.numero}/transmissions/${code}` }
  if ((await db.run(sql.decider, ligne)) === 0) return suite
  await accomplir(db, o, 'transmettre', {
    fait: 'dossier.transmettre',
    detail: { transmission: id, destinataire: code, decision, gravite, parents },
  })
  if (oui && DESTINATAIRES[code].suites && gravite !== 1)
    await prevoir(db, o, { nature: 'suite_transmission', objet: id, le: echeanceDe('suite_transmission', o.reglages, o.classe) })
  return suite
}

/** What came of it: an answer ends the asking, silence has it asked again each quarter. */
export const suivreTransmission: Acte = async (db, o, envoi, destination) => {
  const code = destinataireDe(destination)
  const t = (await transmissionsDe(db, o)).find((x) => x.id === envoi.transmission)
  if (t === undefined || t.destinataire !== code || t.decision !== 'oui')
    throw new Incomplet({ champ: 'transmission', message: 'Choisissez une transmission faite.' })
  const issue = parmi(envoi, 'issue', SUITES, 'Dites ce qu’il en est.')
  const { fin } = SUITES[issue]
  const id = idDe(envoi, 'suite_texte')
  const contenu: ContenuSuite = {
    texte: texte(envoi, 'suite_texte', 4000, fin ? 'Écrivez la suite donnée, et par qui vous l’avez sue.' : undefined),
    retires: retiresDe(envoi, t, issue),
  }
  const chiffre = chiffrer(o.fil, 'transmission_suite.contenu', id, contenu)
  const retour = { fait: fin ? 'suite' : 'suite_attente', url: `/dossiers/${o.d.numero}/transmissions/${code}` }
  const ligne = { acad: o.acad, id, fil: o.d.id, transmission: t.id, issue, jour: passe(envoi, 'suite_jour'), contenu: chiffre }
  if ((await db.run(sql.suivre, ligne)) === 0) return retour
  await accomplir(db, o, 'suivre_transmission', {
    fait: 'dossier.suivre_transmission',
    detail: { transmission: t.id, destinataire: code, issue },
  })
  await honorer(db, o, 'suite_transmission', t.id)
  if (!fin)
    await prevoir(db, o, {
      nature: 'suite_transmission',
      objet: t.id,
      le: echeanceDe('suites_transmission', o.reglages, o.classe),
    })
  return retour
}
