import { clock, Conflit, estUuid, Introuvable, menerABien, page } from '#platform'
import { agentDe, creerAgent, jeGere, journalDe, mandatsDe, professionDe, type Agent } from '#annuaire'
import type { AgentDb } from '#platform'
import { cadre, flash } from '../menu.ts'
import { enTantQue, type CtxAgent } from '../session.ts'
import { lireAgent } from './agent.form.ts'
import { pageFiche, pageNouvelAgent } from './agent.page.ts'
import { depts } from './droits.ts'
import { FAITS } from './faits.ts'
import type { Erreur } from '#ui'
import type { AgentSaisi } from './agent.form.ts'

const RACINE = { libelle: 'Agents et mandats', url: '/administration' }

/** @throws Introuvable for an agent that the caller does not keep. */
export function agentVise(c: CtxAgent, db: AgentDb): Promise<Agent> {
  const id = c.req.param('id') ?? ''
  if (!estUuid(id)) throw new Introuvable()
  const moi = c.get('moi')
  return agentDe(db, { acad: moi.acad, id, le: clock.now(), depts: depts(moi) })
}

function ecranNouveau(c: CtxAgent, saisi: AgentSaisi, erreurs: Erreur[] = []): Response {
  const contenu = pageNouvelAgent(saisi, erreurs)
  const filAriane = [RACINE, { libelle: 'Inscrire un agent' }]
  return page(
    c,
    cadre(c, { titre: 'Inscrire un agent', courant: '/administration', filAriane, contenu }),
    erreurs.length > 0 ? 422 : 200,
  )
}

export function nouvelAgent(c: CtxAgent): Response {
  c.set('motif', '/administration/agents/nouveau')
  return ecranNouveau(c, { prenom: '', nom: '', mail: '' })
}

export async function inscrireAgent(c: CtxAgent): Promise<Response> {
  c.set('motif', '/administration/agents/nouveau')
  const { saisi, valeurs, erreurs } = lireAgent(await menerABien(() => c.req.parseBody()))
  if (valeurs === undefined) return ecranNouveau(c, saisi, erreurs)
  try {
    const id = await enTantQue(c, (db) => creerAgent(db, valeurs))
    return flash(c, `/administration/agents/${id}`, 'agent')
  } catch (erreur) {
    if (!(erreur instanceof Conflit)) throw erreur
    return ecranNouveau(c, saisi, [{ champ: 'mail', message: erreur.message }])
  }
}

/** GET /administration/agents/:id */
export async function montrerAgent(c: CtxAgent): Promise<Response> {
  c.set('motif', '/administration/agents/:id')
  const le = clock.now()
  const moi = c.get('moi')
  const { agent, mandats, journal, profession } = await enTantQue(c, async (db) => {
    const trouve = await agentVise(c, db)
    const [tous, lignes, metier] = await Promise.all([
      mandatsDe(db, moi.acad, [trouve.id]),
      journalDe(db, trouve.id),
      professionDe(db, moi.acad, trouve.id),
    ])
    const avecDroit = await Promise.all(tous.map(async (m) => ({ ...m, gere: await jeGere(db, m.role, m.dept_lieu) })))
    return { agent: trouve, mandats: avecDroit, journal: lignes, profession: metier }
  })
  const titre = `${agent.prenom} ${agent.nom}`
  const contenu = pageFiche({
    agent,
    mandats,
    journal,
    le,
    soi: agent.id === moi.agent,
    profession,
    administre: moi.mandats.some((m) => m.role === 'administrateur'),
  })
  return page(c, cadre(c, { titre, courant: '/administration', filAriane: [RACINE, { libelle: titre }], contenu, faits: FAITS }))
}
