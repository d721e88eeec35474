import { createHash, randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { clock, enIcalendar, HEURE, instantIcs, jourAParis, page, plus, transaction, type Env } from '#platform'
import { cadre, enTantQue, flash, type CtxAgent } from '#acces'
import { plusJours } from '#annuaire'
import { NATURES_PREVU, type NaturePrevu } from '../prevu/prevu.ts'
import { pageAgenda } from './agenda.page.ts'
import * as sql from './agenda.sql.ts'

const empreinteDe = (secret: string): Buffer => createHash('sha256').update(secret).digest()
const FAITS = { ferme: 'L’adresse ne donne plus rien.' }

async function afficher(c: CtxAgent, adresse: string | null): Promise<Response> {
  const agenda = await enTantQue(c, (db) => db.maybe(sql.monAgenda))
  const contenu = pageAgenda({ agenda, adresse })
  const filAriane = [{ libelle: 'Mon bureau', url: '/bureau' }, { libelle: 'Mon agenda' }]
  return page(c, cadre(c, { titre: 'Mon agenda', courant: '/bureau', filAriane, contenu, faits: FAITS, script: ['copier.js'] }))
}

export async function agenda(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/agenda')
  return afficher(c, null)
}

/** A new secret address; the former one ends. It is shown on this page only: the database keeps its digest. */
export async function ouvrirAgenda(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/agenda')
  const secret = randomBytes(32).toString('base64url')
  await enTantQue(c, (db) => db.one(sql.ouvrir, { empreinte: empreinteDe(secret) }))
  return afficher(c, `${c.get('maison').config.origine}/agenda/${secret}.ics`)
}

export async function fermerAgenda(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bureau/agenda/fin')
  await enTantQue(c, (db) => db.one(sql.fermer))
  return flash(c, '/bureau/agenda', 'ferme')
}

const NOMS: Record<string, [un: string, des: string]> = {
  echeance: ['une échéance de dossier', 'échéances de dossier'],
  tache: ['une tâche', 'tâches'],
}
const nommer = (nature: string, n: number): string => {
  const [un, des] = NOMS[nature] ?? [
    NATURES_PREVU[nature as NaturePrevu]?.libelle ?? nature,
    NATURES_PREVU[nature as NaturePrevu]?.libelle ?? nature,
  ]
  return n === 1 ? un : `${n} ${des}`
}

const evenement = (uid: string, le: Date, quand: readonly string[], titre: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}@preau`,
  `DTSTAMP:${instantIcs(le)}`,
  ...quand,
  `SUMMARY:Préau : ${titre}`,
  'CLASS:PRIVATE',
  'END:VEVENT',
]

/** What has an hour is at its hour; the rest is counted by day. No name, no school, no number of a dossier. */
export function lignesDe(evenements: readonly sql.EvenementsRow[], maintenant: Date): string[] {
  const aHeure = (nature: string): boolean => nature === 'entretien' || nature === 'visite'
  const heures = evenements
    .filter((e) => aHeure(e.nature))
    .flatMap((e) =>
      evenement(
        e.id,
        maintenant,
        [`DTSTART:${instantIcs(e.le)}`, `DTEND:${instantIcs(plus(e.le, HEURE))}`],
        e.nature === 'visite' ? 'visite ou appel' : 'entretien',
      ),
    )
  const jours = Map.groupBy(
    evenements.filter((e) => !aHeure(e.nature)),
    (e) => `${jourAParis(e.le)} ${e.nature}`,
  )
  const entiers = [...jours].flatMap(([cle, siens]) => {
    const [jour, nature] = cle.split(' ') as [string, string]
    const quand = [`DTSTART;VALUE=DATE:${jour.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${plusJours(jour, 1).replaceAll('-', '')}`]
    return evenement(`${jour}-${nature}`, maintenant, quand, nommer(nature, siens.length))
  })
  return [...heures, ...entiers]
}

/** /agenda/SECRET.ics, at the public door: a calendar program has no session. */
export const routesAgenda = new Hono<Env>().get('/:fichier', async (c) => {
  c.set('motif', '/agenda/:secret')
  const secret = /^([\w-]{43})\.ics$/.exec(c.req.param('fichier'))?.[1]
  const lus =
    secret === undefined
      ? []
      : await transaction(c.get('maison').base, 'public', {}, (db) => db.all(sql.evenements, { empreinte: empreinteDe(secret) }))
  if (lus.length === 0) return c.notFound()
  const corps = enIcalendar(
    'Bureau',
    lignesDe(
      lus.filter((e) => e.nature !== 'agenda'),
      clock.now(),
    ),
  )
  return c.body(corps, 200, { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'no-store' })
})
