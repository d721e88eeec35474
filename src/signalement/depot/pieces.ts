import { clock, JOUR, nettoyerImage, ouvrir, plus, sceller, uuidv7, type PublicDb } from '#platform'
import type { Fil } from '#acces'
import type { Brouillon } from './brouillon.ts'
import * as sql from './depot.sql.ts'

export const IMAGES_MAX = 5
export const IMAGE_OCTETS = 10 * 1024 * 1024
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp']

type Nettoyee = Exclude<Awaited<ReturnType<typeof nettoyerImage>>, { raison: unknown }>
export interface Image extends Nettoyee {
  original: Buffer
}

export type RefusImage = 'trop_gros' | 'trop_nombreux' | 'vide' | 'type' | 'bombe' | 'illisible'

/** Decodes and encodes anew each picture; what is not one is named, never kept. Outside any transaction: it takes time. */
export async function nettoyer(
  fichiers: readonly { octets: Buffer }[],
  place: number,
): Promise<{ images: Image[]; refus: RefusImage[] }> {
  const images: Image[] = []
  const refus = new Set<RefusImage>(fichiers.length > place ? ['trop_nombreux'] : [])
  for (const { octets } of fichiers.slice(0, place)) {
    const propre = await nettoyerImage(octets)
    if ('raison' in propre) refus.add(propre.raison)
    else images.push({ ...propre, original: octets })
  }
  return { images, refus: [...refus] }
}

/** Keeps pictures with the draft, under the draft's own key, as long as the draft itself opens. */
export async function mettreEnAttente(db: PublicDb, acad: string, b: Brouillon, images: readonly Image[]): Promise<void> {
  const cle = Buffer.from(b.cle, 'base64')
  for (const i of images) {
    const id = uuidv7()
    await db.run(sql.attendre, {
      acad,
      id,
      brouillon: b.id,
      type: i.type,
      taille: i.original.length,
      largeur: i.largeur,
      hauteur: i.hauteur,
      empreinte: i.empreinte,
      original: sceller(cle, `attente.original/${acad}/${id}`, i.original),
      copie: sceller(cle, `attente.copie/${acad}/${id}`, i.copie),
      expireLe: plus(clock.now(), JOUR),
    })
  }
}

export type EnAttente = sql.EnAttenteRow
export const enAttente = (db: PublicDb, acad: string, b: Brouillon): Promise<EnAttente[]> =>
  db.all(sql.enAttente, { acad, brouillon: b.id, maintenant: clock.now() })

/** From the draft's key to the report's. */
export async function reprendre(db: PublicDb, f: Fil, b: Brouillon, liste: readonly EnAttente[]): Promise<void> {
  const cle = Buffer.from(b.cle, 'base64')
  for (const { id } of liste) {
    const p = await db.one(sql.pieceEnAttente, { acad: f.acad, brouillon: b.id, id })
    const original = ouvrir(cle, `attente.original/${f.acad}/${id}`, p.original)
    const copie = ouvrir(cle, `attente.copie/${f.acad}/${id}`, p.copie)
    await joindre(db, f, { ...p, type: 'image/jpeg', original, copie }, id)
    await db.run(sql.retirerEnAttente, { acad: f.acad, brouillon: b.id, id })
  }
}

/** Adds a picture to a report, original sealed and clean copy, under the report's key. */
export async function joindre(db: PublicDb, f: Fil, i: Image, id = uuidv7()): Promise<void> {
  await db.run(sql.joindre, {
    acad: f.acad,
    id,
    fil: f.id,
    type: i.type,
    taille: i.original.length,
    largeur: i.largeur,
    hauteur: i.hauteur,
    empreinte: i.empreinte,
    original: sceller(f.cle, `piece.original/${f.acad}/${id}`, i.original),
    copie: sceller(f.cle, `piece.copie/${f.acad}/${id}`, i.copie),
    le: clock.now(),
  })
}
