import { page } from '#platform'
import { cadre, enTantQue, type CtxAgent, type Moi } from '#acces'
import { actionDe, type Action } from '../action.ts'
import * as sql from '../action.sql.ts'
import { compteRendu as sqlCompte, type CompteRenduRow } from '../compte/compte.sql.ts'
import type { Envoi } from '../envoi.ts'
import * as sqlPhoto from '../photo/photo.sql.ts'
import { pageFiche } from './fiche.page.ts'

export interface Fiche {
  moi: Moi
  a: Action
  pas: sql.PasRow[]
  commentaires: sql.CommentairesRow[]
  photos: sqlPhoto.PhotosDeRow[]
  compte: CompteRenduRow | null
  retour: Retour | undefined
}

/** A form sent back: what was typed, and why it was not taken. */
export interface Retour {
  forme: string
  refus: string
  envoi: Envoi
}

const FAITS = {
  enregistree: 'L’action est enregistrée. Elle reste à vous tant que vous ne la proposez pas.',
  proposee: 'L’action est proposée au département. Vous pouvez y ajouter des photos, maintenant ou après le jour.',
  reprise: 'L’action est de nouveau chez vous.',
  validee: 'L’action est validée. La communication peut la publier.',
  renvoyee: 'L’action est renvoyée à l’établissement, avec votre raison.',
  publiee: 'L’action est publiée : la page publique la montre.',
  retiree: 'L’action est retirée de la page publique.',
  commentee: 'Le commentaire est ajouté.',
  compte: 'Le compte rendu est enregistré. La communication le publie après l’avoir lu.',
  compte_publie: 'Le compte rendu est publié.',
  photos: 'Les photos sont gardées. Décrivez chacune, et dites qui l’on peut y reconnaître.',
  photo: 'La description et les droits de la photo sont enregistrés.',
  photo_publiee: 'La photo est publiée.',
  photo_retiree: 'La photo est retirée et effacée, partout.',
}

export async function afficher(c: CtxAgent, id: string, retour?: Retour): Promise<ReturnType<typeof cadre>> {
  const moi = c.get('moi')
  const f = await enTantQue(c, async (db): Promise<Fiche> => {
    const a = await actionDe(db, moi, id)
    const ou = { acad: moi.acad, action: a.id }
    const [pas, commentaires, photos, compte] = await Promise.all([
      db.all(sql.pas, ou),
      db.all(sql.commentaires, ou),
      db.all(sqlPhoto.photosDe, ou),
      db.maybe(sqlCompte, ou),
    ])
    return { moi, a, pas, commentaires, photos, compte, retour }
  })
  return cadre(c, {
    titre: f.a.titre,
    courant: '/actions',
    filAriane: [{ libelle: 'Actions', url: '/actions' }, { libelle: f.a.titre }],
    contenu: pageFiche(f),
    faits: FAITS,
  })
}

export async function lire(c: CtxAgent): Promise<Response> {
  c.set('motif', '/actions/:id')
  return page(c, await afficher(c, c.req.param('id')!))
}
