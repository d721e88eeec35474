import { estUuid, type AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import { notifierAgent } from '#signalement'
import type { Acte, Envoi } from '../agir.ts'
import { texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import * as sql from './note.sql.ts'

const plie = (t: string): string => t.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const ARROBE = /(?<![\p{L}\p{N}._-])@/gu
/** Two words with a capital are meant for somebody; « @lina_31 » is a pseudonym. */
const NOMME = /^@\p{Lu}[\p{L}\p{M}'’-]*[ \u00a0]\p{Lu}[\p{L}\p{M}'’-]*/u

/** Who is written « @Prénom Nom » there: the longest name that fits, so that Paul Martin is not called for Paul Martinez. */
function appeleA(note: string, de: number, lecteurs: readonly dossierSql.LecteursRow[]): dossierSql.LecteursRow[] {
  const suite = plie(note.slice(de + 1).replaceAll('\u00a0', ' '))
  const nomme = (l: dossierSql.LecteursRow): string => plie(`${l.prenom} ${l.nom}`)
  const trouves = lecteurs.filter((l) => suite.startsWith(nomme(l)) && !/^[\p{L}\p{N}]/u.test(suite.slice(nomme(l).length)))
  const long = Math.max(0, ...trouves.map((l) => nomme(l).length))
  return trouves.filter((l) => nomme(l).length === long)
}

/** Who is called: ticked, or written « @Prénom Nom » in the note. @throws Incomplet when somebody called there would never know. */
function appeles(envoi: Envoi, note: string, lecteurs: readonly dossierSql.LecteursRow[]): string[] {
  const ecrits = [...note.matchAll(ARROBE)].flatMap((x) => {
    const qui = appeleA(note, x.index, lecteurs)
    const dit = NOMME.exec(note.slice(x.index))?.[0]
    if (qui.length > 0 || dit === undefined) return qui.map((l) => l.agent)
    throw new Incomplet({
      champ: 'note',
      message: `« ${dit} » n’est pas parmi les personnes qui voient ce dossier, et ne le saurait pas. Corrigez le nom, ou retirez le signe @.`,
    })
  })
  const coches = (envoi.appeles ?? '').split(',').filter(Boolean)
  return [...new Set([...ecrits, ...coches])]
}

export const lireNote = (o: Dossier, id: string, chiffre: Uint8Array): string =>
  dechiffrer<string>(o.fil, 'note.contenu', id, chiffre)

/**
 * A note for colleagues. Who sees the dossier can be called in it: it then waits on their desk. Somebody who does not see it cannot.
 * What was said to a colleague merges with what others do meanwhile.
 */
export const noter: Acte = async (db, o, envoi) => {
  const note = texte(envoi, 'note', 8000, 'Écrivez votre note.')
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'note', message: 'Rechargez la page, puis renvoyez votre note.' })
  const lecteurs = await db.all(dossierSql.lecteurs, { fil: o.d.id })
  const agents = appeles(envoi, note, lecteurs).filter((a) => a !== o.moi.agent)
  if (agents.some((a) => !lecteurs.some((l) => l.agent === a)))
    throw new Incomplet({
      champ: 'note',
      message: 'Une personne que vous appelez ne voit pas ce dossier : elle ne peut pas y être appelée.',
    })
  const contenu = chiffrer(o.fil, 'note.contenu', id, note)
  if ((await db.run(sql.poser, { acad: o.acad, id, fil: o.d.id, qualite: o.qualite, contenu })) === 0) return { fait: 'note' }
  await accomplir(db, o, 'noter', { fait: 'dossier.noter', detail: { note: id, appeles: agents } })
  await appeler(db, o, id, agents)
  return { fait: 'note' }
}

async function appeler(db: AgentDb, o: Dossier, note: string, agents: readonly string[]): Promise<void> {
  if (agents.length === 0) return
  await db.run(sql.mentionner, { acad: o.acad, fil: o.d.id, note, agents })
  for (const agent of agents) await notifierAgent(db, o.acad, o.d.id, agent, 'nouveau_message')
}
