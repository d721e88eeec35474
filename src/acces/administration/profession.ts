import { Introuvable, menerABien, Refus } from '#platform'
import { donnerProfession, estProfession } from '#annuaire'
import { flash } from '../menu.ts'
import { enTantQue, type CtxAgent } from '../session.ts'
import { agentVise } from './agent.ts'

/** POST: gives a profession under a secret, or takes it away. The database asks for the administrator, and for another agent than oneself. */
export async function changerProfession(c: CtxAgent): Promise<Response> {
  c.set('motif', '/administration/agents/:id/profession')
  const { profession } = await menerABien(() => c.req.parseBody())
  if (typeof profession !== 'string' || (profession !== '' && !estProfession(profession))) throw new Introuvable()
  const agent = await enTantQue(c, async (db) => {
    const vise = await agentVise(c, db)
    await donnerProfession(db, vise.id, profession === '' ? null : profession).catch((e: unknown) => {
      // Sent twice, or nothing changed: it is as asked.
      if (!(e instanceof Refus) || vise.id === c.get('moi').agent) throw e
    })
    return vise
  })
  return flash(c, `/administration/agents/${agent.id}`, 'profession')
}
