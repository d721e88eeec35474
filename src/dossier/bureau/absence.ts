import { clock, estUuid, Introuvable, page, Refus } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent } from '#acces'
import { lireEnvoi } from '../agir.ts'
import { jourSaisi } from '../champs.ts'
import { Incomplet } from '../dossier.ts'
import type { Retour } from '../fiche/fiche.ts'
import { pageAbsences } from './absence.page.ts'
import * as sql from './absence.sql.ts'

const PHRASES: Record<string, { champ: string; message: string }> = {
  dates: { champ: 'absence_au', message: 'La fin vient après le début, et n’est pas déjà passée.' },
  remplacant: { champ: 'remplacant', message: 'Choisissez une autre personne, qui exerce une fonction aujourd’hui.' },
  deja: { champ: 'absence_du', message: 'Une absence est déjà prévue sur une partie de ces jours.' },
}

/** Whose absences are asked for: one's own, or those of an agent whom one manages. */
function cible(c: CtxAgent, envoi: Readonly<Record<string, string>> = {}): string {
  const agent = envoi.agent ?? c.req.query('agent') ?? c.get('moi').agent
  if (!estUuid(agent)) throw new Introuvable()
  return agent
}

async function afficher(c: CtxAgent, agent: string, retour?: Retour): Promise<ReturnType<typeof cadre>> {
  const { acad, agent: moi } = c.get('moi')
  const contenu = await enTantQue(c, async (db) => {
    if (!(await db.one(sql.gere, { agent })).oui) throw new Introuvable()
    const [qui, absences, remplacants] = await Promise.all([
      db.maybe(sql.nomDe, { acad, agent }),
      db.all(sql.absences, { acad, agent }),
      db.all(sql.remplacants, { acad, agent }),
    ])
    if (qui === null) throw new Introuvable()
    return pageAbsences(
      { agent, moi: agent === moi, nom: `${qui.prenom} ${qui.nom}`, absences, remplacants, maintenant: clock.now() },
      retour,
    )
  })
  return cadre(c, {
    titre: 'Absences',
    courant: '/bureau',
    filAriane: [{ libelle: 'Mon bureau', url: '/bureau' }, { libelle: 'Absences' }],
    contenu,
    faits: { absent: 'L’absence est notée.', revenu: 'L’absence est annulée.' },
  })
}

export async function absences(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/absences')
  return page(c, await afficher(c, cible(c)))
}

const url = (c: CtxAgent, agent: string): string =>
  agent === c.get('moi').agent ? '/bureau/absences' : `/bureau/absences?agent=${agent}`

/** The dates and who stands in, never why. The database checks who may. */
export async function absenter(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/absences')
  const envoi = await lireEnvoi(c)
  const agent = cible(c, envoi)
  try {
    const du = jourSaisi(envoi, 'absence_du', true)
    const au = jourSaisi(envoi, 'absence_au', false)
    if (au === null) throw new Incomplet({ champ: 'absence_au', message: 'Écrivez le dernier jour d’absence.' })
    if (!estUuid(envoi.id ?? '')) throw new Incomplet({ champ: 'absence_du', message: 'Rechargez la page, puis renvoyez.' })
    const remplacant = estUuid(envoi.remplacant ?? '') ? envoi.remplacant! : null
    const { resultat } = await enTantQue(c, (db) => db.one(sql.absenter, { id: envoi.id!, agent, du, au, remplacant }))
    if (resultat === 'inconnu') throw new Introuvable()
    if (resultat !== 'fait') throw new Incomplet(PHRASES[resultat]!)
    return flash(c, url(c, agent), 'absent')
  } catch (e) {
    if (!(e instanceof Incomplet)) throw e
    return page(
      c,
      await afficher(c, agent, { forme: 'absences', envoi, refus: e.message, erreurs: e.erreurs, devance: false }),
      e.statut,
    )
  }
}

export async function revenir(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/absences/:id/fin')
  const id = c.req.param('id')!
  const envoi = await lireEnvoi(c)
  if (!estUuid(id)) throw new Introuvable()
  if (!(await enTantQue(c, (db) => db.one(sql.revenir, { id }))).oui) throw new Refus('Cette absence est déjà annulée.')
  return flash(c, url(c, cible(c, envoi)), 'revenu')
}
