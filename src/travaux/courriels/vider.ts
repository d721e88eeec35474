import {
  clock,
  HEURE,
  MINUTE,
  natureDeLEchec,
  plus,
  transaction,
  uuidv7,
  type JobDb,
  type Maison,
  type Transport,
} from '#platform'
import { plier, type Pli } from './plis.ts'
import { seul } from '../verrou.sql.ts'
import * as sql from './courriels.sql.ts'

const PAR_LOT = 100
/** Longer than a batch can take: nobody else takes it up meanwhile, and after a crash it is taken up again. */
const REPRISE_MS = 10 * MINUTE
/** After each failure, before the next try; after the last one, given up: the list in the application is the truth. */
const ATTENTES_MS = [MINUTE, 10 * MINUTE, HEURE, 6 * HEURE]

export interface Bilan {
  /** Mails that left. */
  envoyes: number
  /** Rows of the outbox that will be tried again, and given up. */
  repousses: number
  abandonnes: number
}

/**
 * Sends what is due. At least once: a mail that left just before a crash, before it could be marked, leaves again, under the
 * same Message-ID. Nothing is locked while the mail server is spoken to.
 */
export async function viderCourriels(m: Maison, t: Transport): Promise<Bilan> {
  const bilan: Bilan = { envoyes: 0, repousses: 0, abandonnes: 0 }
  for (;;) {
    const repris = plus(clock.now(), REPRISE_MS)
    const prises = await transaction(m.base, 'job', {}, async (db) => {
      await db.one(seul, { travail: 'courriels' })
      return db.all(sql.prendre, { maintenant: clock.now(), repris, combien: PAR_LOT })
    })
    if (prises.length === 0) return bilan
    const { plis, illisibles } = await transaction(m.base, 'job', {}, (db) => plier(db, m, prises))
    const issues = [...(await Promise.all(plis.map((pli) => confier(t, pli)))), ...illisibles.map(enPanne)]
    await transaction(m.base, 'job', {}, (db) => conclure(db, prises, issues, bilan))
  }
}

interface Issue {
  pli: Pick<Pli, 'agent' | 'courriels'>
  echec: ReturnType<typeof natureDeLEchec> | null
}

/** It stays, and its address with it: the keys may come back. */
const enPanne = (courriel: string): Issue => ({ pli: { agent: null, courriels: [courriel] }, echec: 'panne' })

const confier = (t: Transport, pli: Pli): Promise<Issue> =>
  t.envoyer(pli.lettre).then(
    () => ({ pli, echec: null }),
    (erreur: unknown) => ({ pli, echec: natureDeLEchec(erreur) }),
  )

/** Tells the outbox what became of each row: gone, to be tried again (for those who did not get it), or given up. */
async function conclure(db: JobDb, prises: readonly sql.PrendreRow[], issues: readonly Issue[], bilan: Bilan): Promise<void> {
  const sorts = prises.map((c) =>
    sortDe(
      c,
      issues.filter((i) => i.pli.courriels.includes(c.id)),
    ),
  )
  const le = clock.now()
  const de = (quoi: Sort['quoi']): Sort[] => sorts.filter((s) => s.quoi === quoi)
  const [envoyes, abandonnes, repousses] = [de('envoye'), de('abandonne'), de('repousse')]
  await Promise.all([
    db.run(sql.marquerEnvoyes, { ids: envoyes.map((s) => s.c.id), le }),
    db.run(sql.abandonner, { ids: abandonnes.map((s) => s.c.id), le }),
    db.run(sql.repousser, {
      ids: repousses.map((s) => s.c.id),
      prochains: repousses.map((s) => s.prochain),
      essais: repousses.map((s) => s.essais),
    }),
    ...envoyes.flatMap((s) =>
      s.manques.map((agent) =>
        db.run(sql.garderPour, { neuf: uuidv7(), id: s.c.id, agent, prochain: s.prochain, essais: s.essais }),
      ),
    ),
    // The last notice has left, or never will: the address is of no more use to anybody.
    ...[...envoyes, ...abandonnes]
      .filter((s) => s.c.modele === 'derniere_reponse' && s.c.fil !== null)
      .map((s) => db.run(sql.effacerContact, { acad: s.c.acad, fil: s.c.fil! })),
  ])
  bilan.envoyes += issues.filter((i) => i.echec === null).length
  bilan.repousses += repousses.length
  bilan.abandonnes += abandonnes.length
}

interface Sort {
  c: sql.PrendreRow
  quoi: 'envoye' | 'abandonne' | 'repousse'
  prochain: Date
  essais: number
  /** Agents whose mail did not leave, when others' did. */
  manques: string[]
}

function sortDe(c: sql.PrendreRow, issues: readonly Issue[]): Sort {
  const rates = issues.filter((i) => i.echec !== null && i.echec !== 'refus')
  // A server out of reach says nothing of this mail: it stays, whatever the number of tries.
  const panne = rates.some((i) => i.echec === 'panne')
  const attente = ATTENTES_MS[c.essais - 1] ?? (panne ? ATTENTES_MS.at(-1)! : null)
  const s = { c, essais: Math.min(c.essais, ATTENTES_MS.length), prochain: plus(clock.now(), attente ?? 0) }
  const manques = attente === null ? [] : rates.flatMap((i) => i.pli.agent ?? [])
  if (issues.some((i) => i.echec === null)) return { ...s, quoi: 'envoye', manques }
  return { ...s, quoi: rates.length > 0 && attente !== null ? 'repousse' : 'abandonne', manques: [] }
}

export interface Souffrance {
  attente: number
  depuis: Date | null
  abandonnes: number
}

/** What waits in the outbox: for the log, and for whoever watches over the machine. */
export const courriersEnSouffrance = (m: Maison): Promise<Souffrance> =>
  transaction(m.base, 'job', {}, (db) => db.one(sql.enSouffrance, { maintenant: clock.now() }))
