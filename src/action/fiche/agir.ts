import { estUuid, page, Refus, type AgentDb } from '#platform'
import { enTantQue, flash, type CtxAgent } from '#acces'
import { actionDe, avancer, type Action } from '../action.ts'
import { lireEnvoi, tous, un, versionDe, type Envoi } from '../envoi.ts'
import * as sql from '../action.sql.ts'
import { exiger } from '../protocole/peut.ts'
import { publierPhotos } from '../photo/photo.sql.ts'
import type { Verbe } from '../protocole/protocole.ts'
import { afficher } from './fiche.ts'

type Acte = (db: AgentDb, c: CtxAgent, a: Action, envoi: Envoi) => Promise<void>

/** One act on one action: one transaction, then 303. When it is refused, the page comes back with why, and what was typed. */
export const agir =
  (forme: string, fait: string, acte: Acte) =>
  async (c: CtxAgent): Promise<Response> => {
    c.set('motif', `/actions/:id/${forme}`)
    const id = c.req.param('id')!
    const envoi = await lireEnvoi(c)
    try {
      await enTantQue(c, async (db) => acte(db, c, await actionDe(db, c.get('moi'), id), envoi))
      return flash(c, `/actions/${id}`, fait)
    } catch (e) {
      if (!(e instanceof Refus)) throw e
      return page(c, await afficher(c, id, { forme, refus: e.message, envoi }), e.statut)
    }
  }

function motifDe(envoi: Envoi): string {
  const motif = un(envoi, 'motif')
  if (motif === '') throw new Refus('Écrivez pourquoi : l’établissement lira cette raison.', 422)
  if (motif.length > 1000) throw new Refus('Cette raison est trop longue : 1 000 signes au plus.', 422)
  return motif
}

const pas =
  (verbe: Verbe, avecMotif = false): Acte =>
  (db, c, a, envoi) => {
    exiger(c.get('moi'), verbe, a)
    return avancer(db, c.get('moi'), a, verbe, versionDe(un(envoi, 'version')), avecMotif ? motifDe(envoi) : '')
  }

export const proposer = agir('proposition', 'proposee', pas('proposer'))
export const reprendre = agir('reprise', 'reprise', pas('reprendre'))
export const valider = agir('validation', 'validee', pas('valider'))
export const renvoyer = agir('renvoi', 'renvoyee', pas('renvoyer', true))
/** With the photographs that were on the screen, and no other: what came since waits for a look. */
export const publier = agir('publication', 'publiee', async (db, c, a, envoi) => {
  await pas('publier')(db, c, a, envoi)
  const ids = tous(envoi, 'photos').filter(estUuid)
  await db.run(publierPhotos, { acad: c.get('moi').acad, action: a.id, ids })
})
export const retirer = agir('retrait', 'retiree', pas('retirer', true))

export const commenter = agir('commentaires', 'commentee', async (db, c, a, envoi) => {
  exiger(c.get('moi'), 'commenter', a)
  const texte = un(envoi, 'texte')
  if (texte === '') throw new Refus('Écrivez votre commentaire.', 422)
  if (texte.length > 1000) throw new Refus('Ce commentaire est trop long : 1 000 signes au plus.', 422)
  const id = un(envoi, 'id')
  if (!estUuid(id)) throw new Refus('Rechargez la page, puis recommencez.', 422)
  await db.run(sql.commenter, { acad: c.get('moi').acad, id, action: a.id, texte })
})
