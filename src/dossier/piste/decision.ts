import { clock, Conflit, estUuid, type AgentDb } from '#platform'
import { chiffrer } from '#acces'
import { jourDe } from '#signalement'
import { versionDe, type Acte, type Envoi } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'
import { honorer, prevoir } from '../prevu/prevu.ts'
import { arretDe, survenus } from './arret.ts'
import * as sql from './decision.sql.ts'
import type { Contre } from './contre.ts'
import { DECISIONS, METHODES, PAROLES, type Decision, type Methode, type Parole } from './methodes.ts'
import { pisteDe, traitementDe, type Piste, type Traitement } from './piste.ts'
import * as rencontres from './rencontre.sql.ts'
import { auPlusTot, suivreRythme } from './rythme.ts'
import { sanctionDe, sansReponse, type SanctionDite } from './sanction.ts'

/** S64: a shared concern goes on until it has stopped, as the targeted pupil says. Otherwise one switches. */
function peutFinir(t: Traitement, p: Piste, parole: Parole, s: SanctionDite): void {
  if (p.methode === 'mpp' && (parole === 'pareil' || parole === 'pire'))
    throw new Incomplet({
      champ: 'decision',
      message: 'L’élève visé dit que cela continue : gardez la méthode ou changez-en, elle ne finit pas ainsi.',
    })
  const attendus = p.methode === 'disciplinaire' ? sansReponse(t, p, s) : []
  if (attendus.length > 0)
    throw new Incomplet({
      champ: 'sanction',
      message: `Une procédure engagée reçoit une réponse, même « pas de sanction » : ${attendus.map((x) => t.noms.get(x)).join(', ')}.`,
    })
}

/** Kept in spite of what was learnt since: why is written. An adult among the authors is never a matter between pupils. */
function malgreDe(o: Dossier, t: Traitement, p: Piste, envoi: Envoi): { neufs: Contre[]; malgre: string } {
  const neufs = survenus(o, t, p)
  if (neufs.length === 0) return { neufs, malgre: '' }
  const { libelle } = METHODES[p.methode as Methode]
  if (neufs.includes('auteur_adulte'))
    throw new Incomplet({
      champ: 'decision',
      message: `Quand un adulte est mis en cause, « ${libelle.toLowerCase()} » ne s’applique pas : changez de voie.`,
    })
  return { neufs, malgre: texte(envoi, 'malgre', 2000, arretDe(o, t, p)) }
}

/** What was promised moves with the decision: kept, a new one in fifteen days; otherwise nothing of this track stays ahead. */
async function tenirPromesses(db: AgentDb, o: Dossier, p: Piste, decision: Decision): Promise<Date> {
  if (decision === 'garder') {
    const le = echeanceDe('decision_piste', o.reglages, o.classe)
    await prevoir(db, o, { nature: 'decision_piste', le, objet: p.id })
    const point = await suivreRythme(db, o, p.id)
    return point < le ? point : le
  }
  await honorer(db, o, 'decision_piste', p.id)
  await honorer(db, o, 'point_piste', p.id)
  await db.run(rencontres.annulerPrevues, { acad: o.acad, fil: o.d.id, piste: p.id, jour: jourDe(clock.now()) })
  return echeanceDe(decision === 'changer' ? 'traitement' : 'point_piste', o.reglages, o.classe)
}

async function consigner(
  db: AgentDb,
  o: Dossier,
  p: Piste,
  envoi: Envoi,
  d: Decision,
  parole: Parole,
  s: SanctionDite,
  malgre: string,
): Promise<boolean> {
  const raison = texte(envoi, 'raison', 2000, 'Écrivez pourquoi.')
  const mots = texte(
    envoi,
    'mots',
    4000,
    parole === 'non_recueillie'
      ? 'Écrivez pourquoi l’élève visé n’a pas pu le dire.'
      : 'Écrivez ce que dit l’élève visé, avec ses mots.',
  )
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'raison', message: 'Rechargez la page, puis renvoyez.' })
  const contenu = chiffrer(o.fil, 'piste_decision.contenu', id, { raison, mots, ...(malgre !== '' && { malgre }) })
  return (await db.run(sql.consigner, { acad: o.acad, id, fil: o.d.id, piste: p.id, decision: d, parole, ...s, contenu })) === 1
}

/** Keep, switch or end: a decision with its reason and with what the targeted pupil says. */
export const decider: Acte = async (db, o, envoi, piste) => {
  const t = await traitementDe(db, o)
  const p = pisteDe(t, piste)
  const decision = parmi(envoi, 'decision', DECISIONS, 'Choisissez : garder, changer ou finir.')
  const parole = parmi(envoi, 'parole', PAROLES, 'Cochez ce que dit l’élève visé.')
  const s = sanctionDe(o, t, p, envoi)
  if (decision === 'finir') peutFinir(t, p, parole, s)
  const { neufs, malgre } = decision === 'garder' ? malgreDe(o, t, p, envoi) : { neufs: [], malgre: '' }
  const suite = { fait: `decide_${decision}` }
  if (!(await consigner(db, o, p, envoi, decision, parole, s, malgre))) return suite
  const issue = decision === 'garder' ? null : decision
  if (
    (await db.run(sql.decider, {
      acad: o.acad,
      fil: o.d.id,
      id: p.id,
      parole,
      issue,
      version: versionDe({ version: envoi.version_piste ?? '' }),
    })) === 0
  )
    throw new Conflit('Une décision a déjà été prise sur cette piste.')
  const prochaine = await tenirPromesses(db, o, p, decision)
  const autres = { ...o, prevus: o.prevus.filter((x) => x.objet !== p.id) }
  await accomplir(db, o, 'decider_piste', {
    fait: 'dossier.decider_piste',
    detail: {
      piste: p.id,
      methode: p.methode,
      decision,
      resultat: parole,
      ...(neufs.length > 0 && { contre: neufs }),
      ...(s.sanction !== null && s.sanction !== 'aucune' && { sanction: s.sanction, personne: s.personne }),
      ...(s.sanction === 'aucune' && { sans_sanction: true, personne: s.personne }),
    },
    echeance: auPlusTot(autres, [prochaine], p.id),
  })
  return suite
}
