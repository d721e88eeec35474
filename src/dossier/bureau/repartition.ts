import { clock, estUuid, instantAParis, Introuvable, JOUR, jourAParis, page, plus, Refus, type AgentDb } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent, type Moi } from '#acces'
import { jourOuvreApres, lireCalendrier } from '#annuaire'
import { porteeDe } from '#signalement'
import { lireEnvoi } from '../agir.ts'
import { dossierPourAgir } from '../dossier.ts'
import { remplacer } from '../responsable/responsable.ts'
import * as bureauSql from './bureau.sql.ts'
import { pageCharge, pageReattribuer } from './repartition.page.ts'
import * as sql from './repartition.sql.ts'

export type Charge = sql.ChargeRow
export type Candidat = sql.CandidatsRow
export type ADonner = sql.DossiersDeRow & { raison?: string; jusqu?: Date | null; qui?: string }

const FAITS = { reparti: 'C’est confié. Chaque dossier le dit dans son histoire, et la personne est prévenue.' }

/** Only whoever reads a territory by mandate shares out its dossiers. */
function exigerPortee(moi: Moi) {
  const p = porteeDe(moi)
  if (p.etabs.length + p.circos.length + p.depts.length + p.acads.length === 0) throw new Introuvable()
  return p
}

const candidatsDe = (db: AgentDb, acad: string, fils: readonly string[]): Promise<Candidat[]> =>
  fils.length === 0 ? Promise.resolve([]) : db.all(sql.candidats, { acad, fils })

/** GET /bureau/charge: how many each person carries; `?agent=` opens theirs, to be shared out. */
export async function charge(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/charge')
  const portee = exigerPortee(c.get('moi'))
  const agent = c.req.query('agent') ?? ''
  const maintenant = clock.now()
  const contenu = await enTantQue(c, async (db) => {
    const charges = await db.all(sql.charge, { ...portee, maintenant, avant: plus(maintenant, 7 * JOUR) })
    const siens = estUuid(agent) ? await db.all(sql.dossiersDe, { ...portee, agent }) : []
    const candidats = await candidatsDe(
      db,
      portee.acad,
      siens.map((d) => d.id),
    )
    return pageCharge({ charges, agent, siens, candidats: candidats.filter((x) => x.agent !== agent) })
  })
  return page(
    c,
    cadre(c, {
      titre: 'Charge et répartition',
      courant: '/bureau',
      filAriane: fil('Charge et répartition'),
      contenu,
      faits: FAITS,
    }),
  )
}

const fil = (libelle: string) => [{ libelle: 'Mon bureau', url: '/bureau' }, { libelle }]

/** GET /bureau/a-reattribuer: what has lost its person, or will within ten school days. This list must be empty. */
export async function reattribuer(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/a-reattribuer')
  const moi = c.get('moi')
  exigerPortee(moi)
  const contenu = await enTantQue(c, async (db) => {
    const cal = await lireCalendrier(db, moi.acad)
    const horizon = instantAParis(jourOuvreApres(cal, jourAParis(clock.now()), 10))
    const perdus = await db.all(bureauSql.orphelins, { horizon })
    const ids = (genre: string): string[] => perdus.filter((p) => p.genre === genre).map((p) => p.fil)
    const [dossiers, signalements, noms, candidats] = await Promise.all([
      db.all(sql.dossiersParIds, { acad: moi.acad, ids: ids('dossier') }),
      db.all(sql.signalementsParIds, { acad: moi.acad, ids: ids('signalement') }),
      db.all(sql.nomsDe, { acad: moi.acad, ids: perdus.map((p) => p.qui) }),
      candidatsDe(db, moi.acad, ids('dossier').slice(0, 60)),
    ])
    const de = new Map(perdus.map((p) => [p.fil, p]))
    const nom = (id: string): string => {
      const n = noms.find((x) => x.id === de.get(id)?.qui)
      return n === undefined ? '' : `${n.prenom} ${n.nom}`
    }
    const dire = (id: string) => ({ raison: de.get(id)!.raison, jusqu: de.get(id)!.jusqu_a, qui: nom(id) })
    return pageReattribuer({
      dossiers: dossiers.map((d) => ({ ...d, ...dire(d.id) })),
      signalements: signalements.map((s) => ({ ...s, ...dire(s.id) })),
      candidats,
    })
  })
  return page(c, cadre(c, { titre: 'À réattribuer', courant: '/bureau', filAriane: fil('À réattribuer'), contenu, faits: FAITS }))
}

/**
 * POST /bureau/repartition: several dossiers to one person, each with its fact, all or none.
 * @throws Refus naming those that this person does not see.
 */
export async function repartir(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/repartition')
  const moi = c.get('moi')
  exigerPortee(moi)
  const envoi = await lireEnvoi(c)
  // In one order for everybody: two people who share out the same dossiers wait for each other, and never block each other.
  const numeros = [...new Set((envoi.dossiers ?? '').split(',').filter(Boolean))].sort().slice(0, 60)
  const vers = envoi.vers ?? ''
  if (numeros.length === 0) throw new Refus('Cochez au moins un dossier.', 422)
  if (!estUuid(vers)) throw new Refus('Choisissez à qui confier ces dossiers.', 422)
  await enTantQue(c, async (db) => {
    for (const numero of numeros) {
      const o = await dossierPourAgir(db, c.get('maison').trousseau, moi, numero)
      if (o.d.responsable === vers) continue
      if ((envoi[`tenu_${numero}`] ?? o.d.responsable) !== o.d.responsable)
        throw new Refus(
          `Dossier ${numero} : un collègue vient de le confier à quelqu’un d’autre. Aucun dossier n’a changé de main : relisez la liste, puis recommencez.`,
          409,
        )
      try {
        await remplacer(db, o, { agent: vers, version: String(o.d.version) }, undefined)
      } catch (e) {
        if (!(e instanceof Refus)) throw e
        throw new Refus(`Dossier ${numero} : ${e.message} Aucun dossier n’a changé de main.`, e.statut)
      }
    }
  })
  return flash(c, envoi.retour === 'reattribuer' ? '/bureau/a-reattribuer' : '/bureau/charge', 'reparti')
}
