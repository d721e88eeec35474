import { clock, estUuid, HEURE, Introuvable, plus, type AgentDb } from '#platform'
import { jourDe } from '#signalement'
import type { Acte, Envoi } from '../agir.ts'
import { momentSaisi } from '../champs.ts'
import { alerter, echeanceDanger } from '../danger.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { apresEntretien, echeanceDe, finDeJournee } from '../echeance.ts'
import { garderLesCotes } from '../piste/cotes.ts'
import { honorer, prevoir } from '../prevu/prevu.ts'
import type { RolePersonne } from '../vocabulaire.ts'
import type { ContenuEntretien } from './champs.ts'
import { adultesDe, chiffrerEntretien } from './entretien.ts'
import { lireEntretien, lireImpossible, urgencesDe } from './entretien.form.ts'
import * as sql from './entretien.sql.ts'

/** Somebody of this dossier, in a role that they hold today; anybody else does not exist here. */
export function roleTenu(o: Dossier, personne: string | undefined, role: string | undefined): RolePersonne {
  const lue = personne && o.memes.id(personne)
  if (!o.roles.some((r) => r.personne === lue && r.role === role && r.au === null)) throw new Introuvable()
  return role as RolePersonne
}

interface Noter {
  id: string
  personne: string
  role: RolePersonne
  issue: 'tenu' | 'impossible'
  contenu: ContenuEntretien
  le: Date
}

const noter = (db: AgentDb, o: Dossier, n: Noter): Promise<number> =>
  db.run(sql.noter, {
    acad: o.acad,
    id: n.id,
    fil: o.d.id,
    suite: n.id,
    version: 1,
    personne: n.personne,
    role: n.role,
    issue: n.issue,
    adultes: [n.contenu.mene, n.contenu.second].filter((a) => a !== ''),
    contenu: chiffrerEntretien(o, n.id, n.contenu),
    le: n.le,
    qualite: o.qualite,
  })

function idDe(envoi: Envoi, champ: string): string {
  if (!estUuid(envoi.id ?? '')) throw new Incomplet({ champ, message: 'Rechargez la page, puis renvoyez.' })
  return envoi.id!
}

/** Six in the evening; later than that, within two hours: a family is not told tomorrow what its child said today. */
function ceSoir(): Date {
  const soir = finDeJournee(jourDe(clock.now()))
  return soir > clock.now() ? soir : plus(clock.now(), 2 * HEURE)
}

/** The family hears of it: today, or at the clock of first news when there is a reason not to; never later than already promised. */
async function promettre(db: AgentDb, o: Dossier, enfant: string, { famille }: ContenuEntretien): Promise<void> {
  if (famille === '') return
  const le = famille === 'non' ? echeanceDe('nouvelle_famille', o.reglages, o.classe) : ceSoir()
  if (o.prevus.some((p) => p.nature === 'nouvelles_famille' && p.objet === enfant && p.le <= le)) return
  await prevoir(db, o, { nature: 'nouvelles_famille', objet: enfant, le, ...(famille !== 'non' && { pour: o.moi.agent }) })
}

/** POST: one talk with one person. It only adds: two colleagues who write at once both do. */
export const entendre: Acte = async (db, o, envoi, entree) => {
  const role = roleTenu(o, entree, envoi.role)
  const personne = o.memes.id(entree!)
  const contenu = lireEntretien(envoi, role, await adultesDe(db, o))
  await garderLesCotes(db, o, { personne, role }, contenu)
  const le = momentSaisi(envoi, 'quand')
  const id = idDe(envoi, 'faits')
  if ((await noter(db, o, { id, personne, role, issue: 'tenu', contenu, le })) === 0) return { fait: 'entendu' }
  const urgences = urgencesDe(contenu)
  const danger = urgences.length > 0
  await accomplir(db, o, 'entendre', {
    fait: 'dossier.entendre',
    detail: { entretien: id, role, personne, ...(danger && { danger }) },
    ...apresEntretien(o, role),
    ...(danger && { echeance: echeanceDanger() }),
  })
  await honorer(db, o, 'entretien', personne)
  await promettre(db, o, personne, contenu)
  await alerter(db, o, urgences)
  return { fait: danger ? 'danger' : 'entendu' }
}

/** POST: it could not be held, and why. The rest of the protocol does not wait for it. */
export const noterImpossible: Acte = async (db, o, envoi, entree) => {
  const role = roleTenu(o, entree, envoi.role)
  const personne = o.memes.id(entree!)
  const contenu = lireImpossible(envoi, await adultesDe(db, o))
  const id = idDe(envoi, 'raison')
  if ((await noter(db, o, { id, personne, role, issue: 'impossible', contenu, le: clock.now() })) === 0)
    return { fait: 'impossible' }
  await accomplir(db, o, 'entendre', {
    fait: 'dossier.entendre',
    detail: { entretien: id, role, personne, issue: 'impossible' },
    ...apresEntretien(o, role),
  })
  await honorer(db, o, 'entretien', personne, 'annule')
  return { fait: 'impossible' }
}
