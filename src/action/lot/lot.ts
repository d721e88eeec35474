import { estUuid, Introuvable, page, Refus } from '#platform'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { actionDe, avancer, entre } from '../action.ts'
import { lireEnvoi, tous, un, versionDe } from '../envoi.ts'
import type { Verbe } from '../protocole/protocole.ts'
import { pageLot } from './lot.page.ts'

export const AU_PLUS = 100

/** What can be done to many at once: steps that ask for no words. */
export const VERBES_DE_LOT = { valider: 'Valider', publier: 'Publier' } as const satisfies Partial<Record<Verbe, string>>
export type VerbeDeLot = keyof typeof VERBES_DE_LOT

/** What became of one of them. */
export interface Sort {
  id: string
  titre: string
  /** Null: done. */
  refus: string | null
}

/** Each in a transaction of its own: one that is refused keeps none of the others. */
async function un_(c: CtxAgent, verbe: VerbeDeLot, choix: string): Promise<Sort> {
  const [id = '', version = ''] = choix.split('.', 2)
  let titre = 'Action inconnue'
  try {
    if (!estUuid(id)) throw new Introuvable()
    await enTantQue(c, async (db) => {
      const a = await actionDe(db, c.get('moi'), id)
      titre = a.titre
      await avancer(db, c.get('moi'), a, verbe, versionDe(version))
    })
    return { id, titre, refus: null }
  } catch (e) {
    if (e instanceof Introuvable) return { id: '', titre, refus: 'Elle n’existe pas, ou elle n’est pas ouverte pour vous.' }
    if (e instanceof Refus) return { id, titre, refus: e.message }
    throw e
  }
}

/**
 * POST /actions/lot. The page that answers tells what became of each; sent twice, the second finds each already done, because
 * every choice names the version that was on the screen.
 */
export async function agirEnLot(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/lot')
  if (!entre(c.get('moi'))) throw new Introuvable()
  const envoi = await lireEnvoi(c)
  const verbe = un(envoi, 'verbe')
  const choix = [...new Set(tous(envoi, 'choix'))]
  if (!Object.hasOwn(VERBES_DE_LOT, verbe)) throw new Refus('Choisissez ce qu’il faut faire de ces actions.', 422)
  if (choix.length === 0) throw new Refus('Cochez au moins une action.', 422)
  if (choix.length > AU_PLUS) throw new Refus(`${AU_PLUS} actions au plus à la fois.`, 422)
  const sorts: Sort[] = []
  for (const x of choix) sorts.push(await un_(c, verbe as VerbeDeLot, x))
  return page(
    c,
    cadre(c, {
      titre: 'Résultat',
      courant: '/actions',
      filAriane: [{ libelle: 'Actions', url: '/actions' }, { libelle: 'Résultat' }],
      contenu: pageLot(verbe as VerbeDeLot, sorts),
    }),
  )
}
