import { clock, estUuid, Introuvable, menerABien, page, Refus, type AgentDb } from '#platform'
import { finirMandat, mandatGere, type MandatVu } from '#annuaire'
import { typo, type Erreur } from '#ui'
import { finDeJour } from '../dates.ts'
import { cadre, flash } from '../menu.ts'
import { enTantQue, type CtxAgent } from '../session.ts'
import { pageFin, type FinSaisie } from './fin.page.ts'

function viser(c: CtxAgent, db: AgentDb): Promise<MandatVu> {
  const id = c.req.param('id') ?? ''
  if (!estUuid(id)) throw new Introuvable()
  return mandatGere(db, c.get('moi').acad, id)
}

function ecran(c: CtxAgent, m: MandatVu, s: FinSaisie, erreurs: readonly Erreur[] = []): Response {
  const filAriane = [
    { libelle: 'Agents et mandats', url: '/administration' },
    { libelle: `${m.prenom} ${m.nom}`, url: `/administration/agents/${m.agent}` },
    { libelle: 'Mettre fin' },
  ]
  const contenu = pageFin(m, s, erreurs)
  const html = cadre(c, { titre: 'Mettre fin à une fonction', courant: '/administration', filAriane, contenu })
  return page(c, html, erreurs.length > 0 ? 422 : 200)
}

export async function proposerFin(c: CtxAgent): Promise<Response> {
  c.set('motif', '/administration/mandats/:id/fin')
  return ecran(c, await enTantQue(c, (db) => viser(c, db)), { quand: 'maintenant', jour: '' })
}

/** The chosen instant; null when the date is no date, or is past. */
function instantChoisi(s: FinSaisie): Date | null {
  if (s.quand !== 'jour') return clock.now()
  const fin = finDeJour(s.jour)
  return fin !== null && fin > clock.now() ? fin : null
}

export async function enregistrerFin(c: CtxAgent): Promise<Response> {
  c.set('motif', '/administration/mandats/:id/fin')
  const corps = await menerABien(() => c.req.parseBody())
  const s = { quand: corps.quand === 'jour' ? 'jour' : 'maintenant', jour: typeof corps.jour === 'string' ? corps.jour : '' }
  const au = instantChoisi(s)
  const m = await enTantQue(c, (db) => viser(c, db))
  if (au === null) return ecran(c, m, s, [{ champ: 'jour', message: 'Donnez une date complète, aujourd’hui ou plus tard.' }])
  try {
    await enTantQue(c, (db) => finirMandat(db, m.id, au))
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur
    return ecran(c, m, s, [{ message: typo(erreur.message) }])
  }
  return flash(c, `/administration/agents/${m.agent}`, 'fin')
}
