import { clock, Introuvable, menerABien, page, Refus, type AgentDb } from '#platform'
import {
  chercherEtablissements,
  estRole,
  etablissementDe,
  listeCirconscriptions,
  listeDepartements,
  ouvrirMandat,
  ROLES,
  type Agent,
  type CodeRole,
  type EtablissementTrouve,
} from '#annuaire'
import { typo, type Erreur, type Html } from '#ui'
import { isoJour } from '../dates.ts'
import { cadre, flash } from '../menu.ts'
import { enTantQue, type CtxAgent } from '../session.ts'
import { agentVise } from './agent.ts'
import { depts, rolesOuvrables } from './droits.ts'
import { lireMandat, saisieDe, type MandatSaisi } from './mandat.form.ts'
import { pageChoixRole, pageMandat } from './mandat.page.ts'

const MOTIF = '/administration/agents/:id/mandat'

function ecran(c: CtxAgent, agent: Agent, contenu: Html, statut: 200 | 422 = 200): Response {
  const titre = `${agent.prenom} ${agent.nom}`
  const filAriane = [
    { libelle: 'Agents et mandats', url: '/administration' },
    { libelle: titre, url: `/administration/agents/${agent.id}` },
    { libelle: 'Attribuer une fonction' },
  ]
  return page(c, cadre(c, { titre: 'Attribuer une fonction', courant: '/administration', filAriane, contenu }), statut)
}

/** Schools by their words; after a refusal, the one that was chosen is there again even without them. */
async function etablissements(db: AgentDb, acad: string, s: MandatSaisi): Promise<EtablissementTrouve[]> {
  const trouves = s.lieu === '' ? [] : await chercherEtablissements(db, { acad, texte: s.lieu, limite: 20 })
  if (s.territoire === '' || trouves.some((t) => t.etab === s.territoire)) return trouves
  const choisi = await etablissementDe(db, acad, s.territoire)
  return choisi === null ? trouves : [...trouves, choisi]
}

async function preparer(
  db: AgentDb,
  c: CtxAgent,
  e: { agent: Agent; role: CodeRole; saisi: MandatSaisi; erreurs: readonly Erreur[] },
): Promise<Html> {
  const { acad } = c.get('moi')
  const miens = depts(c.get('moi'))
  const ici = <T extends { dept: string }>(lieux: T[]): T[] => lieux.filter((l) => miens === null || miens.includes(l.dept))
  const { niveau } = ROLES[e.role]
  const [trouves, circonscriptions, departements] = await Promise.all([
    niveau === 'etablissement' ? etablissements(db, acad, e.saisi) : [],
    niveau === 'circonscription' ? listeCirconscriptions(db, acad) : [],
    listeDepartements(db, acad),
  ])
  return pageMandat({ ...e, trouves: ici(trouves), circonscriptions: ici(circonscriptions), departements: ici(departements) })
}

/** GET: the role first, then the place and the dates. */
export async function proposerMandat(c: CtxAgent): Promise<Response> {
  c.set('motif', MOTIF)
  const { role, ...reste } = c.req.query()
  const roles = rolesOuvrables(c.get('moi'))
  const [agent, contenu] = await enTantQue(c, async (db) => {
    const vise = await agentVise(c, db)
    const choisi = roles.find((r) => r === role)
    if (choisi === undefined) return [vise, pageChoixRole(vise, roles)] as const
    const saisi = saisieDe(reste, isoJour(clock.now()))
    return [vise, await preparer(db, c, { agent: vise, role: choisi, saisi, erreurs: [] })] as const
  })
  return ecran(c, agent, contenu)
}

/** POST: opens the mandate; a refusal gives the form back as it was. */
export async function attribuerMandat(c: CtxAgent): Promise<Response> {
  c.set('motif', MOTIF)
  const corps = await menerABien(() => c.req.parseBody())
  const role = typeof corps.role === 'string' && estRole(corps.role) ? corps.role : null
  if (role === null) throw new Introuvable()
  const saisi = saisieDe(corps, '')
  const agent = await enTantQue(c, (db) => agentVise(c, db))
  const { lu, erreurs } = lireMandat(role, saisi)
  const refaire = async (fautes: readonly Erreur[]): Promise<Response> =>
    ecran(c, agent, await enTantQue(c, (db) => preparer(db, c, { agent, role, saisi, erreurs: fautes })), 422)
  if (lu === undefined) return refaire(erreurs)
  try {
    await enTantQue(c, (db) => ouvrirMandat(db, { agent: agent.id, role, ...lu }))
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur
    return refaire([{ message: typo(erreur.message) }])
  }
  return flash(c, `/administration/agents/${agent.id}`, 'mandat')
}
