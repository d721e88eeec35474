import { examinerFichiers, rangerRessources, verifierLiens } from '#ressource'
import { HEURE, MINUTE, ouvrirTransport, type Maison, type Transport } from '#platform'
import { alerter } from '#dossier'
import { annoncerActions, annoncerRelectures } from './actions.ts'
import { ancrer } from './ancres/ancrer.ts'
import { courriersEnSouffrance, viderCourriels } from './courriels/vider.ts'
import { faireMenage } from './menage.ts'
import { rappeler } from './rappels.ts'

export interface Travaux {
  arreter(): Promise<void>
}

interface Tache {
  nom: string
  toutesLesMs: number
  faire(arret: AbortSignal): Promise<object | number>
}

/**
 * What runs behind the doors, until stopped: mail, reminders, cleaning, anchors. Several processes may do it at once. A task
 * that fails is logged and comes again at its time; the others go on.
 */
export function demarrerTravaux(m: Maison, o: { pasMs?: number; transport?: Transport | null } = {}): Travaux {
  const transport = o.transport === undefined ? ouvrirTransport(m.config) : o.transport
  const pas = o.pasMs ?? 5_000
  if (transport === null) void direSansPoste(m)
  const taches: Tache[] = [
    { nom: 'rappels', toutesLesMs: MINUTE, faire: () => rappeler(m) },
    { nom: 'actions', toutesLesMs: 10 * MINUTE, faire: () => annoncerActions(m) },
    { nom: 'relectures', toutesLesMs: HEURE, faire: () => annoncerRelectures(m) },
    { nom: 'alertes', toutesLesMs: MINUTE, faire: () => alerter(m) },
    ...(transport === null ? [] : [{ nom: 'courriels', toutesLesMs: pas, faire: () => viderCourriels(m, transport) }]),
    { nom: 'ancres', toutesLesMs: 10 * MINUTE, faire: () => ancrer(m) },
    { nom: 'menage', toutesLesMs: HEURE, faire: () => faireMenage(m) },
    { nom: 'ressources', toutesLesMs: HEURE, faire: () => rangerRessources(m) },
  ]
  // What waits for others has its own round: a slow site keeps no mail back. A demonstration knocks at nobody's door.
  const dehors: Tache[] = [
    { nom: 'antivirus', toutesLesMs: MINUTE, faire: () => examinerFichiers(m) },
    ...(m.config.env === 'production'
      ? [{ nom: 'liens', toutesLesMs: 10 * MINUTE, faire: (arret: AbortSignal) => verifierLiens(m, { arret }) }]
      : []),
  ]
  const boucles = [tourner(m, taches, pas), tourner(m, dehors, pas)]
  return {
    async arreter() {
      await Promise.all(boucles.map((b) => b.arreter()))
      transport?.fermer()
    },
  }
}

/** Runs each task in turn when its time has come; one tick at a time. */
function tourner(m: Maison, taches: readonly Tache[], pasMs: number): Travaux {
  const dues = new Map(taches.map((t) => [t, performance.now()]))
  const arret = new AbortController()
  const passer = async (): Promise<void> => {
    for (const t of taches) {
      if (arret.signal.aborted || dues.get(t)! > performance.now()) continue
      dues.set(t, performance.now() + t.toutesLesMs)
      await executer(m, t, arret.signal)
    }
  }
  let passage = passer()
  const minuterie = setInterval(() => (passage = passage.then(passer)), pasMs)
  return {
    async arreter() {
      arret.abort()
      clearInterval(minuterie)
      await passage
    },
  }
}

async function executer(m: Maison, t: Tache, arret: AbortSignal): Promise<void> {
  try {
    const bilan = await t.faire(arret)
    m.journal.debug({ tache: t.nom, bilan }, 'task')
  } catch (err) {
    m.journal.error({ tache: t.nom, err }, 'task failed')
  }
}

/** One line, with what waits: whoever watches the machine must know that nobody is told of anything. */
async function direSansPoste(m: Maison): Promise<void> {
  const souffrance = await courriersEnSouffrance(m).catch(() => null)
  m.journal.warn({ tache: 'courriels', ...souffrance }, 'no SMTP_URL: mails stay in the outbox')
}
