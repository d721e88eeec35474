import { estUuid, Introuvable, lireFormulaire, page, Refus, repondre, type AgentDb } from '#platform'
import { enTantQue, flash, type CtxAgent } from '#acces'
import { actionDe, noter } from '../action.ts'
import { lireEnvoi, type Envoi } from '../envoi.ts'
import { afficher } from '../fiche/fiche.ts'
import { exiger } from '../protocole/peut.ts'
import type { Verbe } from '../protocole/protocole.ts'
import { estTaille, ouvrirPhoto, PHOTO_OCTETS, PHOTOS_MAX, preparerPhotos, REFUS_PHOTO } from './images.ts'
import { lireDroits } from './photo.form.ts'
import * as sql from './photo.sql.ts'

/** POST /actions/:id/photos: what is a picture is kept, what is not is named. Its words and its rights come next. */
export async function ajouter(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/:id/photos')
  const id = c.req.param('id')!
  const moi = c.get('moi')
  // Who may not add one is told before anything is decoded.
  await enTantQue(c, async (db) => exiger(moi, 'photographier', await actionDe(db, moi, id)))
  const recu = await lireFormulaire(c, { fichiers: { max: PHOTOS_MAX, octets: PHOTO_OCTETS } })
  const { photos, refus } = await preparerPhotos(c.get('maison'), recu.fichiers)
  for (const r of recu.refuses) refus.add(r.raison)
  const gardees = await enTantQue(c, async (db) => {
    const a = await actionDe(db, moi, id)
    exiger(moi, 'photographier', a)
    let n = 0
    for (const p of photos) n += await db.run(sql.deposer, { acad: moi.acad, action: id, auPlus: PHOTOS_MAX, ...p })
    if (n > 0) await noter(db, moi, id, 'photographier')
    return { n, ensuite: (await db.all(sql.photosDe, { acad: moi.acad, action: id })).length }
  })
  if (gardees.n < photos.length && gardees.ensuite === PHOTOS_MAX) refus.add('trop_nombreux')
  const phrases = [...refus].map((r) => REFUS_PHOTO[r])
  if (recu.fichiers.length === 0 && phrases.length === 0) phrases.push('Choisissez d’abord une photo.')
  if (phrases.length === 0) return flash(c, `/actions/${id}`, 'photos')
  return page(c, await afficher(c, id, { forme: 'photos', refus: phrases.join(' '), envoi: {} }), 422)
}

type Acte = (db: AgentDb, ou: { acad: string; action: string; id: string }, envoi: Envoi) => Promise<number>

/** One act on one photograph: one transaction, one step, then 303. */
const agir =
  (forme: string, verbe: Verbe, fait: string, acte: Acte, pas: Verbe | 'preciserphoto' = verbe) =>
  async (c: CtxAgent): Promise<Response> => {
    c.set('motif', `/actions/:id/photos/:photo/${forme}`)
    const { id: action, photo: id } = c.req.param() as { id: string; photo: string }
    if (!estUuid(id)) throw new Introuvable()
    const envoi = await lireEnvoi(c)
    const moi = c.get('moi')
    try {
      await enTantQue(c, async (db) => {
        const a = await actionDe(db, moi, action)
        const vues = await db.all(sql.photosDe, { acad: moi.acad, action })
        if (!vues.some((p) => p.id === id)) throw new Introuvable()
        exiger(moi, verbe, a)
        if ((await acte(db, { acad: moi.acad, action, id }, envoi)) === 0) throw new Refus(DEVANCEE)
        await noter(db, moi, action, pas)
      })
    } catch (e) {
      if (!(e instanceof Refus)) throw e
      return page(c, await afficher(c, action, { forme: `${forme} ${id}`, refus: e.message, envoi }), e.statut)
    }
    return flash(c, `/actions/${action}`, fait)
  }

const DEVANCEE = 'Cette photo ne peut plus changer ainsi : relisez la page, puis recommencez.'

export const preciser = agir(
  'droits',
  'photographier',
  'photo',
  (db, ou, envoi) => db.run(sql.preciser, { ...ou, ...lireDroits(envoi, ou.id) }),
  'preciserphoto',
)
export const publier = agir('publication', 'publierphoto', 'photo_publiee', (db, { id, ...ou }) =>
  db.run(sql.publierPhotos, { ...ou, ids: [id] }),
)
export const retirer = agir('retrait', 'retirerphoto', 'photo_retiree', (db, ou) => db.run(sql.retirerPhoto, ou))

/** GET /actions/:id/photos/:photo/:taille: for those who see the action; kept nowhere. */
export async function montrer(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/:id/photos/:photo/:taille')
  const { id: action, photo: id, taille } = c.req.param() as { id: string; photo: string; taille: string }
  if (!estUuid(action) || !estUuid(id) || !estTaille(taille)) throw new Introuvable()
  const { acad } = c.get('moi')
  const lue = await enTantQue(c, (db) => db.maybe(sql.octetsPhoto, { acad, action, id, petite: taille === 'petite' }))
  if (lue === null || lue.octets === null) throw new Introuvable()
  const octets = ouvrirPhoto(c.get('maison'), id, taille, lue.octets)
  return repondre(c, octets, 200, { 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, no-store' })
}
