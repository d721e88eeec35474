import { estUuid, type AgentDb } from '#platform'
import { dechiffrer } from '#acces'
import type { Dossier } from '../dossier.ts'
import { lireMesure, type ContenuMesure } from '../mesure/mesure.ts'
import { onglet } from '../onglet.ts'
import { FINIS } from '../protocole/protocole.ts'
import { ecritsDe, type Ecrit } from './ecrit.ts'
import { jalonsDe, jalonsPrevus, type Jalon } from './jalons.ts'
import { ouverts, rattachesDe, type Rattache } from './rattaches.ts'
import * as sql from './suivi.sql.ts'
import { pageSuivi } from './suivi.page.ts'

export interface MesureSuivie extends ContenuMesure {
  id: string
  nature: string
  du: string
  au: string | null
  /** Why it outlives the dossier; null: it does not. */
  garde: string | null
  /** Reports whose author may read of it. */
  dite: string[]
}

/** Everything that the page of the follow-up shows. */
export interface Suivi {
  ecrits: Ecrit[]
  /** Promised, soonest first. */
  prevus: ReturnType<typeof jalonsPrevus>
  /** What putting it under watch today would promise. */
  jalons: Jalon[]
  rattaches: Rattache[]
  mesures: MesureSuivie[]
  /** After the end: reports that wait for a choice, to open it anew or to explain. */
  aChoisir: Rattache[]
}

async function mesuresDe(db: AgentDb, o: Dossier): Promise<MesureSuivie[]> {
  const ou = { acad: o.acad, fil: o.d.id }
  const [mesures, dites] = await Promise.all([db.all(sql.mesures, ou), db.all(sql.dites, ou)])
  return mesures.map(({ contenu, garde, ...m }) => ({
    ...m,
    ...lireMesure(o.fil, m.id, contenu),
    garde: garde === null ? null : dechiffrer<{ raison: string }>(o.fil, 'mesure.garde', m.id, garde).raison,
    dite: dites.filter((x) => x.mesure === m.id).map((x) => x.signalement),
  }))
}

/** The report that one came with, when it is not joined yet. */
async function venuAvec(db: AgentDb, o: Dossier, id: string): Promise<Rattache[]> {
  const s = estUuid(id) ? await db.maybe(sql.signalement, { acad: o.acad, id }) : null
  return s === null || s.etat === 'clos' ? [] : [s]
}

async function charger(db: AgentDb, o: Dossier, _: unknown, question: Readonly<Record<string, string>>): Promise<Suivi> {
  const [ecrits, rattaches, mesures, jalons, venu] = await Promise.all([
    ecritsDe(db, o),
    rattachesDe(db, o),
    mesuresDe(db, o),
    FINIS.has(o.d.etat) ? [] : jalonsDe(db, o),
    venuAvec(db, o, question.signalement ?? ''),
  ])
  const restent = ouverts(rattaches)
  const aChoisir = FINIS.has(o.d.etat) ? [...restent, ...venu.filter((v) => !restent.some((r) => r.id === v.id))] : []
  return { ecrits, prevus: jalonsPrevus(o), jalons, rattaches, mesures, aChoisir }
}

export const suivi = onglet<Suivi>({
  code: 'suivi',
  charger,
  contenu: pageSuivi,
  faits: {
    surveille: 'La situation est sous surveillance. Les points de suivi sont prévus.',
    point: 'Le point est noté. Le suivant est prévu.',
    danger:
      'Le point est noté, et le danger est dit à qui répond du dossier et au-dessus. Restez avec l’élève, appelez le 15 ou le 112 ; puis notez un entretien entier.',
    continue: 'Le point est noté. Cela continue : reprenez le traitement. Le niveau au-dessus le voit.',
    garde: 'La mesure est gardée jusqu’à ce jour.',
    dit: 'La personne qui a signalé peut le lire.',
    tu: 'La personne qui a signalé ne le lit plus.',
    clos: 'Le dossier est clos. Chaque personne qui a signalé a sa réponse.',
    ecarte: 'Le dossier est fermé. Chaque personne qui a signalé a sa réponse.',
    transfere: 'L’élève est transféré. Il reste à répondre à qui a signalé.',
    transfere_attend:
      'L’élève est transféré. Il reste à répondre à qui a signalé, et à faire partir ce qui attend dans « Transmissions ».',
    choisir: 'Ce dossier est fini. Rien n’est encore rattaché : rouvrez-le, ou dites pourquoi il le reste.',
    rouvert: 'Le dossier est rouvert. Il est à reprendre en charge sous 24 heures.',
    explique: 'La raison est écrite, et la personne qui a signalé a sa réponse.',
  },
})
